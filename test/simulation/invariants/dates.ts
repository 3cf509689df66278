import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Invariant } from "../promises.ts";
import { report, type MessageRow, type Told } from "./told.ts";

const MINUTE = 60_000;
const CLOCKS_MS = MINUTE; // the clocks of two processes differ by less
const SLOW_MS = 15 * MINUTE; // a date is kept by a turn, with a model that may be slow
const OUTAGE_MS = 30 * MINUTE; // and while everything goes wrong, it may take more than one
const HELD_MS = 60 * MINUTE; // after a person has left, it is tried again so soon
const texts = fileURLToPath(new URL("../../../prompts/texts/", import.meta.url));
const words = readdirSync(texts).map((name) => parse(readFileSync(texts + name, "utf8")) as Record<string, { text: string }>);

/** Recognises what the service says under these keys, in any language. */
function saying(...keys: string[]): RegExp {
  const quoted = words
    .flatMap((language) => keys.map((key) => language[key]?.text ?? key))
    .map((text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll(/\{[^}]+\}/g, ".+"));
  return new RegExp(quoted.join("|"));
}

const REASON = saying("reason_no_page", "reason_no_colleague");
const WAITING = saying("fallback", "unknown", "later");
const HOLDING = saying("overdue", "overdue_held", "back");

type QuestionRow = { id: string; conversation: string; answered_by: string; created_at: Date; due_at: Date; closed_at: Date };

/** Behind each date that was kept stands work, and it was kept in time. */
export async function checkDates(told: Told, rows: MessageRow[]): Promise<void> {
  const kept = await told.raw.query<QuestionRow>(
    "select id, conversation, answered_by, created_at, due_at, closed_at from open_questions where state = 'kept' and conversation not in (select id from conversations where erased_at is not null) order by id",
  );
  for (const [conversation, questions] of Map.groupBy(kept, (one) => one.conversation)) {
    const own = rows.filter((row) => row.conversation === conversation);
    const answers = own.filter((row) => row.cause === "question");
    const noes = answers.filter((row) => REASON.test(row.text));
    for (const row of answers) if (WAITING.test(row.text)) report(told, "1 a date is kept with work", `still waiting: ${row.text}`);
    const by = (who: string) => questions.filter((one) => one.answered_by === who).length;
    // A person may have been quicker than a turn that was under way: then more is said than was owed.
    if (noes.length < by("plain_no") || answers.length - noes.length < by("avatar"))
      report(told, "1 a date is kept with work", { conversation, plainNo: by("plain_no"), avatar: by("avatar"), said: answers.map((row) => row.text) });
    for (const question of questions) {
      if (!own.some((row) => isWork(row, question, CLOCKS_MS + told.late)))
        report(told, "1 a date is kept with work", { ...question, why: "nobody said anything" });
      checkTime(told, own, question, "1 a date is kept on time");
    }
  }
}

function isWork(row: MessageRow, { created_at, closed_at }: QuestionRow, clocks: number): boolean {
  const at = row.at.getTime();
  return (row.author === "human" || row.cause === "question") && at >= created_at.getTime() - clocks && at <= closed_at.getTime() + clocks;
}

/** What a person holds waits until they have left it. */
export function checkTime(
  told: Told,
  own: MessageRow[],
  { id, due_at, closed_at }: Pick<QuestionRow, "id" | "due_at" | "closed_at">,
  invariant: Invariant,
): void {
  const modes = own.filter((row) => row.author === "mode");
  const due = due_at.getTime();
  const before = modes.findLast((row) => row.at.getTime() <= due);
  const later = modes.filter((row) => row.at.getTime() > due && row.at <= closed_at);
  const left = before?.text === "human" ? later[0] : undefined;
  // Whoever holds it meanwhile, or held it again, has the word.
  if (later.length > (left ? 1 : 0) || (before?.text === "human" && !left)) return;
  const from = left ? left.at.getTime() + HELD_MS : due;
  // While nobody is up, or can write, nobody can keep it.
  const late = told.duty.between(from, closed_at.getTime());
  if (late > (due > told.cleared ? SLOW_MS : OUTAGE_MS + told.late))
    report(told, invariant, `${id}, due ${due_at.toISOString()}, is ${Math.round(late / MINUTE)} minutes late`);
}

/** Between two things that are news to whoever waits, they hear at most once that they have to wait. */
export function checkHolding(told: Told, rows: MessageRow[]): void {
  const waits = new Map<string, MessageRow>();
  for (const row of rows) {
    if (row.author === "contact") continue;
    const isHolding = row.author === "notice" && HOLDING.test(row.text);
    const before = waits.get(row.conversation);
    if (isHolding && before) report(told, "1 at most one holding notice", `${row.conversation}: ${before.text} And then: ${row.text}`);
    if (isHolding) waits.set(row.conversation, row);
    else waits.delete(row.conversation);
  }
}
