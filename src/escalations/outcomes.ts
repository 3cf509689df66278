import { schedule } from "../platform/timers.ts";
import type { Write } from "../platform/commit.ts";
import type { Sending } from "../conversations/index.ts";
import { customerBudget, formatMoney } from "../ledger/index.ts";
import type { Reason } from "../policies/index.ts";
import { expectedStaffCost, promisedDate, warningDate, workingTime, type RecordedDecision } from "../rulebook/index.ts";
import { afterWorkingMinutes } from "./due.ts";
import { nextMorning } from "./looks.ts";
import type { Matter } from "./reads.ts";
import type { EscalationRooms } from "./rooms.ts";
import { cardOf, type EscalationRow } from "./rows.ts";
import type { EscalationClass, EscalationRequest, Requested, SafetyHit, Slot } from "./types.ts";
import { open, release, unused, unlessEscalated, upgrade } from "./writes.ts";

export type Verdict = Requested["verdict"];
export type Asked = EscalationRequest & { at: Date; matter: Matter };
export type Hold = { id: string } | null;
type Decided = RecordedDecision<Verdict>;

/** What came of a decision, before it is written: one escalation, new or as it stands. */
export type Outcome = {
  id: string;
  customer: string;
  conversation: string;
  locale: string | null;
  /** whether anything new is written beside the decision */
  news: boolean;
  decision: Decided;
  dueAt: Date | null;
  joined: boolean;
  slot: Slot;
  /** the decision itself, written beside what it does */
  record: Write;
  writes: Write[];
  sendings: Sending[];
  /** taken for it, and given back when the turn is refused */
  hold: Hold;
};

