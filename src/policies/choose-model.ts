import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { micro, written } from "./facts.ts";

/** The part of the rulebook that `chooseModel` reads. */
export type ChooseModelBook = {
  business: { currency: string };
  models: {
    /** the cheap model serves when less than this would be left of the budget */
    cheapBelow: { amount: bigint };
  };
};

type Verdict = "built-in" | "cheap" | "main";

const model = z.object({
  /** the most that the next step may cost */
  ceiling: micro,
  /** it runs on our own machine: an explicit zero in the rulebook */
  local: z.boolean(),
});

/**
 * Which model answers. The better one as long as the budget has room for its dearest step, the cheap one when it gets
 * tight or the other failed, and the built-in one, which costs nothing and never fails, when neither can be paid.
 */
export const chooseModel = definePolicy({
  id: "choose-model",
  about: "Which model answers: the main one, the cheap one, or the built-in one that costs nothing.",
  verdicts: ["built-in", "cheap", "main"],
  otherwise: { verdict: "main", code: "affordable", text: "The budget has room for the main model." },
  facts: z.object({
    /** what the budget still has, holds already taken off */
    left: micro,
    held: micro,
    /** what models must leave untouched */
    reserve: micro,
    main: model.nullable(),
    cheap: model.nullable(),
    /** what has already failed in this turn */
    failed: z.array(z.enum(["main", "cheap"])),
  }),
  decide(facts, book: ChooseModelBook) {
    const room = facts.left - facts.reserve;
    const findings: Finding<Verdict>[] = [];
    const mainProblem = problemOf("main", facts.main, facts.failed, room, book.business.currency);
    const cheapProblem = problemOf("cheap", facts.cheap, facts.failed, room, book.business.currency);
    if (mainProblem) {
      findings.push({ verdict: "cheap", ...mainProblem });
      if (cheapProblem) findings.push({ verdict: "built-in", ...cheapProblem });
      return findings;
    }
    if (!cheapProblem && facts.main && facts.cheap && isTight(facts.main, facts.cheap, room, book)) {
      findings.push({
        verdict: "cheap",
        code: "budget_low",
        text: `After the main model's dearest step less than ${written(book.models.cheapBelow.amount, book.business.currency)} would be left of the budget.`,
      });
    }
    return findings;
  },
});

type Offer = z.output<typeof model>;

function problemOf(name: "main" | "cheap", offer: Offer | null, failed: readonly string[], room: bigint, currency: string) {
  if (!offer) return { code: `${name}_missing`, text: `No ${name} model is set up.` };
  if (failed.includes(name)) return { code: `${name}_failed`, text: `The ${name} model has failed in this turn.` };
  if (fits(offer, room)) return undefined;
  return {
    code: `${name}_too_dear`,
    text: `A step of the ${name} model may cost ${written(offer.ceiling, currency)}, and the budget has ${written(room, currency)} left for models.`,
  };
}

function fits(offer: Offer, room: bigint): boolean {
  return offer.local || offer.ceiling <= room;
}

function isTight(main: Offer, cheap: Offer, room: bigint, book: ChooseModelBook): boolean {
  if (main.local) return false;
  if (!cheap.local && cheap.ceiling >= main.ceiling) return false;
  return room - main.ceiling < book.models.cheapBelow.amount;
}
