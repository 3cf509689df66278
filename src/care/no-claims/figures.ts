import type { Database } from "../../platform/database.ts";
import { bonusHunger, discountFor, levelAfter, meanDiscount, type ClaimsHistory, type Hunger, type Scheme } from "../../policies/index.ts";
import { historyOf } from "./rows.ts";

/** What an owner should know of a scheme before choosing it. */

/** What a scheme grants and what it tempts to. Shares are of the fee of one period, in percent. */
export type SchemeFigures = { scheme: string; about: string; levels: number; meanDiscount: string; atBest: string; bonusHunger: Hunger[] };

/** What a scheme would have cost over the last years with the customers that there are, their fees of today and their incidents, in micro-units. */
export type PastCost = { scheme: string; customers: number; discounts: bigint; fees: bigint };

/** So many periods of a hundred have an incident, where nobody says otherwise. */
export const USUAL_RATE = 20;
/** Over so many years back a scheme is shown. */
export const PAST_YEARS = 3;
const MOST_CUSTOMERS = 2_000; // more are a sample: the share is what an owner looks at

// A scheme never changes, and a coefficient's long run takes a tenth of a second: computed once.
const known = new WeakMap<Scheme, Map<number, SchemeFigures>>();

/** The figures by which an owner chooses a scheme. `rate`: how many periods of a hundred have an incident. */
export function schemeFigures(scheme: Scheme, rate: number): SchemeFigures {
  const figures = known.get(scheme)?.get(rate) ?? compute(scheme, rate);
  known.set(scheme, (known.get(scheme) ?? new Map<number, SchemeFigures>()).set(rate, figures));
  return figures;
}

function compute(scheme: Scheme, rate: number): SchemeFigures {
  const best = scheme.levels.at(-1)?.pays ?? 0;
  return {
    scheme: scheme.name,
    about: scheme.about,
    levels: scheme.levels.length,
    meanDiscount: meanDiscount(scheme, rate / 100).toFixed(2),
    atBest: (100 - best / 100).toFixed(2),
    bonusHunger: bonusHunger(scheme),
  };
}

/** What each of these schemes would have cost in the last years, computed from what really happened. */
export async function costOnOurs(db: Database, schemes: readonly Scheme[], given: { timeZone: string; now: Date; years: number }): Promise<PastCost[]> {
  const { timeZone, now, years } = given;
  const from = new Date(now);
  from.setUTCFullYear(now.getUTCFullYear() - years);
  const rows = await db.query<{ customer: string; fee: bigint }>("select customer, fee from contracts where fee > 0 order by customer limit $1", [
    MOST_CUSTOMERS,
  ]);
  const lives: { fee: bigint; history: ClaimsHistory }[] = [];
  for (const { customer, fee } of rows) lives.push({ fee, history: await historyOf(db, customer, timeZone) });
  return schemes.map((scheme) => {
    const sums = lives.map((life) => costOf(scheme, life, from.getTime(), now.getTime()));
    return {
      scheme: scheme.name,
      customers: lives.length,
      discounts: sums.reduce((sum, one) => sum + one.discounts, 0n),
      fees: sums.reduce((sum, one) => sum + one.fees, 0n),
    };
  });
}

/** What a scheme would have granted to one customer since `from`, and of which fees. Periods that reach into the time since `from` count whole, the one under way as far as it has come. */
export function costOf(
  scheme: Scheme,
  { fee, history }: { fee: bigint; history: ClaimsHistory },
  from: number,
  now: number,
): { discounts: bigint; fees: bigint } {
  let discounts = 0n;
  let fees = 0n;
  const { steps, periods } = levelAfter(scheme, history, now);
  for (const period of periods.filter(({ to }) => to > from)) {
    const part = { ...period, until: Math.min(period.until, now) };
    discounts += discountFor(scheme, steps, part, fee);
    fees += (fee * BigInt(period.months) * BigInt(part.until - part.from)) / BigInt(part.to - part.from);
  }
  return { discounts, fees };
}
