import { expect, test } from "vitest";
import { bugs } from "./bugs/bugs.ts";
import { ROUGH } from "./faults.ts";
import { simulate } from "./simulate.ts";

// The whole service under a simulated clock, network, model and channels, with faults from a seed: whoever adds a room later gets
// them for nothing. A seed that once broke a promise stays here for ever, whatever the others are.
const SEEDS = 150;
const MINUTE = 60_000;
const jobs = 2;

test(`${SEEDS} fortnights of a support team, with everything that may go wrong: every promise holds`, { timeout: 30 * MINUTE }, async () => {
  const began = performance.now();
  const answers = await simulate({ seeds: SEEDS, from: 1, jobs });
  const sum = (of: (answer: (typeof answers)[number]) => number) => answers.reduce((total, answer) => total + of(answer), 0);
  console.log(
    `${SEEDS} stories: ${sum((one) => one.conversations)} conversations, ${sum((one) => one.messages)} messages, ${sum((one) => one.calls)} calls of the model, ` +
      `${sum((one) => one.crashes)} crashes in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  const broken = answers.filter((one) => one.violations.length > 0).map(({ seed, violations }) => ({ seed, violations }));
  expect(broken, "npm run simulate -- --replay SEED tells the story").toEqual([]);
  // A simulation in which nothing happens proves nothing.
  expect(sum((one) => one.crashes)).toBeGreaterThan(SEEDS);
  expect(sum((one) => one.messages)).toBeGreaterThan(20 * SEEDS);
});

test("a story is a function of its seed: another process tells the same, byte for byte", { timeout: 5 * MINUTE }, async () => {
  const tell = () => simulate({ seeds: 3, from: 7, jobs: 1 });
  const [one, other] = [await tell(), await tell()];
  expect(one.map(({ digest }) => digest)).toEqual(other.map(({ digest }) => digest));
  expect(new Set(one.map(({ digest }) => digest)).size).toBe(3);
});

// A test that cannot fail proves nothing: each of these mistakes is planted alone, and the simulation has to find it.
const WITHIN = 40; // seeds

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
        options: { weather: ROUGH },
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
