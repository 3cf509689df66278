import { applyWrites, type Write } from "../../platform/commit.ts";
import type { Queryable } from "../../platform/database.ts";
import { schedule } from "../../platform/timers.ts";
import type { Book } from "../../rulebook/index.ts";
import { endHold } from "../../ledger/index.ts";
import type { Place, Placed } from "./gate.ts";
import type { PhoneRooms } from "./rooms.ts";
import { CALLS, type CallRow } from "./rows.ts";
import { createSettling } from "./settling.ts";
import { DIAL, lock, wasForbidden } from "./tasks.ts";
import { endCall } from "./writes.ts";

/** The timer that asks the provider for what it has not told. */
export const LOOK = "phone.look";
const MINUTE = 60_000;
/** The provider's own word comes within seconds of a call's end; after this we ask. */
const SETTLES_MINUTES = 2;
const LOOK_AGAIN_MINUTES = 10;
/** By then a call that the provider says nothing about ends as unknown; the hold, whose ceiling is booked then, ends just after. */
const GIVE_UP_MINUTES = 60;
const HOLD_MINUTES = 90;

type Automatic = NonNullable<Book["phone"]["automatic"]>;

/** Calls by the computer voice. Rung at most once each: what was begun and not confirmed is never begun again. */
export function createAutomaticCalls(rooms: PhoneRooms & { place: Place; told: (id: string, customer: string) => void }) {
  const { db, clock, log, ledger, rulebook, place, telephony } = rooms;
  const settling = createSettling(rooms);

  /**
   * The moment has come: asks the policy, sets the most that it can cost aside, says in one transaction that it is rung, and only then rings. Whoever dies
   * after that transaction leaves a call that rings once or never.
   */
  async function dial(id: string): Promise<Write[]> {
    const [row] = await db.query<CallRow>(`${CALLS} where p.id = $1`, [id]);
    if (row?.state !== "waiting" || row.kind !== "automatic") return [];
    const terms = rulebook.current().book.phone.automatic;
    const held = terms && (await hold(row, terms));
    if (held && !held.ok) return [endCall(id, "lapsed", clock.now())];
    const begun = await begin(id, terms, held?.id);
    rooms.told(id, row.customer);
    if (begun.ring && terms) await ring(id, begun.ring, terms);
    return begun.again ? [schedule(DIAL, id, begun.again)] : [];
  }

  /** For each try of its own: a hold that was given back is never taken up again. */
  async function hold({ id, tries, payer, currency, customer }: CallRow, terms: Automatic) {
    const at = clock.now().getTime();
    const amount = terms.call.amount + terms.minute.amount * BigInt(terms.mostMinutes);
    const deadline = new Date(at + (terms.mostMinutes + HOLD_MINUTES) * MINUTE);
    const facts = { call: id, minutes: terms.mostMinutes, minute: terms.minute.amount.toString(), each: terms.call.amount.toString() };
    return ledger.takeHold({ key: `phone-call/${id}/${tries}`, account: payer, amount, currency, kind: "call", customer, conversation: null, deadline, facts });
  }

  type Begun = { ring?: string; again?: Date };

  /** Everything that speaks against it is looked at here, under lock; the database asks for the consent itself. */
  async function begin(id: string, terms: Automatic | undefined, hold: string | undefined): Promise<Begun> {
    try {
      return await db.transaction((tx) => beginIn(tx, id, terms, hold));
    } catch (error) {
      if (!wasForbidden(error)) throw error;
      await applyWrites(db, [endCall(id, "withdrawn", clock.now()), ...giveBack(hold)]);
      return {};
    }
  }

  async function beginIn(tx: Queryable, id: string, terms: Automatic | undefined, hold: string | undefined): Promise<Begun> {
    const row = await lock(tx, id);
    const at = clock.now();
    const placed = row.state === "waiting" ? await place(tx, row.contact, { about: row.about, wanted: "automatic", call: id }) : undefined;
    const verdict = placed?.decision.verdict ?? "refuse";
    const record = (placed?.decisions ?? []).map((one) => rulebook.decisionWrite(one, { customer: row.customer, conversation: null, at }));
    if (verdict === "automatic" && placed?.consent && terms && hold) {
      await tx.query("update phone_calls set state = 'dialling', consent = $2, number = $3, decision = $4, hold = $5, not_before = $6 where id = $1", [
        id,
        placed.consent.id,
        placed.number,
        placed.decision.id,
        hold,
        at,
      ]);
      await applyWrites(tx, [
        ...record,
        schedule(LOOK, id, new Date(at.getTime() + (terms.mostMinutes + SETTLES_MINUTES) * MINUTE + terms.ringSeconds * 1000)),
      ]);
      return { ring: placed.consent.phone };
    }
    await applyWrites(tx, [...record, ...giveBack(hold)]);
    return instead(tx, row, verdict, placed);
  }

  async function instead(tx: Queryable, { id, state, contact }: CallRow, verdict: string, placed: Placed | undefined): Promise<Begun> {
    if (state !== "waiting") return {};
    await tx.query("update phone_calls set tries = tries + 1 where id = $1", [id]);
    if (placed?.consent && (placed.kind === "personal" || verdict === "wait")) {
      const { consent, number, kind, again } = placed;
      const moment = verdict === "wait" ? again : clock.now();
      await tx.query("update phone_calls set kind = $2, consent = $3, number = $4, not_before = $5 where id = $1 and contact = $6", [
        id,
        kind,
        consent.id,
        number,
        moment,
        contact,
      ]);
      return kind === "automatic" ? { again: moment } : {};
    }
    await applyWrites(tx, [endCall(id, "withdrawn", clock.now())]);
    return {};
  }

  function giveBack(hold: string | undefined): Write[] {
    return hold ? [endHold(hold, "voided", clock.now(), { reason: "not_called" })] : [];
  }

  async function ring(call: string, to: string, { mostMinutes, ringSeconds }: Automatic): Promise<void> {
    const dialled = await telephony()?.dial({ call, to, mostSeconds: mostMinutes * 60, ringSeconds });
    if (dialled?.state === "created") return settling.adopt(call, dialled.provider);
    const error = dialled?.error ?? "no_provider";
    log.warn({ call, error, state: dialled?.state ?? "refused" }, "a call was not confirmed");
    // Perhaps it rings all the same: then the provider's own word will say so.
    if (dialled?.state !== "unknown") await settling.refused(call);
  }

  /** What the provider has not told by now is asked for; what it cannot tell, ends as unknown. */
  async function look(id: string): Promise<Write[]> {
    const [row] = await db.query<CallRow>(`${CALLS} where p.id = $1`, [id]);
    if (!row || row.state === "ended" || row.state === "waiting") return [];
    const known = row.provider === null ? undefined : await telephony()?.look(row.provider);
    if (known) await settling.progress(id, known);
    if (known && (await hasEnded(id))) return [];
    const at = clock.now().getTime();
    const began = row.not_before.getTime();
    if (row.provider !== null && at < began + GIVE_UP_MINUTES * MINUTE) return [schedule(LOOK, id, new Date(at + LOOK_AGAIN_MINUTES * MINUTE))];
    log.warn({ call: id }, "nobody can tell what became of a call");
    rooms.told(id, row.customer);
    return [endCall(id, "unknown", clock.now())];
  }

  async function hasEnded(id: string): Promise<boolean> {
    const [row] = await db.query("select 1 from phone_calls where id = $1 and state = 'ended'", [id]);
    return row !== undefined;
  }

  return { dial, look, progress: settling.progress };
}
