import { expect, test } from "vitest";
import { firingFirst } from "../../../src/web/console/alerts/order.ts";
import { byUrgency, isUnacknowledged } from "../../../src/web/console/queue/urgency.ts";

const waiting = (
  id: string,
  over: Partial<{ verdict: string; state: string; dueAt: string | null; acknowledgedBy: unknown; customer: { plan: string } }> = {},
) => ({
  id,
  verdict: "granted",
  state: "open",
  dueAt: "2026-11-22T12:00:00.000Z" as string | null,
  createdAt: "2026-11-22T09:00:00.000Z",
  acknowledgedBy: null as unknown,
  customer: { plan: "community" },
  ...over,
});

test("unacknowledged safety comes first, then the date we owe, then those without one", () => {
  const queue = byUrgency([
    waiting("no date", { dueAt: null }),
    waiting("late", { dueAt: "2026-11-22T10:00:00.000Z" }),
    waiting("seen safety", { verdict: "overridden", acknowledgedBy: { id: "stf_1" }, dueAt: "2026-11-22T11:00:00.000Z" }),
    waiting("noon"),
    waiting("safety", { verdict: "overridden", dueAt: "2026-11-22T18:00:00.000Z" }),
  ]);
  expect(queue.map(({ id }) => id)).toEqual(["safety", "late", "seen safety", "noon", "no date"]);
});

test("who pays more is never put first: equals keep the server's order", () => {
  const queue = byUrgency([waiting("first"), waiting("payer", { customer: { plan: "premium" } }), waiting("third")]);
  expect(queue.map(({ id }) => id)).toEqual(["first", "payer", "third"]);
});

test("a claimed or acknowledged safety matter raises no banner", () => {
  expect(isUnacknowledged(waiting("a", { verdict: "overridden" }))).toBe(true);
  expect(isUnacknowledged(waiting("b", { verdict: "overridden", state: "claimed" }))).toBe(true);
  expect(isUnacknowledged(waiting("b", { verdict: "overridden", state: "resolved" }))).toBe(false);
  expect(isUnacknowledged(waiting("c", { verdict: "overridden", acknowledgedBy: { id: "stf_1" } }))).toBe(false);
  expect(isUnacknowledged(waiting("d"))).toBe(false);
});

test("alerts: firing first, the newest first within", () => {
  const alerts = firingFirst([
    { state: "resolved", at: "2026-11-22T12:00:00Z", id: 1 },
    { state: "firing", at: "2026-11-20T12:00:00Z", id: 2 },
    { state: "pending", at: "2026-11-21T12:00:00Z", id: 3 },
    { state: "firing", at: "2026-11-21T12:00:00Z", id: 4 },
  ]);
  expect(alerts.map(({ id }) => id)).toEqual([4, 2, 3, 1]);
});
