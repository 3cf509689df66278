import { chance, type Chance } from "../faults/random.ts";

/**
 * The chance of a story. Whoever lives in it draws from a stream of their own, known by their name, and what befalls something is drawn for
 * that thing at that moment: so whoever is left out of a story leaves the choices and the luck of the others as they were.
 */
export function createLots(seed: number) {
  let moment = Number.NaN;
  const drawn = new Map<string, number>();

  /** The stream of somebody's own choices. */
  function of(name: string): Chance {
    return chance(hash(seed, name));
  }

  /** What befalls `what` at the moment `now`; the second time at that moment it is something else. */
  function at(now: number, what: string): Chance {
    if (now !== moment) {
      drawn.clear();
      moment = now;
    }
    const times = drawn.get(what) ?? 0;
    drawn.set(what, times + 1);
    return of(`${now} ${times} ${what}`);
  }

  return { of, at };
}

export type Lots = ReturnType<typeof createLots>;

/** FNV-1a, stirred: names that differ in a letter have nothing in common. */
function hash(seed: number, text: string): number {
  let state = Math.imul(seed ^ 0x811c9dc5, 0x01000193);
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
