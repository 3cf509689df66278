import { describe, expect, test } from "vitest";
import { lotOf, thank, thankAgainAt } from "../../src/policies/index.ts";
import { DAY, NOON, thankBook as book, wellBehaved } from "./thanks.ts";

// Thank-yous go to whom they are meant for and to nobody else (PRODUCT promise 10, "Thank-yous"): each limit, one below it and one above.

const now = NOON;
type More = Partial<typeof wellBehaved>;

const cases: { when: string; facts: More; verdict: string; codes: string[] }[] = [
  { when: "all is well", facts: {}, verdict: "send", codes: ["well_behaved"] },
  { when: "the campaign is gone", facts: { campaign: "old" }, verdict: "refuse", codes: ["campaign_gone"] },
  { when: "nobody agreed", facts: { consent: false }, verdict: "refuse", codes: ["no_consent"] },
  { when: "the address is gone", facts: { suppressed: "hard_bounce" }, verdict: "refuse", codes: ["hard_bounce"] },
  { when: "they complained once", facts: { suppressed: "complaint" }, verdict: "refuse", codes: ["complaint"] },
  { when: "it was done", facts: { done: true }, verdict: "refuse", codes: ["done_already"] },
  { when: "they pay nothing", facts: { pays: false }, verdict: "refuse", codes: ["pays_nothing"] },
  { when: "it is for another plan", facts: { plan: "community" }, verdict: "refuse", codes: ["other_segment"] },
  { when: "they are with us long enough", facts: { months: 12 }, verdict: "send", codes: ["well_behaved"] },
  { when: "they are too new", facts: { months: 11 }, verdict: "refuse", codes: ["too_new"] },
  { when: "we once missed a date", facts: { missed: 1 }, verdict: "refuse", codes: ["missed_date"] },
  { when: "they had as many matters as may be", facts: { episodes: [now, now] }, verdict: "send", codes: ["well_behaved"] },
  { when: "they had one more", facts: { episodes: [now, now, now - 90 * DAY + 1] }, verdict: "refuse", codes: ["many_episodes"] },
  { when: "the oldest is exactly as old as the window", facts: { episodes: [now, now, now - 90 * DAY] }, verdict: "send", codes: ["well_behaved"] },
  { when: "a question is open", facts: { questions: 1 }, verdict: "wait", codes: ["question_open"] },
  { when: "an incident is open", facts: { incidents: 1 }, verdict: "wait", codes: ["incident_open"] },
  { when: "something of ours is broken", facts: { outage: true }, verdict: "wait", codes: ["outage"] },
  { when: "the occasion is to come", facts: { occasion: now + 1 }, verdict: "wait", codes: ["not_yet"] },
  { when: "it is as old as it may be", facts: { occasion: now - 21 * DAY }, verdict: "send", codes: ["well_behaved"] },
  { when: "it is older", facts: { occasion: now - 21 * DAY - 1 }, verdict: "lapse", codes: ["stale"] },
  { when: "the contact had theirs", facts: { sent: [now - 92 * DAY + 1] }, verdict: "wait", codes: ["cap_reached"] },
  { when: "that was a quarter ago", facts: { sent: [now - 92 * DAY], customerSent: [now - 92 * DAY] }, verdict: "send", codes: ["well_behaved"] },
  { when: "one colleague of theirs had one", facts: { customerSent: [now] }, verdict: "send", codes: ["well_behaved"] },
  { when: "two colleagues had one", facts: { customerSent: [now, now] }, verdict: "wait", codes: ["thanked_lately"] },
  { when: "it is a minute before the night", facts: { wall: 1_199 }, verdict: "send", codes: ["well_behaved"] },
  { when: "the night begins", facts: { wall: 1_200 }, verdict: "wait", codes: ["quiet_hours"] },
  { when: "it is the last minute of the night", facts: { wall: 479 }, verdict: "wait", codes: ["quiet_hours"] },
  { when: "the night has ended", facts: { wall: 480 }, verdict: "send", codes: ["well_behaved"] },
  { when: "the budget covers exactly one", facts: { left: 10_000n }, verdict: "send", codes: ["well_behaved"] },
  { when: "it lacks a micro-unit", facts: { left: 9_999n }, verdict: "wait", codes: ["budget_spent"] },
  { when: "the lot is the last that is held out", facts: { lot: 999 }, verdict: "hold_out", codes: ["held_out"] },
  { when: "the lot is the next one", facts: { lot: 1_000 }, verdict: "send", codes: ["well_behaved"] },
];

