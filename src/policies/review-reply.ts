import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, count } from "./facts.ts";

type Verdict = "fallback" | "again" | "pass";

/** What to do with a draft that the gate has read: it finds, this decides. The second refused draft is the last. */
export const reviewReply = definePolicy({
  id: "review-reply",
  about: "Whether a draft is sent, written once more, or replaced by the honest fallback.",
  verdicts: ["fallback", "again", "pass"],
  otherwise: { verdict: "pass", code: "clean", text: "The gate found nothing in the draft." },
  facts: z.object({
    /** what the gate found: which rule, and where in the draft it begins */
    findings: z.array(z.object({ rule: code, offset: count })),
    draft: z.union([z.literal(1), z.literal(2)]),
  }),
  decide({ findings, draft }, _book: object): Finding<Verdict>[] {
    const verdict: Verdict = draft === 1 ? "again" : "fallback";
    return findings.map(({ rule, offset }) => ({
      verdict,
      code: rule,
      text: `The rule ${rule} refused draft ${draft} at character ${offset}.`,
    }));
  },
});
