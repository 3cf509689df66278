/** Which sentences of a message are read by the rules of which language. */
import { type Language, spokenInWords } from "../../knowledge/index.ts";
import type { Sentence } from "./reading.ts";

type Spoken = ReturnType<typeof spokenInWords>;

/** English and German rules are read together; of the others each language has rules of its own. */
export type Abroad = Exclude<Language, "en" | "de">;

export type Routed = { home: readonly Sentence[]; abroad: ReadonlyMap<Abroad, Sentence[]> };

const LATIN: readonly Abroad[] = ["fr", "es", "it", "pt", "nl", "pl"];
/** Words of every language's computing: without any other hint the English rules know best what they mean. */
const BORROWED = / (?:ransomware|malware|trojan|phishing|cve-\d\S*|sql-?injection|sql injection|down|offline|backup|backups|prod) /;
const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff]/;
const ARABIC = /[\u0621-\u064a]/;

/**
 * A sentence is its own language's if that is clear, else its message's; where neither is, it may be any whose small
 * words it has, and English and German always read it, too. Nothing is left unread.
 */
export function byLanguage(sentences: readonly Sentence[]): Routed {
  let known = routed.get(sentences);
  if (!known) routed.set(sentences, (known = route(sentences)));
  return known;
}

/** The safety rules and "a human, please" read the same sentences, one after the other. */
const routed = new WeakMap<readonly Sentence[], Routed>();

function route(sentences: readonly Sentence[]): Routed {
  const whole = spokenInWords(
    sentences.flatMap((one) => one.words),
    sentences.map((one) => one.text).join(""),
  );
  const home: Sentence[] = [];
  const abroad = new Map<Abroad, Sentence[]>();
  for (const sentence of sentences) {
    const own = spokenInWords(sentence.words, sentence.text);
    const clear = own.clear ? own.lang : whole.clear && !contradicts(own, whole.lang) ? whole.lang : undefined;
    const languages = clear ? [clear] : candidates(sentence, own, whole);
    if (languages.some(isHome)) home.push(sentence);
    for (const language of new Set(languages)) {
      if (language === "en" || language === "de") continue;
      const theirs = abroad.get(language);
      if (theirs) theirs.push(sentence);
      else abroad.set(language, [sentence]);
    }
  }
  return { home, abroad };
}

/** Its own words speak for others only. */
function contradicts(own: Spoken, lang: Language): boolean {
  return own.maybe.length > 0 && !own.maybe.includes(lang);
}

/** What a sentence may be that does not tell it clearly. */
function candidates(sentence: Sentence, own: Spoken, whole: Spoken): Language[] {
  const hints = own.maybe.length > 0 ? own : whole;
  const scripts: Language[] = [...(JAPANESE.test(sentence.text) ? (["ja"] as const) : []), ...(ARABIC.test(sentence.text) ? (["ar"] as const) : [])];
  const borrowed = isHome(hints.lang) && BORROWED.test(sentence.text);
  const latin = borrowed ? [] : hints.maybe.length > 0 ? hints.maybe : LATIN;
  return ["en", "de", ...latin, ...scripts];
}

function isHome(lang: Language): boolean {
  return lang === "en" || lang === "de";
}
