import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import { transfer } from "./postings.ts";

/** The calendar of periods, in the owner's time zone. A period's id sorts: "2026-11". */
export interface Calendar {
  periodOf(at: Date): string;
  bounds(period: string): { from: Date; to: Date };
  next(period: string): string;
}

/** What puts money on a budget account: a contract, or a fund of the company. */
export type GrantRule = {
  /** the contract's or fund's id: a grant is booked once for it and a period */
  key: string;
  customer: string | null;
  currency: string;
  /** when it was recorded: the first grant is for that period, in full; earlier periods grant nothing */
  since: Date;
  /** amount in micro-units, and for how many further periods what is unspent carries over */
  grant(periodStart: Date): Promise<{ amount: bigint; carryOver: number }>;
};

export type Budget = { currency: string; from: Date; to: Date; granted: bigint; held: bigint; spent: bigint; left: bigint };

type Granted = { period: string; amount: bigint };

/**
 * Budgets are a timeline, never reset by a job: the first touch of a period posts the grants and the expiries of all
 * periods since the last touch, each under the rulebook in force at its start. A service that slept over two
 * period ends computes the same balances as one that ran through.
 */
export function createBudgets(rooms: {
  db: Database;
  clock: Clock;
  calendar: Calendar;
  ruleOf: (account: string) => Promise<GrantRule | undefined>;
  /** ends the holds that are past their deadline */
  endLate: () => Promise<void>;
}) {
  const { db, clock, calendar, ruleOf, endLate } = rooms;

  // A thousand who ask at the turn of a period open it once.
  const opening = new Map<string, Promise<void>>();
  function openPeriod(account: string): Promise<void> {
    const now = calendar.periodOf(clock.now());
    const key = `${now} ${account}`;
    const started = opening.get(key) ?? openOnce(account, now).finally(() => opening.delete(key));
    opening.set(key, started);
    return started;
  }

  async function openOnce(account: string, now: string): Promise<void> {
    const rule = await ruleOf(account);
    if (!rule) {
      await db.query("update accounts set period = $2 where id = $1", [account, now]);
      return;
    }
    // Money under a hold does not expire: after a standstill, work that died long ago would keep it for another period.
    await endLate();
    const terms = await termsSince(account, rule, now);
    await db.transaction(async (tx) => {
      const [row] = await tx.query<{ balance: bigint; held: bigint; period: string | null }>(
        "select balance, held, period from accounts where id = $1 for update",
        [account],
      );
      if (!row || (row.period !== null && row.period >= now)) return;
      const writes = timeline(account, rule, row, await grantsOf(tx, account), terms);
      await applyWrites(tx, writes);
      await tx.query("update accounts set period = $2 where id = $1", [account, now]);
    });
  }

  // Read before the transaction: the embedded database has one connection only.
  async function termsSince(account: string, rule: GrantRule, now: string): Promise<Map<string, { amount: bigint; carryOver: number }>> {
    const [row] = await db.query<{ period: string | null }>("select period from accounts where id = $1", [account]);
    const terms = new Map<string, { amount: bigint; carryOver: number }>();
    for (let period = row?.period ? calendar.next(row.period) : calendar.periodOf(rule.since); period <= now; period = calendar.next(period)) {
      terms.set(period, await rule.grant(calendar.bounds(period).from));
    }
    return terms;
  }

  /**
   * Draw-down is oldest grant first, so at a period's start what is left belongs to the newest grants: whatever exceeds
   * the sum of the grants that still carry over has expired. Held money stays until its hold ends.
   */
  function timeline(
    account: string,
    rule: GrantRule,
    row: { balance: bigint; held: bigint; period: string | null },
    before: Granted[],
    terms: Map<string, { amount: bigint; carryOver: number }>,
  ): Write[] {
    const granted = [...before];
    const writes: Write[] = [];
    let { balance } = row;
    for (const [period, { amount, carryOver }] of terms) {
      if (row.period !== null && period <= row.period) continue; // somebody else was quicker
      const carried = sum(granted.filter((grant) => lasts(grant.period, carryOver, period)));
      const expired = clamp(balance - carried, balance - row.held);
      const start = calendar.bounds(period).from;
      const at = start > rule.since ? start : rule.since;
      const base = { cause: "grant", customer: rule.customer, currency: rule.currency, at, facts: { period, account } };
      writes.push(...transfer({ ...base, key: `expiry/${rule.key}/${period}`, kind: "expiry", lines: move(account, -expired) }));
      writes.push(...transfer({ ...base, key: `grant/${rule.key}/${period}`, kind: "grant", lines: move(account, amount) }));
      balance += amount - expired;
      granted.push({ period, amount });
    }
    return writes;
  }

  /** By the calendar, not by counting grants: a period may have granted nothing, or twice. */
  function lasts(granted: string, carryOver: number, until: string): boolean {
    let last = granted;
    for (let i = 0; i < carryOver && last < until; i++) last = calendar.next(last);
    return last >= until;
  }

  async function budgetOf(account: string): Promise<Budget> {
    const period = calendar.periodOf(clock.now());
    const read = () =>
      db.query<{ currency: string; balance: bigint; held: bigint; period: string | null }>(
        "select currency, balance, held, period from accounts where id = $1",
        [account],
        "ledger_budget",
      );
    let [row] = await read();
    if (!row) throw new Error(`Account ${account} does not exist.`);
    if (row.period !== period) {
      await openPeriod(account);
      [row] = await read();
    }
    if (!row) throw new Error(`Account ${account} does not exist.`);
    const { from, to } = calendar.bounds(period);
    const [used] = await db.query<{ spent: bigint }>(
      `select coalesce(-sum(p.amount), 0)::bigint as spent from ${OWN} and t.kind not in ('grant', 'expiry') and t.at >= $2 and t.at < $3`,
      [account, from, to],
      "ledger_spent",
    );
    const spent = used?.spent ?? 0n;
    const left = row.balance - row.held;
    return { currency: row.currency, from, to, granted: left + row.held + spent, held: row.held, spent, left };
  }

  return { openPeriod, budgetOf };
}

// One transfer looked up for each of the account's postings: the embedded database keeps no statistics, and left to choose it
// searches the account's postings once for every transfer.
const OWN = `postings p cross join lateral (select kind, at, facts from transfers where id = p.transfer offset 0) t where p.account = $1`;

async function grantsOf(tx: Queryable, account: string): Promise<Granted[]> {
  return tx.query<Granted>(`select t.facts->>'period' as period, p.amount from ${OWN} and t.kind = 'grant' order by 1`, [account]);
}

function move(account: string, amount: bigint) {
  return [
    { account, amount },
    { account: "company/grants", amount: -amount },
  ];
}
function sum(grants: Granted[]): bigint {
  return grants.reduce((total, grant) => total + grant.amount, 0n);
}
/** Between nothing and `most`. */
function clamp(value: bigint, most: bigint): bigint {
  if (value < 0n || most < 0n) return 0n;
  return value < most ? value : most;
}
