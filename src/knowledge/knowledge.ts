import { marked } from "marked";
import type { Log } from "../platform/log.ts";
import { readArticles, type Article, type BrokenArticle, type KnownFile } from "./articles.ts";
import { createIndex, type Hit, type Index } from "./search.ts";
import { spokenIn } from "./spoken.ts";

const REMEMBERED_SEARCHES = 500; // one message is looked up when it arrives and again when it is answered
const MOST_HITS = 5; // looked for at once, so that the classifier's one and the avatar's four are one search
const REMEMBERED_TEXT = 500; // longer texts are looked up anew rather than kept

/** The pages that answers lean on: read from files, searched in memory, cited by id. Throws KnowledgeUnreadable when there is no such directory. */
export async function createKnowledge(rooms: { directory: string; publicUrl: string; log: Pick<Log, "warn"> }) {
  const known = new Map<string, KnownFile>();
  let articles = new Map<string, Article>();
  let index: Index = createIndex([]);
  let problems: BrokenArticle[] = [];
  let searches = new Map<string, Hit[]>();
  let started = false;

  /** Reads what has changed since; cheap when nothing has. Resolves to whether anything had. */
  async function refresh(): Promise<boolean> {
    const read = await readArticles(rooms.directory, known);
    problems = read.broken;
    if (!read.changed) return false;
    // At the start whoever opens the house says so in its greeting; what an edit breaks later has only the log.
    if (started) for (const { file, problem } of read.broken) rooms.log.warn({ file, problem }, "knowledge page left out");
    articles = new Map(read.articles.map((article) => [article.id, article]));
    index = createIndex(read.articles);
    searches = new Map();
    return true;
  }

  /** The pages that may answer, the likeliest first. */
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

  await refresh();
  started = true;
  return {
    refresh,
    search,
    get: (id: string) => articles.get(id),
    all: () => [...articles.values()],
    problems: () => problems,
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
