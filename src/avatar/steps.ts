import { amount, ceiling, credibleUsage, isFree, type Ledger } from "../ledger/index.ts";
import type { Turn } from "../conversations/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Ids } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import { chooseModel } from "../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../rulebook/index.ts";
import type { Attempt } from "./attempts.ts";
import type { BesideTurn } from "./beside-turn.ts";
import type { Models, Priced, Role } from "./models/index.ts";
import { longestTurnMs } from "./turn-length.ts";
import { ModelFailure, type ModelReply, type ModelRequest } from "./models/model.ts";
import type { Rests } from "./models/rests.ts";

export type StepRooms = { clock: Clock; ids: Ids; log: Log; ledger: Ledger; rulebook: Rulebook; models: Models; rests: Rests };

/** A model that policy may choose, with the most that the step can cost on it. */
type Chosen = { role: Role; priced: Priced; ceiling: bigint; bytes: number };

/** Work beside a turn is one step and has no lease: beyond its own time-out, long enough for a slow commit, short enough that money is not set aside for nothing. */
const BESIDE_HOLD_MS = 10 * 60_000;

/**
 * The paid steps of one turn. Each step: policy chooses a model by what the budget allows, a hold is taken for the most
 * that it can cost, the model is asked, and what it used is noted for the turn's commit.
 */
