import { readMessage } from "../safety/reading.ts";
import { byLanguage } from "../safety/tongues.ts";
import { MOOD_WORDS, type MoodWords } from "./words.ts";

/** What staff see beside a conversation, and the model is told once; nothing else is ever noticed. */
export const moods = ["frustrated", "hurry"] as const;
export type Mood = (typeof moods)[number];

/** How strongly one message speaks for each: nothing, weakly, or clearly. */
export type Signs = Record<Mood, 0 | 1 | 2>;

/** Of a longer message only the beginning is read: what somebody pasted below it is not how they feel. */
const READ = 4_000;

/** What is not the writer's own voice: code, what somebody else wrote, what is quoted. */
const QUOTED = /```[\s\S]*?(?:```|(?![\s\S]))|`[^`\n]*`|^[ \t]*>.*$|[“"«„][^”"»“\n]{2,200}[”"»“]/gmu;
/** A line of a log or a query shouts without meaning it. */
const SHOUTING_MACHINE =
  /^\W*[A-Z_]+:|[=;{}<>|*\\/_]|\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|GRANT|WHERE|FROM|TABLE|ERROR|FATAL|WARN(?:ING)?|NULL|HTTP)\b|\d{3}/u;
const ANGRY = /[\u{1F620}\u{1F621}\u{1F624}\u{1F92C}\u{1F47F}\u{1F644}]/u;
/** "!!!", "?!", "???": of stress, whatever the language */
const STRESS = /[!！]{3,}|[?？]{3,}|[!！][?？]|[?？][!！]/u;
const LEAST_SHOUTED_WORDS = 3;
const LEAST_SHOUTED_LETTERS = 12;

/** Reads a contact's message for how it is written. By rules, the same on every machine: no model is asked, and no voice or face is ever looked at. */
export function signsOf(message: string): Signs {
  const own = message.slice(0, READ).replaceAll(QUOTED, " ");
  const { home, abroad } = byLanguage(readMessage(own));
  const seen: Signs = { frustrated: 0, hurry: 0 };
  let calm = false;
  const look = (text: string, words: MoodWords) => {
    if (words.unless.test(text)) calm = true;
    else for (const mood of moods) seen[mood] = more(seen[mood], words[mood].clear.test(text) ? 2 : words[mood].weak.test(text) ? 1 : 0);
  };
  for (const { text } of home) for (const lang of ["en", "de"] as const) look(text, MOOD_WORDS[lang]);
  for (const [lang, sentences] of abroad) for (const { text } of sentences) look(text, MOOD_WORDS[lang]);
  if (calm) return seen;
  // How it is written only underlines what is said; a whole message in capitals, or an angry face, speaks for itself.
  if (ANGRY.test(own) || isShouted(own)) seen.frustrated = 2;
  else if (STRESS.test(own)) seen[seen.hurry > seen.frustrated ? "hurry" : "frustrated"] = more(Math.max(seen.hurry, seen.frustrated) as 0 | 1 | 2, 1);
  return seen;
}

/** Two weak signs are a clear one. */
function more(one: 0 | 1 | 2, other: 0 | 1 | 2): 0 | 1 | 2 {
  return Math.min(2, one + other) as 0 | 1 | 2;
}

function isShouted(text: string): boolean {
  if (SHOUTING_MACHINE.test(text) || /\p{Ll}/u.test(text)) return false;
  const words = text.match(/\p{Lu}{2,}/gu) ?? [];
  return words.length >= LEAST_SHOUTED_WORDS && words.join("").length >= LEAST_SHOUTED_LETTERS;
}
