import type { Clock } from "./clock.ts";
import { applyWrites, type Statement, type Write } from "./commit.ts";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

/**
 * Work that waits for a moment, as rows: a restart forgets none, two processes share them, and what a handler
 * wants written commits together with the mark that it is done.
 */
export interface Timers {
  /** Registers who does the work. Throwing means "later again"; the returned writes commit with the mark. */
  on(kind: string, handler: (ref: string, now: Date) => Promise<Write[]>): void;
  /** Does all that is due now; resolves to how many were done. */
  run(): Promise<number>;
  /** When the next one falls due. */
  next(): Promise<Date | undefined>;
  /** Frees what a dead process had leased: only where this process is the only one. */
  takeBack(): Promise<void>;
}

const LEASE_MS = 60_000; // a handler that died is taken over after this
const RETRY_BASE_MS = 5_000; // a handler that failed is tried again after 5, 10, 20 … s
const RETRY_MAX_MS = 15 * 60_000;
const BATCH = 50;

const schedule_: Statement = {
  name: "timers_schedule",
  columns: "kind text, ref text, due_at timestamptz",
  sql: `insert into timers (kind, ref, due_at) select distinct on (r.kind, r.ref) r.kind, r.ref, r.due_at from {rows} order by r.kind, r.ref, r.due_at
    on conflict (kind, ref) do update set due_at = excluded.due_at, done_at = null, lease_until = null, attempts = 0`,
};
const scheduleOnce_: Statement = {
  name: "timers_schedule_once",
  columns: "kind text, ref text, due_at timestamptz",
  sql: `insert into timers (kind, ref, due_at) select distinct on (r.kind, r.ref) r.kind, r.ref, r.due_at from {rows} order by r.kind, r.ref, r.due_at
    on conflict (kind, ref) do update set due_at = excluded.due_at, done_at = null, lease_until = null, attempts = 0 where timers.done_at is not null`,
};
const cancel_: Statement = {
  name: "timers_cancel",
  columns: "kind text, ref text",
  sql: "delete from timers t using {rows} where t.kind = r.kind and t.ref = r.ref",
};
const done_: Statement = {
  name: "timers_done",
  columns: "kind text, ref text, due_at timestamptz, at timestamptz",
  // Scheduled anew while its handler ran, a timer has no lease (and mostly another due_at): then it stays.
  sql: "update timers t set done_at = r.at, lease_until = null from {rows} where t.kind = r.kind and t.ref = r.ref and t.due_at = r.due_at and t.lease_until is not null",
};

/** The write that sets (or moves) the timer `kind` of `ref`. */
export function schedule(kind: string, ref: string, dueAt: Date): Write {
  return { statement: schedule_, row: { kind, ref, due_at: dueAt } };
}

/** The same for a timer that many may ask for: while it waits there is one, and whoever comes later changes nothing; one that is done begins anew. */
export function scheduleOnce(kind: string, ref: string, dueAt: Date): Write {
  return { statement: scheduleOnce_, row: { kind, ref, due_at: dueAt } };
}

/** The write that forgets it. */
export function cancelTimer(kind: string, ref: string): Write {
  return { statement: cancel_, row: { kind, ref } };
}

type Due = { kind: string; ref: string; due_at: Date; attempts: number };

export function createTimers({ db, clock, log }: { db: Database; clock: Clock; log: Log }): Timers {
  const handlers = new Map<string, (ref: string, now: Date) => Promise<Write[]>>();

  async function claim(now: Date): Promise<Due[]> {
    return db.query<Due>(
      `update timers t set lease_until = $2, attempts = t.attempts + 1
       from (select kind, ref from timers where done_at is null and due_at <= $1 and (lease_until is null or lease_until <= $1)
             order by due_at limit ${BATCH} for update skip locked) d
       where t.kind = d.kind and t.ref = d.ref
       returning t.kind, t.ref, t.due_at, t.attempts`,
      [now, new Date(now.getTime() + LEASE_MS)],
      "timers_claim",
    );
  }

  async function work(due: Due, now: Date): Promise<void> {
    const handler = handlers.get(due.kind);
    if (!handler) return log.error({ kind: due.kind }, "no handler for timer");
    try {
      const writes = await handler(due.ref, now);
      const rescheduled = writes.some((write) => write.statement === schedule_ && write.row["kind"] === due.kind && write.row["ref"] === due.ref);
      const mark: Write = { statement: done_, row: { kind: due.kind, ref: due.ref, due_at: due.due_at, at: now } };
      await applyWrites(db, rescheduled ? writes : [...writes, mark]);
    } catch (error) {
      log.error({ kind: due.kind, ref: due.ref, err: error }, "timer handler failed");
      const pause = Math.min(RETRY_BASE_MS * 2 ** (due.attempts - 1), RETRY_MAX_MS);
      await db.query("update timers set lease_until = $3 where kind = $1 and ref = $2 and done_at is null", [
        due.kind,
        due.ref,
        new Date(now.getTime() + pause),
      ]);
    }
  }

  return {
    on: (kind, handler) => void handlers.set(kind, handler),
    async run() {
      let count = 0;
      for (;;) {
        const now = clock.now();
        const due = await claim(now);
        // Together: one that waits for a slow model keeps nobody else waiting.
        await Promise.all(due.map((one) => work(one, now)));
        count += due.length;
        if (due.length < BATCH) return count;
      }
    },
    async takeBack() {
      await db.query("update timers set lease_until = null where done_at is null and lease_until is not null");
    },
    async next() {
      const [row] = await db.query<{ at: Date | null }>(
        "select min(greatest(due_at, coalesce(lease_until, due_at))) as at from timers where done_at is null",
        [],
        "timers_next",
      );
      return row?.at ?? undefined;
    },
  };
}
