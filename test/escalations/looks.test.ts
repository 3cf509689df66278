import { afterEach, beforeEach, expect, test } from "vitest";
import { createPrivacy } from "../../src/privacy/index.ts";
import { BEN, MONDAY, openDesk, type Desk } from "./desk.ts";

// Behind a deferral stands work (PRODUCT): each month people look at some deferred questions, the oldest first, at the company's cost.
// Four is the number of the shipped rulebook, for each plan.

const HUMAN = { by: "contact" as const };
const SECURITY = { by: null, safety: [{ class: "security" as const, rule: "security.vulnerability.en" }] };
const TUESDAY = new Date("2026-11-24T08:00:00.000Z"); // 09:00 in Berlin: people come to work
const NEXT_MONTH = new Date("2026-12-01T08:00:00.000Z"); // a Tuesday

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const places = () =>
  desk.db.query<{ plan: string; period: string; place: number; escalation: string }>(
    "select plan, period, place, escalation from human_looks order by 1, 2, 3",
  );

/** Deferred requests of so many community contacts, one minute after another. */
async function deferred(count: number, start = desk.clock.now()) {
  const chats = [];
  for (let i = 0; i < count; i++) {
    desk.clock.moveTo(new Date(start.getTime() + i * 60_000));
    const chat = await (await desk.customer("community")).opens();
    await chat.says(`Question ${i + 1}: a human, please`, HUMAN);
    chats.push({ ...chat, id: (await chat.escalation())?.id ?? "" });
  }
  return chats;
}

test("on the next morning of work the oldest deferred questions are people's work: in the queue, on every way, the company's cost", async () => {
  const [first] = await deferred(1);
  expect(await places()).toEqual([]);
  await desk.advance(TUESDAY);
  expect(await places()).toMatchObject([{ plan: "community", period: "2026-11", place: 1, escalation: first?.id }]);
  const [item] = (await desk.escalations.list({ state: "open", limit: 10 })).items;
  expect(item).toMatchObject({ id: first?.id, look: "2026-11", verdict: "deferred", payer: "company/human-looks" });
  expect(item?.reasons.map(({ code }) => code)).toEqual(["plan_without_human", "oldest_waiting"]);
  expect(desk.notices("escalation")).toMatchObject([{ id: first?.id, look: true, payer: "company/human-looks" }]);
  const decisions = await desk.db.query<{ policy: string; verdict: string; facts: unknown }>(
    "select policy, verdict, facts from decisions where policy = 'look'",
  );
  expect(decisions).toEqual([{ policy: "look", verdict: "given", facts: { plan: "community", taken: 0, older: 0, since: MONDAY.getTime() } }]);
});

test("claimed, answered by name and resolved as any other; the customer hears nothing of looks, and their budget nothing of the cost", async () => {
  const oakfold = await desk.customer("standard", { fee: 80 }); // a fifth of what a colleague's time would need
  const chat = await oakfold.opens();
  await chat.says("A human, please", HUMAN);
  await desk.advance(TUESDAY);
  const id = (await chat.escalation())?.id ?? "";
  await desk.escalations.claim(id, BEN);
  await desk.escalations.reply(id, { text: "Hello, I have looked at it: set the mode to hot." }, BEN);
  await desk.escalations.resolve(id, { minutes: 12, outcome: "explained" }, BEN);
  expect(await desk.cents("company/human-looks")).toBe(1875);
  expect(await desk.cents("company/goodwill")).toBe(0);
  expect(await oakfold.budget()).toMatchObject({ held: 0n, spent: 0n });
  expect(await desk.db.query("select distinct customer from transfers where kind = 'staff'")).toEqual([{ customer: oakfold.id }]);
  expect(await desk.questions.get((await desk.db.query<{ id: string }>("select id from open_questions"))[0]?.id ?? "")).toMatchObject({
    state: "kept",
    answered_by: "staff",
  });
  expect((await chat.items()).find(({ from }) => from === "human")).toMatchObject({ name: "Ben Ortiz" });
  expect((await chat.said()).filter((line) => !line.startsWith("human")).join("\n")).not.toMatch(/look|plan|budget|place|oldest/i);
  // Used, it stays used.
  expect(await places()).toHaveLength(1);
});

