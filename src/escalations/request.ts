import { applyWrites } from "../platform/commit.ts";
import { ORPHAN_GRACE_MS } from "../conversations/index.ts";
import { customerBudget } from "../ledger/index.ts";
import { escalate } from "../policies/index.ts";
import { expectedStaffCost, workingTime, type RecordedDecision } from "../rulebook/index.ts";
import { startOfDay } from "./due.ts";
import { createOutcomes, gravest, planTerms, type Asked, type Hold, type Outcome, type Verdict } from "./outcomes.ts";
import type { EscalationReads } from "./reads.ts";
import type { EscalationRooms } from "./rooms.ts";
import type { EscalationRow } from "./rows.ts";
import type { EscalationRequest, Requested } from "./types.ts";
import { answered, release, unused } from "./writes.ts";

const HOLD_DAYS = 14; // a hold that nobody has settled by then is given back
const DAY_MS = 86_400_000;
const SWEEP_BATCH = 500;

/** What may be spent on a person. */
type Money = { left: bigint; earned?: bigint };

/** Asking for a human: decided, held and described as writes; nothing is done before they are committed. */
export function createRequests(rooms: EscalationRooms, reads: EscalationReads) {
  const { db, clock, ids, ledger, rulebook, questions, outbox } = rooms;
  const outcomes = createOutcomes(rooms);
  const book = () => rulebook.current().book;
  const settling = new Set<Promise<void>>();

  /** Inside a turn, before its commit. A further request joins the open one. */
  async function request(given: EscalationRequest): Promise<Requested> {
    const outcome = await decided(given);
    const { id, joined, dueAt, slot } = outcome;
    return {
      verdict: outcome.decision.verdict,
      escalation: id,
      joined,
      dueAt,
      slot,
      writes: [outcome.record, ...outcome.writes],
      sent: () => sent(outcome),
      undo: () => undo(outcome.hold, "the turn was refused"),
    };
  }

  /** `words`: the text that asks, where it is not a message of the conversation. */
  async function decided(given: EscalationRequest, words?: string): Promise<Outcome> {
    const at = clock.now();
    const matter = await reads.matter(given.conversation, given.message, startOfDay(at, workingTime(book())));
    const asked: Asked = { ...given, at, matter: { ...matter, question: words ?? matter.question } };
    const current = await currentOf(given.conversation, at);
    return current ? join(asked, current) : begin(asked);
  }

  /** The open escalation of a conversation. A deferred one whose question was kept is over: a new request is a new one. */
  async function currentOf(conversation: string, at: Date): Promise<EscalationRow | undefined> {
    const row = await reads.openOf(conversation);
    if (row?.verdict !== "deferred" || row.state !== "open") return row;
    const owed = await questions.openIn(conversation);
    if (owed.some((question) => question.escalation === row.id)) return row;
    await applyWrites(db, [answered(row.id, "Its question was kept at its date.", at), unused(row.id)]);
    return undefined;
  }

  async function begin(asked: Asked): Promise<Outcome> {
    const id = ids.next("esc");
    const { humans } = planTerms(book(), asked.plan);
    const money = humans ? { left: await leftFor(asked) } : await earnedOnly(asked);
    const decision = decide(asked, null, humans, money);
    if (decision.verdict === "overridden") return outcomes.override(asked, id, decision);
    if (decision.verdict === "deferred") return outcomes.defer(asked, id, decision);
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
    if (held.ok) return outcomes.grant(asked, id, decision, { id: held.id });
    // Somebody was quicker: the budget has what the ledger says, not what the turn had read.
    return outcomes.defer(asked, id, decide(asked, null, humans, humans ? { left: held.left } : { left: 0n, earned: held.left }, true));
  }

  /** What the turn has read, unless that looks too small: a refusal holds only if the ledger says so, too. */
  async function leftFor({ budget, matter }: Asked): Promise<bigint> {
    const left = read(budget);
    if (left >= expectedStaffCost(book())) return left;
    return (await ledger.budgetOf(customerBudget(matter.customer))).left;
  }

  /** A plan whose fund pays for models only: what such a customer has is what it earned by contributions. */
  async function earnedOnly({ matter }: Asked): Promise<Money> {
    const earned = await ledger.earnedLeft(matter.customer);
    return earned > 0n ? { left: 0n, earned } : { left: 0n };
  }

  function decide(asked: Asked, alreadyOpen: Verdict | null, planHasHuman: boolean, money: Money, holdRefused = false): RecordedDecision<Verdict> {
    return rulebook.decide(escalate, {
      safety: [...asked.safety],
      requested: asked.by,
      planHasHuman,
      ...money,
      estimate: expectedStaffCost(book()),
      alreadyOpen,
      ...(holdRefused ? { holdRefused } : {}),
      requestsToday: asked.matter.requestsToday,
    });
  }

  /** A safety matter makes the open one graver; everything else stands with it. */
  async function join(asked: Asked, current: EscalationRow): Promise<Outcome> {
    const decision = decide(asked, current.verdict, planTerms(book(), asked.plan).humans, { left: read(asked.budget) });
    const isGraver = asked.safety.length > 0 && (current.verdict !== "overridden" || (gravest(asked.safety) === "danger" && current.class !== "danger"));
    return isGraver ? outcomes.graver(asked, current, gravest(asked.safety), decision) : outcomes.joined(asked, current, decision);
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
    // What fails here is caught by the sweep.
    const done = work.catch((error: unknown) => rooms.log.error({ err: error }, "an unused hold could not be given back")).finally(() => settling.delete(done));
    settling.add(done);
  }

  /**
   * Gives back what was held for a person whom no escalation brought in: its turn died before the commit, or left it out and its
   * process died before it could say so. Resolves to how many. While a turn has the conversation, its commit may still come.
   */
  async function sweep(): Promise<number> {
    const at = clock.now();
    const unused = await db.query<{ id: string }>(
      `select h.id from open_holds o join holds h on h.id = o.hold join conversations c on c.id = h.conversation
       where h.kind = 'staff' and h.turn is not null and c.turn is distinct from h.turn and h.at <= $1 and c.last_at <= $1
         and not exists (select 1 from escalations e where e.hold = h.id) limit ${SWEEP_BATCH}`,
      [new Date(at.getTime() - ORPHAN_GRACE_MS)],
      "escalations_unused_holds",
    );
    if (unused.length === 0) return 0;
    await applyWrites(
      db,
      unused.map(({ id }) => release(id, "no escalation", at)),
    );
    return unused.length;
  }

  return {
    request,
    decided,
    sent,
    exists,
    sweep,
    idle: async () => {
      while (settling.size > 0) await Promise.all(settling);
    },
  };
}

export type Requests = ReturnType<typeof createRequests>;

function read(budget: EscalationRequest["budget"]): bigint {
  return budget ? budget.balance - budget.held : 0n;
}
