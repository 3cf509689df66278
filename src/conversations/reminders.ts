import type { Clock } from "../platform/clock.ts";
import type { Statement, Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { cancelTimer, schedule } from "../platform/timers.ts";
import { walled } from "../platform/wall.ts";

/** The timer at whose moment the avatar writes first. */
export const REMINDER_DUE = "reminder.due";

/** Something that a contact asked to be reminded of, in their own words. */
export type Reminder = { id: string; conversation: string; contact: string; what: string; due_at: Date; state: "open" | "kept"; created_at: Date };

const reminder_: Statement = {
  name: "reminders_add",
  columns: "id text, conversation text, customer text, contact text, message text, what text, due_at timestamptz, created_at timestamptz",
  sql: `insert into reminders (id, conversation, customer, contact, message, what, due_at, created_at)
    select r.id, r.conversation, r.customer, r.contact, r.message, r.what, r.due_at, r.created_at from {rows}`,
};
const close_: Statement = {
  name: "reminders_close",
  columns: "id text, at timestamptz",
  sql: "update reminders m set state = 'kept', closed_at = r.at from {rows} where m.id = r.id and m.state = 'open'",
};
const cancel_: Statement = {
  name: "reminders_cancel",
  columns: "id text, contact text",
  sql: "delete from reminders m using {rows} where m.id = r.id and m.contact = r.contact and m.state = 'open'",
};

const REMINDERS = "select id, conversation, contact, what, due_at, state, created_at from reminders";

/** Reminders and the timers that keep them. What is cancelled leaves no row. */
export function createReminders({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  /** The writes that keep it until `dueAt`. */
  function keep(given: { conversation: string; customer: string; contact: string; message: string | null; what: string; dueAt: Date }): Write[] {
    const id = ids.next("rem");
    const { dueAt, ...rest } = given;
    return [{ statement: reminder_, row: { ...rest, id, due_at: dueAt, created_at: clock.now() } }, schedule(REMINDER_DUE, id, dueAt)];
  }

  /** The writes that end it: it was told. */
  function close(id: string): Write[] {
    return [{ statement: close_, row: { id, at: clock.now() } }, cancelTimer(REMINDER_DUE, id)];
  }

  /** The writes that forget it. */
  function cancel({ id, contact }: Reminder): Write[] {
    return [{ statement: cancel_, row: { id, contact } }, cancelTimer(REMINDER_DUE, id)];
  }

  async function get(id: string): Promise<Reminder | undefined> {
    const [row] = await db.query<Reminder>(`${REMINDERS} where id = $1`, [id], "reminders_one");
    return row;
  }

  /** What is still to come for a contact of that customer, in all conversations; what was asked for last stands last. */
  async function waitingFor(customer: string, contact: string): Promise<Reminder[]> {
    return walled(db, customer, (own) => own.query<Reminder>(`${REMINDERS} where contact = $1 and state = 'open' order by created_at, id`, [contact]));
  }

  /** Those of a conversation, the soonest first. */
  async function of(customer: string, conversation: string): Promise<Reminder[]> {
    return walled(db, customer, (own) => own.query<Reminder>(`${REMINDERS} where conversation = $1 order by due_at, id`, [conversation]));
  }

  return { keep, close, cancel, get, waitingFor, of };
}

export type Reminders = ReturnType<typeof createReminders>;
