import { expect, test } from "vitest";
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
