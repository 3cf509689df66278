import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { count, micro, written } from "./facts.ts";

/** The part of the rulebook that `callTool` reads. */
export type CallToolBook = { business: { currency: string } };

type Verdict = "too_often" | "not_filled" | "too_dear" | "called";

/** Whether the avatar may ask a system outside. What is refused for its price is never told to a model: the turn goes on without one. */
export const callTool = definePolicy({
  id: "call-tool",
  about: "Whether a tool of a system outside is called for this turn.",
  verdicts: ["too_often", "not_filled", "too_dear", "called"],
  otherwise: { verdict: "called", code: "allowed", text: "The owner allows it, and what it costs can be paid." },
  facts: z.object({
    /** server and tool, as the model knows them */
    tool: z.string().regex(/^[a-z][a-z0-9]{0,19}__[A-Za-z0-9_-]{1,40}$/),
    /** calls of it in this turn before, and how many there may be */
    calls: count,
    most: count,
    /** arguments that the service has to fill in and has nothing for */
    unfilled: count,
    cost: micro,
    /** what the payer still has, holds already taken off */
    left: micro,
  }),
  decide({ calls, most, unfilled, cost, left }, { business }: CallToolBook): Finding<Verdict>[] {
    const found: Finding<Verdict>[] = [];
    if (calls >= most) found.push({ verdict: "too_often", code: "too_often", text: `It was called ${calls} times in this turn; at most ${most} are allowed.` });
    if (unfilled > 0)
      found.push({
        verdict: "not_filled",
        code: "not_filled",
        text: `${unfilled} of its arguments are filled in by the service, which has nothing to put there.`,
      });
    if (cost > 0n && cost > left)
      found.push({
        verdict: "too_dear",
        code: "too_dear",
        text: `A call costs ${written(cost, business.currency)}, and ${written(left, business.currency)} is left.`,
      });
    return found;
  },
});
