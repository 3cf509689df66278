import type { Clock } from "../platform/clock.ts";
import { cancelTimer, schedule } from "../platform/timers.ts";
import type { Statement, Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { walled } from "../platform/wall.ts";

export type QuestionCause = "deferred" | "fallback" | "unknown" | "later";
export type AnsweredBy = "avatar" | "staff" | "plain_no";

/** A question whose answer is still owed. */
export type OpenQuestion = {
  id: string;
  conversation: string;
  customer: string;
  contact: string;
  contact_name: string | null;
  message: string | null;
  text: string;
  cause: QuestionCause;
  /** page versions that the first answer had seen: new work means others */
  known: string[];
  due_at: Date;
  state: "open" | "kept";
  answered_by: AnsweredBy | null;
  escalation: string | null;
  created_at: Date;
  closed_at: Date | null;
};

const question_: Statement = {
  name: "questions_add",
  columns:
    "id text, conversation text, customer text, contact text, message text, cause text, known jsonb, due_at timestamptz, escalation text, created_at timestamptz",
  sql: `insert into open_questions (id, conversation, customer, contact, message, cause, known, due_at, escalation, created_at)
    select r.id, r.conversation, r.customer, r.contact, r.message, r.cause, r.known, r.due_at, r.escalation, r.created_at from {rows}`,
};
const close_: Statement = {
  name: "questions_close",
  columns: "id text, answered_by text, at timestamptz",
  sql: "update open_questions q set state = 'kept', answered_by = r.answered_by, closed_at = r.at from {rows} where q.id = r.id and q.state = 'open'",
};

const saw_: Statement = {
  name: "questions_saw",
  columns: "id text, known jsonb",
  sql: "update open_questions q set known = q.known || r.known from {rows} where q.id = r.id and q.state = 'open'",
};

const QUESTIONS = `select q.id, q.conversation, q.customer, q.contact, k.name as contact_name, q.message, coalesce(m.text, '') as text, q.cause, q.known, q.due_at, q.state,
  q.answered_by, q.escalation, q.created_at, q.closed_at
  from open_questions q join contacts k on k.id = q.contact left join messages m on m.id = q.message`;

/** Open questions, their dates and the timers that keep them: one before the date for staff, one at the date for the avatar. */
export function createQuestions(rooms: { db: Database; clock: Clock; ids: Ids }) {
  const { db, clock, ids } = rooms;

  /** The writes that keep a question until `dueAt`; staff are alerted at `alertAt` if it is still open then. */
  function keep(given: {
    conversation: string;
    customer: string;
    contact: string;
    message: string | null;
    cause: QuestionCause;
    known: string[];
    dueAt: Date;
    alertAt: Date;
    escalation?: string | null;
  }): { id: string; writes: Write[] } {
    const id = ids.next("q");
    const { dueAt, alertAt, escalation, ...rest } = given;
    return {
      id,
      writes: [
        { statement: question_, row: { ...rest, id, due_at: dueAt, escalation: escalation ?? null, created_at: clock.now() } },
        schedule("question.due", id, dueAt),
        schedule("question.alert", id, alertAt),
      ],
    };
  }

  /** The writes that close a question: its date is kept. */
  function close(id: string, answeredBy: AnsweredBy): Write[] {
    return [{ statement: close_, row: { id, answered_by: answeredBy, at: clock.now() } }, cancelTimer("question.due", id), cancelTimer("question.alert", id)];
  }

  /** The write that counts page versions as seen: they did not answer it. */
  function saw(id: string, versions: string[]): Write {
    return { statement: saw_, row: { id, known: versions } };
  }

  async function get(id: string): Promise<OpenQuestion | undefined> {
    const [row] = await db.query<OpenQuestion>(`${QUESTIONS} where q.id = $1`, [id], "questions_one");
    return row;
  }

  async function openIn(conversation: string): Promise<OpenQuestion[]> {
    return db.query<OpenQuestion>(`${QUESTIONS} where q.conversation = $1 and q.state = 'open' order by q.due_at, q.id`, [conversation], "questions_open_in");
  }

  /** What a contact of a customer still waits for, in all its conversations. */
  async function openOf(customer: string, contact: string): Promise<OpenQuestion[]> {
    return walled(db, customer, (own) =>
      own.query<OpenQuestion>(`${QUESTIONS} where q.customer = $1 and q.contact = $2 and q.state = 'open' order by q.due_at, q.id`, [customer, contact]),
    );
  }

  /** The soonest due first. `overdue`: open, and its date is past. */
  async function list(filter: { state?: "open" | "kept" | "overdue"; customer?: string; after?: string; limit: number }): Promise<OpenQuestion[]> {
    return db.query<OpenQuestion>(
      `${QUESTIONS} where ($1::text is null or q.state = case when $1 = 'overdue' then 'open' else $1 end)
       and ($1::text is distinct from 'overdue' or q.due_at < $2) and ($3::text is null or q.customer = $3)
       and ($4::text is null or (q.due_at, q.id) > (select due_at, id from open_questions where id = $4)) order by q.due_at, q.id limit $5`,
      [filter.state ?? null, clock.now(), filter.customer ?? null, filter.after ?? null, filter.limit],
    );
  }

  return { keep, close, saw, get, openIn, openOf, list };
}

export type Questions = ReturnType<typeof createQuestions>;
