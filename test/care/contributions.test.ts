import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cost, customerBudget } from "../../src/ledger/index.ts";
import { applyWrites } from "../../src/platform/commit.ts";
import { BEN, openDesk, type Desk } from "../escalations/desk.ts";

// No contribution is booked twice, and undoing one is exact: whatever was spent, held or granted meanwhile, and over the ends of months.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const KINDS = ["report", "patch", "answer"] as const;
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("accept" as const), kind: fc.constantFrom(...KINDS) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("withdraw" as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("spend" as const), percent: fc.integer({ min: 0, max: 100 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.constantFrom(1, 20, 31, 62) }) },
);

let made = 0;
const link = () => `https://code.example/${++made}`;
const balances = () => desk.db.query("select id, balance, held from accounts order by id");
const soon = (days: number) => desk.advance(new Date(desk.clock.now().getTime() + days * 86_400_000));
const sumOf = async (customer: string, account: string) =>
  (
    await desk.db.query<{ sum: bigint }>(
      "select coalesce(sum(p.amount), 0)::bigint as sum from postings p join transfers t on t.id = p.transfer where t.customer = $1 and p.account = $2",
      [customer, account],
    )
  )[0]?.sum;

async function spend(customer: string, percent: number): Promise<void> {
  const { left } = await desk.ledger.budgetOf(customerBudget(customer));
  const amount = (left * BigInt(percent)) / 100n;
  if (amount <= 0n) return;
  const base = { kind: "model", cause: "test", customer, currency: "EUR", vendor: "vendor/model" as const, at: desk.clock.now() };
  await applyWrites(desk.db, cost({ ...base, key: link(), amount, payer: customerBudget(customer) }));
}

/** Takes one back and says what must hold: no more than it was, all of it while nothing was spent since the month began, nobody else's money. */
async function withdraw(customer: string, one: { id: string; amount: bigint }): Promise<bigint> {
  const account = customerBudget(customer);
  await desk.ledger.openPeriod(account);
  const before = await desk.ledger.budgetOf(account);
  const { taken } = await desk.contributions.withdraw(one.id, BEN);
  const after = await desk.ledger.budgetOf(account);
  expect(after.left).toBe(before.left - (taken ?? -1n));
  expect(after.spent).toBe(before.spent);
  expect(after.left >= 0n && (taken ?? -1n) >= 0n && (taken ?? 0n) <= one.amount).toBe(true);
  return taken ?? 0n;
}

test("no contribution is booked twice, and each undoing gives back what is there of it and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("standard", "community"), fc.array(step, { minLength: 3, maxLength: 14 }), async (plan, steps) => {
      const { id: customer } = await desk.customer(plan);
      const standing: { id: string; amount: bigint }[] = [];
      let [given, taken, earning] = [0n, 0n, 0];
      for (const one of steps) {
        if (one.do === "wait") await soon(one.days);
        if (one.do === "spend") await spend(customer, one.percent);
        if (one.do === "withdraw" && standing.length > 0)
          taken += await withdraw(customer, standing.splice(one.which % standing.length, 1)[0] ?? { id: "", amount: 0n });
        if (one.do !== "accept") continue;
        const address = link();
        const accepted = await desk.contributions.accept({ customer, kind: one.kind, link: address }, BEN);
        await expect(desk.contributions.accept({ customer, kind: one.kind, link: address }, BEN)).rejects.toMatchObject({ code: "conflict" });
        standing.push(accepted);
        given += accepted.amount;
        earning += accepted.amount > 0n ? 1 : 0;
      }
      expect(await sumOf(customer, "company/contributions")).toBe(taken - given);
      expect(standing.reduce((sum, { amount }) => sum + amount, 0n) <= given).toBe(true);
      const booked = await desk.db.query("select 1 from transfers where customer = $1 and key like 'contribution/%' and reverses is null", [customer]);
      expect(booked).toHaveLength(earning);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("accepted by mistake and withdrawn at once: every account is what it was, whatever had been spent, held and earned before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("standard", "community"), fc.array(step, { maxLength: 8 }), fc.constantFrom(...KINDS), async (plan, steps, kind) => {
      const { id: customer } = await desk.customer(plan);
      for (const one of steps) {
        if (one.do === "wait") await soon(one.days);
        if (one.do === "spend") await spend(customer, one.percent);
        if (one.do === "accept") await desk.contributions.accept({ customer, kind: one.kind, link: link() }, BEN);
      }
      await desk.ledger.openPeriod(customerBudget(customer));
      const before = await balances();
      const mistake = await desk.contributions.accept({ customer, kind, link: link() }, BEN);
      expect((await desk.contributions.withdraw(mistake.id, BEN)).taken).toBe(mistake.amount);
      expect(await balances()).toEqual(before);
    }),
    { numRuns: 20 },
  );
}, 120_000);

test("what carries over with its month expires with it: taken back later, it takes nothing from the months since", async () => {
  const { id: customer } = await desk.customer("standard");
  const budget = () => desk.ledger.budgetOf(customerBudget(customer));
  const { left: monthly } = await budget();
  const { id } = await desk.contributions.accept({ customer, kind: "patch", link: link() }, BEN);
  await soon(31);
  expect((await budget()).left).toBe(2n * monthly + 25_000_000n);
  await soon(31);
  expect((await budget()).left).toBe(2n * monthly);
  expect((await desk.contributions.withdraw(id, BEN)).taken).toBe(0n);
  expect((await budget()).left).toBe(2n * monthly);
});

test("two who accept at the same moment pass the limit of a customer once", async () => {
  const { id: customer } = await desk.customer("community");
  const all = await Promise.all(Array.from({ length: 7 }, () => desk.contributions.accept({ customer, kind: "patch", link: link() }, BEN)));
  expect(all.map(({ verdict }) => verdict).toSorted()).toEqual(["grant", "grant", "grant", "grant", "nothing", "nothing", "nothing"]);
  expect(await sumOf(customer, "company/contributions")).toBe(-100_000_000n);
});