test.each(cases)("$when: $verdict", ({ facts, verdict, codes }) => {
  const decision = thank.decide({ ...wellBehaved, ...facts }, book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map(({ code }) => code)).toEqual(codes);
});

test("a campaign that names no plans is for whoever pays", () => {
  const open = { thanks: { ...book.thanks, campaigns: book.thanks.campaigns.map((one) => ({ ...one, plans: [] })) } };
  expect(thank.decide({ ...wellBehaved, plan: "gold" }, open).verdict).toBe("send");
});

describe("what is found together", () => {
  const verdict = (more: More) => thank.decide({ ...wellBehaved, ...more }, book).verdict;
  test("a refusal beats all; what is stale does not wait; the held-out are those who would have been thanked", () => {
    expect(verdict({ consent: false, occasion: 0, wall: 0, lot: 0 })).toBe("refuse");
    expect(verdict({ occasion: 0, wall: 0, lot: 0 })).toBe("lapse");
    expect(verdict({ wall: 0, lot: 0 })).toBe("wait");
    expect(verdict({ missed: 1, lot: 0 })).toBe("refuse");
  });
  test("a call asks for its own consent, and says so", () => {
    const [reason] = thank.decide({ ...wellBehaved, campaign: "by-call", consent: false }, book).reasons;
    expect(reason).toMatchObject({ code: "no_consent", text: expect.stringContaining("calls") });
  });
});

describe("what waits is asked again", () => {
  const again = (more: More, zone = "Europe/Berlin") => new Date(thankAgainAt({ ...wellBehaved, ...more }, book, zone)).toISOString();
  test("at the end of the receiver's night, not of ours", () => {
    const night = { now: Date.parse("2026-03-02T20:00:00Z"), wall: 1_260, occasion: now };
    expect(again(night)).toBe("2026-03-03T07:00:00.000Z");
    expect(again({ ...night, wall: 300 }, "Asia/Tokyo")).toBe("2026-03-02T23:00:00.000Z");
  });
  test("when a place is free, and never in a night", () => {
    expect(again({ sent: [now - DAY] })).toBe("2026-06-01T11:00:00.000Z");
    expect(again({ sent: [Date.parse("2026-03-01T02:00:00Z")] })).toBe("2026-06-01T06:00:00.000Z"); // 04:00 in summer time, so at 08:00
  });
  test("when the budget is filled again; soon, where something passes soon", () => {
    expect(again({ left: 0n })).toBe("2026-04-01T06:00:00.000Z"); // the month begins at midnight
    expect(again({ questions: 1 })).toBe("2026-03-02T17:00:00.000Z");
    expect(again({ outage: true, now: now + 4 * 3_600_000, wall: 960 })).toBe("2026-03-03T07:00:00.000Z"); // six hours on it is night
  });
});

test("lots are spread evenly, stay for ever, and are drawn anew in each campaign", () => {
  const customers = Array.from({ length: 20_000 }, (_, i) => `cus_${i}`);
  const held = customers.filter((customer) => lotOf("anniversary", customer) < 1_000);
  expect(held.length / customers.length).toBeGreaterThan(0.09);
  expect(held.length / customers.length).toBeLessThan(0.11);
  const twice = held.filter((customer) => lotOf("quiet-quarter", customer) < 1_000);
  expect(twice.length / held.length).toBeLessThan(0.15);
  expect(lotOf("anniversary", "cus_1")).toBe(lotOf("anniversary", "cus_1"));
});
