import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { walled } from "../platform/wall.ts";

/** A note that staff wrote beside a conversation; it never leaves the house. */
export type StaffNote = { id: string; escalation: string | null; staff: string; name: string; text: string; at: Date };

const PREVIEW = 200; // characters of a message in a list

/** Reads across conversations, for lists and badges. */
export function createOverview({ db, clock }: { db: Database; clock: Clock }) {
  /** The last thing said in each of these conversations, cut short; who has none is missing. */
  async function lastWords(conversations: string[]): Promise<Map<string, string>> {
    const rows = await db.query<{ conversation: string; text: string }>(
      `select c.id as conversation, left(m.text, ${PREVIEW}) as text from unnest($1::text[]) c(id)
       join lateral (select text from messages where conversation = c.id and author <> 'mode' order by seq desc limit 1) m on true`,
      [conversations],
      "overview_last_words",
    );
    return new Map(rows.map(({ conversation, text }) => [conversation, text]));
  }

  /** What waits for people, as counts. */
  async function waiting(): Promise<{ questions: number; overdue: number; unknownDeliveries: number }> {
    const [row] = await db.query<{ questions: number; overdue: number; unknown: number }>(
      `select (select count(*)::int from open_questions where state = 'open') as questions,
         (select count(*)::int from open_questions where state = 'open' and due_at < $1) as overdue,
         (select count(*)::int from outbox where state = 'unknown') as unknown`,
      [clock.now()],
      "overview_waiting",
    );
    return { questions: row?.questions ?? 0, overdue: row?.overdue ?? 0, unknownDeliveries: row?.unknown ?? 0 };
  }

  /** What staff noted beside a conversation, the oldest first. */
  async function notes(customer: string, conversation: string): Promise<StaffNote[]> {
    return walled(db, customer, (own) =>
      own.query<StaffNote>("select id, escalation, staff, name, text, at from notes where conversation = $1 order by at, id", [conversation]),
    );
  }

  return { lastWords, waiting, notes };
}

export type Overview = ReturnType<typeof createOverview>;
