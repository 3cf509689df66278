/**
 * Learns the weights of the gate's classifier from the corpora beside the tests, always with the same result.
 * `node scripts/train-gate.ts` writes them. Of what is held out, and of the idioms called "unseen", nothing is learned.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { fold } from "../src/avatar/fold.ts";
import { plainWords } from "../src/avatar/gate/commitments.ts";
import { CLASSES, featuresOf, ROWS, WEIGHTS } from "../src/avatar/gate/likely.ts";
import type { Features } from "../src/avatar/linear.ts";
import { packed, taught } from "./teaching.ts";

export { packed };

type Example = { text: string; class: number; features: Features };

const BINDS = CLASSES.indexOf("binds");
const FINE = CLASSES.indexOf("fine");
const CITED = /\s*\[[a-z0-9-]+\](?!\()/g;

/** Everything that may be learned from; a line that is held out elsewhere is left out here, too. */
export function examples(languages: readonly string[] = ["en", "de"]): Example[] {
  const kept = new Set(languages.flatMap(heldOut).map(bare));
  return languages.flatMap(learnable).filter((one) => !kept.has(bare(one.text)));
}

/** What is measured: the second halves of the first corpus, its idioms, and the half of the second corpus that lies apart. */
function heldOut(language: string): string[] {
  const { promises, good, unseen } = corpus(`gate/${language}`) as { promises: Record<string, string>; good: string; unseen: string };
  const second = corpus(`gate/held-out/fresh-${language}`) as { promises: string; good: string };
  const half = [...Object.values(promises), good].flatMap((text) => lines(text).filter((_, i) => i % 2 === 1));
  return [...half, ...[unseen, second.promises, second.good].flatMap(lines)];
}

/** The words alone: a line with another comma is the same line. */
function bare(text: string): string {
  return fold(text.replaceAll(CITED, "")).replaceAll(/[^\p{L}\p{N}]+/gu, " ");
}

function learnable(language: string): Example[] {
  const first = corpus(`gate/${language}`) as { promises: Record<string, string>; good: string; near: string };
  const old = corpus(`gate-${language}`) as { refuse: Record<string, string[]>; pass: string[] };
  const others = [`gate/fresh-${language}`, `gate/learned-${language}`].map((name) => corpus(name) as { promises: string; good: string });
  const { pages } = corpus(`gate/learned-${language}`) as { pages: string };
  const tuning = (text: string): string[] => lines(text).filter((_, i) => i % 2 === 0);
  const commitments = Object.entries(old.refuse).filter(([rule]) => /^(?:commitment|policy|identity)\./.test(rule));
  return [
    ...[...Object.values(first.promises).flatMap(tuning), ...commitments.flatMap(([, texts]) => texts), ...others.flatMap((one) => lines(one.promises))].map(
      (text) => example(text, BINDS),
    ),
    ...[...tuning(first.good), ...lines(first.near), ...old.pass, ...others.flatMap((one) => lines(one.good)), ...lines(pages)].flatMap((text) =>
      [...new Set([text, ...sentencesOf(text)])].map((part) => example(part, FINE)),
    ),
  ];
}

function corpus(name: string): unknown {
  return parse(readFileSync(new URL(`../test/avatar/corpora/${name}.yaml`, import.meta.url), "utf8"));
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.replaceAll(" ⏎ ", "\n"));
}

/** Every sentence of a good answer is good; of a bad one only the whole is known to be bad. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u);
}

function example(text: string, kind: number): Example {
  return { text, class: kind, features: featuresOf(plainWords(fold(text.replaceAll(CITED, ""))), text.search(CITED) >= 0) };
}

/** The weights that some examples teach. */
export function learn(given: readonly Example[]): Float64Array {
  return taught(given, { rows: ROWS, classes: CLASSES.length, rounds: 30, pace: 2, modesty: 2e-5 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(WEIGHTS, packed(learn(examples())));
