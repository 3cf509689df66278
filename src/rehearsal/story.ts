import { z } from "zod";
import { escalationVerdicts, safetyClasses } from "../policies/index.ts";

/** The shape of a rehearsal: who writes, what they write, what a scripted model would answer, and how it must end in the database. */

const text = z.string().min(1);
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be small letters and figures with hyphens between them, such as wants-a-refund");

const Tool = z.strictObject({ name: text, /** an object, or the very characters that the model wrote */ arguments: z.unknown().optional() });

/** One answer of the scripted model to one request. */
const Reply = z
  .strictObject({
    /** an answer that must go out: if the gate refuses it, that is over-blocking */
    good: text.optional(),
    /** a draft that the gate must refuse */
    bad: text.optional(),
    tools: z.array(Tool).min(1).optional(),
    fails: z.enum(["down", "times out", "breaks off", "says nothing", "lies about usage"]).optional(),
  })
  .refine((reply) => Object.keys(reply).length === 1, "must have exactly one of good, bad, tools and fails");
export type Reply = z.infer<typeof Reply>;

const STAFF = ["takes over", "claims", "acknowledges", "notes", "replies", "resolves", "hands back", "downgrades", "answers the question"] as const;
export type Deed = { does: (typeof STAFF)[number]; text?: string | undefined; minutes?: number | undefined };

const DURATION = /^([1-9]\d{0,3}) (minutes?|hours?|days?)$/;

const Step = z
  .strictObject({
    says: z.string().optional(),
    /** several messages, sent without waiting for an answer */
    burst: z.array(z.string()).min(2).optional(),
    wait: z.string().regex(DURATION, 'must be a length of time such as "4 days" or "90 minutes"').optional(),
    staff: z.strictObject({ does: z.enum(STAFF), text: text.optional(), minutes: z.number().int().min(0).optional() }).optional(),
    /** the same person opens another chat */
    returns: z.literal(true).optional(),
    model: z.array(Reply).default([]),
  })
  .refine(
    ({ model: _model, ...does }) => Object.values(does).filter((value) => value !== undefined).length === 1,
    "must have exactly one of says, burst, wait, staff and returns",
  );
export type Step = z.infer<typeof Step>;

/** Milliseconds of a step's `wait`. */
export function lengthOf(wait: string): number {
  const [, count = "0", unit = ""] = DURATION.exec(wait) ?? [];
  return Number(count) * (unit.startsWith("day") ? 86_400_000 : unit.startsWith("hour") ? 3_600_000 : 60_000);
}

/** `any`: it may be as it likes. */
const orAny = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal("any"), schema]);
const code = z.string().regex(/^[a-z0-9_.-]+$/i, "must be a code such as safety_security");
const account = z.string().regex(/^(own|[a-z-]+\/[a-z-]+)$/, 'must be "own" (the customer\'s budget) or an account such as company/safety');

const Escalation = z.strictObject({
  verdict: z.enum(escalationVerdicts),
  class: z.enum(["request", ...safetyClasses]),
  payer: account.optional(),
  state: z.enum(["open", "claimed", "resolved", "handed_back"]).optional(),
});
const Question = z.strictObject({
  cause: z.enum(["deferred", "fallback", "unknown", "later"]),
  due: z.iso.date("must be a day such as 2026-03-05").optional(),
  state: z.enum(["open", "kept"]).default("open"),
  by: z.enum(["avatar", "staff", "plain_no"]).optional(),
});
const Decision = z.strictObject({ policy: code, verdict: text, reasons: z.array(code).optional() });

/** How it must end, read from the database. What is left out of the lists of escalations, questions, memories and alerts must not be there. */
const Ends = z.strictObject({
  /** of each message, in order: what became of it, or the code by which the door refused it */
  outcomes: orAny(z.array(z.enum(["replied", "human", "ignored", "message_empty", "message_too_long", "too_fast"]))).optional(),
  /** of each turn, in order */
  turns: orAny(z.array(z.enum(["replied", "fallback"]))).optional(),
  escalations: orAny(z.array(Escalation)).optional(),
  questions: orAny(z.array(Question)).optional(),
  memories: orAny(z.array(text)).optional(),
  alerts: orAny(z.array(text)).optional(),
  /** each of them was decided, perhaps with others */
  decisions: z.array(Decision).optional(),
  /** none of them was */
  never: z.array(Decision).optional(),
  /** who has paid, as "kind account" */
  costs: orAny(z.array(z.string().regex(/^[a-z-]+ (own|[a-z-]+\/[a-z-]+)$/, 'must be a kind and who paid, such as "model own"'))).optional(),
  /** ids of pages: each was cited. An empty list: nothing was. */
  cites: orAny(z.array(code)).optional(),
  mode: z.enum(["avatar", "human"]).optional(),
});
export type Ends = z.infer<typeof Ends>;

const Story = z.strictObject({
  name,
  about: text,
  model: z.enum(["script", "built-in"]).default("script"),
  who: z
    .strictObject({
      name: text.default("Ana Perez"),
      plan: text.default("standard"),
      locale: text.nullable().default("en"),
      /** a month, in the business's currency; left out: the plan's */
      fee: z.number().min(0).optional(),
    })
    .prefault({}),
  /** names of customers whom this one must never hear of */
  others: z.array(text).default(["Northwind Traders International"]),
  steps: z.array(Step).min(1),
  ends: Ends,
  /** a part of `ends` that does not hold yet, and why: it is told, and excused until it does */
  known: z.strictObject({ part: z.enum(["escalations", "questions", "memories", "alerts", "cites", "costs"]), why: text }).optional(),
  /** with a model of your own, these take the place of what `ends` says; "skip": not performed at all */
  live: z.union([z.literal("skip"), Ends]).optional(),
});
export type Story = z.infer<typeof Story>;

/** One file: a list of stories. */
export const Stories = z.array(Story).min(1);

/** Whether a model of the owner's own could be put in the script's place. */
export function canBeLive(story: Story): boolean {
  return story.live !== "skip" && story.steps.every((step) => step.model.every((reply) => reply.fails === undefined));
}
