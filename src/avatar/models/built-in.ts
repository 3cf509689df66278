import { saysNothing, type Hit } from "../../knowledge/index.ts";

/** What the built-in model has to say: a passage of a page, a question back, a courtesy, or nothing. */
export type BuiltInAnswer =
  | { kind: "quote"; hit: Hit; more: Hit[] }
  | { kind: "ask"; readings: [Hit, Hit] }
  | { kind: "courtesy"; of: "thanks" | "greeting" | "alright" | "everyone" | "disclosure" | "say_more" }
  | { kind: "unknown"; nearest: Hit[] };

/** Below this share of the question's words a page is about something else. */
const COVERS = 0.34;
/** From this share on, the page is surely meant. */
const SURE = 0.6;
/** Two pages this close are two readings of the question. */
const RIVAL = 0.93;
const SHORT_QUESTION_WORDS = 4; // longer ones say enough to choose by

const THANKS =
  /^\W*(?:ok(?:ay)?|great|perfect|super|prima)?[\s,.!]*(?:many |vielen |besten )?(?:thanks?|thank you|thx|cheers|danke(?: ?sch[oö]n| ?sehr)?|dank)(?:[\s,]+(?:a lot|so much|very much|you|that (?:helped|worked)|marla|dir|ihnen|das hat geholfen|f[uü]r die hilfe|for (?:the|your) help))*\W*$/iu;
const GREETING =
  /^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|moin|servus)(?:[\s,]+(?:there|all|marla|zusammen))?\W*$/iu;

const ALRIGHT =
  /^\W*(?:👍|👌|ok(?:ay)?|all ?right|fine|got it|i see|understood|no(?:pe)?|nah|nein|n[öo]|nee|alles klar|gut|in ordnung|verstanden|passt)(?:[\s,.!]+(?:ok(?:ay)?|then|dann|thanks?|thank you|thx|danke(?: ?sch[oö]n| ?sehr)?|not now|gerade nicht))*\W*$/iu;

const WHO =
  /\b(?:are|r) (?:you|u) (?:really |actually )?(?:an? )?(?:human|real|bot|robot|ai|person|machine|chatbot)\b|\b(?:bist du|sind sie|ist das hier) (?:wirklich |etwa )?(?:eine? )?(?:mensch|bot|roboter|ki|maschine|echte?)\b/iu;
const RANK =
  /\b(?:paying|premium|paid|bigger)\b.{0,40}\b(?:first|priority|before|faster|better)\b|\b(?:zahlende|premium|große)\S*.{0,40}\b(?:zuerst|vorrang|bevorzugt|schneller)\b/iu;
const ACCOUNT =
  /\b(?:what|which) plan (?:are|do|am) (?:we|i)\b|\b(?:my|our) (?:own )?(?:plan|contract|subscription|support level|response times?)\b|\b(?:mein|unser)(?:e|en|em|er)? (?:vertrag|tarif|reaktionszeit)/iu;

/** A plain question about one's own contract. */
export function asksForAccount(question: string): boolean {
  return ACCOUNT.test(question);
}

/**
 * The model that needs no key: it looks a question up and quotes the passage, asks back when two readings compete, or
 * says that it does not know. The same question on the same pages gets the same answer, always.
 */
export function builtIn(question: string, hits: Hit[]): BuiltInAnswer {
  if (THANKS.test(question)) return { kind: "courtesy", of: "thanks" };
  if (GREETING.test(question)) return { kind: "courtesy", of: "greeting" };
  if (ALRIGHT.test(question)) return { kind: "courtesy", of: "alright" };
  if (WHO.test(question)) return { kind: "courtesy", of: "disclosure" };
  if (RANK.test(question)) return { kind: "courtesy", of: "everyone" };
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
