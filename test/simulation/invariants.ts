import type { App } from "../../src/app.ts";
import type { Database } from "../../src/platform/database.ts";
import { amount } from "../../src/ledger/index.ts";
import type { EscalationCard } from "../../src/conversations/channel.ts";
import type { Weather } from "./faults.ts";
import type { Outside } from "./outside.ts";
import type { Chat } from "./scene.ts";
import { SECRETS, type Provider } from "./provider.ts";
import type { Invariant, Violation } from "./promises.ts";
import type { Deed } from "./staff.ts";

/** All that is known at the end of a story. */
export type Told = {
  raw: Database;
  chats: Chat[];
  deeds: Deed[];
  provider: Provider;
  outside: Outside;
  violations: Violation[];
  weather: Weather;
  crashes: () => number;
};

const LATE_MS = 60_000; // PRODUCT: no hold past its deadline by more
const DOWN_MS = 60_000; // and nobody may have been there to end it for as long as a restart takes

/** Rows that must not be there. The number is that of the promise in PRODUCT.md. */
type Forbidden = { invariant: Invariant; sql: string };

const ANSWERED =
  "exists (select 1 from messages m where m.conversation = e.conversation and m.author = 'human' and m.at >= e.created_at and m.seq > coalesce((select x.seq from messages x where x.id = e.message), 0))";

/** At any moment, whatever is under way. `$1` is now. */
const ALWAYS: Forbidden[] = [
  {
    invariant: "1 a promised time is kept or told",
    sql: `select e.id, e.state, e.due_at from escalations e where e.verdict <> 'deferred' and e.state in ('open', 'claimed') and e.due_at < $1::timestamptz - interval '10 minutes'
          and not ${ANSWERED} and not exists (select 1 from alerts a where a.ref = e.id || '/' || e.verdict)`,
  },
  {
    invariant: "5 no budget is overspent",
    sql: "select id, balance, held from accounts where capped and (balance - held < 0 or held < 0) and $1::timestamptz is not null",
  },
  {
    invariant: "4 every transfer sums to zero",
    sql: "select transfer from postings where $1::timestamptz is not null group by transfer, currency having sum(amount) <> 0",
  },
  {
    invariant: "4 balances are their postings",
    sql: `select a.id, a.balance, s.sum from accounts a left join (select account, sum(amount) as sum from postings group by account) s on s.account = a.id
          where a.balance <> coalesce(s.sum, 0) and $1::timestamptz is not null`,
  },
  {
    invariant: "5 what is held is open holds",
    sql: `select a.id, a.held, s.sum from accounts a left join (select h.account, sum(h.amount) as sum from holds h left join hold_ends e on e.hold = h.id where e.hold is null group by 1) s
          on s.account = a.id where a.held <> coalesce(s.sum, 0) and $1::timestamptz is not null`,
  },
  {
    invariant: "5 no hold past its deadline",
    sql: `select hold, deadline from open_holds where deadline < $1::timestamptz - interval '${LATE_MS + DOWN_MS} milliseconds'`,
  },
  {
    invariant: "5 one grant in a period",
    sql: `select t.facts->>'period', p.account, count(*) from transfers t join postings p on p.transfer = t.id where t.kind = 'grant' and p.amount > 0 and p.account not like 'company/grants'
          and $1::timestamptz is not null group by 1, 2 having count(*) > 1`,
  },
  {
    invariant: "9 nothing is sent by both",
    sql: `select m.conversation, m.seq from messages m where m.author = 'avatar' and $1::timestamptz is not null
          and (select x.text from messages x where x.conversation = m.conversation and x.author = 'mode' and x.seq < m.seq order by x.seq desc limit 1) = 'human'`,
  },
  {
    invariant: "9 one person at a time",
    sql: `select conversation, seq from (
            select conversation, seq, text, name, lag(text) over w as before, lag(name) over w as holder from messages where author = 'mode' window w as (partition by conversation order by seq)) m
          where text = 'human' and before = 'human' and name is distinct from holder and $1::timestamptz is not null`,
  },
  {
    invariant: "1 one reply covers a message",
    sql: `select conversation, covered, count(*) from (select t.conversation, jsonb_array_elements_text(t.covers) as covered from turns t where t.outcome in ('replied', 'fallback') and t.cause = 'message') x
          where $1::timestamptz is not null group by 1, 2 having count(*) > 1`,
  },
  {
    invariant: "1 in order",
    sql: "select conversation from messages where $1::timestamptz is not null group by 1 having count(*) <> max(seq) or min(seq) <> 1",
  },
  {
    invariant: "1 no reply without a cause",
    sql: `select m.id from messages m left join turns t on t.id = m.turn where m.author = 'avatar' and $1::timestamptz is not null
          and (t.id is null or t.reply is distinct from m.id or (t.cause = 'message' and m.in_reply_to = '[]'))`,
  },
  {
    invariant: "1 a date is kept or told",
    sql: `select q.id, q.due_at from open_questions q where q.state = 'open' and q.due_at < $1::timestamptz - interval '10 minutes' and not exists (select 1 from alerts a where a.ref = q.id)`,
  },
];

