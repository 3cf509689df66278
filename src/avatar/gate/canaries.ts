/**
 * What must never leave: runs of the prompt's words and internal strings. Both are looked up word by word, so a reply
 * costs one look per word however many secrets there are.
 */
import { fold } from "../fold.ts";
import { reversed, turned } from "./disguise.ts";

/** A run of this many words of the prompt is a quotation. */
const RUN = 8;
/** Shorter internal strings would match by accident. */
const INTERNAL_LEAST = 5;
/** A marker is a word that nobody writes by accident: long, with letters and digits mixed. */
const MARKER = /^(?=(?:.*[a-z]){3})(?=(?:.*\d){2})[a-z0-9_-]{10,}$/;

/** Shorter pieces of a disguised marker would match by accident. */
export const DISGUISE_LEAST = 8;

export type Prompt = { ids: Map<string, number>; words: string[]; starts: Map<number, number[]>; squeezed: readonly string[]; disguised: readonly string[] };
/** `bySqueezed` holds what is long enough, by its first letters, without anything between its words. */
export type Internal = { byFirst: Map<string, readonly string[][]>; squeezed: readonly string[]; bySqueezed: Map<string, readonly string[]> };

/** A word of a folded text. */
export const WORD = /[^\s!-/:-@[-`{-~\u2000-\u206f\u3000-\u303f]+/g;

/** The words of a folded text: runs of letters and digits. */
export function wordsOf(folded: string): string[] {
  return folded.match(WORD) ?? [];
}

const prompts = new Map<string, Prompt>();
/** A process has a handful of prompts; more than this means that somebody puts a turn's data into them. */
const PROMPTS_KEPT = 16;

/** Compiles a prompt, once per text. */
export function compilePrompt(text: string): Prompt {
  const kept = prompts.get(text);
  if (kept) return kept;
  const folded = fold(text);
  const words = wordsOf(folded);
  const ids = new Map<string, number>();
  for (const word of words) if (!ids.has(word)) ids.set(word, ids.size + 1);
  const starts = new Map<number, number[]>();
  for (let i = 0; i + 2 < words.length; i++) {
    const key = threeKey(ids.get(words[i] ?? "") ?? 0, ids.get(words[i + 1] ?? "") ?? 0, ids.get(words[i + 2] ?? "") ?? 0);
    const at = starts.get(key);
    if (at) at.push(i);
    else starts.set(key, [i]);
  }
  const markers = markersOf(folded);
  const disguised = markers.flatMap(disguises).filter((one) => one.length >= DISGUISE_LEAST);
  const squeezed = markers.map((one) => one.replaceAll(/[^a-z0-9]/g, ""));
  const prompt = { ids, words, starts, squeezed, disguised };
  if (prompts.size >= PROMPTS_KEPT) prompts.delete(prompts.keys().next().value ?? "");
  prompts.set(text, prompt);
  return prompt;
}

function threeKey(a: number, b: number, c: number): number {
  return (a * 65_536 + b) * 65_536 + c;
}

function markersOf(folded: string): string[] {
  const chunks = folded.split(/[\s"'`<>(){}[\],;=:]+/);
  return [...new Set(chunks.map((chunk) => chunk.replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, "")).filter((chunk) => MARKER.test(chunk)))];
}

const internals = new WeakMap<readonly string[], { length: number; compiled: Internal }>();

/** Compiles the internal strings and the prompt's markers, once per array. */
export function compileInternal(strings: readonly string[]): Internal {
  const kept = internals.get(strings);
  if (kept?.length === strings.length) return kept.compiled;
  const byFirst = new Map<string, string[][]>();
  const bySqueezed = new Map<string, string[]>();
  const squeezed: string[] = [];
  for (const text of strings) {
    const folded = fold(text);
    if (folded.length < INTERNAL_LEAST) continue;
    const words = wordsOf(folded);
    const whole = words.join("");
    if (whole === "") continue;
    squeezed.push(whole);
    if (whole.length >= DISGUISE_LEAST) add(bySqueezed, whole.slice(0, DISGUISE_LEAST), whole);
    add(byFirst, words[0] ?? "", words);
  }
  const compiled = { byFirst, squeezed, bySqueezed };
  internals.set(strings, { length: strings.length, compiled });
  return compiled;
}

function add<Value>(to: Map<string, Value[]>, key: string, value: Value): void {
  const known = to.get(key);
  if (known) known.push(value);
  else to.set(key, [value]);
}

/** A marker as it is, reversed, with its alphabet turned, and the middle of its base64, however it is aligned. */
function disguises(marker: string): string[] {
  const encoded = [marker, marker.toUpperCase()].flatMap((text) => [btoa(text), btoa(` ${text}`), btoa(`  ${text}`)]);
  const cores = encoded.map((text, i) =>
    text
      .replaceAll("=", "")
      .slice(i % 3 === 0 ? 0 : 3, -2)
      .toLowerCase(),
  );
  return [marker, reversed(marker), turned(marker), ...cores].map((one) => one.replaceAll(/[^a-z0-9]/g, ""));
}

/** Is this the run of words at some place of the prompt? `recent` holds the ids of the last words, the newest last. */
export function isQuoted(prompt: Prompt, recent: readonly number[]): boolean {
  const last = recent.slice(-RUN);
  if (last.length < RUN) return false;
  for (const start of prompt.starts.get(threeKey(last[0] ?? 0, last[1] ?? 0, last[2] ?? 0)) ?? []) {
    let same = 3;
    while (same < RUN && prompt.ids.get(prompt.words[start + same] ?? "") === last[same]) same++;
    if (same === RUN) return true;
  }
  return false;
}

/** Do these three words follow each other somewhere in the prompt? */
export function followsPrompt(prompt: Prompt, recent: readonly number[]): boolean {
  const n = recent.length;
  return n >= 3 && prompt.starts.has(threeKey(recent[n - 3] ?? 0, recent[n - 2] ?? 0, recent[n - 1] ?? 0));
}
