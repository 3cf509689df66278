// house: long because it is the table of the staff API's shapes
import { z } from "zod";
import { Amount, Currency, Day, Money, Named, Page, Reason, StatedDay, StatedMoney, Time } from "./shapes.ts";
import { ChatMessage, Mode } from "./chat.ts";
import { NoClaimsStand } from "./no-claims.ts";

const Text = z
  .string()
  .min(1, "must not be empty")
  .max(16 * 1024);

// ─── who works here ──────────────────────────────────────────────────────────────────────────────

/** An agent serves; an owner also changes customers, contracts, rules and the clock. */
export const Role = z.enum(["owner", "agent"]);
export type Role = z.infer<typeof Role>;
export const StaffMember = z.object({ id: z.string(), name: z.string(), email: z.string().nullable(), role: Role });
export type StaffMember = z.infer<typeof StaffMember>;
export const Login = z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1024) });
export type Login = z.infer<typeof Login>;
export const Me = z.object({ staff: StaffMember });
export type Me = z.infer<typeof Me>;

/** Counts for the console's badges. */
export const Summary = z.object({
  escalations: z.object({ open: z.number(), overridden: z.number(), mine: z.number() }),
  questions: z.object({ open: z.number(), overdue: z.number() }),
  alerts: z.object({ firing: z.number() }),
  deliveries: z.object({ unknown: z.number() }),
  phoneCalls: z.object({ waiting: z.number() }),
  objections: z.object({ open: z.number(), overdue: z.number() }),
});
export type Summary = z.infer<typeof Summary>;

// ─── customers ───────────────────────────────────────────────────────────────────────────────────

export const Contract = z.object({ fee: Money, start: Day, renewal: Day.nullable() });
export type Contract = z.infer<typeof Contract>;
export const Contact = z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable() });
export type Contact = z.infer<typeof Contact>;
/** The account that pays for this customer, in its current period. A fund is shared by many. */
export const Budget = z.object({
  account: z.string(),
  currency: Currency,
  from: Time,
  to: Time,
  granted: Amount,
  held: Amount,
  spent: Amount,
  left: Amount,
});
export type Budget = z.infer<typeof Budget>;
/** A cause with its episodes and what they cost in the current period. */
export const CauseCost = z.object({ cause: z.string(), episodes: z.number(), cost: Money });
export type CauseCost = z.infer<typeof CauseCost>;
export const Customer = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  name: z.string(),
  plan: z.string(),
  sample: z.boolean(),
  notes: z.string(),
  contract: Contract.nullable(),
  contacts: z.array(Contact),
  budget: Budget,
  episodes: z.object({ last7Days: z.number() }),
  cost: z.object({ thisPeriod: Amount, currency: Currency }),
});
export type Customer = z.infer<typeof Customer>;
export const CustomerDetail = Customer.extend({ causes: z.array(CauseCost), noClaims: NoClaimsStand.optional() });
export type CustomerDetail = z.infer<typeof CustomerDetail>;
/** A contract as the owner states it. */
export const NewContract = z
  .object({ fee: StatedMoney, start: StatedDay, renewal: StatedDay.nullable() })
  .refine(({ start, renewal }) => renewal === null || renewal >= start, { path: ["renewal"], error: "must not be before the start" });
export type NewContract = z.infer<typeof NewContract>;
export const NewCustomer = z.object({
  externalId: z.string().min(1).max(200).nullable().optional(),
  // A name of spaces and invisible signs alone could not be found in any list.
  name: Text.max(200).regex(/[\p{L}\p{N}\p{P}\p{S}]/u, "must not be blank"),
  plan: z.string().min(1).max(100),
  notes: z
    .string()
    .max(16 * 1024)
    .optional(),
  contract: NewContract.nullable().optional(),
  contacts: z
    .array(z.object({ name: z.string().max(200).nullable().optional(), email: z.email().max(320).nullable().optional() }))
    .max(1000)
    .optional(),
});
export type NewCustomer = z.infer<typeof NewCustomer>;
export const CustomerChange = NewCustomer.partial();
export type CustomerChange = z.infer<typeof CustomerChange>;

/** What the avatar remembers of somebody. `noticed`: gathered, not told in so many words; `shared`: about the customer as a whole. */
export const Memory = z.object({
  id: z.string(),
  contact: Named.extend({ name: z.string().nullable() }),
  fact: z.string(),
  shared: z.boolean(),
  confidence: z.enum(["said", "noticed"]),
  conversation: z.string().nullable(),
  notedAt: Time,
  expiresAt: Time,
  editedBy: z.string().nullable(),
});
export type Memory = z.infer<typeof Memory>;
export const MemoryChange = z.object({ fact: Text.max(240) });
export type MemoryChange = z.infer<typeof MemoryChange>;

// ─── escalations ─────────────────────────────────────────────────────────────────────────────────

