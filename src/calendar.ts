import type { Calendar } from "./ledger/index.ts";
import { nextPeriod, periodBounds, periodOf } from "./policies/index.ts";

const HALF_HOUR_MS = 30 * 60_000;

/** Calendar months on the owner's wall, for the ledger. */
export function ownersCalendar(timeZone: () => string): Calendar {
  // Asked in every turn, and the same for a month: an hour of one zone lies in one period, bar the half-hour zones, so we take half.
  let last: { slot: number; zone: string; period: string } | undefined;
  return {
    periodOf(at) {
      const slot = Math.floor(at.getTime() / HALF_HOUR_MS);
      const zone = timeZone();
      if (last?.slot !== slot || last.zone !== zone) last = { slot, zone, period: periodOf(at.getTime(), zone) };
      return last.period;
    },
    bounds(period) {
      const { from, to } = periodBounds(period, timeZone());
      return { from: new Date(from), to: new Date(to) };
    },
    next: (period) => nextPeriod(period),
  };
}
