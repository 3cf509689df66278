import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";

export type Begun = { state: "fresh" | "running" | "conflict" } | { state: "replay"; status: number; answer: unknown };

/** Answers to writes that carried a key of their own, bound to who asked and what. */
export interface Idempotency {
  /** Takes the key, or says what became of it. A key taken for over a minute without an answer is fresh again: its process died. */
  begin(actor: string, key: string, request: string): Promise<Begun>;
  finish(actor: string, key: string, status: number, answer: unknown): Promise<void>;
  /** What was asked was refused: the key is free again. */
  release(actor: string, key: string): Promise<void>;
}

const UNANSWERED = 0; // the status of a key whose work goes on
const DIED_AFTER_MS = 60_000;
const KEPT_MS = 48 * 3_600_000; // twice of what is promised
const SWEEP_EVERY = 200; // keys taken between two sweeps of old ones

type Row = { request: string; status: number; answer: { value: unknown } | null };

export function createIdempotency({ db, clock }: { db: Database; clock: Clock }): Idempotency {
  let taken = 0;

  async function sweep(now: Date): Promise<void> {
    if (taken++ % SWEEP_EVERY !== 0) return;
    await db.query("delete from idempotency_keys where at < $1", [new Date(now.getTime() - KEPT_MS)]);
  }

  return {
    async begin(actor, key, request) {
      const now = clock.now();
      await sweep(now);
      const fresh = await db.query(
        `insert into idempotency_keys (key, actor, request, status, at) values ($1, $2, $3, ${UNANSWERED}, $4)
         on conflict (actor, key) do update set at = excluded.at
           where idempotency_keys.request = excluded.request and idempotency_keys.status = ${UNANSWERED} and idempotency_keys.at <= $5 returning 1`,
        [key, actor, request, now, new Date(now.getTime() - DIED_AFTER_MS)],
      );
      if (fresh.length > 0) return { state: "fresh" };
      const [row] = await db.query<Row>("select request, status, answer from idempotency_keys where actor = $1 and key = $2", [actor, key]);
      // Released between our two looks: whoever asks again takes it.
      if (!row) return { state: "running" };
      if (row.request !== request) return { state: "conflict" };
      if (row.status === UNANSWERED) return { state: "running" };
      return { state: "replay", status: row.status, answer: row.answer?.value ?? null };
    },
    async finish(actor, key, status, answer) {
      const stored = JSON.stringify({ value: answer ?? null });
      await db.query("update idempotency_keys set status = $3, answer = $4::jsonb where actor = $1 and key = $2", [actor, key, status, stored]);
    },
    async release(actor, key) {
      await db.query(`delete from idempotency_keys where actor = $1 and key = $2 and status = ${UNANSWERED}`, [actor, key]);
    },
  };
}
