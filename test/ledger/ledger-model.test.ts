import { expect, test } from "vitest";
import { createLedger, openAccount, type GrantRule } from "../../src/ledger/index.ts";
import { manualClock, type ManualClock } from "../../src/platform/clock.ts";
import { applyWrites } from "../../src/platform/commit.ts";
import type { Database } from "../../src/platform/database.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { createLog } from "../../src/platform/log.ts";
import { openTestDatabase } from "../support/database.ts";
import { simulateLedger } from "./model/runner.ts";
import { calendar } from "./model/world.ts";

// What nobody would think of: random commands against the ledger and a reference model of a hundred lines. Below it stand, by
// name, the faults that it has found.

const COMMANDS = 40_000; // about 200 runs of 200

test("whatever happens in whatever order, the ledger and its reference model agree", async () => {
  const seed = Math.floor(Math.random() * 1e9);
  const report = await simulateLedger({ commands: COMMANDS, seed, open: openTestDatabase });
  expect(report.failure).toBeUndefined();
  expect(report.commands).toBeGreaterThanOrEqual(COMMANDS);
}, 600_000);

const ACCOUNT = "customer/c1/budget";
const terms = (period: string) => ({ amount: period === "2026-02" ? 0n : 100n, carryOver: 1 });

function ledgerOn(db: Database, clock: ManualClock, grant = async (from: Date) => terms(calendar.periodOf(from))) {
  const rule: GrantRule = { key: "k1", customer: "c1", currency: "EUR", since: new Date("2026-01-10T12:00:00Z"), grant };
  return createLedger({ db, clock, ids: randomIds(), log: createLog("silent"), calendar, ruleOf: async () => rule });
}

async function opened() {
  const db = await openTestDatabase();
  const clock = manualClock(new Date("2026-01-10T12:00:00Z"));
  const ledger = ledgerOn(db, clock);
  await ledger.openBooks("EUR");
  await applyWrites(db, [openAccount(ACCOUNT, "EUR", true)]);
  const ask = (key: string, amount: bigint, days = 1) => ({
    key,
    account: ACCOUNT,
    amount,
    currency: "EUR",
    kind: "staff" as const,
    customer: "c1",
    conversation: "v1",
    deadline: new Date(clock.now().getTime() + days * 86_400_000),
  });
  return { db, clock, ledger, ask };
}

test("a key that stands for one hold is refused for another, also when both come at once", async () => {
  const { db, ledger, ask } = await opened();
  await ledger.takeHold(ask("h1", 5n));
  await expect(ledger.takeHold(ask("h1", 6n))).rejects.toMatchObject({ code: "ledger_key_reused" });
  const [one, other] = await Promise.allSettled([ledger.takeHold(ask("h2", 90n)), ledger.takeHold(ask("h2", 20n))]);
  expect([one?.status, other?.status]).toEqual(["fulfilled", "rejected"]);
  await db.close();
});

test("nothing is set aside in another currency than the account has", async () => {
  const { db, ledger, ask } = await opened();
  await expect(ledger.takeHold({ ...ask("h1", 5n), currency: "USD" })).rejects.toMatchObject({ code: "P0L03" });
  await db.close();
});

test("a month without a grant counts as a month: what is carried over for one expires after it", async () => {
  const { db, clock, ledger } = await opened();
  await ledger.budgetOf(ACCOUNT);
  for (const [day, left] of [
    ["2026-02-05", 100n],
    ["2026-03-05", 100n], // January's 100 are gone, March's are there
    ["2026-04-05", 200n],
  ] as const) {
    clock.moveTo(new Date(`${day}T00:00:00Z`));
    expect((await ledger.budgetOf(ACCOUNT)).left).toBe(left);
  }
  await db.close();
});

test("after a standstill, a hold that died long ago keeps no money from expiring", async () => {
  const { db, clock, ledger, ask } = await opened();
  await ledger.takeHold(ask("h1", 100n));
  clock.moveTo(new Date("2026-03-05T00:00:00Z"));
  expect(await ledger.budgetOf(ACCOUNT)).toMatchObject({ held: 0n, left: 100n });
  await db.close();
});

test("a process whose clock is behind at the turn of a month takes from the month that is open", async () => {
  const { db, clock, ledger, ask } = await opened();
  const behind = ledgerOn(db, manualClock(new Date("2026-02-28T23:59:59Z")));
  clock.moveTo(new Date("2026-03-01T00:00:00Z"));
  await ledger.budgetOf(ACCOUNT);
  expect(await behind.takeHold(ask("h1", 100n))).toMatchObject({ ok: true });
  await db.close();
});

test("two who open the books at the turn of a month, one for the old and one for the new, grant each month once", async () => {
  const { db, clock } = await opened();
  const waiting: (() => void)[] = [];
  const slow = ledgerOn(db, clock, async (from) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return terms(calendar.periodOf(from));
  });
  const inJanuary = slow.budgetOf(ACCOUNT);
  while (waiting.length === 0) await db.query("select 1");
  clock.moveTo(new Date("2026-03-01T00:00:00Z"));
  const inMarch = ledgerOn(db, clock, async (from) => {
    // The other one is first, after we have seen that nothing was granted yet.
    waiting.shift()?.();
    await inJanuary;
    return terms(calendar.periodOf(from));
  }).budgetOf(ACCOUNT);
  expect((await inMarch).left).toBe(100n);
  await db.close();
});
