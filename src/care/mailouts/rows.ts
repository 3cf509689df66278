import { createHmac } from "node:crypto";
import type { Statement, Write } from "../../platform/commit.ts";
import type { ThankBook } from "../../policies/index.ts";

/** `called`: handed to a call, whose own row says what became of it. */
export type MailoutState = "waiting" | "sending" | "sent" | "called" | "unknown" | "bounced" | "held_out" | "refused" | "lapsed";

/** A thank-you of a campaign as it is stored. */
export type MailoutRow = {
  id: string;
  campaign: string;
  occasion: ThankBook["thanks"]["campaigns"][number]["occasion"];
  occasion_at: Date;
  customer: string;
  contact: string;
  state: MailoutState;
  reason: string | null;
  decision: string | null;
  consent: string | null;
  call: string | null;
  address: string | null;
  words: string | null;
  language: string | null;
  due_at: Date;
  tries: number;
  amount: bigint | null;
  currency: string | null;
  reply: string | null;
  bounce: "hard" | "soft" | null;
  sent_at: Date | null;
  created_at: Date;
  ended_at: Date | null;
};

/** What a server says is kept so far, for whoever has to mend something. */
const LONGEST_REPLY = 300;

/** A crash, a slow server and its late word meet here: what surely left is `sent`, whatever was thought before. */
const fate_: Statement = {
  name: "mailouts_fate",
  columns: "id text, state text, reply text, bounce text, at timestamptz",
  sql: `update mailouts m set state = r.state, reply = r.reply, bounce = r.bounce, ended_at = r.at
    from {rows} where m.id = r.id and (m.state = 'sending' or (m.state = 'unknown' and r.state <> 'unknown'))`,
};
const end_: Statement = {
  name: "mailouts_end",
  columns: "id text, state text, reason text, decision text, at timestamptz",
  sql: `update mailouts m set state = r.state, reason = r.reason, decision = coalesce(r.decision, m.decision), ended_at = r.at
    from {rows} where m.id = r.id and m.state = 'waiting'`,
};
const called_: Statement = {
  name: "mailouts_called",
  columns: "id text, call text, reason text, decision text, amount bigint, currency text, at timestamptz",
  sql: `update mailouts m set state = 'called', call = r.call, reason = r.reason, decision = r.decision, amount = r.amount, currency = r.currency, sent_at = r.at, ended_at = r.at
    from {rows} where m.id = r.id and m.state = 'waiting'`,
};
const wait_: Statement = {
  name: "mailouts_wait",
  columns: "id text, reason text, decision text, due_at timestamptz",
  sql: "update mailouts m set reason = r.reason, decision = coalesce(r.decision, m.decision), due_at = r.due_at from {rows} where m.id = r.id and m.state = 'waiting'",
};
const later_: Statement = {
  name: "mailouts_later",
  columns: "id text, reply text, due_at timestamptz",
  sql: `update mailouts m set state = 'waiting', sent_at = null, amount = null, currency = null, tries = m.tries + 1, reply = r.reply, due_at = r.due_at
    from {rows} where m.id = r.id and m.state = 'sending'`,
};
const suppress_: Statement = {
  name: "mail_suppressions_add",
  columns: "address text, why text, at timestamptz",
  sql: "insert into mail_suppressions (address, why, at) select r.address, r.why, r.at from {rows} on conflict (address) do nothing",
};

const report_: Statement = {
  name: "mail_suppressions_report",
  columns: "address text, why text, at timestamptz",
  sql: `insert into mail_suppressions (address, why, at) select r.address, r.why, r.at from {rows}
    on conflict (address) do update set why = excluded.why, at = excluded.at where mail_suppressions.why = 'unsubscribed'`,
};

/** What became of a letter that was being sent. */
export function fate(id: string, state: "sent" | "unknown" | "bounced", at: Date, reply: string | null, bounce: "hard" | "soft" | null = null): Write {
  return { statement: fate_, row: { id, state, reply: shortened(reply), bounce, at } };
}
/** One that waits will not leave. */
export function end(id: string, state: "refused" | "lapsed" | "held_out", reason: string, decision: string | null, at: Date): Write {
  return { statement: end_, row: { id, state, reason, decision, at } };
}
/** It is handed to a call. `amount`: what such a call may cost, in micro-units. */
export function handed(id: string, given: { call: string; reason: string; decision: string; amount: bigint; currency: string; at: Date }): Write {
  return { statement: called_, row: { id, ...given } };
}
/** One goes on waiting. */
export function wait(id: string, reason: string, decision: string | null, dueAt: Date): Write {
  return { statement: wait_, row: { id, reason, decision, due_at: dueAt } };
}
/** The server wants it later: it has not left. */
export function later(id: string, reply: string, dueAt: Date): Write {
  return { statement: later_, row: { id, reply: shortened(reply), due_at: dueAt } };
}
/** Nothing goes to this address any more; the first reason stands. */
export function suppress(address: string, why: "unsubscribed" | "hard_bounce" | "soft_bounces" | "complaint", at: Date): Write {
  return { statement: suppress_, row: { address, why, at } };
}

/** The same, from whoever carries mail: it also holds where somebody had unsubscribed and might agree anew. */
export function reported(address: string, why: "hard_bounce" | "complaint", at: Date): Write {
  return { statement: report_, row: { address, why, at } };
}

/** A mail address as we know it again without keeping it. Case is ignored, as by every server that people use. */
export function addressHash(secret: string, address: string): string {
  return createHmac("sha256", secret).update(`address/${address.trim().toLowerCase()}`).digest("hex");
}

/** The key under which a mail's cost is booked, once. */
export function mailKey(mailout: string): string {
  return `mailout/${mailout}`;
}

function shortened(reply: string | null): string | null {
  return reply === null ? null : reply.slice(0, LONGEST_REPLY);
}
