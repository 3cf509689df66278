import { afterAll, beforeAll, expect, test } from "vitest";
import { applyWrites } from "../../src/platform/commit.ts";
import type { Database } from "../../src/platform/database.ts";
import { schedule, scheduleOnce } from "../../src/platform/timers.ts";
import { openTestDatabase } from "../support/database.ts";

// Timers are rows, and many turns of one commit may set the same one.

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const NINE = new Date("2026-03-02T09:00:00Z");
const TEN = new Date("2026-03-02T10:00:00Z");
const waiting = (ref: string) => db.query<{ due_at: Date }>("select due_at from timers where ref = $1 and done_at is null", [ref]);

test("one that two turns of a commit set is set once, for the earlier moment", async () => {
  await applyWrites(db, [schedule("memory.reflect", "cus_1", TEN), schedule("memory.reflect", "cus_1", NINE)]);
  expect(await waiting("cus_1")).toEqual([{ due_at: NINE }]);
});

test("one that is set once waits as it is; done, it may be set anew on the same day", async () => {
  await applyWrites(db, [scheduleOnce("looks.morning", "2026-03-02", NINE)]);
  await applyWrites(db, [scheduleOnce("looks.morning", "2026-03-02", TEN)]);
  expect(await waiting("2026-03-02")).toEqual([{ due_at: NINE }]);
  await db.query("update timers set done_at = $1 where ref = '2026-03-02'", [NINE]);
  await applyWrites(db, [scheduleOnce("looks.morning", "2026-03-02", TEN)]);
  expect(await waiting("2026-03-02")).toEqual([{ due_at: TEN }]);
});
