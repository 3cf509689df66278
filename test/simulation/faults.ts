import type { Chance } from "../faults/random.ts";

export type DatabaseFault = "refused" | "answer lost" | "slow" | "crash before" | "crash after";
export type DeliveryFault = "lost" | "answer lost" | "refused" | "slow";

/** How much goes wrong in a story: shares of what could. */
export type Weather = { database: number; crash: number; delivery: number; live: number; model: number; stall: number; duplicates: number; skewMs: number };

export const CALM: Weather = { database: 0, crash: 0, delivery: 0, live: 0, model: 0, stall: 0, duplicates: 0, skewMs: 0 };

/** As bad as it gets, in every respect: for a hunt that should be short. */
export const ROUGH: Weather = { database: 0.01, crash: 0.003, delivery: 0.3, live: 0.2, model: 0.3, stall: 0.15, duplicates: 0.3, skewMs: 2_000 };

/** What goes wrong next, by the seed. */
export function createFaults(chance: Chance, weather: Weather) {
  let now = weather;
  return {
    /** From here on nothing goes wrong any more. */
    heal: () => void (now = CALM),
    weather: () => now,
    oneOf: chance.oneOf,
    happens: (share: number) => chance.happens(share),
    /** up to `most` milliseconds, mostly short */
    delay: (most: number) => Math.floor(chance.next() ** 3 * most),
    database(_what: string): DatabaseFault | undefined {
      const x = chance.next();
      if (x < now.crash) return chance.happens(0.5) ? "crash before" : "crash after";
      if (x < now.crash + now.database) return chance.oneOf(["refused", "refused", "answer lost", "slow"] as const);
      return undefined;
    },
    delivery(): DeliveryFault | undefined {
      return chance.happens(now.delivery) ? chance.oneOf(["lost", "answer lost", "refused", "slow"] as const) : undefined;
    },
    live: () => chance.happens(now.live),
    model: () => chance.happens(now.model),
    stall: () => chance.happens(now.stall),
    duplicate: () => chance.happens(now.duplicates),
    skew: () => (now.skewMs === 0 ? 0 : chance.whole(-now.skewMs, now.skewMs)),
  };
}

export type Faults = ReturnType<typeof createFaults>;

/** Clocks that are looked after differ by less; two that differ by more than a lease may send something twice. */
const MOST_SKEW_MS = 5_000;

/** The weather of a seed: from a quiet fortnight to a very bad one. */
export function weatherOf(chance: Chance): Weather {
  const bad = chance.oneOf([0, 0.3, 1, 1, 2]);
  const share = (most: number) => (chance.happens(0.7) ? chance.next() * most * bad : 0);
  return {
    database: share(0.02),
    crash: share(0.004),
    delivery: share(0.1),
    live: share(0.2),
    model: share(0.3),
    stall: share(0.3),
    duplicates: share(0.5),
    skewMs: Math.floor(share(MOST_SKEW_MS / 2)),
  };
}
