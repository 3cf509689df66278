import type { Write } from "../platform/commit.ts";
import { promisedDate, warningDate, workingTime } from "../rulebook/index.ts";
import { nextWorkingDay } from "./due.ts";
import { nextMorning } from "./looks.ts";
import type { EscalationRooms } from "./rooms.ts";
import type { EscalationRow } from "./rows.ts";

type Owed = { dueAt: Date; writes: Write[] };

/** What a customer is still owed when people have not answered: a question, with a date that the avatar keeps by itself. */
export function createOwed(rooms: Pick<EscalationRooms, "db" | "clock" | "rulebook" | "questions" | "known">) {
  const { db, clock, rulebook, questions } = rooms;

  /** Whether a person has said anything to the customer since somebody claimed it, and since the words that it is about: a graver matter may have come later. */
  async function personAnswered(row: EscalationRow): Promise<boolean> {
    if (!row.claimed_at) return false;
    const [said] = await db.query(
      `select 1 from messages m where m.conversation = $1 and m.author = 'human' and m.at >= $2
         and m.seq > coalesce((select x.seq from escalations e join messages x on x.id = e.message where e.id = $3), 0) limit 1`,
      [row.conversation, row.claimed_at, row.id],
    );
    return said !== undefined;
  }

  /** The date by which the person hears from us after all; `writes` are empty when a question is kept for it already. */
  async function answerOwed(row: EscalationRow): Promise<Owed> {
    const { book } = rulebook.current();
    const now = clock.now();
    const open = (await questions.openIn(row.conversation)).find((question) => question.escalation === row.id && question.due_at > now);
    if (open) return { dueAt: open.due_at, writes: [] };
    const dueAt = promisedDate(book, now);
    return keep(row, dueAt, warningDate(book, dueAt));
  }

  /** The day by which the avatar comes back itself: the question that is kept in this conversation already, or a new one for the next working day. */
  async function backNextDay(row: EscalationRow, now: Date): Promise<Owed> {
    const kept = (await questions.openIn(row.conversation)).find((question) => question.due_at > now);
    if (kept) return { dueAt: kept.due_at, writes: [] };
    const { opens, ends } = nextWorkingDay(now, workingTime(rulebook.current().book));
    return keep(row, ends, opens);
  }

  async function keep({ conversation, customer, contact, id }: EscalationRow, dueAt: Date, alertAt: Date): Promise<Owed> {
    const [asked] = await db.query<{ id: string; text: string }>(
      "select id, text from messages where conversation = $1 and author = 'contact' order by seq desc limit 1",
      [conversation],
    );
    // What the pages say today, the person has read, or may read at any time: new work is something else.
    const known = asked ? await rooms.known(asked.text) : [];
    const about = { conversation, customer, contact, message: asked?.id ?? null, cause: "deferred" as const, known };
    const { writes } = questions.keep({ ...about, dueAt, alertAt, escalation: id });
    return { dueAt, writes: [...writes, nextMorning(rulebook.current().book, clock.now())] };
  }

  return { personAnswered, answerOwed, backNextDay };
}
