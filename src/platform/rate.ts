import { performance } from "node:perf_hooks";
import type { Clock } from "./clock.ts";
import type { Live } from "./live.ts";

/** How much happened lately, by key. */
export interface Windows {
  /** How many were counted under the key within the last `ms`. */
  recent(key: string, ms: number): number;
  add(key: string): void;
  /** Seconds until fewer than `most` lie within the last `ms`; 0 when that is so already. */
  waitFor(key: string, ms: number, most: number): number;
}

type Log = { times: number[]; head: number };

const MOST_KEYS = 50_000; // about 10 MB when each has a handful; the least recently counted go first
const COMPACT_ABOVE = 64;

/**
 * Sliding windows: exact, so that no burst across a boundary gets double. With a manual clock real time counts as well: it
 * stands still between two steps, people do not.
 */
export function slidingWindows(clock: Clock, real: () => number = () => performance.now()): Windows {
  const logs = new Map<string, Log>();
  const now = clock.kind === "manual" ? () => clock.now().getTime() + real() : () => clock.now().getTime();

  function forget(log: Log, before: number): void {
    while (log.head < log.times.length && (log.times[log.head] as number) <= before) log.head++;
    if (log.head < COMPACT_ABOVE || log.head * 2 < log.times.length) return;
    log.times = log.times.slice(log.head);
    log.head = 0;
  }

  return {
    recent(key, ms) {
      const log = logs.get(key);
      if (!log) return 0;
      forget(log, now() - ms);
      return log.times.length - log.head;
    },
    add(key) {
      const log = logs.get(key) ?? { times: [], head: 0 };
      log.times.push(now());
      logs.delete(key);
      logs.set(key, log);
      if (logs.size > MOST_KEYS) logs.delete(logs.keys().next().value as string);
    },
    waitFor(key, ms, most) {
      const log = logs.get(key);
      const oldest = log?.times[log.times.length - most];
      return oldest === undefined ? 0 : Math.max(0, oldest + ms - now()) / 1_000;
    },
  };
}

const COUNTED = "rate";

/** The windows of all processes that share `live`: what one counts, all count. An event that gets lost lets somebody say a little more. */
export function sharedWindows(own: Windows, live: Live): Windows {
  live.subscribe(COUNTED, (event) => own.add(String(event["key"])));
  return { ...own, add: (key) => live.publish(COUNTED, { type: "counted", key }) };
}
