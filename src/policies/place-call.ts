import { z } from "zod";
import { endOf, isWithin, type Hours } from "./dates.ts";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, instant } from "./facts.ts";

/** What a call may be about. All but a thank-you are people's (PRODUCT: "always goes to people"). */
export const CALL_ABOUTS = ["thank_you", "renewal", "complaint", "executive", "promised"] as const;

/** The part of the rulebook that `place-call` reads. */
export type PlaceCallBook = {
  phone: {
    /** on the wall of whoever is called */
    quietHours: Hours;
    /** so many days before a renewal every call is about it */
    renewalDays: number;
    /** there only when the owner has written what an automatic call costs */
    automatic?: unknown;
  };
};

type Verdict = "refuse" | "wait" | "people" | "automatic";

const MINUTE = 60_000;
const BUSY_MINUTES = 60;

const facts = z.object({
  about: z.enum(CALL_ABOUTS),
  wanted: z.enum(["personal", "automatic"]),
  now: instant,
  /** what the wall clock of whoever is called shows, in minutes since midnight */
  wall: z.int().min(0).max(1_439),
  /** their stored word to be called by a person stands … */
  personal: z.boolean(),
  /** … and to be called by a computer voice */
  automatic: z.boolean(),
  /** somebody at this number has asked not to be called */
  suppressed: z.boolean(),
  /** a request for a person, or a safety matter, of this customer is open */
  incident: z.boolean(),
  /** we did not keep a date that we gave this customer */
  missed: z.boolean(),
  /** days until the contract renews; null: it does not */
  renewsIn: z.int().nullable(),
  /** a telephone provider is there */
  provider: z.boolean(),
  /** what `thank` says of a campaign's call at this moment, when it does not let it go; null: it does, or no campaign brought the call */
  unwanted: z.object({ verdict: z.enum(["refuse", "wait"]), code }).nullable(),
});

/** Whether somebody may be rung at this moment, and by whom. Asked when a call is planned, and again in the transaction that rings. */
export const placeCall = definePolicy({
  id: "place-call",
  about: "Whether somebody is called now, by people or by a computer voice.",
  verdicts: ["refuse", "wait", "people", "automatic"],
  otherwise: { verdict: "automatic", code: "agreed", text: "They have agreed to be called by a computer voice, and nothing speaks against it now." },
  facts,
  decide(given, { phone }: PlaceCallBook): Finding<Verdict>[] {
    const found: Finding<Verdict>[] = [];
    const find = (verdict: Verdict, reason: string, text: string) => void found.push({ verdict, code: reason, text });
    if (given.suppressed) find("refuse", "do_not_call", "Somebody at this number has asked not to be called.");
    if (given.wanted === "personal") find("people", "asked_for_people", "A colleague is to call.");
    else {
      if (given.about !== "thank_you") find("people", "always_people", "Such a call is always made by people.");
      if (given.renewsIn !== null && given.renewsIn >= 0 && given.renewsIn <= phone.renewalDays)
        find("people", "renewal_near", `The contract renews in ${given.renewsIn} days: people call.`);
      if (phone.automatic === undefined) find("people", "automatic_off", "The rulebook has automatic calls switched off.");
      else if (!given.provider) find("people", "no_provider", "No telephone provider is set up.");
    }
    const people = found.some(({ verdict }) => verdict === "people");
    if (people && !given.personal) find("refuse", "no_consent", "They have not agreed to be called by a person, or took it back.");
    if (!people && !given.automatic) find("refuse", "no_automatic_consent", "They have not agreed to be called by a computer voice, or took it back.");
    if (given.about === "thank_you" && given.incident) find("wait", "incident_open", "A matter of this customer is open: no thank-you now.");
    if (given.about === "thank_you" && given.missed) find("refuse", "date_missed", "We did not keep a date that we gave this customer: no thank-you.");
    if (given.unwanted) {
      const { verdict, code: reason } = given.unwanted;
      find(verdict, reason, verdict === "wait" ? "The campaign does not want this call now." : "The campaign does not want this call any more.");
    }
    if (isWithin(given.wall, phone.quietHours))
      find("wait", "quiet_hours", `It is outside calling hours where they are: nobody is rung from ${phone.quietHours.from} to ${phone.quietHours.to}.`);
    return found;
  },
});

const FOR_PEOPLE = new Set(["asked_for_people", "always_people", "renewal_near", "automatic_off", "no_provider"]);
/** Whether a decision leaves the call to people, also when it has to wait or is refused. */
export function isForPeople(reasons: readonly { code: string }[]): boolean {
  return reasons.some(({ code }) => FOR_PEOPLE.has(code));
}

/** When to ask again what has to wait; `timeZone` is that of whoever is called. Then it is decided anew. */
export function callAgainAt(given: z.input<typeof facts>, { phone }: PlaceCallBook, timeZone: string): number {
  const busy = given.about === "thank_you" && given.incident ? given.now + BUSY_MINUTES * MINUTE : given.now + MINUTE;
  return endOf(phone.quietHours, busy, timeZone);
}
