/** The quantile of the normal distribution that leaves 2.5 % on each side. */
const Z = 1.959964;

/**
 * Between which shares the truth lies, 95 times in a hundred, when `count` of `of` were hit: the score interval of E. B. Wilson, "Probable
 * inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927), pages 209 to 212. It
 * stays between 0 and 1, and says something honest for small numbers, for none and for all. Of nobody, everything is possible.
 */
export function wilson(count: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = count / of;
  const spread = (Z * Z) / of;
  const middle = (share + spread / 2) / (1 + spread);
  const reach = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { low: count === 0 ? 0 : Math.max(0, middle - reach), high: count === of ? 1 : Math.min(1, middle + reach) };
}
