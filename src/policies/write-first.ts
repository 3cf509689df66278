import { z } from "zod";
import { endOf, isWithin, type Hours } from "./dates.ts";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { count, instant } from "./facts.ts";

export const NEWS_KINDS = ["outage", "upgrade", "roadmap"] as const;
type NewsKind = (typeof NEWS_KINDS)[number];

/** The part of the rulebook that `write-first` reads. */
export type WriteFirstBook = {
  initiative: {
    /** the news that is told at all */
    kinds: readonly NewsKind[];
    /** so many messages to one contact … */
    most: number;
    /** … in so many days */
    days: number;
    /** on the contact's own wall */
    quietHours: Hours;
    /** news that is older than so many days is none */
    freshDays: number;
  };
};

type Verdict = "drop" | "wait" | "send";

const MINUTE = 60_000;
const DAY = 86_400_000;
const BUSY_MINUTES = 30;
const UNREAD_MINUTES = 1;
const AWAY_MINUTES = 360;

/** How it stands with somebody to whom we might write first. */
export const moment = {
  now: instant,
  /** what the contact's own wall clock shows, in minutes since midnight */
  wall: z.int().min(0).max(1_439),
  /** there is no conversation where the contact could read it */
  gone: z.boolean(),
  /** something that the contact wrote is not answered yet; it may be that we shall not write */
  unread: z.boolean(),
  /** a person of ours holds the conversation */
  held: z.boolean(),
  /** a safety matter of the contact is open */
  safety: z.boolean(),
  /** when the last messages that nobody had asked for at that moment were sent to the contact */
  sent: z.array(instant),
};
const Moment = z.object(moment);
type Moment = z.output<typeof Moment>;

const facts = z.object({
  ...moment,
  news: z.enum(NEWS_KINDS),
  /** since when we know the page */
  seen: instant,
  /** the contact's own word stands, and was given before the news */
  consent: z.boolean(),
  /** a reply of ours has cited the page to the contact already */
  told: z.boolean(),
  /** messages of this kind that the contact had before, in all */
  had: count,
});

/** Whether a message that nobody has asked for at this moment leaves. Asked when it is planned, and again in the turn that sends it. */
export const writeFirst = definePolicy({
  id: "write-first",
  about: "Whether the avatar writes first, because there is news that concerns somebody who asked to be told.",
  verdicts: ["drop", "wait", "send"],
  otherwise: { verdict: "send", code: "asked_for_news", text: "They asked to be told, it concerns them, and it is no bad moment." },
  facts,
  decide(given, { initiative }: WriteFirstBook): Finding<Verdict>[] {
    const { kinds, freshDays } = initiative;
    const found: Finding<Verdict>[] = [];
    const drop = (code: string, text: string) => void found.push({ verdict: "drop", code, text });
    const wait = (code: string, text: string) => void found.push({ verdict: "wait", code, text });
    if (!kinds.includes(given.news)) drop("kind_off", "The rulebook has news of this kind switched off.");
    if (!given.consent) drop("no_consent", "They have not asked to be told, or took it back.");
    if (given.told) drop("told_already", "A reply has told them this page already.");
    if (given.now - given.seen > freshDays * DAY) drop("stale", `It is older than ${freshDays} days, and no news any more.`);
    badMoment(given, initiative, wait);
    return found;
  },
});

/** What makes a moment a bad one to write first, whatever it is about. */
export function badMoment(given: Moment, { most, days, quietHours }: WriteFirstBook["initiative"], wait: (code: string, text: string) => void): void {
  if (given.unread) wait("answer_first", "They have just written; that is answered first.");
  if (given.gone) wait("nowhere_to_write", "No conversation of theirs is open where they could read it.");
  if (given.held) wait("person_holds", "A person of ours holds the conversation.");
  if (given.safety) wait("safety_open", "A safety matter of theirs is open.");
  const recent = within(given.sent, given.now, days);
  if (recent.length >= most)
    wait("cap_reached", `They had ${recent.length} such messages in the last ${days} ${days === 1 ? "day" : "days"}; at most ${most} are sent.`);
  if (isWithin(given.wall, quietHours)) wait("quiet_hours", `It is night where they are: nothing leaves from ${quietHours.from} to ${quietHours.to}.`);
}

/** When to ask again what has to wait; `timeZone` is the contact's own. Then it is decided anew. */
export function writeAgainAt(given: Moment, { initiative }: WriteFirstBook, timeZone: string): number {
  const { now, gone, unread, held, safety, sent } = given;
  const { most, days, quietHours } = initiative;
  const moments = [endOf(quietHours, now, timeZone)];
  if (unread) moments.push(now + UNREAD_MINUTES * MINUTE);
  if (gone) moments.push(now + AWAY_MINUTES * MINUTE);
  if (held || safety) moments.push(now + BUSY_MINUTES * MINUTE);
  const recent = within(sent, now, days).toSorted((a, b) => a - b);
  // So many have to be old enough that one place is free.
  const frees = recent[recent.length - most];
  if (frees !== undefined) moments.push(frees + days * DAY);
  return Math.max(now + UNREAD_MINUTES * MINUTE, ...moments);
}

/** One that is exactly so many days old counts no more. */
function within(sent: readonly number[], now: number, days: number): number[] {
  return sent.filter((at) => at > now - days * DAY);
}
