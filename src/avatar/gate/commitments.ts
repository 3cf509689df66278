/**
 * Commitments in one sentence: what the company would owe if a customer saw it. A figure, a date or a promise may be
 * repeated as a fact when it stands in text that people have reviewed; nothing else may.
 */
import { fold } from "../fold.ts";
import { ARABIC } from "./ar.ts";
import { DUTCH } from "./nl.ts";
import { ENGLISH } from "./en.ts";
import { FRENCH } from "./fr.ts";
import { ITALIAN } from "./it.ts";
import { JAPANESE } from "./ja.ts";
import { POLISH } from "./pl.ts";
import { PORTUGUESE } from "./pt.ts";
import { SPANISH } from "./es.ts";
import { daysIn, MONEY_NEAR, moneyIn, percentsIn } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { GERMAN } from "./de.ts";
import { DOUBT, FAINT, likelihood } from "./likely.ts";
import type { CommitmentRule } from "./rule.ts";
import { claims } from "./records.ts";
import { words } from "./pattern.ts";
import { withoutReported } from "./reported.ts";
import { scented, scentsOf } from "./scent.ts";

const LANGUAGES: readonly (readonly CommitmentRule[])[] = [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH, JAPANESE, ARABIC];
const SCENTS = scentsOf(LANGUAGES);
const CLAUSE_END = /[,;:()!?] | - | (?:but|so|however|and then|therefore|aber|sondern|jedoch|doch|deshalb|daher|dafur) /g;
const CONTENT = /[a-z]{4,}/g;
/** Words that say nothing about the matter, or only about the time, of which figures take care. */
const EMPTY = new Set(
  "will shall have been your this that with from what they them then here there when which about would could should also just very more most some than into only over after before until within tomorrow today tonight soon shortly monday tuesday wednesday thursday friday saturday sunday werden wird habe haben ihnen ihre ihrer sich nicht auch noch eine einen einem einer dass wenn kann konnen sind wurde heute morgen bald montag dienstag mittwoch donnerstag freitag samstag sonntag unser unsere uber nach beim".split(
    " ",
  ),
);

/** What reviewed text says, read only when a sentence needs it. */
export type Reviewed = {
  sentences: () => readonly string[];
  money: () => ReadonlySet<string>;
  days: () => ReadonlySet<string>;
  holds: (sentence: string) => boolean;
};

/** Prepares the reviewed texts of a turn; nothing is read before the first question. */
export function review(texts: readonly string[]): Reviewed {
  let folded: string[] | undefined;
  let split: string[] | undefined;
  let money: Set<string> | undefined;
  let days: Set<string> | undefined;
  const read = (): string[] => (folded ??= texts.map((text) => plainWords(fold(text))));
  const sentences = (): string[] => (split ??= texts.flatMap((text) => text.split(/(?<=[.!?])\s+(?!\p{Ll})|\n/u)).map((one) => plainWords(fold(one))));
  return {
    sentences,
    money: () => (money ??= new Set(read().flatMap((text) => moneyIn(text).map(valueOf)))),
    days: () => (days ??= new Set(read().flatMap((text) => daysIn(text).map(valueOf)))),
    holds: (sentence) => sentence.length >= 12 && read().some((text) => text.includes(sentence)),
  };
}

/** What speaks for a sentence: what people have reviewed, what tools recorded in this turn, and whether it cites a page. */
export type Grounds = {
  code: boolean;
  reviewed: Reviewed;
  done: ReadonlySet<string>;
  cited: boolean;
  /** the sentence before, if it may belong to this one: a promise can be split over both */
  before?: string;
};

