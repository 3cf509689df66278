import { z } from "zod";

/** Money on the wire: a decimal string with six places; its currency stands beside it. */
export const Amount = z
  .string()
  .regex(/^-?\d+\.\d{6}$/, "a decimal number with six places")
  .describe("decimal, six places");
export type Amount = z.infer<typeof Amount>;

/** ISO 4217, e.g. "EUR". */
export const Currency = z.string().regex(/^[A-Z]{3}$/, "a currency code such as EUR");
export type Currency = z.infer<typeof Currency>;

export const Money = z.object({ amount: Amount, currency: Currency });
export type Money = z.infer<typeof Money>;

/**
 * The most that somebody may state. The books keep micro-units in 64 bits, about 9.2 million million units for all sums together;
 * so high an amount fits in nine hundred times, and a slip of the keyboard does not stop the books of everybody.
 */
export const MOST_MONEY = "9999999999.999999";
/** Money that somebody states, never negative. */
export const StatedMoney = z.object({
  amount: z.string().regex(/^\d{1,10}\.\d{6}$/, `a decimal number with six places, from 0 to ${MOST_MONEY}`),
  currency: Currency,
});

/** RFC 3339, in UTC. */
export const Time = z.iso.datetime({ error: "a time in UTC such as 2026-11-22T09:00:00Z" });
export type Time = z.infer<typeof Time>;

/** A calendar day, e.g. "2026-11-22". */
export const Day = z.iso.date({ error: "a day such as 2026-11-22" });
export type Day = z.infer<typeof Day>;

/** Before this day nothing of ours began. PostgreSQL has no year 0 at all, and the year 26 is a century left out. */
export const FIRST_DAY = "1900-01-01";
/** A day that somebody states. Days of this form are in order as texts. */
export const StatedDay = Day.refine((day) => day >= FIRST_DAY, `a day from ${FIRST_DAY} to 9999-12-31`);

/** What a list takes: `after` is the `next` of the page before. */
export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional(),
});
export type Page = z.infer<typeof Page>;

/** A list's answer; `next` is null on the last page. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
export type ListOf<Item> = { items: Item[]; next: string | null };

/** Somebody or something, by id and the name to show. */
export const Named = z.object({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof Named>;

/** Why a policy decided so: `code` is stable, `text` is for people. */
export const Reason = z.object({ code: z.string(), text: z.string() });
export type Reason = z.infer<typeof Reason>;

/** RFC 9457. `code` is what programs may rely on; `errors` names the fields that are wrong. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  /** of an unexpected failure: what to quote when asking us */
  id: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** What a call that needs no words takes: nothing, or an empty object. */
export const Nothing = z.object({}).optional();
export type Nothing = z.infer<typeof Nothing>;
