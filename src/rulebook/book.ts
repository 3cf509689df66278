import { z } from "zod";
import { NEWS_KINDS } from "../policies/index.ts";
import { alertRule, DEFAULT_ALERTS } from "./alerts.ts";
import { contributions } from "./contributions.ts";
import { crossCheck } from "./cross-check.ts";
import { amount, calendarDate, currency, decimal, line, linkPrefix, oneOf, pattern, share, timeOfDay, timeZone, tokenPrice, whole, yesOrNo } from "./fields.ts";
import { noClaims } from "./no-claims.ts";
import { persona } from "./persona.ts";
import { phone } from "./phone.ts";
import { thanks } from "./thanks.ts";
import { tools } from "./tools.ts";

/** The shape of policies.yaml. What has a default may be left out; the defaults are those of the manual. */

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const SERVING = ["main", "cheap"] as const;
const MOST_STAND_INS = 3; // choose-model has a name for each
const MOST_ALERTS = 20; // each is looked at with every new matter
const YEAR_IN_MINUTES = 525_600;
const CHANNEL_MAX_BYTES = 16_384; // what the channels take at most (CONTRACTS: over 16 KiB 413)

const name = pattern("a short name in small letters such as standard", "standard", /^[a-z][a-z0-9_-]{0,30}$/);

