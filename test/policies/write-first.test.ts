import { describe, expect, test } from "vitest";
import { endOf, isWithin, wallMinutes, writeAgainAt, writeFirst } from "../../src/policies/index.ts";

// Nothing that leaves unasked breaks consent, caps or quiet hours on the receiver's own wall (PRODUCT promise 10): each limit, one below it
// and one above, and the nights in which the clocks change.

const DAY = 86_400_000;
const at = (moment: string) => Date.parse(moment);
const now = at("2026-03-02T09:00:00Z"); // a Monday, 10:00 in Berlin
const book = {
  initiative: { kinds: ["outage", "roadmap"] as const, most: 2, days: 7, quietHours: { from: "20:00", to: "08:00" }, freshDays: 14 },
};
const facts = {
  news: "outage" as const,
  now,
  seen: now,
  wall: 600,
  consent: true,
  told: false,
  gone: false,
  unread: false,
  held: false,
  safety: false,
  had: 0,
  sent: [] as number[],
};

test.each([
  { when: "all is well", facts: {}, verdict: "send", codes: ["asked_for_news"] },
  { when: "nobody asked", facts: { consent: false }, verdict: "drop", codes: ["no_consent"] },
  { when: "the kind is off", facts: { news: "upgrade" as const }, verdict: "drop", codes: ["kind_off"] },
  { when: "a reply told it", facts: { told: true }, verdict: "drop", codes: ["told_already"] },
  { when: "it is as old as it may be", facts: { seen: now - 14 * DAY }, verdict: "send", codes: ["asked_for_news"] },
  { when: "it is older", facts: { seen: now - 14 * DAY - 1 }, verdict: "drop", codes: ["stale"] },
  { when: "nothing of theirs is open", facts: { gone: true }, verdict: "wait", codes: ["nowhere_to_write"] },
  { when: "they have just written", facts: { unread: true }, verdict: "wait", codes: ["answer_first"] },
  { when: "a person holds it", facts: { held: true }, verdict: "wait", codes: ["person_holds"] },
  { when: "somebody is in danger", facts: { safety: true }, verdict: "wait", codes: ["safety_open"] },
  { when: "one place is left", facts: { had: 1, sent: [now] }, verdict: "send", codes: ["asked_for_news"] },
  { when: "none is left", facts: { had: 2, sent: [now - 7 * DAY + 1, now] }, verdict: "wait", codes: ["cap_reached"] },
  { when: "the oldest is exactly as old as the window", facts: { had: 2, sent: [now - 7 * DAY, now] }, verdict: "send", codes: ["asked_for_news"] },
  { when: "it is a minute before the night", facts: { wall: 1_199 }, verdict: "send", codes: ["asked_for_news"] },
  { when: "the night begins", facts: { wall: 1_200 }, verdict: "wait", codes: ["quiet_hours"] },
  { when: "it is the last minute of the night", facts: { wall: 479 }, verdict: "wait", codes: ["quiet_hours"] },
  { when: "the night has ended", facts: { wall: 480 }, verdict: "send", codes: ["asked_for_news"] },
  { when: "nobody asked and it is night", facts: { consent: false, wall: 0 }, verdict: "drop", codes: ["no_consent", "quiet_hours"] },
])("$when: $verdict", ({ facts: more, verdict, codes }) => {
  const decision = writeFirst.decide({ ...facts, ...more }, book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map(({ code }) => code)).toEqual(codes);
});

describe("what waits is asked again", () => {
  const again = (more: Partial<typeof facts>, zone = "Europe/Berlin") => new Date(writeAgainAt({ ...facts, ...more }, book, zone)).toISOString();
  test("at the end of the receiver's night, not of ours", () => {
    expect(again({ now: at("2026-03-02T20:00:00Z") })).toBe("2026-03-03T07:00:00.000Z");
    expect(again({ now: at("2026-03-02T20:00:00Z") }, "Asia/Tokyo")).toBe("2026-03-02T23:00:00.000Z");
  });
  test("when the first of the counted messages is as old as the window; with more than the cap, when enough are", () => {
    expect(again({ sent: [now - DAY, now - 2 * DAY] })).toBe(new Date(now + 5 * DAY).toISOString());
    expect(again({ sent: [now - DAY, now - 2 * DAY, now - 3 * DAY] })).toBe(new Date(now + 5 * DAY).toISOString());
  });
  test("soon, where something passes soon", () => {
    expect(again({ unread: true })).toBe("2026-03-02T09:01:00.000Z");
    expect(again({ held: true })).toBe("2026-03-02T09:30:00.000Z");
    expect(again({ gone: true })).toBe("2026-03-02T15:00:00.000Z");
  });
});

describe("nights in which the clocks change", () => {
  const berlin = "Europe/Berlin";
  const night = { from: "20:00", to: "08:00" };
  const end = (hours: { from: string; to: string }, from: string, zone = berlin) => new Date(endOf(hours, at(from), zone)).toISOString();
  test("in spring the night is an hour shorter, in autumn an hour longer", () => {
    expect(end(night, "2026-03-28T20:00:00Z")).toBe("2026-03-29T06:00:00.000Z"); // 21:00 to 08:00 in summer time
    expect(end(night, "2026-10-24T20:00:00Z")).toBe("2026-10-25T07:00:00.000Z"); // 22:00 to 08:00 in winter time
    expect(end(night, "2026-11-01T02:30:00Z", "America/New_York")).toBe("2026-11-01T13:00:00.000Z");
  });
  test("an end that the clock skips is the change itself; of one that it shows twice, the second is quiet again until it has passed", () => {
    const early = { from: "20:00", to: "02:30" };
    expect(end(early, "2026-03-29T00:10:00Z")).toBe("2026-03-29T01:00:00.000Z"); // 01:10, then 03:00
    expect(end(early, "2026-10-25T00:10:00Z")).toBe("2026-10-25T00:30:00.000Z"); // 02:10, the first time
    expect(end(early, "2026-10-25T01:10:00Z")).toBe("2026-10-25T01:30:00.000Z"); // 02:10, the second time
  });
  test("outside it ends at once; the same time twice is no night", () => {
    expect(end(night, "2026-03-02T09:00:00Z")).toBe("2026-03-02T09:00:00.000Z");
    expect(isWithin(600, { from: "10:00", to: "10:00" })).toBe(false);
    expect(wallMinutes(at("2026-03-29T01:00:00Z"), berlin)).toBe(180);
    expect(wallMinutes(-1, "UTC")).toBe(1_439);
  });
});
