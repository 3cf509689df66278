import { TELL_OF_ESTIMATE } from "../care/index.ts";
import type { Statement, Write } from "../platform/commit.ts";
import { schedule } from "../platform/timers.ts";
import { causeOf as causeOfMatter } from "../customers/index.ts";
import { cost, endHold, transferId, type OpenHold, type Price } from "../ledger/index.ts";
import type { Turn } from "../conversations/index.ts";
import type { BesideTurn } from "./beside-turn.ts";

/** A step of a model that was paid, or may have been. Amounts in micro-units of `currency`. */
export type Attempt = {
  id: string;
  step: number;
  model: string;
  status: "ok" | "failed" | "timeout" | "aborted";
  hold: string | null;
  price: Price;
  usage: Record<string, number> | null;
  amount: bigint;
  currency: string;
  /** the usage is not known or not credible: it stands at its ceiling, and people are told */
  estimated: boolean;
  /** whose money: the customer's budget (or fund), or the company's, for a step that gave nothing */
  payer: string;
  startedAt: Date;
  endedAt: Date;
};

const attempt_: Statement = {
  name: "attempts_add",
  columns:
    "id text, turn text, conversation text, step integer, model text, status text, hold text, usage jsonb, price jsonb, amount bigint, currency text, estimated boolean, started_at timestamptz, ended_at timestamptz",
  sql: `insert into attempts (id, turn, conversation, step, model, status, hold, usage, price, amount, currency, estimated, started_at, ended_at)
    select r.id, r.turn, r.conversation, r.step, r.model, r.status, r.hold, r.usage, r.price, r.amount, r.currency, r.estimated, r.started_at, r.ended_at from {rows}`,
};

/** What a step's cost is booked under: the error code or topic of the matter, with the version where known. */
function causeOf(turn: Turn | BesideTurn): string {
  return turn.episode ? causeOfMatter(turn.episode) : "other";
}

/**
 * The bookings of a turn's attempts, once each. `late`: somebody else has the conversation, nothing was said; then the
 * holds are voided for the customer and what was paid is the company's (PRODUCT promise 5).
 */
export function bookAttempts(turn: Turn | BesideTurn, attempts: Attempt[], late: boolean): Write[] {
  return attempts.flatMap((attempt) => {
    const payer = late ? "company/faults" : attempt.payer;
    const key = `attempt/${attempt.id}`;
    const [kind, ofTurn] = "beside" in turn ? [turn.beside, null] : ["model", turn.turn];
    const booked =
      attempt.amount === 0n
        ? []
        : cost({
            key,
            kind,
            cause: causeOf(turn),
            customer: turn.conversation.customer,
            conversation: turn.conversation.id,
            turn: ofTurn,
            episode: turn.episode?.id ?? null,
            amount: attempt.amount,
            currency: attempt.currency,
            payer,
            vendor: "vendor/model",
            facts: factsOf(attempt),
            at: attempt.endedAt,
          });
    const own = payer !== "company/faults";
    const end = attempt.hold
      ? [
          endHold(attempt.hold, own ? "settled" : "voided", attempt.endedAt, {
            transfer: own && booked.length > 0 ? transferId(key) : null,
            reason: late ? "superseded" : attempt.status,
          }),
        ]
      : [];
    const { id, step, model, hold, usage, price, amount, currency, estimated } = attempt;
    const row = {
      id,
      turn: ofTurn,
      conversation: turn.conversation.id,
      step,
      model,
      status: late ? "aborted" : attempt.status,
      hold,
      usage,
      price,
      amount,
      currency,
      estimated,
    };
    // Only where it cost something: nobody needs to look at an estimate of nothing.
    const told = estimated && amount > 0n ? [schedule(TELL_OF_ESTIMATE, id, attempt.endedAt)] : [];
    return [...booked, ...end, ...told, { statement: attempt_, row: { ...row, started_at: attempt.startedAt, ended_at: attempt.endedAt } }];
  });
}

/**
 * The row of a step that nobody lived to book: written with the end of its hold, at the most that it can have cost. Holds of
 * other work have none.
 */
export function crashedAttempt(id: string, hold: OpenHold, at: Date): Write[] {
  const { turn, conversation, facts, amount, currency } = hold;
  if (hold.kind !== "model" || !conversation) return [];
  const model = typeof facts["model"] === "string" ? facts["model"] : "unknown";
  const row = { id, turn, conversation, step: Number(facts["step"] ?? 1), model, status: "crashed", hold: hold.id };
  const booked = { usage: null, price: null, amount, currency, estimated: true };
  return [{ statement: attempt_, row: { ...row, ...booked, started_at: hold.at ?? at, ended_at: at } }];
}

function factsOf(attempt: Attempt): Record<string, unknown> {
  const { usage } = attempt;
  return {
    attempt: attempt.id,
    model: attempt.model,
    step: attempt.step,
    status: attempt.status,
    estimated: attempt.estimated,
    ...(usage ? { inputTokens: usage["input"], cachedTokens: usage["cachedInput"], outputTokens: usage["output"] } : {}),
    priceSource: attempt.price.source,
    exchange: attempt.price.exchange,
  };
}
