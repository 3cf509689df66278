/**
 * Which rules a sentence is worth trying: one look per word instead of one regular expression per rule. A good answer
 * names few of these words, so most rules never run on it.
 */
import type { CommitmentRule } from "./rule.ts";

const LETTERS = 4;
/** German builds long words; in those a scent may begin anywhere. */
const COMPOUND = 10;
const WORD = /[a-z0-9%]+/g;
/** A number that may be a date or a time of day. */
const WHEN = /\d[\d.\-/]*[.\-/]\d|\d ?(?:am|pm|uhr|h|cet|utc|o'clock)(?![a-z])|(?:by|until|before|bis|um|gegen|vor) \d/;
export const A_TIME = "#time";

type Scents = { first: Map<string, number>; second: Map<string, number>; free: number };

/** Compiles the scents of up to 31 rules. */
export function scentsOf(rules: readonly CommitmentRule[]): Scents {
  if (rules.length > 31) throw new Error("A mask has 31 bits; give the rules of one language one mask.");
  const scents: Scents = { first: new Map(), second: new Map(), free: 0 };
  for (const [bit, rule] of rules.entries()) {
    note(scents.first, rule.scent, 1 << bit);
    if (rule.also === undefined) scents.free |= 1 << bit;
    else note(scents.second, rule.also, 1 << bit);
  }
  return scents;
}

function note(map: Map<string, number>, words: string, mask: number): void {
  for (const word of words.split(" ")) {
    for (const spelt of [word.replaceAll("ä", "a").replaceAll("ö", "o").replaceAll("ü", "u"), word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue")]) {
      const key = spelt.startsWith("#") ? spelt : spelt.slice(0, LETTERS);
      map.set(key, (map.get(key) ?? 0) | mask);
    }
  }
}

/** The mask of the rules worth trying on a sentence. */
export function scented(scents: Scents, text: string): number {
  let first = 0;
  let second = scents.free;
  WORD.lastIndex = 0;
  for (let hit = WORD.exec(text); hit; hit = WORD.exec(text)) {
    const word = hit[0];
    const last = word.length < COMPOUND ? 0 : word.length - LETTERS;
    for (let at = 0; at <= last; at++) {
      const key = word.slice(at, at + LETTERS);
      first |= scents.first.get(key) ?? 0;
      second |= scents.second.get(key) ?? 0;
    }
  }
  if (text.includes("%")) first |= scents.first.get("%") ?? 0;
  if (WHEN.test(text)) first |= scents.first.get(A_TIME) ?? 0;
  return first & second;
}
