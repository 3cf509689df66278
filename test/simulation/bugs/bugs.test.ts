import { expect, test } from "vitest";
import { simulate } from "../simulate.ts";
import { bugs } from "./bugs.ts";

// A test that cannot fail proves nothing: each of these mistakes is planted alone, and the simulation has to find it.
const WITHIN = 40; // seeds
const MINUTE = 60_000;

test(`${bugs.length} planted mistakes are found, each within ${WITHIN} seeds`, { timeout: 40 * MINUTE }, async () => {
  const found = new Map<string, { seeds: number; seconds: number; invariants: string[] }>();
  const waiting = [...bugs];
  async function hunt(): Promise<void> {
    for (let bug = waiting.shift(); bug; bug = waiting.shift()) {
      const began = performance.now();
      let seeds = 0;
      let invariants: string[] = [];
      await simulate({
        seeds: WITHIN,
        from: 1,
        jobs: 1,
        bug: bug.name,
        told(answer) {
          seeds++;
          invariants = [...new Set(answer.violations.map((one) => one.invariant))];
          return invariants.length > 0;
        },
      });
      found.set(bug.name, { seeds, seconds: (performance.now() - began) / 1000, invariants });
    }
  }
  await Promise.all([hunt(), hunt()]);
  const lines = bugs.map(({ name }) => {
    const { seeds = 0, seconds = 0, invariants = [] } = found.get(name) ?? {};
    return `| ${name} | ${invariants.length > 0 ? seeds : `not in ${seeds}`} | ${seconds.toFixed(0)} | ${invariants.join("; ")} |`;
  });
  console.log(["| mistake | found in seed | s | by |", "| --- | ---: | ---: | --- |", ...lines].join("\n"));
  expect(bugs.filter(({ name }) => (found.get(name)?.invariants.length ?? 0) === 0).map(({ name }) => name)).toEqual([]);
});
