/**
 * A second opinion on commitments in English and German, for wording that no rule foresaw: how likely does a sentence
 * bind us? It looks at the words, their pieces, and which kinds of words stand together and follow each other
 * (`concepts.ts`). `scripts/train-gate.ts` learns the weights; docs/gate.md says what they are worth.
 */
import { Bag, Reader, readLearned, Scale } from "../linear.ts";
import type { Features, Sink } from "../linear.ts";
import { CONCEPTS, conceptsOf } from "./concepts.ts";

export const CLASSES = ["fine", "binds"] as const;
export const ROWS = 32_000;
/** Where the weights are kept: their scale, then a byte for each row and class. */
export const WEIGHTS = new URL("weights.bin", import.meta.url);

/** Without a rule it speaks up only when it is this sure: of the good answers that it had not learned from one in a hundred was above. */
const SURE = { en: 0.91, de: 0.94 };
/** Less than this and the sentence is not looked at together with the one before it. */
export const FAINT = 0.05;
/** Below it a rule that only casts a wide net is not believed. */
export const DOUBT = 0.04;

const READER = new Reader({ rows: ROWS, piece: 0.5, pieces: [4, 5] });
/** What a kind of word counts, two kinds in one sentence, and two kinds one after the other. */
const KIND = 1.5;
const TOGETHER = 1;
const NEXT = 1;
const TOKEN = /[a-z0-9%€$£]+(?:['-][a-z0-9]+)*|`|[?!,:]/g;
const FORMS: readonly (readonly [string, string])[] = [
  ["?", "asks"],
  ["`", "code"],
];
/** Where the sentence begins. */
const START = CONCEPTS.length;
/** A letter of another script, or words of another language: it has learned nothing about those. */
const ELSEWHERE = /[\u0300-\u1fff\u2c00-\ud7ff\uf900-\uffff]/;
const ENGLISH = new Set("the a an is are am was were you your i we our and to of for it that this not with will have has be on at as by from".split(" "));
const GERMAN = new Set(
  "der das den dem des ein eine einen ist sind sie ihr ihre ihren ihnen ich wir und zu zum zur fur nicht auf mit wird haben habe hat es dass von im auch bei uns".split(
    " ",
  ),
);
const ABROAD = new Set(
  "le les des du est vous votre nous notre et pour pas que je une sur el los las una es su sus por para con que nosotros usted no lo gli il di che non per sono della vi le la o os as voce voces uma nao seu sua de het een van niet wij uw u ik en voor naar terug op nie jest sie na do pan pani panstwa dla ze w z i".split(
    " ",
  ),
);

/** Which languages a small word speaks for: English 1, German 2, another 4. */
const SMALL = new Map(
  [...ENGLISH, ...GERMAN, ...ABROAD].map((word) => [word, Number(ENGLISH.has(word)) + 2 * Number(GERMAN.has(word)) + 4 * Number(ABROAD.has(word))]),
);

/** What is said of a whole sentence beside the kinds of its words. */
const ALL = [...CONCEPTS, "^", "cited", ...FORMS.map(([, name]) => name)];
const CITED = START + 1;
/** The rows of all that may be said, worked out once. */
const ANY = READER.row("any", 3);
const ALONE = ALL.map((one) => READER.row(one, 4));
const BOTH = ALL.map((one) => ALL.map((other) => READER.row(`${one}+${other}`, 5)));
const AFTER = ALL.map((last) => ALL.map((one) => READER.row(`${last}>${one}`, 6)));

/** What the classifier sees of a sentence: folded, contractions written out. */
export function featuresOf(text: string, cited: boolean): Features {
  const bag = new Bag();
  look(text, cited, bag);
  return bag.features();
}

function look(text: string, cited: boolean, to: Sink): void {
  const words = text.match(TOKEN) ?? [];
  READER.words(words, "$", to);
  const seen: boolean[] = [];
  let before: readonly number[] = [START];
  for (const word of words) {
    const now = conceptsOf(word);
    if (now.length === 0) continue;
    for (const one of now) {
      seen[one] = true;
      for (const last of before) to.put(AFTER[last]?.[one] ?? 0, NEXT);
    }
    before = now;
  }
  if (cited) seen[CITED] = true;
  for (const [i, [mark]] of FORMS.entries()) if (text.includes(mark)) seen[CITED + 1 + i] = true;
  const kinds = ALL.flatMap((_, one) => (seen[one] ? [one] : []));
  for (let i = 0; i < kinds.length; i++) {
    const one = kinds[i] ?? 0;
    to.put(ALONE[one] ?? 0, KIND);
    for (let k = i + 1; k < kinds.length; k++) to.put(BOTH[one]?.[kinds[k] ?? 0] ?? 0, TOGETHER);
  }
  to.put(ANY, KIND);
}

/** English or German, as far as its small words tell. */
function homeOf(text: string): keyof typeof SURE | undefined {
  if (ELSEWHERE.test(text)) return undefined;
  let english = 0;
  let german = 0;
  let abroad = 0;
  for (const word of text.match(/[a-z]+/g) ?? []) {
    const spoken = SMALL.get(word) ?? 0;
    english += spoken & 1;
    german += (spoken >> 1) & 1;
    abroad += spoken >> 2;
  }
  if (abroad > english + german) return undefined;
  return english > german ? "en" : "de";
}

const scale = new Scale(readLearned(WEIGHTS, ROWS * CLASSES.length), ROWS);

/** How likely a sentence binds us, and whether that is enough without a rule; undefined for a language that was not learned. */
export function likelihood(text: string, cited: boolean): { chance: number; sure: boolean } | undefined {
  const home = homeOf(text);
  if (home === undefined) return undefined;
  scale.begin();
  look(text, cited, scale);
  const chance = scale.chance();
  return { chance, sure: chance >= SURE[home] };
}
