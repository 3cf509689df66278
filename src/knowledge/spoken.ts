/**
 * In which of our languages something is written: by its script, or by its small words. What people did not write
 * themselves (code, error texts, quotations, addresses) has no say, and a name or a single borrowed word does not decide.
 */
import { deu, eng } from "stopword";
import { SMALL_WORDS } from "./small-words.ts";

/** The languages that we ship: fixed texts, safety rules and "a human, please" exist in each of them. */
export const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** `clear`: so surely that it counts for more than the language which a session was opened in. */
export type Spoken = { lang: Language; clear: boolean };

const MAX_WORDS = 60; // a pasted log does not tell better who speaks
/** One word may be a name, a quotation or a slip; two more than another language has, and twice as many, are no accident. */
const CLEAR_LEAD = 2;

// The lists give these to one language, but others write them ("so", "the tag", "a man page", "they die", "IT"): they tell nothing.
const SHARED = new Set(
  "so die was war will man tag bin hat mag elf dies tat los bald um na wen tel sa au ag ei z.b d.h it all do me on up out over".split(" "),
);
const ALSO_TELLING = { en: "no not yes please thanks thank hello hey why when help need don i", de: "bitte danke hallo hilfe warum moin ja nein" };

/** For each small word the languages that use it, a bit each. */
const USED_IN = new Map<string, number>();
teach("en", telling(eng, deu, ALSO_TELLING.en));
teach("de", telling(deu, eng, ALSO_TELLING.de));
for (const [lang, words] of Object.entries(SMALL_WORDS)) teach(lang as Language, words.split(" ").filter(tellsAbroad));

/** Words that only one of the two uses. The German list has every single letter, as lists for searching do: they say nothing about who speaks. */
function telling(own: string[], theirs: string[], also: string): string[] {
  // "en" is no German word; the list has it all the same.
  return [...own.filter((word) => word.length > 1 && word !== "en" && !theirs.includes(word) && !SHARED.has(word)), ...also.split(" ")];
}

/** What English and German both write without telling them apart ("in") does not tell them from a third one either. */
function tellsAbroad(word: string): boolean {
  return !SHARED.has(word) && !(word.length > 1 && eng.includes(word) && deu.includes(word));
}

function teach(lang: Language, words: readonly string[]): void {
  const add = (word: string): void => void USED_IN.set(word, (USED_IN.get(word) ?? 0) | bit(lang));
  for (const word of words) {
    // People leave accents out, and safety rules read without them.
    add(word);
    add(plain(word));
    add(plain(word.replace(/[äöü]/g, (letter) => `${letter}e`)));
  }
}

/** A small word of any of our languages. */
export function isSmallWord(word: string): boolean {
  return USED_IN.has(word);
}

function bit(lang: Language): number {
  return 1 << LANGUAGES.indexOf(lang);
}

function plain(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l").replaceAll("ß", "ss");
}

/** Letters that one or two languages have; each counts once, as names have them, too. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[äöüß]/i, bit("de")],
  [/[ñ¿¡]/i, bit("es")],
  [/[ãõ]/i, bit("pt")],
  [/[łąęśżźćń]/i, bit("pl")],
  [/[êâîôûœ]/i, bit("fr") | bit("pt")],
  [/[ìòù]/i, bit("it") | bit("fr")],
  [/ç/i, bit("fr") | bit("pt")],
];

const KANA = /[\u3041-\u3096\u30a1-\u30fa]/g;
/** So many signs are as much as a small word. */
const KANA_A_WORD = 2;
const ARABIC_WORD = /[\u0621-\u064a]{2,}/g;
/** Letters of Persian and Urdu: the script is the same, the language is not. */
const NOT_ARABIC = /[\u067e\u0686\u0698\u06af\u06a9\u06cc\u0679\u0688\u06ba\u06be\u06d2]/;

