import { createHmac } from "node:crypto";
import type { CALL_ABOUTS } from "../../policies/index.ts";

export type CallAbout = (typeof CALL_ABOUTS)[number];
export type CallKind = "personal" | "automatic";
export type CallState = "waiting" | "claimed" | "dialling" | "talking" | "ended";
/** How a colleague's call came out. */
export type PersonalOutcome = "reached" | "voicemail" | "no_answer" | "asked_not_to";
export type CallOutcome = PersonalOutcome | "busy" | "failed" | "canceled" | "withdrawn" | "lapsed" | "unknown";

/** A call as it is stored, with whom it is for. */
export type CallRow = {
  id: string;
  customer: string;
  contact: string;
  kind: CallKind;
  about: CallAbout;
  campaign: string | null;
  reason: string | null;
  number: string;
  state: CallState;
  outcome: CallOutcome | null;
  not_before: Date;
  lapses_at: Date;
  claimed_by: string | null;
  claimed_name: string | null;
  claimed_at: Date | null;
  minutes: number | null;
  note: string | null;
  payer: string;
  currency: string;
  tries: number;
  hold: string | null;
  provider: string | null;
  progress: number;
  heard: "person" | "machine" | null;
  rounds: number;
  stopped_at: Date | null;
  created_name: string | null;
  created_at: Date;
  ended_at: Date | null;
  customer_name: string;
  contact_name: string | null;
  locale: string | null;
  time_zone: string | null;
  /** of the consent that stands for this kind of call; null: taken back, or the contact is erased */
  phone: string | null;
  words: string | null;
  given_at: Date | null;
};

export const CALLS = `select p.*, u.name as customer_name, k.name as contact_name, k.locale, k.time_zone, s.phone, s.words, s.given_at
  from phone_calls p join customers u on u.id = p.customer join contacts k on k.id = p.contact
  left join consents s on s.id = p.consent and s.withdrawn_at is null`;

/** A telephone number as we know it again without keeping it. */
export function numberHash(secret: string, phone: string): string {
  return createHmac("sha256", secret).update(phone).digest("hex");
}

/** What a call has cost, as SQL; null: nothing is booked. `id` is the expression that names the call. */
export function bookedFor(id: string): string {
  return `(select (-sum(b.amount))::bigint from transfers t join postings b on b.transfer = t.id and b.account in ('staff/time', 'vendor/call') where t.key = '${costKey("")}' || ${id})`;
}

/** The key under which a call's cost is booked, once. */
export function costKey(call: string): string {
  return `phone-call/${call}`;
}
