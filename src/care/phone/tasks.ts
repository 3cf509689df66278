import { StaffRefused } from "../../conversations/channel.ts";
import { cost } from "../../ledger/index.ts";
import { applyWrites, type Write } from "../../platform/commit.ts";
import type { Queryable } from "../../platform/database.ts";
import { schedule } from "../../platform/timers.ts";
import { staffCost } from "../../rulebook/index.ts";
import type { Place, Placed } from "./gate.ts";
import type { Actor, PhoneRooms } from "./rooms.ts";
import { CALLS, costKey, type CallAbout, type CallKind, type CallRow, type PersonalOutcome } from "./rows.ts";
import { addCall, endCall, neverAgain } from "./writes.ts";

/** The timer that rings by machine, and the one that lets go of what nobody did. */
export const DIAL = "phone.dial";
export const LAPSE = "phone.lapse";
/** A call that nobody has asked for is the company's cost. */
const BY_HAND = "company/goodwill";
const DAY = 86_400_000;
const UNIQUE_VIOLATION = "23505";
const NO_CONSENT = "P0P03";

export type NewCall = { contact: string; kind: CallKind; about: CallAbout; reason?: string | undefined; campaign?: string | undefined };
export type Planned = { id?: string; placed: Placed };
export type Finished = { minutes: number; outcome: PersonalOutcome; note?: string | undefined };

/** Calls as tasks for people: planned, claimed when somebody is about to ring, ended with what came of it and the minutes that it took. */
export function createCallTasks(rooms: PhoneRooms & { place: Place }) {
  const { db, clock, ids, live, rulebook, place } = rooms;

  /**
   * Plans a call. What policy leaves to people becomes their task, whatever was asked for.
   * @throws StaffRefused not_found, may_not_call (no consent, or they said stop), conflict (a call to them, or a thank-you to their colleagues, is planned)
   */
  async function plan(asked: NewCall, by: Actor | null): Promise<string> {
    const planned = await db
      .transaction((tx) => planIn(tx, asked, by))
      .catch((error: unknown) => {
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
        throw new StaffRefused("conflict", "A call to them is planned already, or a colleague of theirs is to be thanked.");
      });
    if (!planned) throw new StaffRefused("not_found", "There is no such contact.");
    if (!planned.id) throw refused(planned.placed);
    told(planned.id, planned.placed.callee.customer);
    return planned.id;
  }

  /** The same within somebody else's transaction; whoever has that tells of it afterwards. No id: policy says no. Undefined: there is nobody to call. */
  async function planIn(tx: Queryable, { about, kind: wanted, contact, reason, campaign }: NewCall, by: Actor | null): Promise<Planned | undefined> {
    const placed = await place(tx, contact, { about, wanted });
    if (!placed) return undefined;
    const { consent, number, callee, decision, kind, again } = placed;
    if (decision.verdict === "refuse" || !consent) return { placed };
    const at = clock.now();
    const { book } = rulebook.current();
    const id = ids.next("pcl");
    const lapses_at = new Date(at.getTime() + book.phone.lapseDays * DAY);
    const not_before = decision.verdict === "wait" ? again : at;
    const who = { customer: callee.customer, contact, created_by: by?.id ?? null, created_name: by?.name ?? null, created_at: at };
    const what = { kind, about, campaign: campaign ?? null, reason: reason ?? null, consent: consent.id, number, decision: decision.id };
    const writes = [
      addCall({ id, ...who, ...what, not_before, lapses_at, payer: BY_HAND, currency: book.business.currency }),
      ...placed.decisions.map((one) => rulebook.decisionWrite(one, { customer: callee.customer, conversation: null, at })),
      schedule(LAPSE, id, lapses_at),
      ...(kind === "automatic" ? [schedule(DIAL, id, not_before)] : []),
    ];
    await applyWrites(tx, writes);
    return { id, placed };
  }

  /**
   * Somebody is about to ring: asked of the policy at this moment, in the transaction that says so; the database asks for the consent once more.
   * @throws StaffRefused not_found, held_by_other, already_ended, conflict (the machine makes it), not_now (quiet hours, an open matter), may_not_call (the call has ended with that)
   */
  async function claim(id: string, by: Actor): Promise<void> {
    const { row, placed } = await db
      .transaction((tx) => claimIn(tx, id, by))
      .catch((error: unknown) => {
        if (!wasForbidden(error)) throw error;
        throw new StaffRefused("may_not_call", "They have just taken back that they may be called.");
      });
    told(id, row.customer);
    if (row.state === "claimed") return;
    if (!placed || placed.decision.verdict === "refuse") throw refused(placed);
    if (placed.decision.verdict === "wait") throw new StaffRefused("not_now", placed.why);
  }

  async function claimIn(tx: Queryable, id: string, by: Actor): Promise<{ row: CallRow; placed: Placed | undefined }> {
    const row = await lock(tx, id);
    refuseUnlessFree(row, by);
    if (row.kind === "automatic") throw new StaffRefused("conflict", "This call is made by the computer voice.");
    if (row.state === "claimed") return { row, placed: undefined };
    const placed = await place(tx, row.contact, { about: row.about, wanted: "personal", call: id });
    await applyWrites(tx, claimWrites(row, placed, by));
    return { row, placed };
  }

  function claimWrites(row: CallRow, placed: Placed | undefined, by: Actor): Write[] {
    const at = clock.now();
    if (!placed) return [endCall(row.id, "withdrawn", at)];
    const records = placed.decisions.map((one) => rulebook.decisionWrite(one, { customer: row.customer, conversation: null, at }));
    if (placed.decision.verdict === "refuse") return [...records, endCall(row.id, "withdrawn", at)];
    if (placed.decision.verdict === "wait") return records;
    const claimed = { id: row.id, consent: placed.consent?.id, number: placed.number, staff: by.id, name: by.name, decision: placed.decision.id, at };
    return [...records, { statement: claim_, row: claimed }];
  }

  /**
   * What came of it. The minutes are booked on the customer, once, in the same transaction; whoever asked not to be called is never rung again from
   * this moment on.
   * @throws StaffRefused not_found, held_by_other, already_ended, not_claimed
   */
  async function finish(id: string, { minutes, outcome, note }: Finished, by: Actor): Promise<void> {
    const row = await db.transaction(async (tx) => {
      const row = await lock(tx, id);
      refuseUnlessHolder(row, by);
      const at = clock.now();
      const ended = { id, outcome, minutes, note: note ?? null, at, stopped_at: outcome === "asked_not_to" ? at : null };
      await applyWrites(tx, [
        { statement: finish_, row: ended },
        ...staffMinutes(row, minutes, at),
        ...(outcome === "asked_not_to" ? neverAgain(rooms, row, at) : []),
      ]);
      return row;
    });
    told(id, row.customer);
  }

  function staffMinutes(row: CallRow, minutes: number, at: Date): Write[] {
    const { minutes: billed, amount } = staffCost(rulebook.current().book, minutes);
    if (amount === 0n) return [];
    const { customer, payer, currency, about } = row;
    const facts = { call: row.id, minutes, billed };
    return cost({ key: costKey(row.id), kind: "staff", cause: about, customer, amount, currency, payer, vendor: "staff/time", facts, at });
  }

  /** Puts it back for others. @throws StaffRefused not_found, held_by_other, already_ended, not_claimed */
  async function handback(id: string, by: Actor): Promise<void> {
    const row = await db.transaction(async (tx) => {
      const row = await lock(tx, id);
      refuseUnlessHolder(row, by);
      await tx.query("update phone_calls set state = 'waiting', claimed_by = null, claimed_name = null, claimed_at = null where id = $1", [id]);
      return row;
    });
    told(id, row.customer);
  }

  /** Nobody is to make it any more. @throws StaffRefused not_found, held_by_other, already_ended, conflict (it rings) */
  async function withdraw(id: string, by: Actor): Promise<void> {
    const row = await db.transaction(async (tx) => {
      const row = await lock(tx, id);
      refuseUnlessFree(row, by);
      if (row.state === "dialling" || row.state === "talking") throw new StaffRefused("conflict", "It rings already.");
      await applyWrites(tx, [endCall(id, "withdrawn", clock.now())]);
      return row;
    });
    told(id, row.customer);
  }

  /** What nobody has made by its date is let go; a call that is under way, or claimed, is left to whoever has it. */
  async function lapse(id: string): Promise<Write[]> {
    const [row] = await db.query<CallRow>(`${CALLS} where p.id = $1`, [id]);
    return row?.state === "waiting" ? [endCall(id, "lapsed", clock.now())] : [];
  }

  function told(id: string, customer: string): void {
    live.publish("staff", { type: "phone_call", id, customer });
  }

  return { plan, planIn, claim, finish, handback, withdraw, lapse, told };
}

