import { applyWrites, type Write } from "../platform/commit.ts";
import { schedule } from "../platform/timers.ts";
import { causeOf, LOOK_AT_DISCOUNT } from "../customers/index.ts";
import { cost, customerBudget, endHold, transferId, type Cost } from "../ledger/index.ts";
import { staffCost } from "../rulebook/index.ts";
import type { EscalationRow } from "./rows.ts";
import type { EscalationRooms } from "./rooms.ts";
import { release } from "./writes.ts";

/** What a person's minutes cost, ready to be committed with the end of the escalation. `undo` gives back what was held for it. */
export type Settlement = { writes: Write[]; undo(): Promise<void> };

const EXCESS_MINUTES = 60; // the second hold is settled at once; if we die first, it is given back after this

type Matter = { episode: string | null; topic: string; errorCode: string | null; productVersion: string | null };

/** Settling staff time (PRODUCT promise 5): min(actual, held) from the hold, an excess from the budget if it covers it, else company/overrun. */
export function createSettlement(rooms: EscalationRooms) {
  const { db, clock, ids, ledger, rulebook } = rooms;

  /** `minutes` as worked; billed are those of the rulebook's rounding. None: the hold is given back and nothing is booked. */
  async function settle(row: EscalationRow, minutes: number): Promise<Settlement> {
    const at = clock.now();
    const { minutes: billed, amount: actual } = staffCost(rulebook.current().book, minutes);
    const giveBack = row.open_hold ? [release(row.open_hold, "unused", at)] : [];
    if (actual === 0n) return { writes: giveBack, undo: nothing };
    const base = await costOf(row, { minutes, billed }, at);
    if (row.payer !== customerBudget(row.customer))
      return { writes: [...giveBack, ...cost({ ...base, key: `staff/${row.id}`, amount: actual, payer: row.payer })], undo: nothing };
    return fromBudget(row, base, actual, at);
  }

  type Base = Omit<Cost, "key" | "amount" | "payer">;

  async function fromBudget(row: EscalationRow, base: Base, actual: bigint, at: Date): Promise<Settlement> {
    const held = row.open_hold_micro ?? 0n;
    const posted = actual < held ? actual : held;
    const key = `staff/${row.id}`;
    // What the customer pays for is a claim.
    const writes: Write[] = [schedule(LOOK_AT_DISCOUNT, row.customer, at)];
    if (row.open_hold) {
      writes.push(...cost({ ...base, key, amount: posted, payer: row.payer }));
      writes.push(endHold(row.open_hold, "settled", at, { transfer: posted > 0n ? transferId(key) : null }));
    }
    if (actual === posted) return { writes, undo: nothing };
    const excess = await settleExcess(row, base, actual - posted, at);
    return { writes: [...writes, ...excess.writes], undo: excess.undo };
  }

  async function settleExcess(row: EscalationRow, base: Base, amount: bigint, at: Date): Promise<Settlement> {
    const key = `staff/${row.id}/excess`;
    const { customer, conversation, currency } = row;
    const held = await ledger.takeHold({
      // of its own for each try: a hold that was given back is never taken up again
      key: `${key}/${ids.next("try")}`,
      account: row.payer,
      amount,
      currency,
      customer,
      conversation,
      kind: "staff",
      deadline: new Date(at.getTime() + EXCESS_MINUTES * 60_000),
      facts: { escalation: row.id },
    });
    if (!held.ok) {
      const facts = { ...base.facts, reason: "budget", left: held.left.toString() };
      return { writes: cost({ ...base, key, amount, payer: "company/overrun", facts }), undo: nothing };
    }
    const end = endHold(held.id, "settled", at, { transfer: transferId(key) });
    return { writes: [...cost({ ...base, key, amount, payer: row.payer }), end], undo: () => applyWrites(db, [release(held.id, "refused", clock.now())]) };
  }

  async function costOf(row: EscalationRow, { minutes, billed }: { minutes: number; billed: number }, at: Date): Promise<Base> {
    const [matter] = await db.query<Matter>(
      `select e.id as episode, coalesce(e.topic, 'other') as topic, e.error_code as "errorCode", e.product_version as "productVersion"
       from conversations c left join episodes e on e.id = c.episode where c.id = $1`,
      [row.conversation],
    );
    const { customer, conversation, currency } = row;
    return {
      kind: "staff",
      customer,
      conversation,
      currency,
      vendor: "staff/time",
      at,
      cause: matter ? causeOf(matter) : "other",
      episode: matter?.episode ?? null,
      facts: { escalation: row.id, minutes, billed },
    };
  }

  return { settle };
}

async function nothing(): Promise<void> {}
