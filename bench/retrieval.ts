// How well pages are found by words, by meaning and by both, and how honest the built-in model is: node bench/retrieval.ts [--misses] [--vectors FILE]
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { localEmbedder } from "../src/avatar/index.ts";
import { builtIn } from "../src/avatar/models/built-in.ts";
import { createKnowledge, type Hit, type Knowledge } from "../src/knowledge/index.ts";
import { createLog } from "../src/platform/log.ts";

type Put = string | { q: string; also: string[] };
type Written = {
  answered: Record<string, Record<string, Put>>;
  abroad: { lang: string; page: string; q: string }[];
  unanswered: Record<string, string[]>;
};
/** tuned: what rules and constants were made with. held: their totals were looked at on the way. untouched: asked when all stood. */
type Part = "tuned" | "held" | "untouched";
type Question = { q: string; /** empty where no page answers it */ pages: readonly string[]; group: "en" | "de" | "other"; part: Part };
type Way = "words" | "meaning" | "both";
type Found = Question & { by: Record<Way, Hit[]> };

const WAYS: readonly Way[] = ["words", "meaning", "both"];
const NAMES = { words: "full text alone", meaning: "embeddings alone", both: "hybrid" } as const;
const HELD_OUT = 3; // one in three
const PATIENT_MS = 300_000; // quality is measured here, not haste: nobody's vector may come late, nor is a slow machine a lost model

/** Whether a question takes no part in tuning; its words decide, so that nobody has chosen it. */
function partOf(q: string): Part {
  return Number.parseInt(createHash("sha256").update(q).digest("hex").slice(0, 8), 16) % HELD_OUT === 0 ? "held" : "tuned";
}

/** The 60 of bench/retrieval-untouched.yaml. */
function untouched(root: string, knowledge: Knowledge): Question[] {
  const { answered, unanswered } = parse(readFileSync(join(root, "bench", "retrieval-untouched.yaml"), "utf8")) as {
    answered: Record<string, Put>;
    unanswered: string[];
  };
  const asked = Object.entries(answered).map(([page, put]): Question => {
    const { q, also } = typeof put === "string" ? { q: put, also: [] } : put;
    for (const one of [page, ...also])
      if (!knowledge.get(one)) throw new Error(`bench/retrieval-untouched.yaml asks for the page ${one}, which does not exist.`);
    return { q, pages: [page, ...also], group: "en", part: "untouched" };
  });
  return [...asked, ...unanswered.map((q): Question => ({ q, pages: [], group: "en", part: "untouched" }))];
}

function questions(root: string, knowledge: Knowledge): Question[] {
  const written = parse(readFileSync(join(root, "bench", "retrieval.yaml"), "utf8")) as Written;
  const groupOf = (page: string) => {
    const article = knowledge.get(page);
    if (!article) throw new Error(`bench/retrieval.yaml asks for the page ${page}, which does not exist.`);
    return article.lang === "de" ? "de" : "en";
  };
  const answered = Object.entries(written.answered).flatMap(([page, put]) =>
    Object.values(put).map((one) => {
      const { q, also } = typeof one === "string" ? { q: one, also: [] } : one;
      return { q, pages: [page, ...also], group: groupOf(page), part: partOf(q) } as const;
    }),
  );
  const abroad = written.abroad.map(({ q, page }) => ({ q, pages: [page], group: "other", part: partOf(q) }) as const);
  const unanswered = Object.entries(written.unanswered).flatMap(([register, list]) =>
    list.map((q) => ({ q, pages: [], group: register === "german" ? "de" : "en", part: partOf(q) }) as const),
  );
  return [...answered, ...abroad, ...unanswered, ...untouched(root, knowledge)];
}

/** Asks every question in all three ways, and takes the time of two of them. */
async function askAll(all: Question[], knowledge: Knowledge, pages: number): Promise<{ found: Found[]; cost: string[] }> {
  const found: Found[] = [];
  const cost = { words: [] as number[], both: [] as number[], cpu: 0 };
  for (const question of all) {
    const started = performance.now();
    const words = knowledge.search(`${question.q} `, 5); // the space: nothing of it is remembered from elsewhere
    cost.words.push(performance.now() - started);
    const before = process.cpuUsage();
    const again = performance.now();
    const both = await knowledge.find(question.q, pages);
    cost.both.push(performance.now() - again);
    const { user, system } = process.cpuUsage(before);
    cost.cpu += (user + system) / 1000;
    // By meaning alone: only what has been looked at so, the nearest first.
    const meaning = both.filter((hit) => (hit.nearness ?? 0) > 0).toSorted((a, b) => (b.nearness ?? 0) - (a.nearness ?? 0));
    found.push({ ...question, by: { words, meaning: meaning.slice(0, 5), both: both.slice(0, 5) } });
  }
  const line = (name: string, times: number[]) => `${name}: median ${at(times, 0.5)} ms, 95th of a hundred ${at(times, 0.95)} ms`;
  return {
    found,
    cost: [line("by words", cost.words), `${line("by words and meaning", cost.both)}, ${(cost.cpu / all.length).toFixed(1)} ms of processor, worker included`],
  };
}

function at(times: number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] as number).toFixed(1);
}

