import type { Statement, Write } from "../platform/commit.ts";

/** Rows of the past: what the rooms write as it happens, the sample writes at once. */

const episode_: Statement = {
  name: "sample_0_episodes",
  columns:
    "id text, customer text, topic text, error_code text, product_version text, ours boolean, opened_at timestamptz, last_at timestamptz, closed_at timestamptz",
  sql: `insert into episodes (id, customer, topic, error_code, product_version, ours, opened_at, last_at, closed_at)
    select r.id, r.customer, r.topic, r.error_code, r.product_version, r.ours, r.opened_at, r.last_at, r.closed_at from {rows}`,
};
const conversation_: Statement = {
  name: "sample_1_conversations",
  columns:
    "id text, customer text, contact text, locale text, last_seq bigint, inbound_seq bigint, fence bigint, episode text, created_at timestamptz, last_at timestamptz",
  sql: `insert into conversations (id, channel, thread, customer, contact, locale, disclosed, last_seq, inbound_seq, covered_seq, fence, episode, sample, created_at, last_at)
    select r.id, 'web', r.id, r.customer, r.contact, r.locale, true, r.last_seq, r.inbound_seq, r.inbound_seq, r.fence, r.episode, true, r.created_at, r.last_at from {rows}`,
};
const message_: Statement = {
  name: "sample_2_messages",
  columns:
    "id text, conversation text, seq bigint, author text, name text, text text, model_text text, sources jsonb, in_reply_to jsonb, customer text, contact text, episode text, turn text, at timestamptz",
  sql: `insert into messages (id, conversation, seq, author, name, text, model_text, sources, in_reply_to, public_id, channel, customer, contact, episode, turn, at)
    select r.id, r.conversation, r.seq, r.author, r.name, r.text, r.model_text, r.sources, r.in_reply_to, r.id, 'web', r.customer, r.contact, r.episode, r.turn, r.at from {rows}`,
};
const outcome_: Statement = {
  name: "sample_3_outcomes",
  columns: "message text, outcome text, turn text, reply text, at timestamptz",
  sql: "insert into outcomes (message, outcome, turn, reply, at) select r.message, r.outcome, r.turn, r.reply, r.at from {rows}",
};
const turn_: Statement = {
  name: "sample_4_turns",
  columns:
    "id text, conversation text, fence bigint, covers jsonb, reply text, model text, rulebook text, language text, started_at timestamptz, ended_at timestamptz",
  sql: `insert into turns (id, conversation, fence, cause, covers, outcome, reply, model, rulebook, language, drafts, started_at, ended_at)
    select r.id, r.conversation, r.fence, 'message', r.covers, 'replied', r.reply, r.model, r.rulebook, r.language, 1, r.started_at, r.ended_at from {rows}`,
};
const attempt_: Statement = {
  name: "sample_5_attempts",
  columns:
    "id text, turn text, conversation text, model text, usage jsonb, price jsonb, amount bigint, currency text, started_at timestamptz, ended_at timestamptz",
  sql: `insert into attempts (id, turn, conversation, step, model, status, usage, price, amount, currency, started_at, ended_at)
    select r.id, r.turn, r.conversation, 1, r.model, 'ok', r.usage, r.price, r.amount, r.currency, r.started_at, r.ended_at from {rows}`,
};
const escalation_: Statement = {
  name: "sample_6_escalations",
  columns: `id text, conversation text, customer text, contact text, turn text, verdict text, state text, class text, reasons jsonb, decision text, estimate bigint, hold text, payer text,
    currency text, due_at timestamptz, claimed_by text, claimed_name text, claimed_at timestamptz, minutes integer, outcome text, ended_at timestamptz, created_at timestamptz`,
  sql: `insert into escalations (id, conversation, customer, contact, turn, verdict, state, class, reasons, decision, estimate, hold, payer, currency, due_at,
      claimed_by, claimed_name, claimed_at, acknowledged_by, acknowledged_at, minutes, outcome, ended_at, created_at)
    select r.id, r.conversation, r.customer, r.contact, r.turn, r.verdict, r.state, r.class, r.reasons, r.decision, r.estimate, r.hold, r.payer, r.currency, r.due_at,
      r.claimed_by, r.claimed_name, r.claimed_at, r.claimed_by || ' ' || r.claimed_name, r.claimed_at, r.minutes, r.outcome, r.ended_at, r.created_at from {rows}`,
};
const question_: Statement = {
  name: "sample_7_questions",
  columns:
    "id text, conversation text, customer text, contact text, message text, cause text, due_at timestamptz, state text, answered_by text, escalation text, created_at timestamptz, closed_at timestamptz",
  sql: `insert into open_questions (id, conversation, customer, contact, message, cause, due_at, state, answered_by, escalation, created_at, closed_at)
    select r.id, r.conversation, r.customer, r.contact, r.message, r.cause, r.due_at, r.state, r.answered_by, r.escalation, r.created_at, r.closed_at from {rows}`,
};
const alert_: Statement = {
  name: "sample_8_alerts",
  columns: `id text, rule text, customer text, state text, value numeric, "limit" numeric, episodes jsonb, expected numeric, detail jsonb, at timestamptz, resolved_at timestamptz, acknowledged_by text, acknowledged_at timestamptz`,
  sql: `insert into alerts (id, rule, customer, state, value, "limit", episodes, expected, detail, at, fired_at, told_at, over, turned_at, peak, resolved_at, acknowledged_by, acknowledged_at)
    select r.id, r.rule, r.customer, r.state, r.value, r."limit", r.episodes, r.expected, r.detail, r.at, r.at, r.at, r.resolved_at is null, coalesce(r.resolved_at, r.at), r.value,
      r.resolved_at, r.acknowledged_by, r.acknowledged_at from {rows}`,
};

