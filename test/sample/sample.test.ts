import { afterAll, beforeAll, expect, test } from "vitest";
import { createRulebook, promisedDate, type Rulebook } from "../../src/rulebook/index.ts";
import { seedSampleBusiness, type Seeded } from "../../src/sample/index.ts";
import { calendar, openSmallHouse, type SmallHouse } from "../customers/house.ts";

const TABLES = [
  "customers",
  "contacts",
  "contracts",
  "episodes",
  "conversations",
  "messages",
  "outcomes",
  "turns",
  "attempts",
  "decisions",
  "escalations",
  "open_questions",
  "alerts",
  "timers",
];

type Seen = SmallHouse & { rulebook: Rulebook; seeded: Seeded | undefined; took: number };

async function seeded(start?: Date, seed?: number): Promise<Seen> {
  const house = await openSmallHouse(start);
  const rulebook = await createRulebook({ ...house, file: "policies.yaml" });
  const began = performance.now();
  const done = await seedSampleBusiness({
    ...house,
    rulebook,
    calendar,
    directory: "sample",
    source: (page) => ({ title: page, url: `/knowledge/${page}` }),
    ...(seed === undefined ? {} : { seed }),
  });
  return { ...house, rulebook, seeded: done, took: performance.now() - began };
}

let house: Seen;
beforeAll(async () => {
  house = await seeded();
});
afterAll(() => house.close());

async function one<T>(sql: string, values: unknown[] = []): Promise<T> {
  const [row] = await house.db.query<T>(sql, values);
  return row as T;
}

test("twelve customers with people, contracts and some 250 conversations of three months, all marked as sample", async () => {
  expect(house.seeded).toEqual({ customers: 12, conversations: expect.any(Number) as number });
  const seen = await one<{ conversations: number; customers: number; first: Date; last: Date }>(
    `select (select count(*)::int from conversations where sample) as conversations, (select count(*)::int from customers where sample) as customers,
     (select min(created_at) from conversations) as first, (select max(last_at) from conversations) as last`,
  );
  expect(seen.customers).toBe(12);
  expect(seen.conversations).toBeGreaterThan(220);
  expect(seen.conversations).toBeLessThan(290);
  expect(seen.first > new Date("2026-08-22T00:00:00Z") && seen.first < new Date("2026-08-27T00:00:00Z")).toBe(true);
  expect(seen.last < house.clock.now()).toBe(true);
  const silent = await house.db.query("select name from customers u where sample and not exists (select 1 from conversations c where c.customer = u.id)");
  expect(silent).toEqual([]);
});

test("every message of a contact has one outcome, every turn covers something, numbers have no gaps", async () => {
  expect(await house.db.query("select id from messages m where author = 'contact' and not exists (select 1 from outcomes o where o.message = m.id)")).toEqual(
    [],
  );
  expect(await house.db.query("select id from turns where covers = '[]'")).toEqual([]);
  expect(await house.db.query("select conversation from messages group by conversation having max(seq) <> count(*)")).toEqual([]);
  expect(
    await house.db.query(
      "select c.id from conversations c join messages m on m.conversation = c.id group by c.id having c.last_seq <> max(m.seq) or c.covered_seq < max(m.seq) filter (where m.author = 'contact') or c.mode <> 'avatar'",
    ),
  ).toEqual([]);
  expect(
    await house.db.query("select a.id from messages a join messages b on b.conversation = a.conversation and b.seq = a.seq + 1 where b.at < a.at"),
  ).toEqual([]);
  expect(await house.db.query("select id from messages where text like '%{%' or text = ''")).toEqual([]);
});

test("the avatar says in its first sentence that it is an AI", async () => {
  const first = await house.db.query<{ text: string }>(
    "select distinct on (conversation) text from messages where author = 'avatar' order by conversation, seq",
  );
  expect(first.filter(({ text }) => !/AI assistant|KI-Assistentin/.test(text.slice(0, 70)))).toEqual([]);
});

test("nothing is left open but two questions with their dates and one alert", async () => {
  const open = await house.db.query<{ created_at: Date; due_at: Date }>("select created_at, due_at from open_questions where state = 'open'");
  expect(open).toHaveLength(2);
  const { book } = house.rulebook.current();
  for (const { created_at, due_at } of open) {
    expect(due_at).toEqual(promisedDate(book, created_at));
    expect(due_at > house.clock.now()).toBe(true);
  }
  expect(await house.db.query("select id from escalations where state in ('open', 'claimed')")).toEqual([]);
  expect(await house.db.query("select * from open_holds")).toEqual([]);
  expect(await house.db.query("select id from outbox")).toEqual([]);
  const alerts = await house.db.query<{ state: string; count: number }>("select state, count(*)::int as count from alerts group by state order by state");
  expect(alerts).toEqual([
    { state: "firing", count: 1 },
    { state: "resolved", count: expect.any(Number) as number },
  ]);
  const timers = await house.db.query<{ kind: string }>("select kind from timers where due_at > $1 order by kind", [house.clock.now()]);
  expect(timers.map(({ kind }) => kind)).toEqual(["alert.lapse", "question.alert", "question.alert", "question.due", "question.due"]);
});