function recall(found: Found[], way: Way, among: number): string {
  const right = found.filter(({ by, pages }) => by[way].slice(0, among).some((hit) => pages.includes(hit.article.id))).length;
  return share(right, found.length);
}

function share(count: number, of: number): string {
  return of === 0 ? "–" : `${((100 * count) / of).toFixed(1)} %`;
}

/** What the built-in model makes of each, where it is given what was found in that way. */
function behaviour(found: Found[], way: Way): string {
  const answers = found.map((one) => ({ one, answer: builtIn(one.q, one.by[way].slice(0, 4)) }));
  const kinds = (kind: string, fits: (page: string, pages: readonly string[]) => boolean) =>
    answers.filter(({ one, answer }) => answer.kind === kind && fits("hit" in answer ? answer.hit.article.id : "", one.pages)).length;
  const right = (page: string, pages: readonly string[]) => pages.includes(page);
  const wrong = (page: string, pages: readonly string[]) => !pages.includes(page);
  const cells = [kinds("quote", right), kinds("guess", right), kinds("quote", wrong), kinds("guess", wrong), answers.length];
  const rest = answers.length - cells.slice(0, 4).reduce((sum, count) => sum + count, 0);
  return [...cells.slice(0, 4), rest].map((count) => share(count, answers.length)).join(" | ");
}

function print(found: Found[]): void {
  console.log(
    "| questions that a page answers | | tuned: n | recall@1 | recall@5 | held out: n | recall@1 | recall@5 |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const [group, name] of [
    ["en", "English"],
    ["de", "German"],
    ["other", "seven others"],
  ] as const) {
    const asked = found.filter((one) => one.group === group && one.pages.length > 0);
    const [tuned, held] = (["tuned", "held"] as const).map((part) => asked.filter((one) => one.part === part)) as [Found[], Found[]];
    for (const way of group === "en" ? WAYS : (["words", "both"] as const)) {
      const cells = [tuned, held].map((some) => `${some.length} | ${recall(some, way, 1)} | ${recall(some, way, 5)}`);
      console.log(`| ${name} | ${NAMES[way]} | ${cells.join(" | ")} |`);
    }
  }
  console.log(
    "\n| built-in model, English | | quotes the right page | asks whether it is the right one | quotes another | asks for another | asks back or does not know |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const answerable of [true, false])
    for (const part of ["tuned", "held", "untouched"] as const)
      for (const way of ["words", "both"] as const) {
        const some = found.filter((one) => one.group === "en" && one.pages.length > 0 === answerable && one.part === part);
        const named = { tuned: "tuned", held: "held out", untouched: "**untouched**" }[part];
        console.log(`| ${named}: ${some.length} ${answerable ? "answerable" : "that no page answers"} | ${NAMES[way]} | ${behaviour(some, way)} |`);
      }
}

/** The figures that nobody has tuned on, apart from the others. */
function printUntouched(found: Found[]): void {
  const asked = found.filter((one) => one.part === "untouched" && one.pages.length > 0);
  console.log(`| untouched: ${asked.length} questions, English | recall@1 | recall@5 |\n| --- | ---: | ---: |`);
  for (const way of WAYS) console.log(`| ${NAMES[way]} | ${recall(asked, way, 1)} | ${recall(asked, way, 5)} |`);
  console.log("");
}

function printMisses(found: Found[]): void {
  for (const { q, pages, by, part } of found) {
    const first = by.both[0]?.article.id ?? "nothing";
    // What is not for tuning stays unread.
    if (part === "tuned" && pages.length > 0 && !pages.includes(first)) console.log(`${pages[0]}, not ${first}: ${q}`);
  }
}

async function measure(root: string, file: string, misses: boolean): Promise<void> {
  const log = createLog("warn");
  const embedder = localEmbedder({ log, questionMs: PATIENT_MS, stalledMs: PATIENT_MS });
  try {
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const knowledge = await createKnowledge({ directory: join(root, "knowledge"), publicUrl: "http://localhost", log, meaning: { embedder, file } });
    const read = performance.now();
    await knowledge.learn();
    await embedder.question("Is anybody there?");
    const learned = performance.now();
    const { found, cost } = await askAll(questions(root, knowledge), knowledge, knowledge.all().length);
    if (!(await embedder.question("Is anybody still there?")) || found.every(({ by }) => by.meaning.length === 0))
      throw new Error("The sentence model was lost on the way: what was found by meaning would say nothing.");
    print(found);
    console.log("");
    printUntouched(found);
    const passages = knowledge.all().reduce((sum, page) => sum + (page.lang === "en" ? page.paragraphs.length : 0), 0);
    const [words, meaning] = [read - started, learned - read].map((ms) => (ms / 1000).toFixed(1));
    console.log(`\nPages read after ${words} s; model loaded and ${passages} passages ready ${meaning} s later, in a thread of its own.`);
    console.log(`Memory for both: ${Math.round((process.memoryUsage.rss() - before) / 1e6)} MB.\n${cost.join("\n")}`);
    if (misses) printMisses(found);
  } finally {
    await embedder.close();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { misses: { type: "boolean", default: false }, vectors: { type: "string" } } });
  const folder = mkdtempSync(join(tmpdir(), "standin-retrieval-"));
  try {
    await measure(join(import.meta.dirname, ".."), values.vectors ?? join(folder, "vectors.txt"), values.misses);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
