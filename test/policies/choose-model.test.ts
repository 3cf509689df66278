import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseModel } from "../../src/policies/index.ts";

const EUR = 1_000_000n;
const book = {
  business: { currency: "EUR" },
  plans: { community: { model: "cheap" as const }, premium: { model: "main" as const } },
  models: { cheapBelow: { amount: EUR / 2n }, tasks: { reply: "main" as const, followUp: "cheap" as const } },
};
const main = { ceiling: 100_000n, local: false };
const cheap = { ceiling: 10_000n, local: false };
const free = { ceiling: 0n, local: true };
const plenty = { left: 10n * EUR, held: 0n, reserve: 0n, main, cheap, failed: [] as ("main" | "cheap")[] };

test.each([
  { when: "the budget is full", facts: {}, verdict: "main", codes: ["affordable"] },
  { when: "exactly the threshold would be left", facts: { left: 600_000n }, verdict: "main", codes: ["affordable"] },
  { when: "a micro-unit less would be left", facts: { left: 599_999n }, verdict: "cheap", codes: ["budget_low"] },
  { when: "it gets tight, but there is no cheap one", facts: { left: 599_999n, cheap: null }, verdict: "main", codes: ["affordable"] },
  { when: "the cheap one is not cheaper", facts: { left: 599_999n, cheap: main }, verdict: "main", codes: ["affordable"] },
  { when: "the main one is too dear", facts: { left: 99_999n }, verdict: "cheap", codes: ["main_too_dear"] },
  { when: "both are too dear", facts: { left: 9_999n }, verdict: "built-in", codes: ["cheap_too_dear", "main_too_dear"] },
  { when: "the budget is empty and the main one local", facts: { left: 0n, main: free }, verdict: "main", codes: ["affordable"] },
  { when: "the reserve must stay", facts: { left: 10n * EUR, reserve: 10n * EUR }, verdict: "built-in", codes: ["cheap_too_dear", "main_too_dear"] },
  { when: "the main one failed", facts: { failed: ["main" as const] }, verdict: "cheap", codes: ["main_failed"] },
  { when: "both failed", facts: { failed: ["main" as const, "cheap" as const] }, verdict: "built-in", codes: ["cheap_failed", "main_failed"] },
  {
    when: "the main one failed and no other is set up",
    facts: { failed: ["main" as const], cheap: null },
    verdict: "built-in",
    codes: ["cheap_missing", "main_failed"],
  },
  { when: "no model is set up", facts: { main: null, cheap: null }, verdict: "built-in", codes: ["cheap_missing", "main_missing"] },
  {
    when: "both failed, and two stand in",
    facts: { failed: ["main" as const, "second" as const], second: main, third: main },
    verdict: "third",
    codes: ["second_failed", "main_failed"],
  },
  {
    when: "all that stand in failed, too",
    facts: { failed: ["main" as const, "second" as const], second: main },
    verdict: "cheap",
    codes: ["second_failed", "main_failed"],
  },
  {
    when: "it gets tight for the main one, but not for a cheaper one that stands in",
    facts: { left: 599_999n, second: { ceiling: 50_000n, local: false } },
    verdict: "second",
    codes: ["budget_low"],
  },
  { when: "the main one rests", facts: { resting: ["main" as const], second: main }, verdict: "second", codes: ["main_resting"] },
  { when: "the main one rests, and only the cheap one is left", facts: { resting: ["main" as const] }, verdict: "cheap", codes: ["main_resting"] },
  {
    when: "all rest: the first is asked all the same",
    facts: { resting: ["main" as const, "cheap" as const] },
    verdict: "main",
    codes: ["cheap_resting", "main_resting"],
  },
  {
    when: "the one that rests has failed, too",
    facts: { resting: ["main" as const], failed: ["main" as const], cheap: null },
    verdict: "built-in",
    codes: ["cheap_missing", "main_failed"],
  },
  { when: "the plan is served by the cheap one", facts: { plan: "community" }, verdict: "cheap", codes: ["plan_cheap"] },
  { when: "the plan's cheap one failed", facts: { plan: "community", failed: ["cheap" as const] }, verdict: "main", codes: ["cheap_failed"] },
  { when: "the plan is not in the book any more", facts: { plan: "constructor" }, verdict: "main", codes: ["affordable"] },
  { when: "a question comes due", facts: { task: "followUp" as const }, verdict: "cheap", codes: ["task_cheap"] },
  { when: "a message is answered", facts: { task: "reply" as const }, verdict: "main", codes: ["affordable"] },
])("when $when, $verdict answers", ({ facts, verdict, codes }) => {
  const decision = chooseModel.decide({ ...plenty, ...facts }, book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map((reason) => reason.code)).toEqual(codes);
});