/** The rule and the offset of each commitment in a folded sentence. */
export function commitmentsIn(sentence: string, grounds: Grounds): { rule: string; index: number }[] {
  const { code, reviewed, done, cited } = grounds;
  const worth = scented(SCENTS, sentence);
  const priced = !code && MONEY_NEAR.test(sentence);
  const own = withoutReported(sentence);
  const { text: whole, from } = plain(own);
  const { rest: text, claimed } = claims(whole, done);
  const said = own === sentence ? text : claims(plainWords(sentence), done).rest;
  const found: { rule: string; index: number }[] = [];
  const say = (rule: string, index: number): void => {
    if (!found.some((one) => one.rule === rule)) found.push({ rule, index: from(index) });
  };
  if (claimed !== undefined && !reviewed.holds(said.replace(/[.!?\s]+$/, ""))) say("commitment.done", claimed);
  const guess = code ? undefined : likelihood(said, cited);
  const doubted = guess !== undefined && guess.chance < DOUBT;
  const theirs = doubted && THEIRS.test(text);
  if (priced && !theirs) for (const price of moneyIn(text)) if (!reviewed.money().has(price.value)) say("commitment.price", price.index);
  const believed = (rule: CommitmentRule): boolean => !doubted || rule.excuse === "never" || !(rule.wide ?? theirs);
  for (const { rule, index } of matches(text, worth, believed)) if (!excused(rule, text, reviewed, cited)) say(rule.rule, index);
  if (found.length === 0 && sounds(said, guess, grounds)) say("commitment.likely", 0);
  return found;
}

/** The rules that match a sentence, of those that are worth trying, and where. */
function matches(text: string, worth: readonly number[], believed: (rule: CommitmentRule) => boolean): { rule: CommitmentRule; index: number }[] {
  const found: { rule: CommitmentRule; index: number }[] = [];
  if (worth.every((mask) => mask === 0)) return found;
  let clauses: Clause[] | undefined;
  for (const [language, rules] of LANGUAGES.entries()) {
    const mask = worth[language] ?? 0;
    for (let bit = 0; mask >>> bit > 0; bit++) {
      const rule = rules[bit];
      if (((mask >>> bit) & 1) === 0 || rule === undefined || !believed(rule) || !rule.topic.test(text) || rule.elsewhere?.test(text)) continue;
      clauses ??= clausesOf(text);
      const index = commits(rule, clauses);
      if (index !== undefined) found.push({ rule, index });
    }
  }
  return found;
}

/** What stands in the customer's own data or log is no promise of ours. */
const THEIRS = words(
  "(?:sample|example|test|your own) data|(?:row|line|column) \\d+|(?:the|your) (?:\\w+ )?(?:log|output|trace) (?:says|shows)|beispieldaten|testdaten|(?:zeile|spalte) \\d+|(?:das|ihr|laut|im) (?:\\w+ )?log",
);

/** No rule fits, and yet it sounds like a commitment, alone or after the sentence before it. */
function sounds(text: string, guess: ReturnType<typeof likelihood>, { before, reviewed, cited }: Grounds): boolean {
  if (guess === undefined) return false;
  const both = (): boolean => before !== undefined && before !== "" && guess.chance >= FAINT && likelihood(`${before} ${text}`, cited)?.sure === true;
  return (guess.sure || both()) && !excused(WE_ACT.test(text) ? SOUNDS : TOLD, text, reviewed, cited);
}

const SOUNDS: CommitmentRule = { rule: "commitment.likely", scent: "", topic: /^/, excuse: "sentence" };
/** With its page beside it a sentence tells what stands there, unless one of us is to act. */
const TOLD: CommitmentRule = { ...SOUNDS, excuse: "cited" };

type Clause = { text: string; index: number };

