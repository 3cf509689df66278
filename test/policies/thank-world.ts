import { DateTime } from "luxon";
import type { Chance } from "../../src/platform/chance.ts";
import { lotOf, wallMinutes } from "../../src/policies/index.ts";
import { DAY, thankBook, wellBehaved, type ThankFacts } from "./thanks.ts";

/**
 * A small world of customers whose state changes all the time, for the send-time gate. It knows the truth by itself and judges each send from
 * it with luxon and plain counting: nothing of the gate is used to judge the gate.
 */

const HOUR = 3_600_000;
export const CAMPAIGNS = ["anniversary", "quiet-quarter", "by-call"] as const;
const { thanks } = thankBook;
/** Loose caps, so that there are many sends and each cap still bites. */
export const worldBook = {
  thanks: { ...thanks, most: 6, customerMost: 9, days: 7, campaigns: thanks.campaigns.map((one) => ({ ...one, budget: { amount: 50_000n } })) },
};

type Campaign = (typeof CAMPAIGNS)[number];
type Contact = { zone: string; mail: boolean; call: boolean; suppressed: ThankFacts["suppressed"]; sent: number[] };
type Occasion = { at: number; done: boolean };
export type Customer = {
  id: string;
  now: number;
  contacts: [Contact, Contact];
  truth: Pick<ThankFacts, "plan" | "months" | "pays" | "missed" | "questions" | "incidents" | "outage"> & { episodes: number[] };
  occasions: Record<Campaign, Occasion>;
  /** micro-units by campaign and month */
  spent: Map<string, bigint>;
};

/** The moments at which the clocks of a zone change in 2026 and 2027; none in most of the world. */
export function clockChanges(zone: string): number[] {
  const changes: number[] = [];
  const offset = (at: number) => DateTime.fromMillis(at, { zone }).offset;
  for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2028, 0, 1); day += 7 * DAY) {
    if (offset(day) === offset(day + 7 * DAY)) continue;
    let [before, after] = [day, day + 7 * DAY];
    while (after - before > 60_000) {
      const middle = Math.floor((before + after) / 2);
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

export function newCustomer(id: string, zones: [string, string], now: number): Customer {
  const occasion = () => ({ at: now - DAY, done: false });
  const contact = (zone: string): Contact => ({ zone, mail: true, call: true, suppressed: null, sent: [] });
  return {
    id,
    now,
    contacts: [contact(zones[0]), contact(zones[1])],
    truth: { plan: "standard", months: 24, pays: true, missed: 0, questions: 0, incidents: 0, outage: false, episodes: [] },
    occasions: { anniversary: occasion(), "quiet-quarter": occasion(), "by-call": occasion() },
    spent: new Map(),
  };
}

/** Something happens, as often as not: consent is given and taken, things open and close, time passes. */
export function live(customer: Customer, chance: Chance, hours: number): void {
  const { truth, contacts } = customer;
  customer.now += Math.floor(chance.next() * hours * HOUR);
  const often = (share: number) => chance.next() < share;
  for (const contact of contacts) {
    if (often(0.02)) contact.mail = often(0.7);
    if (often(0.02)) contact.call = often(0.6);
    if (often(0.01)) contact.suppressed = often(0.5) ? null : chance.pick(["unsubscribed", "hard_bounce", "soft_bounces", "complaint"] as const);
  }
  if (often(0.02)) truth.questions = often(0.7) ? 0 : 1;
  if (often(0.02)) truth.incidents = often(0.7) ? 0 : 2;
  if (often(0.01)) truth.outage = often(0.2);
  if (often(0.01)) truth.pays = often(0.9);
  if (often(0.01)) truth.plan = often(0.9) ? "premium" : "community";
  if (often(0.01)) truth.months = often(0.5) ? 11 : 12;
  if (often(0.005)) truth.missed = often(0.2) ? 1 : 0; // a new customer in the old one's place, else all would end here
  if (often(0.02)) truth.episodes = [...truth.episodes.filter(() => often(0.6)), customer.now];
}

/** The facts of one thank-you at this moment, as the service would gather them. */
export function factsOf(customer: Customer, contact: Contact, campaign: Campaign): ThankFacts {
  const { now, truth, occasions, contacts } = customer;
  const [month, filledAt] = monthOf(now);
  return {
    ...wellBehaved,
    ...truth,
    now,
    campaign,
    wall: wallMinutes(now, contact.zone),
    occasion: occasions[campaign].at,
    done: occasions[campaign].done,
    lot: lotOf(campaign, customer.id),
    consent: campaign === "by-call" ? contact.call : contact.mail,
    suppressed: contact.suppressed,
    sent: contact.sent,
    customerSent: contacts.flatMap(({ sent }) => sent),
    left: 50_000n - (customer.spent.get(`${campaign}/${month}`) ?? 0n),
    filledAt,
  };
}

function monthOf(now: number): [string, number] {
  const at = DateTime.fromMillis(now, { zone: "utc" });
  return [at.toFormat("yyyy-MM"), at.startOf("month").plus({ months: 1 }).toMillis()];
}

/** Sends, and says which promises that breaks. */
export function send(customer: Customer, contact: Contact, campaign: Campaign): string[] {
  const { now, truth, occasions, contacts, spent } = customer;
  const [month] = monthOf(now);
  const key = `${campaign}/${month}`;
  contact.sent.push(now);
  spent.set(key, (spent.get(key) ?? 0n) + 10_000n);
  const lately = (sent: number[]) => sent.filter((at) => now - at < 7 * DAY).length;
  const { hour } = DateTime.fromMillis(now, { zone: contact.zone });
  const broken = {
    consent: !(campaign === "by-call" ? contact.call : contact.mail),
    suppression: contact.suppressed !== null,
    cap: lately(contact.sent) > 6,
    customerCap: contacts.reduce((sum, { sent }) => sum + lately(sent), 0) > 9,
    quietHours: hour >= 20 || hour < 8,
    openMatter: truth.questions + truth.incidents > 0 || truth.outage,
    missedDate: truth.missed > 0,
    notWellBehaved: truth.episodes.filter((at) => now - at < 90 * DAY).length > 2 || !truth.pays,
    segment: truth.plan === "community" || (campaign === "anniversary" && truth.months < 12),
    twice: occasions[campaign].done,
    stale: now < occasions[campaign].at || now - occasions[campaign].at > 21 * DAY,
    budget: (spent.get(key) ?? 0n) > 50_000n,
    heldOut: lotOf(campaign, customer.id) < 1_000,
  };
  occasions[campaign].done = true;
  // What is long past counts no more; this keeps the walk short.
  for (const one of contacts) one.sent = one.sent.filter((at) => now - at < 8 * DAY);
  return Object.entries(broken).flatMap(([promise, is]) => (is ? [promise] : []));
}
