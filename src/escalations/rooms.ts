import type { Clock } from "../platform/clock.ts";
import type { Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Live } from "../platform/live.ts";
import type { Log } from "../platform/log.ts";
import type { Outbox, Questions, Threads } from "../conversations/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Rulebook } from "../rulebook/index.ts";
import type { SlotKey } from "./types.ts";

/** What escalations need of the house. */
export type EscalationRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  log: Log;
  live: Live;
  ledger: Pick<Ledger, "takeHold" | "budgetOf" | "earnedLeft">;
  rulebook: Pick<Rulebook, "current" | "decide" | "decisionWrite">;
  threads: Pick<Threads, "say" | "setMode">;
  outbox: Pick<Outbox, "notice" | "send">;
  questions: Pick<Questions, "keep" | "close" | "get" | "openIn">;
  alerts: Alarms;
  /** the reviewed texts */
  say: (
    key: SlotKey | "overdue" | "overdue_held" | "back" | "seen" | "refused_text_note",
    locale: string | null,
    vars: Record<string, string | number | Date>,
  ) => string;
  /** the page versions that are found about a text now */
  known: (text: string) => Promise<string[]>;
  /** channels that reach staff, e.g. webhook, mail, slack */
  ways: () => string[];
  /** without a slash at the end */
  publicUrl: string;
};

/** Alerts for people; `care` fulfils it. */
export interface Alarms {
  raise(alert: Alarm): { writes: Write[]; sent(): void };
  raiseOnce(alert: Alarm): Promise<void>;
  settled(ref: string): Write;
}
export type Alarm = {
  rule: "question.due" | "escalation.overdue";
  ref: string;
  customer: { id: string; name: string } | null;
  value?: number;
  limit?: number;
  page: string;
  detail: Record<string, string | number>;
};
