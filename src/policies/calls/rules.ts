/** What an alert rule counts, and how. All of it is data of the rulebook; nothing here looks at a customer. */

/** Matters with their follow-ups, or conference calls that the customer organised. Never messages. */
export type Counts = "episodes" | "organised_calls";

type Common = {
  id: string;
  counts: Counts;
  /** it has to hold for so long before it fires */
  forHours?: number | undefined;
  /** it fires on for so long after it has ceased to hold */
  keepFiringHours?: number | undefined;
  /** so long after it was resolved a swing is no news */
  coolDownHours?: number | undefined;
  /** who was told or has acknowledged hears again after so long, while it fires */
  remindHours?: number | undefined;
};

/** More than `limit` in `days` fires. With `per`, `limit` is a rate: so many in so many days, on average over `days`. */
export type LimitRule = Common & { detector: "limit"; limit: number; days: number; per?: number | undefined };

/** So many in `days` that a customer like this one reaches it by chance less often than `chance` fires; never fewer than `atLeast`. */
export type PoissonRule = Common & { detector: "poisson-tail"; chance: number; days: number; atLeast: number; learnDays: number };

/** A lasting rise to `factor` times what is usual fires when its evidence reaches `threshold`; it stands for `days` after the last signal. */
export type CusumRule = Common & { detector: "cusum"; factor: number; threshold: number; days: number; learnDays: number };

export type AlertRule = LimitRule | PoissonRule | CusumRule;

/** One thing as a detector sees it. What we caused and what was about safety never counts against a customer. */
export type CountedEpisode = { id: string; at: number; ours: boolean; security: boolean };

export const DAY = 86_400_000;

/** How far back a cumulative sum is followed beyond what its baseline is learned from: what is older has long run off. */
const FOLLOWED_DAYS = 180;

/** How many days of a customer's history the rule needs. */
export function reachOf(rule: AlertRule): number {
  if (rule.detector === "limit") return rule.days;
  return rule.learnDays + (rule.detector === "cusum" ? FOLLOWED_DAYS : rule.days);
}

/** Each once, the oldest first; without what we caused, what was about safety, and what has not begun yet. */
export function thatCount(episodes: readonly CountedEpisode[], now: number): CountedEpisode[] {
  const counted = new Map<string, CountedEpisode>();
  for (const episode of episodes) if (!episode.ours && !episode.security && episode.at <= now) counted.set(episode.id, episode);
  return [...counted.values()].toSorted((a, b) => a.at - b.at);
}

/** The episodes that count and began at most `days` × 24 hours ago, one exactly that old included. */
export function episodesInWindow(episodes: readonly CountedEpisode[], now: number, days: number): CountedEpisode[] {
  return thatCount(episodes, now).filter(({ at }) => at >= now - days * DAY);
}
