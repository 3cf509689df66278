import { applyWrites, type Write } from "../platform/commit.ts";
import type { Ids } from "../platform/ids.ts";
import type { Queryable } from "../platform/database.ts";
import { causeOf } from "../customers/index.ts";
import { amount, ceiling, cost, endHold, priceOf, transferId, type Price } from "../ledger/index.ts";
import { chooseModel, reviewReply, type Decision } from "../policies/index.ts";
import { expectedStaffCost, staffCost, type Book, type Rulebook } from "../rulebook/index.ts";
import { pastHold, type Purse } from "./purse.ts";
import type { Chance } from "../platform/chance.ts";
import type { Recorded } from "./record.ts";
import { attemptWrite } from "./rows.ts";

/** The cheap model of the sample; where the owner's book cannot price it, the built-in one, which costs nothing. */
const MODEL = "gpt-4o-mini";
const PROMPT_TOKENS = 1_150;
const PAGES_TOKENS = { least: 900, most: 2_600 };
const CACHE_BLOCK = 128;
const CHARACTERS_PER_TOKEN = 3.8;
const REQUEST_BYTES = 24_000;
const STAFF = "staff/time";

export type CostRooms = { ids: Ids; chance: Chance; purse: Purse; book: Book; version: string; rulebook: Pick<Rulebook, "decisionWrite">; rows: Write[] };

export function samplePrice(book: Book, at: Date): Price {
  const free = priceOf("built-in", book, at) as Price;
  try {
    return priceOf(MODEL, book, at) ?? free;
  } catch {
    return free;
  }
}

/** Keeps a decision of the past as the rooms keep theirs. Resolves to its id. */
export function keepDecision(rooms: CostRooms, decision: Decision, about: { customer: string; conversation: string; turn: string | null; at: Date }): string {
  const id = rooms.ids.next("dec");
  rooms.rows.push(rooms.rulebook.decisionWrite({ ...decision, id, rulebook: rooms.version }, about));
  return id;
}

/** Books what each reply cost: one step of the model, priced by the same functions as every day. */
export function bookTurns(rooms: CostRooms, told: Recorded): void {
  for (const turn of told.turns) rooms.purse.plan(turn.at, () => bookTurn(rooms, told, turn));
}

function bookTurn(rooms: CostRooms, told: Recorded, turn: Recorded["turns"][number]): Write[] {
  const { ids, purse, book, rows } = rooms;
  const { customer, id: conversation, matter } = told;
  const currency = book.business.currency;
  const about = { customer: customer.id, conversation, turn: turn.id, at: turn.at };
  const price = samplePrice(book, turn.at);
  const usage = usageOf(rooms.chance, told, turn);
  const main = { ceiling: ceiling(price, REQUEST_BYTES, book.models.maxOutputTokens), local: price.source === "built-in" };
  const left = purse.left(customer.payer);
  keepDecision(rooms, chooseModel.decide({ left, held: 0n, reserve: 0n, main, cheap: null, failed: [] }, book), about);
  keepDecision(rooms, reviewReply.decide({ findings: [], draft: 1 }, book), about);
  const due = amount(price, usage);
  const paid = due <= left ? due : 0n;
  const attempt = ids.next("att");
  rows.push(
    attemptWrite({
      id: attempt,
      turn: turn.id,
      conversation,
      model: price.model,
      usage,
      price,
      amount: paid,
      currency,
      started_at: turn.startedAt,
      ended_at: turn.at,
    }),
  );
  if (paid === 0n) return [];
  purse.take(customer.payer, paid);
  const facts = {
    attempt,
    model: price.model,
    step: 1,
    inputTokens: usage.input,
    cachedTokens: usage.cachedInput,
    outputTokens: usage.output,
    priceSource: price.source,
    exchange: price.exchange,
  };
  return cost({
    key: `attempt/${attempt}`,
    kind: "model",
    cause: causeOfMatter(matter),
    ...about,
    episode: matter.id,
    amount: paid,
    currency,
    payer: customer.payer,
    vendor: "vendor/model",
    facts,
  });
}

function usageOf(chance: Chance, told: Recorded, turn: Recorded["turns"][number]) {
  const said = told.story.said[turn.line];
  const input = PROMPT_TOKENS + chance.between(PAGES_TOKENS.least, PAGES_TOKENS.most) + Math.ceil(turn.heard / CHARACTERS_PER_TOKEN);
  const repeated = turn === told.turns[0] ? 0 : Math.floor((PROMPT_TOKENS * 0.9) / CACHE_BLOCK) * CACHE_BLOCK;
  return {
    input,
    cachedInput: repeated,
    cacheWrite: 0,
    output: Math.ceil((said?.text.length ?? 0) / CHARACTERS_PER_TOKEN) + chance.between(4, 30),
    reasoning: 0,
  };
}

/** A colleague's time: set aside when asked for, booked when done, what is left over given back. */
export type StaffTime = { escalation: string; turn: string; payer: string; minutes: number; askedAt: Date; doneAt: Date; deadline: Date };

/** Books a colleague's time; resolves to the id of the hold, where the customer pays. */
export function bookStaff(rooms: CostRooms, told: Recorded, time: StaffTime): string | null {
  const { ids, purse, book } = rooms;
  const currency = book.business.currency;
  const held = expectedStaffCost(book);
  const { amount: due, minutes } = staffCost(book, time.minutes);
  const ours = time.payer.startsWith("company/");
  const base = {
    kind: "staff",
    cause: causeOfMatter(told.matter),
    customer: told.customer.id,
    conversation: told.id,
    turn: time.turn,
    episode: told.matter.id,
    currency,
    vendor: STAFF,
    at: time.doneAt,
  } as const;
  const facts = { escalation: time.escalation, minutes: time.minutes, billedMinutes: minutes };
  const key = `escalation/${time.escalation}`;
  if (ours) {
    purse.plan(time.doneAt, () => cost({ ...base, key, amount: due, payer: time.payer, facts }));
    return null;
  }
  const hold = ids.next("hold");
  purse.take(time.payer, held);
  const { escalation, turn, askedAt: at, deadline } = time;
  purse.plan(at, () => [
    pastHold({ id: hold, account: time.payer, amount: held, currency, customer: told.customer.id, conversation: told.id, turn, escalation, deadline, at }),
  ]);
  purse.plan(time.doneAt, () => {
    purse.take(time.payer, -held);
    // What goes beyond the hold is the budget's if it still covers it, else ours (PRODUCT promise 5).
    const onBudget = due <= held || purse.left(time.payer) >= due ? due : held;
    purse.take(time.payer, onBudget);
    const end = endHold(hold, "settled", time.doneAt, { transfer: transferId(key) });
    return [
      ...cost({ ...base, key, amount: onBudget, payer: time.payer, facts }),
      ...cost({ ...base, key: `${key}/overrun`, amount: due - onBudget, payer: "company/overrun", facts: { ...facts, because: "over_hold" } }),
      end,
    ];
  });
  return hold;
}

function causeOfMatter(matter: Recorded["matter"]): string {
  return causeOf({ topic: matter.topic, errorCode: matter.error_code, productVersion: matter.product_version });
}

const CHUNK = 2_000;
/** Writes many rows, so many at a time; in the order of their statements' names, so that what is referred to is there. */
export async function writeAll(tx: Queryable, writes: Write[]): Promise<void> {
  const ordered = writes.toSorted((a, b) => (a.statement.name < b.statement.name ? -1 : Number(a.statement.name > b.statement.name)));
  for (let i = 0; i < ordered.length; i += CHUNK) await applyWrites(tx, ordered.slice(i, i + CHUNK));
}
