import { z } from "zod";
import { read } from "./calls/detectors.ts";
import type { Reading } from "./calls/detectors.ts";
import type { AlertRule } from "./calls/rules.ts";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, count, id, instant } from "./facts.ts";

/** The part of the rulebook that `alert` reads. */
export type AlertBook = { alerts: readonly AlertRule[] };

type Verdict = "firing" | "quiet";

const measure = z.number().min(0);

/** Whether a rule's detector sees too much. It tells staff and touches nobody. */
export const alert = definePolicy({
  id: "alert",
  about: "Whether a customer has more matters or organised calls in a period than the owner wants to hear about.",
  verdicts: ["firing", "quiet"],
  otherwise: { verdict: "quiet", code: "rule_gone", text: "The rulebook has no such rule any more." },
  facts: z.object({
    rule: code,
    now: instant,
    /** matters or organised calls, as the rule counts */
    episodes: z.array(z.object({ id, at: instant, ours: z.boolean(), security: z.boolean() })),
    /** since when we would have seen any; for detectors that know what is usual */
    since: instant.optional(),
    segment: z.object({ customers: count, count, days: measure, squares: measure, daySquares: measure }).optional(),
  }),
  decide(facts, book: AlertBook): Finding<Verdict>[] {
    const rule = book.alerts.find((one) => one.id === facts.rule);
    if (!rule) return [];
    const { now, episodes, segment, since = now } = facts;
    const reading = read(rule, { since, episodes, segment }, now);
    const verdict = reading.over ? "firing" : "quiet";
    return [
      { verdict, code: reading.over ? "over_limit" : "within_limit", text: `${explained(rule, reading)} What we caused and security reports are not counted.` },
    ];
  },
});

function explained(rule: AlertRule, { value, limit, expected = 0, days }: Reading): string {
  const what = rule.counts === "episodes" ? "episodes" : "organised calls";
  if (rule.detector === "limit") return `${value} ${what} in ${days} days; the limit is ${plain(limit)}.`;
  const usual = `${value} ${what} in ${plain(days)} days, where ${plain(expected)} are usual`;
  if (rule.detector === "poisson-tail") return `${usual}; up to ${limit} chance explains, once in ${plain(1 / rule.chance)} times it does not.`;
  return `${usual}; a rise to ${plain(rule.factor)} times that is signalled at ${rule.threshold} above it.`;
}

/** At most one decimal: whoever reads it needs no more. */
function plain(value: number): string {
  return String(Math.round(value * 10) / 10);
}
