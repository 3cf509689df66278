/**
 * Safety matters in what a customer writes: reports that must reach people whatever they cost. Rules see them without
 * a model. A missed report is worse than a false alarm, but an alarm that always rings is not heard, so every rule has
 * guards against its look-alikes: questions for knowledge, suppositions, denials, what is over, what is only a game.
 * A sentence is read by the rules of its own language; one that does not tell its language by all that it may be.
 */
import type { Language } from "../knowledge/index.ts";
import { asksForHuman } from "./human-request.ts";
import { ARABIC } from "./safety/ar.ts";
import { settle } from "./safety/classifier.ts";
import { GERMAN } from "./safety/de.ts";
import { ENGLISH } from "./safety/en.ts";
import { SPANISH } from "./safety/es.ts";
import { FRENCH } from "./safety/fr.ts";
import { ITALIAN } from "./safety/it.ts";
import { JAPANESE } from "./safety/ja.ts";
import { DUTCH } from "./safety/nl.ts";
import { POLISH } from "./safety/pl.ts";
import { plainWish } from "./safety/plain-wishes.ts";
import { PORTUGUESE } from "./safety/pt.ts";
import { corrected, corrector, readMessage } from "./safety/reading.ts";
import type { Sentence } from "./safety/reading.ts";
import type { SafetyFinding, SafetyLanguage, Seen } from "./safety/rule.ts";
import { createSeeing } from "./safety/seeing.ts";
import { byLanguage } from "./safety/tongues.ts";

export { readMessage, SCANNED_HEAD, SCANNED_TAIL } from "./safety/reading.ts";
export type { SafetyClass, SafetyFinding } from "./safety/rule.ts";

/** These two share their technical words, their corrections and the classifier, and are read together. */
const HOME: readonly SafetyLanguage[] = [ENGLISH, GERMAN];
const ABROAD = { fr: FRENCH, es: SPANISH, it: ITALIAN, pt: PORTUGUESE, nl: DUTCH, pl: POLISH, ja: JAPANESE, ar: ARABIC } as const satisfies Partial<
  Record<Language, SafetyLanguage>
>;

const correct = corrector(
  HOME.flatMap((one) => one.vocabulary),
  HOME.flatMap((one) => one.keep),
);
const seenAtHome = createSeeing(HOME, spokenAtHome);
/** A request for a person that is longer says why, and that is what the classifier is for. */
const PLAIN_REQUEST_WORDS = 9;
/** Made ready when the first message in the language comes. */
const seenAbroad = new Map<string, (sentences: readonly Sentence[]) => Seen[]>();

/**
 * All safety matters in a customer's message, in the order of the rules; [] if there are none. A message that was read
 * already need not be read again.
 */
export function detectSafety(message: string | readonly Sentence[]): SafetyFinding[] {
  const { home, abroad } = byLanguage(telling(typeof message === "string" ? readMessage(message) : message));
  const sentences = spelt(home);
  const seen = seenAtHome(sentences);
  const found = settle(seen, seen.length > 0 ? sentences : sentences.filter((sentence) => !onlyAsksForHuman(sentence)));
  for (const [language, theirs] of abroad) found.push(...seenIn(language, theirs));
  return found.map(({ rule, class: kind, offset }) => ({ rule, class: kind, offset }));
}

/** What is left when plain wishes are left out; the very same array where there are none, which others have read, too. */
function telling(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.some(plainWish) ? sentences.filter((sentence) => !plainWish(sentence)) : sentences;
}

/** "Ich will mit einem Menschen sprechen": the classifier, which knows people from reports of harm to them, has nothing to say to it. Rules do. */
function onlyAsksForHuman(sentence: Sentence): boolean {
  return sentence.words.length <= PLAIN_REQUEST_WORDS && asksForHuman([sentence]) !== undefined;
}

function seenIn(language: keyof typeof ABROAD, sentences: readonly Sentence[]): Seen[] {
  let see = seenAbroad.get(language);
  if (!see) seenAbroad.set(language, (see = createSeeing([ABROAD[language]], () => ABROAD[language])));
  return see(sentences);
}

/** The sentences as English and German rules and the classifier want them. */
export function spelt(sentences: readonly Sentence[]): Sentence[] {
  return sentences.map((sentence) => corrected(sentence, correct));
}

const GERMAN_WORDS =
  / (?:der|die|das|und|ich|wir|nicht|ist|sind|ein|eine|einen|einem|einer|wie|mit|auf|fur|fuer|den|dem|des|im|zu|zum|zur|es|sie|ihr|euch|uns|mich|mir|bei|von|vom|kann|wird|werden|wurde|wurden|hat|haben|habe|habt|seit|nach|auch|noch|aber|oder|wenn|ob|kein|keine|welche[rsnm]?|bitte|euer|eure[rnms]?|was|meinen?|unsere?|gibt) /g;
const ENGLISH_WORDS =
  / (?:the|and|i|we|not|is|are|a|an|how|with|on|for|to|it|you|your|at|of|can|will|my|our|do|does|has|have|had|been|since|after|but|or|if|no|any|this|that|please|which|there|were|us|me) /g;

function count(text: string, words: RegExp): number {
  return text.replaceAll(" ", "  ").match(words)?.length ?? 0;
}

/** Technical words are the same in both languages, so the guards are those of the language around them, too. */
function spokenAtHome(text: string): SafetyLanguage {
  return count(text, GERMAN_WORDS) > count(text, ENGLISH_WORDS) ? GERMAN : ENGLISH;
}
