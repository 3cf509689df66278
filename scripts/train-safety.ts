/**
 * Learns the weights of the safety classifier from the corpora beside the tests, always with the same result.
 * `node scripts/train-safety.ts` writes them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Features } from "../src/avatar/linear.ts";
import { CLASSES, featuresOf, ROWS, WEIGHTS } from "../src/avatar/safety/classifier.ts";
import { readMessage } from "../src/avatar/safety/reading.ts";
import { spelt } from "../src/avatar/safety.ts";
import { packed, taught } from "./teaching.ts";

export { packed };

/** The sets that may be learned from; the sets called "unseen" are left alone, so that they tell what first contact is like. */
export const LEARNED = [
  "",
  "-held-out",
  "-third",
  "-fourth",
  "-fifth",
  "-sixth",
  "-round-7",
  "-round-8",
  "-round-9",
  "-round-10",
  "-round-11",
  "-round-12",
  "-everyday",
  "-wishes",
];
const LANGUAGES = ["en", "de"];

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
  return taught(given, { rows: ROWS, classes: CLASSES.length, rounds: 30, pace: 1.5, modesty: 1e-5 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(WEIGHTS, packed(learn(examples(LEARNED))));
