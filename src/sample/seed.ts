import { manualClock, type Clock, type ManualClock } from "../platform/clock.ts";
import type { Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import { randomIds } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import { createCustomers, type Contact, type Customer } from "../customers/index.ts";
import { createLedger, customerBudget, type Calendar } from "../ledger/index.ts";
import { planOf, promisedDate, workingTime, type Rulebook } from "../rulebook/index.ts";
import { pastAlerts } from "./alerts.ts";
import { bookTurns, samplePrice, writeAll, type CostRooms } from "./costs.ts";
import { countsAgainst, openMatters, type Matters } from "./episodes.ts";
import { colleagueId, fits, recordEscalation } from "./escalations.ts";
import { readSample, type SampleFiles, type Scenario } from "./files.ts";
import { makePeople } from "./people.ts";
import { openPurse } from "./purse.ts";
import { chance, type Chance } from "../platform/chance.ts";
import { record, type Recorder } from "./record.ts";
import { episodeWrite } from "./rows.ts";
import { schedule, type Slot } from "./schedule.ts";
import { endOf, tell, type Story, type Telling } from "./story.ts";

export type SeedRooms = {
  db: Database;
  clock: Clock;
  log: Log;
  rulebook: Pick<Rulebook, "current" | "decisionWrite">;
  calendar: Calendar;
  /** where business.yaml and history.yaml are */
  directory: string;
  /** a page that the avatar cites, as people find it */
  source: (page: string) => { title: string; url: string } | undefined;
  /** the same seed at the same moment makes the same history, but for the ids */
  seed?: number;
};
export type Seeded = { customers: number; conversations: number };

const SEED = 20_261_122;
const MONTHS = 3;
const HALF_HOUR = 30 * 60_000;
const DAY = 86_400_000;
/** More visits than these in seven days make a bad week, which an alert would tell. */
const CALM_WEEK = 3;
/** So many other matters a customer comes with before one comes again. */
const VARIETY = 9;
/** The scenarios hold more emergencies than three months have. */
const SAFETY_IS_RARE = 0.4;
/** Who worked at Marlstone. */
const TEAM = ["Merle Brandt", "Jonas Petersen", "Aylin Kaya"] as const;

/**
 * Fills a new database with the sample business and three months of its history, marked as sample, in one transaction: all
 * or nothing. Undefined: sample customers are there already, nothing was done. Grants of the past are posted by the ledger
 * itself, so nothing may have been granted before.
 */
export async function seedSampleBusiness(rooms: SeedRooms): Promise<Seeded | undefined> {
  const files = await readSample(rooms.directory);
  return rooms.db.transaction(async (tx) => {
    // Two processes that start at once on an empty database: the second waits, and finds it done.
    await tx.query("select pg_advisory_xact_lock($1)", [SEED]);
    const [known] = await tx.query("select 1 from customers where sample limit 1");
    return known ? undefined : seed(rooms, files, tx);
  });
}

type Seeding = CostRooms & {
  tx: Queryable;
  clock: ManualClock;
  now: Date;
  matters: Matters;
  recorder: Recorder;
  telling: Telling;
  scenarios: Scenario[];
  team: readonly string[];
};

async function seed(rooms: SeedRooms, files: SampleFiles, tx: Queryable): Promise<Seeded> {
  const now = rooms.clock.now();
  const start = monthsBefore(now, MONTHS);
  const clock = manualClock(start);
  const ids = randomIds(() => clock.now().getTime());
  const { book, version } = rooms.rulebook.current();
  const currency = book.business.currency;
  // Everything inside goes through the one connection of this transaction.
  const db: Database = { ...rooms.db, query: tx.query, transaction: (work) => work(tx) };
  const customers = createCustomers({ db, clock, ids, currency, rulebook: { at: async () => ({ book }) }, openPeriod: async () => undefined });
  const ledger = createLedger({ db, clock, ids, log: rooms.log, calendar: rooms.calendar, ruleOf: (account) => customers.grantRule(account) });
  await ledger.openBooks(currency);
  const people = await makePeople({ tx, customers, clock, book, now }, files.customers);
  const accounts = [...new Set(people.flatMap(({ id, payer }) => [customerBudget(id), payer]))];
  const luck = chance(rooms.seed ?? SEED);
  const seeding: Seeding = {
    tx,
    clock,
    now,
    ids,
    chance: luck,
    book,
    version,
    rulebook: rooms.rulebook,
    purse: openPurse({ tx, clock, calendar: rooms.calendar, ledger, accounts }),
    rows: [],
    team: TEAM,
    scenarios: files.scenarios,
    matters: openMatters(book.episodes, now),
    recorder: { ids, avatar: book.persona.name, rulebook: version, model: samplePrice(book, now).model, source: rooms.source },
    telling: { chance: luck, work: workingTime(book), promisedDate: (at) => promisedDate(book, at), team: TEAM, thanks: thanksOf(files.scenarios) },
  };
  const conversations = await live(seeding, schedule(people, start, now, luck));
  await keep(seeding, people);
  return { customers: people.length, conversations };
}

/** Lets three months pass. */
async function live(seeding: Seeding, slots: Slot[]): Promise<number> {
  const before = new Map<string, Scenario[]>();
  const looks = new Map<string, number>();
  const visits: Slot[] = [];
  for (const slot of slots) {
    if (slot.kind === "regular" && visitsInWeek(visits, slot) >= CALM_WEEK) continue;
    await seeding.purse.until(slot.at);
    const recent = before.get(slot.customer.id) ?? [];
    const story = draw(seeding, slot, recent, looks);
    if (!story) continue;
    before.set(slot.customer.id, [story.scenario, ...recent].slice(0, VARIETY));
    keepStory(seeding, slot.customer, story);
    visits.push(slot);
  }
  await seeding.purse.until(seeding.now);
  await seeding.purse.flush();
  return visits.length;
}

function visitsInWeek(visits: Slot[], { customer, at }: Slot): number {
  return visits.filter((one) => one.customer === customer && at.getTime() - one.at.getTime() <= 7 * DAY).length;
}

/** A story that may have happened to this customer now: in a language of theirs, over by now, within budget and human looks. */
function draw(seeding: Seeding, slot: Slot, recent: Scenario[], looks: Map<string, number>): Story | undefined {
  const { customer, at, kind } = slot;
  const open = kind === "open";
  const { book, chance: luck, purse, telling, now } = seeding;
  const left = purse.left(customerBudget(customer.id));
  const languages = new Set(customer.contacts.map((contact) => contact.locale));
  const month = `${customer.plan}/${at.toISOString().slice(0, 7)}`;
  const looked = looks.get(month) ?? 0;
  const possible = seeding.scenarios.filter((scenario) => {
    if (!languages.has(scenario.lang) || (open && !isKept(scenario)) || (kind === "bad" && !isAnotherMatter(scenario, recent))) return false;
    return (!needsLook(scenario) || open || looked < planOf(book, customer.plan).humanLooks) && fits(scenario, customer, left, book);
  });
  // What came lately comes again only when nothing else is left.
  const lately = recent.slice(0, Math.min(VARIETY, Math.floor(possible.length / 2)));
  let candidates = possible.filter((scenario) => !lately.includes(scenario));
  while (candidates.length > 0) {
    const scenario = luck.weighted(candidates, (one) => likelihood(one, customer.plan));
    if (!scenario) return undefined;
    const story = tell(scenario, at, telling, open ? now : undefined);
    if (open || endOf(story).getTime() < now.getTime() - HALF_HOUR) {
      if (needsLook(scenario)) looks.set(month, looked + 1);
      return story;
    }
    candidates = candidates.filter((one) => one !== scenario);
  }
  return undefined;
}

/** Counts as a matter of its own against the customer. */
function isAnotherMatter(scenario: Scenario, recent: Scenario[]): boolean {
  return countsAgainst(scenario) && !recent.slice(0, 4).some(({ topic }) => topic === scenario.topic);
}

function likelihood(scenario: Scenario, plan: string): number {
  const weight = scenario.weight[plan] ?? 0;
  return scenario.outcome === "overridden" ? weight * SAFETY_IS_RARE : weight;
}

function needsLook(scenario: Scenario): boolean {
  return scenario.outcome === "deferred" && scenario.messages.some((line) => line.from === "human");
}
/** Its answer comes days later: today it may still be owed. */
function isKept(scenario: Scenario): boolean {
  return needsLook(scenario) && scenario.messages.some((line) => line.afterWorkingDays !== undefined);
}

function keepStory(seeding: Seeding, customer: Customer, story: Story): void {
  const { matters, recorder, rows, purse, ids } = seeding;
  const { scenario, said } = story;
  const begins = (said[0] as Story["said"][number]).at;
  const matter = matters.matterOf(customer, scenario, begins, () => ids.next("ep"));
  for (const line of said) if (line.from === "contact") matters.touch(matter, line.at);
  if (scenario.outcome === "overridden") matters.markSafety(matter);
  const { recorded, writes } = record(recorder, customer, whoWrites(seeding.chance, customer, scenario), matter, story);
  rows.push(...writes);
  bookTurns(seeding, recorded);
  recordEscalation(seeding, recorded, purse.left(customerBudget(customer.id)));
}

function whoWrites(luck: Chance, customer: Customer, scenario: Scenario): Contact {
  return luck.pick(customer.contacts.filter((contact) => contact.locale === scenario.lang));
}

async function keep({ tx, rows, matters, book, now, ids, team }: Seeding, people: Customer[]): Promise<void> {
  const alerts = pastAlerts({
    matters,
    book,
    now,
    customers: people.map(({ id }) => id),
    colleague: `${colleagueId(team, TEAM[0])} ${TEAM[0]}`,
    id: () => ids.next("alert"),
  });
  const episodes: Write[] = matters.settled().map(episodeWrite);
  await writeAll(tx, [...episodes, ...rows, ...alerts]);
}

/** What the avatar says to a thank-you, in each language: the first such line of the sample's own words. */
function thanksOf(scenarios: Scenario[]): Record<string, string> {
  const thanks: Record<string, string> = {};
  for (const { lang, messages } of scenarios) {
    const last = messages.at(-1);
    if (last?.from === "avatar" && last.page === undefined) thanks[lang] ??= last.text;
  }
  return thanks;
}

function monthsBefore(date: Date, months: number): Date {
  const before = new Date(date);
  before.setUTCDate(1);
  before.setUTCMonth(before.getUTCMonth() - months);
  const last = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
  before.setUTCDate(Math.min(date.getUTCDate(), last));
  return before;
}
