import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, count, micro, written } from "./facts.ts";

/** The part of the rulebook that `escalate` reads. */
export type EscalateBook = { business: { currency: string } };

/** What no budget may stand in the way of (promise 6), as PRODUCT and CONTRACTS name it. */
export const safetyClasses = ["security", "data_loss", "danger", "legal", "outage"] as const;
export type SafetyClass = (typeof safetyClasses)[number];

export const escalationVerdicts = ["overridden", "deferred", "granted"] as const;
export type EscalationVerdict = (typeof escalationVerdicts)[number];

const facts = z.object({
  /** what the safety rules, the model or staff found; one is enough */
  safety: z.array(z.object({ class: z.enum(safetyClasses), rule: code })),
  /** who asked for a human; mood: the avatar by itself, from how the messages read; null: nobody did, only a safety rule speaks */
  requested: z.enum(["contact", "model", "mood", "staff"]).nullable(),
  /** false: the plan's fund pays for models only */
  planHasHuman: z.boolean(),
  /** what the customer's budget still has, holds taken off */
  left: micro,
  /** what is left of what the customer has earned by contributions, where the plan has no human: it pays for people, not the fund */
  earned: micro.optional(),
  /** the expected cost of a colleague's time */
  estimate: micro,
  /** the verdict of the escalation that is already open in this conversation: a further request joins it */
  alreadyOpen: z.enum(escalationVerdicts).nullable(),
  /** the budget looked sufficient, but the ledger refused the hold: somebody was quicker */
  holdRefused: z.boolean().optional(),
  /** requests of this contact today, for staff to see; it decides nothing, nobody is dropped for asking */
  requestsToday: count,
});

/** May a human come? Overridden beats deferred beats granted. A joined request never takes a second hold. */
export const escalate = definePolicy({
  id: "escalate",
  about: "Whether a human comes now at the customer's budget, later as an open question, or at once at our cost.",
  verdicts: escalationVerdicts,
  otherwise: { verdict: "granted", code: "budget_covers", text: "The plan contains help from people, and the budget covers the expected time." },
  facts,
  decide(given, book: EscalateBook) {
    return [...safetyFindings(given), ...joinFindings(given), ...moneyFindings(given, book.business.currency), ...moodFindings(given)];
  },
});

type Facts = z.output<typeof facts>;

const safetyTexts: Record<SafetyClass, string> = {
  security: "A security report always reaches people, at the company's cost.",
  data_loss: "Lost or damaged data always reaches people, at the company's cost.",
  danger: "Danger to people always reaches people, at the company's cost. The local emergency number comes first.",
  legal: "A legal or regulator's matter always reaches people, at the company's cost.",
  outage: "An outage that we may have caused always reaches people, at the company's cost.",
};

/** One reason for each class, however many rules of it have spoken. */
function safetyFindings(given: Facts): Finding<EscalationVerdict>[] {
  return [...Map.groupBy(given.safety, (hit) => hit.class)].map(([kind, hits]) => {
    const rules = [...new Set(hits.map((hit) => hit.rule))];
    return {
      verdict: "overridden",
      code: `safety_${kind}`,
      text: `${safetyTexts[kind]} Found by the ${rules.length > 1 ? "rules" : "rule"} ${rules.join(", ")}.`,
    };
  });
}

const joinTexts: Record<EscalationVerdict, string> = {
  overridden: "Joins the safety matter that is already open in this conversation.",
  deferred: "Joins the request that is already deferred in this conversation; its date stands.",
  granted: "Joins the request that is already granted in this conversation; no second hold is taken.",
};

function joinFindings(given: Facts): Finding<EscalationVerdict>[] {
  if (given.alreadyOpen === null) return [];
  return [{ verdict: given.alreadyOpen, code: "joins_open", text: joinTexts[given.alreadyOpen] }];
}

/** It only says who asked: how somebody seems makes no request graver, and moves nobody forward. */
function moodFindings(given: Facts): Finding<EscalationVerdict>[] {
  if (given.requested !== "mood") return [];
  return [{ verdict: "granted", code: "asked_by_mood", text: "Nobody asked: the avatar did by itself, from how the messages read, as the owner lets it." }];
}

function moneyFindings(given: Facts, currency: string): Finding<EscalationVerdict>[] {
  // The open escalation has settled the money already.
  if (given.alreadyOpen !== null) return [];
  const findings: Finding<EscalationVerdict>[] = [];
  const earned = given.earned ?? 0n;
  if (!given.planHasHuman && earned >= given.estimate && !given.holdRefused) {
    const text = `The plan's fund pays for models only, but they have ${written(earned, currency)} left of what they earned by contributions.`;
    findings.push({ verdict: "granted", code: "earned_covers", text });
    return findings;
  }
  if (!given.planHasHuman) {
    findings.push({
      verdict: "deferred",
      code: "plan_without_human",
      text: "The plan's fund pays for models only. The question is kept with a date, and a human look may answer it.",
    });
    return findings;
  }
  if (given.left < given.estimate) {
    findings.push({
      verdict: "deferred",
      code: "budget",
      text: `The budget has ${written(given.left, currency)} left, and a colleague's time is expected to cost ${written(given.estimate, currency)}.`,
    });
  } else if (given.holdRefused) {
    findings.push({
      verdict: "deferred",
      code: "budget",
      text: `The ledger refused to set ${written(given.estimate, currency)} aside: another request of this customer came first.`,
    });
  }
  return findings;
}
