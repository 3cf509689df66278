import type { Lots } from "./lots.ts";
import type { Language } from "./words.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SHARE = 0.1; // of all conversations, in which somebody wants to be reminded of something
const NUDGED_SHARE = 0.3; // of them, in words that only a model understands
const IMPATIENT_SHARE = 0.3; // of them, whose writer writes it twice
const WATCHED_SHARE = 0.15; // of them, in which somebody of ours takes over while it is written
const MONDAY = 1;

/** A wish to be reminded, and when that is for whoever reads it at `now`: written down by hand, with nothing of the house's own reckoning. */
type Wish = { words: Record<Language, string>; due: (now: number) => number };

const WISHES: Wish[] = [
  {
    words: { en: "Remind me on Monday at nine about the certificate", de: "Erinnere mich am Montag um neun an das Zertifikat" },
    due: (now) => at(nextMonday(now), 9),
  },
  {
    words: { en: "Please remind me tomorrow at 10:30 to pay the invoice", de: "Erinnern Sie mich bitte morgen um 10:30 an die Rechnung" },
    due: (now) => at(dayOf(now) + DAY, 10.5),
  },
  { words: { en: "Remind me in two hours about the restart", de: "Erinnere mich in zwei Stunden an den Neustart" }, due: (now) => now + 2 * HOUR },
  {
    words: { en: "Could you remind me in five days about the upgrade?", de: "Können Sie mich in fünf Tagen an das Update erinnern?" },
    due: (now) => at(dayOf(now) + 5 * DAY, 9),
  },
];

/** No rule reads it: a model has to call its tool. */
const NUDGE: Wish = {
  words: {
    en: "The certificate must not slip my mind: a nudge on Monday at nine would help",
    de: "Das Zertifikat darf ich nicht vergessen: ein Stups am Montag um neun wäre gut",
  },
  due: (now) => at(nextMonday(now), 9),
};

/** What somebody writes at the end of a conversation, if they want to be reminded of something. */
export type Reminding = { wish: Wish; after: number; isNudge: boolean; watched: boolean; impatient: "same" | undefined };

export function remindingOf(lots: Lots, who: string, leaves: boolean): Reminding | undefined {
  const own = lots.of(`what ${who} must not forget`);
  if (!own.happens(SHARE) && !leaves) return undefined;
  const isNudge = own.happens(NUDGED_SHARE);
  return {
    isNudge,
    wish: isNudge ? NUDGE : own.oneOf(WISHES),
    after: own.oneOf([own.whole(5_000, 60_000), leaves ? 5_000 : own.whole(60_000, 3 * HOUR)]),
    watched: own.happens(WATCHED_SHARE),
    impatient: own.happens(IMPATIENT_SHARE) ? "same" : undefined,
  };
}

/** Midnight of the day in Berlin, as if Berlin were in Greenwich. */
function dayOf(now: number): number {
  const there = now + offsetOf(now);
  return there - (there % DAY);
}

function nextMonday(now: number): number {
  const day = dayOf(now);
  const weekday = new Date(day).getUTCDay();
  return day + (((MONDAY - weekday + 6) % 7) + 1) * DAY;
}

/** That hour of that day in Berlin. No clock changes between six and midnight. */
function at(day: number, hour: number): number {
  const there = day + hour * HOUR;
  return there - offsetOf(there - HOUR);
}

/** Summer begins and ends at one o'clock in Greenwich on the last Sunday of March and of October. */
function offsetOf(now: number): number {
  const year = new Date(now).getUTCFullYear();
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return last.getTime() - last.getUTCDay() * DAY + HOUR;
  };
  return (now >= lastSunday(2) && now < lastSunday(9) ? 2 : 1) * HOUR;
}
