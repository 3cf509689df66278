import { z } from "zod";
import { id, instant, micro } from "../facts.ts";
import { dateIn, momentAt } from "../dates.ts";
import { FAULTS, INCIDENT_KINDS, type Fault, type Scheme } from "./scheme.ts";
import type { Counted } from "./standing.ts";

/** What a level is computed from, and nothing else: when a contract was in force, and what happened in that time. */

const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A ruling on whose doing an incident was; the last one holds. */
const ruling = z.object({ class: z.enum(FAULTS), at: instant });

const incident = z.object({
  id,
  kind: z.enum(INCIDENT_KINDS),
  /** when it happened, and when we heard of it */
  at: instant,
  recordedAt: instant,
  /** what it cost us, in micro-units */
  cost: micro,
  /** about a security hole: never counts, whatever anybody rules */
  security: z.boolean(),
  /** an unknown one is called still unknown from here on */
  deadline: instant,
  rulings: z.array(ruling),
});

export const historySchema = z.object({
  timeZone: z.string().regex(/^[A-Za-z0-9_+/-]{1,64}$/),
  /** the days on which a contract began and ended (not in force any more), in order; the last one may still run */
  cover: z.array(z.object({ from: calendarDay, to: calendarDay.nullable() })),
  incidents: z.array(incident),
});
export type ClaimsHistory = z.output<typeof historySchema>;
export type Incident = ClaimsHistory["incidents"][number];

const MICRO_PER_CENT = 10_000n;

/** Whose doing an incident is called at a moment. */
export function classAt(incident: Incident, now: number): Fault {
  return classesUntil(incident, now).at(-1)?.class ?? "unknown";
}

/** Whether a contract was in force on the day of an incident; its last day is one of its days. */
function inForce({ cover, timeZone }: ClaimsHistory, { at }: Incident): boolean {
  const day = dateIn(at, timeZone);
  return cover.some(({ from, to }) => from <= day && (to === null || day <= to));
}

/**
 * The incidents that count at a moment, each with when it began to: when it happened, but never before anybody could say so. What was
 * closed stays closed: a ruling that comes after a renewal counts in the period in which it comes. What is shown not to count is gone as if
 * it had never been. What happened while no contract was in force never counts, as little as such a time is a clean one.
 */
export function countedAt(scheme: Scheme, history: ClaimsHistory, now: number): (Counted & { since: number })[] {
  const threshold = BigInt(scheme.threshold) * MICRO_PER_CENT;
  const counted = history.incidents.flatMap((incident) => {
    if (incident.security || incident.recordedAt > now || incident.cost < threshold || !inForce(history, incident)) return [];
    const which: readonly Fault[] = scheme.counts[incident.kind];
    let since: number | undefined;
    let fault: Fault = "unknown";
    for (const state of classesUntil(incident, now)) {
      fault = state.class;
      since = which.includes(state.class) ? (since ?? state.since) : undefined;
    }
    if (since === undefined) return [];
    return [{ id: incident.id, kind: incident.kind, class: fault, since: Math.max(since, incident.at) }];
  });
  return counted.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}

/** How many incidents count at a moment. */
export function countsAt(scheme: Scheme, history: ClaimsHistory, now: number): number {
  return countedAt(scheme, history, now).length;
}

/** Every moment at which something of a history may begin to count, or to count no more, other than a renewal. */
export function momentsOf({ cover, incidents, timeZone }: ClaimsHistory): number[] {
  const covers = cover.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]).map((day) => monthsAfter(day, 0, timeZone));
  return [...covers, ...incidents.flatMap(({ recordedAt, deadline, rulings }) => [recordedAt, deadline, ...rulings.map(({ at }) => at)])];
}

function classesUntil(incident: Incident, now: number): { class: Fault; since: number }[] {
  const rulings = incident.rulings.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
  const first = rulings[0];
  const states: { class: Fault; since: number }[] = [];
  if (!first || first.at > incident.recordedAt) states.push({ class: "unknown", since: incident.recordedAt });
  const overdue = incident.deadline <= now && (!first || first.at > incident.deadline);
  if (overdue) states.push({ class: "still_unknown", since: incident.deadline });
  return [...states, ...rulings.map((one) => ({ class: one.class, since: one.at }))];
}

/** The first moment of the day that is so many months after a calendar day; the 31st becomes the last of a shorter month. */
export function monthsAfter(day: string, months: number, timeZone: string): number {
  return momentAt(dayAfterMonths(day, months), "00:00", timeZone);
}

function dayAfterMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
