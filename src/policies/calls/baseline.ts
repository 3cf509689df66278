/**
 * What is usual for a customer: its own past, shrunk to that of customers like it. The less is known of the one, the more the others say.
 *
 * Counts are taken as Poisson with a rate of the customer's own, the rates of a segment as Gamma; then the best guess is
 * (a + count) / (b + days), a weighted mean of both (Clayton and Kaldor, "Empirical Bayes estimates of age-standardized relative risks",
 * Biometrics 43, 1987). Mean and spread of the Gamma are estimated by moments with unequal exposure (Bühlmann and Straub,
 * "Glaubwürdigkeit für Schadensätze", 1970).
 */

/** How much happened in how many days. */
export type Exposure = { count: number; days: number };

/** Sums over the customers of a segment: all that the estimate needs, so a decision can be replayed from it. */
export type Segment = { customers: number; count: number; days: number; /** Σ count² / days */ squares: number; /** Σ days² */ daySquares: number };

/** Before anybody has any history: one in thirty days, worth thirty days of watching. */
const NO_ONE_KNOWN = { perDay: 1 / 30, weight: 30 };
/** In days. At least a month of the others, so that one early call is no habit; at most two years: then the customer's own past outweighs them. */
const WEIGHT = { least: 30, most: 730 };

export function segmentOf(customers: readonly Exposure[]): Segment {
  const sums = { customers: 0, count: 0, days: 0, squares: 0, daySquares: 0 };
  for (const { count, days } of customers) {
    if (days <= 0) continue;
    sums.customers += 1;
    sums.count += count;
    sums.days += days;
    sums.squares += count ** 2 / days;
    sums.daySquares += days ** 2;
  }
  return sums;
}

/** The Gamma of a segment: its mean, and how many days of watching it is worth. */
export function priorOf(segment: Segment | undefined): { perDay: number; weight: number } {
  if (!segment || segment.customers === 0 || segment.days <= 0) return NO_ONE_KNOWN;
  const { customers, count, days, squares, daySquares } = segment;
  // Nobody called yet: as if half a call had been seen, so that the first one is no miracle.
  const perDay = Math.max(count, 0.5) / days;
  const within = (customers - 1) * perDay; // what chance alone gives
  const spread = (squares - count * perDay - within) / (days - daySquares / days || 1);
  const weight = spread > 0 ? perDay / spread : WEIGHT.most;
  return { perDay, weight: Math.min(WEIGHT.most, Math.max(WEIGHT.least, weight)) };
}

/** What is usual for this customer, in episodes a day. */
export function usualPerDay(segment: Segment | undefined, own: Exposure): number {
  const prior = priorOf(segment);
  return (prior.perDay * prior.weight + own.count) / (prior.weight + Math.max(0, own.days));
}
