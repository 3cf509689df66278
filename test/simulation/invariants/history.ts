import { report, type Told } from "./told.ts";

/** What an account had after a commit: `posted` its postings, `held` its open holds. */
export type State = { commit: bigint; at: number; posted: bigint; held: bigint };
/** Each capped account's states, in the order of the commits. */
export type History = Map<string, State[]>;

// Each row tells by itself which transaction wrote it (xmin), and a story's database has one connection: so the log is in the order of the
// commits, without a look at any balance. `at` is the latest moment that a row of the commit bears; a process may note it earlier than it commits.
const MOVES = `
select x.commit, x.account, sum(x.posted)::bigint as posted, sum(x.held)::bigint as held, max(x.at) as at from (
  select p.xmin::text::bigint as commit, p.account, p.amount as posted, 0::bigint as held, t.at from postings p join transfers t on t.id = p.transfer
  union all select h.xmin::text::bigint, h.account, 0, h.amount, h.at from holds h
  union all select e.xmin::text::bigint, h.account, 0, -h.amount, e.at from hold_ends e join holds h on h.id = e.hold
) x join accounts a on a.id = x.account where a.capped group by x.commit, x.account order by x.commit`;

/** All that can be said from the log alone, as it stood at each commit. */
export async function checkHistory(told: Told, now: number): Promise<History> {
  const moves = await told.raw.query<{ commit: bigint; account: string; posted: bigint; held: bigint; at: Date }>(MOVES);
  const history: History = new Map();
  for (const { commit, account, posted, held, at } of moves) {
    const states = history.get(account) ?? [];
    const last = states.at(-1) ?? { posted: 0n, held: 0n };
    const state = { commit, at: at.getTime(), posted: last.posted + posted, held: last.held + held };
    history.set(account, [...states, state]);
    if (state.posted < state.held || state.held < 0n) report(told, "5 no budget is overspent", { account, ...state });
  }
  await checkRefusals(told, history);
  await checkDeadlines(told, now);
  return history;
}

/** From when a process works something out until it commits: a turn thinks for minutes at most. */
const THINKS_MS = 15 * 60_000;

/** Whether the account could give exactly `left` at some moment after `at`, and before the commit that wrote of it. */
export function wasLeft(told: Told, history: History, account: string, { left, at, commit }: { left: bigint; at: number; commit: bigint }): boolean {
  const states = (history.get(account) ?? []).filter((state) => state.commit < commit);
  const from = Math.max(
    0,
    states.findLastIndex((state) => state.at <= at - THINKS_MS - told.late),
  );
  return states.slice(from).some((state) => state.posted - state.held === left);
}

type Refusal = { id: string; customer: string; at: Date; commit: bigint; left: string; estimate: string; granted: boolean };

// In the month of the refusal the customer's grant was there: what has not been opened yet is no empty budget.
const REFUSALS = `
select d.id, d.customer, d.at, d.xmin::text::bigint as commit, d.facts->>'left' as left, d.facts->>'estimate' as estimate,
  exists (select 1 from transfers t where t.kind = 'grant' and t.customer = d.customer and t.xmin::text::bigint <= d.xmin::text::bigint
    and t.facts->>'period' >= to_char(d.at at time zone 'Europe/Berlin' - interval '1 minute', 'YYYY-MM')) as granted
from decisions d where d.policy = 'escalate' and d.verdict = 'deferred' and d.reasons @> '[{"code": "budget"}]'`;

/** Whom we told that the budget does not cover a person: it did not. */
async function checkRefusals(told: Told, history: History): Promise<void> {
  for (const one of await told.raw.query<Refusal>(REFUSALS)) {
    const left = BigInt(one.left);
    const account = `customer/${one.customer}/budget`;
    const isTrue = left < BigInt(one.estimate) && one.granted && wasLeft(told, history, account, { left, at: one.at.getTime(), commit: one.commit });
    if (!isTrue) report(told, "5 a refusal is true", one);
  }
}

const LATE_MS = 60_000; // PRODUCT: no hold past its deadline by more
const ALLOWED_MS = 10_000; // two clocks that differ, and a round

/** A hold ends by its deadline and a minute, of the time in which somebody was there to end it. */
async function checkDeadlines(told: Told, now: number): Promise<void> {
  const late = await told.raw.query<{ id: string; deadline: Date; ended: Date }>(
    `select h.id, h.deadline, coalesce(e.at, $1) as ended from holds h left join hold_ends e on e.hold = h.id
     where coalesce(e.at, $1) > h.deadline + interval '${LATE_MS} milliseconds'`,
    [new Date(now)],
  );
  for (const { id, deadline, ended } of late) {
    const attended = told.duty.between(deadline.getTime(), ended.getTime());
    if (attended > LATE_MS + ALLOWED_MS + told.late) report(told, "5 no hold past its deadline", { id, deadline, ended, attended });
  }
}
