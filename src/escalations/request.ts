import { applyWrites, type Write } from "../platform/commit.ts";
import { schedule } from "../platform/timers.ts";
import type { Sending } from "../conversations/index.ts";
import { customerBudget, formatMoney } from "../ledger/index.ts";
import { escalate, type Reason } from "../policies/index.ts";
import { expectedStaffCost, promisedDate, warningDate, workingTime, type RecordedDecision } from "../rulebook/index.ts";
import { afterWorkingMinutes, startOfDay } from "./due.ts";
import { cardOf, type EscalationRow } from "./rows.ts";
import type { EscalationReads, Matter } from "./reads.ts";
import type { EscalationRooms } from "./rooms.ts";
import type { EscalationClass, EscalationRequest, RaisedMatter, Requested, SafetyHit, Slot } from "./types.ts";
import { answered, note, open, release, unlessEscalated, upgrade, wasRefused } from "./writes.ts";

type Verdict = Requested["verdict"];
type Asked = EscalationRequest & { at: Date; matter: Matter };
type Hold = { id: string } | null;

const HOLD_DAYS = 14; // a hold that nobody has settled by then is given back
const DAY_MS = 86_400_000;
const NOTE_CHARACTERS = 400; // of refused text: enough to see what it is about
const RAISE_TRIES = 5;

