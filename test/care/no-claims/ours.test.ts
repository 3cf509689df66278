import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BEN, openDesk, type Desk } from "../../escalations/desk.ts";
import { bookWith, crashes, granted, helped, houseWith, inYears, START } from "./years.ts";

// What we caused and what is about a hole in security never counts against a level, also where it was asked for and charged like any other help:
// the same words of ours as in the alerts.

/** The same scheme in other words: for the books another one. */
const SEED_AGAIN = `  scheme: again\n  schemes:\n    again:\n${readFileSync("rulebooks/no-claims/seed.yaml", "utf8")
  .replace("name: seed", "name: again")
  .replaceAll(/^(?=.)/gm, "      ")}`;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  expect((await desk.noClaims.check()).differences).toEqual([]);
  await desk.close();
});
const level = async (customer: string) => (await desk.db.query<{ level: string }>("select level from no_claims where customer = $1", [customer]))[0]?.level;
const incidents = (customer: string) => desk.noClaims.incidents({ customer, limit: 5 });

test("help with what we had declared broken is no claim: the year is a clean one", async () => {
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  const outage = await desk.alerts.mutes.declareOutage({ cause: null, since: null }, BEN);
  await helped(desk, oakfold);
  await desk.alerts.mutes.endOutage(outage.id, BEN);
  expect(await incidents(oakfold.id)).toMatchObject([{ kind: "escalation", fault: "ours" }]);
  await desk.advance(inYears(4));
  expect(await level(oakfold.id)).toBe("4");
});

test("an outage that is declared after the renewal gives back what its claim had taken, to the last unit", async () => {
  const [oakfold, twin] = [
    await desk.customer("standard", { start: START, fee: 291 }),
    await desk.customer("standard", { start: START, fee: 291, name: "Twin" }),
  ];
  await desk.advance(inYears(3, 10));
  const since = desk.clock.now();
  await helped(desk, oakfold);
  await desk.advance(inYears(4, 30));
  expect(await level(oakfold.id)).toBe("1");
  const outage = await desk.alerts.mutes.declareOutage({ cause: null, since }, BEN);
  await desk.alerts.mutes.endOutage(outage.id, BEN);
  await desk.advance(desk.clock.now());
  expect(await incidents(oakfold.id)).toMatchObject([{ fault: "ours" }]);
  expect(await level(oakfold.id)).toBe("4");
  expect(await granted(desk, oakfold.id)).toBe(await granted(desk, twin.id));
});

test.each(["fair", "seed-again", "uk-5"])(
  "what seed took is given back to the last unit, although the owner has chosen another scheme since (%s)",
  async (other) => {
    await desk.close();
    const house = await houseWith("  scheme: seed\n");
    desk = house;
    const [hit, twin] = [
      await desk.customer("standard", { start: START, fee: 291 }),
      await desk.customer("standard", { start: START, fee: 291, name: "Twin" }),
    ];
    await desk.advance(inYears(5, 10));
    const crash = await crashes(desk, hit.id);
    writeFileSync(house.file, bookWith(other === "seed-again" ? SEED_AGAIN : `  scheme: ${other}\n`));
    await desk.rulebook.reload();
    await desk.advance(inYears(6, 30));
    expect(await granted(desk, hit.id)).toBeLessThan(await granted(desk, twin.id));
    await desk.noClaims.rule(crash.id, "ours", BEN);
    for (const later of [inYears(6, 31), inYears(7, 1)]) {
      await desk.advance(later);
      expect([await level(hit.id), await granted(desk, hit.id)]).toEqual([await level(twin.id), await granted(desk, twin.id)]);
    }
  },
);

test("a ruling that comes after the owner has ended the discounts gives the money back all the same, and it is said", async () => {
  await desk.close();
  const house = await houseWith("  scheme: seed\n");
  desk = house;
  const [hit, twin] = [await desk.customer("standard", { start: START, fee: 291 }), await desk.customer("standard", { start: START, fee: 291, name: "Twin" })];
  await desk.advance(inYears(5, 10));
  const crash = await crashes(desk, hit.id);
  const chat = await hit.opens();
  writeFileSync(house.file, bookWith("  scheme: off\n"));
  await desk.rulebook.reload();
  await desk.advance(inYears(6, 30));
  expect([await level(hit.id), await level(twin.id)]).toEqual([undefined, undefined]);
  expect(await granted(desk, hit.id)).toBeLessThan(await granted(desk, twin.id));
  await desk.noClaims.rule(crash.id, "ours", BEN);
  expect(await granted(desk, hit.id)).toBe(await granted(desk, twin.id));
  await desk.advance(inYears(6, 31));
  expect((await chat.said()).at(-1)).toContain("What you lost by it is credited to you in full.");
});

