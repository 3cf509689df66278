/** The one seam for time. Every expiry, lease and timer asks this clock; only sockets and model timeouts use real time. */
export interface Clock {
  kind: "system" | "manual";
  now(): Date;
}

export const systemClock: Clock = { kind: "system", now: () => new Date() };

/** A clock that stands still until it is moved; it never goes back. */
export type ManualClock = Clock & { kind: "manual"; moveTo(at: Date): void };

export function manualClock(start: Date): ManualClock {
  let now = start.getTime();
  return {
    kind: "manual",
    now: () => new Date(now),
    moveTo(at) {
      if (at.getTime() > now) now = at.getTime();
    },
  };
}
