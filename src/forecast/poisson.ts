import { DAY, type CountedEpisode } from "../policies/index.ts";
import type { Chance } from "../platform/chance.ts";

/** The matters of a made-up customer whose matters come by chance alone, `perDay` of them, from day `from` to day `to`. */
export function poissonEpisodes(chance: Chance, perDay: number, from: number, to: number): CountedEpisode[] {
  const episodes: CountedEpisode[] = [];
  if (perDay <= 0) return episodes;
  // The gaps of a Poisson process are exponential.
  for (let day = from + gap(chance, perDay); day < to; day += gap(chance, perDay)) {
    episodes.push({ id: `epi_${episodes.length}`, at: Math.round(day * DAY), ours: false, security: false });
  }
  return episodes;
}

function gap(chance: Chance, perDay: number): number {
  return -Math.log(1 - chance.next()) / perDay;
}
