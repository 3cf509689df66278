import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as german } from "@orama/stemmers/german";
import MiniSearch from "minisearch";
import { deu, eng } from "stopword";
import type { Article, Paragraph } from "./article.ts";
import { createSpeller, type Speller } from "./spelling.ts";
import { isSmallWord, spokenIn } from "./spoken.ts";

/** A page that may answer, with its passage that fits best. `score` is BM25's, comparable within one search only. */
export type Hit = {
  article: Article;
  passage: Paragraph;
  score: number;
  /** share of the question's words that the page has, 0 to 1 */
  coverage: number;
  /** how near the passage is in meaning, up to 1; left out where nobody has looked */
  nearness?: number;
  /** words of the question that were read as others */
  mended: readonly Mended[];
};

/** A slip of the pen, and the word that is meant. */
export type Mended = { written: string; meant: string };

type Doc = { id: number; title: string; headings: string; text: string; topics: string };
type Language = { stem: (word: string) => string; stop: Set<string> };

const LANGUAGES: Record<string, Language> = {
  en: { stem: remembering(english), stop: new Set(eng) },
  de: { stem: remembering(german), stop: new Set(deu) },
};
const REMEMBERED_STEMS = 20_000; // a language's everyday words; about 2 MB

/** Stemming is pure, and people use the same words all day. */
function remembering(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let root = known.get(word);
    if (root === undefined) {
      root = stem(word);
      if (known.size >= REMEMBERED_STEMS) known.clear();
      known.set(word, root);
    }
    return root;
  };
}
// Question words and courtesies say nothing about the subject.
const COURTESY = new Set(
  "please thanks thank hello hi hey dear help question want need would could can possible way know tell get got hallo guten tag bitte danke hilfe helfen frage möchte brauche geht gibt".split(
    " ",
  ),
);
const ASSENT = new Set(
  "yes yeah yep yup no nope nah ok okay not ja jo jep nö nee oui non ouais sí si sì sim não nao tak nie はい いいえ うん نعم لا أجل حسنا".split(" "),
);
const BOOST = { title: 2.5, headings: 1.5, topics: 0.5 };
const OTHER_LANGUAGE = 0.35;
const COVERED = 0.5; // with so much of the question on a page in its own language, the other language is not asked
const MAX_QUESTION_WORDS = 60; // a pasted log does not make a better question

/** In the other language nearly every word is unknown: taking them all for typos would find nothing and cost most of a turn. */
const EXACT = { prefix: false, fuzzy: false };

type Page = { article: Article; /** the stems of each paragraph */ stems: Set<string>[] };
type LanguageIndex = {
  mini: MiniSearch<Doc>;
  pages: Page[];
  language: Language;
  /** the words of its pages, each with how often */
  used: Map<string, number>;
  speller: () => Speller;
};

/** An index over pages, one per language. Kept in memory: a search costs no round trip. */
export function createIndex(articles: Article[]) {
  const indexes = new Map<string, LanguageIndex>();
  for (const article of articles) {
    const lang = LANGUAGES[article.lang] ? article.lang : "en";
    let index = indexes.get(lang);
    if (!index) indexes.set(lang, (index = emptyIndex(LANGUAGES[lang] as Language)));
    const doc = docOf(article, index.pages.length);
    index.mini.add(doc);
    for (const word of split(`${doc.title} ${doc.headings} ${doc.text}`.toLowerCase())) index.used.set(word, (index.used.get(word) ?? 0) + 1);
    index.pages.push({ article, stems: article.paragraphs.map((paragraph) => stemsOf(paragraph, (index as LanguageIndex).language)) });
  }

  function search(question: string, limit: number): Hit[] {
    const hits: Hit[] = [];
    const spoken = spokenIn(question).lang;
    languagesOf(spoken).forEach((lang, rank) => {
      const index = indexes.get(lang);
      // The question's own language comes first; the other is asked in case the page exists only there.
      if (!index || (rank > 0 && hits.some((hit) => hit.coverage >= COVERED))) return;
      hits.push(
        ...searchIn(index, question, limit, { guess: rank === 0, mend: lang === spoken }).map((hit) => ({
          ...hit,
          score: hit.score * (rank === 0 ? 1 : OTHER_LANGUAGE),
        })),
      );
    });
    hits.sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
    return hits.slice(0, limit);
  }

  /** The question with its slips mended, if it is in a language whose words are known here; and which language that is. */
  function read(question: string): { text: string; lang: string } {
    const lang = spokenIn(question).lang;
    const index = indexes.get(lang);
    if (!index) return { text: question, lang };
    return { text: question.replace(/\p{L}+/gu, (word) => index.speller().mend(word.toLowerCase()) ?? word), lang };
  }
  return { search, read };
}

export type Index = ReturnType<typeof createIndex>;

