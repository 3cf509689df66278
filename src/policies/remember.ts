import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, count } from "./facts.ts";

/** The part of the rulebook that `remember` reads. */
export type RememberBook = {
  memory: {
    /** so many facts of one contact are kept; 0: nothing is */
    most: number;
  };
};

type Verdict = "refused" | "kept";

/** Whether a fact about a contact is kept. Secrets never are, and nobody is known without end. */
export const remember = definePolicy({
  id: "remember",
  about: "Whether something that a contact said is kept for the next time.",
  verdicts: ["refused", "kept"],
  otherwise: { verdict: "kept", code: "harmless", text: "Nothing in it must not be kept, and there is room." },
  facts: z.object({
    /** what speaks against keeping it: which rule, and where in the text it begins */
    findings: z.array(z.object({ rule: code, offset: count })),
    /** facts that are kept of this contact already */
    kept: count,
  }),
  decide({ findings, kept }, { memory }: RememberBook): Finding<Verdict>[] {
    const found: Finding<Verdict>[] = findings.map(({ rule, offset }) => ({
      verdict: "refused",
      code: rule,
      text: `The rule ${rule} speaks against keeping it, at character ${offset}.`,
    }));
    if (kept >= memory.most)
      found.push({ verdict: "refused", code: "memory_full", text: `${kept} facts of this contact are kept; at most ${memory.most} are.` });
    return found;
  },
});