const FENCE = /```[^]*?(?:```|$)/g;
const NOT_SAID = [
  /`[^`\n]*`/g,
  /https?:\/\/\S+|\S+@\S+\.\S+|(?:[\w.-]*[\\/]){2,}\S*/g,
  /<[^<>\n]{1,200}>/g,
  // Quotations of some length; an apostrophe is none.
  /"[^"\n]{8,400}"|“[^”\n]{8,400}”|„[^“”\n]{8,400}[“”]|«[^»\n]{8,400}»|「[^」\n]{4,400}」/g,
  // Lines that machines write, and what follows the name of an error.
  /^\s*(?:>|\$ |at \S+\s*\(|\d{4}-\d\d-\d\d[T ]|\[\w+\]|Traceback|Caused by|(?:select|insert|update|delete|create|alter|drop) \S+.*;).*$/gim,
  /\b(?:error|fatal|warning|panic|exception|hint|detail|errno|stderr)\b\s?\S{0,12}:.*$|\b\w+(?:Error|Exception)\b.*$/gim,
];

/** What people have written themselves; all of it if that leaves nothing. */
function ownWords(text: string): string {
  if (!/[`/@<>"“„«「:;\n]|Exception|Error/.test(text)) return text;
  const own = NOT_SAID.reduce((rest, pattern) => rest.replace(pattern, " "), text.replace(FENCE, " "));
  return /\p{L}/u.test(own) ? own : text;
}

/** The language of a text, by what people have written in it themselves. */
export function spokenIn(text: string): Spoken {
  const own = ownWords(text);
  const votes = [...votesOf(own.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []), ...scriptVotes(own)];
  for (const [letters, of] of LETTERS) if (letters.test(own)) votes.push(of);
  return elected(votes);
}

/** The same of words that were folded already (small letters without accents), and which languages have any of them. */
export function spokenInWords(words: readonly string[], text: string): Spoken & { maybe: readonly Language[] } {
  const votes = [...votesOf(words), ...scriptVotes(text)];
  const any = votes.reduce((all, vote) => all | vote, 0);
  return { ...elected(votes), maybe: LANGUAGES.filter((lang) => (any & bit(lang)) !== 0) };
}

function votesOf(words: readonly string[]): number[] {
  return words.slice(0, MAX_WORDS).flatMap((word) => USED_IN.get(word) ?? []);
}

/** Japanese and Arabic are known by their letters. */
function scriptVotes(text: string): number[] {
  if (!/[^\0-\u024f]/.test(text)) return [];
  const kana = Math.ceil((text.match(KANA)?.length ?? 0) / KANA_A_WORD);
  const arabic = NOT_ARABIC.test(text) ? 0 : (text.match(ARABIC_WORD)?.length ?? 0);
  const times = (count: number, lang: Language): number[] => Array.from({ length: Math.min(count, MAX_WORDS) }, () => bit(lang));
  return [...times(kana, "ja"), ...times(arabic, "ar")];
}

/** The language with the most votes; of equals the one that stands first. A word that two languages share tells nothing between them. */
function elected(votes: readonly number[]): Spoken {
  const count = (lang: Language): number => votes.filter((vote) => (vote & bit(lang)) !== 0).length;
  let lang: Language = "en";
  let most = count(lang);
  for (const other of LANGUAGES) {
    const now = count(other);
    if (now > most) [lang, most] = [other, now];
  }
  return { lang, clear: most >= CLEAR_LEAD && LANGUAGES.every((other) => other === lang || leads(votes, bit(lang), bit(other))) };
}

function leads(votes: readonly number[], own: number, other: number): boolean {
  let [more, less] = [0, 0];
  for (const vote of votes) {
    if ((vote & own) !== 0 && (vote & other) === 0) more++;
    else if ((vote & other) !== 0 && (vote & own) === 0) less++;
  }
  return less === 0 ? more > 0 : more - less >= CLEAR_LEAD && more >= 2 * less;
}