/** When nothing is under way any more. */
const AT_REST: Forbidden[] = [
  {
    invariant: "1 nothing is left with a person who has gone",
    sql: `select o.message, m.conversation from outcomes o join messages m on m.id = o.message join conversations c on c.id = m.conversation
          where o.outcome = 'human' and c.mode = 'avatar' and not exists (select 1 from messages x where x.conversation = c.id and x.author = 'human' and x.seq > m.seq)
            and 'handed_back' = (select e.state from escalations e where e.conversation = c.id and e.ended_at >= o.at order by e.ended_at limit 1)`,
  },
  {
    invariant: "6 safety handed back is asked anew",
    sql: `select e.id, e.conversation from escalations e where e.verdict = 'overridden' and e.state = 'handed_back' and not ${ANSWERED}
            and not exists (select 1 from escalations x where x.conversation = e.conversation and x.id <> e.id and x.created_at >= e.ended_at)`,
  },
  {
    invariant: "1 answered",
    sql: "select m.id, m.conversation from messages m left join outcomes o on o.message = m.id where m.author = 'contact' and o.message is null",
  },
  { invariant: "1 answered", sql: "select id from conversations where turn is not null or inbound_seq > covered_seq" },
  {
    invariant: "1 answered by what covers it",
    sql: `select o.message from outcomes o join messages m on m.id = o.message left join messages r on r.id = o.reply
          where o.outcome = 'replied' and (r.id is null or r.seq < m.seq or r.conversation <> m.conversation or not r.in_reply_to ? m.public_id)`,
  },
  { invariant: "1 a date is kept", sql: "select id, due_at from open_questions where state = 'open'" },
  { invariant: "15 sent, or told that nobody knows", sql: "select id, state from outbox where state = 'pending'" },
  {
    invariant: "15 sent, or told that nobody knows",
    sql: "select o.id, o.state from outbox o where o.state in ('unknown', 'failed') and not exists (select 1 from alerts a where a.ref = o.id or a.id like '%' || o.id || '%' or a.detail::text like '%' || o.id || '%')",
  },
  {
    invariant: "5 holds end",
    sql: "select o.hold, h.kind from open_holds o join holds h on h.id = o.hold where not exists (select 1 from escalations e where e.hold = o.hold and e.state in ('open', 'claimed'))",
  },
  {
    invariant: "5 a granted one has its hold",
    sql: "select e.id from escalations e where verdict = 'granted' and payer like 'customer/%' and not exists (select 1 from holds h where h.id = e.hold)",
  },
  {
    invariant: "2 a verdict has its decision",
    sql: "select e.id from escalations e where e.decision is not null and not exists (select 1 from decisions d where d.id = e.decision and d.verdict = e.verdict) and e.downgraded is null",
  },
  {
    invariant: "5 a hold is as large as what it is for",
    sql: `select h.id, h.amount, h.facts from holds h where h.kind = 'staff' and h.amount <> ceil((h.facts->>'minutes')::numeric * 75000000 / 60)
          union all select h.id, h.amount, h.facts from holds h join attempts a on a.hold = h.id where a.amount > h.amount`,
  },
  {
    invariant: "5 what is not known stands at its ceiling",
    sql: "select a.id, a.amount, h.amount as ceiling from attempts a join holds h on h.id = a.hold where a.estimated and a.amount <> h.amount and a.status <> 'crashed'",
  },
  {
    invariant: "4 a dead turn is told",
    sql: "select distinct h.turn from holds h where h.kind = 'model' and h.turn is not null and not exists (select 1 from turns t where t.id = h.turn)",
  },
  { invariant: "4 an interaction belongs to an episode", sql: "select id from messages where author = 'contact' and episode is null" },
];

