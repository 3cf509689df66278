import { admit } from "./admit.ts";
import { alert } from "./alert.ts";
import { chooseModel } from "./choose-model.ts";
import { escalate } from "./escalate.ts";
import { remember } from "./remember.ts";
import { reviewReply } from "./review-reply.ts";

export { PolicyError, definePolicy, replay } from "./decision.ts";
export type { Decision, Finding, Policy, Reason } from "./decision.ts";
export type { StoredFacts } from "./facts.ts";
export { admit } from "./admit.ts";
export { alert, episodesInWindow } from "./alert.ts";
export type { AlertRule, CountedEpisode } from "./alert.ts";
export { chooseModel } from "./choose-model.ts";
export { escalate, escalationVerdicts, safetyClasses } from "./escalate.ts";
export type { EscalationVerdict, SafetyClass } from "./escalate.ts";
export { remember } from "./remember.ts";
export { reviewReply } from "./review-reply.ts";
export { dateIn, isOpen, nextOpening, nextPeriod, periodBounds, periodOf, periodsBetween, workingDaysAfter, workingDaysBefore } from "./dates.ts";
export type { Weekday, WorkingTime } from "./dates.ts";

/** Every policy of the house: what the house-rule test walks and what a stored decision is replayed with. */
export const policies = [admit, chooseModel, escalate, remember, reviewReply, alert] as const;