test("more money never brings a worse model", () => {
  const offer = fc.option(fc.record({ ceiling: fc.bigInt(0n, 2n * EUR), local: fc.boolean() }));
  fc.assert(
    fc.property(fc.bigInt(-EUR, 5n * EUR), fc.bigInt(0n, 5n * EUR), offer, offer, offer, offer, (left, more, one, other, second, third) => {
      const facts = { ...plenty, main: one, cheap: other, ...(second && { second }), ...(third && { third }) };
      const poor = chooseModel.decide({ ...facts, left }, book).verdict;
      const rich = chooseModel.decide({ ...facts, left: left + more }, book).verdict;
      expect(chooseModel.verdicts.indexOf(rich)).toBeGreaterThanOrEqual(chooseModel.verdicts.indexOf(poor));
    }),
  );
});

test("what is chosen can be paid, and has not failed", () => {
  const offer = fc.option(fc.record({ ceiling: fc.bigInt(1n, 2n * EUR), local: fc.constant(false) }));
  const some = fc.subarray(["main", "second", "cheap"] as const);
  const like = fc.record({
    failed: some,
    resting: some,
    task: fc.constantFrom("reply" as const, "followUp" as const),
    plan: fc.constantFrom("community", "premium"),
  });
  fc.assert(
    fc.property(fc.bigInt(-EUR, 5n * EUR), offer, offer, offer, like, (left, main, cheap, second, more) => {
      const facts = { ...plenty, left, main, cheap, ...(second && { second }), ...more };
      const { verdict } = chooseModel.decide(facts, book);
      const offers = { main, cheap, second } as Record<string, { ceiling: bigint } | null>;
      const can = (name: string) => !more.failed.includes(name as "main") && (offers[name]?.ceiling ?? left + 1n) <= left;
      // The built-in one answers only where no other could.
      if (verdict === "built-in") expect(["main", "second", "cheap"].filter(can)).toEqual([]);
      else expect(can(verdict)).toBe(true);
      // It may rest only where all that could do.
      if (more.resting.includes(verdict as "main"))
        expect(["main", "second", "cheap"].filter(can).filter((name) => !more.resting.includes(name as "main"))).toEqual([]);
    }),
  );
});

// Decisions are kept for years, and asked again from their facts: those of before there were stand-ins, tasks and plans in them, too.
test("an old decision is taken again as it was", () => {
  const facts = { left: "9999", held: "0", reserve: "0", main: { ceiling: "100000", local: false }, cheap: { ceiling: "10000", local: false }, failed: [] };
  const { verdict, reasons, facts: kept } = chooseModel.decide(facts, { business: book.business, models: { cheapBelow: book.models.cheapBelow } });
  expect(verdict).toBe("built-in");
  expect(reasons).toEqual([
    { code: "cheap_too_dear", text: "A step of the cheap model may cost 0.01 EUR, and the budget has 0.01 EUR left for models." },
    { code: "main_too_dear", text: "A step of the main model may cost 0.10 EUR, and the budget has 0.01 EUR left for models." },
  ]);
  expect(kept).toEqual(facts);
});
