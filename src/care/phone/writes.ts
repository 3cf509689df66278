import type { Statement, Write } from "../../platform/commit.ts";
import type { PhoneRooms } from "./rooms.ts";
import type { CallRow } from "./rows.ts";

const call_: Statement = {
  name: "phone_calls_add",
  columns: `id text, customer text, contact text, kind text, about text, campaign text, reason text, consent text, number text, decision text, not_before timestamptz, lapses_at timestamptz,
    payer text, currency text, created_by text, created_name text, created_at timestamptz`,
  sql: `insert into phone_calls (id, customer, contact, kind, about, campaign, reason, consent, number, decision, not_before, lapses_at, payer, currency, created_by, created_name, created_at)
    select r.id, r.customer, r.contact, r.kind, r.about, r.campaign, r.reason, r.consent, r.number, r.decision, r.not_before, r.lapses_at, r.payer, r.currency, r.created_by, r.created_name,
      r.created_at from {rows}`,
};
const stop_: Statement = {
  name: "phone_0_do_not_call",
  columns: "number text, call text, at timestamptz",
  sql: "insert into do_not_call (number, call, at) select r.number, r.call, r.at from {rows} on conflict (number) do nothing",
};
const stopWaiting_: Statement = {
  name: "phone_calls_stop_waiting",
  columns: "number text, contact text, call text, at timestamptz",
  sql: `update phone_calls p set state = 'ended', outcome = 'withdrawn', ended_at = r.at from {rows}
    where (p.number = r.number or p.contact = r.contact) and p.id is distinct from r.call and p.state = 'waiting'`,
};
const end_: Statement = {
  name: "phone_calls_end",
  columns: "id text, outcome text, at timestamptz",
  sql: "update phone_calls p set state = 'ended', outcome = r.outcome, ended_at = r.at from {rows} where p.id = r.id and p.state <> 'ended'",
};

/** The write that keeps a new call. */
export function addCall(row: Record<string, unknown>): Write {
  return { statement: call_, row };
}

/** The write that ends a call, unless it has ended. */
export function endCall(id: string, outcome: string, at: Date): Write {
  return { statement: end_, row: { id, outcome, at } };
}

/** The writes after somebody said in a call that they do not want to be called: as `stopFor`, for the number that was rung. */
export function neverAgain(rooms: Pick<PhoneRooms, "consents">, { id, number, contact }: Pick<CallRow, "id" | "number" | "contact">, at: Date): Write[] {
  return stopFor(rooms, { call: id, numbers: [number], contact }, at);
}

/** The numbers are never rung again, the contact's consents end, and what waits for them is let go. `call`: the one in which it was said. */
export function stopFor({ consents }: Pick<PhoneRooms, "consents">, { call, numbers, contact }: Stop, at: Date): Write[] {
  return [
    ...numbers.map((number) => ({ statement: stop_, row: { number, call, at } })),
    // The contact's own calls, where no number is known.
    ...(numbers.length > 0 ? numbers : [null]).map((number) => ({ statement: stopWaiting_, row: { number, contact, call, at } })),
    consents.withdrawCalls(contact),
  ];
}

type Stop = { call: string | null; numbers: string[]; contact: string };
