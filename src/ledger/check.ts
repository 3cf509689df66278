import type { Database } from "../platform/database.ts";

/** One thing that does not add up, by name. */
export type Difference =
  | { kind: "balance" | "held"; account: string; expected: string; found: string }
  | { kind: "transfer"; transfer: string; sum: string; postings: string[] }
  | { kind: "posting"; posting: string; transfer: string; account: string }
  | { kind: "overdrawn"; account: string; found: string };

export type LedgerCheck = { balanced: boolean; postings: number; accounts: number; differences: Difference[] };

const MOST = 1_000; // differences listed; more would help nobody

/** Recomputes every balance from zero, every transfer's sum and every posting's seal. Amounts in micro-units as decimal strings. */
export async function checkLedger(db: Database): Promise<LedgerCheck> {
  const [count] = await db.query<{ postings: bigint; accounts: bigint }>(
    "select (select count(*) from postings) as postings, (select count(*) from accounts) as accounts",
  );
  const balances = await db.query<Difference>(
    `select 'balance' as kind, a.id as account, coalesce(s.sum, 0)::text as expected, a.balance::text as found
     from accounts a left join (select account, sum(amount) as sum from postings group by account) s on s.account = a.id
     where a.balance <> coalesce(s.sum, 0) order by a.id limit ${MOST}`,
  );
  const held = await db.query<Difference>(
    `select 'held' as kind, a.id as account, coalesce(s.sum, 0)::text as expected, a.held::text as found
     from accounts a left join (select h.account, sum(h.amount) as sum from holds h left join hold_ends e on e.hold = h.id where e.hold is null group by h.account) s on s.account = a.id
     where a.held <> coalesce(s.sum, 0) order by a.id limit ${MOST}`,
  );
  const transfers = await db.query<Difference>(
    `select 'transfer' as kind, transfer, sum(amount)::text as sum, jsonb_agg(id::text order by id) as postings
     from postings group by transfer, currency having sum(amount) <> 0 order by transfer limit ${MOST}`,
  );
  const seals = await db.query<Difference>(
    `select 'posting' as kind, id::text as posting, transfer, account from postings
     where seal is distinct from md5(transfer || '|' || account || '|' || amount || '|' || currency) order by id limit ${MOST}`,
  );
  const overdrawn = await db.query<Difference>(
    `select 'overdrawn' as kind, id as account, (balance - held)::text as found from accounts where capped and balance - held < 0 order by id limit ${MOST}`,
  );
  const differences = [...balances, ...held, ...transfers, ...seals, ...overdrawn];
  return { balanced: differences.length === 0, postings: Number(count?.postings ?? 0n), accounts: Number(count?.accounts ?? 0n), differences };
}
