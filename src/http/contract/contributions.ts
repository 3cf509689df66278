import { z } from "zod";
import { Money, Named, Reason, Time } from "./shapes.ts";

/** What members of the community bring, and what it earns them. */

export const ContributionKind = z.enum(["report", "patch", "answer"]);
export type ContributionKind = z.infer<typeof ContributionKind>;
export const Contribution = z.object({
  id: z.string(),
  /** null: the customer as a whole, or somebody who was erased */
  contact: Named.nullable(),
  kind: ContributionKind,
  link: z.string(),
  verdict: z.enum(["nothing", "thank", "grant"]),
  reasons: z.array(Reason),
  /** what it added to the budget */
  earned: Money,
  acceptedBy: z.string(),
  acceptedAt: Time,
  thankedAt: Time.nullable(),
  /** `taken`: what was left of it, and is taken back */
  withdrawn: z.object({ by: z.string(), at: Time, taken: Money }).nullable(),
});
export type Contribution = z.infer<typeof Contribution>;
/** `link`: where it can be seen; the same work is accepted once. `contact`: who brought it, if we know them. */
export const NewContribution = z.object({
  kind: ContributionKind,
  link: z.url({ protocol: /^https?$/, error: "an address that begins with https:// or http://" }).max(500),
  contact: z.string().max(200).optional(),
});
export type NewContribution = z.infer<typeof NewContribution>;