export function openSteps(rooms: StepRooms, turn: Turn | BesideTurn) {
  const isBeside = "beside" in turn;
  const attempts: Attempt[] = [];
  const decisions: RecordedDecision[] = [];
  const failed: Role[] = turn.failures > 0 ? roles() : [];
  let left: bigint | undefined;
  let model = "built-in";

  /** Prices are those of the rulebook that is in force now: an attempt keeps the one that it began with. */
  function offers() {
    return rooms.models.offers(rooms.rulebook.current().book, rooms.clock.now());
  }

  function roles(): Role[] {
    return Object.keys(offers()) as Role[];
  }

  // The account may not have been touched in this period yet: then what was read is last month's.
  async function budgetLeft(): Promise<bigint> {
    if (left !== undefined) return left;
    const { payer } = turn;
    const fresh = payer !== null && payer.period === rooms.ledger.currentPeriod();
    left = fresh ? BigInt(payer.balance) - BigInt(payer.held) : (await rooms.ledger.budgetOf(turn.customer.payer)).left;
    return left;
  }

  async function choose(request: ModelRequest): Promise<Chosen | undefined> {
    const budget = await budgetLeft();
    const measured = Object.entries(offers()).map(([role, priced]): Chosen => {
      const bytes = priced.model.bytesOf(request);
      return { role: role as Role, priced, bytes, ceiling: ceiling(priced.price, bytes, request.maxOutputTokens) };
    });
    if (measured.length === 0) return undefined;
    const offered = Object.fromEntries(measured.map((one) => [one.role, { ceiling: one.ceiling, local: isFree(one.priced.price) }]));
    const resting = measured.filter(({ priced }) => rooms.rests.rests(priced.model.name)).map(({ role }) => role);
    const facts = {
      left: budget,
      held: BigInt(turn.payer?.held ?? "0"),
      reserve: 0n,
      main: null,
      cheap: null,
      ...offered,
      failed,
      ...(resting.length > 0 && { resting }),
      ...(!isBeside && { task: turn.cause.kind === "question" ? ("followUp" as const) : ("reply" as const) }),
      // A plan that the book does not know chooses nothing, and its name is not ours to keep.
      ...(!isBeside && Object.hasOwn(rooms.rulebook.current().book.plans, turn.customer.plan) && { plan: turn.customer.plan }),
    } as const;
    const decision = rooms.rulebook.decide(chooseModel, facts);
    const before = decisions.findLast((one) => one.policy === chooseModel.id);
    if (before?.verdict !== decision.verdict) decisions.push(decision);
    return measured.find(({ role }) => role === decision.verdict);
  }

  /** Asks a model. Undefined: none can be paid or reached; the built-in one answers. */
  async function ask(request: ModelRequest): Promise<ModelReply | undefined> {
    for (;;) {
      const chosen = await choose(request);
      if (!chosen) return undefined;
      const hold = await takeHold(chosen);
      if (hold === "refused") {
        failed.push(chosen.role);
        continue;
      }
      model = chosen.priced.model.name;
      const attempt = begin(chosen.priced, hold);
      try {
        const reply = await chosen.priced.model.ask(request);
        settle(attempt, chosen, reply, request);
        return reply;
      } catch (error) {
        const failure = error instanceof ModelFailure ? error : new ModelFailure("nonsense", "maybe", String(error), { cause: error });
        give(attempt, chosen, failure, request);
        rooms.log.warn({ turn: turn.turn, model: attempt.model, reason: failure.code, detail: failure.message }, "model step failed");
        failed.push(chosen.role);
        rooms.rests.rest(attempt.model, failure.retryAfter);
        // Text of the failed step may be on its way to the contact: then the draft as a whole has to be taken back.
        if (request.signal.aborted || !request.takeBack()) throw failure;
      }
    }
  }

  async function takeHold(chosen: Chosen): Promise<string | null | "refused"> {
    if (chosen.ceiling === 0n) return null;
    const step = attempts.length + 1;
    const { model, price } = chosen.priced;
    const answer = await rooms.ledger.takeHold({
      key: `${"beside" in turn ? turn.beside : "turn"}/${turn.turn}/${step}`,
      account: turn.customer.payer,
      amount: chosen.ceiling,
      currency: rooms.rulebook.current().book.business.currency,
      kind: "model",
      customer: turn.conversation.customer,
      conversation: turn.conversation.id,
      turn: "beside" in turn ? null : turn.turn,
      deadline: holdUntil(),
      facts: { model: model.name, step, priceSource: price.source, exchange: price.exchange },
    });
    if (!answer.ok) {
      left = answer.left;
      return "refused";
    }
    left = (left ?? 0n) - chosen.ceiling;
    return answer.id;
  }

  /** When what this turn holds ends by itself, where nobody has ended it. */
  function holdUntil(): Date {
    const ms = isBeside ? BESIDE_HOLD_MS : longestTurnMs(rooms.rulebook.current().book, roles().length);
    return new Date(rooms.clock.now().getTime() + ms);
  }

  function begin(priced: Priced, hold: string | null): Attempt {
    const at = rooms.clock.now();
    const attempt: Attempt = {
      id: rooms.ids.next("att"),
      step: attempts.length + 1,
      model: priced.model.name,
      status: "aborted",
      hold,
      price: priced.price,
      usage: null,
      amount: 0n,
      currency: rooms.rulebook.current().book.business.currency,
      estimated: false,
      payer: turn.customer.payer,
      startedAt: at,
      endedAt: at,
    };
    attempts.push(attempt);
    return attempt;
  }

  function settle(attempt: Attempt, chosen: Chosen, reply: ModelReply, request: ModelRequest): void {
    attempt.status = "ok";
    charge(attempt, chosen, reply.usage, { maxOutputTokens: request.maxOutputTokens, replyBytes: Buffer.byteLength(reply.text) });
    left = (left ?? 0n) + chosen.ceiling - attempt.amount;
  }

  // A step that gave nothing is never the customer's cost; one that may have been paid stands at its account, else at its ceiling.
  function give(attempt: Attempt, chosen: Chosen, failure: ModelFailure, request: ModelRequest): void {
    attempt.status = failure.code === "timeout" ? "timeout" : failure.code === "stopped" ? "aborted" : "failed";
    attempt.payer = "company/faults";
    if (failure.paid === "maybe") charge(attempt, chosen, failure.usage, { maxOutputTokens: request.maxOutputTokens });
    else attempt.endedAt = rooms.clock.now();
    left = (left ?? 0n) + chosen.ceiling;
  }

  function charge(attempt: Attempt, chosen: Chosen, usage: unknown, limits: { maxOutputTokens: number; replyBytes?: number }): void {
    const checked = credibleUsage(usage, { requestBytes: chosen.bytes, ...limits });
    attempt.endedAt = rooms.clock.now();
    attempt.usage = checked.ok ? checked.usage : null;
    attempt.estimated = !checked.ok;
    attempt.amount = checked.ok ? amount(chosen.priced.price, checked.usage) : chosen.ceiling;
    if (!checked.ok) rooms.log.warn({ turn: turn.turn, model: attempt.model, problem: checked.problem }, "usage not credible, booked at its ceiling");
  }

  return {
    ask,
    /** what the payer has left, for what is paid beside the steps */
    purse: {
      left: budgetLeft,
      holdUntil,
      took: (amount: bigint) => void (left = (left ?? 0n) - amount),
      gave: (amount: bigint) => void (left = (left ?? 0n) + amount),
    },
    /** whether there is any model but the built-in one */
    any: () => roles().length > 0,
    attempts,
    /** tokens of the last step's answer; where nobody knows, all that it was allowed */
    written: (allowed: number): number => attempts.at(-1)?.usage?.["output"] ?? allowed,
    decisions,
    model: () => model,
    /** Steps that were paid and said nothing are never the customer's cost. */
    forgive() {
      for (const attempt of attempts) attempt.payer = "company/faults";
    },
    /** whether the last step gave nothing, or there was none */
    silent: () => attempts.at(-1)?.status !== "ok",
    /** whether a model that should have answered gave nothing, now or in the turns before */
    broken: () => turn.failures > 0 || attempts.some((attempt) => attempt.status !== "ok"),
  };
}

export type Steps = ReturnType<typeof openSteps>;
