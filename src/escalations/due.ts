import { isOpen, nextOpening, workingDaysAfter, workingDaysBefore, type WorkingTime } from "../policies/index.ts";

const MINUTE_MS = 60_000;

/** The moment at which so many minutes of working time have passed since `at`. */
export function afterWorkingMinutes(at: Date, minutes: number, work: WorkingTime): Date {
  let from = isOpen(at.getTime(), work) ? at.getTime() : nextOpening(at.getTime(), work);
  for (let left = minutes * MINUTE_MS; ; from = nextOpening(from, work)) {
    const closing = workingDaysAfter(from, 0, work);
    if (from + left <= closing) return new Date(from + left);
    left -= closing - from;
  }
}

/** When work begins on the working day after that of `at`, and when it ends. */
export function nextWorkingDay(at: Date, work: WorkingTime): { opens: Date; ends: Date } {
  const ends = workingDaysAfter(at.getTime(), 1, work);
  return { opens: new Date(workingDaysBefore(ends, 0, work)), ends: new Date(ends) };
}

/** The first moment of the owner's day. */
export function startOfDay(at: Date, { timeZone }: WorkingTime): Date {
  return new Date(workingDaysBefore(at.getTime(), 0, { timeZone, days: [], from: "00:00", to: "23:59", holidays: [] }));
}
