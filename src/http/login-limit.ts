import { performance } from "node:perf_hooks";
import { Problem } from "./problems.ts";

const WINDOW_MS = 15 * 60_000;
/** Failures within the window after which the next try must wait. One person mistypes; a list of passwords has thousands. */
const PER_EMAIL_AND_ADDRESS = 5;
const PER_ADDRESS = 30;
/** From all addresses together: slows a distributed guess without letting one stranger lock somebody out. */
const PER_EMAIL = 60;
/** Passwords are costly to check on purpose: so many at once, the rest is turned away. */
const AT_ONCE = 4;
const MOST_KEYS = 10_000;

export interface LoginLimit {
  /** Runs one try. `work` resolves with undefined when the password was wrong. Throws Problem `too_fast`. */
  attempt<T>(email: string, address: string, work: () => Promise<T | undefined>): Promise<T | undefined>;
}

/** Guesses happen in real time, whatever the service's clock says: hence `now` in real milliseconds. */
export function createLoginLimit(now: () => number = () => performance.now()): LoginLimit {
  const failures = new Map<string, number[]>();
  let running = 0;
  function recent(key: string): number[] {
    const kept = (failures.get(key) ?? []).filter((at) => at > now() - WINDOW_MS);
    if (kept.length > 0) failures.set(key, kept);
    else failures.delete(key);
    return kept;
  }
  function waitFor(key: string, most: number): number {
    const kept = recent(key);
    return kept.length < most ? 0 : (kept[kept.length - most] as number) + WINDOW_MS - now();
  }
  function note(key: string): void {
    // When a flood of made-up names fills the list, the oldest goes: the per-address limit still holds.
    if (failures.size >= MOST_KEYS) failures.delete(failures.keys().next().value as string);
    const kept = recent(key);
    failures.delete(key);
    failures.set(key, [...kept, now()]);
  }
  return {
    async attempt(email, address, work) {
      const name = email.trim().toLowerCase();
      const keys: [string, number][] = [
        [`both ${name} ${address}`, PER_EMAIL_AND_ADDRESS],
        [`address ${address}`, PER_ADDRESS],
        [`email ${name}`, PER_EMAIL],
      ];
      const wait = Math.max(...keys.map(([key, most]) => waitFor(key, most)));
      if (wait > 0) throw new Problem("too_fast", "Too many failed logins. Wait before you try again.", { retryAfter: wait / 1000 });
      if (running >= AT_ONCE) throw new Problem("too_fast", "Too many logins at once.", { retryAfter: 1 });
      running++;
      // Counted before the check, so that tries sent all at once are counted, too.
      for (const [key] of keys) note(key);
      try {
        const result = await work();
        if (result !== undefined) failures.delete(`both ${name} ${address}`);
        return result;
      } finally {
        running--;
      }
    },
  };
}