const business = z.strictObject({
  name: line("the name of your business", "Marlstone GmbH"),
  timeZone: timeZone(),
  currency: currency(),
  workingHours: z
    .strictObject({
      days: z.array(oneOf(WEEKDAYS)).min(1),
      from: timeOfDay("09:00"),
      to: timeOfDay("17:00"),
    })
    .prefault({ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" }),
  /** dates without work, beside the days of the week */
  holidays: z.array(calendarDate()).default([]),
  emergencyNumber: pattern("the local emergency number", '"112"', /^\+?[0-9][0-9 -]{1,18}$/).default("112"),
});

const plan = z.strictObject({
  /** the list price of a month; a contract may have its own */
  fee: amount("290 EUR"),
  /** how much of the fee may be spent on serving, in hundredths of a percent; or … */
  share: share("25 %").optional(),
  /** … which of the company's funds pays, for models only */
  fund: name.optional(),
  /** for how many further months unspent budget stays */
  carryOver: whole(0, 24, 1).default(0),
  /** whether a colleague may be granted on the customer's budget */
  humans: yesOrNo(true),
  /** open questions a month that people look at, at the company's cost, for all customers of the plan together */
  humanLooks: whole(0, 1_000, 4).default(4),
  /** a promised time to a person, when the contract has none of its own */
  responseMinutes: whole(1, YEAR_IN_MINUTES, 240).optional(),
  /** which model answers first: the main one, or the cheap one */
  model: oneOf(SERVING).default("main"),
});

const staff = z.strictObject({
  hourly: amount("75 EUR"),
  roundMinutes: whole(1, 60, 5).default(5),
  /** what an escalation is expected to take: its hold */
  expectedMinutes: whole(1, 480, 20).default(20),
  /** hours a month that people have for deferred questions, beside the human looks */
  questionHours: whole(0, 10_000, 10).default(0),
});

const modelName = pattern("a model's name as its vendor writes it, without spaces", "gpt-4o-mini", /^[\x21-\x7e]{1,200}$/);

const models = z.strictObject({
  /** the cheap model serves when less than this would be left of the budget */
  cheapBelow: amount("0.50 EUR"),
  maxOutputTokens: whole(1, 100_000, 800).default(800),
  /** model calls in one turn */
  maxSteps: whole(1, 20, 4).default(4),
  /** tool calls in one turn */
  maxToolCalls: whole(0, 50, 6).default(6),
  /** tokens that a model may write in one turn, all its steps together; left out: the longest reply in each step */
  maxTurnTokens: whole(1, 2_000_000, 3_200).optional(),
  /** which model each kind of work begins with */
  tasks: z
    .strictObject({
      /** an answer to what somebody wrote */
      reply: oneOf(SERVING).default("main"),
      /** coming back at the date of an open question */
      followUp: oneOf(SERVING).default("main"),
    })
    .prefault({}),
  /** who stands in for MODEL when it fails, in this order */
  fallback: z.array(modelName).max(MOST_STAND_INS).default([]),
});

const price = z.strictObject({
  input: tokenPrice(),
  output: tokenPrice(),
  cachedInput: tokenPrice().optional(),
  cacheWrite: tokenPrice().optional(),
  audioInput: tokenPrice().optional(),
  reasoning: tokenPrice().optional(),
  audioOutput: tokenPrice().optional(),
});

const admit = z
  .strictObject({
    messages: whole(1, 1_000_000, 30).default(30),
    seconds: whole(1, 3_600, 10).default(10),
    addressMessages: whole(1, 1_000_000, 120).default(120),
    addressSeconds: whole(1, 3_600, 60).default(60),
    maxBytes: whole(1, CHANNEL_MAX_BYTES, CHANNEL_MAX_BYTES).default(CHANNEL_MAX_BYTES),
  })
  .prefault({});

const questions = z
  .strictObject({
    workingDays: whole(1, 60, 3).default(3),
    alertWorkingDaysBefore: whole(0, 59, 1).default(1),
    /** deferred questions that the owner expects in a month: the dates are checked against what people can do */
    expectedMonthly: whole(0, 100_000, 12).optional(),
  })
  .prefault({});

const escalation = z
  .strictObject({
    /** a safety matter asks again so often until somebody acknowledges */
    remindMinutes: whole(1, 1_440, 10).default(10),
    /** when nobody has claimed by then, the watchdog raises it; minutes of working time */
    claimMinutes: whole(1, YEAR_IN_MINUTES, 240).default(240),
    /** by when somebody should have answered a safety matter; minutes of working time */
    safetyAnswerMinutes: whole(1, 10_080, 60).default(60),
  })
  .prefault({});

const episodes = z
  .strictObject({
    joinHours: whole(0, 8_760, 72).default(72),
    closeDays: whole(1, 365, 14).default(14),
  })
  .prefault({});

const memory = z
  .strictObject({
    /** facts that are kept of one contact; 0: none */
    most: whole(0, 100, 60).default(60),
    /** how long what somebody told us is kept */
    keepDays: whole(1, 3_650, 365).default(365),
    /** how long what the avatar gathered by itself is */
    noticedDays: whole(1, 3_650, 90).default(90),
    /** who retells the beginning of a long conversation: the model, as a cost of the customer, or rules for nothing */
    summaries: oneOf(["model", "rules"]).default("model"),
    /** who looks, in the night after something was noted, for what is kept twice */
    reflection: oneOf(["model", "rules"]).default("model"),
  })
  .prefault({});

const mood = z
  .strictObject({
    /** whether the avatar asks for a person by itself when a contact begins to seem frustrated */
    asksForPerson: z.boolean({ error: "true or false" }).default(false),
  })
  .prefault({});

const initiative = z
  .strictObject({
    /** of which news people hear who asked to be told; []: none */
    kinds: z
      .array(oneOf(NEWS_KINDS))
      .max(NEWS_KINDS.length)
      .default([...NEWS_KINDS]),
    /** so many messages to one contact … */
    most: whole(1, 100, 2).default(2),
    /** … in so many days */
    days: whole(1, 365, 7).default(7),
    /** nothing leaves then, on the contact's own wall; the same time twice: no quiet hours */
    quietHours: z.strictObject({ from: timeOfDay("20:00"), to: timeOfDay("08:00") }).prefault({ from: "20:00", to: "08:00" }),
    /** news concerns whoever had a reply about it in the last so many days */
    concernDays: whole(1, 3_650, 180).default(180),
    /** news that could not be told within so many days is dropped */
    freshDays: whole(1, 365, 14).default(14),
    /** what one message costs you; left out: nothing */
    costs: amount("0.01 EUR").optional(),
  })
  .prefault({});

export const bookSchema = z
  .strictObject({
    business,
    persona,
    plans: z.record(name, plan),
    funds: z.record(name, amount("50 EUR")),
    staff,
    models,
    prices: z.record(modelName, price).default({}),
    exchange: z.record(currency(), z.strictObject({ rate: decimal("what one unit is in your currency", "0.92"), date: calendarDate() })).default({}),
    admit,
    questions,
    escalation,
    episodes,
    alerts: z
      .array(alertRule)
      .max(MOST_ALERTS)
      .default([...DEFAULT_ALERTS]),
    memory,
    mood,
    initiative,
    phone,
    thanks,
    contributions,
    noClaims,
    tools,
    gate: z.strictObject({ links: z.array(linkPrefix()).default([]) }).prefault({}),
  })
  .superRefine(crossCheck);

/** The rulebook: everything that the owner may change, checked and in the units of the code. */
export type Book = z.output<typeof bookSchema>;
export type Plan = Book["plans"][string];
export type ToolServer = Book["tools"]["servers"][string];
export type ToolTerms = ToolServer["tools"][string];
