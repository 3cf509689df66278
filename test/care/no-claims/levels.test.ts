import { writeFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { BEN, openDesk, type Desk } from "../../escalations/desk.ts";
import { bookings, bookWith, crashes, granted, helped, houseWith, inYears, START } from "./years.ts";

// What a year without an incident is worth, what one costs, and that each change of it stands in the books with its reason.

let desk: Desk;
afterEach(async () => {
  expect((await desk.noClaims.check()).differences).toEqual([]);
  await desk.close();
});
const level = async (customer: string) => (await desk.db.query<{ level: string }>("select level from no_claims where customer = $1", [customer]))[0]?.level;
const changes = async (customer: string) => (await desk.noClaims.changes(customer, 50)).toReversed();

test("a level for each claim-free year, booked at each renewal, and told to the people in plain words", async () => {
  desk = await openDesk();
  const oakfold = await desk.customer("standard", { start: START });
  const chat = await oakfold.opens();
  await desk.advance(inYears(1, -1));
  expect(await level(oakfold.id)).toBe("0");
  expect(await granted(desk, oakfold.id)).toBe(0);

  await desk.advance(inYears(1));
  expect(await level(oakfold.id)).toBe("1");
  // 5 % of twelve fees of 290.00
  expect(await granted(desk, oakfold.id)).toBe(174_00);
  expect((await chat.last())?.text).toBe(
    "Good news: from Tuesday, 23 November 2027 on, your no-claims discount is 5% of the fee; before, it was 0%. Nothing that counts has happened meanwhile.",
  );
  await desk.advance(inYears(7));
  expect(await level(oakfold.id)).toBe("5");
  expect(await granted(desk, oakfold.id)).toBe((174 + 348 + 522 + 696 + 870 * 3) * 100);
  expect((await changes(oakfold.id)).map(({ cause, from_level, to_level }) => `${cause} ${from_level}>${to_level}`)).toEqual([
    ..."01234".split("").map((from) => `clean ${from}>${Number(from) + 1}`),
    "clean 5>5",
    "clean 5>5",
  ]);
});

test("an escalation that was charged to the customer is a claim by itself: two steps back at the renewal, with a way to object", async () => {
  desk = await openDesk();
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  await helped(desk, oakfold);
  expect(await level(oakfold.id)).toBe("3");
  await desk.advance(inYears(4));
  expect(await level(oakfold.id)).toBe("1");
  const fall = (await changes(oakfold.id)).at(-1);
  expect(fall).toMatchObject({ cause: "incident", from_level: "3", to_level: "1", from_discount: 1500, to_discount: 500 });
  const [incident] = await desk.noClaims.incidents({ customer: oakfold.id, limit: 5 });
  expect(incident).toMatchObject({ kind: "escalation", fault: "customer", cost: 25_000_000n });
  expect(fall?.incidents).toEqual([incident?.id]);
  // The year is booked at the level that was, and the loss beside it: the discount lost is a posting, with its evidence.
  const booked = await desk.db.query<{ cause: string; facts: Record<string, unknown>; amount: bigint }>(
    "select t.cause, t.facts, p.amount from transfers t join postings p on p.transfer = t.id where t.id = any($1) and p.account like 'customer/%' order by t.key",
    [fall?.transfers],
  );
  expect(booked).toMatchObject([
    { cause: "no-claims incident", amount: -348_000_000n, facts: { scheme: "fair", from: "3", to: "1", incidents: [incident?.id] } },
    { cause: "no-claims period", amount: 522_000_000n },
  ]);
  const letters = await desk.db.query<{ text: string }>("select text from messages where author = 'notice' and text like 'From Saturday, 23 November 2030%'");
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain(
    "your no-claims discount is 5% of the fee; before, it was 15%. What counted: the help of a colleague on Monday, 3 December 2029.",
  );
  expect(letters[0]?.text).toContain("“I object to my discount”");
  const [decision] = await desk.db.query<{ policy: string; verdict: string; facts: object; rulebook: string; reasons: [] }>(
    "select policy, verdict, reasons, facts, rulebook from decisions where id = $1",
    [fall?.decision],
  );
  expect(decision).toMatchObject({ policy: "no-claims", verdict: "falls", facts: { before: 3, after: 1, cause: "incident" } });
  expect((await desk.rulebook.replayDecision(decision as never))?.same).toBe(true);
});

test("seed takes all of it on the day of an unknown crash; shown to be ours, it is as if it had never been dropped, to the last unit", async () => {
  desk = await houseWith("  scheme: seed\n");
  const oakfold = await desk.customer("standard", { start: START, fee: 291 });
  const twin = await desk.customer("standard", { start: START, fee: 291, name: "Twin" });
  const chat = await oakfold.opens();
  await desk.advance(inYears(5, 100));
  const before = await granted(desk, oakfold.id);
  const crash = await crashes(desk, oakfold.id);
  expect(await level(oakfold.id)).toBe("0");
  const lost = before - (await granted(desk, oakfold.id));
  // About 265 of 365 days of a quarter of 12 × 291.00
  expect(lost).toBeGreaterThan(630_00);
  expect(lost).toBeLessThan(640_00);
  await desk.advance(inYears(6, 200));
  expect(await level(oakfold.id)).toBe("0");

  await desk.noClaims.rule(crash.id, "ours", BEN);
  expect(await level(oakfold.id)).toBe("5");
  expect(await granted(desk, oakfold.id)).toBe(await granted(desk, twin.id));
  expect((await changes(oakfold.id)).at(-1)).toMatchObject({ cause: "restored", from_level: "0", to_level: "5", incidents: [crash.id] });
  await desk.advance(new Date(desk.clock.now().getTime() + 1));
  expect((await chat.last())?.text).toBe(
    "Your no-claims discount is 25% of the fee again. What had counted was looked at once more and does not count; what you lost by it is credited to you in full.",
  );
  await desk.advance(inYears(9));
  expect(await granted(desk, oakfold.id)).toBe(await granted(desk, twin.id));
});

test("a crash that is recorded with whose doing it was never was unknown: with seed, ours takes nothing, the customer's takes all", async () => {
  desk = await houseWith("  scheme: seed\n");
  const oakfold = await desk.customer("standard", { start: START });
  const chat = await oakfold.opens();
  await desk.advance(inYears(5, 100));
  const [before, said] = [await granted(desk, oakfold.id), (await chat.said()).length];
  for (const fault of ["ours", "third_party"] as const) expect(await crashes(desk, oakfold.id, { fault })).toMatchObject({ fault });
  await desk.advance(inYears(5, 101));
  expect([await level(oakfold.id), await granted(desk, oakfold.id), (await chat.said()).length]).toEqual(["5", before, said]);
  expect(await desk.noClaims.incidents({ waiting: true, limit: 5 })).toEqual([]);
  const theirs = await crashes(desk, oakfold.id, { fault: "customer" });
  expect((await changes(oakfold.id)).at(-1)).toMatchObject({ cause: "incident", to_level: "0", incidents: [theirs.id] });
});

test("fair waits: what nobody could explain by its deadline counts from then on, what was ours never", async () => {
  desk = await openDesk();
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  const crash = await crashes(desk, oakfold.id);
  const ours = await crashes(desk, oakfold.id);
  const waiting = await desk.noClaims.incidents({ waiting: true, limit: 5 });
  expect(new Map(waiting.map(({ id, fault }) => [id, fault]))).toEqual(
    new Map([
      [crash.id, "unknown"],
      [ours.id, "unknown"],
    ]),
  );
  await desk.noClaims.rule(ours.id, "ours", BEN);
  await desk.advance(inYears(3, 30));
  expect((await desk.noClaims.incidents({ customer: oakfold.id, limit: 5 })).map(({ fault }) => fault).toSorted()).toEqual(["ours", "still_unknown"]);
  await desk.advance(inYears(4));
  expect((await changes(oakfold.id)).at(-1)).toMatchObject({ cause: "incident", from_level: "3", to_level: "1", incidents: [crash.id] });
});

test("a security report never counts, whoever rules what; and what safety or the company paid for is no claim", async () => {
  desk = await houseWith("  scheme: seed\n");
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3));
  const report = await crashes(desk, oakfold.id, { security: true });
  await desk.noClaims.rule(report.id, "customer", BEN);
  const chat = await oakfold.opens();
  await chat.says("There is a hole in your login", { by: null, safety: [{ class: "security", rule: "security.vulnerability.en" }] });
  const id = (await chat.escalation())?.id ?? "";
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 60, outcome: "Mended" }, BEN);
  await desk.advance(inYears(4));
  expect(await level(oakfold.id)).toBe("4");
  expect(await desk.noClaims.incidents({ customer: oakfold.id, limit: 5 })).toHaveLength(1);
});

