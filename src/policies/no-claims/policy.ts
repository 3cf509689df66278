import { z } from "zod";
import { definePolicy } from "../decision.ts";
import type { Finding } from "../decision.ts";
import { code, count, id, instant } from "../facts.ts";

type Verdict = "restored" | "falls" | "rises" | "stays";

const CAUSES = ["start", "clean", "incident", "forgiven", "protected", "recovered", "lapsed", "kept", "restored", "scheme", "ended"] as const;
export type ChangeCause = (typeof CAUSES)[number];

const WHY: Record<ChangeCause, string> = {
  start: "A contract begins.",
  clean: "A period passed without an incident that counts.",
  incident: "What counted in the period moves the level by the table of the scheme.",
  forgiven: "The scheme forgives this incident.",
  protected: "The level is protected against so many incidents.",
  recovered: "After so many clean periods the scheme ends what was worse.",
  lapsed: "The pause between two contracts was longer than the scheme keeps a level.",
  kept: "A new contract goes on with the level that was left.",
  restored: "What had counted was shown not to count: the level is what it would have been without it.",
  scheme: "The owner has chosen another scheme; it holds from this renewal on.",
  ended: "The contract ended: what was granted for the time after it is taken back.",
};

/**
 * What becomes of a customer's no-claims level. The level itself is computed by `levelAfter` from the whole history; here stands what that
 * came to, and why, so that staff and customer can be told.
 */
export const noClaims = definePolicy({
  id: "no-claims",
  about: "Whether a customer's no-claims level falls, rises, stays or is restored.",
  verdicts: ["restored", "falls", "rises", "stays"],
  otherwise: { verdict: "stays", code: "unchanged", text: "Nothing has changed." },
  facts: z.object({
    scheme: code,
    /** the level before and after, as places in the scheme: the worst is 0 */
    before: count,
    after: count,
    cause: z.enum(CAUSES),
    /** what counted, or counts no more */
    incidents: z.array(id),
    at: instant,
  }),
  decide({ before, after, cause }, _book: object): Finding<Verdict>[] {
    const verdict = cause === "restored" && after >= before ? "restored" : after < before ? "falls" : after > before ? "rises" : "stays";
    return [{ verdict, code: cause, text: WHY[cause] }];
  },
});