export type EpisodeRow = {
  id: string;
  customer: string;
  topic: string;
  error_code: string | null;
  product_version: string | null;
  ours: boolean;
  opened_at: Date;
  last_at: Date;
  closed_at: Date | null;
};
export type ConversationRow = {
  id: string;
  customer: string;
  contact: string;
  locale: string | null;
  last_seq: number;
  inbound_seq: number;
  fence: number;
  episode: string;
  created_at: Date;
  last_at: Date;
};
export type MessageRow = {
  id: string;
  conversation: string;
  seq: number;
  author: "contact" | "avatar" | "human" | "mode";
  name: string | null;
  text: string;
  model_text: string | null;
  sources: { title: string; url: string }[];
  in_reply_to: string[];
  customer: string;
  contact: string;
  episode: string;
  turn: string | null;
  at: Date;
};
export type OutcomeRow = { message: string; outcome: "replied" | "human"; turn: string | null; reply: string | null; at: Date };
export type TurnRow = {
  id: string;
  conversation: string;
  fence: number;
  covers: string[];
  reply: string;
  model: string;
  rulebook: string;
  language: string | null;
  started_at: Date;
  ended_at: Date;
};
export type AttemptRow = {
  id: string;
  turn: string;
  conversation: string;
  model: string;
  usage: Record<string, number>;
  price: unknown;
  amount: bigint;
  currency: string;
  started_at: Date;
  ended_at: Date;
};
export type EscalationRow = {
  id: string;
  conversation: string;
  customer: string;
  contact: string;
  turn: string;
  verdict: string;
  state: "resolved" | "handed_back";
  class: "request" | "security" | "data_loss";
  reasons: { code: string; text: string }[];
  decision: string;
  estimate: bigint;
  hold: string | null;
  payer: string;
  currency: string;
  due_at: Date;
  claimed_by: string | null;
  claimed_name: string | null;
  claimed_at: Date | null;
  minutes: number | null;
  outcome: string | null;
  ended_at: Date;
  created_at: Date;
};
export type QuestionRow = {
  id: string;
  conversation: string;
  customer: string;
  contact: string;
  message: string;
  cause: "deferred";
  due_at: Date;
  state: "open" | "kept";
  answered_by: "staff" | "avatar" | null;
  escalation: string;
  created_at: Date;
  closed_at: Date | null;
};
export type AlertRow = {
  id: string;
  rule: string;
  customer: string;
  state: "firing" | "resolved";
  value: number;
  limit: number;
  episodes: string[];
  detail: Record<string, number>;
  at: Date;
  resolved_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_at: Date | null;
};

export const episodeWrite = (row: EpisodeRow): Write => ({ statement: episode_, row });
export const conversationWrite = (row: ConversationRow): Write => ({ statement: conversation_, row });
export const messageWrite = (row: MessageRow): Write => ({ statement: message_, row });
export const outcomeWrite = (row: OutcomeRow): Write => ({ statement: outcome_, row });
export const turnWrite = (row: TurnRow): Write => ({ statement: turn_, row });
export const attemptWrite = (row: AttemptRow): Write => ({ statement: attempt_, row });
export const escalationWrite = (row: EscalationRow): Write => ({ statement: escalation_, row });
export const questionWrite = (row: QuestionRow): Write => ({ statement: question_, row });
export const alertWrite = (row: AlertRow): Write => ({ statement: alert_, row });
