import { levelAfter, type Fault, type ClaimsHistory, type Incident, type Scheme } from "../../../src/policies/index.ts";
import { presets } from "../../../src/rulebook/index.ts";

/** Lives of customers for tests: contracts from the first of January 2010 on, in a zone without summer time. */

export const ZONE = "UTC";
export const BEGIN = "2010-01-01";

export function preset(name: string): Scheme {
  const scheme = presets[name];
  if (!scheme) throw new Error(`there is no preset ${name}`);
  return scheme;
}

export const day = (date: string): number => Date.parse(`${date}T12:00:00Z`);

let made = 0;
/** A crash in the middle of a year that was the customer's doing, known on the same day, unless `other` says something else. */
export function crash(date: string, fault: Fault | null = "customer", other: Partial<Incident> = {}): Incident {
  const at = day(date);
  const rulings = fault === null ? [] : [{ class: fault, at }];
  return { id: `inc_${++made}`, kind: "crash", at, recordedAt: at, cost: 25_000_000n, security: false, deadline: at + 14 * 86_400_000, rulings, ...other };
}

export function life(...incidents: Incident[]): ClaimsHistory {
  return { timeZone: ZONE, cover: [{ from: BEGIN, to: null }], incidents };
}

/** The level on a day. */
export function levelOn(scheme: Scheme, date: string, history: ClaimsHistory): string {
  return levelAfter(scheme, history, day(date)).level;
}

/** The level at the beginning of each year from 2010 on. */
export function levels(scheme: Scheme, years: number, history: ClaimsHistory): string[] {
  return Array.from({ length: years }, (_, i) => levelOn(scheme, `${2010 + i}-01-01`, history));
}