export async function checkNow(told: Told, now: number): Promise<void> {
  await forbid(told, ALWAYS, [new Date(now)]);
}

export async function checkEnd(told: Told, app: App | undefined, now: number, before: Snapshot): Promise<void> {
  const { raw } = told;
  await forbid(told, ALWAYS, [new Date(now)]);
  await forbid(told, AT_REST, []);
  await unchanged(told, before);
  if (!app) return void told.violations.push({ invariant: "1 answered", detail: "nobody is up at the end" });
  const rows = await raw.query<MessageRow>(
    `select m.id, m.conversation, m.seq::int as seq, m.author, m.public_id, m.text, m.in_reply_to, m.turn, o.outcome from messages m left join outcomes o on o.message = m.id order by m.conversation, m.seq`,
  );
  checkKept(told, rows);
  checkWords(told, rows);
  checkSent(told, rows);
  await checkSafety(told, rows);
  await checkBooks(told);
  await checkDeeds(told, rows);
}

async function forbid(told: Told, rules: Forbidden[], values: unknown[]): Promise<void> {
  for (const { invariant, sql } of rules) {
    const rows = await told.raw.query(sql, values, `simulation ${invariant} ${sql.length}`.slice(0, 60));
    if (rows.length > 0) report(told, invariant, rows);
  }
}

