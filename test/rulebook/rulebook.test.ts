import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { manualClock } from "../../src/platform/clock.ts";
import type { ManualClock } from "../../src/platform/clock.ts";
import { applyWrites } from "../../src/platform/commit.ts";
import { openEmbedded } from "../../src/platform/database.ts";
import type { Database } from "../../src/platform/database.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { admit, alert, chooseModel, escalate } from "../../src/policies/index.ts";
import { RulebookError, createRulebook } from "../../src/rulebook/index.ts";
import type { PlanInUse } from "../../src/rulebook/plans-in-use.ts";

let db: Database;
let clock: ManualClock;
let folder: string;
let file: string;

beforeAll(async () => {
  db = await openEmbedded("memory");
  await migrate(db, "migrations");
}, 60_000);

beforeEach(async () => {
  await db.query("truncate rulebook_activations, rulebooks, decisions");
  folder = await mkdtemp(join(tmpdir(), "rulebook-"));
  file = join(folder, "policies.yaml");
  await copyFile("policies.yaml", file);
  clock = manualClock(new Date("2026-11-01T10:00:00Z"));
});

afterEach(() => rm(folder, { recursive: true }));
afterAll(() => db.close());

const open = (plansInUse?: () => Promise<PlanInUse[]>) => createRulebook({ db, clock, ids: randomIds(), file, ...(plansInUse ? { plansInUse } : {}) });

