import type { Database } from "../../src/platform/database.ts";

/** A customer of the wall's tests. `mark` stands in each of its rows and nowhere else. */
export type Who = { customer: string; mark: string };

export const WHO: readonly Who[] = ["ana", "bo", "cyd"].map((name) => ({ customer: `cus_${name}`, mark: `zq${name}` }));

// $1: the mark, $2: the customer, $3: now. One row of each table that the reader may read.
export const MARKED: Readonly<Record<string, string>> = {
  customers: "insert into customers (id, name, plan, payer, created_at) values ($2, $1, 'standard', 'p', $3)",
  contacts: "insert into contacts (id, customer, name, created_at) values ('con_' || $1, $2, 'Kim', $3)",
  identities:
    "insert into identities (kind, key, contact) select 'email', $1, id from contacts where id = 'con_' || $1 and customer = $2 and $3::timestamptz is not null",
  conversations:
    "insert into conversations (id, channel, thread, customer, contact, created_at, last_at) values ('cv_' || $1, 'web', $1, $2, 'con_' || $1, $3, $3)",
  messages: `insert into messages (id, conversation, seq, author, text, public_id, channel, customer, contact, at)
    values ('m_' || $1, 'cv_' || $1, 1, 'contact', 'hello', $1, 'web', $2, 'con_' || $1, $3)`,
  memories: `insert into memories (id, customer, contact, fact, confidence, noted_at, expires_at)
    values ('mem_' || $1, $2, 'con_' || $1, 'runs Debian', 'said', $3, $3::timestamptz + interval '1 year')`,
  summaries: "insert into summaries (conversation, upto, points, at) select id, 1, '{}', $3 from conversations where id = 'cv_' || $1 and customer = $2",
  moods: "insert into moods (conversation, word, ends_at) select id, 'hurry', $3 from conversations where id = 'cv_' || $1 and customer = $2",
  notes:
    "insert into notes (id, conversation, staff, name, text, at) select 'n_' || $1, id, 'st_1', 'Sam', 'called', $3 from conversations where id = 'cv_' || $1 and customer = $2",
  reminders: `insert into reminders (id, conversation, customer, contact, what, due_at, created_at)
    values ('rem_' || $1, 'cv_' || $1, $2, 'con_' || $1, 'backup', $3, $3)`,
  open_questions: `insert into open_questions (id, conversation, customer, contact, cause, due_at, created_at)
    values ('q_' || $1, 'cv_' || $1, $2, 'con_' || $1, 'deferred', $3, $3)`,
  consents: `insert into consents (id, customer, contact, conversation, words, given_at) values ('cst_' || $1, $2, 'con_' || $1, 'cv_' || $1, 'yes', $3)`,
  news_told: `with page as (insert into news (page, seen_at) values ('page-' || $1, $3))
    insert into news_told (contact, page, place, customer, conversation, consent, decision, turn, at)
    values ('con_' || $1, 'page-' || $1, 1, $2, 'cv_' || $1, 'cst_' || $1, 'd_1', 't_1', $3)`,
  escalations: `insert into escalations (id, conversation, customer, contact, verdict, class, reasons, estimate, payer, currency, created_at)
    values ('esc_' || $1, 'cv_' || $1, $2, 'con_' || $1, 'granted', 'request', '[]', 0, 'p', 'EUR', $3)`,
  organised_calls: "insert into organised_calls (id, customer, contact, series, at) values ('call_' || $1, $2, 'con_' || $1, $1, $3)",
  no_claims_changes: `insert into no_claims_changes
    (id, customer, place, cause, from_level, to_level, from_discount, to_discount, incidents, amount, transfers, decision, version, at)
    values ('chg_' || $1, $2, 1, 'clean', '0', '1', 0, 500, '[]', 0, '[]', 'd_1', 'v1', $3)`,
  no_claims_letters: "insert into no_claims_letters (change, contact, at) select 'chg_' || $1, id, $3 from contacts where id = 'con_' || $1 and customer = $2",
  no_claims_objections: "insert into no_claims_objections (id, customer, contact, incidents, due_at, at) values ('obj_' || $1, $2, 'con_' || $1, '[]', $3, $3)",
  phone_calls: `insert into phone_calls (id, customer, contact, kind, about, number, not_before, lapses_at, payer, currency, created_at)
    values ('pcl_' || $1, $2, 'con_' || $1, 'personal', 'thank_you', $1, $3, $3, 'p', 'EUR', $3)`,
  mailouts: `insert into mailouts (id, campaign, occasion, occasion_at, customer, contact, due_at, created_at)
    values ('mlo_' || $1, 'c', 'anniversary', $3, $2, 'con_' || $1, $3, $3)`,
  contributions: `insert into contributions (id, customer, contact, kind, link, accepted_by, accepted_name, accepted_at, decision, amount)
    values ('ctb_' || $1, $2, 'con_' || $1, 'patch', $1, 'st_1', 'Sam', $3, 'd_1', 0)`,
  contribution_withdrawals: `insert into contribution_withdrawals (contribution, withdrawn_by, withdrawn_name, at, taken)
    select id, 'st_1', 'Sam', $3, 0 from contributions where id = 'ctb_' || $1 and customer = $2`,
  contribution_thanks: `insert into contribution_thanks (contribution, contact, place, consent, decision, at)
    select id, contact, 1, 'cst_' || $1, 'd_1', $3 from contributions where id = 'ctb_' || $1 and customer = $2`,
  decisions: `insert into decisions (id, policy, verdict, reasons, facts, rulebook, customer, conversation, at)
    values ('d_' || $1, 'admit', 'passed', '[]', '{}', 'v1', $2, 'cv_' || $1, $3)`,
  transfers: `insert into transfers (id, key, kind, cause, customer, conversation, at) values ('tr_' || $1, $1, 'model', 'backup', $2, 'cv_' || $1, $3)`,
  postings: `insert into postings (transfer, account, amount, currency, seal)
    select 'tr_' || $1, 'test/one', amount, 'EUR', $2 || $3::timestamptz from (values (1), (-1)) given (amount)`,
};

/** A row of each of those tables for each of them. */
export async function fill(db: Database, at: Date): Promise<void> {
  await db.query("insert into accounts (id, currency) values ('test/one', 'EUR') on conflict do nothing");
  for (const { customer, mark } of WHO) for (const sql of Object.values(MARKED)) await db.query(sql, [mark, customer, at]);
}
