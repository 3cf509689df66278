import { expect, test } from "vitest";
import { callTool } from "../../src/policies/index.ts";

const book = { business: { currency: "EUR" } };
const fine = { tool: "shop__order_status", calls: 0, most: 3, unfilled: 0, cost: 20_000n, left: 20_000n };

test.each([
  { when: "all is well, to the last cent", facts: {}, verdict: "called", codes: ["allowed"] },
  { when: "it is one call short of its limit", facts: { calls: 2 }, verdict: "called", codes: ["allowed"] },
  { when: "it has had its calls", facts: { calls: 3 }, verdict: "too_often", codes: ["too_often"] },
  { when: "a micro-unit is missing", facts: { left: 19_999n }, verdict: "too_dear", codes: ["too_dear"] },
  { when: "it is free and the budget empty, or worse", facts: { cost: 0n, left: -1n }, verdict: "called", codes: ["allowed"] },
  { when: "the service has nothing to fill in", facts: { unfilled: 1 }, verdict: "not_filled", codes: ["not_filled"] },
  {
    when: "everything speaks against it",
    facts: { calls: 9, unfilled: 2, left: 0n },
    verdict: "too_often",
    codes: ["not_filled", "too_dear", "too_often"],
  },
])("when $when: $verdict", ({ facts, verdict, codes }) => {
  const decision = callTool.decide({ ...fine, ...facts }, book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map((reason) => reason.code).toSorted()).toEqual(codes);
});
