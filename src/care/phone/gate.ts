import type { Queryable } from "../../platform/database.ts";
import { callAgainAt, dateIn, isForPeople, placeCall, wallMinutes } from "../../policies/index.ts";
import type { Book, RecordedDecision } from "../../rulebook/index.ts";
import type { Thanked } from "../mailouts/thanks.ts";
import { missedDates } from "../missed.ts";
import type { PhoneRooms } from "./rooms.ts";
import { numberHash, type CallAbout, type CallKind } from "./rows.ts";

const DAY = 86_400_000;

/** Whom a call is for, and what of them counts. */
export type Callee = {
  contact: string;
  customer: string;
  timeZone: string;
  personal: { id: string; phone: string } | null;
  automatic: { id: string; phone: string } | null;
  incident: boolean;
  missed: boolean;
  renewsOn: string | null;
};

/** `call`: the one that is about to be made; undefined: it is only being planned. */
export type Asked = { about: CallAbout; wanted: CallKind; call?: string };
export type PlaceVerdict = "refuse" | "wait" | "people" | "automatic";
export type Placed = {
  decision: RecordedDecision<PlaceVerdict>;
  callee: Callee;
  kind: CallKind;
  consent: { id: string; phone: string } | null;
  number: string;
  again: Date;
  /** the first reason, for staff: a campaign's own where it is one of its reasons */
  why: string;
  /** both answers, where a campaign had to be asked, too */
  decisions: RecordedDecision[];
};

const STANDING = (scope: string) => `(select jsonb_build_object('id', s.id, 'phone', s.phone) from consents s
    where s.contact = k.id and s.scope = '${scope}' and s.withdrawn_at is null order by s.given_at desc, s.id desc limit 1)`;

// What a person of ours or a safety rule has in hand; a question that waits for its date is no incident. A date that we missed stays missed.
const CALLEE = `select k.id as contact, k.customer, k.time_zone as "timeZone", ${STANDING("personal_call")} as personal, ${STANDING("automatic_call")} as automatic,
    exists (select 1 from escalations e where e.customer = k.customer and e.state in ('open', 'claimed') and e.verdict <> 'deferred') as incident,
    exists (${missedDates({ customer: "k.customer", now: "$2", zone: "$3" })}) as missed,
    (select c.renews_on::text from contracts c where c.customer = k.customer) as "renewsOn"
  from contacts k where k.id = $1 and k.erased_at is null and k.customer <> 'visitors'`;

/** Asks the policy whether a contact may be called now, with what is true on this connection. Undefined: nobody is there to call. */
export function createPlacing({ clock, rulebook, secret, telephony, thanks }: Pick<PhoneRooms, "clock" | "rulebook" | "secret" | "telephony" | "thanks">) {
  return async function place(on: Queryable, contact: string, { call, ...asked }: Asked): Promise<Placed | undefined> {
    const at = clock.now();
    const { book } = rulebook.current();
    const [row] = await on.query<Omit<Callee, "timeZone"> & { timeZone: string | null }>(CALLEE, [contact, at, book.business.timeZone]);
    if (!row) return undefined;
    const callee: Callee = { ...row, timeZone: row.timeZone ?? book.business.timeZone };
    const hashes = [callee.personal, callee.automatic].flatMap((one) => (one ? [numberHash(secret, one.phone)] : []));
    const stops = await on.query("select 1 from do_not_call where number = any ($1::text[])", [hashes]);
    const thanked = call === undefined ? undefined : await thanks.ofCall(on, call);
    const facts = { ...asked, ...factsOf(callee, at, book), suppressed: stops.length > 0, provider: telephony() !== undefined, unwanted: unwanted(thanked) };
    const decision = rulebook.decide(placeCall, facts);
    const kind: CallKind = isForPeople(decision.reasons) ? "personal" : "automatic";
    const consent = callee[kind];
    const number = consent ? numberHash(secret, consent.phone) : "";
    const again = callAgainAt(facts, book, callee.timeZone);
    const decisions = thanked ? [thanked.decision, decision] : [decision];
    const reason = decision.reasons[0];
    const why = thanked?.decision.reasons.find(({ code }) => code === reason?.code)?.text ?? reason?.text ?? "";
    return { decision, decisions, why, callee, kind, consent, number, again: new Date(Math.max(again, thanked?.again ?? again)) };
  };
}

export type Place = ReturnType<typeof createPlacing>;

/** Why a campaign does not want its call any more, or not now; null: it does. */
function unwanted(thanked: Thanked | undefined) {
  const { verdict = "send", reasons = [] } = thanked?.decision ?? {};
  const [reason] = reasons;
  return verdict === "send" || !reason ? null : { verdict: verdict === "wait" ? ("wait" as const) : ("refuse" as const), code: reason.code };
}

function factsOf({ timeZone, personal, automatic, incident, missed, renewsOn }: Callee, at: Date, book: Book) {
  const now = at.getTime();
  const today = Date.parse(dateIn(now, book.business.timeZone));
  return {
    now,
    wall: wallMinutes(now, timeZone),
    personal: personal !== null,
    automatic: automatic !== null,
    incident,
    missed,
    renewsIn: renewsOn === null ? null : Math.round((Date.parse(renewsOn) - today) / DAY),
  };
}
