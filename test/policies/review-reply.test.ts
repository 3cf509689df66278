import { expect, test } from "vitest";
import { reviewReply } from "../../src/policies/index.ts";

const price = { rule: "price", offset: 12 };
const link = { rule: "link", offset: 40 };

test.each([
  { when: "the first draft is clean", facts: { draft: 1, findings: [] }, verdict: "pass", codes: ["clean"] },
  { when: "the second draft is clean", facts: { draft: 2, findings: [] }, verdict: "pass", codes: ["clean"] },
  { when: "the first draft promises a price", facts: { draft: 1, findings: [price] }, verdict: "again", codes: ["price"] },
  { when: "the second draft does it again", facts: { draft: 2, findings: [price] }, verdict: "fallback", codes: ["price"] },
  { when: "there are two findings", facts: { draft: 2, findings: [price, link] }, verdict: "fallback", codes: ["price", "link"] },
] as const)("when $when: $verdict", ({ facts, verdict, codes }) => {
  const decision = reviewReply.decide({ ...facts, findings: [...facts.findings] }, {});
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map((reason) => reason.code)).toEqual(codes);
});
