import { z } from "zod";
import { Money } from "./shapes.ts";

/** What rulebooks would have done to our own customers, beside each other. */

const Hit = { customers: z.int(), people: z.int() };
export const BookFigures = z.object({
  alerts: z.object({ ...Hit, fired: z.int() }),
  /** had one person at each customer agreed to them */
  thanks: z.object({ ...Hit, sent: z.int(), heldOut: z.int(), cost: Money }),
  /** `lost`: what incidents took of the discounts; `customers`, `people`: who lost */
  discounts: z.object({ ...Hit, granted: Money, lost: Money }),
  /** what may be spent on serving those who pay, in a month */
  serving: Money,
});
export type BookFigures = z.infer<typeof BookFigures>;
/** `toTheLetter`: the rulebook that selects customers; `same`: it is the one in force. */
export const BooksBeside = z.object({ days: z.int(), years: z.int(), same: z.boolean(), inForce: BookFigures, toTheLetter: BookFigures });
export type BooksBeside = z.infer<typeof BooksBeside>;
