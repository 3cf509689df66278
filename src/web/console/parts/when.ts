import { LOCALE } from "./money.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in one unit, short: "45 s", "12 min", "3 h", "2 days". Rounded down: nothing looks older than it is. */
export function span(ms: number): string {
  const size = Math.abs(ms);
  if (size < MINUTE) return `${Math.floor(size / 1000)} s`;
  if (size < HOUR) return `${Math.floor(size / MINUTE)} min`;
  if (size < 2 * DAY) return `${Math.floor(size / HOUR)} h`;
  return `${Math.floor(size / DAY)} days`;
}

/** "just now", "12 min ago", "in 3 h". `now` is the service's clock, not this computer's. */
export function relative(at: string, now: number): string {
  const ms = Date.parse(at) - now;
  if (Math.abs(ms) < MINUTE) return "just now";
  return ms < 0 ? `${span(ms)} ago` : `in ${span(ms)}`;
}

export type Due = { text: string; overdue: boolean; soon: boolean };

/** How a date stands: "in 1 h 40 min", "overdue by 2 days". `soon` within four hours, where minutes begin to matter. */
export function due(at: string, now: number): Due {
  const ms = Date.parse(at) - now;
  if (ms < 0) return { text: `overdue by ${span(ms)}`, overdue: true, soon: false };
  const soon = ms <= 4 * HOUR;
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const fine = soon && ms >= HOUR && minutes > 0 ? ` ${minutes} min` : "";
  return { text: `in ${span(ms)}${fine}`, overdue: false, soon };
}

/** Calendar days left until a date in the reader's time zone; negative when it has passed. */
export function daysLeft(at: string, now: number): number {
  const day = (ms: number) => {
    const date = new Date(ms);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
  };
  return day(Date.parse(at)) - day(now);
}

/** The exact moment, for the hover and for people who need it: "Sun 22 Nov 2026, 03:15:09". */
export function exact(at: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  }).format(new Date(at));
}

/** A calendar date: "22 Nov 2026". */
export function calendarDate(at: string): string {
  return new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" }).format(new Date(at));
}

/** A near day, as one plans by it: "Thu 26 Nov". */
export function nearDay(at: string): string {
  return new Intl.DateTimeFormat(LOCALE, { weekday: "short", day: "numeric", month: "short" }).format(new Date(at)).replace(",", "");
}

/** The time of day: "03:15". */
export function timeOfDay(at: string): string {
  return new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" }).format(new Date(at));
}
