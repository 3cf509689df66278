import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, micro, written } from "./facts.ts";

type Preference = "main" | "cheap";

/** The part of the rulebook that `chooseModel` reads. */
export type ChooseModelBook = {
  business: { currency: string };
  /** which model serves a plan */
  plans?: Record<string, { model: Preference }>;
  models: {
    /** the cheap model serves when less than this would be left of the budget */
    cheapBelow: { amount: bigint };
    /** which model a task begins with */
    tasks?: { reply: Preference; followUp: Preference };
  };
};

const STAND_INS = ["second", "third", "fourth"] as const;
const NAMES = ["main", ...STAND_INS, "cheap"] as const;
type Name = (typeof NAMES)[number];
type Verdict = Name | "built-in";

const model = z.object({
  /** the most that the next step may cost */
  ceiling: micro,
  /** it runs on our own machine: an explicit zero in the rulebook */
  local: z.boolean(),
});

/**
 * Which model answers. The better one as long as the budget has room for its dearest step, those that stand in for it when it fails, the
 * cheap one when it gets tight or the others failed, and the built-in one, which costs nothing and never fails, when none can be paid.
 */
export const chooseModel = definePolicy({
  id: "choose-model",
  about: "Which model answers: the main one, one that stands in for it, the cheap one, or the built-in one that costs nothing.",
  verdicts: ["built-in", "cheap", "fourth", "third", "second", "main"],
  otherwise: { verdict: "main", code: "affordable", text: "The budget has room for the main model." },
  facts: z.object({
    /** what the budget still has, holds already taken off */
    left: micro,
    held: micro,
    /** what models must leave untouched */
    reserve: micro,
    main: model.nullable(),
    cheap: model.nullable(),
    /** those that stand in for the main one, in the owner's order; left out where none is named */
    second: model.optional(),
    third: model.optional(),
    fourth: model.optional(),
    /** what has already failed in this turn */
    failed: z.array(z.enum(NAMES)),
    /** what asked to be left alone for a while: it is asked when nothing else is left */
    resting: z.array(z.enum(NAMES)).optional(),
    /** an answer to a message, or coming back at the date of a question; in older decisions not told */
    task: z.enum(["reply", "followUp"]).optional(),
    plan: code.optional(),
  }),
  decide(facts, book: ChooseModelBook) {
    const room = facts.left - facts.reserve;
    const cheapFirst = preferenceOf(facts.plan, facts.task, book);
    const order: Name[] = cheapFirst ? ["cheap", "main", ...STAND_INS] : ["main", ...STAND_INS, "cheap"];
    const line = order.filter((name) => facts[name] !== undefined);
    const hindrance = (name: Name) => problemOf(name, facts[name] ?? null, facts.failed, room, book.business.currency);
    const rests = (name: Name) => facts.resting?.includes(name) === true;
    const cheapCan = facts.cheap && !rests("cheap") && !hindrance("cheap") ? facts.cheap : undefined;
    const passed: Reason[] = [];
    for (const name of line) {
      const problem = hindrance(name) ?? (rests(name) ? restOf(name) : tightness(name, facts[name], cheapCan, room, book));
      if (problem) passed.unshift(problem);
      else return findings(name, name === "cheap" && cheapFirst ? [...passed, cheapFirst] : passed);
    }
    const last = line.find((name) => rests(name) && !hindrance(name));
    return findings(last ?? "built-in", passed);
  },
});

type Offer = z.output<typeof model>;
type Reason = { code: string; text: string };

/** What was passed over speaks for the one that was taken. */
function findings(verdict: Verdict, reasons: Reason[]): Finding<Verdict>[] {
  return reasons.map((reason) => ({ verdict, ...reason }));
}

/** Why the cheap model comes first; undefined where it does not. */
function preferenceOf(plan: string | undefined, task: "reply" | "followUp" | undefined, { plans, models }: ChooseModelBook): Reason | undefined {
  const own = plans && plan !== undefined && Object.hasOwn(plans, plan) ? plans[plan] : undefined;
  if (own?.model === "cheap") return { code: "plan_cheap", text: `The plan ${plan} is served by the cheap model first.` };
  if (task && models.tasks?.[task] === "cheap") return { code: "task_cheap", text: "For this kind of work the cheap model comes first." };
  return undefined;
}

function problemOf(name: Name, offer: Offer | null, failed: readonly Name[], room: bigint, currency: string): Reason | undefined {
  if (!offer) return { code: `${name}_missing`, text: `No ${name} model is set up.` };
  if (failed.includes(name)) return { code: `${name}_failed`, text: `The ${name} model has failed in this turn.` };
  if (fits(offer, room)) return undefined;
  return {
    code: `${name}_too_dear`,
    text: `A step of the ${name} model may cost ${written(offer.ceiling, currency)}, and the budget has ${written(room, currency)} left for models.`,
  };
}

function restOf(name: Name): Reason {
  return { code: `${name}_resting`, text: `The ${name} model's endpoint asked to be left alone for a while; it is asked when no other can.` };
}

function fits(offer: Offer, room: bigint): boolean {
  return offer.local || offer.ceiling <= room;
}

/** A stronger model that would take the last of the budget is passed over while there is a cheaper one to save it. */
function tightness(name: Name, offer: Offer | null | undefined, cheap: Offer | undefined, room: bigint, book: ChooseModelBook): Reason | undefined {
  if (name === "cheap" || !offer || !cheap || offer.local) return undefined;
  if (!cheap.local && cheap.ceiling >= offer.ceiling) return undefined;
  if (room - offer.ceiling >= book.models.cheapBelow.amount) return undefined;
  return {
    code: "budget_low",
    text: `After the ${name} model's dearest step less than ${written(book.models.cheapBelow.amount, book.business.currency)} would be left of the budget.`,
  };
}