const claim_ = {
  name: "phone_calls_claim",
  columns: "id text, consent text, number text, staff text, name text, decision text, at timestamptz",
  sql: `update phone_calls p set state = 'claimed', consent = r.consent, number = r.number, claimed_by = r.staff, claimed_name = r.name, claimed_at = r.at, decision = r.decision
    from {rows} where p.id = r.id and p.state = 'waiting'`,
};

const finish_ = {
  name: "phone_calls_finish",
  columns: "id text, outcome text, minutes integer, note text, at timestamptz, stopped_at timestamptz",
  sql: `update phone_calls p set state = 'ended', outcome = r.outcome, minutes = r.minutes, note = r.note, ended_at = r.at, stopped_at = r.stopped_at
    from {rows} where p.id = r.id and p.state = 'claimed'`,
};

/** The call, for this transaction alone. Thank-yous of one customer are let out one after another: its own row is taken first. @throws StaffRefused not_found */
export async function lock(tx: Queryable, id: string): Promise<CallRow> {
  await tx.query("select 1 from customers where id = (select customer from phone_calls where id = $1 and campaign is not null) for no key update", [id]);
  const [row] = await tx.query<CallRow>(`${CALLS} where p.id = $1 for update of p`, [id]);
  if (!row) throw new StaffRefused("not_found", "There is no such call.");
  return row;
}

/** Whether the database itself has refused a call: the consent was taken back, or somebody said stop, at this very moment. */
export function wasForbidden(error: unknown): boolean {
  return (error as { code?: string }).code === NO_CONSENT;
}

function refused(placed: Placed | undefined): StaffRefused {
  return new StaffRefused("may_not_call", placed?.why ?? "There is nobody to call any more.");
}

function refuseUnlessFree(row: CallRow, by: Actor): void {
  if (row.state === "ended") throw new StaffRefused("already_ended", "This call has ended.");
  if (row.state === "claimed" && row.claimed_by !== by.id) throw new StaffRefused("held_by_other", `${row.claimed_name ?? "Somebody else"} has this call.`);
}

function refuseUnlessHolder(row: CallRow, by: Actor): void {
  refuseUnlessFree(row, by);
  if (row.state !== "claimed") throw new StaffRefused("not_claimed", "Claim it first: then it is asked whether one may ring now.");
}
