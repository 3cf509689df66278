import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cost, createLedger, endHold, openAccount, transfer, transferId, type GrantRule, type HoldRequest } from "../../src/ledger/index.ts";
import { manualClock } from "../../src/platform/clock.ts";
import { applyWrites } from "../../src/platform/commit.ts";
import type { Database } from "../../src/platform/database.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { createLog } from "../../src/platform/log.ts";
import { openTestDatabase } from "../support/database.ts";

// Money is where a small mistake is a large one: every promise of the ledger is tried here in code and in SQL.

const EURO = 1_000_000n;
const BUDGET = "customer/c1/budget";
let db: Database;
let desk: Awaited<ReturnType<typeof openLedger>>;

beforeEach(async () => {
  db = await openTestDatabase();
  desk = await openLedger();
});
afterEach(async () => {
  const check = await desk.ledger.check();
  await db.close();
  expect(check.differences).toEqual([]);
});

async function openLedger() {
  const clock = manualClock(new Date("2026-01-10T12:00:00Z"));
  let terms = { amount: 100n * EURO, carryOver: 1 };
  const rule: GrantRule = { key: "k1", customer: "c1", currency: "EUR", since: clock.now(), grant: async () => terms };
  const calendar = {
    periodOf: (at: Date) => at.toISOString().slice(0, 7),
    bounds: (period: string) => ({ from: new Date(`${period}-01T00:00:00Z`), to: new Date(`${calendar.next(period)}-01T00:00:00Z`) }),
    next: (period: string) => new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 1)).toISOString().slice(0, 7),
  };
  const ledger = createLedger({
    db,
    clock,
    ids: randomIds(),
    log: createLog("silent"),
    calendar,
    ruleOf: async (account) => (account === BUDGET ? rule : undefined),
  });
  await ledger.openBooks("EUR");
  await applyWrites(db, [openAccount(BUDGET, "EUR", true), openAccount("customer/c1/support-cost", "EUR", false)]);
  let keys = 0;
  const ask = (amount: bigint, more: Partial<HoldRequest> = {}): HoldRequest => ({
    key: `h${++keys}`,
    account: BUDGET,
    amount,
    currency: "EUR",
    kind: "staff",
    customer: "c1",
    conversation: "v1",
    deadline: new Date(clock.now().getTime() + 3_600_000),
    ...more,
  });
  const book = (key: string, amount: bigint, payer = BUDGET) =>
    cost({ key, kind: "model", cause: "backup", customer: "c1", amount, currency: "EUR", payer, vendor: "vendor/model", at: clock.now() });
  return { clock, ledger, ask, book, setTerms: (next: typeof terms) => void (terms = next) };
}

describe("a budget", () => {
  test("is granted by its first touch, in full, and 1,000 who ask at once for room for 7 get exactly 7", async () => {
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => desk.ledger.takeHold(desk.ask(14n * EURO))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(7);
    expect(await desk.ledger.budgetOf(BUDGET)).toMatchObject({ granted: 100n * EURO, held: 98n * EURO, spent: 0n, left: 2n * EURO });
  });

  test("admits a small request behind a large one that did not fit", async () => {
    const [large, small] = await Promise.all([desk.ledger.takeHold(desk.ask(101n * EURO)), desk.ledger.takeHold(desk.ask(100n * EURO))]);
    expect([large.ok, small.ok]).toEqual([false, true]);
  });

  test("takes the same key as the same hold", async () => {
    const request = desk.ask(5n * EURO);
    const [first, again] = [await desk.ledger.takeHold(request), await desk.ledger.takeHold(request)];
    expect(again).toEqual(first);
    expect((await desk.ledger.budgetOf(BUDGET)).held).toBe(5n * EURO);
  });

  test("carries what is unspent over for one period, and no longer: a service that slept computes the same", async () => {
    await desk.ledger.budgetOf(BUDGET);
    await applyWrites(db, desk.book("x1", 30n * EURO));
    desk.clock.moveTo(new Date("2026-02-05T00:00:00Z"));
    expect((await desk.ledger.budgetOf(BUDGET)).left).toBe(170n * EURO);
    // January's 70 left over expire in March, untouched February stays.
    desk.clock.moveTo(new Date("2026-03-05T00:00:00Z"));
    expect((await desk.ledger.budgetOf(BUDGET)).left).toBe(200n * EURO);
    desk.clock.moveTo(new Date("2026-07-05T00:00:00Z"));
    expect((await desk.ledger.budgetOf(BUDGET)).left).toBe(200n * EURO);
    const grants = await db.query("select key from transfers where kind = 'grant' order by key");
    expect(grants).toHaveLength(7);
  });

  test("keeps what is held through the turn of a period", async () => {
    desk.setTerms({ amount: 100n * EURO, carryOver: 0 });
    const hold = await desk.ledger.takeHold(desk.ask(40n * EURO, { deadline: new Date("2026-04-01T00:00:00Z") }));
    desk.clock.moveTo(new Date("2026-02-05T00:00:00Z"));
    expect(await desk.ledger.budgetOf(BUDGET)).toMatchObject({ held: 40n * EURO, left: 100n * EURO });
    if (hold.ok) await applyWrites(db, [endHold(hold.id, "voided", desk.clock.now())]);
  });
});

