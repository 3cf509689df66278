import fc from "fast-check";
import { expect, test } from "vitest";
import { escalate, escalationVerdicts, safetyClasses } from "../../src/policies/index.ts";
import type { SafetyClass } from "../../src/policies/index.ts";

const book = { business: { currency: "EUR" } };
const granted = {
  safety: [] as { class: SafetyClass; rule: string }[],
  requested: "contact" as const,
  planHasHuman: true,
  left: 25_000_000n,
  estimate: 25_000_000n,
  alreadyOpen: null,
  requestsToday: 1,
};
const security = { class: "security", rule: "en-exploit" } as const;

test.each([
  { when: "the budget covers it to the micro-unit", facts: {}, verdict: "granted", codes: ["budget_covers"] },
  { when: "a micro-unit is missing", facts: { left: 24_999_999n }, verdict: "deferred", codes: ["budget"] },
  { when: "the ledger refused the hold", facts: { holdRefused: true }, verdict: "deferred", codes: ["budget"] },
  { when: "a fund pays", facts: { planHasHuman: false, left: 10n ** 12n }, verdict: "deferred", codes: ["plan_without_human"] },
  { when: "a fund pays and is empty", facts: { planHasHuman: false, left: 0n }, verdict: "deferred", codes: ["plan_without_human"] },
  {
    when: "a security report comes with an empty fund",
    facts: { safety: [security], planHasHuman: false, left: 0n },
    verdict: "overridden",
    codes: ["safety_security", "plan_without_human"],
  },
  { when: "a security report comes with a full budget", facts: { safety: [security] }, verdict: "overridden", codes: ["safety_security"] },
  {
    when: "nobody asked, but data is lost",
    facts: { safety: [{ class: "data_loss" as const, rule: "de-data" }], requested: null },
    verdict: "overridden",
    codes: ["safety_data_loss"],
  },
  {
    when: "the hold was refused in an outage",
    facts: { safety: [{ class: "outage" as const, rule: "en-outage" }], holdRefused: true },
    verdict: "overridden",
    codes: ["safety_outage", "budget"],
  },
  { when: "one is granted already and the money is gone", facts: { alreadyOpen: "granted" as const, left: 0n }, verdict: "granted", codes: ["joins_open"] },
  { when: "one is deferred already and money has come", facts: { alreadyOpen: "deferred" as const }, verdict: "deferred", codes: ["joins_open"] },
  { when: "a safety matter is open already", facts: { alreadyOpen: "overridden" as const, left: 0n }, verdict: "overridden", codes: ["joins_open"] },
  {
    when: "a safety matter joins a deferred one",
    facts: { alreadyOpen: "deferred" as const, safety: [security] },
    verdict: "overridden",
    codes: ["safety_security", "joins_open"],
  },
  { when: "somebody asks for the hundredth time", facts: { requestsToday: 100 }, verdict: "granted", codes: ["budget_covers"] },
])("when $when, the request is $verdict", ({ facts, verdict, codes }) => {
  const decision = escalate.decide({ ...granted, ...facts }, book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map((reason) => reason.code)).toEqual(codes);
});

test("two rules of one class are one reason that names both; another class is a reason of its own", () => {
  const safety = [security, { class: "outage" as const, rule: "en-outage" }, { ...security, rule: "en-open-door" }, security];
  const { reasons } = escalate.decide({ ...granted, safety }, book);
  expect(reasons.map((reason) => reason.code)).toEqual(["safety_security", "safety_outage"]);
  expect(reasons[0]?.text).toMatch(/Found by the rules en-exploit, en-open-door\.$/);
});

test("staff read what is missing", () => {
  expect(escalate.decide({ ...granted, left: 7_500_000n }, book).reasons).toEqual([
    { code: "budget", text: "The budget has 7.50 EUR left, and a colleague's time is expected to cost 25.00 EUR." },
  ]);
});

test("a safety finding never yields less than overridden, whatever else is so", () => {
  const hit = fc.record({ class: fc.constantFrom(...safetyClasses), rule: fc.constantFrom("en-a", "de-b", "model") });
  const facts = fc.record({
    safety: fc.array(hit),
    requested: fc.constantFrom("contact" as const, "model" as const, "staff" as const, null),
    planHasHuman: fc.boolean(),
    left: fc.bigInt(-(10n ** 9n), 10n ** 9n),
    estimate: fc.bigInt(0n, 10n ** 9n),
    alreadyOpen: fc.constantFrom(...escalationVerdicts, null),
    holdRefused: fc.boolean(),
    requestsToday: fc.nat(),
  });
  fc.assert(
    fc.property(facts, hit, (given, finding) => {
      const before = escalate.decide(given, book);
      const after = escalate.decide({ ...given, safety: [...given.safety, finding] }, book);
      expect(after.verdict).toBe("overridden");
      // No reason is lost by it, except that nothing stood in the way.
      for (const { code } of before.reasons) if (code !== "budget_covers") expect(after.reasons.map((reason) => reason.code)).toContain(code);
    }),
  );
});
