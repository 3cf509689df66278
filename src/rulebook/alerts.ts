import { z } from "zod";
import { oneOf, pattern, ratio, whole } from "./fields.ts";

/** The rules of `alerts:`. What each detector needs is data; how it counts stands in src/policies/calls. */

const COUNTS = ["episodes", "organised_calls"] as const;

const common = {
  id: pattern("a short name in small letters such as many-episodes", "many-episodes", /^[a-z][a-z0-9_-]{0,30}$/),
  counts: oneOf(COUNTS),
  /** it has to hold for so long before it fires; left out: 0 */
  forHours: whole(0, 8_760, 2).optional(),
  /** it fires on for so long after it has ceased to hold; left out: 0 */
  keepFiringHours: whole(0, 8_760, 24).optional(),
  /** so long after it was resolved a swing is no news; left out: 72 */
  coolDownHours: whole(0, 8_760, 72).optional(),
  /** who was told, or has acknowledged, hears again after so long while it fires; left out: never */
  remindHours: whole(1, 8_760, 168).optional(),
};

/** how long a customer's own past is looked at to learn what is usual */
const learnDays = whole(28, 730, 180).default(180);

/** More than `limit` in `days`; with `per`, more than `limit` in so many days on average over `days`. */
const limit = z.strictObject({
  ...common,
  detector: z.literal("limit"),
  limit: whole(0, 100_000, 3),
  days: whole(1, 365, 7),
  per: whole(1, 365, 30).optional(),
});

/** More in `days` than chance explains, given what is usual for the customer. */
const poissonTail = z.strictObject({
  ...common,
  detector: z.literal("poisson-tail"),
  days: whole(1, 365, 28),
  /** how rarely chance alone may do it: 0.001 is once in a thousand looks */
  chance: ratio(0.000_001, 0.2, 0.001).default(0.001),
  /** fewer than so many never fire, however quiet the customer was */
  atLeast: whole(1, 1_000, 4).default(4),
  learnDays,
});

/** A lasting rise over what is usual for the customer. */
const cusum = z.strictObject({
  ...common,
  detector: z.literal("cusum"),
  /** the rise that is looked for: 2 is twice what is usual */
  factor: ratio(1.1, 20, 2).default(2),
  /** how much evidence it takes: higher is slower, with fewer false alarms */
  threshold: ratio(1, 100, 5).default(5),
  /** how long one signal stands */
  days: whole(1, 365, 14).default(14),
  learnDays,
});

export const alertRule = z.discriminatedUnion("detector", [limit, poissonTail, cusum]);

/** More than three episodes in seven days, or more than two organised calls in 28. */
export const DEFAULT_ALERTS = [
  { id: "many-episodes", detector: "limit", counts: "episodes", limit: 3, days: 7 },
  { id: "many-calls", detector: "limit", counts: "organised_calls", limit: 2, days: 28 },
] as const;
