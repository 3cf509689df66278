import type { Calendar } from "./ledger/index.ts";
import { nextPeriod, periodBounds, periodOf } from "./policies/index.ts";

/** Calendar months on the owner's wall, for the ledger. */
export function ownersCalendar(timeZone: () => string): Calendar {
  return {
    periodOf: (at) => periodOf(at.getTime(), timeZone()),
    bounds(period) {
      const { from, to } = periodBounds(period, timeZone());
      return { from: new Date(from), to: new Date(to) };
    },
    next: (period) => nextPeriod(period),
  };
}
