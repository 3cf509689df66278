import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { count } from "./facts.ts";

/** The part of the rulebook that `admit` reads. */
export type AdmitBook = {
  admit: {
    /** so many messages of one session … */
    messages: number;
    /** … within so many seconds are answered one by one; more are too fast */
    seconds: number;
    /** the same for all visitors without a name who share one network address */
    addressMessages: number;
    addressSeconds: number;
    /** UTF-8 bytes of one message */
    maxBytes: number;
  };
};

type Verdict = "refused" | "joined" | "admitted";

/**
 * May this message come in now? Only the web may refuse, because only there somebody is told at once and can try
 * again; what other channels bring is kept and joins the next turn. Refused text is still read by the safety rules.
 */
export const admit = definePolicy({
  id: "admit",
  about: "Whether a message is taken in as it comes, joins the next turn, or is refused for its rate or size.",
  verdicts: ["refused", "joined", "admitted"],
  otherwise: { verdict: "admitted", code: "within_limits", text: "Rate and size are within the limits." },
  facts: z.object({
    channel: z.enum(["web", "other"]),
    /** messages of this session within `admit.seconds`, this one not counted */
    recent: count,
    /** messages from this address within `admit.addressSeconds`, this one not counted */
    addressRecent: count,
    anonymous: z.boolean(),
    bytes: count,
  }),
  decide(facts, { admit: limits }: AdmitBook) {
    const over: Verdict = facts.channel === "web" ? "refused" : "joined";
    const findings: Finding<Verdict>[] = [];
    if (facts.bytes > limits.maxBytes) {
      findings.push({ verdict: over, code: "too_long", text: `The message has ${facts.bytes} bytes; at most ${limits.maxBytes} are taken.` });
    }
    if (facts.recent >= limits.messages) {
      findings.push({
        verdict: over,
        code: "too_fast",
        text: `${facts.recent} messages of this session came within ${limits.seconds} seconds; at most ${limits.messages} are taken.`,
      });
    }
    if (facts.anonymous && facts.addressRecent >= limits.addressMessages) {
      findings.push({
        verdict: over,
        code: "address_too_fast",
        text: `${facts.addressRecent} messages of visitors without a name came from this address within ${limits.addressSeconds} seconds; at most ${limits.addressMessages} are taken.`,
      });
    }
    return findings;
  },
});