describe("a hold", () => {
  test("is settled with its cost in one commit, whatever the order in which the rows are moved", async () => {
    const hold = await desk.ledger.takeHold(desk.ask(100n * EURO));
    if (!hold.ok) throw new Error("refused");
    await applyWrites(db, [...desk.book("attempt/1", 80n * EURO), endHold(hold.id, "settled", desk.clock.now(), { transfer: transferId("attempt/1") })]);
    expect(await desk.ledger.budgetOf(BUDGET)).toMatchObject({ held: 0n, spent: 80n * EURO, left: 20n * EURO });
    expect([...(await desk.ledger.costsSince("c1", new Date(0))).values()]).toEqual([80n * EURO]);
    await expect(applyWrites(db, [endHold(hold.id, "voided", desk.clock.now())])).rejects.toMatchObject({ code: "23505" });
  });

  test("for a tool's call that nobody lived to book stands at its price on the company's faults", async () => {
    await desk.ledger.takeHold(desk.ask(2n * EURO, { kind: "tool" }));
    desk.clock.moveTo(new Date(desk.clock.now().getTime() + 3_600_000));
    expect(await desk.ledger.sweep()).toBe(1);
    expect(await desk.ledger.budgetOf(BUDGET)).toMatchObject({ held: 0n, spent: 0n });
    const postings = await desk.ledger.postings({ customer: "c1", limit: 10 });
    expect(postings.filter(({ kind }) => kind === "tool").map(({ account, amount }) => [account, amount])).toEqual([
      ["company/faults", 2n * EURO],
      ["vendor/tool", -2n * EURO],
    ]);
  });

  test("past its deadline is voided for the customer, and a model's step stands at its ceiling on the company's faults", async () => {
    await desk.ledger.takeHold(desk.ask(3n * EURO, { kind: "model", facts: { model: "m" } }));
    await desk.ledger.takeHold(desk.ask(25n * EURO));
    desk.clock.moveTo(new Date("2026-01-10T14:00:00Z"));
    expect(await desk.ledger.sweep()).toBe(2);
    expect(await desk.ledger.budgetOf(BUDGET)).toMatchObject({ held: 0n, spent: 0n, left: 100n * EURO });
    expect(await db.query("select balance from accounts where id = 'company/faults'")).toEqual([{ balance: 3n * EURO }]);
    expect(await desk.ledger.sweep()).toBe(0);
  });
});

