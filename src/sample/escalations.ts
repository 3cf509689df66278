import type { Write } from "../platform/commit.ts";
import { schedule } from "../platform/timers.ts";
import type { Customer } from "../customers/index.ts";
import { escalate, type Decision, type EscalationVerdict, type SafetyClass } from "../policies/index.ts";
import { expectedStaffCost, planOf, staffCost, warningDate, type Book } from "../rulebook/index.ts";
import { bookStaff, keepDecision, type CostRooms } from "./costs.ts";
import type { Scenario } from "./files.ts";
import type { Recorded } from "./record.ts";
import { escalationWrite, questionWrite } from "./rows.ts";

const MINUTE = 60_000;

/** What the policy says to this scenario, with what the budget has left. */
export function verdictOn(scenario: Scenario, customer: Customer, left: bigint, book: Book): Decision<EscalationVerdict> {
  const found = safetyOf(scenario);
  const facts = {
    safety: found ? [{ class: found, rule: `${found}_words` }] : [],
    requested: found ? null : ("contact" as const),
    planHasHuman: planOf(book, customer.plan).humans,
    left,
    estimate: expectedStaffCost(book),
    alreadyOpen: null,
    requestsToday: 0,
  };
  return escalate.decide(facts, book);
}

/** Whether it may have happened so: the policy decides as the story goes, and the budget covers the colleague's time. */
export function fits(scenario: Scenario, customer: Customer, left: bigint, book: Book): boolean {
  if (scenario.outcome === "answered") return true;
  if (verdictOn(scenario, customer, left, book).verdict !== scenario.outcome) return false;
  return scenario.outcome !== "granted" || left >= staffCost(book, scenario.minutes ?? book.staff.expectedMinutes).amount;
}

function safetyOf({ outcome, topic }: Scenario): SafetyClass | null {
  if (outcome !== "overridden") return null;
  return topic === "security" ? "security" : "data_loss";
}

/** Records the request for a human, the colleague's time, and the question that was kept. */
export function recordEscalation(rooms: CostRooms & { team: readonly string[] }, told: Recorded, left: bigint): void {
  const { ids, book, rows } = rooms;
  const { story, customer, contact } = told;
  const turn = told.turns.find((one) => one.line === story.asked?.index);
  if (!story.asked || !turn) return;
  const id = ids.next("esc");
  const decision = verdictOn(story.scenario, customer, left, book);
  const verdict = decision.verdict;
  const payer = verdict === "granted" ? `customer/${customer.id}/budget` : verdict === "overridden" ? "company/safety" : "company/goodwill";
  const about = { conversation: told.id, customer: customer.id, contact: contact.id };
  const kept = keepDecision(rooms, decision, { customer: customer.id, conversation: told.id, turn: turn.id, at: turn.at });
  const came = told.resolvedAt !== null && story.human !== null;
  const minutes = came ? (story.scenario.minutes ?? book.staff.expectedMinutes) : 0;
  const endedAt = told.resolvedAt ?? story.said.at(-1)?.at ?? turn.at;
  const due =
    verdict === "deferred"
      ? story.asked.dueAt
      : new Date(turn.at.getTime() + (verdict === "overridden" ? book.escalation.safetyAnswerMinutes : book.escalation.claimMinutes) * MINUTE);
  const time = { escalation: id, turn: turn.id, payer, minutes, askedAt: turn.at, doneAt: endedAt, deadline: new Date(endedAt.getTime() + 1) };
  const hold = minutes > 0 ? bookStaff(rooms, told, time) : null;
  const open = verdict === "deferred" && isOpen(told);
  const human = story.human;
  rows.push(
    escalationWrite({
      ...about,
      id,
      turn: turn.id,
      verdict,
      state: open ? "handed_back" : "resolved",
      class: safetyOf(story.scenario) === "security" ? "security" : verdict === "overridden" ? "data_loss" : "request",
      reasons: decision.reasons,
      decision: kept,
      estimate: expectedStaffCost(book),
      hold,
      payer,
      currency: book.business.currency,
      due_at: due,
      claimed_by: human === null ? null : colleagueId(rooms.team, human),
      claimed_name: human,
      claimed_at: told.claimedAt,
      minutes: open ? null : minutes,
      outcome: open ? null : came ? "Solved together in the conversation." : "Solved by the contact with the first checks.",
      ended_at: endedAt,
      created_at: turn.at,
    }),
  );
  if (verdict === "deferred")
    rows.push(...questionWrites(rooms, told, { escalation: id, askedAt: turn.at, dueAt: due, closedAt: open ? null : endedAt, by: came ? "staff" : "avatar" }));
}

/** The story stops before its end: the answer is still owed. */
function isOpen({ story }: Recorded): boolean {
  return story.human === null && story.scenario.messages.some((line) => line.from === "human");
}

type Kept = { escalation: string; askedAt: Date; dueAt: Date; closedAt: Date | null; by: "staff" | "avatar" };

function questionWrites({ ids, book }: CostRooms, told: Recorded, kept: Kept): Write[] {
  const id = ids.next("q");
  const { id: conversation, customer, contact, firstMessage: message } = told;
  const { escalation, askedAt, dueAt, closedAt, by } = kept;
  const state = closedAt ? ("kept" as const) : ("open" as const);
  const row = {
    id,
    conversation,
    customer: customer.id,
    contact: contact.id,
    message,
    cause: "deferred" as const,
    due_at: dueAt,
    state,
    answered_by: closedAt ? by : null,
    escalation,
    created_at: askedAt,
    closed_at: closedAt,
  };
  if (closedAt) return [questionWrite(row)];
  return [questionWrite(row), schedule("question.due", id, dueAt), schedule("question.alert", id, warningDate(book, dueAt))];
}

export function colleagueId(team: readonly string[], name: string): string {
  return `staff_sample_${team.indexOf(name) + 1}`;
}
