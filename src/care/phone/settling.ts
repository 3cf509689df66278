import { cost, endHold, transferId } from "../../ledger/index.ts";
import { applyWrites, type Write } from "../../platform/commit.ts";
import type { Queryable } from "../../platform/database.ts";
import { cancelTimer } from "../../platform/timers.ts";
import { CALL_STEPS, type CallStep, type Progress } from "../telephony.ts";
import type { PhoneRooms } from "./rooms.ts";
import { CALLS, costKey, type CallOutcome, type CallRow } from "./rows.ts";
import { endCall } from "./writes.ts";

type Held = { id: string; amount: bigint; facts: { minute: string; each: string } };

/** How a call comes along and what it cost, by the provider's word: whatever is repeated or comes late changes nothing more. */
export function createSettling(rooms: PhoneRooms & { told: (id: string, customer: string) => void }) {
  const { db, clock, log } = rooms;

  /** The call is known to the provider under this id. Its own word may have come first. */
  async function adopt(id: string, provider: string): Promise<void> {
    await db.query("update phone_calls set provider = $2 where id = $1 and provider is null", [id, provider]);
  }

  /** It surely has not rung: nothing is booked. */
  async function refused(id: string): Promise<void> {
    const row = await db.transaction(async (tx) => {
      const row = await locked(tx, id);
      if (!row || row.state === "ended" || row.provider !== null) return undefined;
      await applyWrites(tx, [endCall(id, "failed", clock.now()), ...(await giveBack(tx, row))]);
      return row;
    });
    if (row) rooms.told(id, row.customer);
  }

  async function progress(id: string, news: Progress): Promise<void> {
    const changed = await db.transaction((tx) => progressIn(tx, id, news));
    if (changed) rooms.told(id, changed.customer);
  }

  async function progressIn(tx: Queryable, id: string, { step, provider, seconds, heardBy }: Progress): Promise<CallRow | undefined> {
    const row = await locked(tx, id);
    if (!row || row.state === "ended" || row.state === "waiting") return undefined;
    if (row.provider !== null && row.provider !== provider) {
      log.error({ call: id }, "a provider speaks of another call under this id");
      return undefined;
    }
    const heard = row.heard ?? (heardBy === "machine" ? "machine" : heardBy === "person" ? "person" : null);
    const reached = Math.max(row.progress, rankOf(step));
    await tx.query(
      "update phone_calls set provider = $2, progress = $3::int, heard = $4, state = case when $3::int >= $5::int then 'talking' else state end where id = $1",
      [id, provider, reached, heard, rankOf("answered")],
    );
    if (!isEnd(step)) return reached > row.progress ? row : undefined;
    const money = step === "completed" ? await settle(tx, row, seconds ?? 0) : await giveBack(tx, row);
    await applyWrites(tx, [endCall(id, outcomeOf(step, row, heard), clock.now()), ...money, cancelTimer("phone.look", id)]);
    return row;
  }

  /** Started minutes at the price that stood when it was set aside: at most what was. */
  async function settle(tx: Queryable, row: CallRow, seconds: number): Promise<Write[]> {
    const hold = await openHold(tx, row);
    if (!hold) return []; // its deadline came first: the ceiling stands on company/faults
    const minutes = BigInt(Math.ceil(seconds / 60));
    const actual = BigInt(hold.facts.each) + BigInt(hold.facts.minute) * minutes;
    const amount = actual < hold.amount ? actual : hold.amount;
    const at = clock.now();
    const { customer, currency, about, payer } = row;
    const base = { kind: "call", cause: about, customer, currency, vendor: "vendor/call", at } as const;
    const facts = { call: row.id, seconds, minutes: Number(minutes), minute: hold.facts.minute, each: hold.facts.each };
    const key = costKey(row.id);
    return [
      ...cost({ ...base, key, amount, payer, facts }),
      ...cost({ ...base, key: `${key}/excess`, amount: actual - amount, payer: "company/overrun", facts: { ...facts, reason: "longer_than_asked" } }),
      endHold(hold.id, "settled", at, { transfer: amount > 0n ? transferId(key) : null }),
    ];
  }

  async function giveBack(tx: Queryable, row: CallRow): Promise<Write[]> {
    const hold = await openHold(tx, row);
    return hold ? [endHold(hold.id, "voided", clock.now(), { reason: "not_answered" })] : [];
  }

  async function openHold(tx: Queryable, { hold }: CallRow): Promise<Held | undefined> {
    const [row] = await tx.query<Held>("select h.id, h.amount, h.facts from open_holds o join holds h on h.id = o.hold where o.hold = $1", [hold]);
    return row;
  }

  return { adopt, refused, progress };
}

async function locked(tx: Queryable, id: string): Promise<CallRow | undefined> {
  const [row] = await tx.query<CallRow>(`${CALLS} where p.id = $1 for update of p`, [id]);
  return row;
}

const FIRST_END = CALL_STEPS.indexOf("completed");

function isEnd(step: CallStep): boolean {
  return CALL_STEPS.indexOf(step) >= FIRST_END;
}

/** All ends are as far as one can come. */
function rankOf(step: CallStep): number {
  return Math.min(CALL_STEPS.indexOf(step), FIRST_END);
}

/** Whoever said stop has said the last word; a call that was answered by nobody that we heard has not reached anybody. */
function outcomeOf(step: CallStep, row: CallRow, heard: CallRow["heard"]): CallOutcome {
  if (row.stopped_at) return "asked_not_to";
  if (step !== "completed") return step as CallOutcome;
  if (heard === "machine") return "voicemail";
  return heard === "person" ? "reached" : "no_answer";
}
