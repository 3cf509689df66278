import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callAgainAt, isForPeople, placeCall } from "../../src/policies/index.ts";

// Nobody is rung without their stored word, at night, or against a "stop"; and what is people's is never left to a machine (PRODUCT promise 10, "Calls").
// Each condition alone, each limit with one below it and one above, and the nights in which the clocks change.

const at = (moment: string) => Date.parse(moment);
const book = { phone: { quietHours: { from: "18:00", to: "09:00" }, renewalDays: 45, automatic: {} } };
const off = { phone: { ...book.phone, automatic: undefined } };
const facts = {
  about: "thank_you" as "thank_you" | "renewal" | "complaint" | "executive" | "promised",
  wanted: "automatic" as "automatic" | "personal",
  now: at("2026-03-02T09:00:00Z"),
  wall: 600,
  personal: true,
  automatic: true,
  suppressed: false,
  incident: false,
  missed: false,
  renewsIn: null as number | null,
  provider: true,
  unwanted: null as { verdict: "refuse" | "wait"; code: string } | null,
};
type Case = { when: string; facts: Partial<typeof facts>; verdict: string; codes: string[]; book?: typeof off };

const cases: Case[] = [
  { when: "all is well", facts: {}, verdict: "automatic", codes: ["agreed"] },
  { when: "a colleague is to call", facts: { wanted: "personal" }, verdict: "people", codes: ["asked_for_people"] },
  { when: "only a person may call", facts: { automatic: false }, verdict: "refuse", codes: ["no_automatic_consent"] },
  { when: "only a machine may call", facts: { wanted: "personal", personal: false }, verdict: "refuse", codes: ["no_consent", "asked_for_people"] },
  { when: "somebody said stop", facts: { suppressed: true }, verdict: "refuse", codes: ["do_not_call"] },
  { when: "it is about the renewal", facts: { about: "renewal" }, verdict: "people", codes: ["always_people"] },
  { when: "it is a complaint", facts: { about: "complaint" }, verdict: "people", codes: ["always_people"] },
  { when: "it is an executive's", facts: { about: "executive" }, verdict: "people", codes: ["always_people"] },
  { when: "the contract promises it", facts: { about: "promised" }, verdict: "people", codes: ["always_people"] },
  { when: "it is people's, and no person may call", facts: { about: "complaint", personal: false }, verdict: "refuse", codes: ["no_consent", "always_people"] },
  { when: "a renewal is near", facts: { renewsIn: 45 }, verdict: "people", codes: ["renewal_near"] },
  { when: "a renewal is today", facts: { renewsIn: 0 }, verdict: "people", codes: ["renewal_near"] },
  { when: "a renewal is a day further", facts: { renewsIn: 46 }, verdict: "automatic", codes: ["agreed"] },
  { when: "it was renewed yesterday", facts: { renewsIn: -1 }, verdict: "automatic", codes: ["agreed"] },
  { when: "the owner has not switched it on", facts: {}, verdict: "people", codes: ["automatic_off"], book: off },
  { when: "its campaign wants it no more", facts: { unwanted: { verdict: "refuse", code: "many_episodes" } }, verdict: "refuse", codes: ["many_episodes"] },
  { when: "its campaign wants it later", facts: { unwanted: { verdict: "wait", code: "question_open" } }, verdict: "wait", codes: ["question_open"] },
  { when: "no provider is there", facts: { provider: false }, verdict: "people", codes: ["no_provider"] },
  { when: "a matter is open", facts: { incident: true }, verdict: "wait", codes: ["incident_open"] },
  { when: "a matter is open, and it is what the call is about", facts: { incident: true, about: "complaint" }, verdict: "people", codes: ["always_people"] },
  { when: "we missed a date", facts: { missed: true }, verdict: "refuse", codes: ["date_missed"] },
  { when: "we missed a date, and it is what the call is about", facts: { missed: true, about: "complaint" }, verdict: "people", codes: ["always_people"] },
  { when: "it is a minute before the evening", facts: { wall: 1_079 }, verdict: "automatic", codes: ["agreed"] },
  { when: "the evening begins", facts: { wall: 1_080 }, verdict: "wait", codes: ["quiet_hours"] },
  { when: "it is the last quiet minute", facts: { wall: 539 }, verdict: "wait", codes: ["quiet_hours"] },
  { when: "the morning begins", facts: { wall: 540 }, verdict: "automatic", codes: ["agreed"] },
  { when: "it is night and they said stop", facts: { wall: 0, suppressed: true }, verdict: "refuse", codes: ["do_not_call", "quiet_hours"] },
  {
    when: "it is night for a colleague's renewal call",
    facts: { wall: 0, about: "renewal", wanted: "personal" },
    verdict: "wait",
    codes: ["quiet_hours", "asked_for_people"],
  },
];

