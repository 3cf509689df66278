import { causeOf as causeOfMatter } from "../customers/index.ts";
import type { Turn } from "../conversations/index.ts";
import { cost, endHold, transferId } from "../ledger/index.ts";
import type { Write } from "../platform/commit.ts";
import { callTool } from "../policies/index.ts";
import type { RecordedDecision } from "../rulebook/index.ts";
import { asMaterial } from "./mcp/material.ts";
import { ToolFailure } from "./mcp/line.ts";
import type { Offer, ToolServers } from "./mcp/servers.ts";
import type { ToolCall } from "./models/model.ts";
import type { MemoryRooms } from "./memory/memory.ts";
import { openSteps, type StepRooms, type Steps } from "./steps.ts";
import { argumentsIn, type Tool, type ToolDesk } from "./tools/index.ts";

/** A call that was made, or may have been. Amounts in micro-units of the owner's currency. */
type Called = { key: string; offer: Offer; status: "ok" | ToolFailure["code"]; hold: string | null; amount: bigint; payer: string; at: Date };

export type OutsideRooms = Pick<StepRooms, "clock" | "log" | "ledger" | "rulebook"> & {
  person: MemoryRooms["person"];
  toolServers: Pick<ToolServers, "offers" | "call">;
  /** the number under which the host knows a customer */
  externalId: (customer: string) => Promise<string | null>;
};

/** Our own tools that keep something beyond the turn. */
const NOTES = new Set(["remember", "forget"]);

/** For the model; the same words whatever the reason in our books is. */
const refusal = (error: string) => JSON.stringify({ error });

/**
 * The tools of systems outside, in one turn. Policy decides on each call, its price is set aside before and booked after, and what comes
 * back is material. A call that cannot be paid is not told to the model (a policy's outcome never is): the turn ends without one.
 */
