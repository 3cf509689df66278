/** Chance that repeats itself: the same seed gives the same sequence, on every machine. Never for secrets. */
export interface Chance {
  /** from 0 up to, not including, 1 */
  next(): number;
  /** a whole number from `least` to `most`, both included */
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  /** one of the items, each as likely as its weight; undefined when all weights are zero */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T | undefined;
}

/** mulberry32, by Tommy Ettinger: 32 bits of state, plenty for a sample. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] as never,
    weighted(items, weight) {
      let left = next() * items.reduce((sum, item) => sum + weight(item), 0);
      return items.find((item) => weight(item) > 0 && (left -= weight(item)) < 0);
    },
  };
}
