import type { Statement, Write } from "../platform/commit.ts";
import { endHold } from "../ledger/index.ts";
import type { Reason } from "../policies/index.ts";
import type { EscalationClass } from "./types.ts";

/** What human looks cost, beside what people give of themselves. */
export const LOOKS = "company/human-looks";

/**
 * What escalations write. Some are written together with what somebody else commits (a reply, a change of mode) and must not
 * happen when the world has moved on; those that refuse do so by breaking a NOT NULL, which takes the whole commit back.
 */

export type NewEscalation = {
  id: string;
  conversation: string;
  customer: string;
  contact: string;
  turn: string | null;
  verdict: string;
  class: EscalationClass;
  reasons: Reason[];
  decision: string | null;
  /** the message that led here */
  message: string | null;
  /** micro-units */
  estimate: bigint;
  hold: string | null;
  payer: string;
  currency: string;
  due_at: Date | null;
  created_at: Date;
};

const open_: Statement = {
  name: "escalations_open",
  columns:
    "id text, conversation text, customer text, contact text, turn text, verdict text, class text, reasons jsonb, decision text, message text, estimate bigint, hold text, payer text, currency text, due_at timestamptz, created_at timestamptz",
  sql: `insert into escalations (id, conversation, customer, contact, turn, verdict, class, reasons, decision, message, estimate, hold, payer, currency, due_at, created_at)
    select r.id, r.conversation, r.customer, r.contact, r.turn, r.verdict, r.class, r.reasons, r.decision, r.message, r.estimate, r.hold, r.payer, r.currency, r.due_at, r.created_at from {rows}`,
};
const upgrade_: Statement = {
  name: "escalations_upgrade",
  columns: "id text, class text, reasons jsonb, decision text, message text, due_at timestamptz",
  // Acknowledged anew, also by whoever holds it: they may have looked away.
  sql: `update escalations e set verdict = 'overridden', class = r.class, reasons = r.reasons, decision = r.decision, payer = 'company/safety', due_at = r.due_at,
      message = coalesce(r.message, e.message), acknowledged_by = null, acknowledged_at = null
    from {rows} where e.id = r.id and e.state in ('open', 'claimed')`,
};
const downgrade_: Statement = {
  name: "escalations_downgrade",
  columns: "id text, state text, downgraded jsonb, due_at timestamptz, acknowledged_by text, at timestamptz",
  sql: `update escalations e set verdict = case when e.verdict = 'overridden' and e.state = r.state then 'deferred' end, payer = 'company/goodwill', due_at = r.due_at,
      downgraded = r.downgraded, acknowledged_by = coalesce(e.acknowledged_by, r.acknowledged_by), acknowledged_at = coalesce(e.acknowledged_at, r.at)
    from {rows} where e.id = r.id`,
};
const heldBy_: Statement = {
  name: "escalations_held_by",
  columns: "id text, staff text, acknowledged_by text, at timestamptz",
  sql: `update escalations e set state = case when e.state = 'claimed' and e.claimed_by = r.staff then e.state end,
      acknowledged_by = coalesce(e.acknowledged_by, r.acknowledged_by), acknowledged_at = coalesce(e.acknowledged_at, r.at)
    from {rows} where e.id = r.id`,
};
const stillSo_: Statement = {
  name: "escalations_still_so",
  columns: "id text, state text, due_at timestamptz",
  sql: "update escalations e set state = case when e.state = r.state and e.due_at = r.due_at then e.state end from {rows} where e.id = r.id",
};
const end_: Statement = {
  name: "escalations_end",
  columns: "id text, state text, minutes integer, outcome text, at timestamptz",
  sql: "update escalations e set state = r.state, minutes = r.minutes, outcome = r.outcome, ended_at = r.at from {rows} where e.id = r.id",
};
const answered_: Statement = {
  name: "escalations_answered",
  columns: "id text, outcome text, at timestamptz",
  sql: `update escalations e set state = 'resolved', outcome = r.outcome, ended_at = r.at
    from {rows} where e.id = r.id and e.state = 'open' and e.verdict = 'deferred'`,
};
const look_: Statement = {
  name: "looks_take",
  columns: "plan text, period text, place integer, escalation text, decision text, at timestamptz",
  sql: "insert into human_looks (plan, period, place, escalation, decision, at) select r.plan, r.period, r.place, r.escalation, r.decision, r.at from {rows}",
};
const looked_: Statement = {
  name: "looks_escalation",
  columns: "id text, payer text, reasons jsonb",
  sql: `update escalations e set state = case when e.state = 'open' and e.verdict = 'deferred' then e.state end, payer = r.payer, reasons = e.reasons || r.reasons
    from {rows} where e.id = r.id`,
};
const unused_: Statement = {
  name: "looks_give_back",
  columns: "escalation text",
  sql: "delete from human_looks l using {rows}, escalations e where l.escalation = r.escalation and e.id = l.escalation and e.state = 'open'",
};
const quiet_: Statement = {
  name: "escalations_quiet",
  columns: "id text",
  sql: "delete from timers t using {rows} where t.kind = 'escalation.remind' and starts_with(t.ref, r.id || '/') and t.done_at is null",
};
const keptByStaff_: Statement = {
  name: "escalations_kept_by_staff",
  columns: "question text, at timestamptz",
  sql: `update open_questions q set state = case when q.state = 'open' then 'kept' end, answered_by = 'staff', closed_at = r.at from {rows} where q.id = r.question`,
};
const note_: Statement = {
  name: "notes_add",
  columns: "id text, conversation text, escalation text, staff text, name text, text text, at timestamptz",
  sql: `insert into notes (id, conversation, escalation, staff, name, text, at)
    select r.id, r.conversation, r.escalation, r.staff, r.name, r.text, r.at from {rows} on conflict (id) do nothing`,
};
const deed_: Statement = {
  name: "escalations_deed",
  columns: "ref text, at timestamptz",
  // A timer that is done from the start: its row says that this was done, and lets it be done once.
  sql: "insert into timers (kind, ref, due_at, done_at) select 'deed', r.ref, r.at, r.at from {rows}",
};