/** What each verdict writes, promises and tells: nothing is done before it is committed. */
export function createOutcomes(rooms: EscalationRooms) {
  const { rulebook, questions, outbox } = rooms;
  const book = () => rulebook.current().book;

  function grant(asked: Asked, id: string, decision: Decided, hold: Hold): Outcome {
    const { escalation } = book();
    const minutes = asked.responseMinutes ?? planTerms(book(), asked.plan).responseMinutes ?? escalation.claimMinutes;
    const dueAt = afterWorkingMinutes(asked.at, minutes, workingTime(book()));
    const sendings = notices(asked, { id, class: "request", payer: customerBudget(asked.matter.customer), dueAt, decision });
    const row = newRow(asked, id, decision, { class: "request", payer: customerBudget(asked.matter.customer), dueAt, hold });
    const writes = [row, schedule("escalation.overdue", id, dueAt), ...sendings.map(({ write }) => write)];
    return { ...base(asked, id, decision), dueAt, slot: { key: "granted", vars: { due: dueAt } }, writes: alone(asked, writes), sendings, hold };
  }

  function defer(asked: Asked, id: string, decision: Decided): Outcome {
    const { dueAt, writes } = keep(asked, id);
    const row = newRow(asked, id, decision, { class: "request", payer: "company/goodwill", dueAt, hold: null });
    // The date is promised in any case, so the question is kept in any case.
    return { ...base(asked, id, decision), dueAt, slot: { key: "deferred", vars: { due: dueAt } }, writes: [...alone(asked, [row]), ...writes] };
  }

  function override(asked: Asked, id: string, decision: Decided): Outcome {
    const kind = gravest(asked.safety);
    const dueAt = safetyDue(asked.at);
    const sendings = notices(asked, { id, class: kind, payer: "company/safety", dueAt, decision });
    const row = newRow(asked, id, decision, { class: kind, payer: "company/safety", dueAt, hold: null });
    const writes = [row, ...watch(id, decision.id, asked.at, dueAt), ...sendings.map(({ write }) => write)];
    return { ...base(asked, id, decision), dueAt, slot: alarm(kind, dueAt), writes: alone(asked, writes), sendings };
  }

  /** A safety matter makes the open one overridden and gives the customer's hold back. */
  function graver(asked: Asked, current: EscalationRow, kind: EscalationClass, decision: Decided): Outcome {
    const dueAt = safetyDue(asked.at);
    const { id } = current;
    const sendings = notices(asked, { id, class: kind, payer: "company/safety", dueAt, decision, current });
    const writes = [
      upgrade({ id, class: kind, reasons: decision.reasons, decision: decision.id, message: asked.message, due_at: dueAt }),
      ...watch(id, decision.id, asked.at, dueAt),
      ...sendings.map(({ write }) => write),
      unused(id),
    ];
    if (current.open_hold) writes.push(release(current.open_hold, "safety", asked.at));
    return { ...base(asked, id, decision), dueAt, joined: true, slot: alarm(kind, dueAt), writes, sendings };
  }

  /** A further request stands with the open one. */
  async function joined(asked: Asked, current: EscalationRow, decision: Decided): Promise<Outcome> {
    const { slot, dueAt, writes } = await standing(asked, current);
    return { ...base(asked, current.id, decision), news: false, dueAt, joined: true, slot, writes };
  }

  /** Where the open one stands, for the contact. A date that is past is never told again: then the question is kept anew. */
  async function standing(asked: Asked, { id, verdict, due_at, conversation }: EscalationRow): Promise<{ slot: Slot; dueAt: Date; writes: Write[] }> {
    if (verdict !== "deferred" && due_at && due_at > asked.at) return { slot: { key: `joined_${verdict}`, vars: { due: due_at } }, dueAt: due_at, writes: [] };
    const key = verdict === "deferred" ? "joined_deferred" : "joined_kept";
    const owed = (await questions.openIn(conversation)).find((question) => question.escalation === id && question.due_at > asked.at);
    const { dueAt, writes } = owed ? { dueAt: owed.due_at, writes: [] } : keep(asked, id);
    return { slot: { key, vars: { due: dueAt } }, dueAt, writes };
  }

  /** The question stays owed, until the date that is the same for everyone. */
  function keep({ conversation, message, known, matter, at }: Asked, escalation: string): { dueAt: Date; writes: Write[] } {
    const { customer, contact } = matter;
    const dueAt = promisedDate(book(), at);
    const { writes } = questions.keep({
      conversation,
      customer,
      contact,
      message,
      cause: "deferred",
      known: [...known],
      dueAt,
      alertAt: warningDate(book(), dueAt),
      escalation,
    });
    return { dueAt, writes: [...writes, nextMorning(book(), at)] };
  }

  function alarm(kind: EscalationClass, due: Date): Slot {
    return kind === "danger" ? { key: "overridden_danger", vars: { due, emergency: book().business.emergencyNumber } } : { key: "overridden", vars: { due } };
  }

  /** By when somebody should have answered a safety matter. */
  function safetyDue(at: Date): Date {
    return afterWorkingMinutes(at, book().escalation.safetyAnswerMinutes, workingTime(book()));
  }

  /** Asked about from now on, until it is acknowledged; each decision that makes it graver begins anew. */
  function watch(id: string, decision: string, at: Date, dueAt: Date): Write[] {
    const again = new Date(at.getTime() + book().escalation.remindMinutes * 60_000);
    return [schedule("escalation.remind", `${id}/1/${decision}`, again), schedule("escalation.overdue", id, dueAt)];
  }

  function newRow(asked: Asked, id: string, decision: Decided, more: { class: EscalationClass; payer: string; dueAt: Date; hold: Hold }): Write {
    const { conversation, turn, message, currency, at, matter } = asked;
    const { customer, contact } = matter;
    const { verdict, reasons } = decision;
    const about = { id, conversation, customer, contact, turn, verdict, class: more.class, reasons, decision: decision.id, message };
    return open({
      ...about,
      estimate: expectedStaffCost(book()),
      hold: more.hold?.id ?? null,
      payer: more.payer,
      currency,
      due_at: more.dueAt,
      created_at: at,
    });
  }

  function record({ conversation, turn, at, matter }: Asked, decision: Decided): Write {
    return rulebook.decisionWrite(decision, { customer: matter.customer, conversation, turn, at });
  }

  /** All or nothing of a new one, should another have been raised beside the turn. */
  function alone({ conversation }: Asked, writes: Write[]): Write[] {
    return writes.map((write) => unlessEscalated(write, conversation));
  }

  type Noticed = { id: string; class: EscalationClass; payer: string; dueAt: Date; decision: { verdict: Verdict; reasons: Reason[] }; current?: EscalationRow };

  function notices({ at, currency, matter }: Asked, { id, class: kind, payer, dueAt, decision, current }: Noticed): Sending[] {
    const { verdict, reasons } = decision;
    const estimate = current?.estimate ?? formatMoney(expectedStaffCost(book()));
    const stands = { state: current?.state ?? ("open" as const), claimed_name: current?.claimed_name ?? null, created_at: current?.created_at ?? at };
    const seen = { acknowledged_by: null, acknowledged_name: null };
    const card = cardOf(
      { ...matter, ...stands, ...seen, look: null, id, class: kind, verdict, reasons, payer, estimate, currency, due_at: dueAt },
      rooms.publicUrl,
      0,
    );
    return outbox.notice(rooms.ways(), { kind: "escalation", card }, at);
  }

  /** What all outcomes have in common. */
  function base(asked: Asked, id: string, decision: Decided) {
    const { conversation, matter } = asked;
    return {
      id,
      conversation,
      customer: matter.customer,
      locale: matter.locale,
      decision,
      record: record(asked, decision),
      news: true,
      joined: false,
      sendings: [] as Sending[],
      hold: null as Hold,
    };
  }

  return { grant, defer, override, graver, joined };
}

/** What a plan says about people; a plan that the rulebook has no more has none. */
export function planTerms({ plans }: { plans: Record<string, PlanTerms> }, plan: string): PlanTerms {
  return (Object.hasOwn(plans, plan) ? plans[plan] : undefined) ?? { humans: false };
}
type PlanTerms = { humans: boolean; responseMinutes?: number | undefined };

/** Danger to life comes first; else what was found first. */
export function gravest(safety: readonly SafetyHit[]): EscalationClass {
  if (safety.some((hit) => hit.class === "danger")) return "danger";
  return safety[0]?.class ?? "request";
}
