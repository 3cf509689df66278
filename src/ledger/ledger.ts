import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import { awarded } from "./awards.ts";
import { createBudgets, type Calendar, type GrantRule } from "./budgets.ts";
import { checkLedger } from "./check.ts";
import { createHolds } from "./holds.ts";
import { cost, customerBudget, endHold, openAccount } from "./postings.ts";

export type LedgerRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  log: Log;
  calendar: Calendar;
  ruleOf: (account: string) => Promise<GrantRule | undefined>;
  /** what others write down with the end of a hold whose work died */
  beside?: (hold: OpenHold, at: Date) => Write[];
};

/** A posting as staff read it. Amounts in micro-units. */
export type PostingRow = {
  id: bigint;
  transfer: string;
  account: string;
  amount: bigint;
  currency: string;
  kind: string;
  cause: string;
  customer: string | null;
  conversation: string | null;
  turn: string | null;
  facts: Record<string, unknown>;
  at: Date;
  reverses: string | null;
};

export type OpenHold = {
  id: string;
  account: string;
  amount: bigint;
  currency: string;
  kind: "model" | "tool" | "staff" | "call";
  customer: string | null;
  conversation: string | null;
  turn: string | null;
  facts: Record<string, unknown>;
  /** when it was taken, as read from the books */
  at?: Date;
};

const SWEEP_BATCH = 500;

/** The ledger: what every conversation costs, booked once, and what may still be spent. */
export function createLedger(rooms: LedgerRooms) {
  const { db, clock, log } = rooms;
  const budgets = createBudgets({ ...rooms, endLate });
  const holds = createHolds({ ...rooms, period: (at) => rooms.calendar.periodOf(at), openPeriod: budgets.openPeriod });

  /** Makes the company's own accounts. Funds are strict: they are budgets, too. */
  async function openBooks(currency: string): Promise<void> {
    const plain = [
      "company/grants",
      "company/goodwill",
      "company/overrun",
      "company/faults",
      "company/safety",
      "company/human-looks",
      "company/initiative",
      "company/search",
      "company/no-claims",
      "company/contributions",
      "vendor/model",
      "vendor/tool",
      "vendor/message",
      "vendor/call",
      "staff/time",
    ];
    const strict = ["company/community-fund", "company/visitors-fund"];
    await applyWrites(db, [...plain.map((id) => openAccount(id, currency, false)), ...strict.map((id) => openAccount(id, currency, true))]);
  }

  /**
   * Ends holds whose work died: voided for the customer; a model's step is booked at its ceiling on company/faults, a tool's
   * call at its price, for it may have been paid (PRODUCT promise 5). `because` names the reason.
   */
  async function abandon(open: OpenHold[], because: string): Promise<void> {
    for (const hold of open) {
      try {
        const at = clock.now();
        await applyWrites(db, [...abandonWrites(hold, because, at), ...(rooms.beside?.(hold, at) ?? [])]);
      } catch (error) {
        // Somebody else ended it first: once is what was asked for.
        if ((error as { code?: string }).code !== "23505") throw error;
      }
      log.warn({ hold: hold.id, because }, "hold abandoned");
    }
  }

  async function openHoldsOf(turn: string): Promise<OpenHold[]> {
    return db.query<OpenHold>(`select ${HOLD} from open_holds o join holds h on h.id = o.hold where h.turn = $1`, [turn], "ledger_holds_of_turn");
  }

  /** Ends what is past its deadline; resolves to how many. */
  async function sweep(): Promise<number> {
    const late = await db.query<OpenHold>(
      `select ${HOLD} from open_holds o join holds h on h.id = o.hold where o.deadline <= $1 order by o.deadline limit ${SWEEP_BATCH}`,
      [clock.now()],
      "ledger_late_holds",
    );
    await abandon(late, "deadline");
    return late.length;
  }

  async function endLate(): Promise<void> {
    while ((await sweep()) === SWEEP_BATCH);
  }

  async function nextDeadline(): Promise<Date | undefined> {
    const [row] = await db.query<{ at: Date | null }>("select min(deadline) as at from open_holds", [], "ledger_next_deadline");
    return row?.at ?? undefined;
  }

  /** Postings in the order of booking (or the last first), from the id `after` on, at most `limit`. */
  async function postings(filter: {
    customer?: string;
    conversation?: string;
    turns?: string[];
    after?: bigint;
    order?: "asc" | "desc";
    limit: number;
  }): Promise<PostingRow[]> {
    const back = filter.order === "desc";
    return db.query<PostingRow>(
      `select p.id, p.transfer, p.account, p.amount, p.currency, t.kind, t.cause, t.customer, t.conversation, t.turn, t.facts, t.at, t.reverses
       from postings p join transfers t on t.id = p.transfer
       where ($1::bigint is null or p.id ${back ? "<" : ">"} $1) and ($2::text is null or t.customer = $2) and ($3::text is null or t.conversation = $3) and ($4::text[] is null or t.turn = any($4))
       order by p.id ${back ? "desc" : "asc"} limit $5`,
      [filter.after ?? null, filter.customer ?? null, filter.conversation ?? null, filter.turns ?? null, filter.limit],
    );
  }

  /**
   * What serving the customer has cost since `from`, by cause, in micro-units: model, tools and people, whoever paid, so that the company's
   * goodwill counts like the customer's budget. It is the vendors' side that is added up: each cost has it once, and a reversal takes it off.
   */
  async function costsSince(customer: string, from: Date): Promise<Map<string, bigint>> {
    const rows = await db.query<{ cause: string; cost: bigint }>(
      `select t.cause, (-sum(p.amount))::bigint as cost from transfers t join postings p on p.transfer = t.id
       where t.customer = $1 and t.at >= $2 and (p.account like 'vendor/%' or p.account like 'staff/%') group by t.cause`,
      [customer, from],
    );
    return new Map(rows.map(({ cause, cost }) => [cause, cost]));
  }

  /** What is left of what a customer has earned beyond its contract: nothing, for nearly everybody, and then nothing is opened. */
  async function earnedLeft(customer: string): Promise<bigint> {
    const earned = await awarded(db, customer);
    if (earned === 0n) return 0n;
    const { left } = await budgets.budgetOf(customerBudget(customer));
    return left < earned ? left : earned;
  }

  return {
    ...budgets,
    earnedLeft,
    currentPeriod: () => rooms.calendar.periodOf(clock.now()),
    takeHold: holds.takeHold,
    openBooks,
    abandon,
    openHoldsOf,
    sweep,
    nextDeadline,
    postings,
    costsSince,
    check: () => checkLedger(db),
    idle: holds.idle,
  };
}

export type Ledger = ReturnType<typeof createLedger>;

const HOLD = "h.id, h.account, h.amount, h.currency, h.kind, h.customer, h.conversation, h.turn, h.facts, h.at";

function abandonWrites(hold: OpenHold, because: string, at: Date): Write[] {
  const end = endHold(hold.id, "voided", at, { reason: because });
  if (hold.kind === "staff" || !hold.customer) return [end];
  const booked = cost({
    key: `fault/${hold.id}`,
    kind: hold.kind,
    cause: "fault",
    customer: hold.customer,
    conversation: hold.conversation,
    turn: hold.turn,
    amount: hold.amount,
    currency: hold.currency,
    payer: "company/faults",
    vendor: `vendor/${hold.kind}`,
    facts: { ...hold.facts, estimated: true, because, hold: hold.id },
    at,
  });
  return [end, ...booked];
}
