import { expect, test } from "vitest";
import { look } from "../../src/policies/index.ts";

// How many deferred questions of a month people look at, and which.

const book = { plans: { community: { humanLooks: 4 }, visitor: { humanLooks: 0 }, one: { humanLooks: 1 } } };
const facts = { plan: "community", taken: 0, older: 0, since: 0 };

test.each([
  { when: "the month is fresh", facts: {}, verdict: "given", codes: ["oldest_waiting"] },
  { when: "one is left", facts: { taken: 3 }, verdict: "given", codes: ["oldest_waiting"] },
  { when: "none is left", facts: { taken: 4 }, verdict: "waits", codes: ["looks_given"] },
  { when: "the owner has lowered the number since", facts: { plan: "one", taken: 3 }, verdict: "waits", codes: ["looks_given"] },
  { when: "an older one waits", facts: { older: 1 }, verdict: "waits", codes: ["older_waits"] },
  { when: "both", facts: { taken: 4, older: 2 }, verdict: "waits", codes: ["looks_given", "older_waits"] },
  { when: "the plan has none", facts: { plan: "visitor" }, verdict: "waits", codes: ["no_looks"] },
  { when: "the rulebook has the plan no more", facts: { plan: "gone" }, verdict: "waits", codes: ["no_looks"] },
  { when: "a plan is called like a thing of the language", facts: { plan: "constructor" }, verdict: "waits", codes: ["no_looks"] },
])("$when: $verdict", ({ facts: more, verdict, codes }) => {
  const decision = look.decide({ ...facts, ...more }, book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map(({ code }) => code)).toEqual(codes);
});
