import { admit } from "./admit.ts";
import { alert } from "./alert.ts";
import { callTool } from "./call-tool.ts";
import { chooseModel } from "./choose-model.ts";
import { contribution, thankContributor } from "./contribution.ts";
import { escalate } from "./escalate.ts";
import { look } from "./look.ts";
import { noClaims } from "./no-claims/index.ts";
import { placeCall } from "./place-call.ts";
import { remember } from "./remember.ts";
import { remind } from "./remind.ts";
import { reviewReply } from "./review-reply.ts";
import { thank } from "./thank.ts";
import { writeFirst } from "./write-first.ts";

export { PolicyError, definePolicy, replay } from "./decision.ts";
export type { Decision, Finding, Policy, Reason } from "./decision.ts";
export type { StoredFacts } from "./facts.ts";
export { admit } from "./admit.ts";
export { alert } from "./alert.ts";
export { criticalCount, cusumRuns, DAY, episodesInWindow, reachOf, read, segmentOf, spellsOf, step, timingOf, usualPerDay } from "./calls/index.ts";
export type {
  AlertRule,
  CountedEpisode,
  Counts,
  CusumRule,
  Exposure,
  History,
  Reading,
  Segment,
  Spell,
  AlertState,
  Look,
  AlertStep,
  Timing,
} from "./calls/index.ts";
export { callTool } from "./call-tool.ts";
export * from "./no-claims/index.ts";
export { chooseModel } from "./choose-model.ts";
export { contribution, CONTRIBUTION_KINDS, earnedBy, thankContributor } from "./contribution.ts";
export type { ContributionKind } from "./contribution.ts";
export { escalate, escalationVerdicts, safetyClasses } from "./escalate.ts";
export type { EscalationVerdict, SafetyClass } from "./escalate.ts";
export { look } from "./look.ts";
export { CALL_ABOUTS, callAgainAt, isForPeople, placeCall } from "./place-call.ts";
export { remember } from "./remember.ts";
export { MOST_REMINDERS, remind } from "./remind.ts";
export { reviewReply } from "./review-reply.ts";
export { lotOf, OCCASIONS, THANK_WAYS, thank, thankAgainAt } from "./thank.ts";
export type { ThankBook } from "./thank.ts";
export { wilson } from "./wilson.ts";
export { NEWS_KINDS, writeAgainAt, writeFirst } from "./write-first.ts";
export {
  dateIn,
  endOf,
  isOpen,
  isWithin,
  momentAt,
  nextOpening,
  nextPeriod,
  periodBounds,
  periodOf,
  periodsBetween,
  wallMinutes,
  workingDaysAfter,
  workingDaysBefore,
} from "./dates.ts";
export type { Weekday, WorkingTime } from "./dates.ts";

/** Every policy of the house: what the house-rule test walks and what a stored decision is replayed with. */
export const policies = [
  admit,
  callTool,
  chooseModel,
  contribution,
  escalate,
  look,
  noClaims,
  placeCall,
  remember,
  remind,
  reviewReply,
  writeFirst,
  alert,
  thank,
  thankContributor,
] as const;
