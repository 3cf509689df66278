/**
 * Looks for what must never leave, word by word as they come and once more when a sentence is whole: quoted, spelled
 * out, broken by markup or line ends, turned round, or wrapped in an encoding.
 */
import { fold } from "../fold.ts";
import { compileInternal, compilePrompt, DISGUISE_LEAST, followsPrompt, isQuoted, wordsOf } from "./canaries.ts";
import type { Internal, Prompt } from "./canaries.ts";
import { readings, reversed, turned } from "./disguise.ts";

/** So many single letters in a row are somebody spelling a word out. */
const SPELT_LEAST = 5;
const SPELT_MOST = 120;
/** A single word shorter than this may turn into another word: "Cheryl" is "purely" with its alphabet turned. */
const ALONE_LEAST = 10;
/** Markup and a line's hyphen inside a word: whoever reads it as it is shown sees the whole word, however short. */
const INSIDE = /(?<=[\p{L}\p{N}])(?:[*_~`]+|-\n[ \t]*)(?=[\p{L}\p{N}])/gu;
/** A run of eight words of the prompt is a quotation: one of every eight words is enough to suspect one. */
const RUN = 8;

type Partial = { words: readonly string[]; next: number; offset: number };
type Say = (rule: string, offset: number) => void;

export class Secrets {
  private readonly prompt: Prompt;
  private readonly internal: Internal;
  private readonly texts: readonly string[];
  private readonly say: Say;
  private recent: number[] = [];
  private recentAt: number[] = [];
  private quoted = 0;
  private partial: Partial[] = [];
  private spelt = "";
  private speltAt = 0;

  constructor(given: { prompt: string; internal: readonly string[]; texts: readonly string[] }, say: Say) {
    this.prompt = compilePrompt(given.prompt);
    this.internal = compileInternal(given.internal);
    this.texts = given.texts;
    this.say = say;
  }

  /** The next word of the reply. */
  word(word: string, offset: number): void {
    this.matchPrompt(word, offset);
    this.matchInternal(word, offset);
    if (word.length > 1) this.spelt = "";
    else this.matchSpelt(word, offset);
  }

  /** A piece without white space, in which a marker may hide. */
  piece(piece: string, offset: number): void {
    if (piece.length < DISGUISE_LEAST || this.prompt.disguised.length === 0) return;
    const squeezed = piece.replaceAll(/[^a-z0-9]/g, "");
    if (this.prompt.disguised.some((one) => squeezed.includes(one))) this.say("canary.prompt", offset);
  }

  /** A whole sentence, folded and as it was written. */
  sentence(folded: string, source: string, offset: number): void {
    const words = wordsOf(folded);
    this.matchSqueezed(words, offset);
    this.matchTurned(words, offset);
    const shown = source.replace(INSIDE, "");
    if (shown !== source) this.matchReading(wordsOf(fold(shown)), offset);
    for (const reading of readings(source)) this.matchReading(wordsOf(fold(reading)), offset);
  }

  /** Tells from which offset on the text may still become a secret. */
  hold(hold: (offset: number | undefined) => void): void {
    if (this.quoted > 0) hold(this.recentAt.at(-this.quoted - 2));
    for (const one of this.partial) hold(one.offset);
    if (this.spelt.length >= 3) hold(this.speltAt);
  }

  private matchPrompt(word: string, offset: number): void {
    const id = this.prompt.ids.get(word);
    if (id === undefined) {
      this.quoted = 0;
      this.recent.length = 0;
      this.recentAt.length = 0;
      return;
    }
    this.recent.push(id);
    this.recentAt.push(offset);
    if (this.recent.length > 16) {
      this.recent.splice(0, 8);
      this.recentAt.splice(0, 8);
    }
    this.quoted = followsPrompt(this.prompt, this.recent) ? this.quoted + 1 : 0;
    if (this.quoted < 6 || !isQuoted(this.prompt, this.recent)) return;
    this.quoted = Math.min(this.quoted, 6);
    if (!this.isPublic()) this.say("canary.prompt", this.recentAt.at(-8) ?? offset);
  }

  /** The prompt may quote a sentence that every customer is shown; then it stands in reviewed text as well. */
  private isPublic(): boolean {
    const names = [...this.prompt.ids.keys()];
    const run = this.recent
      .slice(-RUN)
      .map((id) => names[id - 1])
      .join(" ");
    return this.texts.some((text) => ` ${wordsOf(fold(text)).join(" ")} `.includes(` ${run} `));
  }

  private matchInternal(word: string, offset: number): void {
    const started = this.internal.byFirst.get(word);
    if (this.partial.length === 0 && started === undefined) return;
    const partial = this.partial;
    if (started) for (const words of started) partial.push({ words, next: 0, offset });
    this.partial = [];
    for (const one of partial) {
      if (one.words[one.next] !== word) continue;
      one.next++;
      if (one.next === one.words.length) this.say("canary.internal", one.offset);
      else this.partial.push(one);
    }
  }

  private matchSpelt(letter: string, offset: number): void {
    if (this.spelt === "") this.speltAt = offset;
    this.spelt = (this.spelt + letter).slice(-SPELT_MOST);
    if (this.spelt.length < SPELT_LEAST) return;
    if (this.internal.squeezed.some((one) => this.spelt.includes(one))) this.say("canary.internal", this.speltAt);
    if (this.prompt.squeezed.some((one) => this.spelt.includes(one))) this.say("canary.prompt", this.speltAt);
  }

  /** Words may be broken where no word ends: "North**wind**", "North-\nwind". A secret still begins and ends with a word. */
  private matchSqueezed(words: readonly string[], offset: number): void {
    const whole = words.join("");
    const ends = new Set<number>();
    let at = 0;
    for (const word of words) ends.add((at += word.length));
    at = 0;
    for (const word of words) {
      const begun = this.internal.bySqueezed.get(whole.slice(at, at + DISGUISE_LEAST)) ?? [];
      if (begun.some((one) => whole.startsWith(one, at) && ends.has(at + one.length))) this.say("canary.internal", offset);
      if (this.prompt.squeezed.some((one) => whole.startsWith(one, at))) this.say("canary.prompt", offset);
      at += word.length;
    }
  }

  /** With the alphabet turned, or from the end to the beginning. */
  private matchTurned(words: readonly string[], offset: number): void {
    for (const other of [words.map(turned), words.map(reversed).toReversed()]) {
      if (this.holds(other, (secret) => secret.length > 1 || (secret[0]?.length ?? 0) >= ALONE_LEAST)) this.say("canary.internal", offset);
      if (this.quotes(other)) this.say("canary.prompt", offset);
    }
  }

  /** Does an internal string stand among these words? */
  private holds(words: readonly string[], counts: (secret: readonly string[]) => boolean): boolean {
    return words.some((word, i) => this.internal.byFirst.get(word)?.some((secret) => counts(secret) && secret.every((part, k) => words[i + k] === part)));
  }

  /** Is there a quotation of the prompt among these words? */
  private quotes(words: readonly string[]): boolean {
    const known = (at: number): number => this.prompt.ids.get(words[at] ?? "") ?? 0;
    for (let i = RUN - 1; i < words.length; i += RUN) {
      if (known(i) === 0) continue;
      const ids = words.slice(Math.max(0, i - RUN + 1), i + RUN).map((word) => this.prompt.ids.get(word) ?? 0);
      for (let end = RUN; end <= ids.length; end++) if (isQuoted(this.prompt, ids.slice(end - RUN, end))) return true;
    }
    return false;
  }

  private matchReading(words: readonly string[], offset: number): void {
    this.matchSqueezed(words, offset);
    const whole = words.join("");
    if (this.prompt.disguised.some((one) => whole.includes(one)) || this.quotes(words)) this.say("canary.prompt", offset);
    if (this.holds(words, () => true)) this.say("canary.internal", offset);
  }
}
