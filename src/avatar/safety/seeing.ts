/** How rules are looked for in sentences: patterns and words that weigh, each taken back where a guard says that it only looks like it. */
import { createPrefilter } from "./prefilter.ts";
import type { Sentence } from "./reading.ts";
import type { Guard, Guards, SafetyLanguage, SafetyRule, Seen, Weight } from "./rule.ts";

/** A rule made ready: each pattern knows whether it can match at all in the text that was marked last. */
type Ready = { rule: SafetyRule; language: SafetyLanguage; spokenIn: Speaker; see: Eager[]; together: Eager[][]; weigh: (Weight & { may: () => boolean })[] };
type Eager = { pattern: RegExp; may: () => boolean };
/** Whose guards hold as well for a sentence. */
type Speaker = (text: string) => SafetyLanguage;

/** Makes the rules of some languages ready, and returns what sees with them. */
export function createSeeing(languages: readonly SafetyLanguage[], spokenIn: Speaker): (sentences: readonly Sentence[]) => Seen[] {
  const prefilter = createPrefilter();
  const eager = (pattern: RegExp): Eager => ({ pattern, may: prefilter.learn(pattern) });
  const all: readonly Ready[] = languages.flatMap((language) =>
    language.rules.map((rule) => ({
      rule,
      language,
      spokenIn,
      see: rule.see.map(eager),
      together: (rule.together ?? []).map((set) => set.map(eager)),
      weigh: (rule.weigh ?? []).map((one) => ({ ...one, may: prefilter.learn(one.of) })),
    })),
  );
  const weighing = all.filter((ready) => ready.weigh.length > 0);

  return (sentences) => {
    const found = new Map<Ready, { offset: number; weak: boolean }>();
    const keep = (ready: Ready, offset: number | undefined, weak: boolean): void => {
      if (offset !== undefined) found.set(ready, { offset, weak });
    };
    for (const [i, sentence] of sentences.entries()) {
      prefilter.mark(sentence.words);
      for (const ready of all) if (!found.has(ready)) keep(ready, seen(ready, sentences, sentence, i), false);
    }
    for (const span of weighing.length > 0 ? spansOf(sentences) : []) {
      prefilter.mark(...span.words);
      for (const ready of weighing) if (!found.has(ready)) keep(ready, weighed(ready, sentences, span), true);
    }
    const classes = new Set([...found.keys()].filter(({ rule }) => rule.spare === undefined).map(({ rule }) => rule.class));
    return all.flatMap((ready) => {
      const one = found.get(ready);
      return one === undefined || (ready.rule.spare && classes.has(ready.rule.class)) ? [] : [{ rule: ready.rule.rule, class: ready.rule.class, ...one }];
    });
  };
}

type Hit = { index: number; end: number };

function seen(ready: Ready, sentences: readonly Sentence[], sentence: Sentence, i: number): number | undefined {
  const { rule } = ready;
  for (const hit of hits(ready, sentence.text)) {
    if (rule.unless?.test(sentence.text)) return undefined;
    if (!rule.guards.some((guard) => holds(guard, ready, sentence, hit, around(sentences, i)))) return sentence.offset(hit.index + 1);
  }
  return undefined;
}

/** From here on words alone are enough. */
const ENOUGH = 4;
/** Nothing is raised by mood alone. */
const WORDS_LEAST = 2;

/** Who asks nothing is more likely to report; who asks for knowledge at the end told a story to explain the question. */
const STATEMENT = 0.5;

/** A sentence, or two that are read as one: reports often name the thing first and what happened to it next. */
type Span = { text: string; words: (readonly string[])[]; at: number };

function spansOf(sentences: readonly Sentence[]): Span[] {
  return sentences.flatMap((sentence, at) => {
    const next = sentences[at + 1];
    const alone: Span = { text: sentence.text, words: [sentence.words], at };
    return next && !next.asks ? [alone, { text: sentence.text + next.text.slice(1), words: [sentence.words, next.words], at }] : [alone];
  });
}

