import type { Write } from "../../platform/commit.ts";
import { schedule } from "../../platform/timers.ts";

/** The timer of a customer of whose people something was noted. */
export const REFLECT = "memory.reflect";

const DAY_MS = 86_400_000;
/** Two o'clock, UTC: nobody waits for it, and one moment a night means one look a night. */
const NIGHT_MS = 2 * 60 * 60_000;

/** The write that has a customer's memory looked through in the coming night; it may be asked for often. */
export function reflectTonight(customer: string, now: Date): Write {
  const night = (Math.floor((now.getTime() - NIGHT_MS) / DAY_MS) + 1) * DAY_MS + NIGHT_MS;
  return schedule(REFLECT, customer, new Date(night));
}
