import type { EscalationCard } from "../conversations/channel.ts";
import type { Reason } from "../policies/index.ts";
import type { EscalationClass, EscalationDetail, EscalationState } from "./types.ts";

/** An escalation with what belongs to it. Amounts are decimals with six places, as they leave the house. */
export type EscalationRow = {
  id: string;
  verdict: "granted" | "deferred" | "overridden";
  state: EscalationState;
  class: EscalationClass;
  conversation: string;
  customer: string;
  customer_name: string;
  plan: string;
  contact: string;
  contact_name: string;
  locale: string | null;
  question: string;
  reasons: Reason[];
  decision: string | null;
  estimate: string;
  currency: string;
  /** the hold, while it stands */
  open_hold: string | null;
  open_hold_amount: string | null;
  open_hold_micro: bigint | null;
  payer: string;
  due_at: Date | null;
  claimed_by: string | null;
  claimed_name: string | null;
  claimed_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_name: string | null;
  acknowledged_at: Date | null;
  downgraded: { by: string; reason: string; at: string } | null;
  minutes: number | null;
  outcome: string | null;
  created_at: Date;
  ended_at: Date | null;
  /** the month whose human look it is */
  look: string | null;
};

const QUESTION_CHARACTERS = 400; // enough to judge from a card

const LATEST = "select left(m.text, $QUESTION) from messages m where m.conversation = e.conversation and m.author = 'contact'";

// The words that led here: the message that asked; else the last that its turn answered; else the refused text, which is kept as a note; else the last before it.
const QUESTION = `coalesce(
  (${LATEST} and m.id = e.message),
  (${LATEST} and m.public_id = (select t.covers->>-1 from turns t where t.id = e.turn) order by m.seq desc limit 1),
  case when e.turn is null then (select left(n.text, $QUESTION) from notes n where n.escalation = e.id and n.staff = 'service' order by n.at, n.id limit 1) end,
  (${LATEST} and m.at <= e.created_at order by m.seq desc limit 1), '')`.replaceAll("$QUESTION", String(QUESTION_CHARACTERS));

/** Begins a query over escalations `e`. */
export const ESCALATIONS = `select e.id, e.verdict, e.state, e.class, e.conversation, e.customer, u.name as customer_name, u.plan, e.contact,
  coalesce(k.name, k.email, k.id) as contact_name, coalesce(c.locale, k.locale) as locale, ${QUESTION} as question, e.reasons, e.decision,
  (e.estimate / 1000000.0)::numeric(24, 6)::text as estimate, e.currency,
  h.id as open_hold, (h.amount / 1000000.0)::numeric(24, 6)::text as open_hold_amount, h.amount as open_hold_micro,
  e.payer, e.due_at, e.claimed_by, e.claimed_name, e.claimed_at, e.acknowledged_by, e.acknowledged_at,
  (select s.name from staff s where s.id = e.acknowledged_by) as acknowledged_name, e.downgraded, e.minutes, e.outcome, e.created_at, e.ended_at,
  (select l.period from human_looks l where l.escalation = e.id) as look
  from escalations e join conversations c on c.id = e.conversation join customers u on u.id = e.customer join contacts k on k.id = e.contact
  left join open_holds o on o.hold = e.hold left join holds h on h.id = o.hold`;

export function detailOf(row: EscalationRow): EscalationDetail {
  const { id, verdict, state, conversation, question, reasons, decision, currency, payer, minutes, outcome } = row;
  return {
    id,
    verdict,
    state,
    class: row.class,
    conversation,
    question,
    reasons,
    decision,
    payer,
    minutes,
    outcome,
    customer: { id: row.customer, name: row.customer_name, plan: row.plan },
    contact: { id: row.contact, name: row.contact_name },
    estimate: { amount: row.estimate, currency },
    hold: row.open_hold === null || row.open_hold_amount === null ? null : { id: row.open_hold, amount: row.open_hold_amount, currency },
    dueAt: row.due_at?.toISOString() ?? null,
    claimedBy: row.claimed_by === null ? null : { id: row.claimed_by, name: row.claimed_name ?? row.claimed_by },
    claimedAt: row.claimed_at?.toISOString() ?? null,
    acknowledgedBy: acknowledgedBy(row),
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    downgraded: row.downgraded === null ? null : { by: row.downgraded.by, reason: row.downgraded.reason, at: row.downgraded.at },
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    look: row.look,
  };
}

type CardRow = Pick<
  EscalationRow,
  | "id"
  | "verdict"
  | "state"
  | "class"
  | "conversation"
  | "customer"
  | "customer_name"
  | "contact"
  | "contact_name"
  | "question"
  | "reasons"
  | "payer"
  | "estimate"
  | "currency"
  | "due_at"
  | "claimed_name"
  | "acknowledged_by"
  | "acknowledged_name"
  | "created_at"
  | "look"
>;

/** The same for a card. `reminder`: how often it was sent before. */
export function cardOf(row: CardRow, publicUrl: string, reminder: number): EscalationCard {
  const { id, verdict, state, conversation, question, reasons, payer } = row;
  return {
    id,
    verdict,
    class: row.class,
    state,
    conversation,
    question,
    reasons,
    payer,
    reminder,
    look: row.look !== null,
    customer: { id: row.customer, name: row.customer_name },
    contact: { id: row.contact, name: row.contact_name },
    estimate: { amount: row.estimate, currency: row.currency },
    dueAt: row.due_at?.toISOString() ?? null,
    claimedBy: row.claimed_name,
    acknowledgedBy: acknowledgedBy(row)?.name ?? null,
    at: row.created_at.toISOString(),
    url: `${publicUrl}/console/escalations/${id}`,
  };
}

/** Who acknowledged is kept as "id name": people in Slack have a name, but no account here. */
export function signed(person: { id: string; name: string }): string {
  return `${person.id} ${person.name}`;
}
function acknowledgedBy(row: Pick<EscalationRow, "acknowledged_by" | "acknowledged_name">): { id: string; name: string } | null {
  if (row.acknowledged_by === null) return null;
  const [id = "", ...name] = row.acknowledged_by.split(" ");
  return { id, name: name.join(" ") || (row.acknowledged_name ?? id) };
}
