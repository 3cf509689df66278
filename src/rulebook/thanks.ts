import { z } from "zod";
import { OCCASIONS, THANK_WAYS } from "../policies/index.ts";
import { amount, oneOf, pattern, share, timeOfDay, whole } from "./fields.ts";

/** Thank-yous: who is well-behaved, what goes out unasked, and the campaigns. */

const MOST_CAMPAIGNS = 20; // each is planned for every customer
const name = pattern("a short name in small letters such as anniversary", "anniversary", /^[a-z][a-z0-9_-]{0,30}$/);

const campaign = z.strictObject({
  id: name,
  by: oneOf(THANK_WAYS).default("mail"),
  occasion: oneOf(OCCASIONS),
  /** the plans whose customers are thanked; []: whoever pays */
  plans: z.array(name).default([]),
  /** months that a customer has been with us */
  months: whole(0, 1_200, 12).default(0),
  /** an occasion that could not be used within so many days lapses */
  freshDays: whole(1, 365, 21).default(21),
  /** how many are not thanked, by lot, so that the effect can be shown */
  holdOut: share("10 %").prefault("10 %"),
  costs: amount("0.01 EUR"),
  /** what the campaign may spend in a month */
  budget: amount("20 EUR"),
});

export const thanks = z
  .strictObject({
    most: whole(1, 100, 1).default(1),
    customerMost: whole(1, 1_000, 1).default(1),
    /** the caps are counted over so many days; a quarter at least once has 92 */
    days: whole(1, 3_650, 92).default(92),
    /** nothing leaves then, on the receiver's own wall */
    quietHours: z.strictObject({ from: timeOfDay("20:00"), to: timeOfDay("08:00") }).prefault({ from: "20:00", to: "08:00" }),
    /** well-behaved is who had at most so many matters … */
    episodes: whole(0, 1_000, 2).default(2),
    /** … in so many days */
    episodeDays: whole(1, 3_650, 90).default(90),
    campaigns: z.array(campaign).max(MOST_CAMPAIGNS).default([]),
  })
  .prefault({});

type Money = { currency: string };
type Unchecked = {
  business: Money;
  plans: Record<string, { fee: { amount: bigint } }>;
  thanks: { campaigns: { id: string; plans: string[]; costs: Money; budget: Money }[] };
};

/** What the lines about thank-yous promise each other. */
export function checkThanks({ business, plans, thanks: { campaigns } }: Unchecked, report: (path: (string | number)[], message: string) => void): void {
  const seen = new Set<string>();
  campaigns.forEach((one, i) => {
    const path = ["thanks", "campaigns", i];
    if (seen.has(one.id)) report([...path, "id"], `there are two campaigns with the id "${one.id}". Give each its own.`);
    seen.add(one.id);
    one.plans.forEach((plan, place) => {
      const known = Object.hasOwn(plans, plan) ? plans[plan] : undefined;
      if (!known) report([...path, "plans", place], `there is no plan "${plan}". There are: ${Object.keys(plans).join(", ")}.`);
    });
    for (const line of ["costs", "budget"] as const) {
      const { currency } = one[line];
      if (currency === business.currency) continue;
      report([...path, line], `the amount is in ${currency}, but your business counts in ${business.currency}. Write it in ${business.currency}.`);
    }
  });
}
