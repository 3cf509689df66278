import type { Write } from "../platform/commit.ts";
import type { Queryable } from "../platform/database.ts";
import { customerBudget, transfer, transferId } from "./postings.ts";

/** What bears that a customer's budget was added to beyond what the contract grants. */
export const CONTRIBUTIONS = "company/contributions";

export type Award = { /** the cause's own key: booked once */ key: string; customer: string; amount: bigint; currency: string; cause: string; at: Date };

/**
 * The writes that add to a customer's budget, in the period that is open there: it carries over as a grant of that period does. Locks the
 * account until `tx` ends; the period has to be open (`openPeriod`).
 */
export async function award(tx: Queryable, { key, customer, amount, cause, currency, at }: Award): Promise<Write[]> {
  const account = customerBudget(customer);
  const { period } = await locked(tx, account);
  return transfer({ key, kind: "grant", cause, customer, currency, at, facts: { period, account }, lines: lines(account, amount) });
}

/**
 * Takes back what is left of an award, to the unit and once. Money is spent oldest grant first, so what was granted in later periods is not
 * touched, nor what is held; what was spent stays the company's. Locks the account until `tx` ends.
 */
export async function takeBack(tx: Queryable, { key, customer, currency, cause, at }: Omit<Award, "amount">): Promise<{ taken: bigint; writes: Write[] }> {
  const account = customerBudget(customer);
  const { balance, held } = await locked(tx, account);
  const [given] = await tx.query<{ amount: bigint; period: string; later: bigint }>(
    `select p.amount, t.facts->>'period' as period,
       (select coalesce(sum(q.amount), 0)::bigint from postings q join transfers u on u.id = q.transfer
        where q.account = p.account and u.kind = 'grant' and u.facts->>'period' > t.facts->>'period') as later
     from transfers t join postings p on p.transfer = t.id and p.account = $2 where t.id = $1`,
    [transferId(key), account],
  );
  if (!given) throw new Error(`There is no award ${key}.`);
  const left = balance - held - given.later;
  const taken = left < 0n ? 0n : left < given.amount ? left : given.amount;
  const facts = { period: given.period, account };
  const back = { key: `${key}/back`, kind: "grant", cause, customer, currency, at, facts, reverses: transferId(key), lines: lines(account, -taken) };
  return { taken, writes: transfer(back) };
}

/** What awards have added to a customer's budget, less what was taken back; micro-units. */
export async function awarded(db: Queryable, customer: string): Promise<bigint> {
  const [row] = await db.query<{ sum: bigint }>(
    `select coalesce(sum(p.amount), 0)::bigint as sum from postings p join transfers t on t.id = p.transfer
     join postings c on c.transfer = t.id and c.account = $2 where p.account = $1 and t.kind = 'grant'`,
    [customerBudget(customer), CONTRIBUTIONS],
    "ledger_awarded",
  );
  return row?.sum ?? 0n;
}

async function locked(tx: Queryable, account: string): Promise<{ balance: bigint; held: bigint; period: string | null }> {
  const [row] = await tx.query<{ balance: bigint; held: bigint; period: string | null }>(
    "select balance, held, period from accounts where id = $1 for update",
    [account],
  );
  if (!row) throw new Error(`Account ${account} does not exist.`);
  return row;
}

function lines(account: string, amount: bigint) {
  return [
    { account, amount },
    { account: CONTRIBUTIONS, amount: -amount },
  ];
}
