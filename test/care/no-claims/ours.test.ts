import { afterEach, beforeEach, expect, test } from "vitest";
import { BEN, openDesk, type Desk } from "../../escalations/desk.ts";
import { crashes, granted, helped, inYears, START } from "./years.ts";

// What we caused and what is about a hole in security never counts against a level, also where it was asked for and charged like any other help:
// the same words of ours as in the alerts.

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
