import type { Write } from "../platform/commit.ts";
import { schedule, type Timers } from "../platform/timers.ts";
import type { Questions } from "./open-questions.ts";
import { REMINDER_DUE, type Reminders } from "./reminders.ts";
import type { Threads } from "./threads.ts";
import type { TurnCause } from "./turn.ts";
import type { Turns } from "./turns.ts";

const RETRY_MS = 60_000; // the conversation was busy at its date: again after this
const HELD_MS = 10 * 60_000; // the same while a person holds it, which takes hours: the longer it has, the later again,
const HELD_MOST_MS = 60 * 60_000; // up to this

type Dated = { conversation: string; due_at: Date; state: string };

/** The dates of open questions and reminders: a turn of their own, begun again until it has ended them. */
export function registerDates(rooms: {
  timers: Pick<Timers, "on">;
  questions: Pick<Questions, "get">;
  reminders: Pick<Reminders, "get">;
  threads: Pick<Threads, "get">;
  turns: Pick<Turns, "wake">;
}): void {
  const { timers, questions, reminders, threads, turns } = rooms;
  timers.on("question.due", (id, now) => keep("question.due", id, now, questions.get, { kind: "question", question: id }));
  timers.on(REMINDER_DUE, (id, now) => keep(REMINDER_DUE, id, now, reminders.get, { kind: "reminder", reminder: id }));

  async function keep(timer: string, id: string, now: Date, get: (id: string) => Promise<Dated | undefined>, cause: TurnCause): Promise<Write[]> {
    const open = await get(id);
    if (open?.state !== "open") return [];
    await turns.wake(open.conversation, cause);
    const after = await get(id);
    if (after?.state !== "open") return [];
    const late = now.getTime() - open.due_at.getTime();
    const held = Math.min(Math.max(late, HELD_MS), HELD_MOST_MS);
    const pause = (await threads.get(open.conversation))?.mode === "human" ? held : RETRY_MS;
    return [schedule(timer, id, new Date(now.getTime() + pause))];
  }
}
