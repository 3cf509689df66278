/**
 * A second opinion on safety matters, for wording that no rule foresaw. A message becomes a bag of features (its words,
 * pairs of words, pieces of words, and what the guards say), which `linear.ts` turns into the chance of each class.
 * `scripts/train-safety.ts` learns the weights.
 */
import { Bag, chances, Reader, readLearned } from "../linear.ts";
import type { Features } from "../linear.ts";
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

/** How the words are read: what a piece of a word counts beside a word. */
const READER = new Reader({ rows: ROWS, piece: 0.3, pieces: [4, 5] });
/** What the form of the message counts. */
const FORM = 2.5;
/** A long message is judged by its parts: what burns may stand in one of them. */
const PART = 4;

const GUARDS = [ENGLISH, GERMAN].flatMap(({ guards }) => Object.entries(guards).filter(([name]) => name !== "clause"));

/** What the classifier sees of a message; the squares of all features add up to one, however long it is. */
export function featuresOf(sentences: readonly Sentence[]): Features {
  const bag = new Bag();
  for (const { text, words, asks } of sentences) {
    for (const [name, guard] of GUARDS) if (guard.test(text)) bag.put(READER.row(name, asks ? 5 : 4), FORM);
    READER.words(words, asks ? "?" : "$", bag);
  }
  bag.put(READER.row("any", 3), FORM);
  bag.put(READER.row(sentences.some((one) => one.asks) ? "asks" : "tells", 3), FORM);
  bag.put(READER.row(String(Math.min(sentences.length, PART)), 3), FORM);
  return bag.features();
}

const learned = readLearned(WEIGHTS, ROWS * CLASSES.length);

/** Of the message's parts, the chances of the one that most looks like a safety matter. */
function judge(sentences: readonly Sentence[]): number[] {
  let worst = [1, 0, 0, 0, 0, 0];
  for (let from = 0; from === 0 || from + PART / 2 < sentences.length; from += PART / 2) {
    const now = chances(featuresOf(sentences.slice(from, from + PART)), learned, CLASSES.length);
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
