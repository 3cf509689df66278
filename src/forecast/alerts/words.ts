import type { Figures } from "./figures.ts";
import type { Outlook } from "./ours.ts";

const MOST_SHOWN = 20; // of what a rule would have fired on; --json has them all

const fixed = (value: number, digits = 0) => value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The figures as lines for people. */
export function figuresInWords({ seed, year, tripled, table }: Figures): string[] {
  const { customers, perMonth, cusum, naive, naiveShareOfMonths } = year;
  return [
    `${fixed(customers)} made-up customers who are well, with ${perMonth} matters a month by chance alone, for one year (seed ${seed}):`,
    `  an arbitrary low limit (the 4th in 30 days) fires ${fixed(naive)} times, and flags ${fixed(naiveShareOfMonths * 100, 1)} % of them in a month`,
    `  cusum (twice the usual, threshold 5) fires ${fixed(cusum)} times`,
    `  cusum finds a customer whose matters have tripled within ${tripled.within} days in ${fixed(tripled.share * 100, 1)} % of the runs`,
    "",
    "usual in    limit: of 1,000 well    cusum: one false alarm    cusum: days to find",
    "30 days     flagged in a month      per customer in           twice / three times the usual",
    ...table.map(({ perMonth: usual, naivePerThousand, yearsBetween, daysToFind }) =>
      [
        String(usual).padEnd(12),
        fixed(naivePerThousand).padEnd(24),
        `${fixed(yearsBetween, 1)} years`.padEnd(26),
        daysToFind.map(({ days }) => fixed(days)).join(" / "),
      ].join(""),
    ),
  ];
}

/** What rules would do to our customers, as lines for people. */
export function outlooksInWords(outlooks: readonly Outlook[]): string[] {
  return outlooks.flatMap(({ rule, customers, falseAlarmsPerMonth, since, wouldHaveFired }) => [
    "",
    `${rule.id} (${rule.detector}, ${rule.counts === "episodes" ? "episodes" : "organised calls"}), our ${customers} customers:`,
    `  expected false alarms a month: ${fixed(falseAlarmsPerMonth, 2)}`,
    wouldHaveFired.length === 0
      ? `  since ${since.slice(0, 10)} it would have fired on nothing`
      : `  since ${since.slice(0, 10)} it would have fired ${wouldHaveFired.length} times:`,
    ...wouldHaveFired.slice(0, MOST_SHOWN).map(({ at, customer, value, days, limit, expected }) => {
      const usual = expected === null ? `more than ${fixed(limit)}` : `${fixed(expected, 1)} usual`;
      return `    ${at.slice(0, 10)}  ${customer.name}: ${value} in ${days} days, ${usual}`;
    }),
    ...(wouldHaveFired.length > MOST_SHOWN ? [`    … and ${wouldHaveFired.length - MOST_SHOWN} more`] : []),
  ]);
}
