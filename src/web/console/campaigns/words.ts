import type { Campaign, MailoutState } from "../../../http/contract.ts";

export const OCCASION_WORDS: Record<Campaign["occasion"], string> = {
  anniversary: "An anniversary of the contract",
  quiet_quarter: "A quarter that went well",
  smooth_upgrade: "An upgrade that went well",
};

/** What became of a mail, in the order in which the bar shows it. */
export const STATES: { state: MailoutState; word: string; tone: string }[] = [
  { state: "sent", word: "sent", tone: "good" },
  { state: "unknown", word: "may have arrived", tone: "doubt" },
  { state: "sending", word: "leaving now", tone: "doubt" },
  { state: "waiting", word: "waiting", tone: "wait" },
  { state: "held_out", word: "held out by lot", tone: "held" },
  { state: "bounced", word: "came back", tone: "bad" },
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
  return code === null ? "" : (REASONS[code] ?? code.replaceAll("_", " "));
}

export function stateInWords(state: MailoutState): string {
  return STATES.find((one) => one.state === state)?.word ?? state;
}
