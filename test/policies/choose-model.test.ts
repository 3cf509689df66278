import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseModel } from "../../src/policies/index.ts";

const EUR = 1_000_000n;
const book = { business: { currency: "EUR" }, models: { cheapBelow: { amount: EUR / 2n } } };
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
])("when $when, $verdict answers", ({ facts, verdict, codes }) => {
  const decision = chooseModel.decide({ ...plenty, ...facts }, book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map((reason) => reason.code)).toEqual(codes);
});

test("more money never brings a worse model", () => {
  const offer = fc.option(fc.record({ ceiling: fc.bigInt(0n, 2n * EUR), local: fc.boolean() }));
  fc.assert(
    fc.property(fc.bigInt(-EUR, 5n * EUR), fc.bigInt(0n, 5n * EUR), offer, offer, (left, more, one, other) => {
      const facts = { ...plenty, main: one, cheap: other };
      const poor = chooseModel.decide({ ...facts, left }, book).verdict;
      const rich = chooseModel.decide({ ...facts, left: left + more }, book).verdict;
      expect(chooseModel.verdicts.indexOf(rich)).toBeGreaterThanOrEqual(chooseModel.verdicts.indexOf(poor));
    }),
  );
});

test("what is chosen can be paid", () => {
  const offer = fc.option(fc.record({ ceiling: fc.bigInt(1n, 2n * EUR), local: fc.constant(false) }));
  fc.assert(
    fc.property(fc.bigInt(-EUR, 5n * EUR), offer, offer, (left, one, other) => {
      const { verdict } = chooseModel.decide({ ...plenty, left, main: one, cheap: other }, book);
      const chosen = verdict === "main" ? one : verdict === "cheap" ? other : undefined;
      if (chosen) expect(chosen.ceiling).toBeLessThanOrEqual(left);
    }),
  );
});
