import type { Hit } from "./search.ts";
import type { Near } from "./vectors.ts";

/** So far down either list a page still counts. */
export const FUSED_PAGES = 20;
/**
 * What being nearest in meaning weighs against being first by words. Both lists are brought to 0 … 1 and added, which does better than ranks
 * alone (Bruch, Gai, Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", ACM TOIS 42/1, 2023); words count as far as they told
 * anything, by the share of the question's words that their first page has. The weight is from the two thirds of bench/retrieval.yaml that
 * are not held out, where 0.3 to 0.6 do alike.
 */
const NEARNESS_WEIGHT = 0.3;
/** With so much of the question on a page, its passage is chosen by words; with less, by meaning. */
const TOLD_BY_WORDS = 0.5;

/** One list out of two: pages by their words, and all pages by their meaning. Equal scores are in order of their ids. */
export function fuse(byWords: readonly Hit[], byMeaning: readonly Near[]): Hit[] {
  const first = byWords[0]?.score ?? 1;
  const told = byWords[0]?.coverage ?? 0;
  const mended = byWords[0]?.mended ?? [];
  const nearest = byMeaning[0]?.nearness ?? 0;
  const least = byMeaning.slice(0, FUSED_PAGES).at(-1)?.nearness ?? 0;
  const weight = (nearness: number): number => (NEARNESS_WEIGHT * Math.max(0, nearness - least)) / (nearest - least || 1);
  const near = new Map(byMeaning.map((one) => [one.article.id, one]));
  const hits = byWords.map((hit): Hit => {
    const other = near.get(hit.article.id);
    const score = (told * hit.score) / first;
    // What words alone would not have quoted is not quoted because another page, further down, happens to have more of them.
    // Made after the held-out figures had been seen: they do not prove it (docs/retrieval.md).
    const coverage = Math.min(hit.coverage, told);
    // A page in another language has no nearness: of it, words are all that is known.
    if (!other) return { ...hit, score, coverage };
    const passage = hit.coverage >= TOLD_BY_WORDS ? hit.passage : other.passage;
    return { ...hit, passage, coverage, score: score + weight(other.nearness), nearness: other.nearness };
  });
  const found = new Set(byWords.map((hit) => hit.article.id));
  for (const { article, passage, nearness } of byMeaning.slice(0, FUSED_PAGES)) {
    if (!found.has(article.id)) hits.push({ article, passage, score: weight(nearness), coverage: 0, nearness, mended });
  }
  return hits.sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
}
