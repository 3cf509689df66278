/**
 * Reads a message the way the rules want it: sentences of plain words with single spaces, contractions written out,
 * slips of the pen in the words that matter corrected, and the way back to the offset in what was written.
 */
import { foldMapped } from "../fold.ts";
import type { Folded } from "../fold.ts";

/** One sentence: its words between single spaces, with a space at both ends; `origins` says where each word began. */
export type Sentence = { text: string; words: readonly string[]; origins: readonly number[]; offset: (index: number) => number; asks: boolean };

/** Of a long text only its beginning and its end are read: people say first or last what burns. */
export const SCANNED_HEAD = 16 * 1024;
export const SCANNED_TAIL = 4 * 1024;

/** Reads a message once, for everybody who looks for something in it. */
export function readMessage(message: string): Sentence[] {
  if (message.length <= SCANNED_HEAD + SCANNED_TAIL) return sentencesOf(message, 0);
  const tail = message.length - SCANNED_TAIL;
  return [...sentencesOf(message.slice(0, SCANNED_HEAD), 0), ...sentencesOf(message.slice(tail), tail)];
}

/** More words than this are read as several sentences, so that no pattern ever walks far. */
const WORDS_MOST = 60;
/** No rule needs more of a word; an endless one must not make a pattern walk. */
const WORD_MOST = 48;
const TOKEN = /[a-z0-9\u0080-\uffff]+(?:['_.\-/@+#][a-z0-9\u0080-\uffff]+)*|[.!?]+(?=\s|$|["')\]])|\n\s*\n|\n|[,;:()]| - |-{2}/g;

const SHORT: Readonly<Record<string, string>> = {
  cant: "can not",
  cannot: "can not",
  "can't": "can not",
  "won't": "will not",
  wont: "will not",
  "shan't": "shall not",
  dont: "do not",
  doesnt: "does not",
  didnt: "did not",
  isnt: "is not",
  arent: "are not",
  wasnt: "was not",
  werent: "were not",
  hasnt: "has not",
  havent: "have not",
  couldnt: "could not",
  wouldnt: "would not",
  ive: "i have",
  "it's": "it is",
  "that's": "that is",
  "there's": "there is",
  "what's": "what is",
  "who's": "who is",
  "he's": "he is",
  "she's": "she is",
  "let's": "let us",
  "where's": "where is",
  "everything's": "everything is",
  "data's": "data is",
  "somebody's": "somebody is",
  "someone's": "someone is",
  "nothing's": "nothing is",
  "server's": "server is",
  "db's": "db is",
  theres: "there is",
  thats: "that is",
  gonna: "going to",
  wanna: "want to",
  u: "you",
  ur: "your",
  pls: "please",
  plz: "please",
  "y'all": "you",
  "geht's": "geht es",
  "gibt's": "gibt es",
  "ist's": "ist es",
  hab: "habe",
  "hab's": "habe es",
  gibts: "gibt es",
  gehts: "geht es",
  "is'": "ist",
  nich: "nicht",
  ned: "nicht",
};
const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", " not"],
  ["'ll", " will"],
  ["'ve", " have"],
  ["'re", " are"],
  ["'m", " am"],
  ["'d", " would"],
];

/** A Japanese question needs no mark. */
const ASKING_END = /[すうんた]か$/;

/** Splits a text into the sentences that the rules read. */
function sentencesOf(message: string, base: number): Sentence[] {
  const { text, at } = foldSpelt(message);
  const sentences: Sentence[] = [];
  let words: string[] = [];
  let origins: number[] = [];
  const close = (asks: boolean): void => {
    if (words.length > 0) sentences.push(sentence(words, origins, asks));
    words = [];
    origins = [];
  };
  for (const hit of text.matchAll(TOKEN)) {
    const token = hit[0];
    const origin = base + (at[hit.index] ?? 0);
    if (/^[.!?]/.test(token)) {
      if (token !== "." || !abbreviated(words.at(-1))) close(token.includes("?") || ASKING_END.test(words.at(-1) ?? ""));
    } else if (token.startsWith("\n")) {
      if (token.length > 1 || endsLine(text, hit.index)) close(false);
    } else {
      for (const word of written(token)) {
        words.push(word);
        origins.push(origin);
      }
      if (words.length >= WORDS_MOST) close(false);
    }
  }
  close(false);
  return sentences;
}

const ABBREVIATION =
  /^(?:\d{1,2}|nr|ca|bzw|dr|mr|mrs|ms|prof|vs|evtl|ggf|inkl|exkl|ehem|z|b|d|h|u|a|o|i|e|g|s|v|art|abs|approx|inc|str|tel|mio|mrd|tsd|std|etc|usw|bspw|vgl|gem|rd|resp|geb|max|min|sog|tgl|zzgl|jan|feb|aug|sept|okt|oct|nov|dez|dec)$/;

/** A full stop after a day ("am 3. November") or after an abbreviation ends no sentence. */
function abbreviated(word: string | undefined): boolean {
  return word !== undefined && ABBREVIATION.test(word);
}

