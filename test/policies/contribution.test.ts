import { expect, test } from "vitest";
import { contribution, earnedBy, escalate, thankContributor } from "../../src/policies/index.ts";

// What members of the community earn is the owner's rule (PRODUCT promise 2): each limit, one below it and one above; and a thank-you
// leaves within consent and caps only (promise 10).

const DAY = 86_400_000;
const now = Date.parse("2026-11-23T09:00:00Z");
const eur = (amount: number) => ({ amount: BigInt(amount) * 1_000_000n });
const book = { business: { currency: "EUR" }, contributions: { grants: { patch: eur(25), report: eur(0) }, most: eur(100), days: 92, thanks: true } };
const facts = { kind: "patch" as const, now, earned: [] as { at: number; amount: bigint }[], person: true };
const had = (amount: number, at = now) => [{ at, amount: eur(amount).amount }];

test.each([
  { when: "there is an amount for it", facts: {}, verdict: "grant", codes: ["earned"] },
  { when: "nobody is named, and it earns money", facts: { person: false }, verdict: "grant", codes: ["earned"] },
  { when: "it just fits", facts: { earned: had(75) }, verdict: "grant", codes: ["earned"] },
  { when: "a micro-unit is too much", facts: { earned: [{ at: now, amount: 75_000_001n }] }, verdict: "thank", codes: ["limit_reached"] },
  { when: "what was earned is just too old to count", facts: { earned: had(100, now - 92 * DAY) }, verdict: "grant", codes: ["earned"] },
  { when: "it is one moment younger", facts: { earned: had(100, now - 92 * DAY + 1) }, verdict: "thank", codes: ["limit_reached"] },
  { when: "there is no amount", facts: { kind: "answer" as const }, verdict: "thank", codes: ["kind_thanked"] },
  { when: "the amount is nothing", facts: { kind: "report" as const }, verdict: "thank", codes: ["kind_thanked"] },
  {
    when: "nobody is named who could be thanked",
    facts: { kind: "answer" as const, person: false },
    verdict: "nothing",
    codes: ["nobody_named", "kind_thanked"],
  },
])("what is earned, when $when", ({ facts: more, verdict, codes }) => {
  const decision = contribution.decide({ ...facts, ...more }, book);
  expect([decision.verdict, decision.reasons.map(({ code }) => code)]).toEqual([verdict, codes]);
});

test("without thank-yous nothing is earned where no money is; without a limit there is none", () => {
  const quiet = { ...book, contributions: { ...book.contributions, thanks: false } };
  expect(contribution.decide({ ...facts, kind: "answer" }, quiet).verdict).toBe("nothing");
  const { most: _none, ...open } = book.contributions;
  expect(contribution.decide({ ...facts, earned: had(1_000_000) }, { ...book, contributions: open }).verdict).toBe("grant");
  expect([earnedBy(book, "patch"), earnedBy(book, "answer")]).toEqual([25_000_000n, 0n]);
});

const initiative = { kinds: [], most: 2, days: 7, quietHours: { from: "20:00", to: "08:00" }, freshDays: 14 };
const moment = { now, wall: 600, gone: false, unread: false, held: false, safety: false, sent: [] as number[], accepted: now, consent: true, stands: true };

test.each([
  { when: "all is well", facts: {}, verdict: "send", codes: ["agreed"] },
  { when: "nobody agreed", facts: { consent: false }, verdict: "drop", codes: ["no_consent"] },
  { when: "it was withdrawn", facts: { stands: false }, verdict: "drop", codes: ["withdrawn"] },
  { when: "it is as old as it may be", facts: { accepted: now - 14 * DAY }, verdict: "send", codes: ["agreed"] },
  { when: "it is older", facts: { accepted: now - 14 * DAY - 1 }, verdict: "drop", codes: ["stale"] },
  { when: "they have just written", facts: { unread: true }, verdict: "wait", codes: ["answer_first"] },
  { when: "somebody is in danger", facts: { safety: true }, verdict: "wait", codes: ["safety_open"] },
  { when: "a person holds the conversation", facts: { held: true }, verdict: "wait", codes: ["person_holds"] },
  { when: "one place is left", facts: { sent: [now] }, verdict: "send", codes: ["agreed"] },
  { when: "none is left", facts: { sent: [now - 7 * DAY + 1, now] }, verdict: "wait", codes: ["cap_reached"] },
  { when: "the night begins", facts: { wall: 1_200 }, verdict: "wait", codes: ["quiet_hours"] },
])("whether a thank-you leaves, when $when", ({ facts: more, verdict, codes }) => {
  const decision = thankContributor.decide({ ...moment, ...more }, { initiative });
  expect([decision.verdict, decision.reasons.map(({ code }) => code)]).toEqual([verdict, codes]);
});

test("what was earned pays for a colleague where the plan's fund does not, to the micro-unit; a safety matter costs it nothing", () => {
  const asked = { safety: [], requested: "contact" as const, planHasHuman: false, left: 0n, estimate: 25_000_000n, alreadyOpen: null, requestsToday: 0 };
  const codeOf = (more: object) => escalate.decide({ ...asked, ...more }, book).reasons.map(({ code }) => code);
  expect(codeOf({ earned: 25_000_000n })).toEqual(["earned_covers"]);
  expect(codeOf({ earned: 24_999_999n })).toEqual(["plan_without_human"]);
  expect(codeOf({ earned: 25_000_000n, holdRefused: true })).toEqual(["plan_without_human"]);
  expect(codeOf({})).toEqual(["plan_without_human"]);
  expect(escalate.decide({ ...asked, earned: 25_000_000n, safety: [{ class: "security", rule: "x" }] }, book).verdict).toBe("overridden");
});
