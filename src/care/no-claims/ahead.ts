import {
  discountOf,
  levelAfter,
  renewed,
  WHOLE_FEE,
  type ClaimsHistory,
  type Counted,
  type Incident,
  type Replayed,
  type Scheme,
} from "../../policies/index.ts";

/** What the period after a renewal costs, in micro-units of the books' currency. `fee`: without a discount. */
export type Quote = { from: Date; months: number; fee: bigint; clean: bigint; claimed: bigint };
/** Hundredths of a percent of the fee from the next renewal on: if nothing more counts until then, and if one more incident does. */
export type Ahead = { clean: number; claimed: number };

type Known = { scheme: Scheme; replayed: Replayed; history: ClaimsHistory; now: number };

/**
 * What the next renewal brings: by the scheme in force, or by the one that the owner has chosen since, which holds from that renewal on. `chosen`
 * undefined: there is no discount then.
 */
export function lookAhead({ scheme, replayed, history, now }: Known, chosen: Scheme | undefined, changed: boolean): Ahead {
  if (!chosen) return { clean: 0, claimed: 0 };
  const kind = chosen.counts.escalation.length > 0 ? "escalation" : "crash";
  if (changed && replayed.next !== null) {
    const renewal = replayed.next;
    const one: Incident = {
      id: "inc_one",
      kind,
      at: now,
      recordedAt: now,
      cost: ANY_COST,
      security: false,
      deadline: now,
      rulings: [{ class: "customer", at: now }],
    };
    const after = (incidents: Incident[]) => {
      const { level } = levelAfter(chosen, { ...history, incidents: [...history.incidents, ...incidents] }, renewal);
      return discountOf(chosen, level);
    };
    return { clean: after([]), claimed: after([one]) };
  }
  const one: Counted = { id: "inc_one", kind, class: "customer" };
  const after = (incidents: Counted[]) =>
    discountOf(scheme, scheme.levels[renewed(scheme, replayed.standing, [...replayed.open, ...incidents]).standing.level]?.level ?? scheme.start);
  return { clean: after([]), claimed: after([one]) };
}
/** More than any threshold. */
const ANY_COST = 10n ** 18n;

/** The same in money, cut as it will be booked. `monthly`: the fee of a month. */
export function quoteFor({ clean, claimed }: Ahead, { from, months, monthly }: { from: number; months: number; monthly: bigint }): Quote {
  const fee = monthly * BigInt(months);
  const less = (discount: number) => fee - (fee * BigInt(discount)) / BigInt(WHOLE_FEE);
  return { from: new Date(from), months, fee, clean: less(clean), claimed: less(claimed) };
}