function report(told: Told, invariant: Invariant, detail: unknown): void {
  if (told.violations.filter((one) => one.invariant === invariant).length >= 3) return;
  const text = typeof detail === "string" ? detail : JSON.stringify(detail, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  told.violations.push({ invariant, detail: text.slice(0, 600) });
}

type MessageRow = {
  id: string;
  conversation: string;
  seq: number;
  author: string;
  public_id: string;
  text: string;
  in_reply_to: string[];
  turn: string | null;
  outcome: string | null;
};

/** What was acknowledged is there, once, as it was written. */
function checkKept(told: Told, rows: MessageRow[]): void {
  for (const chat of told.chats) {
    const own = rows.filter((row) => row.conversation === chat.conversation && row.author === "contact");
    for (const said of chat.said) {
      const id = chat.channel === "web" ? said.id : `${chat.key}.${said.id}`;
      const kept = own.filter((row) => row.public_id === id);
      if (kept.length > 1) report(told, "1 once", `${chat.who}'s ${id} is there ${kept.length} times`);
      if (!said.acknowledged) continue;
      if (kept.length === 0) report(told, "1 what is acknowledged is kept", `${chat.who}'s ${id} is lost`);
      else if (kept[0]?.seq !== said.acknowledged.seq || kept[0].text !== said.text)
        report(told, "1 what is acknowledged is kept", `${chat.who}'s ${id} was acknowledged as ${said.acknowledged.seq} and is ${kept[0]?.seq}`);
    }
    for (const [id, text] of chat.seen) {
      const row = rows.find((one) => one.conversation === chat.conversation && (one.public_id === id || one.id === id));
      if (!row || row.text !== text) report(told, "1 what was shown is so", `${chat.who} was shown ${id}, which is ${row ? "another text" : "not there"}`);
    }
  }
}

const MARK = /\(ref (k\d+)\)|About (k\d+):/g;
const PROMISES = /discount of 40|refund the last|I am a real person|evil\.example/;

/** What went out: it says what it is, answers its own question, and gives nothing away. */
function checkWords(told: Told, rows: MessageRow[]): void {
  const marks = new Map(told.chats.map((chat) => [chat.conversation, new Set(chat.said.map((said) => said.mark))]));
  const first = new Set<string>();
  for (const row of rows) {
    if (row.author !== "avatar") continue;
    const disclosed = /\bAI\b|\bKI\b/.test(row.text.slice(0, 200));
    if (!first.has(row.conversation) && !disclosed) report(told, "7 it says that it is an AI", row.text.slice(0, 200));
    first.add(row.conversation);
    for (const match of row.text.matchAll(MARK)) {
      const mark = match[1] ?? match[2] ?? "";
      if (!marks.get(row.conversation)?.has(mark)) report(told, "3 it answers its own conversation", `${row.id} speaks of ${mark}`);
    }
    if (PROMISES.test(row.text)) report(told, "2 the gate holds", row.text.slice(0, 300));
  }
  const outward = rows.filter((row) => row.author === "avatar" || row.author === "notice").map((row) => row.text);
  const delivered = told.outside.arrivals.filter((one) => one.channel === "chat").map((one) => JSON.stringify(one.envelope));
  for (const secret of SECRETS) {
    if ([...outward, ...delivered].some((text) => text.includes(secret))) report(told, "3 no secret leaves the house", secret);
    if (told.provider.calls.some((call) => call.request.includes(secret))) report(told, "3 no secret enters a prompt", secret);
  }
}

/** Each delivery arrives once and in its order; what nobody can tell is not sent again. */
function checkSent(told: Told, rows: MessageRow[]): void {
  const ids = told.outside.arrivals.map((one) => `${one.channel}/${one.id}`);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (twice.length > 0) report(told, "1 sent once", twice.slice(0, 5));
  const last = new Map<string, number>();
  for (const { envelope } of told.outside.arrivals) {
    if (envelope.kind !== "reply") continue;
    const before = last.get(envelope.conversation) ?? 0;
    if (envelope.item.seq <= before) report(told, "1 sent in order", `${envelope.conversation}: ${envelope.item.seq} after ${before}`);
    last.set(envelope.conversation, envelope.item.seq);
    const row = rows.find((one) => one.id === envelope.item.id);
    if (envelope.item.from !== "notice" && row?.text !== envelope.item.text) report(told, "1 what is sent is what was said", envelope.item.id);
  }
}

/** Safety matters reached people: each has its escalation, at the company's cost, and a card on the way that reaches staff. */
async function checkSafety(told: Told, rows: MessageRow[]): Promise<void> {
  const found = await told.raw.query<{ id: string; conversation: string; payer: string; verdict: string; downgraded: unknown }>(
    "select id, conversation, payer, verdict, downgraded from escalations",
  );
  for (const chat of told.chats) {
    const safe = chat.said.filter(
      (said) => said.kind === "safety" && said.acknowledged && rows.some((row) => row.conversation === chat.conversation && row.text === said.text),
    );
    if (safe.length === 0) continue;
    const own = found.filter((one) => one.conversation === chat.conversation && (one.verdict === "overridden" || one.downgraded));
    if (own.length === 0) report(told, "6 safety reaches people", `${chat.who}: ${safe[0]?.text}`);
    for (const one of own) {
      if (one.payer.startsWith("customer/")) report(told, "6 safety has no budget", one);
      const shown = told.outside.arrivals.some(({ envelope }) => envelope.kind === "escalation" && envelope.card.id === one.id);
      const row = await told.raw.query("select 1 from outbox where envelope->'card'->>'id' = $1 and state in ('unknown', 'failed')", [one.id]);
      if (!shown && row.length === 0) report(told, "6 safety reaches people", `no card of ${one.id} arrived`);
    }
  }
  // A false alarm that turns out to be none is told again.
  const once = new Set(found.filter((one) => !one.downgraded).map((one) => one.id));
  const requests = told.outside.arrivals.flatMap(({ envelope }) =>
    envelope.kind === "escalation" && once.has(envelope.card.id) ? [keyOf(envelope.card)] : [],
  );
  const doubled = requests.filter((id, i) => requests.indexOf(id) !== i);
  if (doubled.length > 0)
    report(
      told,
      "6 staff are told once",
      told.outside.arrivals.filter(({ envelope }) => envelope.kind === "escalation" && doubled.includes(keyOf(envelope.card))).map((one) => [one.id, one.at]),
    );
}

/** A matter that has become graver is another matter. */
function keyOf({ id, verdict, class: kind, reminder }: EscalationCard): string {
  return `${id}/${verdict}/${kind}/${reminder}`;
}

type AttemptRow = {
  id: string;
  usage: { input?: number; output?: number } | null;
  amount: bigint;
  estimated: boolean;
  status: string;
  hold: string | null;
  price: never;
};

/** The vendor's books and ours: what it told us is booked to the micro-unit, once; the rest stands at its ceiling. */
async function checkBooks(told: Told): Promise<void> {
  const attempts = await told.raw.query<AttemptRow>("select id, usage, amount, estimated, status, hold, price from attempts");
  const exact = attempts.filter((one) => one.status === "ok" && !one.estimated);
  const booked = new Map<number, AttemptRow[]>();
  for (const one of exact) booked.set((one.usage?.input ?? 0) - 10, [...(booked.get((one.usage?.input ?? 0) - 10) ?? []), one]);
  for (const call of told.provider.calls) {
    const own = booked.get(call.number) ?? [];
    if (own.length > 1) report(told, "4 booked once", `call ${call.number} is booked ${own.length} times`);
    const usage = { ...call.usage, cachedInput: 0, cacheWrite: 0, reasoning: 0 };
    if (own.length === 1 && own[0]?.amount !== amount(call.price, usage)) report(told, "4 to the micro-unit", `call ${call.number}: ${own[0]?.amount}`);
  }
  const charged = told.provider.calls.filter((call) => call.arrived).length;
  const [count] = await told.raw.query<{ n: number }>(
    `select (select count(*) from attempts where status <> 'crashed')::int + (select count(*) from transfers where key like 'fault/%')::int as n`,
  );
  if ((count?.n ?? 0) < charged) report(told, "4 every paid attempt is booked", `${charged} calls were charged, ${count?.n} are booked`);
  const wrong = await told.raw.query(
    `select a.id, a.amount, t.sum from attempts a left join (select transfer, sum(amount) filter (where amount > 0) as sum from postings group by 1) t
       on t.transfer = (select id from transfers x where x.key = 'attempt/' || a.id) where a.amount > 0 and a.status <> 'crashed' and t.sum is distinct from a.amount`,
  );
  const off = wrong.filter((row) => row["sum"] === null);
  if (off.length > 0) report(told, "4 every paid attempt is booked", off.slice(0, 3));
  const twice = await told.raw.query("select hold, count(*) from attempts where hold is not null group by 1 having count(*) > 1");
  if (twice.length > 0) report(told, "4 booked once", twice);
  const faults = await told.raw.query(
    "select t.key from transfers t join attempts a on 'fault/' || a.hold = t.key where a.status <> 'crashed' and a.amount > 0",
  );
  if (faults.length > 0) report(told, "4 booked once", faults);
}

/** What a person was told is done, is done. */
async function checkDeeds(told: Told, rows: MessageRow[]): Promise<void> {
  for (const deed of told.deeds) {
    if (deed.kind === "replied") {
      const said = rows.filter((row) => row.author === "human" && row.text === deed.text);
      if (said.length !== 1) report(told, "9 a person's words are said once", `${said.length} × ${deed.text}`);
      continue;
    }
    const [row] = await told.raw.query<{ state: string; minutes: number; n: number }>(
      "select e.state, e.minutes, (select count(*)::int from transfers t where t.key like '%' || e.id || '%' and t.kind = 'staff' and t.reverses is null) as n from escalations e where e.id = $1",
      [deed.escalation],
    );
    if (row?.state !== "resolved" || row.minutes !== deed.minutes) report(told, "9 what a person did stays done", { deed, row });
  }
}

/** The rows of the ledger as they are now: later they must still be so. */
export type Snapshot = Map<string, { count: number; sum: string }>;

const LEDGER = { transfers: "at, id", postings: "id", holds: "at, id", hold_ends: "at, hold" };

export async function snapshot(raw: Database): Promise<Snapshot> {
  const found: Snapshot = new Map();
  for (const [table, order] of Object.entries(LEDGER)) {
    const [row] = await raw.query<{ count: number; sum: string }>(
      `select count(*)::int as count, md5(coalesce(string_agg(md5(x::text), '' order by md5(x::text)), '')) as sum from (select * from ${table} order by ${order}) x`,
    );
    const [rows] = [row];
    found.set(table, { count: rows?.count ?? 0, sum: rows?.sum ?? "" });
    await raw.query(`create temp table if not exists before_${table} (line text)`);
    await raw.query(`truncate before_${table}`);
    await raw.query(`insert into before_${table} select md5(x::text) from ${table} x`);
  }
  return found;
}

async function unchanged(told: Told, before: Snapshot): Promise<void> {
  for (const table of before.keys()) {
    const gone = await told.raw.query(`select b.line from before_${table} b where not exists (select 1 from ${table} x where md5(x::text) = b.line) limit 3`);
    if (gone.length > 0) report(told, "4 ledger rows never change", `${table}: ${gone.length} rows`);
  }
}
