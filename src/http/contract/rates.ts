import { z } from "zod";
import { Time } from "./shapes.ts";

/** How often the rules hit whom. Shares are between 0 and 1; `low` and `high` bound the truth 95 times in a hundred (Wilson). */

export const RateReading = z.enum(["too_few", "more_often", "less_often", "like_others"]);
export type RateReading = z.infer<typeof RateReading>;
export const Rate = z.object({ count: z.int(), of: z.int(), low: z.number(), high: z.number(), reading: RateReading });
export type Rate = z.infer<typeof Rate>;
/** People who wrote in this way. Null: too few of them could have been hit to be shown. */
export const RateGroup = z.object({
  /** a language's code; own, other, unknown; new, long */
  what: z.string(),
  channel: z.string().nullable(),
  people: z.int(),
  asked: Rate.nullable(),
  deferred: Rate.nullable(),
  alerted: Rate.nullable(),
});
export type RateGroup = z.infer<typeof RateGroup>;
export const RateTable = z.object({
  by: z.enum(["language", "own_language", "known"]),
  groups: z.array(RateGroup),
  /** groups that are not shown: they, or together those beside them, have fewer than `least` people */
  small: z.int(),
});
export type RateTable = z.infer<typeof RateTable>;
export const Rates = z.object({ from: Time, to: Time, least: z.int(), tables: z.array(RateTable) });
export type Rates = z.infer<typeof Rates>;
export const RatesQuery = z.object({ days: z.coerce.number().int().min(1).max(730).default(90) });
export type RatesQuery = z.infer<typeof RatesQuery>;