test("promised dates were kept, and what was kept is dated after it was asked", async () => {
  expect(await house.db.query("select id from open_questions where state = 'kept' and (closed_at > due_at or closed_at < created_at)")).toEqual([]);
});

test("money: granted each month under the contract, never below zero at any moment, models priced, people paid by whom the policy says", async () => {
  const low = await house.db.query(
    `select account, sum from (select p.account, sum(p.amount) over (partition by p.account order by t.at, t.kind <> 'expiry', t.kind <> 'grant', p.id) as sum
       from postings p join transfers t on t.id = p.transfer join accounts a on a.id = p.account where a.capped) s where sum < 0`,
  );
  expect(low).toEqual([]);
  const grants = await house.db.query<{ periods: number }>(
    "select count(*)::int as periods from transfers t join customers u on u.id = t.customer where t.kind = 'grant' and u.plan in ('standard', 'premium') group by t.customer",
  );
  expect(grants).toHaveLength(7);
  expect(new Set(grants.map(({ periods }) => periods))).toEqual(new Set([4]));
  const payers = await house.db.query<{ verdict: string; payer: string }>(
    `select distinct e.verdict, regexp_replace(p.account, 'cus_[^/]+', '*') as payer from escalations e join transfers t on t.key = 'escalation/' || e.id join postings p on p.transfer = t.id
     where p.account like '%/budget' or p.account in ('company/goodwill', 'company/safety') order by 1`,
  );
  expect(payers).toEqual([
    { verdict: "deferred", payer: "company/goodwill" },
    { verdict: "granted", payer: "customer/*/budget" },
    { verdict: "overridden", payer: "company/safety" },
  ]);
  expect(await house.db.query("select id from attempts where amount = 0 or model not like '%gpt-4o-mini%'")).toEqual([]);
  expect(
    await house.db.query(
      "select id from attempts a where not exists (select 1 from transfers t where t.key = 'attempt/' || a.id and t.cause <> '' and t.episode is not null)",
    ),
  ).toEqual([]);
});

test("yesterday's decisions replay under the rulebook that they name", async () => {
  const rows = await house.db.query<Parameters<Rulebook["replayDecision"]>[0]>(
    "select policy, verdict, reasons, facts, rulebook from decisions where policy = 'escalate'",
  );
  expect(rows.length).toBeGreaterThan(30);
  const replayed = await Promise.all(rows.map((row) => house.rulebook.replayDecision(row)));
  expect(replayed.filter((one) => !one?.same)).toEqual([]);
});

test("a host's token for a contact of the sample meets that contact", async () => {
  const [person] = await house.customers.sampleContacts();
  expect(await house.customers.hostContact({ sub: person?.id ?? "", customer: person?.customer ?? "" })).toEqual({
    contact: person?.id,
    customer: person?.customer,
  });
});

test("it is done once, and quickly", async () => {
  const again = await seedSampleBusiness({ ...house, calendar, directory: "sample", source: () => undefined });
  expect(again).toBeUndefined();
  expect(house.took).toBeLessThan(20_000); // aim: 6 s on a quiet machine
});

test("the same seed makes the same history, ids aside; another seed makes another", async () => {
  const same = await seeded();
  const other = await seeded(undefined, 7);
  expect(await traceOf(same)).toEqual(await traceOf(house));
  expect(await traceOf(other)).not.toEqual(await traceOf(house));
  await same.close();
  await other.close();
});

// The last three are moments at which the sample once had no alert: a matter of the bad week had joined one that counts against nobody.
const MOMENTS = [
  "2027-03-01T00:10:00Z",
  "2026-12-31T22:30:00Z",
  "2026-05-29T16:45:00Z",
  "2026-11-23T14:29:00Z",
  "2026-11-24T10:12:00Z",
  "2026-11-26T10:44:00Z",
];
test("it fits any day of the year: quiet at the end whatever the date, with one alert to look at", async () => {
  for (const day of MOMENTS) {
    const then = await seeded(new Date(day));
    const [left] = await then.db.query<{ questions: number; firing: number; conversations: number; late: number }>(
      `select (select count(*)::int from open_questions where state = 'open') as questions, (select count(*)::int from alerts where state = 'firing') as firing,
       (select count(*)::int from conversations) as conversations, (select count(*)::int from messages where at > $1) as late`,
      [then.clock.now()],
    );
    expect(left?.questions).toBe(2);
    expect(left?.firing).toBe(1);
    expect(left?.conversations).toBeGreaterThan(200);
    expect(left?.late).toBe(0);
    await then.close();
  }
});

/** All rows as text, ids masked, in an order that does not depend on ids. */
async function traceOf({ db }: SmallHouse): Promise<Record<string, string[]>> {
  const trace: Record<string, string[]> = {};
  for (const table of [...TABLES, "transfers", "postings"]) {
    const rows = await db.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
    trace[table] = rows.map(({ row }) => masked(row, table)).toSorted();
  }
  return trace;
}

function masked(row: string, table: string): string {
  const plain = row.replaceAll(/\b[a-z]+_[0-9a-hjkmnp-tv-z]{25}\b/g, "*");
  // A seal is made of ids.
  return table === "postings" ? plain.replace(/"seal": "[^"]*"/, "").replace(/"id": \d+, /, "") : plain;
}
