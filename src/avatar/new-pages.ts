import { createHash } from "node:crypto";
import type { Questions, Turns } from "../conversations/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Clock } from "../platform/clock.ts";
import { applyWrites } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import { readSetting, writeSetting } from "../platform/settings.ts";
import { schedule, type Timers } from "../platform/timers.ts";
import { PREFETCHED_PAGES } from "./context.ts";
import { builtIn } from "./models/built-in.ts";
import { versionOf } from "./reply.ts";

const TIMER = "questions.new-pages";
const QUIET_MS = 60_000; // after the last change of a page: an owner saves more than once
const MOST_AT_ONCE = 10; // questions that are tried in one run; the others a minute later
const LOOKED_THROUGH = 500; // open questions, the next date first
const TRIED = "pages-tried"; // the setting that says with which pages the open questions were tried last

const ALL = "all";

/** Where it stands in the order of the open questions. */
function placeOf({ due_at, id }: { due_at: Date; id: string }): string {
  return `${due_at.toISOString()} ${id}`;
}

/**
 * A page that is new or was changed is tried against the open questions by itself: where it would answer one that had not seen it, the
 * question has a turn before its date. What answers nothing is not heard of.
 */
export function createNewPages(rooms: {
  db: Database;
  clock: Clock;
  knowledge: Pick<Knowledge, "all" | "refresh" | "search">;
  questions: Pick<Questions, "list">;
  turns: Pick<Turns, "wake">;
  /** looks for pages of news; after the questions, whose answers they may be */
  spot: () => Promise<void>;
}) {
  const { db, clock, knowledge, questions, turns, spot } = rooms;
  let seen = "";

  function pages(): string {
    const versions = knowledge.all().map(({ id, version }) => `${id}@${version}`);
    return createHash("sha256").update(versions.toSorted().join("\n")).digest("hex");
  }

  /** Looks whether the pages are others than those that were tried last; also what was changed while nothing ran. */
  async function notice(): Promise<void> {
    const now = pages();
    if (now === seen) return;
    const tried = await readSetting(db, TRIED);
    // The first pages of a house are news to nobody.
    if (tried === undefined) {
      await spot();
      await writeSetting(db, TRIED, now);
    } else if (tried !== now) await applyWrites(db, [schedule(TIMER, ALL, new Date(clock.now().getTime() + QUIET_MS))]);
    seen = now;
  }

  function registerTimers(timers: Pick<Timers, "on">): void {
    // `ref` is "all", or behind which question a run goes on: those that wait for a person must not keep the others from their turn.
    timers.on(TIMER, async (ref, now) => {
      await knowledge.refresh();
      const with_ = pages();
      const open = await questions.list({ state: "open", limit: LOOKED_THROUGH });
      const worth = open.filter((question) => {
        const news = knowledge.search(question.text, PREFETCHED_PAGES).filter((hit) => !question.known.includes(versionOf(hit)));
        return question.due_at > now && (ref === ALL || placeOf(question) > ref) && builtIn(question.text, news).kind === "quote";
      });
      for (const { id, conversation } of worth.slice(0, MOST_AT_ONCE)) await turns.wake(conversation, { kind: "question", question: id, early: true });
      const last = worth[MOST_AT_ONCE - 1];
      if (last && worth.length > MOST_AT_ONCE) return [schedule(TIMER, placeOf(last), new Date(now.getTime() + QUIET_MS))];
      await spot();
      await writeSetting(db, TRIED, with_);
      return [];
    });
  }

  return { notice, registerTimers };
}
