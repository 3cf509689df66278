import { afterEach, beforeEach, expect, test } from "vitest";
import { createCounting } from "../../src/care/index.ts";
import { figures } from "../../src/forecast/alerts/figures.ts";
import { outlookOf } from "../../src/forecast/alerts/ours.ts";
import { manualClock } from "../../src/platform/clock.ts";
import type { Database } from "../../src/platform/database.ts";
import type { AlertRule } from "../../src/policies/index.ts";
import { openTestDatabase } from "../support/database.ts";

// What an owner sees before choosing a rule. The figures of the made-up customers are known from elsewhere: for a Poisson of 2 in 30 days,
// P(X >= 4) = 0.143; the run lengths of the CUSUM come from a Markov chain over daily counts (9.8, 5.1, 2.7 and 1.5 years; 215, 109, 56 and
// 29 days to twice, 94, 47, 24 and 13 to three times). Ours looks with each episode instead of once a day, so it is a little quicker.

test("the arbitrary low limit flags a seventh of the well in a month; the CUSUM leaves them alone and finds who has tripled", () => {
  const { year, tripled, table } = figures(1);
  expect(year.naiveShareOfMonths).toBeGreaterThan(0.135);
  expect(year.naiveShareOfMonths).toBeLessThan(0.15);
  expect(year.naive).toBeGreaterThan(1_000);
  expect(year.cusum).toBeLessThanOrEqual(250);
  expect(tripled.share).toBeGreaterThanOrEqual(0.7);
  const known = [
    { perMonth: 1, naive: 19, years: 9.8, days: [215, 94] },
    { perMonth: 2, naive: 143, years: 5.1, days: [109, 47] },
    { perMonth: 4, naive: 567, years: 2.7, days: [56, 24] },
    { perMonth: 8, naive: 958, years: 1.5, days: [29, 13] },
  ];
  for (const [at, { perMonth, naive, years, days }] of known.entries()) {
    const line = table[at];
    expect(line?.perMonth).toBe(perMonth);
    expect(Math.abs((line?.naivePerThousand ?? 0) - naive)).toBeLessThan(0.05 * naive + 2);
    expect(Math.abs((line?.yearsBetween ?? 0) / years - 1)).toBeLessThan(0.25);
    for (const [i, one] of days.entries()) expect(Math.abs((line?.daysToFind[i]?.days ?? 0) / one - 1)).toBeLessThan(0.15);
  }
});

test("the same seed gives the same figures, to the last digit; another gives others", () => {
  expect(figures(7, 40)).toEqual(figures(7, 40));
  expect(figures(7, 40)).not.toEqual(figures(8, 40));
});

const NOW = new Date("2026-11-23T09:00:00Z");
const DAY = 86_400_000;
let db: Database;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

async function customer(name: string, daysAgo: number[]): Promise<void> {
  await db.query("insert into customers (id, name, plan, payer, created_at) values ($1, $1, 'standard', 'x', $2)", [name, new Date(NOW.getTime() - 400 * DAY)]);
  for (const [i, days] of daysAgo.entries())
    await db.query("insert into episodes (id, customer, topic, opened_at, last_at) values ($1, $2, 'backup', $3, $3)", [
      `ep_${name}${i}`,
      name,
      new Date(NOW.getTime() - days * DAY),
    ]);
}
const rules: AlertRule[] = [
  { id: "low", detector: "limit", counts: "episodes", limit: 3, days: 30 },
  { id: "rise", detector: "cusum", counts: "episodes", factor: 2, threshold: 5, days: 14, learnDays: 180 },
];
const outlook = () => outlookOf(rules, { counting: createCounting({ db, clock: manualClock(NOW) }), now: NOW, seed: 1 });
const every = (days: number, from: number, to: number) => Array.from({ length: Math.floor((from - to) / days) + 1 }, (_, i) => from - i * days);

test("of our own customers: what a rule would have fired on, and how often it would fire on nothing", async () => {
  await customer("cus_calm", every(15, 390, 5));
  await customer("cus_burst", [...every(15, 390, 60), 41, 40, 39, 38]);
  await customer("cus_long_ago", [300, 299, 298, 297]);
  const [low, rise] = await outlook();
  expect(low).toMatchObject({ customers: 3, wouldHaveFired: [{ customer: { id: "cus_burst" }, value: 4, limit: 3, expected: null, days: 30 }] });
  expect(low?.wouldHaveFired[0]?.episodes).toHaveLength(4);
  expect(rise?.wouldHaveFired.map((past) => past.customer.id)).not.toContain("cus_calm");
  // About two in thirty days, three customers: the low limit fires on chance alone, the cumulative sum hardly ever.
  expect(low?.falseAlarmsPerMonth).toBeGreaterThan(0.2);
  expect(rise?.falseAlarmsPerMonth).toBeLessThan((low?.falseAlarmsPerMonth ?? 0) / 3);
  expect(await outlook()).toEqual([low, rise]);
});

test("a house without customers is told so, not divided by", async () => {
  expect(await outlook()).toMatchObject([{ customers: 0, falseAlarmsPerMonth: 0, wouldHaveFired: [] }, { customers: 0 }]);
});
