import { z } from "zod";
import { Money, Named, Page, Time } from "./shapes.ts";

/** Thank-yous of campaigns, by mail or by call: what became of each, and who has agreed to such mails. */

const Words = z.string().trim().min(1, "must not be empty").max(2000);
const Group = z.object({ customers: z.number().int(), episodes: z.number().int(), kept: z.number().int() });

/** Of mails: waiting, sending, sent, unknown, bounced, held_out, refused, lapsed. Of calls, instead of the second to the fifth: planned, called (somebody was reached), unknown, not_reached. */
export const MailoutState = z.enum(["waiting", "sending", "sent", "planned", "called", "unknown", "bounced", "not_reached", "held_out", "refused", "lapsed"]);
export type MailoutState = z.infer<typeof MailoutState>;
/** `thanked` and `heldOut`: their customers, the matters that these had in the 90 days after, and how many still have a contract. */
export const Campaign = z.object({
  id: z.string(),
  by: z.enum(["mail", "call", "automatic_call"]),
  occasion: z.enum(["anniversary", "quiet_quarter", "smooth_upgrade"]),
  plans: z.array(z.string()),
  months: z.number().int(),
  freshDays: z.number().int(),
  /** in hundredths of a percent */
  holdOut: z.number().int(),
  costs: Money,
  budget: Money,
  left: Money,
  spent: Money,
  counts: z.record(MailoutState, z.number().int()),
  refused: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  plannedTo: z.string().nullable(),
  thanked: Group,
  heldOut: Group,
});
export type Campaign = z.infer<typeof Campaign>;

export const Mailout = z.object({
  id: z.string(),
  campaign: z.string(),
  occasion: Campaign.shape.occasion,
  occasionAt: Time,
  customer: Named,
  contact: Named.extend({ name: z.string().nullable() }),
  state: MailoutState,
  /** the policy's first reason, or how its call came out, as a code */
  reason: z.string().nullable(),
  decision: z.string().nullable(),
  /** the phone call that has it; null: a mail, or none yet */
  call: z.string().nullable(),
  words: z.string().nullable(),
  language: z.string().nullable(),
  /** what the receiving server said, where it was no yes */
  reply: z.string().nullable(),
  cost: Money.nullable(),
  dueAt: Time,
  sentAt: Time.nullable(),
  endedAt: Time.nullable(),
});
export type Mailout = z.infer<typeof Mailout>;
export const MailoutQuery = Page.extend({ campaign: z.string().max(40).optional(), customer: z.string().max(200).optional() });
export type MailoutQuery = z.infer<typeof MailoutQuery>;

/** `text`: which of the occasion's texts, from 0 on. */
export const ShownMailout = z.object({
  campaign: z.string().min(1).max(40),
  language: z.string().min(2).max(20).default("en"),
  text: z.number().int().min(0).max(1000).default(0),
});
export type ShownMailout = z.infer<typeof ShownMailout>;
export const MailoutPreview = z.object({
  words: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
});
export type MailoutPreview = z.infer<typeof MailoutPreview>;
export const TestSent = z.object({ address: z.string() });

/** That somebody agreed to thank-yous by mail: where, when, in which words, and who wrote it down. */
export const MailConsent = z.object({
  id: z.string(),
  contact: z.string(),
  address: z.string(),
  words: z.string(),
  givenAt: Time,
  recordedBy: Named,
  withdrawnAt: Time.nullable(),
});
export type MailConsent = z.infer<typeof MailConsent>;
/** `address`: left out, the one that we know of them. `givenAt`: left out, now. */
export const NewMailConsent = z.object({ address: z.string().max(254).optional(), words: Words, givenAt: Time.optional() });
export type NewMailConsent = z.infer<typeof NewMailConsent>;

/** What a mailbox provider reports of an address: whoever reads there called a letter spam, or nobody reads there. */
export const MailReport = z.object({ address: z.email().max(254), kind: z.enum(["complaint", "bounce"]) });
export type MailReport = z.infer<typeof MailReport>;

/** A customer changed to a new version and it went well. `at`: when; left out, now. */
export const NewUpgrade = z.object({ customer: z.string().min(1).max(200), at: Time.optional() });
export type NewUpgrade = z.infer<typeof NewUpgrade>;
export const Upgrade = z.object({ id: z.string() });
