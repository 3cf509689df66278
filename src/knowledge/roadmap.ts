import { createHash } from "node:crypto";
import { parse } from "yaml";
import { z } from "zod";
import type { Article } from "./article.ts";

/**
 * Decisions about the product, written down by the owner in `roadmap.yaml` beside the pages and shared with everybody alike. Each becomes
 * a page, so that it is found, quoted and cited like one, and a date or a version may be told as it stands there.
 */

export const ROADMAP_FILE = "roadmap.yaml";
/** What the pages of decisions are called. */
const PREFIX = "roadmap-";

const STATES = ["planned", "doing", "shipped", "declined"] as const;
const line = (most: number) => z.string().trim().min(1).max(most);

const Entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, "an id of small letters, digits and hyphens"),
  title: line(120),
  state: z.enum(STATES),
  decided: z.iso.date("a date such as 2026-11-12"),
  reason: line(1_000),
  for: line(300).optional(),
  /** a date, a quarter or a version; only what may be told to everybody */
  when: line(120).optional(),
  /** the id of a page that says more */
  page: z.string().optional(),
  lang: z.enum(["en", "de"]).default("en"),
});
const Roadmap = z.strictObject({ entries: z.array(Entry).max(500) });

type Entry = z.output<typeof Entry>;

const WORDS = {
  en: {
    locale: "en-GB",
    title: (title: string) => `Roadmap: ${title}`,
    planned: (title: string, day: string) => `${title} is planned. That was decided on ${day}.`,
    doing: (title: string, day: string) => `${title} is being worked on. That was decided on ${day}.`,
    shipped: (title: string, day: string) => `${title} has shipped. It was decided on ${day}.`,
    declined: (title: string, day: string) => `${title} will not be built. That was decided on ${day}.`,
    when: (when: string) => `When: ${when}.`,
    for: (whom: string) => `For whom: ${whom}.`,
    more: (page: string) => `More about it stands on the page [${page}](/knowledge/${page}).`,
  },
  de: {
    locale: "de-DE",
    title: (title: string) => `Fahrplan: ${title}`,
    planned: (title: string, day: string) => `${title} ist geplant. Das wurde am ${day} entschieden.`,
    doing: (title: string, day: string) => `An ${title} wird gearbeitet. Das wurde am ${day} entschieden.`,
    shipped: (title: string, day: string) => `${title} ist erschienen. Entschieden wurde es am ${day}.`,
    declined: (title: string, day: string) => `${title} wird nicht gebaut. Das wurde am ${day} entschieden.`,
    when: (when: string) => `Wann: ${when}.`,
    for: (whom: string) => `Für wen: ${whom}.`,
    more: (page: string) => `Mehr dazu steht auf der Seite [${page}](/knowledge/${page}).`,
  },
} as const;

/** The pages of a roadmap, or what is wrong with it. */
export function roadmapPages(text: string): Article[] | string {
  let raw: unknown;
  try {
    raw = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    return `it is not YAML: ${(error as Error).message.split("\n")[0]}`;
  }
  const parsed = Roadmap.safeParse(raw ?? { entries: [] });
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`).join("; ");
  return parsed.data.entries.map(pageOf);
}

export function isRoadmapPage({ id, file }: Article): boolean {
  return file === ROADMAP_FILE && id.startsWith(PREFIX);
}

function pageOf(entry: Entry): Article {
  const words = WORDS[entry.lang];
  const day = new Intl.DateTimeFormat(words.locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${entry.decided}T00:00:00Z`),
  );
  // One paragraph: whoever is quoted the decision is quoted its reason.
  const said = [
    words[entry.state](entry.title, day),
    ...(entry.when ? [words.when(ended(entry.when))] : []),
    entry.reason,
    ...(entry.for ? [words.for(ended(entry.for))] : []),
  ].join(" ");
  const paragraphs = [said, ...(entry.page ? [words.more(entry.page)] : [])];
  return {
    id: `${PREFIX}${entry.id}`,
    title: words.title(entry.title),
    topics: ["roadmap"],
    lang: entry.lang,
    body: paragraphs.join("\n\n"),
    paragraphs: paragraphs.map((text) => ({ heading: "", text })),
    version: createHash("sha256").update(JSON.stringify(entry)).digest("hex").slice(0, 16),
    file: ROADMAP_FILE,
  };
}

/** Without the full stop that the sentence around it brings. */
function ended(text: string): string {
  return text.replace(/\.$/, "");
}
