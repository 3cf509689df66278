import { readFileSync } from "node:fs";
import { bugs } from "./bugs/bugs.ts";
import type { Bug } from "./bugs/patch.ts";
import { ROUGH, type Weather } from "./faults.ts";
import type { Invariant } from "./promises.ts";
import { simulate } from "./simulate.ts";

/** A mistake is found within so many stories, or it counts as missed. */
export const WITHIN = 40;

/** How a hunt ended: the seed in which each promise found the mistake first, of those that were told, in the order in which they were told. */
export type Hunted = { name: string; told: number; seconds: number; first: Map<Invariant, number> };

/** Where each mistake was found last time. A hunt begins there and goes on from the beginning, so that a seed out of date costs a story, not a mistake. */
export const SEEDS = new URL("./bugs/seeds.json", import.meta.url);
const seeds = JSON.parse(readFileSync(SEEDS, "utf8")) as Partial<Record<string, number[]>>;

/** Hunts the named mistakes, two at once. `told` hears of each one that is over. Resolves to all of them, in the order of `bugs`. */
export async function hunt(options: { names: readonly string[]; template?: string | undefined; told?: (hunted: Hunted) => void }): Promise<Hunted[]> {
  const wanted = bugs.filter(({ name }) => options.names.includes(name));
  const waiting = [...wanted];
  const over = new Map<string, Hunted>();
  async function next(): Promise<void> {
    for (let bug = waiting.shift(); bug; bug = waiting.shift()) {
      const hunted = await huntOne(bug, options.template);
      over.set(bug.name, hunted);
      options.told?.(hunted);
    }
  }
  await Promise.all([next(), next()]);
  return wanted.flatMap(({ name }) => over.get(name) ?? []);
}

/** The stories in which a mistake is hunted: the worst weather, and what it takes beside. */
export function huntingGround({ conversations, weather }: Bug): { weather: Weather; conversations?: number } {
  return { weather: { ...ROUGH, ...weather }, ...(conversations === undefined ? {} : { conversations }) };
}

async function huntOne(bug: Bug, template: string | undefined): Promise<Hunted> {
  const { name, by } = bug;
  const began = performance.now();
  const first = new Map<Invariant, number>();
  const isFound = () => by.every((invariant) => first.has(invariant));
  let told = 0;
  const tell = (from: number, count: number) =>
    simulate({
      seeds: count,
      from,
      jobs: 1,
      bug: name,
      template,
      options: huntingGround(bug),
      told({ seed, violations }) {
        told++;
        for (const { invariant } of violations) if (!first.has(invariant)) first.set(invariant, seed);
        return isFound();
      },
    });
  for (const seed of seeds[name] ?? []) if (!isFound()) await tell(seed, 1);
  if (!isFound()) await tell(1, WITHIN);
  return { name, told, seconds: (performance.now() - began) / 1000, first };
}

/** The seeds that a hunt needed: what to write down for the next one. */
export function seedsOf({ name, first }: Hunted): number[] {
  const by: readonly Invariant[] = bugs.find((bug) => bug.name === name)?.by ?? [];
  return [...new Set(by.flatMap((invariant) => first.get(invariant) ?? []))].sort((a, b) => a - b);
}

/** The promises that had to find a mistake and did not. */
export function missed(all: readonly Hunted[]): string[] {
  return all.flatMap(({ name, first }) => (bugs.find((bug) => bug.name === name)?.by ?? []).filter((one) => !first.has(one)).map((one) => `${name}: ${one}`));
}

/** Which promise found which mistake, and in which seed first. Bold: it has to, by itself. */
export function matrix(all: readonly Hunted[]): string {
  const lines = all.map(({ name, told, seconds, first }) => {
    const by: readonly Invariant[] = bugs.find((bug) => bug.name === name)?.by ?? [];
    const cells = [...first].map(([invariant, seed]) => `${by.includes(invariant) ? `**${invariant}**` : invariant} (${seed})`);
    return `| ${name} | ${told} | ${seconds.toFixed(0)} | ${cells.join("; ")} |`;
  });
  return ["| mistake | stories told | s | found by (in seed) |", "| --- | ---: | ---: | --- |", ...lines].join("\n");
}
