import { afterEach, beforeEach, expect, test } from "vitest";
import { applyWrites } from "../../../src/platform/commit.ts";
import { BEN, openDesk, ZOE, type Desk } from "../../escalations/desk.ts";
import { crashes, granted, helped, inYears, START } from "./years.ts";

// Whoever loses a discount may object, and a person decides. Upheld, it is as if nothing had been lost.

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  expect((await desk.noClaims.check()).differences).toEqual([]);
  await desk.close();
});

/** Three clean years, a colleague's help in the fourth, and the renewal that steps back for it. */
async function fallen() {
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(3, 10));
  await helped(desk, oakfold);
  await desk.advance(inYears(4, 10));
  const chat = await oakfold.opens();
  const { writes, dueAt } = await desk.noClaims.objecting({ customer: oakfold.id, contact: oakfold.contact, conversation: chat.id });
  await applyWrites(desk.db, writes);
  return { oakfold, chat, dueAt };
}

test("an objection has a date, and while it is open another changes nothing", async () => {
  const { oakfold, dueAt } = await fallen();
  expect(dueAt > desk.clock.now()).toBe(true);
  const again = await desk.noClaims.objecting({ customer: oakfold.id });
  expect(again).toEqual({ writes: [], dueAt });
  expect(await desk.noClaims.objections({ state: "open", limit: 5 })).toMatchObject([{ customer: oakfold.id, name: "Oakfold Libraries" }]);
});

test("upheld: what it is about counts no more, what was lost is given back, and it is said", async () => {
  const { oakfold, chat } = await fallen();
  const before = await granted(desk, oakfold.id);
  const [objection] = await desk.noClaims.objections({ limit: 1 });
  await desk.noClaims.decide(objection?.id ?? "", "upheld", BEN);
  // Four clean years instead of two steps back: 20 % of twelve fees instead of 5 %.
  expect((await granted(desk, oakfold.id)) - before).toBe(522_00);
  await desk.advance(new Date(desk.clock.now().getTime() + 1000));
  const said = (await chat.said()).join("\n");
  expect(said).toContain("and you are right: what it was about does not count any more.");
  expect(said).toContain("Your no-claims discount is 20% of the fee again.");
  await expect(desk.noClaims.decide(objection?.id ?? "", "dismissed", ZOE)).rejects.toMatchObject({ code: "already_ended" });
});

test("dismissed: the discount stays, and whoever objected hears of it and of whom to ask", async () => {
  const { oakfold, chat } = await fallen();
  const before = await granted(desk, oakfold.id);
  const [objection] = await desk.noClaims.objections({ limit: 1 });
  await desk.noClaims.decide(objection?.id ?? "", "dismissed", BEN);
  await desk.advance(new Date(desk.clock.now().getTime() + 1000));
  expect(await granted(desk, oakfold.id)).toBe(before);
  expect((await chat.said()).at(-1)).toContain("The discount stays as it is.");
});

test("what people state that cannot be is refused", async () => {
  const oakfold = await desk.customer("standard", { start: START });
  const crash = { customer: oakfold.id, at: desk.clock.now(), cost: 0n, security: false, conversation: null };
  await expect(desk.noClaims.record({ ...crash, customer: "cus_nobody" }, BEN)).rejects.toMatchObject({ code: "not_found" });
  await expect(desk.noClaims.record({ ...crash, at: inYears(1) }, BEN)).rejects.toMatchObject({ code: "invalid" });
  await expect(desk.noClaims.record({ ...crash, conversation: "cv_nobody" }, BEN)).rejects.toMatchObject({ code: "not_found" });
  await expect(desk.noClaims.rule("inc_nobody", "ours", BEN)).rejects.toMatchObject({ code: "not_found" });
  await expect(desk.noClaims.decide("obj_nobody", "upheld", BEN)).rejects.toMatchObject({ code: "not_found" });
});

test("incidents and rulings are never changed, and reading writes nothing", async () => {
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(1, 10));
  const crash = await crashes(desk, oakfold.id);
  await desk.noClaims.rule(crash.id, "customer", BEN);
  await expect(desk.db.query("update incidents set security = true")).rejects.toThrow("never changes");
  await expect(desk.db.query("delete from incident_rulings")).rejects.toThrow("never changes");
  const rows = () =>
    desk.db.query(
      "select (select count(*) from timers) as t, (select count(*) from no_claims_changes) as c, (select count(*) from postings) as p, (select max(settled_at) from no_claims) as s",
    );
  desk.clock.moveTo(inYears(3));
  const before = await rows();
  expect(await desk.noClaims.standOf(oakfold.id)).toMatchObject({ scheme: "fair", level: "1", discount: 500, clean: 1000, claimed: 0 });
  await desk.noClaims.check();
  await desk.noClaims.incidents({ limit: 5 });
  await desk.noClaims.standings({ limit: 5 });
  expect(await rows()).toEqual(before);
});
