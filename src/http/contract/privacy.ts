import { z } from "zod";
import { Amount, Currency, Time } from "./shapes.ts";

const Thread = z.object({
  id: z.string(),
  channel: z.string(),
  begun: Time,
  /** what stands for its beginning, once it is long */
  summary: z.string().nullable(),
  /** how the person seems there at present, if in any way: "frustrated" or "in a hurry" */
  seems: z.string().nullable(),
  messages: z.array(z.object({ at: Time, from: z.string(), name: z.string().nullable(), text: z.string(), sources: z.array(z.string()) })),
  notes: z.array(z.object({ at: Time, by: z.string(), text: z.string() })),
  decisions: z.array(z.object({ at: Time, what: z.string(), verdict: z.string(), reasons: z.array(z.string()) })),
  costs: z.array(z.object({ at: Time, what: z.string(), cause: z.string(), amount: Amount, currency: Currency })),
});

/** Everything that is held about one contact, in the words of whom it is about. */
export const PersonFile = z.object({
  exportedAt: Time,
  person: z.object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    language: z.string().nullable(),
    since: Time,
    erasedAt: Time.nullable(),
    knownAs: z.array(z.object({ channel: z.string(), as: z.string() })),
  }),
  customer: z.object({ id: z.string(), name: z.string(), plan: z.string() }),
  remembered: z.array(z.object({ fact: z.string(), notedAt: Time, until: Time, by: z.string(), forColleagues: z.boolean() })),
  conversations: z.array(Thread),
  reminders: z.array(z.object({ what: z.string(), at: Time, state: z.string(), askedAt: Time })),
  openQuestions: z.array(z.object({ question: z.string().nullable(), promisedBy: Time, state: z.string(), askedAt: Time })),
  mayCall: z.array(z.object({ how: z.string(), phone: z.string(), words: z.string(), givenAt: Time, writtenDownBy: z.string(), withdrawnAt: Time.nullable() })),
  mayThankByMail: z.array(z.object({ address: z.string(), words: z.string(), givenAt: Time, writtenDownBy: z.string(), withdrawnAt: Time.nullable() })),
  thankYouMails: z.array(z.object({ occasion: z.string(), at: Time, state: z.string() })),
  phoneCalls: z.array(
    z.object({
      at: Time,
      by: z.string(),
      about: z.string(),
      result: z.string(),
      calledBy: z.string().nullable(),
      minutes: z.number().nullable(),
      note: z.string().nullable(),
      amount: Amount.nullable(),
      currency: Currency.nullable(),
    }),
  ),
  contributions: z.array(
    z.object({
      kind: z.string(),
      link: z.string(),
      acceptedAt: Time,
      acceptedBy: z.string(),
      earned: Amount,
      thankedAt: Time.nullable(),
      withdrawnAt: Time.nullable(),
      taken: Amount.nullable(),
    }),
  ),
  requestsForAPerson: z.array(
    z.object({
      at: Time,
      about: z.string(),
      verdict: z.string(),
      reasons: z.array(z.string()),
      state: z.string(),
      answeredBy: z.string().nullable(),
      result: z.string().nullable(),
    }),
  ),
});
export type PersonFile = z.infer<typeof PersonFile>;

/** A contact was erased; the counts are of what there was left to erase. */
export const Erased = z.object({ contact: z.string(), customer: z.string(), at: Time, conversations: z.number(), messages: z.number() });
export type Erased = z.infer<typeof Erased>;