async function edit(from: string, to: string): Promise<void> {
  const text = await readFile(file, "utf8");
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

test("the book in force is read, stored once, and found again by time", async () => {
  const rulebook = await open();
  const first = rulebook.current().version;
  clock.moveTo(new Date("2026-11-10T10:00:00Z"));
  await open();
  expect(await db.query("select version from rulebooks")).toEqual([{ version: first }]);

  await edit("limit: 3", "limit: 5");
  const changed = await rulebook.reload();
  expect(changed.state).toBe("changed");
  expect(rulebook.current()).toMatchObject({ version: changed.version, book: { alerts: [{ limit: 5 }, { id: "many-calls" }] } });
  expect(await rulebook.reload()).toEqual({ state: "same", version: changed.version });

  expect((await rulebook.at(new Date("2026-11-10T09:59:59Z"))).version).toBe(first);
  expect((await rulebook.at(new Date("2026-11-10T10:00:00Z"))).version).toBe(changed.version);
  expect((await rulebook.at(new Date("2020-01-01T00:00:00Z"))).version).toBe(first);
});

test("an owner who goes back to an old book has the old book in force again", async () => {
  const rulebook = await open();
  const first = rulebook.current().version;
  const days = ["2026-11-02", "2026-11-03"].map((day) => new Date(`${day}T10:00:00Z`));
  clock.moveTo(days[0] as Date);
  await edit("limit: 3", "limit: 5");
  const second = (await rulebook.reload()).version;
  clock.moveTo(days[1] as Date);
  await edit("limit: 5", "limit: 3");
  expect((await rulebook.reload()).version).toBe(first);

  const later = await open();
  const versions = await Promise.all(
    ["2026-11-01T12:00:00Z", "2026-11-02T12:00:00Z", "2026-11-03T12:00:00Z"].map(async (time) => (await later.at(new Date(time))).version),
  );
  expect(versions).toEqual([first, second, first]);
});

test("a broken book changes nothing and says what to mend", async () => {
  const rulebook = await open();
  const before = rulebook.current();
  await edit("fee: 290 EUR", "fee: a lot");
  const answer = await rulebook.reload();
  expect(answer).toMatchObject({ state: "broken", version: before.version });
  expect(answer.state === "broken" && answer.error.message).toMatch(/^policies\.yaml:\d+:10 {2}plans\.standard\.fee: expected an amount/);
  expect(rulebook.current()).toBe(before);
  expect(await db.query("select count(*)::int as n from rulebooks")).toEqual([{ n: 1 }]);
});

test("nothing starts without a book or with a broken one", async () => {
  await writeFile(file, "hello");
  await expect(open()).rejects.toThrow(RulebookError);
  await rm(file);
  await expect(open()).rejects.toThrow("cannot be read (ENOENT). Set POLICIES_FILE");
});

test("a book without a plan that customers have does not come into force, now or at a restart, until nobody has it", async () => {
  let inUse: PlanInUse[] = [
    { plan: "premium", customers: 1, names: ["Acme"] },
    { plan: "standard", customers: 5, names: ["Birch", "Cedar", "Dogwood"] },
  ];
  const rulebook = await open(async () => inUse);
  const before = rulebook.current();
  await edit("  standard:", "  basic:");
  const answer = await rulebook.reload();
  expect(answer).toMatchObject({ state: "broken", version: before.version });
  expect(answer.state === "broken" && answer.error.message).toMatch(
    /^policies\.yaml:\d+:1 {2}plans: the plan "standard" is not here, but 5 customers have it: Birch, Cedar, Dogwood and 2 more\. Put the plan back; .+ another one\.$/,
  );
  expect(rulebook.current()).toBe(before);

  const restarted = await open(async () => inUse);
  expect(restarted.current().version).toBe(before.version);
  expect(await restarted.reload()).toMatchObject({ state: "broken" });

  // They have another plan now: the same file is taken, without being touched again.
  inUse = inUse.slice(0, 1);
  expect(await rulebook.reload()).toMatchObject({ state: "changed" });
  expect(Object.keys(rulebook.current().book.plans)).toContain("basic");
});

test("a new database has no customers, so that any sound book will do", async () => {
  await edit("  standard:", "  basic:");
  expect(Object.keys((await open(async () => [])).current().book.plans)).toContain("basic");
});

test("decisions are kept with their facts, read back in order, and replay under the book of their time", async () => {
  const rulebook = await open();
  const at = clock.now();
  const deferred = rulebook.decide(escalate, {
    safety: [],
    requested: "contact",
    planHasHuman: true,
    left: 2n ** 60n,
    estimate: 2n ** 60n + 1n,
    alreadyOpen: null,
    requestsToday: 1,
  });
  const quiet = rulebook.decide(alert, {
    rule: "many-episodes",
    now: at.getTime(),
    episodes: ["a", "b", "c"].map((id) => ({ id: `epi_${id}`, at: at.getTime(), ours: false, security: false })),
  });
  const model = rulebook.decide(chooseModel, { left: 0n, held: 0n, reserve: 0n, main: null, cheap: null, failed: [] });
  const taken = rulebook.decide(admit, { channel: "web", recent: 0, addressRecent: 0, anonymous: true, bytes: 10 });
  expect([deferred, quiet, model, taken].map((one) => one.verdict)).toEqual(["deferred", "quiet", "built-in", "admitted"]);
  await applyWrites(
    db,
    [deferred, quiet, model, taken].map((one) => rulebook.decisionWrite(one, { customer: "cus_1", conversation: "cnv_1", turn: "trn_1", at })),
  );

  await edit("limit: 3", "limit: 2");
  await rulebook.reload();
  const rows = await rulebook.decisionsOf("cnv_1");
  expect(rows.map((row) => row.id).toSorted()).toEqual([deferred, quiet, model, taken].map((one) => one.id).toSorted());
  expect(rows.find((row) => row.id === deferred.id)).toEqual({ ...deferred, turn: "trn_1", at });
  for (const row of rows) expect((await rulebook.replayDecision(row))?.same).toBe(true);
  expect(await rulebook.decisionsOf("cnv_2")).toEqual([]);
  expect(await rulebook.replayDecision({ ...deferred, policy: "gone" })).toBeUndefined();
  expect(await rulebook.replayDecision({ ...deferred, rulebook: "gone" })).toBeUndefined();
  expect((await rulebook.replayDecision({ ...deferred, verdict: "granted" }))?.same).toBe(false);
});
