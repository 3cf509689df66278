import { z } from "zod";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, id, instant } from "./facts.ts";

/** One alert rule of the rulebook: more than `limit` in `days` fires. */
export type AlertRule = { id: string; detector: "limit"; counts: "episodes"; limit: number; days: number };

/** The part of the rulebook that `alert` reads. */
export type AlertBook = { alerts: readonly AlertRule[] };

/** An episode as the detector sees it. What we caused and what was about security never counts against a customer. */
export type CountedEpisode = { id: string; at: number; ours: boolean; security: boolean };

const DAY = 86_400_000;

/**
 * The episodes that count: begun at most `days` × 24 hours ago, one exactly that old included; not ours, not about
 * security. Each id counts once.
 */
export function episodesInWindow(episodes: readonly CountedEpisode[], now: number, days: number): CountedEpisode[] {
  const from = now - days * DAY;
  const counted = new Map<string, CountedEpisode>();
  for (const episode of episodes) {
    if (episode.ours || episode.security) continue;
    if (episode.at < from || episode.at > now) continue;
    counted.set(episode.id, episode);
  }
  return [...counted.values()];
}

type Verdict = "firing" | "quiet";

/** The plain detector: more than so many episodes in so many days. It tells staff and touches nobody. */
export const alert = definePolicy({
  id: "alert",
  about: "Whether a customer has more matters in a period than the owner wants to hear about.",
  verdicts: ["firing", "quiet"],
  otherwise: { verdict: "quiet", code: "rule_gone", text: "The rulebook has no such rule any more." },
  facts: z.object({
    rule: code,
    now: instant,
    episodes: z.array(z.object({ id, at: instant, ours: z.boolean(), security: z.boolean() })),
  }),
  decide(facts, book: AlertBook): Finding<Verdict>[] {
    const rule = book.alerts.find((one) => one.id === facts.rule);
    if (!rule) return [];
    const counted = episodesInWindow(facts.episodes, facts.now, rule.days).length;
    const firing = counted > rule.limit;
    return [
      {
        verdict: firing ? "firing" : "quiet",
        code: firing ? "over_limit" : "within_limit",
        text: `${counted} episodes in ${rule.days} days; the limit is ${rule.limit}. What we caused and security reports are not counted.`,
      },
    ];
  },
});
