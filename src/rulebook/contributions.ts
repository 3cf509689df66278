import { z } from "zod";
import { CONTRIBUTION_KINDS } from "../policies/index.ts";
import { amount, whole, yesOrNo } from "./fields.ts";

/** What an accepted contribution of the community earns. Left out: a thank-you, where the person has agreed that we write first. */
export const contributions = z
  .strictObject({
    /** what one of each kind adds to the budget of whoever brought it */
    grants: z.strictObject({ report: amount("5 EUR").optional(), patch: amount("25 EUR").optional(), answer: amount("2 EUR").optional() }).prefault({}),
    /** at most so much for one customer; left out: no limit … */
    most: amount("100 EUR").optional(),
    /** … in so many days */
    days: whole(1, 3_650, 92).default(92),
    thanks: yesOrNo(true).default(true),
  })
  .prefault({});

type Money = { currency: string };
type Unchecked = { business: Money; contributions: { grants: Record<string, Money | undefined>; most?: Money | undefined } };

/** The amounts are in the currency of the books. */
export function checkContributions({ business, contributions: { grants, most } }: Unchecked, report: (path: string[], message: string) => void): void {
  const amounts: [string[], Money | undefined][] = [
    ...CONTRIBUTION_KINDS.map((kind) => [["grants", kind], grants[kind]] as [string[], Money | undefined]),
    [["most"], most],
  ];
  for (const [path, money] of amounts) {
    if (!money || money.currency === business.currency) continue;
    const wrong = `the amount is in ${money.currency}, but your business counts in ${business.currency}. Write it in ${business.currency}.`;
    report(["contributions", ...path], wrong);
  }
}
