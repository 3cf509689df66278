/**
 * Dates on the owner's wall: working days, opening hours, calendar months. Pure: the moment comes in, nothing asks a
 * clock. All moments are milliseconds since 1970; days and hours are those of the owner's time zone, so a day may have
 * 23 or 25 hours, and a month ends at its own midnight.
 */

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** When people are at work. */
export type WorkingTime = {
  /** IANA name, e.g. Europe/Berlin */
  timeZone: string;
  days: readonly Weekday[];
  /** wall clock, e.g. "09:00" */
  from: string;
  to: string;
  /** dates without work, e.g. "2026-12-25" */
  holidays: readonly string[];
};

const WEEKDAYS: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MINUTE = 60_000;
const DAY = 86_400_000;
/** A calendar without a working day in a year is a mistake; give up instead of searching for ever. */
const SEARCH_DAYS = 400;

/** The end of the working day that is `days` working days after the day of `at`: the date that we promise. */
export function workingDaysAfter(at: number, days: number, work: WorkingTime): number {
  let day = dayOf(at, work.timeZone);
  for (let left = days; left > 0; left--) day = nextWorkingDay(day, 1, work);
  if (days === 0 && !isWorkingDay(day, work)) day = nextWorkingDay(day, 1, work);
  return moment(day, minutesOf(work.to), work.timeZone);
}

/** The beginning of the working day that is `days` working days before the day of `at`. */
export function workingDaysBefore(at: number, days: number, work: WorkingTime): number {
  let day = dayOf(at, work.timeZone);
  for (let left = days; left > 0; left--) day = nextWorkingDay(day, -1, work);
  return moment(day, minutesOf(work.from), work.timeZone);
}

/** Whether people are at work at this moment. */
export function isOpen(at: number, work: WorkingTime): boolean {
  const day = dayOf(at, work.timeZone);
  if (!isWorkingDay(day, work)) return false;
  return at >= moment(day, minutesOf(work.from), work.timeZone) && at < moment(day, minutesOf(work.to), work.timeZone);
}

/** The next moment after `at` at which work begins. */
export function nextOpening(at: number, work: WorkingTime): number {
  const today = dayOf(at, work.timeZone);
  const opening = moment(today, minutesOf(work.from), work.timeZone);
  if (isWorkingDay(today, work) && opening > at) return opening;
  return moment(nextWorkingDay(today, 1, work), minutesOf(work.from), work.timeZone);
}

/** The moment at which the wall clock of a zone shows this date and time, e.g. "2026-11-26" and "09:00". */
export function momentAt(date: string, time: string, timeZone: string): number {
  return moment(Date.parse(date), minutesOf(time), timeZone);
}

/** The calendar date of a moment, e.g. "2026-11-26". */
export function dateIn(at: number, timeZone: string): string {
  return new Date(dayOf(at, timeZone)).toISOString().slice(0, 10);
}

/** The calendar month of a moment, e.g. "2026-11". */
export function periodOf(at: number, timeZone: string): string {
  return dateIn(at, timeZone).slice(0, 7);
}

/** The month's first moment and the next month's first moment (not part of it any more). */
export function periodBounds(period: string, timeZone: string): { from: number; to: number } {
  const { year, month } = readPeriod(period);
  return { from: moment(Date.UTC(year, month - 1, 1), 0, timeZone), to: moment(Date.UTC(year, month, 1), 0, timeZone) };
}

export function nextPeriod(period: string): string {
  const { year, month } = readPeriod(period);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}

/** All months from the first to the last, both included; none when the first is the later. */
export function periodsBetween(first: string, last: string): string[] {
  readPeriod(last);
  const periods: string[] = [];
  for (let period = first; period <= last; period = nextPeriod(period)) periods.push(period);
  return periods;
}

/** Hours of the day on somebody's wall, e.g. from "20:00" to "08:00" (not part of them any more). The same twice: none. */
export type Hours = { from: string; to: string };

/** What the wall clock of a zone shows, in minutes since midnight. */
export function wallMinutes(at: number, timeZone: string): number {
  return Math.floor(((((at + offsetAt(at, timeZone)) % DAY) + DAY) % DAY) / MINUTE);
}

/** Whether a wall clock that shows so many minutes stands in these hours; they may go over midnight. */
export function isWithin(wall: number, { from, to }: Hours): boolean {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  return begins <= ends ? wall >= begins && wall < ends : wall >= begins || wall < ends;
}

/** The first moment from `at` on at which the wall clock of a zone is outside these hours, whatever the clocks do in that night. */
export function endOf(hours: Hours, at: number, timeZone: string): number {
  const wall = wallMinutes(at, timeZone);
  if (!isWithin(wall, hours)) return at;
  const minute = Math.floor(at / MINUTE) * MINUTE;
  const straight = minute + ((minutesOf(hours.to) - wall + DAY / MINUTE) % (DAY / MINUTE)) * MINUTE;
  if (offsetAt(straight, timeZone) === offsetAt(at, timeZone)) return straight;
  // The clocks change meanwhile: minute by minute, twice a year.
  let end = minute + MINUTE;
  while (isWithin(wallMinutes(end, timeZone), hours)) end += MINUTE;
  return end;
}

function readPeriod(period: string): { year: number; month: number } {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(period);
  if (!match) throw new RangeError(`not a calendar month: ${period}`);
  return { year: Number(match[1]), month: Number(match[2]) };
}

/** A calendar day is carried as the UTC midnight of its date: plain arithmetic, no zone. */
function dayOf(at: number, timeZone: string): number {
  return Math.floor((at + offsetAt(at, timeZone)) / DAY) * DAY;
}

function isWorkingDay(day: number, work: WorkingTime): boolean {
  const date = new Date(day);
  const weekday = WEEKDAYS[date.getUTCDay()] as Weekday;
  return work.days.includes(weekday) && !work.holidays.includes(date.toISOString().slice(0, 10));
}

function nextWorkingDay(day: number, step: 1 | -1, work: WorkingTime): number {
  for (let i = 1; i <= SEARCH_DAYS; i++) {
    const candidate = day + step * i * DAY;
    if (isWorkingDay(candidate, work)) return candidate;
  }
  throw new RangeError("the working hours name no working day");
}

function minutesOf(wallClock: string): number {
  const [hours, minutes] = wallClock.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/**
 * The moment at which the wall clock of a zone shows this day and minute. A time that the clock skips in spring is
 * taken as far after the change; of a time that it shows twice in autumn, the first is meant.
 */
function moment(day: number, minutes: number, timeZone: string): number {
  const wall = day + minutes * MINUTE;
  const before = offsetAt(wall - DAY, timeZone);
  const after = offsetAt(wall + DAY, timeZone);
  const early = wall - Math.max(before, after);
  if (offsetAt(early, timeZone) === Math.max(before, after)) return early;
  const late = wall - Math.min(before, after);
  if (offsetAt(late, timeZone) === Math.min(before, after)) return late;
  return wall - before;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the wall clock is ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const wall = Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"], part["hour"], part["minute"], part["second"]);
  return wall - Math.floor(at / 1000) * 1000;
}
