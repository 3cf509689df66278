import { afterAll, beforeAll, expect, test } from "vitest";
import { manualClock } from "../../src/platform/clock.ts";
import type { Database } from "../../src/platform/database.ts";
import { createIdempotency, type Idempotency } from "../../src/platform/idempotency.ts";
import { openTestDatabase } from "../support/database.ts";

const clock = manualClock(new Date("2026-11-22T09:00:00Z"));
let db: Database;
let keys: Idempotency;
beforeAll(async () => {
  db = await openTestDatabase();
  keys = createIdempotency({ db, clock });
});
afterAll(() => db.close());

const later = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms));

test("the first answer is kept and given again, to the same actor for the same request", async () => {
  expect(await keys.begin("staff_1", "k1", "r1")).toEqual({ state: "fresh" });
  expect(await keys.begin("staff_1", "k1", "r1")).toEqual({ state: "running" });
  await keys.finish("staff_1", "k1", 201, { id: "cus_1" });
  expect(await keys.begin("staff_1", "k1", "r1")).toEqual({ state: "replay", status: 201, answer: { id: "cus_1" } });
  expect(await keys.begin("staff_1", "k1", "r2")).toEqual({ state: "conflict" });
  expect(await keys.begin("staff_2", "k1", "r1")).toEqual({ state: "fresh" });
});

test("an answer of nothing is an answer", async () => {
  await keys.begin("staff_1", "k2", "r");
  await keys.finish("staff_1", "k2", 204, null);
  expect(await keys.begin("staff_1", "k2", "r")).toEqual({ state: "replay", status: 204, answer: null });
});

test("a refused deed frees its key; an answered one keeps it", async () => {
  await keys.begin("staff_1", "k3", "r");
  await keys.release("staff_1", "k3");
  expect(await keys.begin("staff_1", "k3", "other")).toEqual({ state: "fresh" });
  await keys.finish("staff_1", "k3", 200, 1);
  await keys.release("staff_1", "k3");
  expect((await keys.begin("staff_1", "k3", "other")).state).toBe("replay");
});

test("a key whose process died is fresh again after a minute, for one of those who ask", async () => {
  await keys.begin("staff_1", "k4", "r");
  later(59_000);
  expect((await keys.begin("staff_1", "k4", "r")).state).toBe("running");
  later(1_000);
  const states = await Promise.all(Array.from({ length: 4 }, () => keys.begin("staff_1", "k4", "r")));
  expect(states.filter(({ state }) => state === "fresh")).toHaveLength(1);
});

test("of many at once, one goes on", async () => {
  const states = await Promise.all(Array.from({ length: 8 }, () => keys.begin("staff_1", "k5", "r")));
  expect(states.map(({ state }) => state).toSorted()).toEqual(["fresh", ...Array.from({ length: 7 }, () => "running")]);
});
