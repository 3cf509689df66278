import { saysNothing, type Hit } from "../../knowledge/index.ts";
import { courtesyIn, type Courtesy } from "./courtesies.ts";

export { asksForAccount } from "./courtesies.ts";

/** What the built-in model has to say: a passage of a page, a question back, a courtesy, or nothing. */
export type BuiltInAnswer =
  | { kind: "quote"; hit: Hit; more: Hit[] }
  | { kind: "ask"; readings: [Hit, Hit] }
  | { kind: "courtesy"; of: Courtesy | "say_more" }
  | { kind: "unknown"; nearest: Hit[] };

/** Below this share of the question's words a page is about something else. */
const COVERS = 0.34;
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
  if (!first || first.coverage < COVERS) {
    // Nobody could look up "x" or a bare "yes", now or at a date: what is meant has to be asked.
    return saysNothing(question) ? { kind: "courtesy", of: "say_more" } : { kind: "unknown", nearest: hits.slice(0, 2) };
  }
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
  const more = hits.slice(1, 3).filter((hit) => hit.coverage >= COVERS && hit.score >= 0.6 * first.score);
  return { kind: "quote", hit: first, more };
}
