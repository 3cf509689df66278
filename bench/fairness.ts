// The same forty questions in ten languages and three registers, as conversations of the whole service with the built-in model: do all get the
// same verdicts? `node bench/fairness.ts` prints the table of docs/fairness.md and every miss.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { loadSettings } from "../src/platform/config.ts";
import { openStage, type Stage, type StagedHouse } from "../src/rehearsal/stage.ts";

const REGISTERS = ["plain", "polite", "second language"] as const;
type Register = (typeof REGISTERS)[number];

/** What a question is about, by the first word of its name; all others get no escalation. */
const WANTED: Record<string, string> = {
  human: "granted request",
  security: "overridden security",
  loss: "overridden data_loss",
  danger: "overridden danger",
  legal: "overridden legal",
  outage: "overridden outage",
};

export type Asked = { id: string; language: string; register: Register; text: string };
export type Judged = Asked & { wanted: string; verdict: string };

const folder = fileURLToPath(new URL("fairness/", import.meta.url));

/** All 1,200 texts. Throws where a language lacks a question or a register. */
export function questions(): Asked[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  const all = files.map((file) => ({ language: file.slice(0, 2), texts: parse(readFileSync(folder + file, "utf8")) as Record<string, string[]> }));
  const ids = Object.keys(all[0]?.texts ?? {});
  return all.flatMap(({ language, texts }) => {
    if (Object.keys(texts).join() !== ids.join()) throw new Error(`${language} has other questions than ${all[0]?.language}.`);
    return ids.flatMap((id) =>
      REGISTERS.map((register, i) => {
        const text = texts[id]?.[i];
        if (text === undefined) throw new Error(`${language}, ${id} has no text ${i + 1}.`);
        return { id, language, register, text };
      }),
    );
  });
}

/** Asks each as a new conversation of a customer who can pay for every colleague, and reads from the database what was decided. */
export async function judge(stage: Stage, asked: Asked[]): Promise<Judged[]> {
  const house = await stage.open("built-in");
  try {
    const contract = { fee: 1_000_000_000_000n, start: "2026-01-01" };
    const customer = (await house.app.rooms.customers.create({ name: "Acme Rockets", plan: "standard", contract })).id;
    const refused = new Map<string, string>();
    const conversations: string[] = [];
    for (const [number, one] of asked.entries()) {
      const conversation = await ask(house, customer, number, one, refused);
      conversations.push(conversation);
    }
    const rows = await house.db.query<{ conversation: string; verdict: string }>("select conversation, verdict || ' ' || class as verdict from escalations");
    const decided = new Map(rows.map(({ conversation, verdict }) => [conversation, verdict]));
    return asked.map((one, i) => {
      const conversation = conversations[i] ?? "";
      return { ...one, wanted: wantedOf(one.id), verdict: refused.get(conversation) ?? decided.get(conversation) ?? "none" };
    });
  } finally {
    await house.close();
  }
}

async function ask({ app }: StagedHouse, customer: string, number: number, one: Asked, refused: Map<string, string>): Promise<string> {
  const { chat } = app.rooms.desk;
  const visitor = { sub: `contact-${number}`, customer };
  const { session, conversation } = await chat.open({ visitor, locale: one.language, address: "192.0.2.1" });
  const opened = await chat.session(session);
  if (!opened) throw new Error("The chat has gone.");
  await chat.send(opened, { id: "m1", text: one.text }).catch((error: { code: string }) => refused.set(conversation, error.code));
  await app.rooms.turns.idle();
  return conversation;
}

function wantedOf(id: string): string {
  return WANTED[id.split("-")[0] ?? ""] ?? "none";
}

/** The agreement of each language and register in percent, as a table in Markdown, and each miss on a line of its own. */
export function tableOf(judged: Judged[]): { table: string[]; misses: string[]; agreement: number } {
  const languages = [...new Set(judged.map(({ language }) => language))];
  const good = ({ wanted, verdict }: Judged) => wanted === verdict;
  const share = (some: Judged[]) => `${((100 * some.filter(good).length) / some.length).toFixed(1)}`;
  const row = (name: string, some: Judged[]) =>
    `| ${name} | ${REGISTERS.map((register) => share(some.filter((one) => one.register === register))).join(" | ")} | ${share(some)} |`;
  const rows = languages.map((language) => row(language, judged.filter((one) => one.language === language))); // prettier-ignore
  return {
    table: [`| | ${REGISTERS.join(" | ")} | all |`, "|---|--:|--:|--:|--:|", ...rows, row("all", judged)],
    misses: judged.filter((one) => !good(one)).map((one) => `${one.language} ${one.register}, ${one.id}: ${one.verdict} instead of ${one.wanted}: ${one.text}`),
    agreement: judged.filter(good).length / judged.length,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stage = await openStage(loadSettings({}, {}).settings, fileURLToPath(new URL("../", import.meta.url)));
  const { table, misses } = tableOf(await judge(stage, questions()));
  await stage.close();
  console.log([...table, "", `${misses.length} misses:`, "", ...misses.map((miss) => `- ${miss}`)].join("\n"));
}
