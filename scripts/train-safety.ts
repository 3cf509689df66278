/**
 * Learns the weights of the safety classifier from the corpora beside the tests, always with the same result:
 * logistic regression over the classes, by stochastic gradient descent. `node scripts/train-safety.ts` writes them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { chances, CLASSES, featuresOf, ROWS, WEIGHTS, type Features } from "../src/avatar/safety/classifier.ts";
import { readMessage } from "../src/avatar/safety/reading.ts";
import { spelt } from "../src/avatar/safety.ts";

/** The sets that may be learned from; the sets called "unseen" are left alone, so that they tell what first contact is like. */
export const LEARNED = ["", "-held-out", "-third", "-fourth", "-fifth", "-sixth", "-round-7", "-round-8", "-round-9", "-round-10", "-round-11", "-round-12"];
const LANGUAGES = ["en", "de"];

const ROUNDS = 30;
const PACE = 1.5;
/** Pulls every weight towards nothing, so that no single word decides. */
const MODESTY = 1e-5;

export type Example = { text: string; class: number; features: Features };

/** All messages of some sets, with their features. */
export function examples(sets: readonly string[], languages: readonly string[] = LANGUAGES): Example[] {
  return sets.flatMap((set) => languages.flatMap((language) => corpus(`safety${set}-${language}`)));
}

function corpus(name: string): Example[] {
  const file = new URL(`../test/avatar/corpora/${name}.yaml`, import.meta.url);
  const read = parse(readFileSync(file, "utf8")) as { true: Record<string, string[]>; lookalike: string[] };
  return Object.entries({ ...read.true, none: read.lookalike }).flatMap(([kind, texts]) =>
    texts.map((text) => ({ text, class: CLASSES.findIndex((one) => one === kind), features: featuresOf(spelt(readMessage(text))) })),
  );
}

/** The weights that some examples teach. */
export function learn(given: readonly Example[]): Float64Array {
  const weights = new Float64Array(ROWS * CLASSES.length);
  const order = [...given];
  const random = dice(20_261_122);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    const pace = PACE * (1 - round / ROUNDS);
    for (const example of order) step(weights, example, pace);
  }
  return weights;
}

function step(weights: Float64Array, { features, class: truth }: Example, pace: number): void {
  const chance = chances(features, weights, 1);
  const slip = chance.map((guess, k) => guess - (k === truth ? 1 : 0));
  for (let i = 0; i < features.row.length; i++) {
    const from = (features.row[i] ?? 0) * CLASSES.length;
    const by = features.by[i] ?? 0;
    for (let k = 0; k < slip.length; k++) {
      const weight = weights[from + k] ?? 0;
      weights[from + k] = weight - pace * ((slip[k] ?? 0) * by + MODESTY * weight);
    }
  }
}

function shuffle(items: Example[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [one, other] = [items[i], items[j]];
    if (one && other) [items[i], items[j]] = [other, one];
  }
}

/** The same numbers on every machine. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The weights as the classifier reads them: a scale and a byte each. */
export function packed(weights: Float64Array): Buffer {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const file = Buffer.alloc(4 + weights.length);
  file.writeFloatLE(scale, 0);
  for (const [i, weight] of weights.entries()) file.writeInt8(Math.round(weight / scale), 4 + i);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(WEIGHTS, packed(learn(examples(LEARNED))));
