import type { Customer } from "../customers/index.ts";
import type { Chance } from "../platform/chance.ts";

/** A moment at which somebody writes. bad: one too many in a bad week. open: its question is still owed today. */
export type Slot = { customer: Customer; at: Date; kind: "regular" | "bad" | "open" };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Conversations in three months for a customer of each plan; other plans count as standard. */
const VISITS: Record<string, number> = { community: 16, standard: 20, premium: 27 };
/** Customers with a bad week: where it ends (days ago), and how many came on top. The last one is happening now. */
const BAD_WEEKS = [
  { plan: "standard", daysAgo: 61, more: 3 },
  { plan: "premium", daysAgo: 33, more: 3 },
  { plan: "premium", daysAgo: 1, more: 5 },
];
const WEEK_DAYS = 7;
const OPEN_QUESTIONS = 2;
/** People write in the daytime; it also keeps a request and its answer in one accounting period. UTC. */
const FIRST_HOUR = 6;
const LAST_HOUR = 16;

/**
 * Who writes when, from `start` to `now`, in order. Spread evenly, so that a week holds at most three matters of one
 * customer, but for the bad weeks; and two community questions of the last hours, which are not answered yet.
 */
export function schedule(customers: Customer[], start: Date, now: Date, chance: Chance): Slot[] {
  let slots = customers.flatMap((customer) => regular(customer, start, now, chance));
  const taken = new Set<string>();
  for (const { plan, daysAgo, more } of BAD_WEEKS) {
    const customer = customers.find((one) => one.plan === plan && !taken.has(one.id));
    if (!customer) continue;
    taken.add(customer.id);
    // The week that is happening now is bad on any day on which somebody starts the service: nothing by chance takes a matter out of the count.
    if (daysAgo < WEEK_DAYS) slots = slots.filter((slot) => slot.customer !== customer || slot.at.getTime() < now.getTime() - (WEEK_DAYS + 1) * DAY);
    for (let i = 0; i < more; i++) slots.push({ customer, at: inDaytime(now.getTime() - (daysAgo + i * 1.3) * DAY, now, chance), kind: "bad" });
  }
  const asking = customers.filter((customer) => customer.plan === "community").slice(0, OPEN_QUESTIONS);
  asking.forEach((customer, i) => slots.push({ customer, at: new Date(now.getTime() - (3 + 8 * i) * HOUR - chance.between(0, HOUR)), kind: "open" }));
  return slots.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function regular(customer: Customer, start: Date, now: Date, chance: Chance): Slot[] {
  const visits = (VISITS[customer.plan] ?? 20) + chance.between(-3, 3);
  const step = (now.getTime() - start.getTime() - 2 * DAY) / visits;
  return Array.from({ length: visits }, (_, i) => {
    const middle = start.getTime() + (i + 0.5) * step;
    return { customer, at: inDaytime(middle + (chance.next() - 0.5) * 0.5 * step, now, chance), kind: "regular" };
  });
}

function inDaytime(at: number, now: Date, chance: Chance): Date {
  const day = Math.floor(at / DAY) * DAY;
  const time = day + chance.between(FIRST_HOUR * 60, LAST_HOUR * 60) * 60_000 + chance.between(0, 59_999);
  return new Date(time > now.getTime() - 6 * HOUR ? time - DAY : time);
}
