/**
 * Which rules a sentence is worth trying: one look per word instead of one regular expression per rule. A good answer
 * names few of these words, so most rules never run on it.
 */
import type { CommitmentRule } from "./rule.ts";

const LETTERS = 4;
const MASK_BITS = 31;
/** German builds long words; in those a scent may begin anywhere. */
const COMPOUND = 10;
const WORD = /[a-z0-9]+/g;
/** A number that may be a date or a time of day. */
const WHEN = /\d[\d.\-/]*[.\-/]\d|\d ?(?:am|pm|uhr|h|cet|utc|o'clock)(?![a-z])|(?:by|until|before|bis|um|gegen|vor) \d/;
const A_TIME = "#time";
/** Scripts without words of Latin letters. */
const SCRIPTS = { "#japanese": /[\u3040-\u30ff]/, "#arabic": /[\u0620-\u064a]/ };

/** What a word speaks for: rules of the first and second kind of scent, in each language. */
type Marks = { first: number[]; second: number[] };

export type Scents = { marks: Map<string, Marks>; free: readonly number[]; languages: number };

/** Compiles the scents of several languages, each with up to 31 rules. */
export function scentsOf(languages: readonly (readonly CommitmentRule[])[]): Scents {
  const marks = new Map<string, Marks>();
  const free = languages.map(() => 0);
  for (const [language, rules] of languages.entries()) {
    if (rules.length > MASK_BITS) throw new Error("A mask has 31 bits.");
    for (const [bit, rule] of rules.entries()) {
      for (const key of keysOf(rule.scent)) add(mark(marks, key, languages.length).first, language, 1 << bit);
      for (const key of keysOf(rule.also ?? "")) add(mark(marks, key, languages.length).second, language, 1 << bit);
      if (rule.also === undefined) add(free, language, 1 << bit);
    }
  }
  return { marks, free, languages: languages.length };
}

function add(masks: number[], language: number, bits: number): void {
  masks[language] = (masks[language] ?? 0) | bits;
}

function mark(marks: Map<string, Marks>, key: string, languages: number): Marks {
  const known = marks.get(key) ?? { first: Array.from({ length: languages }, () => 0), second: Array.from({ length: languages }, () => 0) };
  marks.set(key, known);
  return known;
}

function keysOf(words: string): string[] {
  if (words === "") return [];
  const spellings = [
    words,
    words.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue"),
    words.replaceAll("ä", "a").replaceAll("ö", "o").replaceAll("ü", "u"),
  ];
  return spellings.flatMap((spelt) => spelt.split(" ")).map((word) => (word.startsWith("#") ? word : word.slice(0, LETTERS)));
}

/** For each language the mask of the rules worth trying on a sentence. */
export function scented(scents: Scents, text: string): number[] {
  const first = scents.free.map(() => 0);
  const second = scents.free.slice();
  const smell = (key: string): void => {
    const marks = scents.marks.get(key);
    if (marks === undefined) return;
    for (let i = 0; i < first.length; i++) {
      add(first, i, marks.first[i] ?? 0);
      add(second, i, marks.second[i] ?? 0);
    }
  };
  WORD.lastIndex = 0;
  for (let hit = WORD.exec(text); hit; hit = WORD.exec(text)) {
    const word = hit[0];
    const last = word.length < COMPOUND ? 0 : word.length - LETTERS;
    for (let at = 0; at <= last; at++) smell(word.slice(at, at + LETTERS));
  }
  if (text.includes("%")) smell("%");
  if (WHEN.test(text)) smell(A_TIME);
  for (const [name, script] of Object.entries(SCRIPTS)) if (script.test(text)) smell(name);
  return first.map((mask, i) => mask & (second[i] ?? 0));
}