export const open = (row: NewEscalation): Write => ({ statement: open_, row });
export const upgrade = (row: { id: string; class: EscalationClass; reasons: Reason[]; decision: string; message: string | null; due_at: Date }): Write => ({
  statement: upgrade_,
  row,
});
/** Refuses unless it is overridden and in `state`. */
export const downgrade = (row: { id: string; state: string; downgraded: unknown; due_at: Date; acknowledged_by: string; at: Date }): Write => ({
  statement: downgrade_,
  row,
});
/** Refuses unless `staff` holds it; who answers has seen it. */
export const heldBy = (row: { id: string; staff: string; acknowledged_by: string; at: Date }): Write => ({ statement: heldBy_, row });
/** Refuses when it was claimed or ended, or promised anew, meanwhile. */
export const stillSo = (row: { id: string; state: string; due_at: Date }): Write => ({ statement: stillSo_, row });
export const end = (row: { id: string; state: "resolved" | "handed_back"; minutes: number | null; outcome: string | null; at: Date }): Write => ({
  statement: end_,
  row,
});
/** Ends a deferred one that nobody has claimed: its question was answered. */
export const answered = (id: string, outcome: string, at: Date): Write => ({ statement: answered_, row: { id, outcome, at } });
/** A place in the month's human looks, for a deferred escalation. Refuses when the place is taken, or the escalation is not open and deferred any more. */
export const look = (place: { plan: string; period: string; place: number; escalation: string; decision: string; at: Date }, reasons: Reason[]): Write[] => [
  { statement: look_, row: place },
  { statement: looked_, row: { id: place.escalation, payer: LOOKS, reasons } },
];
/** Gives the place back, unless somebody has claimed it: nobody needs to look any more. */
export const unused = (escalation: string): Write => ({ statement: unused_, row: { escalation } });
export const note = (row: { id: string; conversation: string; escalation: string | null; staff: string; name: string; text: string; at: Date }): Write => ({
  statement: note_,
  row,
});
/** Ends the reminders. */
export const quiet = (id: string): Write => ({ statement: quiet_, row: { id } });
/** Closes a question as answered by a person; refuses when it was answered meanwhile. */
export const keptByStaff = (question: string, at: Date): Write => ({ statement: keptByStaff_, row: { question, at } });
/** Refuses a second time (unique violation). */
export const deed = (ref: string, at: Date): Write => ({ statement: deed_, row: { ref, at } });

/** Ends a hold, unless somebody has ended it. */
export function release(hold: string, reason: string, at: Date): Write {
  const { statement, row } = endHold(hold, "voided", at, { reason });
  return { statement: derived(statement, "once", (sql) => `${sql} on conflict (hold) do nothing`), row };
}

/**
 * The same write, left out when the conversation has an open escalation by now: a safety matter in refused text is raised
 * beside the turn, and the turn must not fail on it.
 */
export function unlessEscalated(write: Write, conversation: string): Write {
  const alone =
    "{rows} cross join lateral (select 1 where not exists (select 1 from escalations x where x.conversation = r.escalates and x.state in ('open', 'claimed'))) alone";
  const statement = derived(write.statement, "unless_escalated", (sql) => sql.replace("{rows}", () => alone), ", escalates text");
  return { statement, row: { ...write.row, escalates: conversation } };
}

const derivedStatements = new Map<string, Statement>();
/** One object for each derived statement: that is how the group commit tells them apart. */
function derived(base: Statement, how: string, sql: (base: string) => string, columns = ""): Statement {
  const name = `${base.name}_${how}`;
  let statement = derivedStatements.get(name);
  if (!statement) {
    statement = { name, columns: base.columns + columns, sql: sql(base.sql) };
    derivedStatements.set(name, statement);
  }
  return statement;
}

/** Whether a commit failed because one of the writes above refused it. */
export function wasRefused(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === NOT_NULL_VIOLATION || code === UNIQUE_VIOLATION;
}
const NOT_NULL_VIOLATION = "23502";
const UNIQUE_VIOLATION = "23505";
