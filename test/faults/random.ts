/** Chance that can be had again: the same seed makes the same choices (the machine's timing stays its own). */
export type Chance = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** least ≤ n ≤ most */
  whole(least: number, most: number): number;
  /** true in `share` of the cases */
  happens(share: number): boolean;
  oneOf<Item>(items: readonly Item[]): Item;
};

/** mulberry32: small, and good enough to choose with. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    happens: (share) => next() < share,
    oneOf: (items) => items[Math.floor(next() * items.length)] as never,
  };
}
