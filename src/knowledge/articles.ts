import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Article, News, Paragraph } from "./article.ts";
import { ROADMAP_FILE, roadmapPages } from "./roadmap.ts";

/** A file that could not be read as a page: where, what and what to do. The others are used all the same. */
export type BrokenArticle = { file: string; problem: string };

/** The directory of the pages cannot be read. `message` says what to do. */
export class KnowledgeUnreadable extends Error {
  readonly code = "knowledge_unreadable";
}

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/, "an id of small letters, digits and hyphens");
const FrontMatter = z.object({
  id: Id,
  title: z.string().min(1),
  topics: z.array(z.string()).min(1),
  lang: z.string().default("en"),
  /** makes the page news; then it says when, and which pages it concerns */
  news: z.enum(["outage", "upgrade", "roadmap"]).optional(),
  date: z.iso.date("a date such as 2026-11-22").optional(),
  concerns: z.array(Id).min(1).max(50).optional(),
});

/** What became of a file when it was last read; it is read again when its stamp has changed. */
export type KnownFile = { stamp: string; articles: Article[] } | { stamp: string; articles?: never; problem: string };

const MAX_FILE_BYTES = 1024 * 1024; // a page is read by people; a book belongs into several

/** Reads every Markdown file under `directory`, and the roadmap beside them. `known` (by file) saves reading what has not changed. */
export async function readArticles(
  directory: string,
  known: Map<string, KnownFile>,
): Promise<{ articles: Article[]; broken: BrokenArticle[]; changed: boolean }> {
  const articles: Article[] = [];
  const broken: BrokenArticle[] = [];
  const seen = new Set<string>();
  let changed = false;
  for (const file of await filesIn(directory)) {
    const path = join(directory, file);
    const info = await stat(path);
    const stamp = `${info.mtimeMs}:${info.size}`;
    seen.add(file);
    const before = known.get(file);
    if (before?.stamp === stamp) {
      if (before.articles) articles.push(...before.articles);
      else broken.push({ file, problem: before.problem });
      continue;
    }
    changed = true;
    const result = info.size > MAX_FILE_BYTES ? `it is larger than 1 MiB; split it into pages` : await read(file, path);
    if (typeof result === "string") {
      known.set(file, { stamp, problem: result });
      broken.push({ file, problem: result });
    } else {
      known.set(file, { stamp, articles: result });
      articles.push(...result);
    }
  }
  for (const file of known.keys()) {
    if (seen.has(file)) continue;
    known.delete(file);
    changed = true;
  }
  return { ...unique(articles, broken), changed };
}

async function read(file: string, path: string): Promise<Article[] | string> {
  try {
    const bytes = await readFile(path);
    if (file === ROADMAP_FILE) return roadmapPages(bytes.toString("utf8"));
    const article = articleOf(file, bytes);
    return typeof article === "string" ? article : [article];
  } catch (error) {
    return `it cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}); give this user the right to`;
  }
}

/** The page of a file, or what is wrong with it. */
export function articleOf(file: string, bytes: Buffer): Article | string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "it is not UTF-8; save it as UTF-8 and it is read at once";
  }
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (!match) return "it has no front matter; begin it with ---, id, title, topics, lang, ---";
  const front = frontMatter(match[1] as string);
  if (typeof front === "string") return front;
  const body = (match[2] as string).trim();
  if (body === "") return "it has no text under the front matter";
  const { news, date, concerns, ...page } = front;
  const told = newsOf(news, date, concerns);
  if (typeof told === "string") return told;
  return {
    ...page,
    ...(told ? { news: told } : {}),
    body,
    paragraphs: paragraphsOf(body),
    version: createHash("sha256").update(text).digest("hex").slice(0, 16),
    file,
  };
}

/** What makes a page news, or what is missing for that. */
function newsOf(kind: News["kind"] | undefined, date: string | undefined, concerns: string[] | undefined): News | undefined | string {
  if (kind === undefined) return undefined;
  if (date === undefined || concerns === undefined)
    return "a page with news: also needs date: (a date such as 2026-11-22) and concerns: (ids of pages, such as [backup-hot, roadmap-columns])";
  return { kind, date, concerns };
}

function frontMatter(yaml: string): z.output<typeof FrontMatter> | string {
  let raw: unknown;
  try {
    raw = parse(yaml);
  } catch (error) {
    return `its front matter is not YAML: ${(error as Error).message.split("\n")[0]}`;
  }
  const parsed = FrontMatter.safeParse(raw);
  if (parsed.success) return parsed.data;
  return `its front matter is wrong: ${parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`;
}

/** Paragraphs with the heading that they stand under; a code block stays with the words before it. */
export function paragraphsOf(body: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let heading = "";
  for (const block of blocks(body)) {
    const title = /^#{1,6}\s+(.+)$/.exec(block);
    if (title) {
      heading = title[1] as string;
      continue;
    }
    const last = paragraphs.at(-1);
    if (last && last.heading === heading && /^(```|[-*]\s|\d+\.\s)/.test(block)) last.text += `\n\n${block}`;
    else paragraphs.push({ heading, text: block });
  }
  return paragraphs;
}

function blocks(body: string): string[] {
  const found: string[] = [];
  let current: string[] = [];
  let fenced = false;
  const close = () => {
    if (current.length > 0) found.push(current.join("\n"));
    current = [];
  };
  for (const line of body.split(/\r?\n/)) {
    if (line.startsWith("```")) {
      if (!fenced) close();
      fenced = !fenced;
      current.push(line);
      if (!fenced) close();
    } else if (!fenced && line.trim() === "") close();
    else if (!fenced && /^#{1,6}\s/.test(line)) {
      close();
      found.push(line);
    } else current.push(line);
  }
  close();
  return found;
}

function unique(articles: Article[], broken: BrokenArticle[]) {
  const byId = new Map<string, Article>();
  for (const article of articles) {
    const other = byId.get(article.id);
    if (other) broken.push({ file: article.file, problem: `its id "${article.id}" belongs to ${other.file} already; give it another` });
    else byId.set(article.id, article);
  }
  return { articles: [...byId.values()], broken };
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    const reason = { ENOENT: "which is not there", ENOTDIR: "which is a file, not a directory" }[cause.code ?? ""] ?? `which cannot be read (${cause.code})`;
    throw new KnowledgeUnreadable(
      `KNOWLEDGE_DIR is ${directory}, ${reason}. Put the pages that answers lean on there (Markdown; an empty directory will do), or point KNOWLEDGE_DIR to where they are.`,
      { cause },
    );
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((file) => file.endsWith(".md") || file === ROADMAP_FILE)
    .sort();
}
