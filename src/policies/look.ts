import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, count, instant } from "./facts.ts";

/** The part of the rulebook that `look` reads. */
export type LookBook = { plans: Readonly<Record<string, { humanLooks: number }>> };

type Verdict = "waits" | "given";

/** Whether a deferred question gets one of the month's human looks: the oldest first, never more than the plan has. */
export const look = definePolicy({
  id: "look",
  about: "Whether a person looks at a deferred question now, at the company's cost.",
  verdicts: ["waits", "given"],
  otherwise: {
    verdict: "given",
    code: "oldest_waiting",
    text: "It waits the longest, and this month has a look left: a person looks at it, at the company's cost.",
  },
  facts: z.object({
    plan: code,
    /** looks of this plan that this month has given */
    taken: count,
    /** deferred questions of this plan that wait longer, and are still to be decided */
    older: count,
    /** since when it waits */
    since: instant,
  }),
  decide({ plan, taken, older }, { plans }: LookBook): Finding<Verdict>[] {
    const cap = Object.hasOwn(plans, plan) ? (plans[plan]?.humanLooks ?? 0) : 0;
    const found: Finding<Verdict>[] = [];
    if (cap === 0) found.push({ verdict: "waits", code: "no_looks", text: "There are no looks of this kind; the question keeps its date." });
    else if (taken >= cap)
      found.push({
        verdict: "waits",
        code: "looks_given",
        text: `The ${cap} looks of this month are given; the question keeps its date and waits for the next one.`,
      });
    if (older > 0) found.push({ verdict: "waits", code: "older_waits", text: `${older} older ${older === 1 ? "question comes" : "questions come"} first.` });
    return found;
  },
});
