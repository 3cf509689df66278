import type { Chance } from "../faults/random.ts";
import type { Lots } from "./lots.ts";
import { WORDS, type Language } from "./words.ts";

const SHARE = 0.012; // of all conversations, that go on and on: one in four stories has one
const LONG = 11; // messages more
const MINUTE = 60_000;

const UPSET: Record<Language, string[]> = {
  en: ["This is ridiculous, it still does not work!", "I am really fed up with this now."],
  de: ["Das ist doch lächerlich, es geht immer noch nicht!", "Ich habe die Nase voll davon."],
};

/** One more message of somebody who goes on and on, and gets angry about it. */
type More = { after: number; kind: "question" | "upset"; text: string };

/** What is still written in a conversation that grows beyond what a prompt has room for; mostly nothing. */
export function goesOn(lots: Lots, who: string, language: Language): More[] {
  const own = lots.of(`how long ${who} goes on`);
  return own.happens(SHARE) ? Array.from({ length: LONG }, () => more(own, language)) : [];
}

function more(own: Chance, language: Language): More {
  const kind = own.happens(0.3) ? "upset" : "question";
  const text = own.oneOf(kind === "upset" ? UPSET[language] : WORDS.question[language]);
  // Often before the last one is answered.
  return { kind, text, after: own.oneOf([own.whole(0, 4_000), own.whole(0, 10_000), own.whole(2_000, MINUTE), own.whole(MINUTE, 20 * MINUTE)]) };
}
