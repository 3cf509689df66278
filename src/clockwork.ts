import type { Memories } from "./avatar/index.ts";
import type { Post } from "./care/index.ts";
import type { Outbox, Turns } from "./conversations/index.ts";
import type { Escalations } from "./escalations/index.ts";
import type { Ledger } from "./ledger/index.ts";
import type { Clock, ManualClock } from "./platform/clock.ts";
import type { Database } from "./platform/database.ts";
import type { Log } from "./platform/log.ts";
import type { Every } from "./platform/running.ts";
import { writeSetting } from "./platform/settings.ts";
import type { Timers } from "./platform/timers.ts";

const ROUND_MS = 1_000; // what a lost wake-up, a dead process or a missed hint may delay at most, beside leases
const SWEEP_MS = 15_000; // nobody waits for what a sweep ends; a hold is to be ended within a minute of its deadline
const TIDY_MS = 60 * 60_000; // embedded, nobody else takes away what updates leave behind, or tells the planner that tables have grown; 0.4 s for 200,000 rows
const MOST_ROUNDS = 10_000; // of work that makes new work at the same moment: more is a loop of ours

/** What has to be done again and again: timers, deliveries, waiting conversations, holds that nobody ends any more, leases. */
export function createClockwork(rooms: {
  db: Database;
  clock: Clock;
  every: Every;
  log: Log;
  timers: Timers;
  outbox: Outbox;
  turns: Turns;
  ledger: Ledger;
  escalations: Pick<Escalations, "idle" | "sweep">;
  post: Pick<Post, "idle" | "stop">;
  memories: Pick<Memories, "tidy">;
  leaseMs: number;
}) {
  const { db, clock, every, log, timers, outbox, turns, ledger, escalations, post, memories } = rooms;
  const work: { stop(): Promise<void> }[] = [];
  let advancing: Promise<unknown> = Promise.resolve();

  /** One round of all that somebody waits for and that is due now; resolves to how much there was. */
  async function round(): Promise<number> {
    return (await timers.run()) + (await outbox.run()) + (await turns.poll());
  }

  /** Ends what nobody ends any more: holds past their deadline, and those of turns that died. Resolves to how many. */
  async function sweep(): Promise<number> {
    return (await turns.sweep()) + (await escalations.sweep()) + (await ledger.sweep());
  }

  /** Works until nothing is due and nothing runs. */
  async function settle(): Promise<void> {
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
      await turns.idle();
      await escalations.idle();
      await outbox.idle();
      await post.idle();
      const done = (await round()) + (await sweep());
      if (done === 0 && turns.running() === 0) return;
    }
    throw new Error("The work of one moment does not end.");
  }

  /** Moves a manual clock from due moment to due moment up to `to`; resolves when the turns and deliveries of all steps have ended. */
  async function advance(manual: ManualClock, to: Date): Promise<Date> {
    await settle();
    for (let next = await nextDue(); next && next <= to; next = await nextDue()) {
      await move(manual, next);
      await settle();
    }
    await move(manual, to);
    await settle();
    return manual.now();
  }

  async function move(manual: ManualClock, to: Date): Promise<void> {
    manual.moveTo(to);
    await writeSetting(db, "clock", manual.now().toISOString());
  }

  async function nextDue(): Promise<Date | undefined> {
    const now = clock.now();
    const all = [await timers.next(), await outbox.next(), await ledger.nextDeadline()];
    // What is due already was tried just now and waits for its own pause.
    const later = all.filter((at): at is Date => at !== undefined && at > now);
    return later.sort((a, b) => a.getTime() - b.getTime())[0];
  }

  return {
    start() {
      work.push(every(ROUND_MS, "round", () => advancing.then(round), log));
      work.push(every(SWEEP_MS, "sweep", () => advancing.then(sweep), log));
      work.push(every(Math.max(50, Math.floor(rooms.leaseMs / 3)), "renew leases", () => turns.renew(), log));
      work.push(every(TIDY_MS, "tidy memories", memories.tidy, log));
      if (db.kind === "pglite") work.push(every(TIDY_MS, "tidy", () => db.query("vacuum analyze"), log));
    },
    settle,
    /** @throws nothing of its own; one call at a time */
    advanceTo(to: Date): Promise<Date> {
      const manual = clock as ManualClock;
      const done = advancing.then(() => advance(manual, to));
      advancing = done.catch(() => undefined);
      return done;
    },
    async stop() {
      turns.stop();
      await Promise.all(work.map((one) => one.stop()));
      await turns.idle();
      await escalations.idle();
      await outbox.idle();
      await post.stop();
    },
  };
}

export type Clockwork = ReturnType<typeof createClockwork>;