/** Umlauts, and the stops of scripts that write no spaces. */
const SPELT_OUT = /[äöü]|[aou]\u0308|[。！？｡、，]/gi;
const STOPS: Readonly<Record<string, string>> = { "。": ". ", "｡": ". ", "！": "! ", "？": "? ", "、": ", ", "，": ", " };

/** Folds with the umlauts written out ("wurden" says what happened, "würden" only what might) and a space after each stop. */
function foldSpelt(message: string): Folded {
  if (message.search(SPELT_OUT) < 0) return foldMapped(message, true);
  let written = "";
  const from: number[] = [];
  let last = 0;
  const keep = (end: number): void => {
    for (let i = last; i < end; i++) from.push(i);
    written += message.slice(last, end);
  };
  for (const hit of message.matchAll(SPELT_OUT)) {
    keep(hit.index);
    written += STOPS[hit[0]] ?? `${hit[0].normalize("NFD").charAt(0)}e`;
    from.push(hit.index, hit.index);
    last = hit.index + hit[0].length;
  }
  keep(message.length);
  const folded = foldMapped(written, true);
  return { text: folded.text, at: folded.at.map((index) => from[index] ?? 0) };
}

/** A short line, or one before a new block, is a sentence of its own; a long one was broken by somebody's mail program. */
function endsLine(text: string, index: number): boolean {
  const length = index - (text.lastIndexOf("\n", index - 1) + 1);
  return length < 50 || /^[-*>#|\d]/.test(text.slice(index + 1, index + 2));
}

/** "l'accès", "dell'ordine": what was left out of the small word leaves it a word of its own. */
const ELIDED = /^((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|un|all|dall|dell|nell|sull|quell|quest|cos|dov)')(?!s$)(.+)$/;
/** Without spaces between the words a sentence is one token: it is read in pieces. */
const UNSPACED = /[\u3041-\u30ff\u3400-\u9fff]/;

function written(token: string): string[] {
  if (!/[a-z0-9\u0080-\uffff]/.test(token)) return [","];
  const whole = SHORT[token];
  if (whole !== undefined) return whole.split(" ");
  for (const [short, long] of ENDINGS) if (token.endsWith(short) && token.length > short.length) return [token.slice(0, -short.length), long.trim()];
  const elided = ELIDED.exec(token);
  if (elided) return [(elided[1] ?? "").slice(0, -1), (elided[2] ?? "").slice(0, WORD_MOST)];
  if (token.length > WORD_MOST && UNSPACED.test(token)) return pieces(token);
  return [token.slice(0, WORD_MOST).replace(/'s$/, "")];
}

function pieces(token: string): string[] {
  return Array.from({ length: Math.ceil(token.length / WORD_MOST) }, (_, i) => token.slice(i * WORD_MOST, (i + 1) * WORD_MOST));
}

function sentence(words: readonly string[], origins: readonly number[], asks: boolean): Sentence {
  const text = ` ${words.join(" ")} `;
  return {
    text,
    words,
    origins,
    asks,
    offset: (index) => {
      let at = 1;
      for (let i = 0; i < words.length; i++) {
        at += (words[i] ?? "").length + 1;
        if (index < at - 1) return origins[i] ?? 0;
      }
      return origins.at(-1) ?? 0;
    },
  };
}

/** The sentence with the slips of the pen corrected. */
export function corrected(read: Sentence, correct: (word: string) => string): Sentence {
  const words = read.words.map(correct);
  return words.every((word, i) => word === read.words[i]) ? read : sentence(words, read.origins, read.asks);
}

/** Shorter words have too many neighbours that mean something else. */
const CORRECT_LEAST = 6;
/** Beyond it the memory starts anew, so that nobody can fill it. */
const WORDS_REMEMBERED = 20_000;

/** Corrects one slip (a letter missing, doubled, wrong or swapped) in the words that rules depend on. */
export function corrector(vocabulary: readonly string[], keep: readonly string[]): (word: string) => string {
  const known = new Set([...vocabulary, ...keep]);
  const near = new Map<string, string>();
  for (const word of vocabulary) {
    if (word.length < CORRECT_LEAST) continue;
    for (const less of [word, ...without(word)]) if (!near.has(less)) near.set(less, word);
  }
  const nearest = (word: string): string => {
    for (const less of [word, ...without(word)]) {
      const guess = near.get(less);
      if (guess !== undefined && guess[0] === word[0] && oneSlip(word, guess)) return guess;
    }
    return word;
  };
  const remembered = new Map<string, string>();
  return (word) => {
    if (word.length < CORRECT_LEAST - 1 || word.length > 24 || known.has(word)) return word;
    const hit = remembered.get(word);
    if (hit !== undefined) return hit;
    if (!/^[a-z]+$/.test(word)) return word;
    if (remembered.size >= WORDS_REMEMBERED) remembered.clear();
    const now = nearest(word);
    remembered.set(word, now);
    return now;
  };
}

function without(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

function oneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