export const Verdict = z.enum(["granted", "deferred", "overridden"]);
export type Verdict = z.infer<typeof Verdict>;
export const EscalationState = z.enum(["open", "claimed", "resolved", "handed_back"]);
export type EscalationState = z.infer<typeof EscalationState>;
export const EscalationClass = z.enum(["request", "security", "data_loss", "danger", "legal", "outage"]);
export type EscalationClass = z.infer<typeof EscalationClass>;
export const Escalation = z.object({
  id: z.string(),
  verdict: Verdict,
  state: EscalationState,
  class: EscalationClass,
  customer: Named.extend({ plan: z.string() }),
  contact: Named,
  conversation: z.string(),
  /** the contact's words that led here */
  question: z.string(),
  reasons: z.array(Reason),
  /** the decision behind it, as in the conversation's turns */
  decision: z.string().nullable(),
  /** what serving it is expected to cost */
  estimate: Money,
  /** what is set aside for it on the payer's account */
  hold: Money.extend({ id: z.string() }).nullable(),
  payer: z.string(),
  dueAt: Time.nullable(),
  claimedBy: Named.nullable(),
  claimedAt: Time.nullable(),
  acknowledgedBy: Named.nullable(),
  acknowledgedAt: Time.nullable(),
  downgraded: z.object({ by: z.string(), reason: z.string(), at: Time }).nullable(),
  minutes: z.number().int().nullable(),
  outcome: z.string().nullable(),
  /** the month whose human look it is: deferred, and a person is to look at it at the company's cost */
  look: z.string().nullable(),
  createdAt: Time,
  endedAt: Time.nullable(),
});
export type Escalation = z.infer<typeof Escalation>;
/** Most urgent first. */
export const EscalationQuery = Page.extend({ state: EscalationState.optional(), verdict: Verdict.optional(), customer: z.string().optional() });
export type EscalationQuery = z.infer<typeof EscalationQuery>;
export const Downgrade = z.object({ reason: Text.max(2000) });
export type Downgrade = z.infer<typeof Downgrade>;
export const Words = z.object({ text: Text });
export type Words = z.infer<typeof Words>;
/** `minutes` as worked; what is billed is rounded by the rulebook. `outcome` is free text. */
export const Resolve = z.object({ minutes: z.number().int().min(0).max(10_000), outcome: Text.max(2000) });
export type Resolve = z.infer<typeof Resolve>;

// ─── open questions ──────────────────────────────────────────────────────────────────────────────

export const QuestionState = z.enum(["open", "kept", "overdue"]);
export type QuestionState = z.infer<typeof QuestionState>;
export const Question = z.object({
  id: z.string(),
  conversation: z.string(),
  customer: Named,
  text: z.string(),
  askedBy: Named,
  cause: z.enum(["deferred", "fallback", "unknown", "later"]),
  dueAt: Time,
  state: QuestionState,
  answeredBy: z.enum(["avatar", "staff", "plain_no"]).nullable(),
  createdAt: Time,
  closedAt: Time.nullable(),
});
export type Question = z.infer<typeof Question>;
/** The oldest date first. */
/** Of those whose question was deferred, with a date in this month: how many got a true answer by it. The questions themselves by who answered. */
export const KeptMonth = z.object({
  month: z.string(),
  people: z.int(),
  answered: z.int(),
  share: z.number(),
  questions: z.object({ page: z.int(), staff: z.int(), look: z.int(), plainNo: z.int(), late: z.int() }),
});
export type KeptMonth = z.infer<typeof KeptMonth>;
/** Deferred questions a month: what people can answer, by human looks and by hours, and what the last full months asked (null: there is none yet). */
export const Capacity = z.object({ looks: z.int(), byHours: z.int(), inAll: z.int(), asked: z.int().nullable() });
export type Kept = { items: KeptMonth[]; next: string | null; capacity: z.infer<typeof Capacity> };
/** What a contact asked to be reminded of; the avatar writes first when its moment has come. */
export const Reminder = z.object({ id: z.string(), what: z.string(), dueAt: Time, state: z.enum(["open", "kept"]), createdAt: Time });
export type Reminder = z.infer<typeof Reminder>;
export const QuestionQuery = Page.extend({ state: QuestionState.optional(), customer: z.string().optional() });
export type QuestionQuery = z.infer<typeof QuestionQuery>;

// ─── conversations ───────────────────────────────────────────────────────────────────────────────

