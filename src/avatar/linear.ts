/**
 * A linear classifier over hashed features, for whoever needs a second opinion beside rules: words, pairs of words,
 * pieces of words and whatever else its owner names, each hashed to a row of weights; the sums of the rows give the
 * chance of each class. Training collects features in a bag, use adds them up at once; both read by the same functions.
 */
import { readFileSync } from "node:fs";

export type Features = { row: number[]; by: number[] };

/** What is learned: a byte for each row and class, and what one of them is worth. */
export type Learned = { weights: ArrayLike<number>; scale: number };

/** Takes features; one that comes twice counts as its strongest. */
export interface Sink {
  put(row: number, by: number): void;
}

/** A word as it is read: its hash, and the rows of itself and its pieces. */
type Word = { hash: number; rows: Int32Array };

/** Words remembered; beyond it the memory starts anew, so that nobody can fill it. */
const WORDS_REMEMBERED = 20_000;
const PIECED_LEAST = 4;

/** How a classifier reads: how many rows its weights have, what a piece of a word counts beside a word, and how long pieces are. */
export class Reader {
  private readonly remembered = new Map<string, Word>();
  private readonly rows: number;
  private readonly piece: number;
  private readonly pieces: readonly number[];

  constructor({ rows, piece, pieces }: { rows: number; piece: number; pieces: readonly number[] }) {
    this.rows = rows;
    this.piece = piece;
    this.pieces = pieces;
  }

  /** The row of a feature by its name; `kind` keeps it apart from others that are spelt like it. */
  row(name: string, kind: number): number {
    return mixed(hashOf(name, kind)) % this.rows;
  }

  /** The words of a sentence, each with the one before it, and their pieces. */
  words(words: readonly string[], end: string, to: Sink): void {
    let last = hashOf("^", 1);
    for (const word of words) {
      const { hash, rows } = this.read(word);
      to.put(rows[0] ?? 0, 1);
      to.put(mixed(Math.imul(last, 31) ^ hash) % this.rows, 1);
      for (let i = 1; i < rows.length; i++) to.put(rows[i] ?? 0, this.piece);
      last = hash;
    }
    to.put(mixed(Math.imul(last, 31) ^ hashOf(end, 1)) % this.rows, 1);
  }

  private read(word: string): Word {
    const known = this.remembered.get(word);
    if (known) return known;
    const plain = word.replaceAll(/\d/g, "0");
    const hash = hashOf(plain, 1);
    const rows = [mixed(hash) % this.rows];
    const padded = `<${plain}>`;
    for (const length of word.length < PIECED_LEAST ? [] : this.pieces)
      for (let i = 0; i + length <= padded.length; i++) rows.push(mixed(hashOf(padded, 2, i, i + length)) % this.rows);
    if (this.remembered.size >= WORDS_REMEMBERED) this.remembered.clear();
    const read = { hash, rows: Int32Array.from(rows) };
    this.remembered.set(word, read);
    return read;
  }
}

/** Keeps what was found in one text, for training. */
export class Bag implements Sink {
  private readonly found = new Map<number, number>();

  put(row: number, by: number): void {
    this.found.set(row, Math.max(by, this.found.get(row) ?? 0));
  }

  /** The squares of all features add up to one, however long the text is. */
  features(): Features {
    const norm = Math.hypot(...this.found.values());
    return { row: [...this.found.keys()], by: Array.from(this.found.values(), (by) => by / norm) };
  }
}

/** The chance of the second of two classes, added up while the features come; one object serves text after text. */
export class Scale implements Sink {
  private readonly gain: Float64Array;
  private readonly by: Float64Array;
  private readonly stamp: Uint32Array;
  private now = 0;
  private sum = 0;
  private squares = 0;

  constructor({ weights, scale }: Learned, rows: number) {
    this.gain = Float64Array.from({ length: rows }, (_, row) => ((weights[row * 2 + 1] ?? 0) - (weights[row * 2] ?? 0)) * scale);
    this.by = new Float64Array(rows);
    this.stamp = new Uint32Array(rows);
  }

  begin(): void {
    this.now = this.now === 0xffff_ffff ? 1 : this.now + 1;
    if (this.now === 1) this.stamp.fill(0);
    this.sum = 0;
    this.squares = 0;
  }

  put(row: number, by: number): void {
    const before = this.stamp[row] === this.now ? (this.by[row] ?? 0) : 0;
    if (by <= before) return;
    this.stamp[row] = this.now;
    this.by[row] = by;
    this.sum += (by - before) * (this.gain[row] ?? 0);
    this.squares += by * by - before * before;
  }

  chance(): number {
    return 1 / (1 + Math.exp(-this.sum / Math.sqrt(this.squares || 1)));
  }
}

/** FNV-1a. */
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
export function chances({ row, by }: Features, { weights, scale }: Learned, classes: number): number[] {
  const sums = Array.from({ length: classes }, () => 0);
  for (let i = 0; i < row.length; i++) {
    const from = (row[i] ?? 0) * classes;
    const times = (by[i] ?? 0) * scale;
    for (let k = 0; k < classes; k++) sums[k] = (sums[k] ?? 0) + (weights[from + k] ?? 0) * times;
  }
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** Reads what a training script has written: the scale, then a byte for each row and class. */
export function readLearned(from: URL, count: number): Learned {
  const file = readFileSync(from);
  return { weights: new Int8Array(file.buffer, file.byteOffset + 4, count), scale: file.readFloatLE(0) };
}
