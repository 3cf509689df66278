const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt, after `failures` of them in a row (from 1). Doubles up to 30 s; the jitter
 * takes away up to half, so that a thousand widgets do not come back in the same moment after a restart.
 */
export function pauseBefore(failures: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(full * (0.5 + random() / 2));
}

/** Sleeps; `wake` ends the sleep early (the network is back, somebody pressed a button, or it all stops). */
export function createAlarm(): { sleep(ms: number): Promise<void>; wake(): void } {
  const sleepers = new Set<() => void>();
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          sleepers.delete(end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        sleepers.add(end);
      }),
    wake: () => {
      for (const end of sleepers) end();
    },
  };
}
