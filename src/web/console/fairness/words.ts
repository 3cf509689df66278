import type { Rate, RateGroup, RateReading, RateTable } from "../../../http/contract.ts";
import { LOCALE } from "../parts/money.ts";

/** The words of the page about who is hit by the rules. */

export const TABLE_WORDS: Record<RateTable["by"], { title: string; lead: string }> = {
  language: {
    title: "By language and channel",
    lead: "The language is that of the words which people wrote, as the avatar heard it, not that of their browser.",
  },
  own_language: {
    title: "In their own language, or another",
    lead: "Their own is what their browser or channel says. Who writes in another one is often a second-language writer.",
  },
  known: { title: "New to us, or known for long", lead: "New is who first came to us at most 30 days before." },
};

const WHAT_WORDS: Record<string, string> = {
  own: "Their own language",
  other: "Another language",
  unknown: "We do not know their own",
  new: "New to us",
  long: "Known for more than 30 days",
};

export const RATE_WORDS = { asked: "Asked for a person", deferred: "Of those, deferred", alerted: "Counted in an alert" } as const;
export type RateKind = keyof typeof RATE_WORDS;
export const RATE_KINDS = ["asked", "deferred", "alerted"] as const;

export const READING_WORDS: Record<RateReading, string> = {
  too_few: "too few to say much",
  more_often: "more often than the others",
  less_often: "less often than the others",
  like_others: "nothing that stands out",
};

const languages = new Intl.DisplayNames(LOCALE, { type: "language", fallback: "code" });

/** "German, web": a group's name. */
export function groupName({ what, channel }: Pick<RateGroup, "what" | "channel">): string {
  return channel === null ? (WHAT_WORDS[what] ?? what) : `${languages.of(what) ?? what}, ${channel}`;
}

/** A share as people read it, without a comma that the numbers do not carry. */
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** "10 of 12, 83 % (55 % to 95 %)" */
export function rateInWords({ count, of, low, high }: Rate): string {
  return `${count} of ${of}, ${percent(count / of)} (${percent(low)} to ${percent(high)})`;
}