test.each(cases)("$when: $verdict", ({ facts: more, verdict, codes, book: other }) => {
  const decision = placeCall.decide({ ...facts, ...more }, other ?? book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map(({ code }) => code)).toEqual(codes);
});

test("without a stored word for it, no combination of anything else has a machine ring; with a stop, nobody rings at all", () => {
  const any = fc.record({
    about: fc.constantFrom("thank_you" as const, "renewal" as const, "complaint" as const, "executive" as const, "promised" as const),
    wanted: fc.constantFrom("automatic" as const, "personal" as const),
    wall: fc.integer({ min: 0, max: 1_439 }),
    renewsIn: fc.option(fc.integer({ min: -400, max: 400 })),
    ...Object.fromEntries(["personal", "automatic", "suppressed", "incident", "missed", "provider"].map((name) => [name, fc.boolean()])),
  });
  fc.assert(
    fc.property(any, fc.constantFrom(book, off), (more, given) => {
      const asked = { ...facts, ...more };
      const { verdict } = placeCall.decide(asked, given);
      if (asked.suppressed) expect(verdict).toBe("refuse");
      if (!asked.automatic || asked.about !== "thank_you" || given === off) expect(verdict).not.toBe("automatic");
      if (!asked.personal) expect(verdict).not.toBe("people");
      if (asked.wall < 540 || asked.wall >= 1_080) expect(["refuse", "wait"]).toContain(verdict);
    }),
    { numRuns: 5_000 },
  );
});

test("what is people's stays theirs while it waits", () => {
  expect(isForPeople(placeCall.decide({ ...facts, about: "renewal", wall: 0 }, book).reasons)).toBe(true);
  expect(isForPeople(placeCall.decide({ ...facts, wall: 0 }, book).reasons)).toBe(false);
});

describe("what waits is asked again", () => {
  const again = (now: string, zone: string, more: Partial<typeof facts> = {}) =>
    new Date(callAgainAt({ ...facts, ...more, now: at(now) }, book, zone)).toISOString();
  test("in their morning, not in ours", () => {
    expect(again("2026-03-02T20:00:00Z", "Europe/Berlin")).toBe("2026-03-03T08:00:00.000Z");
    expect(again("2026-03-02T20:00:00Z", "Asia/Tokyo")).toBe("2026-03-03T00:00:00.000Z");
    expect(again("2026-03-02T20:00:00Z", "Asia/Kathmandu")).toBe("2026-03-03T03:15:00.000Z");
  });
  test("over the spring night, an hour earlier; over the autumn night, an hour later", () => {
    expect(again("2026-03-28T20:00:00Z", "Europe/Berlin")).toBe("2026-03-29T07:00:00.000Z");
    expect(again("2026-10-24T20:00:00Z", "Europe/Berlin")).toBe("2026-10-25T08:00:00.000Z");
    expect(again("2026-03-07T23:30:00Z", "America/New_York")).toBe("2026-03-08T13:00:00.000Z");
    expect(again("2026-11-01T01:00:00Z", "America/New_York")).toBe("2026-11-01T14:00:00.000Z");
  });
  test("an hour later while a matter is open, and never in the evening", () => {
    expect(again("2026-03-02T09:00:00Z", "Europe/Berlin", { incident: true })).toBe("2026-03-02T10:00:00.000Z");
    expect(again("2026-03-02T16:30:00Z", "Europe/Berlin", { incident: true })).toBe("2026-03-03T08:00:00.000Z");
  });
});
