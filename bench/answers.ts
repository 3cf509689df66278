// How often the built-in model's search puts the right page first, and among the first five: node bench/answers.ts [--json] [--misses]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { createKnowledge } from "../src/knowledge/index.ts";
import { createLog } from "../src/platform/log.ts";

type Question = { lang: string; page: string; q: string };

/** Where the right page stood among the first five, from 1; 0 where it was not among them. */
export type Found = Question & { rank: number; first: string | undefined };

export type Score = { questions: number; top1: number; top5: number };

/** Looks every question of bench/questions.yaml up in the shipped knowledge. Throws when one names a page that does not exist. */
export async function lookUp(root: string): Promise<Found[]> {
  const knowledge = await createKnowledge({ directory: join(root, "knowledge"), publicUrl: "http://localhost", log: createLog("silent") });
  const { questions } = parse(readFileSync(join(root, "bench", "questions.yaml"), "utf8")) as { questions: Question[] };
  return questions.map((question) => {
    if (!knowledge.get(question.page)) throw new Error(`bench/questions.yaml asks for the page ${question.page}, which does not exist.`);
    const ids = knowledge.search(question.q, 5).map((hit) => hit.article.id);
    return { ...question, rank: ids.indexOf(question.page) + 1, first: ids[0] };
  });
}

export function score(found: Found[]): Score {
  return { questions: found.length, top1: found.filter(({ rank }) => rank === 1).length, top5: found.filter(({ rank }) => rank > 0).length };
}

function line(name: string, { questions, top1, top5 }: Score): string {
  const share = (count: number) => `${count} (${Math.round((count / questions) * 100)} %)`;
  return `| ${name} | ${questions} | ${share(top1)} | ${share(top5)} |`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, misses: { type: "boolean" } } });
  const found = await lookUp(join(import.meta.dirname, ".."));
  const languages = [...new Set(found.map(({ lang }) => lang))];
  if (values.json)
    console.log(JSON.stringify({ all: score(found), ...Object.fromEntries(languages.map((lang) => [lang, score(found.filter((one) => one.lang === lang))])) }));
  else {
    console.log("| built-in model, right page | questions | first | among five |\n| --- | ---: | ---: | ---: |");
    for (const lang of languages) console.log(line(lang, score(found.filter((one) => one.lang === lang))));
    console.log(line("all", score(found)));
  }
  if (values.misses)
    for (const { rank, page, first, q } of found)
      if (rank !== 1) console.log(`${rank === 0 ? "not found" : `rank ${rank}`}: ${page}, first ${first ?? "nothing"}: ${q}`);
}
