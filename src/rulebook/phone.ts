import { z } from "zod";
import { amount, oneOf, timeOfDay, whole } from "./fields.ts";

/** What an automatic call costs and how it behaves. Left out, no machine rings anybody. */
const automaticCalls = z.strictObject({
  /** what the provider takes for a started minute … */
  minute: amount("0.05 EUR"),
  /** … and for each call that is answered, beside it */
  call: amount("0.01 EUR").prefault("0 EUR"),
  /** it hangs up after so many minutes; the price of all of them is set aside first */
  mostMinutes: whole(1, 10, 3).default(3),
  ringSeconds: whole(5, 60, 25).default(25),
  /** what a machine that answers hears: a short message, or nothing */
  voicemail: oneOf(["message", "nothing"]).default("nothing"),
});

/** Calling people by telephone. */
export const phone = z
  .strictObject({
    /** on the wall of whoever is called */
    quietHours: z.strictObject({ from: timeOfDay("18:00"), to: timeOfDay("09:00") }).prefault({ from: "18:00", to: "09:00" }),
    /** a call so many days before a renewal is about the renewal, and people make it */
    renewalDays: whole(0, 365, 45).default(45),
    /** a call that nobody has made by then is let go */
    lapseDays: whole(1, 90, 14).default(14),
    automatic: automaticCalls.optional(),
  })
  .prefault({});
