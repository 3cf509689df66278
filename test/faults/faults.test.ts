import { expect, test } from "vitest";
import { runBudget } from "./budget.ts";
import { phases, runKills } from "./kill.ts";

// The short forms of `npm run faults`; each run says its seed, and the long forms find more.

const MINUTES = 60_000;

test("a service that is killed at any of the four points, twice each, keeps every promise", { timeout: 10 * MINUTES }, async () => {
  const { violations, story, kills, seed } = await runKills({ rounds: 8, seed: Math.floor(Math.random() * 1e9) });
  expect(violations, `seed ${seed}\n${story.join("\n")}`).toEqual([]);
  expect(kills).toEqual(Object.fromEntries(phases.map((phase) => [phase, 2])));
});

test("four processes on one PostgreSQL admit exactly seven of 100 requests for a human", { timeout: 5 * MINUTES }, async () => {
  const { violations, counts } = await runBudget({ database: "postgres", processes: 4, conversations: 100 });
  expect(violations).toEqual([]);
  expect(counts).toMatchObject({ granted: 7, deferred: 93 });
});

test("one process on the embedded database admits exactly seven of 200", { timeout: 5 * MINUTES }, async () => {
  const { violations, counts } = await runBudget({ database: "pglite", processes: 1, conversations: 200 });
  expect(violations).toEqual([]);
  expect(counts).toMatchObject({ granted: 7, deferred: 193 });
});
