import type { Remembered } from "../../conversations/index.ts";

/** What a prompt has room for, however much is kept: about 400 tokens. */
const MOST_RECALLED = 12;
const MOST_CHARACTERS = 1_600;

/** The facts that help with `asked`, the most fitting first; of equals, the newest. What has ended is not among them. */
export function recall(memories: readonly Remembered[], asked: string, now: Date): Remembered[] {
  const words = wordsOf(asked);
  const alive = memories.filter(({ until }) => new Date(until) > now);
  const ranked = alive.map((memory, age) => ({ memory, age, fits: shared(words, wordsOf(memory.fact)) }));
  ranked.sort((a, b) => b.fits - a.fits || Number(b.memory.confidence === "said") - Number(a.memory.confidence === "said") || b.age - a.age);
  let room = MOST_CHARACTERS;
  return ranked
    .slice(0, MOST_RECALLED)
    .map(({ memory }) => memory)
    .filter(({ fact }) => (room -= fact.length) >= 0);
}

/** The facts that `words` mean: at least half of the words, one at the least. */
export function meant(memories: readonly Remembered[], words: string): Remembered[] {
  const wanted = wordsOf(words);
  return wanted.size === 0 ? [] : memories.filter(({ fact }) => shared(wanted, wordsOf(fact)) * 2 >= wanted.size);
}

/** How much of the shorter one's words the other has, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  return few.size === 0 ? 0 : shared(few, many) / few.size;
}

function shared(words: Set<string>, others: Set<string>): number {
  return [...words].filter((word) => others.has(word)).length;
}

const SMALL = 4; // "we", "is", "the": no subject. Japanese has no spaces: there each pair of signs is a word.
const STEM = 6; // "server" and "servers", "nutzen" and "nutzt": as far as names and endings go

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? [];
  const pieces = words.flatMap((word) => (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? pairsOf(word) : word.slice(0, STEM)));
  return new Set(pieces.filter((word) => word.length >= SMALL || /\d|[\u0250-\u{10ffff}]/u.test(word)));
}

function pairsOf(word: string): string[] {
  const signs = [...word];
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
}
