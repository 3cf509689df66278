import { chance, type Chance } from "../../platform/chance.ts";
import { cusumRuns, DAY, spellsOf } from "../../policies/index.ts";
import { poissonEpisodes } from "../poisson.ts";

/**
 * What the detectors do to customers who are well, and to one who is not, by simulation from a seed: the figures that an owner chooses
 * by. The customers are made up: their matters come by chance alone, at a rate that is known to the detector.
 */

const CUSTOMERS = 1_000;
const YEAR = 365;
const MONTH = 30;
const LONG = 10 * YEAR; // long enough to see how rare a rare alarm is
const TWICE = { factor: 2, threshold: 5 };
/** An arbitrary low limit: the fourth in thirty days fires. */
const NAIVE = { id: "naive", detector: "limit", counts: "episodes", limit: 3, days: MONTH } as const;
const PER_MONTH = [1, 2, 4, 8];
const RISES = [2, 3];
const FOUND_WITHIN = 60;

/** One line of the table: what is usual in a month, and what the two detectors make of it. */
export type Line = {
  perMonth: number;
  /** of a thousand healthy customers, how many a month have reached the naive limit */
  naivePerThousand: number;
  /** a healthy customer's CUSUM gives one false alarm in so many years */
  yearsBetween: number;
  /** days until it signals a rise to twice and to three times what is usual, on average */
  daysToFind: { times: number; days: number }[];
};

export type Figures = {
  seed: number;
  /** a thousand healthy customers with two matters a month, for one year: how often each detector fired */
  year: { customers: number; perMonth: number; cusum: number; naive: number; naiveShareOfMonths: number };
  /** of customers whose matters have tripled, the share that is found within sixty days */
  tripled: { within: number; share: number };
  table: Line[];
};

/** `customers`: how many are made up; with fewer it is done sooner, and says less. */
export function figures(seed: number, customers = CUSTOMERS): Figures {
  const year = healthyYear(chance(seed), customers);
  const tripled = { within: FOUND_WITHIN, share: foundWithin(chance(seed + 1), 2, 3, FOUND_WITHIN, customers) };
  return { seed, year, tripled, table: PER_MONTH.map((perMonth, at) => line(chance(seed + 2 + at), perMonth, customers)) };
}

function healthyYear(dice: Chance, customers: number): Figures["year"] {
  const perMonth = 2;
  let cusum = 0;
  let naive = 0;
  let months = 0;
  let flagged = 0;
  for (let i = 0; i < customers; i++) {
    const episodes = poissonEpisodes(dice, perMonth / MONTH, 0, YEAR);
    cusumRuns(
      episodes,
      () => perMonth / MONTH,
      TWICE,
      () => cusum++,
    );
    naive += spellsOf(NAIVE, { since: 0, episodes }, 0, YEAR * DAY).length;
    for (let day = MONTH; day <= YEAR; day += MONTH, months++) {
      if (episodes.filter(({ at }) => at > (day - MONTH) * DAY && at <= day * DAY).length > NAIVE.limit) flagged++;
    }
  }
  return { customers, perMonth, cusum, naive, naiveShareOfMonths: flagged / months };
}

function line(dice: Chance, perMonth: number, customers: number): Line {
  const usual = perMonth / MONTH;
  let alarms = 0;
  let flagged = 0;
  // Ten thousand customer years: with a quarter of them the rarest alarms were off by a sixth.
  for (let i = 0; i < customers; i++) {
    cusumRuns(
      poissonEpisodes(dice, usual, 0, LONG),
      () => usual,
      TWICE,
      () => alarms++,
    );
  }
  for (let i = 0; i < 20 * customers; i++) if (poissonEpisodes(dice, usual, 0, MONTH).length > NAIVE.limit) flagged++;
  const daysToFind = RISES.map((times) => {
    let days = 0;
    for (let i = 0; i < customers; i++) days += daysUntilFound(dice, perMonth, times);
    return { times, days: days / customers };
  });
  return { perMonth, naivePerThousand: flagged / 20, yearsBetween: (customers * LONG) / YEAR / alarms, daysToFind };
}

function foundWithin(dice: Chance, perMonth: number, times: number, within: number, customers: number): number {
  let found = 0;
  for (let i = 0; i < customers; i++) if (daysUntilFound(dice, perMonth, times) <= within) found++;
  return found / customers;
}

/** A rise that begins today, with a sum of nothing: the slowest start. */
function daysUntilFound(dice: Chance, perMonth: number, times: number): number {
  let first: number | undefined;
  const usual = perMonth / MONTH;
  cusumRuns(
    poissonEpisodes(dice, usual * times, 0, LONG),
    () => usual,
    TWICE,
    (at) => (first ??= at),
  );
  return (first ?? LONG * DAY) / DAY;
}
