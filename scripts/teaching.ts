/**
 * How the weights of a linear classifier are learned, always with the same result: logistic regression over the
 * classes, by stochastic gradient descent.
 */
import { chances } from "../src/avatar/linear.ts";
import type { Features } from "../src/avatar/linear.ts";

/** `modesty` pulls every weight towards nothing, so that no single word decides. */
type Lesson = { rows: number; classes: number; rounds: number; pace: number; modesty: number };
type Example = { class: number; features: Features };

/** The weights that some examples teach. */
export function taught(given: readonly Example[], lesson: Lesson): Float64Array {
  const weights = new Float64Array(lesson.rows * lesson.classes);
  const order = [...given];
  const random = dice(20_261_122);
  for (let round = 0; round < lesson.rounds; round++) {
    shuffle(order, random);
    const pace = lesson.pace * (1 - round / lesson.rounds);
    for (const example of order) step(weights, example, pace, lesson);
  }
  return weights;
}

function step(weights: Float64Array, { features, class: truth }: Example, pace: number, { classes, modesty }: Lesson): void {
  const chance = chances(features, { weights, scale: 1 }, classes);
  const slip = chance.map((guess, k) => guess - (k === truth ? 1 : 0));
  for (let i = 0; i < features.row.length; i++) {
    const from = (features.row[i] ?? 0) * classes;
    const by = features.by[i] ?? 0;
    for (let k = 0; k < slip.length; k++) {
      const weight = weights[from + k] ?? 0;
      weights[from + k] = weight - pace * ((slip[k] ?? 0) * by + modesty * weight);
    }
  }
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [one, other] = [items[i], items[j]];
    if (one !== undefined && other !== undefined) [items[i], items[j]] = [other, one];
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

/** The weights as a classifier reads them: a scale and a byte each. */
export function packed(weights: Float64Array): Buffer {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const file = Buffer.alloc(4 + weights.length);
  file.writeFloatLE(scale, 0);
  for (const [i, weight] of weights.entries()) file.writeInt8(Math.round(weight / scale), 4 + i);
  return file;
}