test("what is given back of a year under an earlier scheme is booked under that scheme's name", async () => {
  await desk.close();
  const house = await houseWith("  scheme: seed\n");
  desk = house;
  const hit = await desk.customer("standard", { start: START, fee: 291 });
  await desk.advance(inYears(5, 10));
  const crash = await crashes(desk, hit.id);
  writeFileSync(house.file, bookWith("  scheme: uk-5\n"));
  await desk.rulebook.reload();
  await desk.advance(inYears(6, 30));
  await desk.noClaims.rule(crash.id, "ours", BEN);
  const booked = await desk.db.query<{ scheme: string; began: string }>(
    "select facts->>'scheme' as scheme, left(facts->>'period', 4) as began from transfers where customer = $1 and kind = 'no_claims' and at = $2 order by 2",
    [hit.id, desk.clock.now()],
  );
  expect(booked).toEqual([
    { scheme: "seed", began: "2031" },
    { scheme: "uk-5", began: "2032" },
  ]);
});

test("a claim whose matter turns out to be about a hole later is none, also where a person had ruled it the customer's", async () => {
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  const chat = await oakfold.opens();
  await chat.says("Can I speak to a person, please?", { by: "contact" });
  const id = (await chat.escalation())?.id ?? "";
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 20, outcome: "Done" }, BEN);
  await desk.advance(desk.clock.now());
  const [claim] = await incidents(oakfold.id);
  expect(claim).toMatchObject({ fault: "customer", security: false });
  await desk.noClaims.rule(claim?.id ?? "", "customer", BEN);
  // In the same matter, an hour later.
  desk.clock.moveTo(new Date(desk.clock.now().getTime() + 3_600_000));
  await chat.says("And whoever logs in there sees all other customers!", { by: null, safety: [{ class: "security", rule: "security.vulnerability.en" }] });
  const told = desk.clock.now().toISOString();
  const hole = (await chat.escalation())?.id ?? "";
  await desk.escalations.claim(hole, BEN);
  desk.clock.moveTo(new Date(desk.clock.now().getTime() + 3_600_000));
  await desk.escalations.resolve(hole, { minutes: 20, outcome: "Mended" }, BEN);
  await desk.advance(inYears(4, 3));
  expect(await incidents(oakfold.id)).toMatchObject([{ fault: "withdrawn", rulings: [{ by: null }, { by: BEN.id }, { by: null }] }]);
  expect(new Date((await incidents(oakfold.id))[0]?.rulings.at(-1)?.at ?? 0).toISOString()).toBe(told);
  expect(await level(oakfold.id)).toBe("4");
  expect((await chat.said()).join("\n")).not.toContain("What counted");
});

test("what a person has ruled stands, whatever is declared later", async () => {
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  const since = desk.clock.now();
  await helped(desk, oakfold);
  const [claim] = await incidents(oakfold.id);
  await desk.noClaims.rule(claim?.id ?? "", "customer", BEN);
  await desk.alerts.mutes.declareOutage({ cause: null, since }, BEN);
  await desk.advance(desk.clock.now());
  expect(await incidents(oakfold.id)).toMatchObject([{ fault: "customer" }]);
});

test("help in a matter of security is no claim, although it was granted and charged like any other", async () => {
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  const chat = await oakfold.opens();
  await chat.says("Can I speak to a person, please?", { by: "contact" }, "security");
  const id = (await chat.escalation())?.id ?? "";
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 20, outcome: "Done" }, BEN);
  await crashes(desk, oakfold.id, { fault: "ours" });
  await desk.advance(inYears(4));
  expect(await level(oakfold.id)).toBe("4");
});

test("a crash that was told in a conversation about a hole in security never counts, whatever was ticked when it was recorded", async () => {
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  const [hole, other] = [await oakfold.opens(), await oakfold.opens()];
  await hole.says("Your login page can be got around: it crashes, and lets me in.", undefined, "security");
  await other.says("It crashes on every start.");
  await crashes(desk, oakfold.id, { fault: "customer", security: false, conversation: hole.id });
  await desk.advance(inYears(4));
  expect(await level(oakfold.id)).toBe("4");
  await crashes(desk, oakfold.id, { fault: "customer", security: false, conversation: other.id });
  await desk.advance(inYears(5));
  expect(await level(oakfold.id)).not.toBe("5");
});
