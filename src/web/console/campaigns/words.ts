import type { Campaign, MailoutState } from "../../../http/contract.ts";
import { CALL_OUTCOME_WORDS } from "../calls/words.ts";

export const OCCASION_WORDS: Record<Campaign["occasion"], string> = {
  anniversary: "An anniversary of the contract",
  quiet_quarter: "A quarter that went well",
  smooth_upgrade: "An upgrade that went well",
};

export const WAY_WORDS: Record<Campaign["by"], string> = {
  mail: "by mail",
  call: "by a colleague who calls",
  automatic_call: "by a computer voice that calls",
};

/** What became of a thank-you, in the order in which the bar shows it. */
export const STATES: { state: MailoutState; word: string; tone: string }[] = [
  { state: "sent", word: "sent", tone: "good" },
  { state: "called", word: "called", tone: "good" },
  { state: "unknown", word: "may have arrived", tone: "doubt" },
  { state: "sending", word: "leaving now", tone: "doubt" },
  { state: "planned", word: "to be called", tone: "wait" },
  { state: "waiting", word: "waiting", tone: "wait" },
  { state: "held_out", word: "held out by lot", tone: "held" },
  { state: "bounced", word: "came back", tone: "bad" },
  { state: "not_reached", word: "not reached", tone: "none" },
  { state: "lapsed", word: "lapsed", tone: "none" },
  { state: "refused", word: "not sent", tone: "none" },
];

const REASONS: Record<string, string> = {
  well_behaved: "all was well",
  no_consent: "they have not agreed, or took it back",
  unsubscribed: "they unsubscribed",
  hard_bounce: "nobody reads that address",
  soft_bounces: "their mailbox was full too often",
  complaint: "they complained",
  done_already: "this occasion was seen to",
  pays_nothing: "no contract with a fee",
  other_segment: "another plan",
  too_new: "not with us for long enough",
  missed_date: "we missed a date that we gave them",
  many_episodes: "they had many matters lately",
  question_open: "a question of theirs is open",
  incident_open: "a request or a safety matter is open",
  outage: "something of ours is broken",
  call_planned: "a call to them is planned already",
  no_automatic_consent: "they have not agreed to a computer voice",
  do_not_call: "they asked not to be called",
  date_missed: "we missed a date that we gave them",
  not_yet: "the occasion is still to come",
  stale: "it could not leave in time",
  cap_reached: "they were thanked lately",
  thanked_lately: "a colleague of theirs was thanked lately",
  quiet_hours: "it is night where they are",
  budget_spent: "the month's budget is spent",
  held_out: "held out by lot",
  campaign_gone: "the campaign is gone",
  erased: "they asked to be forgotten",
};

/** Why, in words; a code that is newer than this page stands for itself. */
export function reasonInWords(code: string | null): string {
  if (code === null) return "";
  const outcome: string | undefined = (CALL_OUTCOME_WORDS as Record<string, string>)[code];
  return REASONS[code] ?? outcome?.toLowerCase() ?? code.replaceAll("_", " ");
}

export function stateInWords(state: MailoutState): string {
  return STATES.find((one) => one.state === state)?.word ?? state;
}
