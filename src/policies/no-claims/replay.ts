import { countedAt, monthsAfter, type ClaimsHistory } from "./history.ts";
import type { Scheme } from "./scheme.ts";
import { afterIncidents, beginning, placeOf, renewed, type Counted, type Standing } from "./standing.ts";

/** Why a level is what it is from a moment on. */
export type StepCause = "start" | "clean" | "incident" | "forgiven" | "protected" | "recovered" | "lapsed" | "kept";

/** What happened at a moment, also where the level stayed. */
export type Step = { at: number; cause: StepCause; from: string; to: string; incidents: string[] };

/** One period of a contract; `to` is where it ends or would end, `until` where the contract left it. */
export type Period = { from: number; to: number; until: number; months: number };

export type Replayed = {
  level: string;
  standing: Standing;
  inForce: boolean;
  steps: Step[];
  /** all periods that have begun */
  periods: Period[];
  /** what counts and waits for the next renewal */
  open: Counted[];
  /** when something changes by itself next: a renewal, while the contract is in force */
  next: number | null;
};

type Walk = {
  scheme: Scheme;
  counted: (Counted & { since: number })[];
  standing: Standing;
  level: number;
  steps: Step[];
  periods: Period[];
  taken: Set<string>;
};

/**
 * Computes a customer's level from the whole history, as it is known at `now`: nothing is remembered that is not in it, so a level can
 * always be computed anew, and a stop of any length changes nothing.
 */
export function levelAfter(scheme: Scheme, history: ClaimsHistory, now: number): Replayed {
  const standing = beginning(scheme);
  const walk: Walk = { scheme, counted: countedAt(scheme, history, now), standing, level: standing.level, steps: [], periods: [], taken: new Set() };
  let next: number | null = null;
  let inForce = false;
  history.cover.forEach((cover, i) => {
    const from = monthsAfter(cover.from, 0, history.timeZone);
    if (from > now) return;
    begin(walk, from, history, i);
    const until = cover.to === null ? Infinity : monthsAfter(cover.to, 0, history.timeZone);
    const due = live(walk, cover.from, until, history.timeZone, now);
    inForce = until > now;
    next = inForce ? due : null;
  });
  return { level: nameOf(walk, walk.level), standing: walk.standing, inForce, steps: walk.steps, periods: walk.periods, open: open(walk, now + 1), next };
}

/** The level at the beginning of a contract: the one that was left, unless it has lapsed. */
function begin(walk: Walk, at: number, history: ClaimsHistory, index: number): void {
  const { scheme } = walk;
  const before = history.cover[index - 1];
  if (!before) return step(walk, at, "start", walk.level, []);
  const lapsedAt = scheme.lapse && before.to !== null ? monthsAfter(before.to, scheme.lapse.months, history.timeZone) : Infinity;
  if (scheme.lapse && lapsedAt <= at) {
    // With the level goes what would have lowered it.
    for (const { id } of open(walk, at)) walk.taken.add(id);
    walk.standing = beginning(scheme, scheme.lapse.to);
    return step(walk, at, "lapsed", walk.standing.level, []);
  }
  // An unfinished period is no clean one.
  walk.standing = { ...walk.standing, level: walk.level };
  step(walk, at, "kept", walk.level, []);
}

/** Walks through the periods of one contract; resolves to the end of the one under way. */
function live(walk: Walk, day: string, until: number, timeZone: string, now: number): number {
  const { scheme } = walk;
  const { months, lagMonths } = scheme.period;
  let from = monthsAfter(day, 0, timeZone);
  for (let k = 1; ; k++) {
    const to = monthsAfter(day, k * months, timeZone);
    walk.periods.push({ from, to, until: Math.min(to, until), months });
    const closed = lagMonths === 0 ? to : monthsAfter(day, k * months - lagMonths, timeZone);
    if (scheme.effective === "at_once") fallAtOnce(walk, from, Math.min(to, until, now + 1));
    if (to > now || to > until) return to;
    renew(walk, to, closed);
    from = to;
  }
}

/** What counts and has not been settled at an earlier renewal. */
function open(walk: Walk, before: number): (Counted & { since: number })[] {
  return walk.counted.filter(({ id, since }) => since < before && !walk.taken.has(id));
}

function fallAtOnce(walk: Walk, from: number, before: number): void {
  const incidents = open(walk, before);
  incidents.forEach((incident, i) => {
    const { level, letOff } = afterIncidents(walk.scheme, walk.standing, incidents.slice(0, i + 1));
    const off = letOff.find(({ id }) => id === incident.id);
    step(walk, Math.max(incident.since, from), off?.because ?? "incident", level, [incident.id]);
  });
}

function renew(walk: Walk, at: number, closed: number): void {
  const { scheme } = walk;
  const incidents = open(walk, closed);
  for (const { id } of incidents) walk.taken.add(id);
  const { standing, letOff, recovered } = renewed(scheme, walk.standing, incidents);
  walk.standing = standing;
  const cause = causeOf(
    recovered,
    incidents.length,
    letOff.map(({ because }) => because),
  );
  step(
    walk,
    at,
    cause,
    standing.level,
    incidents.map(({ id }) => id),
  );
}

function causeOf(recovered: boolean, incidents: number, letOff: ("forgiven" | "protected")[]): StepCause {
  if (recovered) return "recovered";
  if (incidents === 0) return "clean";
  return letOff.length === incidents ? (letOff[0] ?? "incident") : "incident";
}

function step(walk: Walk, at: number, cause: StepCause, to: number, incidents: string[]): void {
  walk.steps.push({ at, cause, from: nameOf(walk, walk.level), to: nameOf(walk, to), incidents });
  walk.level = to;
}

const nameOf = ({ scheme }: Walk, level: number): string => scheme.levels[level]?.level ?? "";

/** What a level takes off the fee, in hundredths of a percent; below zero it adds. */
export function discountOf(scheme: Scheme, level: string): number {
  return WHOLE_FEE - (scheme.levels[placeOf(scheme, level)]?.pays ?? WHOLE_FEE);
}
/** All of a fee, in hundredths of a percent. */
export const WHOLE_FEE = 10_000;

/**
 * The discount of one period in micro-units, given its fee for a month: each moment of it at the level that it had. Cut towards zero, once.
 * A period that a contract left early gets what it was in force for.
 */
export function discountFor(scheme: Scheme, steps: readonly Step[], period: Period, monthlyFee: bigint): bigint {
  const end = period.until;
  const inside = steps.filter(({ at }) => at > period.from && at < end);
  const first = steps.findLast(({ at }) => at <= period.from);
  let weighed = 0n; // hundredths of a percent × milliseconds
  let from = period.from;
  let level = first?.to ?? scheme.start;
  for (const { at, to } of [...inside, { at: end, to: "" }]) {
    weighed += BigInt(discountOf(scheme, level)) * BigInt(at - from);
    from = at;
    level = to;
  }
  return (monthlyFee * BigInt(period.months) * weighed) / (BigInt(WHOLE_FEE) * BigInt(period.to - period.from));
}