/** The whole sentence, then its clauses: a clause may commit although another one takes something back. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [{ text, index: 0 }];
  let start = 0;
  for (const end of text.matchAll(CLAUSE_END)) {
    clauses.push({ text: text.slice(start, end.index), index: start });
    start = end.index + end[0].length;
  }
  if (start > 0) clauses.push({ text: text.slice(start), index: start });
  return clauses;
}

function commits(rule: CommitmentRule, clauses: readonly Clause[]): number | undefined {
  for (const clause of clauses) {
    const topic = rule.topic.exec(clause.text);
    if (!topic || rule.unless?.test(clause.text)) continue;
    if (!rule.shapes) return clause.index + topic.index;
    for (const shape of rule.shapes) {
      const hit = shape.exec(clause.text);
      if (hit) return clause.index + Math.min(hit.index, topic.index);
    }
  }
  return undefined;
}

function excused(rule: CommitmentRule, text: string, reviewed: Reviewed, cited: boolean): boolean {
  if (rule.excuse === "never") return false;
  if (reviewed.holds(text.replace(/[.!?\s]+$/, ""))) return true;
  const figures = [...daysIn(text), ...moneyIn(text), ...percentsIn(text)].map(valueOf);
  if (rule.excuse === "figures" && figures.length > 0 && standAlone(rule, text, reviewed)) return true;
  if (rule.excuse === "cited" && cited && figures.every((one) => reviewed.sentences().some((there) => sameFigures([one], there)))) return true;
  const topic = figures.length === 0 && rule.excuse === "figures" ? (rule.topic.exec(text)?.[0] ?? "") : "";
  return reviewed.sentences().some((one) => rule.topic.test(one) && one.includes(topic) && sameFigures(figures, one) && alike(text, one));
}

/** A day or an amount that stands in reviewed text is a fact, unless one of us promises to act by it. */
function standAlone(rule: CommitmentRule, text: string, reviewed: Reviewed): boolean {
  if (moneyIn(text).some((one) => !reviewed.money().has(one.value))) return false;
  const days = daysIn(text);
  if (rule.rule === "commitment.price") return moneyIn(text).length > 0;
  return days.length > 0 && days.every((one) => reviewed.days().has(one.value)) && !WE_ACT.test(text);
}

const WE_ACT = /(?<![a-z])(?:i|we|ich|wir|colleague|kolleg\w+|engineer|someone|jemand)(?![a-z])/;

function sameFigures(figures: readonly string[], reviewed: string): boolean {
  if (figures.length === 0) return true;
  const there = new Set([...daysIn(reviewed), ...moneyIn(reviewed), ...percentsIn(reviewed)].map(valueOf));
  return figures.every((one) => there.has(one));
}

/** Most words of content must be the same: a paraphrase of a record, not a new promise in its clothes. */
function alike(text: string, reviewed: string): boolean {
  const said = new Set(text.match(CONTENT)?.filter((word) => !EMPTY.has(word)) ?? []);
  const there = new Set((reviewed.match(CONTENT) ?? []).map((word) => word.slice(0, 5)));
  let same = 0;
  for (const word of said) if (there.has(word.slice(0, 5))) same++;
  return said.size >= 2 && same * 5 >= said.size * 3;
}

function valueOf(figure: Figure): string {
  return figure.value;
}

const SHORT =
  /[*_~"]+|(?<=[a-z])(?:'ll|'ve|'re|'m|n't)(?![a-z])|(?<![a-z])(?:can't|cannot|won't|i'd|we'd|you'd|it's|that's|there's|he's|she's|what's|who's|let's)(?![a-z])/g;
const LONG: Readonly<Record<string, string>> = {
  "'ll": " will",
  "'ve": " have",
  "'re": " are",
  "'m": " am",
  "n't": " not",
  "can't": "can not",
  cannot: "can not",
  "won't": "will not",
  "i'd": "i would",
  "we'd": "we would",
  "you'd": "you would",
  "it's": "it is",
  "that's": "that is",
  "there's": "there is",
  "he's": "he is",
  "she's": "she is",
  "what's": "what is",
  "who's": "who is",
  "let's": "let us",
};

/** Contractions written out and emphasis taken away, with a way back to the offsets of the sentence. */
function plain(sentence: string): { text: string; from: (index: number) => number } {
  let text = "";
  let last = 0;
  const shifts: { index: number; by: number }[] = [];
  for (const hit of sentence.matchAll(SHORT)) {
    text += sentence.slice(last, hit.index) + (LONG[hit[0]] ?? "");
    last = hit.index + hit[0].length;
    shifts.push({ index: text.length, by: last - text.length });
  }
  if (last === 0) return { text: sentence.replaceAll("\n", " "), from: (index) => index };
  text = (text + sentence.slice(last)).replaceAll("\n", " ");
  return { text, from: (index) => index + (shifts.findLast((one) => one.index <= index)?.by ?? 0) };
}

/** A folded text with its contractions written out. */
export function plainWords(text: string): string {
  return plain(text).text;
}
