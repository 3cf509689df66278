import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Log } from "../platform/log.ts";
import type { Article, Paragraph } from "./article.ts";

/** Turns sentences into vectors of length 1: the nearer two meanings, the greater their product. Computed elsewhere, as it takes long. */
export type Embedder = {
  /** which model: vectors of two models cannot be compared */
  model: string;
  /** the codes of the languages that it reads, as "en" */
  languages: readonly string[] | "all";
  /** how many passages it takes in one go; left out: one after the other */
  atOnce?: number;
  /** undefined: it shows with the first one */
  dimensions: number | undefined;
  /** Of a question: soon, or undefined. Never rejects: a search goes on without it. */
  question(text: string): Promise<Float32Array | undefined>;
  /** Of a passage: in its own time. Rejects when it cannot be had now. */
  passage(text: string): Promise<Float32Array>;
};

/** A page whose passage is near in meaning. */
export type Near = { article: Article; passage: Paragraph; nearness: number };

/** Some 1,200 pages. More would hold up everybody for longer than 5 ms at each question. */
const MOST_PASSAGES = 10_000;
/** So many new vectors are stored for the first time, then twice as many, and so on: a start that is cut short is not lost. */
const FIRST_STORED = 64;
/** More of a passage says little about what it is about, and costs its length. */
const MOST_CHARACTERS = 1_000;

type Piece = { article: Article; passage: Paragraph; key: string; text: string };
type Known = Map<string, Float32Array>;

/**
 * The vectors of all passages, made in the background and kept in `file` by the hash of their text, so that a start makes only what is new.
 * As long as one is missing there are none: half of the pages would push the other half back.
 */
export function createVectors(rooms: { embedder: Embedder; file?: string | undefined; log: Pick<Log, "warn"> }) {
  const { embedder, file, log } = rooms;
  const atOnce = embedder.atOnce ?? 1;
  let wanted: readonly Article[] = [];
  let ready: { piece: Piece; vector: Float32Array }[] | undefined;
  let known: Known | undefined;
  let work: Promise<void> | undefined;
  let unsaid = true;

  /** These are the pages now. What is new to it is made when somebody says `keepUp`. */
  function want(articles: readonly Article[]): void {
    wanted = articles;
    ready = undefined;
  }

  /** Makes what is missing; one round at a time. Resolves when all are there, or when it has to be tried again later. */
  function keepUp(): Promise<void> {
    if (ready) return Promise.resolve();
    work ??= round()
      .then(() => void (unsaid = true))
      .catch((error: unknown) => {
        if (unsaid) log.warn({ err: error }, "vectors of the pages cannot be made now, words alone are searched");
        unsaid = false;
      })
      .finally(() => (work = undefined));
    return work;
  }

  async function round(): Promise<void> {
    known ??= await load(file, embedder);
    for (;;) {
      const asked = wanted;
      const pieces = asked.filter((article) => reads(article.lang)).flatMap((article) => piecesOf(article, embedder.model));
      if (pieces.length > MOST_PASSAGES) throw new Error(`there are ${pieces.length} passages; by meaning at most ${MOST_PASSAGES} are searched`);
      const all: { piece: Piece; vector: Float32Array }[] = [];
      let made = 0;
      let store = FIRST_STORED;
      const vectorOf = async (piece: Piece, have: Known): Promise<Float32Array> => {
        const kept = have.get(piece.key);
        if (kept) return kept;
        const vector = await embedder.passage(piece.text);
        have.set(piece.key, vector);
        made++;
        return vector;
      };
      for (let i = 0; i < pieces.length && wanted === asked; i += atOnce) {
        const before = made;
        all.push(...(await Promise.all(pieces.slice(i, i + atOnce).map(async (piece) => ({ piece, vector: await vectorOf(piece, known as Known) })))));
        if (made === before || made < store) continue;
        store *= 2;
        await keep(known);
      }
      if (wanted !== asked) continue;
      const gone = known.size > new Set(pieces.map((piece) => piece.key)).size;
      known = new Map(all.map(({ piece, vector }) => [piece.key, vector]));
      ready = all;
      if (made > 0 || gone) await keep(known);
      return;
    }
  }

  async function keep(all: Known): Promise<void> {
    await save(file, all).catch((error: unknown) => log.warn({ err: error, file }, "vectors of the pages cannot be stored"));
  }

  /** Whether it can tell what a text in this language means: those of other languages meet by their words alone. */
  function reads(language: string): boolean {
    return embedder.languages === "all" || embedder.languages.includes(language);
  }

  /**
   * The pages in a question's language, or all where there are none in it, the nearest in meaning first, each with its nearest passage; undefined while
   * that cannot be told, and in a language that the model does not read.
   */
  async function near(question: string, language: string): Promise<Near[] | undefined> {
    if (!reads(language) || !ready || ready.length === 0) return undefined;
    const vector = await embedder.question(spaced(question).slice(0, MOST_CHARACTERS));
    // While the question was looked at, a page may have changed.
    if (!vector || !ready) return undefined;
    const best = new Map<string, Near>();
    const own = ready.filter(({ piece }) => piece.article.lang === language);
    for (const { piece, vector: other } of own.length > 0 ? own : ready) {
      const nearness = product(vector, other);
      const before = best.get(piece.article.id);
      if (!before || nearness > before.nearness) best.set(piece.article.id, { article: piece.article, passage: piece.passage, nearness });
    }
    return [...best.values()].sort((a, b) => b.nearness - a.nearness || (a.article.id < b.article.id ? -1 : 1));
  }

  return { want, keepUp, near };
}

export type Vectors = ReturnType<typeof createVectors>;

function piecesOf(article: Article, model: string): Piece[] {
  return article.paragraphs.map((passage) => {
    const text = `${article.title}. ${passage.heading}. ${plainText(passage.text)}`.slice(0, MOST_CHARACTERS);
    return { article, passage, text, key: createHash("sha256").update(`${model}\n${text}`).digest("hex") };
  });
}

/** To the model a space more is another sentence. */
function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Commands are for the machine; the words around them say what they are for. */
function plainText(markdown: string): string {
  return markdown.replace(/```[^]*?(?:```|$)/g, " ").replaceAll("`", "");
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** A line for each vector: its key, a space, its numbers in base64. What does not read so is made anew. */
async function load(file: string | undefined, { dimensions }: Pick<Embedder, "dimensions">): Promise<Known> {
  const known: Known = new Map();
  const text = file === undefined ? "" : await readFile(file, "utf8").catch(() => "");
  for (const line of text.split("\n")) {
    const [key = "", numbers = ""] = line.split(" ");
    const bytes = Buffer.from(numbers, "base64");
    if (!/^[0-9a-f]{64}$/.test(key) || bytes.length !== (dimensions ?? bytes.length / Float32Array.BYTES_PER_ELEMENT) * Float32Array.BYTES_PER_ELEMENT)
      continue;
    const vector = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    if (Math.abs(product(vector, vector) - 1) < 0.01) known.set(key, vector);
  }
  return known;
}

async function save(file: string | undefined, known: Known): Promise<void> {
  if (file === undefined) return;
  const lines = [...known].map(([key, vector]) => `${key} ${Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64")}`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, lines.join("\n"));
  await rename(`${file}.new`, file);
}