test("another scheme of the owner's holds from the next renewal on, not before", async () => {
  const seed = await houseWith("  scheme: seed\n");
  desk = seed;
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(2, 10));
  writeFileSync(seed.file, bookWith("  scheme: uk-5\n"));
  await desk.rulebook.reload();
  await crashes(desk, oakfold.id);
  expect(await level(oakfold.id)).toBe("0"); // still seed: at once
  await desk.advance(inYears(3));
  expect(await desk.noClaims.standOf(oakfold.id)).toMatchObject({ scheme: "uk-5" });
  writeFileSync(seed.file, bookWith("  scheme: off\n"));
  await desk.rulebook.reload();
  await desk.advance(inYears(4));
  expect(await desk.noClaims.standOf(oakfold.id)).toBeUndefined();
});

test("a contract that ends gets what it was in force for; whoever comes back begins where they were", async () => {
  desk = await openDesk();
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(2, 0));
  expect(await granted(desk, oakfold.id)).toBe((174 + 348) * 100);
  await desk.advance(inYears(2, 100));
  await desk.customers.update(oakfold.id, { contract: null });
  await desk.advance(inYears(2, 101));
  const kept = await granted(desk, oakfold.id);
  expect(kept).toBeGreaterThan((174 + 90) * 100);
  expect(kept).toBeLessThan((174 + 100) * 100);
  await desk.customers.update(oakfold.id, { contract: { fee: 290_000_000n, start: "2029-06-01" } });
  await desk.advance(inYears(2, 200));
  expect(await level(oakfold.id)).toBe("2");
});

test("somebody who is a customer for years already takes part at the level that they have earned; nothing is booked for the years before", async () => {
  desk = await openDesk();
  const oakfold = await desk.customer("standard", { start: "2023-06-01" });
  await desk.advance(inYears(0, 1));
  expect(await level(oakfold.id)).toBe("3");
  expect(await bookings(desk, oakfold.id)).toEqual([]);
  await desk.advance(inYears(1));
  expect(await granted(desk, oakfold.id)).toBe(696_00);
});
