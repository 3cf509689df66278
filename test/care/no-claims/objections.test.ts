import { afterEach, beforeEach, expect, test } from "vitest";
import { applyWrites } from "../../../src/platform/commit.ts";
import { BEN, openDesk, ZOE, type Desk } from "../../escalations/desk.ts";
import { crashes, granted, helped, houseWith, inYears, START } from "./years.ts";

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
  await desk.noClaims.decide(objection?.id ?? "", { verdict: "upheld" }, BEN);
  // Four clean years instead of two steps back: 20 % of twelve fees instead of 5 %.
  expect((await granted(desk, oakfold.id)) - before).toBe(522_00);
  await desk.advance(new Date(desk.clock.now().getTime() + 1000));
  const said = (await chat.said()).join("\n");
  expect(said).toContain("and you are right: what it was about does not count any more.");
  expect(said).toContain("Your no-claims discount is 20% of the fee again.");
  await expect(desk.noClaims.decide(objection?.id ?? "", { verdict: "dismissed" }, ZOE)).rejects.toMatchObject({ code: "already_ended" });
});

test("people here hear of an objection once, on every way, with the date that was promised; decided, there is nothing left to warn of", async () => {
  const { oakfold } = await fallen();
  const [objection] = await desk.noClaims.objections({ limit: 1 });
  const dueAt = objection?.due_at.toISOString();
  await desk.advance(desk.clock.now());
  const told = {
    rule: "no-claims.objection",
    title: "Oakfold Libraries: An objection to the no-claims discount waits",
    data: { customer: oakfold.id, due: dueAt },
  };
  expect(desk.notices("alert")).toMatchObject([
    { ...told, url: "https://desk.example/console/no-claims", text: expect.stringContaining("17:00 on Friday, 6 December") as string },
  ]);
  expect(desk.delivered.filter(({ envelope }) => envelope.kind === "alert").map(({ channel }) => channel)).toEqual(["webhook", "mail"]);
  // Whoever objects again, and a timer that runs twice, page nobody.
  await desk.noClaims.object({ customer: oakfold.id });
  await desk.db.query("update timers set done_at = null, lease_until = null where kind = 'no-claims.objected'");
  await desk.advance(new Date(desk.clock.now().getTime() + 86_400_000));
  expect(desk.notices("alert")).toHaveLength(1);
  expect(await desk.noClaims.waiting()).toEqual({ open: 1, overdue: 0 });
  desk.hints.length = 0;
  await desk.noClaims.decide(objection?.id ?? "", { verdict: "dismissed" }, BEN);
  expect(desk.hints).toContainEqual({ type: "alert", id: `alert_${objection?.id}`, customer: oakfold.id });
  expect((await desk.alerts.list({ customer: oakfold.id, limit: 5 })).items).toMatchObject([{ rule: "no-claims.objection", state: "resolved" }]);
  expect(await desk.noClaims.waiting()).toEqual({ open: 0, overdue: 0 });
});

test("what was decided before anybody could be told warns nobody, and what waits longest stands first", async () => {
  const { oakfold } = await fallen();
  const second = await desk.customer("standard", { start: START, name: "Aldgate Archive" });
  desk.clock.moveTo(new Date(desk.clock.now().getTime() + 60_000));
  await desk.noClaims.object({ customer: second.id });
  const open = await desk.noClaims.objections({ state: "open", limit: 5 });
  expect(open.map(({ name }) => name)).toEqual(["Oakfold Libraries", "Aldgate Archive"]);
  await desk.noClaims.decide(open[0]?.id ?? "", { verdict: "upheld" }, BEN);
  await desk.advance(new Date(desk.clock.now().getTime() + 1000));
  expect(desk.notices("alert")).toMatchObject([{ data: { customer: second.id } }]);
  expect((await desk.alerts.list({ customer: oakfold.id, limit: 5 })).items).toEqual([]);
  desk.clock.moveTo(new Date((open[1]?.due_at ?? new Date()).getTime() + 1));
  expect(await desk.noClaims.waiting()).toEqual({ open: 1, overdue: 1 });
});

/** All of five years is lost with a first crash; a second one finds nothing left to take. */
async function lost() {
  await desk.close();
  desk = await houseWith("  scheme: seed\n");
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(5, 10));
  const first = await crashes(desk, oakfold.id);
  await desk.advance(inYears(5, 40));
  const second = await crashes(desk, oakfold.id);
  return { oakfold, first: first.id, second: second.id };
}

test("an objection is also about what found nothing left to take: upheld, the whole discount is back", async () => {
  const { oakfold, first, second } = await lost();
  const { id, about } = await desk.noClaims.object({ customer: oakfold.id });
  expect(about.map((one) => one.id)).toEqual([first, second]);
  await desk.noClaims.decide(id, { verdict: "upheld" }, BEN);
  expect(await desk.noClaims.standOf(oakfold.id)).toMatchObject({ level: "5", discount: 2500 });
});

test("a person may uphold a part of it: what they leave counts on, and the customer can object to that", async () => {
  const { oakfold, first, second } = await lost();
  const { id } = await desk.noClaims.object({ customer: oakfold.id });
  for (const incidents of [[], [first, "inc_of_nobody"]])
    await expect(desk.noClaims.decide(id, { verdict: "upheld", incidents }, BEN)).rejects.toMatchObject({ code: "invalid" });
  await desk.noClaims.decide(id, { verdict: "upheld", incidents: [first] }, BEN);
  expect(await desk.noClaims.standOf(oakfold.id)).toMatchObject({ level: "0" });
  const again = await desk.noClaims.object({ customer: oakfold.id });
  expect(again.about.map((one) => one.id)).toEqual([second]);
});

test("who objects again after another crash objects to that, too, and is told the same date", async () => {
  const { oakfold, first, second } = await lost();
  const objected = await desk.noClaims.object({ customer: oakfold.id });
  await desk.advance(new Date(desk.clock.now().getTime() + 3_600_000));
  const third = await crashes(desk, oakfold.id);
  const again = await desk.noClaims.object({ customer: oakfold.id });
  expect(again).toMatchObject({ id: objected.id, due_at: objected.due_at, incidents: [first, second, third.id] });
});

test("an objection where nothing counts can be explained, and not be upheld: nobody is told that something was withdrawn", async () => {
  const oakfold = await desk.customer("standard", { start: START });
  await desk.advance(inYears(1, 10));
  const { id, about } = await desk.noClaims.object({ customer: oakfold.id });
  expect(about).toEqual([]);
  await expect(desk.noClaims.decide(id, { verdict: "upheld" }, BEN)).rejects.toMatchObject({ code: "invalid" });
  expect(await desk.noClaims.decide(id, { verdict: "dismissed" }, BEN)).toMatchObject({ state: "dismissed" });
});

test("dismissed: the discount stays, and whoever objected hears of it and of whom to ask", async () => {
  const { oakfold, chat } = await fallen();
  const before = await granted(desk, oakfold.id);
  const [objection] = await desk.noClaims.objections({ limit: 1 });
  await desk.noClaims.decide(objection?.id ?? "", { verdict: "dismissed" }, BEN);
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
  await expect(desk.noClaims.decide("obj_nobody", { verdict: "upheld" }, BEN)).rejects.toMatchObject({ code: "not_found" });
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