describe("the books in SQL", () => {
  const raw = (sql: string) => db.query(sql);

  test("refuse every change of a row, an overdraft, a transfer that does not balance, and a balance set by hand", async () => {
    await desk.ledger.budgetOf(BUDGET);
    await applyWrites(db, desk.book("x1", 1n * EURO));
    await expect(raw("update postings set amount = amount + 1")).rejects.toMatchObject({ code: "P0L01" });
    await expect(raw("delete from postings")).rejects.toMatchObject({ code: "P0L01" });
    await expect(raw("truncate transfers cascade")).rejects.toMatchObject({ code: "P0L01" });
    await expect(raw("update holds set amount = 0")).rejects.toMatchObject({ code: "P0L01" });
    await expect(raw(`update accounts set balance = 0 where id = '${BUDGET}'`)).rejects.toMatchObject({ code: "P0L04" });
    await expect(raw("insert into accounts (id, currency, balance) values ('x', 'EUR', 5)")).rejects.toMatchObject({ code: "P0L04" });
    await expect(applyWrites(db, desk.book("x2", 200n * EURO))).rejects.toMatchObject({ code: "P0L05" });
    await expect(raw("insert into postings (transfer, account, amount, currency, seal) values ('tr:x1', 'vendor/model', 5, 'EUR', '')")).rejects.toMatchObject({
      code: "P0L02",
    });
  });

  test("corrupted by a superuser with triggers off: the check names the balance and the posting", async () => {
    await desk.ledger.budgetOf(BUDGET);
    await applyWrites(db, desk.book("x1", 1n * EURO));
    const [posting] = await db.query<{ id: bigint }>("select id from postings where account = 'vendor/model'");
    const corrupt = (sign: string) => [
      "set session_replication_role = replica",
      `update accounts set balance = balance ${sign} 7 where id = 'company/grants'`,
      `update postings set amount = amount ${sign} 1 where id = ${posting?.id}`,
      "set session_replication_role = origin",
    ];
    for (const sql of corrupt("+")) await raw(sql);
    const { balanced, differences } = await desk.ledger.check();
    expect(balanced).toBe(false);
    expect(differences).toContainEqual(expect.objectContaining({ kind: "balance", account: "company/grants" }));
    expect(differences).toContainEqual(expect.objectContaining({ kind: "posting", posting: String(posting?.id), account: "vendor/model" }));
    for (const sql of corrupt("-")) await raw(sql);
  });
});

test("a transfer is booked once under its key, and is corrected only by its reverse", async () => {
  const one = {
    key: "t1",
    kind: "correction",
    cause: "other",
    at: desk.clock.now(),
    currency: "EUR",
    lines: [
      { account: "company/goodwill", amount: 5n },
      { account: "staff/time", amount: -5n },
    ],
  };
  await applyWrites(db, transfer(one));
  await expect(applyWrites(db, transfer(one))).rejects.toMatchObject({ code: "23505" });
  expect(() => transfer({ ...one, key: "t2", lines: [{ account: "a", amount: 1n }] })).toThrow("do not sum to zero");
  await applyWrites(db, transfer({ ...one, key: "t3", reverses: transferId("t1"), lines: one.lines.map((line) => ({ ...line, amount: -line.amount })) }));
  expect(await db.query("select balance from accounts where id = 'staff/time'")).toEqual([{ balance: 0n }]);
});

test("what a customer costs counts whoever paid, from a moment on, by cause; a reversal takes it off again", async () => {
  await desk.ledger.budgetOf(BUDGET);
  await applyWrites(db, desk.book("old", 1n * EURO));
  desk.clock.moveTo(new Date("2026-01-11T00:00:00Z"));
  const from = desk.clock.now();
  const people = { kind: "staff", cause: "outage", customer: "c1", currency: "EUR", vendor: "staff/time" as const, at: from };
  await applyWrites(db, [
    ...desk.book("budget", 2n * EURO),
    ...desk.book("goodwill", 3n * EURO, "company/goodwill"),
    ...cost({ ...people, key: "safety", amount: 25n * EURO, payer: "company/safety" }),
    ...cost({ ...people, key: "wrong", amount: 50n * EURO, payer: "company/safety" }),
    ...cost({ ...people, key: "another's", customer: "c2", amount: 7n * EURO, payer: "company/safety" }),
  ]);
  const reverse = cost({ ...people, key: "wrong/reversed", amount: -50n * EURO, payer: "company/safety" });
  await applyWrites(db, reverse);
  expect(await desk.ledger.costsSince("c1", from)).toEqual(
    new Map([
      ["backup", 5n * EURO],
      ["outage", 25n * EURO],
    ]),
  );
});