/** What came of a decision, before it is written: one escalation, new or as it stands. */
type Outcome = {
  id: string;
  customer: string;
  conversation: string;
  /** whether anything new is written beside the decision */
  news: boolean;
  decision: RecordedDecision<Verdict>;
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

/** Asking for a human inside a turn: decided, held and described as writes; nothing is done before the turn commits. */
export function createRequests(rooms: EscalationRooms, reads: EscalationReads) {
  const { db, clock, ids, ledger, rulebook, questions, outbox } = rooms;
  const book = () => rulebook.current().book;
  const settling = new Set<Promise<void>>();

  /** Decides a request for a human and prepares all that belongs to it. A further request joins the open one. */
  async function request(given: EscalationRequest): Promise<Requested> {
    const outcome = await decided(given);
    const { id, joined, dueAt, slot } = outcome;
    // Of a new one all or nothing, should another have been raised beside the turn. The decision was taken, so it stays.
    const writes = [outcome.record, ...outcome.writes];
    return { verdict: outcome.decision.verdict, escalation: id, joined, dueAt, slot, writes, sent: () => sent(outcome), undo: () => undo(outcome.hold, "the turn was refused") };
  }

  async function decided(given: EscalationRequest, words?: string): Promise<Outcome> {
    const at = clock.now();
    const matter = await reads.matter(given.conversation, given.message, startOfDay(at, workingTime(book())));
    if (words !== undefined) matter.question = words.slice(0, NOTE_CHARACTERS).toWellFormed();
    const current = await currentOf(given.conversation, at);
    const asked: Asked = { ...given, at, matter };
    return current ? join(asked, current) : begin(asked);
  }

  /** The open escalation of a conversation. A deferred one whose question was kept is over: a new request is a new one. */
  async function currentOf(conversation: string, at: Date): Promise<EscalationRow | undefined> {
    const row = await reads.openOf(conversation);
    if (row?.verdict !== "deferred" || row.state !== "open") return row;
    const owed = await questions.openIn(conversation);
    if (owed.some((question) => question.escalation === row.id)) return row;
    await applyWrites(db, [answered(row.id, "Its question was kept at its date.", at)]);
    return undefined;
  }

  async function begin(asked: Asked): Promise<Outcome> {
    const id = ids.next("esc");
    const { humans } = planTerms(asked.plan);
    const budget = humans ? await leftFor(asked) : 0n;
    const decision = decide(asked, null, humans, budget);
    if (decision.verdict === "overridden") return override(asked, id, decision);
    if (decision.verdict === "deferred") return defer(asked, id, decision);
    const held = await ledger.takeHold({
      key: `escalation/${id}`,
      account: customerBudget(asked.matter.customer),
      amount: expectedStaffCost(book()),
      currency: asked.currency,
      kind: "staff",
      customer: asked.matter.customer,
      conversation: asked.conversation,
      turn: asked.turn,
      deadline: new Date(asked.at.getTime() + HOLD_DAYS * DAY_MS),
      facts: { escalation: id, minutes: book().staff.expectedMinutes },
    });
    if (held.ok) return grant(asked, id, decision, { id: held.id });
    // Somebody was quicker: the budget has what the ledger says, not what the turn had read.
    return defer(asked, id, decide(asked, null, humans, held.left, true));
  }

  /** What the turn has read, unless that looks too small: a refusal holds only if the ledger says so, too. */
  async function leftFor({ budget, matter }: Asked): Promise<bigint> {
    const left = read(budget);
    if (left >= expectedStaffCost(book())) return left;
    return (await ledger.budgetOf(customerBudget(matter.customer))).left;
  }

  function decide(asked: Asked, alreadyOpen: Verdict | null, planHasHuman: boolean, left: bigint, holdRefused = false): RecordedDecision<Verdict> {
    return rulebook.decide(escalate, {
      safety: [...asked.safety],
      requested: asked.by,
      planHasHuman,
      left,
      estimate: expectedStaffCost(book()),
      alreadyOpen,
      ...(holdRefused ? { holdRefused } : {}),
      requestsToday: asked.matter.requestsToday,
    });
  }

  function planTerms(plan: string): { humans: boolean; responseMinutes?: number | undefined } {
    const { plans } = book();
    return (Object.hasOwn(plans, plan) ? plans[plan] : undefined) ?? { humans: false };
  }

  function grant(asked: Asked, id: string, decision: RecordedDecision<Verdict>, hold: Hold): Outcome {
    const { escalation } = book();
    const minutes = asked.responseMinutes ?? planTerms(asked.plan).responseMinutes ?? escalation.claimMinutes;
    const dueAt = afterWorkingMinutes(asked.at, minutes, workingTime(book()));
    const sendings = notices(asked, { id, class: "request", payer: customerBudget(asked.matter.customer), dueAt, decision });
    const row = newRow(asked, id, decision, { class: "request", payer: customerBudget(asked.matter.customer), dueAt, hold });
    const writes = [row, schedule("escalation.overdue", id, dueAt), ...sendings.map(({ write }) => write)];
    return { id, ...place(asked), news: true, decision, dueAt, joined: false, slot: { key: "granted", vars: { due: dueAt } }, record: record(asked, decision), writes: alone(asked, writes), sendings, hold };
  }

  function defer(asked: Asked, id: string, decision: RecordedDecision<Verdict>): Outcome {
    const { conversation, message, known } = asked;
    const { customer, contact } = asked.matter;
    const dueAt = promisedDate(book(), asked.at);
    const question = questions.keep({ conversation, customer, contact, message, cause: "deferred", known: [...known], dueAt, alertAt: warningDate(book(), dueAt), escalation: id });
    const row = newRow(asked, id, decision, { class: "request", payer: "company/goodwill", dueAt, hold: null });
    // The date is promised in any case, so the question is kept in any case.
    const writes = [...alone(asked, [row]), ...question.writes];
    return { id, ...place(asked), news: true, decision, dueAt, joined: false, slot: { key: "deferred", vars: { due: dueAt } }, record: record(asked, decision), writes, sendings: [], hold: null };
  }

  function override(asked: Asked, id: string, decision: RecordedDecision<Verdict>): Outcome {
    const kind = gravest(asked.safety);
    const dueAt = safetyDue(asked.at);
    const sendings = notices(asked, { id, class: kind, payer: "company/safety", dueAt, decision });
    const row = newRow(asked, id, decision, { class: kind, payer: "company/safety", dueAt, hold: null });
    const writes = [row, ...watch(id, asked.at, dueAt), ...sendings.map(({ write }) => write)];
    return { id, ...place(asked), news: true, decision, dueAt, joined: false, slot: alarm(kind, dueAt), record: record(asked, decision), writes: alone(asked, writes), sendings, hold: null };
  }

  /** A further request stands with the open one; a safety matter makes that one overridden and gives the customer's hold back. */
  async function join(asked: Asked, current: EscalationRow): Promise<Outcome> {
    const decision = decide(asked, current.verdict, planTerms(asked.plan).humans, read(asked.budget));
    const kind = gravest(asked.safety);
    const graver = asked.safety.length > 0 && (current.verdict !== "overridden" || (kind === "danger" && current.class !== "danger"));
    if (graver) return raiseTo(asked, current, kind, decision);
    const slot = await joinedSlot(current, asked.at);
    const dueAt = slot.vars["due"] instanceof Date ? slot.vars["due"] : null;
    return { id: current.id, ...place(asked), news: false, decision, dueAt, joined: true, slot, record: record(asked, decision), writes: [], sendings: [], hold: null };
  }

  function raiseTo(asked: Asked, current: EscalationRow, kind: EscalationClass, decision: RecordedDecision<Verdict>): Outcome {
    const dueAt = safetyDue(asked.at);
    const { id } = current;
    const sendings = notices(asked, { id, class: kind, payer: "company/safety", dueAt, decision, current });
    const writes = [
      upgrade({ id, class: kind, reasons: decision.reasons, decision: decision.id, due_at: dueAt }),
      // Whoever holds it knows of it: nobody else has to be asked.
      ...(current.state === "open" ? watch(id, asked.at, dueAt) : []),
      ...sendings.map(({ write }) => write),
    ];
    if (current.open_hold) writes.push(release(current.open_hold, "safety", asked.at));
    return { id, ...place(asked), news: true, decision, dueAt, joined: true, slot: alarm(kind, dueAt), record: record(asked, decision), writes, sendings, hold: null };
  }

  /** Where the open one stands, for the contact; a date that is past is never told again. */
  async function joinedSlot(current: EscalationRow, at: Date): Promise<Slot> {
    if (current.verdict !== "deferred" && current.due_at && current.due_at > at) return { key: `joined_${current.verdict}`, vars: { due: current.due_at } };
    const owed = (await questions.openIn(current.conversation)).find((question) => question.escalation === current.id && question.due_at > at);
    if (owed && current.verdict === "deferred") return { key: "joined_deferred", vars: { due: owed.due_at } };
    return { key: "joined_waiting", vars: {} };
  }

  function alarm(kind: EscalationClass, due: Date): Slot {
    return kind === "danger" ? { key: "overridden_danger", vars: { due, emergency: book().business.emergencyNumber } } : { key: "overridden", vars: { due } };
  }

  /** By when somebody should have answered a safety matter. */
  function safetyDue(at: Date): Date {
    return afterWorkingMinutes(at, book().escalation.safetyAnswerMinutes, workingTime(book()));
  }

  function watch(id: string, at: Date, dueAt: Date): Write[] {
    const again = new Date(at.getTime() + book().escalation.remindMinutes * 60_000);
    return [schedule("escalation.remind", `${id}/1`, again), schedule("escalation.overdue", id, dueAt)];
  }

  function newRow(asked: Asked, id: string, decision: RecordedDecision<Verdict>, more: { class: EscalationClass; payer: string; dueAt: Date; hold: Hold }): Write {
    const { conversation, turn, currency, at, matter } = asked;
    const { customer, contact } = matter;
    const { verdict, reasons } = decision;
    return open({
      id, conversation, customer, contact, turn, verdict, reasons, currency, class: more.class, payer: more.payer,
      decision: decision.id, estimate: expectedStaffCost(book()), hold: more.hold?.id ?? null, due_at: more.dueAt, created_at: at,
    });
  }

  function record({ conversation, turn, at, matter }: Asked, decision: RecordedDecision<Verdict>): Write {
    return rulebook.decisionWrite(decision, { customer: matter.customer, conversation, turn, at });
  }

  function alone({ conversation }: Asked, writes: Write[]): Write[] {
    return writes.map((write) => unlessEscalated(write, conversation));
  }

  function notices(asked: Asked, about: { id: string; class: EscalationClass; payer: string; dueAt: Date; decision: { verdict: Verdict; reasons: Reason[] }; current?: EscalationRow }): Sending[] {
    const { at, conversation, currency, matter } = asked;
    const { id, payer, dueAt, decision, current } = about;
    const estimate = current?.estimate ?? formatMoney(expectedStaffCost(book()));
    const state = current?.state ?? "open";
    const holder = state === "claimed" ? current : undefined;
    const card = cardOf(
      {
        id, conversation, payer, estimate, currency, state, class: about.class, verdict: decision.verdict, reasons: decision.reasons, due_at: dueAt,
        ...matter,
        claimed_name: current?.claimed_name ?? null, created_at: current?.created_at ?? at,
        // A graver matter has to be acknowledged anew, unless somebody holds it.
        acknowledged_by: holder?.acknowledged_by ?? null, acknowledged_name: holder?.acknowledged_name ?? null,
      },
      rooms.publicUrl,
      0,
    );
    return outbox.notice(rooms.ways(), { kind: "escalation", card }, at);
  }

  function sent(outcome: Outcome): void {
    const { customer, conversation } = outcome;
    const tell = () => {
      for (const sending of outcome.sendings) outbox.send(sending);
      rooms.live.publish("staff", { type: "escalation", id: outcome.id, conversation, customer });
    };
    if (outcome.joined) return tell();
    keepBusy(
      exists(outcome.id).then((written) => {
        if (written) return tell();
        // Something graver was raised beside the turn, so that this one was left out: the customer gets the hold back.
        return undo(outcome.hold, "joined another");
      }),
    );
  }

  async function exists(id: string): Promise<boolean> {
    const [row] = await db.query("select 1 from escalations where id = $1", [id], "escalations_exists");
    return row !== undefined;
  }

  async function undo(hold: Hold, reason: string): Promise<void> {
    if (hold) await applyWrites(db, [release(hold.id, reason, clock.now())]);
  }

  function keepBusy(work: Promise<void>): void {
    // What fails here is caught by the hold's deadline.
    const done = work.catch((error: unknown) => rooms.log.error({ err: error }, "an unused hold could not be given back")).finally(() => settling.delete(done));
    settling.add(done);
  }

  /**
   * A safety matter in text that was not taken in: decided, committed and told at once. At most one is open in a conversation;
   * what adds nothing to it writes nothing, so that a flood stays one matter.
   */
  async function raise(given: RaisedMatter): Promise<{ escalation: string; joined: boolean }> {
    for (let tries = 1; ; tries++) {
      const asked = await reads.outside(given.conversation, book().business.currency);
      const outcome = await decided({ ...asked, by: null, safety: given.safety, turn: null, message: null, known: [], responseMinutes: null }, given.text);
      if (!outcome.news) return { escalation: outcome.id, joined: true };
      const text = rooms.say("refused_text_note", null, { reason: given.reason, text: Array.from(given.text).slice(0, NOTE_CHARACTERS).join("") });
      const kept = note({ id: ids.next("note"), conversation: given.conversation, escalation: outcome.id, staff: "service", name: "Standin", text, at: clock.now() });
      const beside = [outcome.record, kept].map((write) => (outcome.joined ? write : unlessEscalated(write, given.conversation)));
      if (await commit([...outcome.writes, ...beside], outcome.id)) {
        sent(outcome);
        return { escalation: outcome.id, joined: outcome.joined };
      }
      if (tries >= RAISE_TRIES) throw new Error("A safety matter could not be raised: the conversation changes too fast.");
    }
  }

  /** False when another was opened at the same moment: asked again, it is joined. */
  async function commit(writes: Write[], id: string): Promise<boolean> {
    try {
      await applyWrites(db, writes);
    } catch (error) {
      if (wasRefused(error)) return false;
      throw error;
    }
    return exists(id);
  }

  return {
    request,
    raise,
    idle: async () => {
      while (settling.size > 0) await Promise.all(settling);
    },
  };
}

export type Requests = ReturnType<typeof createRequests>;

function place({ conversation, matter }: Asked): { conversation: string; customer: string } {
  return { conversation, customer: matter.customer };
}

function read(budget: EscalationRequest["budget"]): bigint {
  return budget ? budget.balance - budget.held : 0n;
}

/** Danger to life comes first; else what was found first. */
function gravest(safety: readonly SafetyHit[]): EscalationClass {
  if (safety.some((hit) => hit.class === "danger")) return "danger";
  return safety[0]?.class ?? "request";
}
