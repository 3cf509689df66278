import type { Clock } from "../platform/clock.ts";
import { createGroup, nameOf } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";

/** Money set aside before the work. `key` is the cause's own: the same key again is the same hold. */
export type HoldRequest = {
  key: string;
  account: string;
  /** micro-units; a true upper bound for a model step or a telephone call, the price of a tool's call, the expected minutes for staff */
  amount: bigint;
  currency: string;
  kind: "model" | "tool" | "staff" | "call";
  customer: string;
  /** null: it belongs to none */
  conversation: string | null;
  turn?: string | null;
  /** after this the sweep ends it: voided for the customer */
  deadline: Date;
  facts?: Record<string, unknown>;
};

/** `left` is what the account could still give at that moment. */
export type HoldAnswer = { ok: true; id: string } | { ok: false; left: bigint };

type Row = { ord: number; hold: string | null; same: boolean; fresh: boolean | null; left: bigint | null };

/** The key already stands for another hold: a bug of ours, and nobody's money may be set aside for it. */
export class HoldKeyReused extends Error {
  readonly code = "ledger_key_reused";
}

// Locks the accounts in the order of their names, then admits in order of arrival while the running sum fits. `left` is what
// the account has after all that this batch took: who would still fit into that (behind a larger one that did not) asks
// again, so none is refused for a sum that in the end was not taken. A process whose clock is behind at the turn of a period
// takes from the one that is open already.
const TAKE = `
with given as (
  select * from jsonb_to_recordset($1::jsonb) as g(ord int, id text, key text, account text, amount bigint, currency text, kind text,
    customer text, conversation text, turn text, deadline timestamptz, at timestamptz, facts jsonb, period text)
), locked as (
  select a.id, a.balance - a.held as left_over, a.period, a.capped from accounts a where a.id = any (array(select account from given)) order by a.id for update
), known as (
  select g.ord, h.id, (h.account, h.amount, h.currency, h.kind, h.customer, h.conversation) is not distinct from
    (g.account, g.amount, g.currency, g.kind, g.customer, g.conversation) as same
  from given g cross join lateral (select * from holds where key = g.key offset 0) h
), lined as (
  select g.*, l.left_over, l.capped, coalesce(l.period >= g.period, false) or not l.capped as fresh,
    sum(g.amount) over (partition by g.account order by g.ord) as running
  from given g join locked l on l.id = g.account
  where not exists (select 1 from known k where k.ord = g.ord)
), taken as (
  insert into holds (id, key, account, amount, currency, kind, customer, conversation, turn, facts, deadline, at)
  select id, key, account, amount, currency, kind, customer, conversation, turn, facts, deadline, at
  from lined where fresh and (running <= left_over or not capped)
  returning id, key, account, amount, currency, kind, customer, conversation
)
select g.ord, coalesce(k.id, t.id) as hold, n.fresh,
  coalesce(k.same, (t.account, t.amount, t.currency, t.kind, t.customer, t.conversation) is not distinct from
    (g.account, g.amount, g.currency, g.kind, g.customer, g.conversation)) as same,
  (n.left_over - coalesce((select sum(x.amount) from taken x where x.account = g.account), 0))::bigint as left
from given g left join known k on k.ord = g.ord left join taken t on t.key = g.key left join lined n on n.ord = g.ord
order by g.ord`;

/**
 * Takes holds, strictly: posted + held never exceeds what was granted, however many ask at once.
 * `openPeriod` posts the grants of the current period when the account has not been touched in it yet.
 */
export function createHolds(rooms: { db: Database; clock: Clock; ids: Ids; period: (at: Date) => string; openPeriod: (account: string) => Promise<void> }) {
  const { db, clock, ids, period, openPeriod } = rooms;
  type Asked = HoldRequest & { id: string };
  const group = createGroup<Asked, Row>(async (asked) => {
    const at = clock.now();
    const now = period(at);
    const rows = asked.map((one, ord) => ({ ...one, ord, at, period: now, amount: one.amount.toString(), facts: one.facts ?? {} }));
    return db.query<Row>(TAKE, [JSON.stringify(rows)], nameOf(TAKE));
  });

  async function takeHold(request: HoldRequest): Promise<HoldAnswer> {
    const asked = { ...request, id: ids.next("hold") };
    for (;;) {
      const row = await group.add(asked);
      if (row.hold && !row.same) throw new HoldKeyReused(`The key ${request.key} stands for another hold.`);
      if (row.hold) return { ok: true, id: row.hold };
      if (row.fresh === null) throw new Error(`Account ${request.account} does not exist.`);
      if (!row.fresh) await openPeriod(request.account);
      else if (request.amount > (row.left ?? 0n)) return { ok: false, left: row.left ?? 0n };
    }
  }
  return { takeHold, idle: () => group.idle() };
}
