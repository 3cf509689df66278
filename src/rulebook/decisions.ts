import { policies } from "../policies/index.ts";
import type { Decision, Policy, Reason, StoredFacts } from "../policies/index.ts";
import type { Statement, Write } from "../platform/commit.ts";
import type { Queryable } from "../platform/database.ts";
import type { Book } from "./book.ts";

/** A decision with its own id and the version of the rulebook under which it fell. */
export type RecordedDecision<Verdict extends string = string> = Decision<Verdict> & { id: string; rulebook: string };

/** What a decision was about; it is kept with it. */
export type DecisionContext = { customer?: string | null; conversation?: string | null; turn?: string | null; at: Date };

/** A decision as it was stored. */
export type DecisionRow = {
  id: string;
  policy: string;
  verdict: string;
  reasons: Reason[];
  facts: StoredFacts;
  rulebook: string;
  turn: string | null;
  at: Date;
};

const insertDecision: Statement = {
  name: "decisions",
  columns: "id text, policy text, verdict text, reasons jsonb, facts jsonb, rulebook text, customer text, conversation text, turn text, at timestamptz",
  sql: `insert into decisions (id, policy, verdict, reasons, facts, rulebook, customer, conversation, turn, at)
    select r.id, r.policy, r.verdict, r.reasons, r.facts, r.rulebook, r.customer, r.conversation, r.turn, r.at from {rows}`,
};

/** Stores a decision in the commit of what it decided. */
export function decisionWrite(decision: RecordedDecision, about: DecisionContext): Write {
  const { id, policy, verdict, reasons, facts, rulebook } = decision;
  const { customer = null, conversation = null, turn = null, at } = about;
  return { statement: insertDecision, row: { id, policy, verdict, reasons, facts, rulebook, customer, conversation, turn, at } };
}

/** All decisions of a conversation, oldest first. */
export function decisionsOf(db: Queryable, conversation: string): Promise<DecisionRow[]> {
  return db.query<DecisionRow>(
    "select id, policy, verdict, reasons, facts, rulebook, turn, at from decisions where conversation = $1 order by at, id",
    [conversation],
    "decisions_of_conversation",
  );
}

/** A policy of ours by its id, with the verdicts and books of all of them. */
export function policyById(id: string): Policy<string, never, Book> | undefined {
  return policies.find((policy) => policy.id === id);
}
