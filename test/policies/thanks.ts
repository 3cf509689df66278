import type { thank, ThankBook } from "../../src/policies/index.ts";

/** What the tests of thank-yous stand on: a small book, and a customer to whom nothing objects. */

export const DAY = 86_400_000;
export const NOON = Date.parse("2026-03-02T11:00:00Z"); // a Monday, 12:00 in Berlin

const campaign = {
  id: "anniversary",
  by: "mail",
  occasion: "anniversary",
  plans: ["standard", "premium"],
  months: 12,
  freshDays: 21,
  holdOut: 1_000,
  costs: { amount: 10_000n },
  budget: { amount: 1_000_000n },
} as const;

export const thankBook: ThankBook = {
  thanks: {
    most: 1,
    customerMost: 2,
    days: 92,
    quietHours: { from: "20:00", to: "08:00" },
    episodes: 2,
    episodeDays: 90,
    campaigns: [
      campaign,
      { ...campaign, id: "quiet-quarter", occasion: "quiet_quarter", months: 0 },
      { ...campaign, id: "by-call", by: "call", occasion: "smooth_upgrade", months: 0 },
    ],
  },
};

export type ThankFacts = Parameters<typeof thank.decide>[0];

export const wellBehaved: ThankFacts = {
  campaign: "anniversary",
  now: NOON,
  wall: 720,
  occasion: NOON - DAY,
  lot: 9_999,
  plan: "standard",
  months: 24,
  pays: true,
  consent: true,
  suppressed: null,
  done: false,
  missed: 0,
  episodes: [],
  questions: 0,
  incidents: 0,
  outage: false,
  planned: false,
  sent: [],
  customerSent: [],
  left: 1_000_000n,
  filledAt: Date.parse("2026-03-31T22:00:00Z"),
};
