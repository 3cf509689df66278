import { discountOf } from "./replay.ts";
import type { Fault, Scheme } from "./scheme.ts";
import { beginning, renewed, type Counted, type Standing } from "./standing.ts";

/** What an owner should know of a scheme before choosing it. Statistics, not money: these are the floats of the house. */

/** Shares are of the fee of one period, in percent. */
export type Hunger = { level: string; forfeits: number; periods: number };

const NEAR = 1e-13;
const MOST_ROUNDS = 20_000;
/** After so many clean periods with and without an incident nothing differs in any scheme that we know. */
const FAR = 100;

/** An incident as the scheme counts it first: a crash of the customer's, where it counts crashes at all. */
function typicalIncident(scheme: Scheme): Counted | undefined {
  const kind = scheme.counts.crash.length > 0 ? "crash" : "escalation";
  const faults: readonly Fault[] = scheme.counts[kind];
  const fault = faults.includes("customer") ? "customer" : faults[0];
  return fault && { id: "inc_forecast", kind, class: fault };
}

/** The mean discount in percent of the fee in the long run, if a period has an incident with probability `rate`. */
export function meanDiscount(scheme: Scheme, rate: number): number {
  const incident = typicalIncident(scheme);
  const cap = Math.max(0, ...scheme.forgiveness.map(({ after }) => after), scheme.recovery?.after ?? 0, scheme.protection?.clean ?? 0);
  const places = new Map<string, number>();
  const states: { standing: Standing; clean: number; claimed: number }[] = [];
  // The streaks beyond what a rule asks for make no difference: capped, the standings are few.
  const placeFor = (standing: Standing): number => {
    const capped = { ...standing, clean: Math.min(standing.clean, cap), atLevel: Math.min(standing.atLevel, cap) };
    const key = JSON.stringify(capped);
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = states.push({ standing: capped, clean: -1, claimed: -1 }) - 1;
    places.set(key, place);
    return place;
  };
  placeFor(beginning(scheme));
  for (let i = 0; i < states.length; i++) {
    const state = states[i] as (typeof states)[number];
    state.clean = placeFor(renewed(scheme, state.standing, []).standing);
    state.claimed = placeFor(renewed(scheme, state.standing, incident ? [incident] : []).standing);
  }
  const shares = settled(states, rate);
  return states.reduce((sum, { standing }, i) => sum + (shares[i] ?? 0) * percent(scheme, standing), 0);
}

/** The share of time in each state in the long run. */
function settled(states: readonly { clean: number; claimed: number }[], rate: number): number[] {
  let shares: number[] = states.map((_, i) => (i === 0 ? 1 : 0));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = states.map(() => 0);
    states.forEach(({ clean, claimed }, i) => {
      next[clean] = (next[clean] ?? 0) + (shares[i] ?? 0) * (1 - rate);
      next[claimed] = (next[claimed] ?? 0) + (shares[i] ?? 0) * rate;
    });
    const moved = next.reduce((sum, share, i) => sum + Math.abs(share - (shares[i] ?? 0)), 0);
    shares = next;
    if (moved < NEAR) break;
  }
  return shares;
}

/**
 * Bonus hunger: what a customer at each level forfeits by one incident, in percent of the fee of a period, counted from the next renewal on
 * until it makes no difference any more. That is what hiding the incident would be worth.
 */
export function bonusHunger(scheme: Scheme): Hunger[] {
  const incident = typicalIncident(scheme);
  return scheme.levels.map(({ level }) => {
    let hidden = renewed(scheme, beginning(scheme, level), []).standing;
    let told = renewed(scheme, beginning(scheme, level), incident ? [incident] : []).standing;
    let forfeits = 0;
    let periods = 0;
    for (let i = 0; i < FAR; i++) {
      const gap = percent(scheme, hidden) - percent(scheme, told);
      if (gap !== 0) periods = i + 1;
      forfeits += gap;
      hidden = renewed(scheme, hidden, []).standing;
      told = renewed(scheme, told, []).standing;
    }
    return { level, forfeits: Math.round(forfeits * 100) / 100, periods };
  });
}

function percent(scheme: Scheme, standing: Standing): number {
  return discountOf(scheme, scheme.levels[standing.level]?.level ?? scheme.start) / 100;
}
