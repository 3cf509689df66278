/**
 * A second opinion on safety matters, for wording that no rule foresaw. A message becomes a bag of features (its words,
 * pairs of words, pieces of words, and what the guards say), each hashed to a row of weights; the sums of the rows
 * give the chance of each class. `scripts/train-safety.ts` learns the weights; it and this file must read alike.
 */
import { readFileSync } from "node:fs";
import { GERMAN } from "./de.ts";
import { ENGLISH } from "./en.ts";
import type { Sentence } from "./reading.ts";
import type { SafetyClass, SafetyFinding, Seen } from "./rule.ts";

/** What a message may be about; the first is no safety matter. */
export const CLASSES = ["none", "security", "data_loss", "danger", "legal", "outage"] as const satisfies readonly ("none" | SafetyClass)[];
/** Rows of weights: features that share one blur each other a little, so the file stays small. */
export const ROWS = 24_000;
/** Where the weights are kept: their scale, then a byte for each row and class. */
export const WEIGHTS = new URL("weights.bin", import.meta.url);

/** Without a rule it speaks up only when it is this sure. */
const SURE = 0.86;
/** Below it a rule that fits is not believed, nor, below the other, one that only weighed words. */
const DOUBT = 0.3;
const DOUBT_WEAK = 0.55;

/** What a piece of a word counts beside a word, and what the form of the message counts. */
const PIECE = 0.3;
const FORM = 2.5;
const PIECES = [4, 5];
/** A long message is judged by its parts: what burns may stand in one of them. */
const PART = 4;

export type Features = { row: number[]; by: number[] };

const GUARDS = [ENGLISH, GERMAN].flatMap(({ guards }) => Object.entries(guards).filter(([name]) => name !== "clause"));

/** What the classifier sees of a message; the squares of all features add up to one, however long it is. */
export function featuresOf(sentences: readonly Sentence[]): Features {
  const found = new Map<number, number>();
  const add = (hash: number, by: number): void => {
    const row = mixed(hash) % ROWS;
    found.set(row, Math.max(by, found.get(row) ?? 0));
  };
  for (const { text, words, asks } of sentences) {
    for (const [name, guard] of GUARDS) if (guard.test(text)) add(hashOf(name, asks ? 5 : 4), FORM);
    let last = hashOf("^", 1);
    for (const word of words) {
      const plain = word.replaceAll(/\d/g, "0");
      const hash = hashOf(plain, 1);
      add(hash, 1);
      add(Math.imul(last, 31) ^ hash, 1);
      for (const length of word.length > 3 ? PIECES : []) addPieces(`<${plain}>`, length, add);
      last = hash;
    }
    add(Math.imul(last, 31) ^ hashOf(asks ? "?" : "$", 1), 1);
  }
  add(hashOf("any", 3), FORM);
  add(hashOf(sentences.some((one) => one.asks) ? "asks" : "tells", 3), FORM);
  add(hashOf(String(Math.min(sentences.length, PART)), 3), FORM);
  const norm = Math.hypot(...found.values());
  return { row: [...found.keys()], by: Array.from(found.values(), (by) => by / norm) };
}

function addPieces(word: string, length: number, add: (hash: number, by: number) => void): void {
  for (let i = 0; i + length <= word.length; i++) add(hashOf(word, 2, i, i + length), PIECE);
}

/** FNV-1a; `kind` keeps a word apart from a piece that is spelt like it. */
function hashOf(text: string, kind: number, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 ^ kind;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (half ^ (half >>> 12)) >>> 0;
}

/** The chance of each class, by weights that stand row after row, a class each. */
export function chances({ row, by }: Features, weights: ArrayLike<number>, scale: number): number[] {
  const sums = CLASSES.map(() => 0);
  for (let i = 0; i < row.length; i++) {
    const from = (row[i] ?? 0) * sums.length;
    const times = (by[i] ?? 0) * scale;
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (weights[from + k] ?? 0) * times;
  }
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

const file = readFileSync(WEIGHTS);
const learned = { weights: new Int8Array(file.buffer, file.byteOffset + 4, ROWS * CLASSES.length), scale: file.readFloatLE(0) };

/** Of the message's parts, the chances of the one that most looks like a safety matter. */
function judge(sentences: readonly Sentence[]): number[] {
  let worst = [1, 0, 0, 0, 0, 0];
  for (let from = 0; from === 0 || from + PART / 2 < sentences.length; from += PART / 2) {
    const now = chances(featuresOf(sentences.slice(from, from + PART)), learned.weights, learned.scale);
    if ((now[0] ?? 1) < (worst[0] ?? 1)) worst = now;
  }
  return worst;
}

/** Rules and classifier together: it takes back what it does not believe, and adds what it is sure of. */
export function settle(seen: readonly Seen[], sentences: readonly Sentence[]): SafetyFinding[] {
  if (sentences.length === 0) return [];
  return decide(seen, judge(sentences), sentences);
}

/** What is left of the rules' findings, or the classifier's own, given the chances of each class. Danger to life is never talked away. */
export function decide(seen: readonly Seen[], chance: readonly number[], sentences: readonly Sentence[]): SafetyFinding[] {
  const safety = 1 - (chance[0] ?? 1);
  if (seen.some((one) => one.class === "danger")) return [...seen];
  if (seen.length > 0) return safety < (seen.every((one) => one.weak) ? DOUBT_WEAK : DOUBT) ? [] : [...seen];
  if (safety < SURE) return [];
  const best = chance.indexOf(Math.max(...chance.slice(1)));
  const kind = CLASSES[best];
  return kind === undefined || kind === "none" ? [] : [{ rule: `${kind}.classifier`, class: kind, offset: sentences[0]?.origins[0] ?? 0 }];
}
