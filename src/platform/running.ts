import type { Log } from "./log.ts";

/** The one seam for work that is done again and again. */
export type Every = (everyMs: number, name: string, work: () => Promise<unknown>, log: Log) => { stop(): Promise<void> };

/** Repeats `work` every `everyMs` of real time, never two at once. A failure is logged and the next round comes all the same. */
export const every: Every = (everyMs, name, work, log) => {
  let stopped = false;
  let current: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (stopped || current) return;
    current = Promise.resolve()
      .then(work)
      .then(() => undefined)
      .catch((error: unknown) => log.error({ work: name, err: error }, "background work failed"))
      .finally(() => {
        current = undefined;
      });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await current;
    },
  };
};

/** Lets whatever waits have its turn, in the middle of a long calculation. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
