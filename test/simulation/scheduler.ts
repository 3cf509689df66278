import { createHash } from "node:crypto";
import type { Lots } from "./lots.ts";

/** Whoever waits: a process of ours, or somebody out in the world. What a dead one waits for never comes. */
export type Owner = { name: string; alive: boolean; /** what befalls it before it goes on */ before?(what: string): Promise<void> };

type Task = { owner: Owner; what: string; /** the least goes on first */ lot: number; blocked: (() => boolean) | undefined; run: () => Promise<void> };
type Timed = { at: number; order: number; owner: Owner; wake: () => void };

/** A wait that can be called off. */
export type Wait = { done: Promise<void>; cancel(): void };

const MOST_STEPS_A_DAY = 4_000; // it takes some hundred: more is a loop of ours
const MOST_TRACE = 100_000; // of the last steps, to be read after a failure

/**
 * The one who decides what happens next. Everything that waits (for the database, the network, a moment) waits here; one thing at a
 * time goes on, chosen by the seed, and time moves only when nothing else can. So a run is a function of its seed.
 */
export function createScheduler(lots: Lots, start: number, days: number) {
  const mostSteps = days * MOST_STEPS_A_DAY;
  const ready: Task[] = [];
  const timed: Timed[] = [];
  const digest = createHash("sha256");
  const trace: string[] = [];
  let now = start;
  let order = 0;
  let steps = 0;

  /** Does `work` alone, once it is chosen. Never settles when its owner has died by then. `blocked`: not to be chosen now. */
  function task<Result>(owner: Owner, what: string, work: () => Result | Promise<Result>, blocked?: () => boolean): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = async () => {
        try {
          const result = await work();
          if (owner.alive) resolve(result);
        } catch (error) {
          if (owner.alive) reject(error as Error);
        }
      };
      ready.push({ owner, what, lot: lot(owner, what), blocked, run });
    });
  }

  /** Waits `ms` of simulated time, and then to be chosen. */
  function wait(owner: Owner, ms: number, what: string): Wait {
    let cancelled = false;
    const done = new Promise<void>((resolve) => {
      const wake = () => {
        if (!cancelled) ready.push({ owner, what, lot: lot(owner, what), blocked: undefined, run: async () => resolve() });
      };
      insert({ at: now + Math.max(0, ms), order: order++, owner, wake });
    });
    return { done, cancel: () => void (cancelled = true) };
  }

  function lot(owner: Owner, what: string): number {
    return lots.at(now, `${owner.name}: ${what}`).next();
  }

  function insert(one: Timed): void {
    let at = timed.length;
    while (at > 0 && isAfter(timed[at - 1] as Timed, one)) at--;
    timed.splice(at, 0, one);
  }

  /** Does one thing; false when nothing can be done at this moment. */
  async function step(): Promise<boolean> {
    for (let i = ready.length - 1; i >= 0; i--) if (!(ready[i] as Task).owner.alive) ready.splice(i, 1);
    const [first, ...others] = ready.filter((one) => !one.blocked?.());
    if (!first) return false;
    const chosen = others.reduce((least, one) => (one.lot < least.lot ? one : least), first);
    ready.splice(ready.indexOf(chosen), 1);
    note(`${chosen.owner.name}: ${chosen.what}`);
    if (++steps > mostSteps) throw new Error(`The story does not end: ${steps} steps.`);
    await chosen.owner.before?.(chosen.what);
    if (chosen.owner.alive) await chosen.run();
    await quiet();
    return true;
  }

  function note(what: string): void {
    const line = `${now} ${what}`;
    seen(line);
    if (trace.length >= MOST_TRACE) trace.shift();
    trace.push(line);
  }

  /** What happened, for the digest alone: a request, a row. */
  function seen(what: string): void {
    digest.update(what).update("\n");
  }

  /** Goes on until `until` is over. `due`: when the house has something to do by itself, asked whenever nothing else happens. */
  async function run(until: number, due: () => Promise<number | undefined>): Promise<void> {
    for (;;) {
      await quiet();
      while (await step());
      while (timed.length > 0 && !(timed[0] as Timed).owner.alive) timed.shift();
      const own = await due();
      await quiet();
      // Time never moves while something can go on.
      if (ready.some((one) => one.owner.alive && !one.blocked?.())) continue;
      const next = Math.min(timed[0]?.at ?? Infinity, own ?? Infinity);
      if (next > until) break;
      now = Math.max(now, next);
      wake();
    }
    now = Math.max(now, until);
    wake();
  }

  function wake(): void {
    while (timed.length > 0 && (timed[0] as Timed).at <= now) (timed.shift() as Timed).wake();
  }

  return {
    now: () => now,
    task,
    wait,
    run,
    step,
    note,
    seen,
    stuck: () => ready.map((one) => `${one.owner.name}: ${one.what}`),
    steps: () => steps,
    trace: () => trace,
    /** of all that happened, in its order */
    digest: () => digest.copy().digest("hex").slice(0, 16),
  };
}

export type Scheduler = ReturnType<typeof createScheduler>;

function isAfter(a: Timed, b: Timed): boolean {
  return a.at > b.at || (a.at === b.at && a.order > b.order);
}

/** Everything that can go on without us has: no socket, file or real timer is open in a story, so two rounds of the event loop do. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}
