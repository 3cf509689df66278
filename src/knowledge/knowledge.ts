import { marked } from "marked";
import type { Log } from "../platform/log.ts";
import { isRoadmapPage } from "./roadmap.ts";
import type { Article } from "./article.ts";
import { readArticles, type BrokenArticle, type KnownFile } from "./articles.ts";
import { fuse, FUSED_PAGES } from "./fusion.ts";
import { createIndex, type Hit, type Index } from "./search.ts";
import { spokenIn } from "./spoken.ts";
import { createVectors, type Embedder } from "./vectors.ts";

const REMEMBERED_SEARCHES = 500; // one message is looked up when it arrives and again when it is answered
const MOST_HITS = 5; // looked for at once, so that the classifier's one and the avatar's four are one search
const REMEMBERED_TEXT = 500; // longer texts are looked up anew rather than kept

export type KnowledgeRooms = {
  directory: string;
  publicUrl: string;
  log: Pick<Log, "warn">;
  /** left out, words alone are searched; `file` keeps the vectors from one start to the next */
  meaning?: { embedder: Embedder; file?: string | undefined } | undefined;
};

/** The pages that answers lean on: read from files, searched in memory, cited by id. Throws KnowledgeUnreadable when there is no such directory. */
export async function createKnowledge(rooms: KnowledgeRooms) {
  const known = new Map<string, KnownFile>();
  let articles = new Map<string, Article>();
  let index: Index = createIndex([]);
  let problems: BrokenArticle[] = [];
  let searches = new Map<string, Hit[]>();
  let started = false;
  const vectors = rooms.meaning && createVectors({ ...rooms.meaning, log: rooms.log });

  /** Reads what has changed since; cheap when nothing has. Resolves to whether anything had. */
  async function refresh(): Promise<boolean> {
    const read = await readArticles(rooms.directory, known);
    problems = read.broken;
    if (!read.changed) {
      void vectors?.keepUp();
      return false;
    }
    // At the start whoever opens the house says so in its greeting; what an edit breaks later has only the log.
    if (started) for (const { file, problem } of read.broken) rooms.log.warn({ file, problem }, "knowledge page left out");
    articles = new Map(read.articles.map((article) => [article.id, article]));
    index = createIndex(read.articles);
    searches = new Map();
    vectors?.want(read.articles);
    // Not at the start: whoever opens the house looks at its pages again soon, and then nobody waits for the doors.
    if (started) void vectors?.keepUp();
    return true;
  }

  /** The pages that may answer, the likeliest first, by their words: at once. */
  function search(question: string, limit: number): Hit[] {
    const before = limit <= MOST_HITS ? searches.get(question) : undefined;
    if (before) return before.slice(0, limit);
    const hits = index.search(question, Math.max(limit, MOST_HITS));
    if (question.length <= REMEMBERED_TEXT) {
      if (searches.size >= REMEMBERED_SEARCHES) searches.clear();
      searches.set(question, hits);
    }
    return hits.slice(0, limit);
  }

  /** The decisions about the product that are nearest to the words; without any that fits, the latest in the owner's order. */
  function roadmap(question: string, limit: number): Article[] {
    const all = [...articles.values()].filter(isRoadmapPage);
    if (all.length === 0) return [];
    const found = index.search(question, articles.size).flatMap(({ article }) => (isRoadmapPage(article) ? [article] : []));
    return (found.length > 0 ? found : all).slice(0, limit);
  }

  /** The same by words and by meaning, as far as meaning can be told soon: by words alone while vectors are being made, and in other languages. */
  async function find(question: string, limit: number): Promise<Hit[]> {
    if (!vectors) return search(question, limit);
    const asked = index;
    const { text, lang } = asked.read(question);
    const near = await vectors.near(text, lang);
    if (!near || asked !== index) return search(question, limit);
    return fuse(asked.search(question, FUSED_PAGES), near).slice(0, limit);
  }

  /** Makes the vectors that are missing, as every `refresh` does on the side. Resolves when all are there, or could not be made. */
  async function learn(): Promise<void> {
    await vectors?.keepUp();
  }

  await refresh();
  started = true;
  return {
    refresh,
    search,
    roadmap,
    find,
    learn,
    get: (id: string) => articles.get(id),
    all: () => [...articles.values()],
    problems: () => problems,
    /** The pages of news, and which of the pages that each concerns there are not. */
    news: () =>
      [...articles.values()].flatMap((article) =>
        article.news ? [{ article, news: article.news, unknown: article.news.concerns.filter((page) => !articles.has(page)) }] : [],
      ),
    languageOf: spokenIn,
    /** Where people read it. */
    source: (article: Article) => ({ title: article.title, url: `${rooms.publicUrl}/knowledge/${article.id}` }),
    /** As a page for people; the owner wrote it. */
    async page(id: string): Promise<{ title: string; html: string; lang: string } | undefined> {
      const article = articles.get(id);
      return article && { title: article.title, html: await marked.parse(article.body), lang: article.lang };
    },
  };
}

export type Knowledge = Awaited<ReturnType<typeof createKnowledge>>;
