import type { Alert, EscalationClass, EscalationState, Question, Turn, Verdict } from "../../../http/contract.ts";

/** The words of the screens for what the service names in codes. One place, so that a thing has one name. */
export const CLASS_WORDS: Record<EscalationClass, string> = {
  request: "Request",
  security: "Security",
  data_loss: "Data loss",
  danger: "Danger",
  legal: "Legal",
  outage: "Outage",
};

export const VERDICT_WORDS: Record<Verdict, { word: string; means: string }> = {
  overridden: { word: "Overridden", means: "A safety matter: always reaches people, at the company’s cost." },
  granted: { word: "Granted", means: "The budget allows a person." },
  deferred: { word: "Deferred", means: "The budget does not allow a person now; the avatar keeps the question with a date." },
};

export const STATE_WORDS: Record<EscalationState, string> = {
  open: "Open",
  claimed: "Claimed",
  resolved: "Resolved",
  handed_back: "Handed back",
};

export const OUTCOME_WORDS: Record<Turn["outcome"], string> = {
  replied: "replied",
  fallback: "honest fallback: the model could not answer",
  superseded: "superseded: a later turn answered",
  crashed: "crashed: another turn took it over",
};

export const CAUSE_WORDS: Record<Question["cause"], string> = {
  deferred: "a person was not granted",
  fallback: "the avatar could not answer",
  unknown: "the avatar did not know",
  later: "asked to come back later",
};

export const ANSWERED_WORDS: Record<NonNullable<Question["answeredBy"]>, string> = {
  avatar: "the avatar",
  staff: "staff",
  plain_no: "a plain no with its reason",
};

export const ALERT_STATE_WORDS: Record<Alert["state"], string> = { firing: "Firing", pending: "Pending", resolved: "Resolved" };

export const MAY_WORDS: Record<Alert["may"][number], string> = {
  training: "offer training",
  page: "write a page that answers it",
  plan: "offer a bigger plan",
  calls: "let the avatar take their calls",
  person: "have a person talk to them",
};

/** "data_loss" or "budgetLeft" as people read it: "data loss", "budget left". */
export function spoken(code: string): string {
  return code
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_.-]+/g, " ")
    .toLowerCase();
}

/** "1 question", "3 questions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

export const MOOD_WORDS: Record<"frustrated" | "hurry", string> = { frustrated: "Seems frustrated", hurry: "Seems in a hurry" };