function weighed(ready: Ready, sentences: readonly Sentence[], span: Span): number | undefined {
  const { rule, language } = ready;
  const sentence = sentences[span.at];
  const { sum, index } = weigh(ready.weigh, span.text);
  if (!sentence || sum < WORDS_LEAST) return undefined;
  const mood = Math.max(-3, Math.min(2, moodOf(language, span.text)));
  if (sum + mood + stance(language, sentences, sum) < ENOUGH || rule.unless?.test(span.text)) return undefined;
  const hit = { index, end: span.text.length - 1 };
  const read = { ...sentence, text: span.text };
  return rule.guards.some((guard) => holds(guard, ready, read, hit, around(sentences, span.at))) ? undefined : sentence.offset(index + 1);
}

function stance(language: SafetyLanguage, sentences: readonly Sentence[], sum: number): number {
  const asking = sentences.filter((one) => one.asks);
  if (asking.length === 0) return sum > WORDS_LEAST ? STATEMENT : 0;
  return asking.some((one) => language.guards.opener.test(one.text) || language.guards.asking.test(one.text)) ? -STATEMENT : 0;
}

function moodOf(language: SafetyLanguage, text: string): number {
  return language.mood.reduce((sum, one) => (one.of.test(text) ? sum + one.by : sum), 0);
}

function weigh(weights: Ready["weigh"], text: string): { sum: number; index: number } {
  let sum = 0;
  let index = text.length;
  for (const one of weights) {
    const at = one.may() ? text.search(one.of) : -1;
    if (at < 0) continue;
    sum += one.by;
    index = Math.min(index, wordStart(text, at));
  }
  return { sum, index };
}

function* hits(ready: Ready, text: string): Generator<Hit> {
  for (const { pattern, may } of ready.see) {
    const hit = may() ? pattern.exec(text) : null;
    if (hit) yield { index: wordStart(text, hit.index), end: hit.index + hit[0].length };
  }
  for (const set of ready.together) {
    if (!set.every((one) => one.may())) continue;
    let index = text.length;
    let end = 0;
    const all = set.every(({ pattern }) => {
      const hit = pattern.exec(text);
      if (hit === null) return false;
      index = Math.min(index, wordStart(text, hit.index));
      end = Math.max(end, hit.index + hit[0].length);
      return true;
    });
    if (all) yield { index, end };
  }
}

/** What stands around a sentence may take it back ("… but it was a false alarm"); what stands far away may not. */
function around(sentences: readonly Sentence[], i: number): string {
  return sentences
    .slice(Math.max(0, i - 2), i + 4)
    .map((one) => one.text)
    .join(" ");
}

/** Does this guard say that what was seen is only a look-alike? */
function holds(guard: Guard, { language, spokenIn }: Ready, sentence: Sentence, hit: Hit, near: string): boolean {
  if (guardHolds(guard, language.guards, sentence, hit, near)) return true;
  const spoken = spokenIn(sentence.text);
  return spoken !== language && guardHolds(guard, spoken.guards, sentence, hit, near);
}

function guardHolds(guard: Guard, guards: Guards, sentence: Sentence, hit: Hit, near: string): boolean {
  const from = clauseStart(guards.clause, sentence.text, hit.index);
  const before = sentence.text.slice(from, hit.index + 1);
  const clause = sentence.text.slice(from, hit.end + 1);
  const after = sentence.text.slice(hit.end);
  if (guard === "asking") return guards.asking.test(clause) || (sentence.asks && guards.opener.test(clause));
  if (guard === "hypothetical") return guards.hypothetical.test(before) || (sentence.asks && guards.condition.test(after));
  if (guard === "negated") return guards.negated.test(before) || guards.denied.test(sentence.text);
  if (guard === "solved") return guards.solved.test(near) && !guards.still.test(near);
  if (guard === "past") return guards.past.test(clause + after);
  if (guard === "fiction") return guards.fiction.test(near);
  return guards.own.test(sentence.text);
}

/** A pattern may begin inside a compound; what was seen begins with the whole word. */
function wordStart(text: string, index: number): number {
  return text[index] === " " ? index : text.lastIndexOf(" ", index);
}

function clauseStart(boundary: RegExp, text: string, index: number): number {
  let start = 0;
  for (const hit of text.slice(0, index + 1).matchAll(boundary)) start = hit.index + hit[0].length - 1;
  return start;
}
