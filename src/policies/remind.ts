import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { count } from "./facts.ts";

/** How far ahead somebody may be reminded. */
const FURTHEST_DAYS = 366;
/** How many reminders one contact may have standing. */
export const MOST_REMINDERS = 20;

const DAY_MINUTES = 1_440;

type Verdict = "refused" | "granted";

/** Whether the avatar writes first at a moment that a contact has named. Asking for it here, for oneself, is the consent. */
export const remind = definePolicy({
  id: "remind",
  about: "Whether a reminder that was asked for in the chat is kept.",
  verdicts: ["refused", "granted"],
  otherwise: { verdict: "granted", code: "asked_for", text: "They asked for it themselves, in this conversation, for a moment that we can keep." },
  facts: z.object({
    /** the contact has written in this very turn: nobody is reminded unasked */
    asked: z.boolean(),
    /** from now to the moment; what is past is negative */
    inMinutes: z.int(),
    /** reminders of this contact that stand already */
    standing: count,
  }),
  decide({ asked, inMinutes, standing }): Finding<Verdict>[] {
    const found: Finding<Verdict>[] = [];
    if (!asked) found.push({ verdict: "refused", code: "not_asked", text: "Nobody asked for it in this turn." });
    if (inMinutes <= 0) found.push({ verdict: "refused", code: "past", text: "The moment is past." });
    if (inMinutes > FURTHEST_DAYS * DAY_MINUTES) found.push({ verdict: "refused", code: "too_far", text: `It is further ahead than ${FURTHEST_DAYS} days.` });
    if (standing >= MOST_REMINDERS)
      found.push({ verdict: "refused", code: "too_many", text: `${standing} reminders of this contact stand already; at most ${MOST_REMINDERS} do.` });
    return found;
  },
});
