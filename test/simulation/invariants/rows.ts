import type { Invariant } from "../promises.ts";
import { SECRETS } from "../provider.ts";
import { FORGET_ALL } from "../words.ts";
import { report, type Told } from "./told.ts";

/** Rows that must not be there. The number is that of the promise in PRODUCT.md. */
type Forbidden = { invariant: Invariant; sql: string };

const ANSWERED =
  "exists (select 1 from messages m where m.conversation = e.conversation and m.author = 'human' and m.at >= e.created_at and m.seq > coalesce((select x.seq from messages x where x.id = e.message), 0))";

// What only people say or are called: the marks of contacts' messages, names, addresses, and what staff noted.
const WORDS = [
  "\\((ref|fact|company) k",
  "About k[0-9]",
  "Guest [0-9]",
  "@example\\.com",
  "Adler",
  "Birch",
  "Cobalt",
  "Dune Press",
  "Elm Bakery",
  ...SECRETS,
].join("|");

/** At any moment, whatever is under way. `$1` is now. */
export const ALWAYS: Forbidden[] = [
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
    invariant: "5 one grant in a period",
    // Of one contract or fund: a customer who leaves and comes back in the same month has a new contract, which grants in full.
    sql: `select t.facts->>'period', p.account, split_part(t.key, '/', 2), count(*) from transfers t join postings p on p.transfer = t.id
          where t.kind = 'grant' and p.amount > 0 and p.account not like 'company/grants' and $1::timestamptz is not null group by 1, 2, 3 having count(*) > 1`,
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
          and (t.id is null or t.reply is distinct from m.id or (t.cause = 'message' and m.in_reply_to = '[]' and m.text <> '[erased]')
            or (t.cause = 'news' and m.text <> '[erased]' and not exists (select 1 from news_told d join consents s on s.id = d.consent where d.turn = t.id and s.contact = m.contact))
            or (t.cause = 'reminder' and m.text <> '[erased]' and not exists (select 1 from reminders r where r.conversation = m.conversation and r.state = 'kept')))`,
  },
  {
    invariant: "1 a date is kept or told",
    sql: `select q.id, q.due_at from open_questions q where q.state = 'open' and q.due_at < $1::timestamptz - interval '10 minutes' and not exists (select 1 from alerts a where a.ref = q.id)`,
  },
];

/** When nothing is under way any more. */
export const AT_REST: Forbidden[] = [
  {
    invariant: "1 nothing is left with a person who has gone",
    sql: `select o.message, m.conversation from outcomes o join messages m on m.id = o.message join conversations c on c.id = m.conversation
          where o.outcome = 'human' and c.mode = 'avatar' and not exists (select 1 from messages x where x.conversation = c.id and x.author = 'human' and x.seq > m.seq)
            and 'handed_back' = (select e.state from escalations e where e.conversation = c.id and e.ended_at >= o.at order by e.ended_at limit 1)`,
  },
  {
    invariant: "6 safety handed back is asked anew",
    // Who asks anew may have a slower clock than whoever handed back; one at a time is open, so one begun after this one has come after its end.
    sql: `select e.id, e.conversation from escalations e where e.verdict = 'overridden' and e.state = 'handed_back' and not ${ANSWERED}
            and not exists (select 1 from conversations c where c.id = e.conversation and c.erased_at is not null)
            and not exists (select 1 from escalations x where x.conversation = e.conversation and x.created_at > e.created_at and x.created_at >= e.ended_at - interval '1 minute')`,
  },
  {
    invariant: "1 answered",
    sql: "select m.id, m.conversation from messages m left join outcomes o on o.message = m.id where m.author = 'contact' and o.message is null",
  },
  { invariant: "1 answered", sql: "select id from conversations where turn is not null or inbound_seq > covered_seq" },
  {
    invariant: "1 answered by what covers it",
    sql: `select o.message from outcomes o join messages m on m.id = o.message left join messages r on r.id = o.reply left join turns t on t.id = o.turn
          where o.outcome = 'replied' and m.text <> '[erased]' and (t.cause = 'question' or r.id is null or r.seq < m.seq or r.conversation <> m.conversation or not r.in_reply_to ? m.public_id)`,
  },
  {
    invariant: "1 answered in their order",
    sql: `select m.id, m.conversation from outcomes o join messages m on m.id = o.message join messages r on r.id = o.reply
          join messages n on n.conversation = m.conversation and n.seq > m.seq join outcomes p on p.message = n.id join messages s on s.id = p.reply where s.seq < r.seq`,
  },
  {
    invariant: "1 a summary covers what is answered",
    // By the order of the commits. What was with a person, and was handed back, is answered anew.
    sql: `select s.conversation, m.seq, s.upto, s.at, o.at as answered from summaries s join messages m on m.conversation = s.conversation and m.author = 'contact' and m.seq <= s.upto
          left join outcomes o on o.message = m.id where (o.message is null or o.xmin::text::bigint > s.xmin::text::bigint)
          and not exists (select 1 from messages x where x.conversation = s.conversation and x.author = 'mode')`,
  },
  {
    // The rulebook of a story does not let a mood ask for a person.
    invariant: "2 nobody is asked for because of a mood",
    sql: `select id, verdict, reasons from decisions where reasons @> '[{"code": "asked_by_mood"}]' or facts::text ~* '"mood"|frustrated|in a hurry'`,
  },
  { invariant: "1 a date is kept", sql: "select id, due_at from open_questions where state = 'open'" },
  {
    invariant: "12 what is forgotten is gone",
    sql: `select y.id from memories y join messages s on s.id = y.message
          join messages f on f.conversation = s.conversation and f.seq > s.seq and f.author = 'contact' and f.text in (${FORGET_ALL.map((text) => `'${text}'`).join(", ")})
          join outcomes o on o.message = f.id join turns t on t.id = o.turn where o.outcome = 'replied' and t.cause = 'message' and t.outcome = 'replied'`,
  },
  {
    invariant: "12 who was erased hears no more",
    sql: `select m.id, m.conversation, t.cause from messages m join conversations c on c.id = m.conversation join turns t on t.id = m.turn
          where m.author = 'avatar' and t.cause <> 'message' and c.erased_at is not null and m.text <> '[erased]'`,
  },
  { invariant: "15 sent, or told that nobody knows", sql: "select id, state from outbox where state = 'pending'" },
  {
    invariant: "15 sent, or told that nobody knows",
    sql: "select o.id, o.state from outbox o where o.state in ('unknown', 'failed') and o.error is distinct from 'erased' and not exists (select 1 from conversations c where c.id = o.conversation and c.erased_at is not null) and not exists (select 1 from alerts a where a.ref = o.id or a.id like '%' || o.id || '%' or a.detail::text like '%' || o.id || '%')",
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
  {
    invariant: "4 every cost has a customer and a cause",
    sql: `select t.key, t.customer, t.cause from transfers t left join customers c on c.id = t.customer left join episodes e on e.id = t.episode
          where t.kind in ('model', 'staff', 'summary', 'reflection', 'tool') and (c.id is null or t.cause = '' or (e.id is not null and not starts_with(t.cause, coalesce(e.error_code, e.topic))))`,
  },
  {
    invariant: "8 no words in facts",
    sql: `select * from (select 'decision ' || id as row, facts::text as said from decisions union all select 'transfer ' || id, cause || ' ' || facts::text from transfers
            union all select 'hold ' || id, facts::text from holds) x where said ~ '${WORDS}'`,
  },
  { invariant: "4 an interaction belongs to an episode", sql: "select id from messages where author = 'contact' and episode is null" },
];

export async function forbid(told: Told, rules: Forbidden[], values: unknown[]): Promise<void> {
  for (const { invariant, sql } of rules) {
    const rows = await told.raw.query(sql, values, `simulation ${invariant} ${sql.length}`.slice(0, 60));
    if (rows.length > 0) report(told, invariant, rows);
  }
}