/** What a policy decided, with what it saw: replayable with the rulebook's version. */
export const Decision = z.object({
  id: z.string(),
  policy: z.string(),
  verdict: z.string(),
  reasons: z.array(Reason),
  facts: z.record(z.string(), z.unknown()),
  rulebook: z.string(),
  at: Time,
});
export type Decision = z.infer<typeof Decision>;
/** A cost of the conversation. `payer` bears it, `vendor` gets it. */
export const Cost = z.object({
  transfer: z.string(),
  kind: z.string(),
  cause: z.string(),
  amount: Amount,
  currency: Currency,
  payer: z.string(),
  vendor: z.string(),
  facts: z.record(z.string(), z.unknown()),
  at: Time,
});
export type Cost = z.infer<typeof Cost>;
export const Turn = z.object({
  id: z.string(),
  cause: z.enum(["message", "question", "reminder", "news"]),
  /** ids of the messages that it answers */
  covers: z.array(z.string()),
  outcome: z.enum(["replied", "fallback", "superseded", "crashed"]),
  /** id of the reply */
  reply: z.string().nullable(),
  model: z.string().nullable(),
  rulebook: z.string().nullable(),
  drafts: z.number().int(),
  discards: z.number().int(),
  startedAt: Time,
  endedAt: Time,
  decisions: z.array(Decision),
  costs: z.array(Cost),
});
export type Turn = z.infer<typeof Turn>;
export const Note = z.object({ id: z.string(), escalation: z.string().nullable(), by: Named, text: z.string(), at: Time });
export type Note = z.infer<typeof Note>;
/** A message as staff see it: `turn` is the one that wrote or covered it. */
export const StaffMessage = ChatMessage.extend({ turn: z.string().nullable() });
export type StaffMessage = z.infer<typeof StaffMessage>;
export const ConversationHead = z.object({
  id: z.string(),
  channel: z.string(),
  ...Mode.shape,
  customer: Named.extend({ plan: z.string() }),
  contact: Named,
  lastText: z.string(),
  /** how the contact seems at present, from their own words; nothing is kept of it beyond this word */
  mood: z.enum(["frustrated", "hurry"]).nullable(),
  lastAt: Time,
  createdAt: Time,
  /** the open or claimed escalation */
  escalation: z.object({ id: z.string(), state: EscalationState, verdict: Verdict }).nullable(),
});
export type ConversationHead = z.infer<typeof ConversationHead>;
export const Conversation = ConversationHead.omit({ escalation: true }).extend({
  messages: z.array(StaffMessage),
  turns: z.array(Turn),
  /** decisions and costs that belong to no turn, e.g. staff's minutes */
  decisions: z.array(Decision),
  costs: z.array(Cost),
  notes: z.array(Note),
  /** the newest escalation, whatever its state */
  escalation: Escalation.nullable(),
  questions: z.array(Question),
  reminders: z.array(Reminder),
  cost: Money,
});
export type Conversation = z.infer<typeof Conversation>;
export const ConversationQuery = Page.extend({ mode: z.enum(["avatar", "human"]).optional(), customer: z.string().optional() });
export type ConversationQuery = z.infer<typeof ConversationQuery>;

// ─── ledger, deliveries, rules, clock ────────────────────────────────────────────────────

export const Posting = z.object({
  id: z.string(),
  transfer: z.string(),
  account: z.string(),
  amount: Amount,
  currency: Currency,
  kind: z.string(),
  cause: z.string(),
  customer: z.string().nullable(),
  conversation: z.string().nullable(),
  turn: z.string().nullable(),
  at: Time,
  reverses: z.string().nullable(),
});
export type Posting = z.infer<typeof Posting>;
/** Oldest first, so that `after` follows the log; people read the last first. */
export const PostingQuery = Page.extend({ customer: z.string().optional(), order: z.enum(["asc", "desc"]).optional() });
export type PostingQuery = z.infer<typeof PostingQuery>;
export const LedgerCheck = z.object({
  balanced: z.boolean(),
  postings: z.number(),
  accounts: z.number(),
  differences: z.array(z.record(z.string(), z.unknown())),
});
export type LedgerCheck = z.infer<typeof LedgerCheck>;

export const DeliveryState = z.enum(["pending", "delivered", "unknown", "failed"]);
export type DeliveryState = z.infer<typeof DeliveryState>;
export const Delivery = z.object({
  id: z.string(),
  channel: z.string(),
  conversation: z.string().nullable(),
  message: z.string().nullable(),
  kind: z.string(),
  state: DeliveryState,
  attempts: z.number().int(),
  error: z.string().nullable(),
  createdAt: Time,
});
export type Delivery = z.infer<typeof Delivery>;
export const DeliveryQuery = Page.extend({ state: DeliveryState.default("unknown") });
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

/** The rulebook in force, as its owner wrote it. */
export const Policies = z.object({ version: z.string(), activatedAt: Time, text: z.string() });
export type Policies = z.infer<typeof Policies>;

export const ClockTime = z.object({ now: Time });
export type ClockTime = z.infer<typeof ClockTime>;
export const AdvanceClock = z.object({ advanceTo: Time });
export type AdvanceClock = z.infer<typeof AdvanceClock>;

/** `conversation`: also that conversation's own events, drafts included. */
export const StaffEventsQuery = z.object({ conversation: z.string().max(200).optional() });
export type StaffEventsQuery = z.infer<typeof StaffEventsQuery>;
/** Something changed: fetch it anew. The `event:` name is `type`. */
export const StaffEvent = z.object({
  type: z.enum(["escalation", "question", "alert", "conversation", "delivery", "phone_call", "mailout"]),
  id: z.string(),
  conversation: z.string().optional(),
  customer: z.string().optional(),
});
export type StaffEvent = z.infer<typeof StaffEvent>;
