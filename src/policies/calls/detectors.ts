import { usualPerDay, type Segment } from "./baseline.ts";
import { DAY, episodesInWindow, thatCount, type AlertRule, type CountedEpisode, type CusumRule, type LimitRule, type PoissonRule } from "./rules.ts";

/** What is known of a customer: since when we would have seen anything, what was seen, and what is usual where it belongs. */
export type History = { since: number; episodes: readonly CountedEpisode[]; segment?: Segment | undefined };

/** What a detector sees at a moment. */
export type Reading = {
  over: boolean;
  /** how many were counted, and the most that would have been quiet */
  value: number;
  limit: number;
  /** how many were to be expected in that time; undefined: the rule expects nothing */
  expected: number | undefined;
  /** the days over which was counted */
  days: number;
  counted: CountedEpisode[];
  /** when it has to be looked at again although nothing happens */
  again: number | undefined;
};

/** Reads a rule's detector over a history at `now`. Pure: the same history gives the same reading. */
export function read(rule: AlertRule, history: History, now: number): Reading {
  if (rule.detector === "limit") return readLimit(rule, history, now);
  if (rule.detector === "poisson-tail") return readPoisson(rule, history, now);
  return readCusum(rule, history, now);
}

/** The plain count, or the plain rate: arbitrary, and easy to explain. */
function readLimit(rule: LimitRule, history: History, now: number): Reading {
  const counted = episodesInWindow(history.episodes, now, rule.days);
  const limit = rule.per === undefined ? rule.limit : (rule.limit * rule.days) / rule.per;
  return { over: counted.length > limit, value: counted.length, limit, expected: undefined, days: rule.days, counted, again: leaving(counted, rule.days) };
}

/** Whether the count of a window is beyond what chance explains, given what is usual for the customer before that window. */
function readPoisson(rule: PoissonRule, history: History, now: number): Reading {
  const counted = episodesInWindow(history.episodes, now, rule.days);
  const expected = usualUntil(rule.learnDays, history)(now - rule.days * DAY) * rule.days;
  const limit = Math.max(rule.atLeast, criticalCount(expected, rule.chance)) - 1;
  return { over: counted.length > limit, value: counted.length, limit, expected, days: rule.days, counted, again: leaving(counted, rule.days) };
}

/** Whether a lasting rise was signalled in the last `days`. */
function readCusum(rule: CusumRule, history: History, now: number): Reading {
  const { signal, run, perDay } = cusumRuns(thatCount(history.episodes, now), usualUntil(rule.learnDays, history), rule);
  const over = signal !== undefined && signal.at >= now - rule.days * DAY;
  const counted = over ? [...signal.run, ...run] : run;
  const days = counted[0] ? (now - counted[0].at) / DAY : 0;
  const usual = over ? signal.perDay : perDay;
  const limit = Math.max(0, Math.ceil(rule.threshold + slack(usual, rule.factor) * days) - 1);
  return { over, value: counted.length, limit, expected: usual * days, days, counted, again: over ? signal.at + rule.days * DAY + 1 : undefined };
}

type Run = { run: CountedEpisode[]; perDay: number };

/**
 * The tabular CUSUM for a rise of a Poisson rate (Page, "Continuous inspection schemes", Biometrika 41, 1954; Lucas, "Counted data
 * CUSUMs", Technometrics 27, 1985), looked at with each episode: the sum gains one, and loses `slack` a day, down to nothing. At the
 * threshold it signals and begins anew. What is usual is learned anew whenever the sum begins at nothing, from what was before: a
 * rise does not teach us that it is usual while it is watched.
 */
export function cusumRuns(
  counted: readonly CountedEpisode[],
  usual: (until: number) => number,
  rule: Pick<CusumRule, "factor" | "threshold">,
  signalled: (at: number) => void = () => undefined,
): Run & { signal: (Run & { at: number }) | undefined } {
  let run: CountedEpisode[] = [];
  let perDay = 0;
  let loses = 0;
  let signal: (Run & { at: number }) | undefined;
  const sum = (at: number) => (run[0] ? run.length - (loses * (at - run[0].at)) / DAY : 0);
  for (const episode of counted) {
    if (sum(episode.at) <= 0) {
      run = [];
      perDay = usual(episode.at);
      loses = slack(perDay, rule.factor);
    }
    run.push(episode);
    if (sum(episode.at) < rule.threshold) continue;
    signal = { at: episode.at, run, perDay };
    signalled(episode.at);
    run = [];
  }
  return { run, perDay, signal };
}

/** What the sum loses in a day: between the usual rate and `factor` times it, where both explain a count equally well. */
export function slack(perDay: number, factor: number): number {
  return (perDay * (factor - 1)) / Math.log(factor);
}

/** What was usual until a moment, learned from at most `learnDays` before it. */
function usualUntil(learnDays: number, { since, episodes, segment }: History): (until: number) => number {
  const counted = thatCount(episodes, Number.POSITIVE_INFINITY);
  return (until) => {
    const from = Math.max(since, until - learnDays * DAY);
    const count = counted.filter(({ at }) => at >= from && at < until).length;
    return usualPerDay(segment, { count, days: Math.max(0, until - from) / DAY });
  };
}

const MOST_COUNTED = 10_000; // no customer has so many matters; the search ends

/** The smallest count that a Poisson of this mean reaches with a probability below `chance`. */
export function criticalCount(mean: number, chance: number): number {
  let term = Math.exp(-mean);
  let above = 1; // the probability of `count` or more
  for (let count = 0; count < MOST_COUNTED; count++) {
    if (above < chance) return count;
    above -= term;
    term *= mean / (count + 1);
  }
  return MOST_COUNTED;
}

/** The oldest leaves the window a millisecond after it was exactly so many days old. */
function leaving(counted: readonly CountedEpisode[], days: number): number | undefined {
  return counted[0] ? counted[0].at + days * DAY + 1 : undefined;
}
