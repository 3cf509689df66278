import { isOpen, nextOpening, workingDaysAfter, type WorkingTime } from "../policies/index.ts";
import type { Scenario } from "./files.ts";
import type { Chance } from "../platform/chance.ts";

/** One line of a conversation with its moment. */
export type Said = { from: "contact" | "avatar" | "human"; text: string; page: string | undefined; at: Date };
export type Story = {
  scenario: Scenario;
  said: Said[];
  /** the avatar's line with which a human was asked for, and the date that was promised there */
  asked: { index: number; dueAt: Date } | null;
  /** the colleague who came */
  human: string | null;
};

export type Telling = { chance: Chance; work: WorkingTime; promisedDate: (at: Date) => Date; team: readonly string[]; thanks: Record<string, string> };

const MINUTE = 60_000;
const DAY_END_SLACK = 5 * 60 * MINUTE;

/** Tells a scenario from `start` on: who says what when. `until` cuts off what has not been said yet. */
export function tell(scenario: Scenario, start: Date, telling: Telling, until?: Date): Story {
  const { chance, team, thanks } = telling;
  const lines = [...scenario.messages];
  const lastHuman = lines.findLastIndex((line) => line.from === "human");
  // Nobody's thanks stays without an answer: where the avatar speaks last again, it says so.
  if (lines.at(-1)?.from === "contact" && lastHuman < 0) lines.push({ from: "avatar", text: thanks[scenario.lang] ?? "" });
  const human = lastHuman < 0 ? null : chance.pick(team);
  const dueAt = telling.promisedDate(start);
  const said: Said[] = [];
  let at = start.getTime();
  for (const [i, line] of lines.entries()) {
    if (i > 0) at = momentOf(line, at, scenario, telling);
    if (until && (at > until.getTime() || line.from === "human")) break;
    const text = line.text.replaceAll("{human}", human ?? "").replaceAll("{date}", () => written(dueAt, scenario.lang, telling.work.timeZone));
    said.push({ from: line.from, text, page: line.page, at: new Date(at) });
  }
  return { scenario, said, asked: scenario.outcome === "answered" ? null : { index: askedAt(scenario), dueAt }, human: until ? null : human };
}

/** When it is over. */
export function endOf(story: Story): Date {
  return (story.said.at(-1) as Said).at;
}

// Where a human comes, the last word of the avatar before is the one that promised it.
function askedAt({ messages, outcome }: Scenario): number {
  const human = messages.findIndex((line) => line.from === "human");
  const before = messages.slice(0, human < 0 ? messages.length : human);
  return outcome === "granted" ? before.findLastIndex((line) => line.from === "avatar") : before.findIndex((line) => line.from === "avatar");
}

function momentOf(line: Scenario["messages"][number], before: number, scenario: Scenario, { chance, work }: Telling): number {
  if (line.afterWorkingDays) return workingDaysAfter(before, line.afterWorkingDays, work) - chance.between(MINUTE, DAY_END_SLACK);
  if (line.from === "avatar") return before + chance.between(1_400, 6_800);
  if (line.from === "contact") return before + chance.between(MINUTE, 14 * MINUTE);
  // A safety matter reaches people at any hour; anything else when they are at work.
  if (scenario.outcome === "overridden") return before + chance.between(4 * MINUTE, 22 * MINUTE);
  const soon = before + chance.between(12 * MINUTE, 95 * MINUTE);
  return isOpen(soon, work) ? soon : nextOpening(soon, work) + chance.between(5 * MINUTE, 70 * MINUTE);
}

/** "Thursday, 26 November", "Donnerstag, 26. November". */
function written(date: Date, lang: string, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang === "de" ? "de-DE" : "en-GB", { ...options, timeZone }).format(date);
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", timeZone }).format(date);
  return `${part({ weekday: "long" })}, ${day}${lang === "de" ? "." : ""} ${part({ month: "long" })}`;
}
