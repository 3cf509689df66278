import { costOf, type CountedCustomer, type Counting, type Life } from "../../care/index.ts";
import { DAY, reachOf, spellsOf } from "../../policies/index.ts";
import { NO_SCHEME, type Book } from "../../rulebook/index.ts";
import { segmentsOf } from "../alerts/ours.ts";
import { thankedIn } from "./thanked.ts";

/** Alerts and thank-yous are compared over so many days back, discounts over so many years: they move once a year. */
export const BOOK_DAYS = 182;
export const BOOK_YEARS = 5;

/** Those whom something hits: customers, and the people whom we know there. */
export type Hit = { customers: number; people: number };

/** What a rulebook would have done to the customers that there are. Amounts in micro-units. */
export type BookFigures = {
  alerts: Hit & { fired: number };
  /** had one person at each customer agreed to them */
  thanks: Hit & { sent: number; heldOut: number; cost: bigint };
  /** `lost`: what incidents took of the discounts that there would have been without any */
  discounts: Hit & { granted: bigint; lost: bigint };
  /** what may be spent on serving those who pay, in a month */
  serving: bigint;
};

export type BookRooms = {
  counting: Pick<Counting, "everybody">;
  lives: readonly Life[];
  /** how many we know at each customer */ people: ReadonlyMap<string, number>;
  now: Date;
};

/** Reads the past through the rules of a book. It changes nothing and knows no chance: the same past gives the same figures. */
export async function bookFigures(book: Book, rooms: BookRooms): Promise<BookFigures> {
  return { alerts: await alertsOf(book, rooms), thanks: await thanksOf(book, rooms), discounts: discountsOf(book, rooms), serving: servingOf(book, rooms) };
}

async function alertsOf({ alerts }: Book, { counting, people, now }: BookRooms): Promise<BookFigures["alerts"]> {
  const hit = new Set<string>();
  let fired = 0;
  for (const rule of alerts) {
    const from = new Date(now.getTime() - (BOOK_DAYS + reachOf(rule)) * DAY);
    const customers = await counting.everybody(rule.counts, from);
    const segments = segmentsOf(customers, now.getTime());
    for (const { id, plan, history } of customers) {
      const spells = spellsOf(rule, { ...history, segment: segments.get(plan) }, now.getTime() - BOOK_DAYS * DAY, now.getTime());
      fired += spells.length;
      if (spells.length > 0) hit.add(id);
    }
  }
  return { fired, ...hitOf([...hit], people) };
}

async function thanksOf(book: Book, { counting, lives, people, now }: BookRooms): Promise<BookFigures["thanks"]> {
  const to = now.getTime();
  const from = to - BOOK_DAYS * DAY;
  const all = await counting.everybody("episodes", new Date(from - book.thanks.episodeDays * DAY));
  const episodes = new Map<string, CountedCustomer>(all.map((one) => [one.id, one]));
  const thanked = lives.map((life) => ({ id: life.id, ...thankedIn(book, life, episodes.get(life.id)?.history.episodes ?? [], { from, to }) }));
  const sum = (of: (one: (typeof thanked)[number]) => number) => thanked.reduce((total, one) => total + of(one), 0);
  return {
    sent: sum(({ sent }) => sent),
    heldOut: sum(({ heldOut }) => heldOut),
    cost: thanked.reduce((total, { cost }) => total + cost, 0n),
    ...hitOf(
      thanked.filter(({ sent }) => sent > 0).map(({ id }) => id),
      people,
    ),
  };
}

function discountsOf({ noClaims: { scheme: name, schemes } }: Book, { lives, people, now }: BookRooms): BookFigures["discounts"] {
  const scheme = name === NO_SCHEME ? undefined : schemes[name];
  if (!scheme) return { granted: 0n, lost: 0n, customers: 0, people: 0 };
  const from = new Date(now);
  from.setUTCFullYear(now.getUTCFullYear() - BOOK_YEARS);
  const sums = lives.map((life) => {
    const granted = costOf(scheme, { fee: life.fee, history: life.claims }, from.getTime(), now.getTime()).discounts;
    const clean = costOf(scheme, { fee: life.fee, history: { ...life.claims, incidents: [] } }, from.getTime(), now.getTime()).discounts;
    return { id: life.id, granted, lost: clean - granted };
  });
  const losers = sums.filter(({ lost }) => lost > 0n).map(({ id }) => id);
  return { granted: total(sums.map(({ granted }) => granted)), lost: total(sums.map(({ lost }) => lost)), ...hitOf(losers, people) };
}

function servingOf({ plans }: Book, { lives }: BookRooms): bigint {
  return total(lives.map(({ plan, fee }) => (fee * BigInt((Object.hasOwn(plans, plan) ? plans[plan]?.share : undefined) ?? 0)) / 10_000n));
}

function hitOf(customers: string[], people: ReadonlyMap<string, number>): Hit {
  return { customers: customers.length, people: customers.reduce((sum, id) => sum + (people.get(id) ?? 0), 0) };
}

const total = (amounts: bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
