import { applyWrites, type Statement, type Write } from "../platform/commit.ts";
import type { ManualClock } from "../platform/clock.ts";
import type { Queryable } from "../platform/database.ts";
import type { Calendar, Ledger } from "../ledger/index.ts";

/** Something that costs money at a moment; runs when its moment has come. */
type Event = { at: number; nth: number; run: () => Write[] };

/**
 * The money of three months in its order: what is spent sees what was granted by then and spent before. At each period's
 * start the books are brought up to date, so that the ledger itself posts the grants and lets expire what does not carry over.
 */
export function openPurse(rooms: { tx: Queryable; clock: ManualClock; calendar: Calendar; ledger: Pick<Ledger, "openPeriod">; accounts: string[] }) {
  const { tx, clock, calendar, ledger, accounts } = rooms;
  const left = new Map<string, bigint>();
  let waiting: Event[] = [];
  let writes: Write[] = [];
  let counted = 0;
  let periodEnds = 0;

  async function openPeriods(): Promise<void> {
    await flush();
    for (const account of accounts) await ledger.openPeriod(account);
    const rows = await tx.query<{ id: string; left: bigint }>("select id, balance - held as left from accounts where id = any($1)", [accounts]);
    for (const row of rows) left.set(row.id, row.left);
    periodEnds = calendar.bounds(calendar.periodOf(clock.now())).to.getTime();
  }

  /** Writes what has come to pass; holds first, because what ends one looks it up. */
  async function flush(): Promise<void> {
    const holds = writes.filter((write) => write.statement === hold_);
    const rest = writes.filter((write) => write.statement !== hold_);
    writes = [];
    await applyWrites(tx, holds);
    await applyWrites(tx, rest);
  }

  return {
    /** What an account can still give; funds and budgets only. */
    left: (account: string) => left.get(account) ?? 0n,
    take(account: string, amount: bigint) {
      left.set(account, (left.get(account) ?? 0n) - amount);
    },
    plan(at: Date, run: () => Write[]) {
      waiting.push({ at: at.getTime(), nth: counted++, run });
    },
    /** Lets everything happen up to this moment. */
    async until(moment: Date): Promise<void> {
      if (periodEnds === 0) await openPeriods();
      const due = waiting.filter((event) => event.at <= moment.getTime()).toSorted((a, b) => a.at - b.at || a.nth - b.nth);
      waiting = waiting.filter((event) => event.at > moment.getTime());
      for (const event of due) {
        while (event.at >= periodEnds) await nextPeriod();
        writes.push(...event.run());
      }
      while (moment.getTime() >= periodEnds) await nextPeriod();
      clock.moveTo(moment);
    },
    flush,
  };

  async function nextPeriod(): Promise<void> {
    clock.moveTo(new Date(periodEnds));
    await openPeriods();
  }
}

export type Purse = ReturnType<typeof openPurse>;

const hold_: Statement = {
  name: "sample_holds",
  columns:
    "id text, key text, account text, amount bigint, currency text, kind text, customer text, conversation text, turn text, facts jsonb, deadline timestamptz, at timestamptz",
  sql: `insert into holds (id, key, account, amount, currency, kind, customer, conversation, turn, facts, deadline, at)
    select r.id, r.key, r.account, r.amount, r.currency, r.kind, r.customer, r.conversation, r.turn, r.facts, r.deadline, r.at from {rows}`,
};

/** A hold of the past; its end is written with it. */
export function pastHold(row: {
  id: string;
  account: string;
  amount: bigint;
  currency: string;
  customer: string;
  conversation: string;
  turn: string;
  escalation: string;
  deadline: Date;
  at: Date;
}): Write {
  const { escalation, ...rest } = row;
  return { statement: hold_, row: { ...rest, key: `escalation/${escalation}`, kind: "staff", facts: {} } };
}