test("fifty at once on four places give exactly four, to the four that waited longest, also when several processes hand them out", async () => {
  const chats = await deferred(50);
  await Promise.all(Array.from({ length: 6 }, () => desk.escalations.handOutLooks()));
  const taken = await places();
  expect(taken.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
  expect(new Set(taken.map(({ escalation }) => escalation))).toEqual(new Set(chats.slice(0, 4).map(({ id }) => id)));
  expect(await desk.db.query("select id from escalations where payer = 'company/human-looks'")).toHaveLength(4);
});

test("each plan has its own; a plan without any waits for its date", async () => {
  await deferred(5);
  const standard = await (await desk.customer("standard", { fee: 80 })).opens();
  await standard.says("A human, please", HUMAN);
  await desk.advance(TUESDAY);
  expect((await places()).map(({ plan, place }) => `${plan} ${place}`)).toEqual(["community 1", "community 2", "community 3", "community 4", "standard 1"]);
});

test("what is left is gone at the month's end, and a new month has all of its own", async () => {
  await deferred(1);
  await desk.advance(TUESDAY);
  desk.clock.moveTo(new Date("2026-11-30T09:00:00.000Z"));
  const late = await deferred(5);
  await desk.advance(NEXT_MONTH);
  const december = (await places()).filter(({ period }) => period === "2026-12");
  expect(december.map(({ escalation }) => escalation)).toEqual(late.slice(0, 4).map(({ id }) => id));
});

test("who waits when the month's looks are given gets one of the next month's, if the date has not come", async () => {
  await deferred(4);
  await desk.advance(TUESDAY);
  desk.clock.moveTo(new Date("2026-11-27T09:00:00.000Z"));
  const [waiting] = await deferred(1);
  await desk.advance(new Date("2026-11-30T09:00:00.000Z"));
  expect(await places()).toHaveLength(4);
  await desk.advance(NEXT_MONTH);
  expect((await places()).at(-1)).toMatchObject({ period: "2026-12", escalation: waiting?.id });
});

test("a look that nobody needs any more is free for the next: its question was kept, or it has become a safety matter, or its contact is erased", async () => {
  const chats = await deferred(5);
  await desk.advance(TUESDAY);
  const [kept, graver, erased, , waiting] = chats;
  const question = (await desk.questions.list({ state: "open", limit: 10 })).find(({ escalation }) => escalation === kept?.id);
  const { applyWrites } = await import("../../src/platform/commit.ts");
  await applyWrites(desk.db, desk.escalations.questionKept({ id: question?.id ?? "", escalation: kept?.id ?? null }));
  await graver?.says("Our data is gone", SECURITY);
  const [contact] = await desk.db.query<{ contact: string }>("select contact from escalations where id = $1", [erased?.id]);
  await createPrivacy({ db: desk.db, clock: desk.clock }).erase(contact?.contact ?? "");
  expect(await places()).toHaveLength(1);
  expect(await graver?.escalation()).toMatchObject({ verdict: "overridden", payer: "company/safety", look: null });
  await desk.advance(new Date("2026-11-25T08:00:00.000Z"));
  expect((await places()).map(({ escalation }) => escalation)).toContain(waiting?.id);
});

test("nobody gets two, and what somebody has claimed already needs none", async () => {
  const [first, second] = await deferred(2);
  await desk.escalations.claim(second?.id ?? "", BEN);
  await desk.escalations.handOutLooks();
  await desk.escalations.handOutLooks();
  expect((await places()).map(({ escalation }) => escalation)).toEqual([first?.id]);
});
