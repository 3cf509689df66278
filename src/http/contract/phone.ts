import { z } from "zod";
import { Money, Named, Page, Time } from "./shapes.ts";

const Words = z.string().trim().min(1, "must not be empty").max(2000);

/** That somebody agreed to be called: where, when, in which words, and who wrote it down. */
export const CallConsent = z.object({
  id: z.string(),
  contact: z.string(),
  scope: z.enum(["personal_call", "automatic_call"]),
  phone: z.string(),
  words: z.string(),
  givenAt: Time,
  recordedBy: Named,
  withdrawnAt: Time.nullable(),
});
export type CallConsent = z.infer<typeof CallConsent>;
/** `words`: what they said. `givenAt`: when; left out, now. */
export const NewCallConsent = z.object({
  scope: CallConsent.shape.scope,
  phone: z.string().min(1).max(40),
  words: Words,
  givenAt: Time.optional(),
});
export type NewCallConsent = z.infer<typeof NewCallConsent>;

export const CallAbout = z.enum(["thank_you", "renewal", "complaint", "executive", "promised"]);
export type CallAbout = z.infer<typeof CallAbout>;
export const CallState = z.enum(["waiting", "claimed", "dialling", "talking", "ended"]);
export type CallState = z.infer<typeof CallState>;
export const CallOutcome = z.enum(["reached", "voicemail", "no_answer", "busy", "asked_not_to", "failed", "canceled", "withdrawn", "lapsed", "unknown"]);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** A call of ours to somebody's telephone. personal: a colleague makes it. automatic: the computer voice does. */
export const PhoneCall = z.object({
  id: z.string(),
  kind: z.enum(["personal", "automatic"]),
  about: CallAbout,
  campaign: z.string().nullable(),
  reason: z.string().nullable(),
  state: CallState,
  outcome: CallOutcome.nullable(),
  customer: Named,
  contact: Named.extend({ name: z.string().nullable() }),
  language: z.string().nullable(),
  /** where they live, if anybody has said; else the owner's */
  timeZone: z.string(),
  notBefore: Time,
  lapsesAt: Time,
  claimedBy: Named.nullable(),
  /** what they said when they agreed to be called; null: taken back */
  consent: z.object({ words: z.string(), givenAt: Time }).nullable(),
  minutes: z.number().int().nullable(),
  note: z.string().nullable(),
  cost: Money.nullable(),
  createdBy: z.string().nullable(),
  createdAt: Time,
  endedAt: Time.nullable(),
});
export type PhoneCall = z.infer<typeof PhoneCall>;
/** `phone`: for whoever has claimed it. `sheet`: what one may say, in their language, and how we know it. */
export const PhoneCallDetail = PhoneCall.extend({
  phone: z.string().nullable(),
  sheet: z.array(z.object({ text: z.string(), because: z.enum(["reviewed", "contract", "answered"]) })),
});
export type PhoneCallDetail = z.infer<typeof PhoneCallDetail>;
/** What waits first, then what has ended. */
export const PhoneCallQuery = Page.extend({ state: z.enum(["open", "ended"]).optional(), customer: z.string().max(200).optional() });
export type PhoneCallQuery = z.infer<typeof PhoneCallQuery>;
export const NewPhoneCall = z.object({
  contact: z.string().min(1).max(200),
  kind: PhoneCall.shape.kind.default("personal"),
  about: CallAbout,
  reason: Words.optional(),
});
export type NewPhoneCall = z.infer<typeof NewPhoneCall>;
/** `minutes` as worked; what is billed is rounded by the rulebook. */
export const FinishedCall = z.object({
  minutes: z.number().int().min(0).max(600),
  outcome: z.enum(["reached", "voicemail", "no_answer", "asked_not_to"]),
  note: Words.optional(),
});
export type FinishedCall = z.infer<typeof FinishedCall>;
