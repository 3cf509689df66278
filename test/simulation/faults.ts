import type { Chance } from "../faults/random.ts";
import type { Lots } from "./lots.ts";

/** What befalls a statement. "answered late": it is done, and its answer takes longer than a lease. */
export type DatabaseFault = { kind: "refused" | "answer lost" | "slow" | "answered late" | "crash after"; ms: number };
export type DeliveryFault = { kind: "lost" | "answer lost" | "refused" | "slow"; ms: number };
/** What befalls a request on its way into the house. */
export type WayInFault = { kind: "lost" | "answer lost" | "late"; ms: number };

/** Weather that lasts: minutes to hours in which something does not work at all. */
export type Spell = { kind: "disk full" | "database gone" | "model down" | "chat down" | "pager down"; from: number; until: number };

/** How much goes wrong in a story: shares of what could. */
export type Weather = {
  database: number;
  /** of a process, before or after anything that it does */
  crash: number;
  /** of a process, while it starts */
  startup: number;
  wayIn: number;
  delivery: number;
  /** of the deliveries that are refused, those of which one hears only after a while */
  lateRefusals: number;
  live: number;
  model: number;
  stall: number;
  duplicates: number;
  /** of the days, one with a spell of something */
  spells: number;
  /** of the stories with one process, those in which its clock jumps by up to an hour */
  jumps: number;
  skewMs: number;
};

export const CALM: Weather = {
  database: 0,
  crash: 0,
  startup: 0,
  wayIn: 0,
  delivery: 0,
  lateRefusals: 0,
  live: 0,
  model: 0,
  stall: 0,
  duplicates: 0,
  spells: 0,
  jumps: 0,
  skewMs: 0,
};

/** As bad as it gets, in every respect: for a hunt that should be short. */
export const ROUGH: Weather = {
  database: 0.01,
  crash: 0.003,
  startup: 0.2,
  wayIn: 0.05,
  delivery: 0.3,
  lateRefusals: 0,
  live: 0.2,
  model: 0.3,
  stall: 0.15,
  duplicates: 0.3,
  spells: 0.1,
  jumps: 0.2,
  skewMs: 2_000,
};

/** Nothing goes wrong by itself. */
export const isFair = (weather: Weather): boolean => Object.values(weather).every((share) => share === 0);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SLOW_MS = 2_000;
const LATE_MS = 40_000; // a lease is shorter
const STARTUP_STATEMENTS = 40; // about as many as a start has

/** What goes wrong next, by the seed. */
export function createFaults(lots: Lots, weather: Weather, now: () => number, spells: Spell[]) {
  let today = weather;
  let left = spells;
  const luck = (what: string) => lots.at(now(), what);
  const happens = (share: number, what: string) => share > 0 && luck(what).happens(share);
  return {
    /** From here on nothing goes wrong any more. */
    heal() {
      today = CALM;
      left = [];
    },
    /** Whether something is out of order for a while. */
    is: (kind: Spell["kind"]) => left.some((spell) => spell.kind === kind && spell.from <= now() && now() < spell.until),
    luck,
    database(process: string, what: string): DatabaseFault | undefined {
      const own = luck(`${process} asks ${what}`);
      const x = own.next();
      if (x < today.crash / 2) return { kind: "crash after", ms: 0 };
      if (x >= today.crash / 2 + today.database) return undefined;
      const kind = own.oneOf(["refused", "refused", "answer lost", "slow", "answered late"] as const);
      return { kind, ms: kind === "slow" ? mostlyShort(own, SLOW_MS) : own.whole(1_000, LATE_MS) };
    },
    /** Whether a process dies before its next step. */
    crash: (process: string, what: string) => happens(today.crash / 2, `${process} dies before ${what}`),
    /** After how many statements of its start a process dies; Infinity: it comes up. */
    startup(process: string): number {
      const own = luck(`${process} comes up`);
      return own.happens(today.startup) ? own.whole(0, STARTUP_STATEMENTS) : Infinity;
    },
    wayIn(who: string): WayInFault | undefined {
      const own = luck(`${who} is on the way`);
      return own.happens(today.wayIn) ? { kind: own.oneOf(["lost", "answer lost", "late"] as const), ms: own.whole(100, LATE_MS) } : undefined;
    },
    delivery(what: string): DeliveryFault | undefined {
      const own = luck(what);
      if (!own.happens(today.delivery)) return undefined;
      const kind = own.oneOf(["lost", "answer lost", "refused", "slow"] as const);
      const ms = mostlyShort(own, 12_000);
      if (kind !== "refused") return { kind, ms };
      return { kind, ms: today.lateRefusals > 0 && own.happens(today.lateRefusals) ? own.whole(2_000, 20_000) : 0 };
    },
    live: (process: string) => happens(today.live, `${process} shows`),
    model: (own: Chance) => own.happens(today.model),
    stall: (process: string) => happens(today.stall, `${process} stalls`),
    duplicate: (own: Chance) => own.happens(today.duplicates),
    skew: (process: string) => (today.skewMs === 0 ? 0 : luck(`clock of ${process}`).whole(-today.skewMs, today.skewMs)),
  };
}

export type Faults = ReturnType<typeof createFaults>;

/** Up to `most` milliseconds, mostly few. */
export function mostlyShort(chance: Chance, most: number): number {
  return Math.floor(chance.next() ** 3 * most);
}

/** Clocks that are looked after differ by less; two that differ by more than a lease may send something twice. */
const MOST_SKEW_MS = 5_000;

/** The weather of a seed: from a quiet fortnight to a very bad one. */
export function weatherOf(chance: Chance): Weather {
  const bad = chance.oneOf([0, 0.3, 1, 1, 2]);
  const share = (most: number) => (chance.happens(0.7) ? chance.next() * most * bad : 0);
  return {
    database: share(0.02),
    crash: share(0.004),
    startup: share(0.3),
    wayIn: share(0.1),
    delivery: share(0.1),
    lateRefusals: 0, // only where a mistake is hunted that takes them
    live: share(0.2),
    model: share(0.3),
    stall: share(0.3),
    duplicates: share(0.5),
    spells: share(0.15),
    jumps: share(1),
    skewMs: Math.floor(share(MOST_SKEW_MS / 2)),
  };
}

/** At most one in a day, over some hours before the day ends: then everybody has had the time to make up for it. */
export function spellsOf(lots: Lots, weather: Weather, start: number, days: number): Spell[] {
  return Array.from({ length: days }, (_, day) => {
    const own = lots.of(`weather of day ${day}`);
    if (!own.happens(weather.spells)) return [];
    const from = start + day * DAY + own.whole(30 * MINUTE, 14 * HOUR);
    const lasts = own.oneOf([own.whole(2 * MINUTE, 20 * MINUTE), own.whole(20 * MINUTE, 3 * HOUR), own.whole(3 * HOUR, 6 * HOUR)]);
    return [{ kind: own.oneOf(["disk full", "database gone", "model down", "chat down", "pager down"] as const), from, until: from + lasts }];
  }).flat();
}

/** For how many milliseconds between two moments something was out of order, of these kinds. */
export function lasted(spells: Spell[], kinds: Spell["kind"][], from: number, to: number): number {
  return spells.filter(({ kind }) => kinds.includes(kind)).reduce((sum, spell) => sum + Math.max(0, Math.min(to, spell.until) - Math.max(from, spell.from)), 0);
}