function searchIn(index: LanguageIndex, question: string, limit: number, how: { guess: boolean; mend: boolean }): Hit[] {
  const { words, mended } = wordsOf(question, index, how.mend);
  if (words.length === 0) return [];
  const asked = new Set(words.map((word) => index.language.stem(word)));
  const results = index.mini.search(words.join(" "), how.guess ? {} : EXACT).slice(0, limit);
  return results.map((result) => {
    const page = index.pages[result.id as number] as Page;
    return {
      article: page.article,
      passage: bestPassage(page, result.terms),
      score: result.score,
      coverage: Math.min(1, new Set(result.queryTerms).size / asked.size),
      mended,
    };
  });
}

/** The paragraph that has most of the found words; of equals, the earliest. Rare words count more: they are longer, mostly. */
function bestPassage(page: Page, terms: string[]): Paragraph {
  let best = 0;
  let most = -1;
  page.stems.forEach((stems, i) => {
    let weight = 0;
    for (const term of terms) if (stems.has(term)) weight += Math.sqrt(term.length);
    if (weight > most) [best, most] = [i, weight];
  });
  return page.article.paragraphs[best] as Paragraph;
}

function stemsOf(paragraph: Paragraph, language: Language): Set<string> {
  return new Set(split(`${paragraph.heading} ${paragraph.text}`.toLowerCase()).map(language.stem));
}

function docOf(article: Article, id: number): Doc {
  const headings = [...new Set(article.paragraphs.map((paragraph) => paragraph.heading))].join(" ");
  return { id, title: article.title, headings, text: article.paragraphs.map((paragraph) => paragraph.text).join(" "), topics: article.topics.join(" ") };
}

function emptyIndex(language: Language): LanguageIndex {
  const vocabulary = new Set<string>();
  const known = (term: string) => vocabulary.has(term);
  const mini = new MiniSearch<Doc>({
    fields: ["title", "headings", "text", "topics"],
    tokenize: split,
    processTerm: (term, field) => {
      const word = term.toLowerCase();
      if (language.stop.has(word)) return null;
      const stem = language.stem(word);
      if (field !== undefined) vocabulary.add(stem);
      return stem;
    },
    // A word that some page has needs no guessing; only unknown ones are taken for typos or parts of compounds.
    searchOptions: {
      boost: BOOST,
      prefix: (term) => term.length > 3 && !known(term),
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) && !known(term) ? 0.2 : false),
      weights: { prefix: 0.4, fuzzy: 0.3 },
      bm25: { k: 1.2, b: 0.6, d: 0.3 },
    },
  });
  const used = new Map<string, number>();
  let speller: Speller | undefined;
  const spell = () =>
    (speller ??= createSpeller(
      new Map([...language.stop, ...COURTESY].map((word): [string, number] => [word, 1]).concat([...used])),
      (word) => isSmallWord(word) || known(language.stem(word)),
    ));
  return { mini, pages: [], language, used, speller: spell };
}

/** What of the question may be looked up, slips mended. */
function wordsOf(question: string, { language, speller }: LanguageIndex, mend: boolean): { words: string[]; mended: Mended[] } {
  const says = (word: string) => word.length > 1 && !language.stop.has(word) && !COURTESY.has(word);
  const mended: Mended[] = [];
  const words = split(question.toLowerCase()).filter(says).slice(0, MAX_QUESTION_WORDS);
  if (!mend) return { words, mended };
  const read = words.map((written) => {
    const meant = speller().mend(written);
    if (meant !== undefined && says(meant)) mended.push({ written, meant });
    return meant ?? written;
  });
  return { words: read.filter(says), mended };
}

// Verbs that are written apart and mean the noun that pages use.
const APART = /\b(back|set|start|shut|fail|roll|clean|log|sign)(?:ing|ed|s|ting)? (up|down|over|back|in)\b/gi;

/** Words and codes: MDB-1042 stays whole and is found by its parts as well. */
function split(given: string): string[] {
  const text = given.replace(APART, (_whole, verb: string, particle: string) => `${verb}${particle}`);
  const words = text.match(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu) ?? [];
  return words.flatMap((word) => (/[-_.]/.test(word) ? [word, ...word.split(/[-_.]/)] : [word]));
}

/** Whether there is nothing in it that a page could be found by: signs alone, small words, a yes or a no. */
export function saysNothing(text: string): boolean {
  const small = (word: string) =>
    word.length <= 1 || COURTESY.has(word) || ASSENT.has(word) || isSmallWord(word) || Object.values(LANGUAGES).some(({ stop }) => stop.has(word));
  return split(text.toLowerCase()).every(small);
}

/** The question's likely languages, the likeliest first. */
function languagesOf(spoken: string): string[] {
  return spoken === "de" ? ["de", "en"] : ["en", "de"];
}
