/**
 * pass^k: how often a story succeeds in all of k independent runs, not just in one of them. From c successes in n runs, C(c, k) / C(n, k) is
 * unbiased (Yao et al., τ-bench, 2024, https://arxiv.org/abs/2406.12045); the figure is its mean over the stories.
 */
export function passAllOf(k: number, results: readonly { runs: number; passed: number }[]): number {
  if (results.length === 0 || results.some(({ runs }) => runs < k)) throw new RangeError(`pass^${k} needs at least ${k} runs of each story`);
  return results.reduce((sum, { runs, passed }) => sum + share(k, runs, passed), 0) / results.length;
}

/** C(c, k) / C(n, k), without the large numbers. */
function share(k: number, n: number, c: number): number {
  let product = 1;
  for (let i = 0; i < k; i++) product *= Math.max(0, c - i) / (n - i);
  return product;
}
