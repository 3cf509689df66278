import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { instant, micro, written } from "./facts.ts";
import { badMoment, moment, type WriteFirstBook } from "./write-first.ts";

/** What somebody of the community may bring us: they found a fault, mended one, or answered somebody else. */
export const CONTRIBUTION_KINDS = ["report", "patch", "answer"] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** The part of the rulebook that `contribution` reads. */
export type ContributionBook = {
  business: { currency: string };
  contributions: {
    /** what one of a kind adds to the budget of whoever brought it; a kind without an amount earns a thank-you */
    grants: Partial<Record<ContributionKind, { amount: bigint } | undefined>>;
    /** at most so much for one customer … */
    most?: { amount: bigint } | undefined;
    /** … in so many days */
    days: number;
    /** whether we say thank you where no money is earned */
    thanks: boolean;
  };
};

const DAY = 86_400_000;

const facts = z.object({
  kind: z.enum(CONTRIBUTION_KINDS),
  now: instant,
  /** what standing contributions of the customer have earned, and when; those of the last years */
  earned: z.array(z.object({ at: instant, amount: micro })),
  /** we know which person brought it: an organisation as a whole is not written to */
  person: z.boolean(),
});

/** What an accepted contribution earns. It is asked once, when a person of ours accepts it. */
export const contribution = definePolicy({
  id: "contribution",
  about: "Whether an accepted report, patch or answer adds to its customer's budget, or earns a thank-you.",
  verdicts: ["nothing", "thank", "grant"],
  otherwise: { verdict: "grant", code: "earned", text: "The rulebook has an amount for this kind of contribution, and the limit is not reached." },
  facts,
  decide(given, { business, contributions }: ContributionBook): Finding<"nothing" | "thank" | "grant">[] {
    const found: Finding<"nothing" | "thank" | "grant">[] = [];
    const amount = contributions.grants[given.kind]?.amount ?? 0n;
    const { most, days } = contributions;
    if (amount === 0n) found.push({ verdict: "thank", code: "kind_thanked", text: "The rulebook has no amount for this kind of contribution." });
    const recent = given.earned.filter(({ at }) => at > given.now - days * DAY).reduce((sum, one) => sum + one.amount, 0n);
    if (amount > 0n && most && recent + amount > most.amount) {
      const [had, limit] = [written(recent, business.currency), written(most.amount, business.currency)];
      found.push({ verdict: "thank", code: "limit_reached", text: `Contributions have earned ${had} in ${days} days; at most ${limit}.` });
    }
    if (found.length === 0) return found;
    if (!contributions.thanks) found.push({ verdict: "nothing", code: "thanks_off", text: "The rulebook has thank-yous for contributions switched off." });
    if (!given.person) found.push({ verdict: "nothing", code: "nobody_named", text: "Nobody is named who could be thanked." });
    return found;
  },
});

/** What a contribution of this kind adds to a budget, if it is granted; micro-units. */
export function earnedBy({ contributions }: ContributionBook, kind: ContributionKind): bigint {
  return contributions.grants[kind]?.amount ?? 0n;
}

/**
 * Whether the thank-you leaves at this moment. Within what the contact has agreed to, and within the one limit for all that we write
 * first: asked when it is planned, and again by whoever sends it.
 */
export const thankContributor = definePolicy({
  id: "thank-contributor",
  about: "Whether we write first to thank somebody for an accepted contribution.",
  verdicts: ["drop", "wait", "send"],
  otherwise: { verdict: "send", code: "agreed", text: "They agreed that we write first, and it is no bad moment." },
  facts: z.object({
    ...moment,
    /** when it was accepted */
    accepted: instant,
    /** the contact's own word that we may write first stands */
    consent: z.boolean(),
    /** it was not withdrawn */
    stands: z.boolean(),
  }),
  decide(given, { initiative }: Pick<WriteFirstBook, "initiative">): Finding<"drop" | "wait" | "send">[] {
    const found: Finding<"drop" | "wait" | "send">[] = [];
    const drop = (code: string, text: string) => void found.push({ verdict: "drop", code, text });
    if (!given.stands) drop("withdrawn", "The contribution was withdrawn.");
    if (!given.consent) drop("no_consent", "They have not agreed that we write first, or took it back.");
    if (given.now - given.accepted > initiative.freshDays * DAY) drop("stale", `It was accepted more than ${initiative.freshDays} days ago.`);
    badMoment(given, initiative, (code, text) => void found.push({ verdict: "wait", code, text }));
    return found;
  },
});