export function openOutside(rooms: OutsideRooms, turn: Turn, steps: Pick<Steps, "purse">, locale: string) {
  const offers = rooms.toolServers.offers();
  const called: Called[] = [];
  const counts = new Map<string, number>();
  const decisions: RecordedDecision[] = [];
  const quotable: string[] = [];
  let grounds: string[] = [];
  let heard = false;

  /** Calls one. `too_dear`: the budget does not pay it. */
  async function call(offer: Offer, wish: ToolCall): Promise<string | "too_dear"> {
    const given = argumentsIn(wish.arguments);
    if (given === undefined) return refusal("wrong arguments: they are no JSON object");
    const { filled, unfilled } = await filledIn(offer);
    const calls = counts.get(offer.spec.name) ?? 0;
    const price = offer.terms.cost.amount;
    const facts = { tool: offer.spec.name, calls, most: offer.terms.calls, unfilled, cost: price, left: price === 0n ? 0n : await steps.purse.left() };
    const decision = rooms.rulebook.decide(callTool, facts);
    decisions.push(decision);
    if (decision.verdict === "too_often") return refusal("no more calls of this tool in this turn");
    if (decision.verdict === "not_filled") return refusal("this cannot be asked for this contact");
    if (decision.verdict === "too_dear") return "too_dear";
    counts.set(offer.spec.name, calls + 1);
    const own = Object.fromEntries(Object.entries(given).filter(([name]) => !Object.hasOwn(offer.terms.fill, name)));
    return made(offer, own, filled);
  }

  /** Runs what the model calls: a tool of ours, or one outside. */
  function run(wish: ToolCall, own: Tool | undefined, desk: ToolDesk): Promise<string | "too_dear"> | string {
    const offer = offers.find(({ spec }) => spec.name === wish.name);
    if (offer) return call(offer, wish);
    if (!own) return refusal(`there is no tool ${wish.name}`);
    // Whoever speaks through a result shall neither leave something in our notes nor take something out of them.
    if (heard && NOTES.has(own.name)) return refusal("not in a turn in which another system was asked");
    return own.run(wish.arguments, desk);
  }

  async function made(offer: Offer, given: Record<string, unknown>, filled: Record<string, string>): Promise<string | "too_dear"> {
    const key = `turn/${turn.turn}/tool/${called.length + 1}`;
    const hold = await takeHold(offer, key);
    if (hold === "refused") return "too_dear";
    const { amount } = offer.terms.cost;
    const one: Called = { key, offer, status: "stopped", hold, amount, payer: turn.customer.payer, at: rooms.clock.now() };
    called.push(one);
    try {
      const { text, failed } = await rooms.toolServers.call(offer, { arguments: given, filled, signal: turn.signal });
      one.status = "ok";
      heard = true;
      if (offer.terms.quotable && !failed) for (const list of [quotable, grounds]) list.push(text.slice(0, offer.terms.characters));
      return asMaterial(offer.spec.name, failed ? `(it says that it failed) ${text}` : text, offer.terms.characters);
    } catch (error) {
      return gaveNothing(one, error);
    } finally {
      one.at = rooms.clock.now();
      if (one.payer === "company/faults") steps.purse.gave(amount);
    }
  }

  // A call that gave nothing is never the customer's cost; one that may have begun may have to be paid.
  function gaveNothing(one: Called, error: unknown): string {
    const failure = error instanceof ToolFailure ? error : new ToolFailure("broken", true, String(error), { cause: error });
    one.status = failure.code;
    one.payer = "company/faults";
    if (!failure.sent) one.amount = 0n;
    if (failure.code === "arguments") return refusal(`wrong arguments: ${failure.message}`);
    rooms.log.warn({ turn: turn.turn, tool: one.offer.spec.name, reason: failure.code }, "a tool gave nothing");
    return refusal(failure.code === "timeout" ? "it did not answer in time" : "it did not answer");
  }

  async function takeHold(offer: Offer, key: string): Promise<string | null | "refused"> {
    const { amount, currency } = offer.terms.cost;
    if (amount === 0n) return null;
    const answer = await rooms.ledger.takeHold({
      key,
      account: turn.customer.payer,
      amount,
      currency,
      kind: "tool",
      customer: turn.conversation.customer,
      conversation: turn.conversation.id,
      turn: turn.turn,
      deadline: steps.purse.holdUntil(),
      facts: { tool: offer.spec.name },
    });
    if (!answer.ok) return "refused";
    steps.purse.took(amount);
    return answer.id;
  }

  /** What the service itself puts into a call. The model neither sees nor writes it. */
  async function filledIn({ terms }: Offer): Promise<{ filled: Record<string, string>; unfilled: number }> {
    const filled: Record<string, string> = {};
    let unfilled = 0;
    for (const [name, what] of Object.entries(terms.fill)) {
      const value = await valueOf(what);
      if (value) filled[name] = value;
      else unfilled++;
    }
    return { filled, unfilled };
  }

  async function valueOf(what: Offer["terms"]["fill"][string]): Promise<string | null> {
    if (what === "language") return locale;
    if (what === "externalId") return rooms.externalId(turn.conversation.customer);
    return (await rooms.person(turn.conversation.customer, turn.conversation.contact))?.email ?? null;
  }

  /** `late`: somebody else has the conversation; then all of it is the company's. */
  function writes(late: boolean): Write[] {
    return called.flatMap((one) => bookedCall(turn, one, late));
  }

  return {
    specs: offers.map(({ spec }) => spec),
    run,
    /** The texts whose figures a draft may repeat: these, and what the owner lets stand of what is still to be heard in it. */
    grounds: (texts: readonly string[]) => (grounds = [...texts, ...quotable]),
    /** More of them, found while the draft is written. */
    stands: (texts: readonly string[]) => void grounds.push(...texts),
    decisions: () => decisions,
    /** What was paid and led to nothing is never the customer's cost. */
    forgive: () => called.forEach((one) => (one.payer = "company/faults")),
    writes,
  };
}

/** All that is paid in one turn: the steps of models, and what was asked outside. */
export function openWork(rooms: StepRooms & OutsideRooms, turn: Turn, locale: string) {
  const steps = openSteps(rooms, turn);
  const outside = openOutside(rooms, turn, steps, locale);
  return {
    ...steps,
    outside,
    forgive() {
      steps.forgive();
      outside.forgive();
    },
  };
}

export type Work = ReturnType<typeof openWork>;

function bookedCall(turn: Turn, { key, offer, status, hold, amount, payer: before, at }: Called, late: boolean): Write[] {
  const payer = late ? "company/faults" : before;
  const booked = cost({
    key,
    kind: "tool",
    cause: turn.episode ? causeOfMatter(turn.episode) : "other",
    customer: turn.conversation.customer,
    conversation: turn.conversation.id,
    turn: turn.turn,
    episode: turn.episode?.id ?? null,
    amount,
    currency: offer.terms.cost.currency,
    payer,
    vendor: "vendor/tool",
    facts: { tool: offer.spec.name, status },
    at,
  });
  if (!hold) return booked;
  const own = payer !== "company/faults";
  const transfer = own && booked.length > 0 ? transferId(key) : null;
  return [...booked, endHold(hold, own ? "settled" : "voided", at, { transfer, reason: late ? "superseded" : status })];
}
