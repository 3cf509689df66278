import { afterEach, beforeEach, expect, test } from "vitest";
import { createCounting } from "../../src/care/index.ts";
import { MONDAY, openDesk, type Desk } from "../escalations/desk.ts";

// What call-frequency alerts count, and what they never count: matters, not messages; a customer, not its channels; never what we caused.

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(MONDAY.getTime() + days * DAY_MS);
const firing = async () => (await desk.alerts.list({ limit: 10 })).items;
type Customer = Awaited<ReturnType<Desk["customer"]>>;

async function matters(customer: Customer, ...topics: string[]): Promise<void> {
  for (const topic of topics) await (await customer.opens()).says(`About ${topic}`, undefined, topic);
  await desk.advance(desk.clock.now());
}

let calls = 0;
const organises = (customer: Customer, at: Date, ours = false) =>
  desk.db.query("insert into organised_calls (id, customer, contact, ours, at) values ($1, $2, $3, $4, $5)", [
    `call_${++calls}`,
    customer.id,
    customer.contact,
    ours,
    at,
  ]);

test("a person known in Slack, mail and web is one customer, and the same matter on all three is one", async () => {
  const oakfold = await desk.customer("standard");
  for (const channel of ["slack", "mail", "web"]) {
    const chat = await oakfold.opens();
    await desk.db.query("update conversations set channel = $2 where id = $1", [chat.id, channel]);
    await chat.says("The backup fails", undefined, "backup");
  }
  expect(await desk.db.query("select id from episodes")).toHaveLength(1);
  for (const [channel, topic] of [
    ["slack", "restore"],
    ["mail", "upgrade"],
    ["web", "licence"],
  ] as const) {
    const chat = await oakfold.opens();
    await desk.db.query("update conversations set channel = $2 where id = $1", [chat.id, channel]);
    await chat.says("And another matter", undefined, topic);
  }
  await desk.advance(desk.clock.now());
  expect(await firing()).toMatchObject([{ rule: "many-episodes", value: 4, customer: { id: oakfold.id } }]);
});

test("the third call that a customer organises within 28 days fires when it takes place, whoever wrote it down", async () => {
  const oakfold = await desk.customer("standard");
  await organises(oakfold, inDays(1));
  await organises(oakfold, inDays(2));
  await organises(oakfold, inDays(29));
  await desk.advance(inDays(28));
  expect(await firing()).toEqual([]);
  await desk.advance(inDays(29));
  const [alert, ...others] = await firing();
  expect(others).toEqual([]);
  expect(alert).toMatchObject({ rule: "many-calls", state: "firing", value: 3, limit: 2, at: inDays(29).toISOString() });
  expect(alert?.episodes).toEqual([1, 2, 3].map((nth) => `call_${calls - 3 + nth}`));
  await desk.advance(new Date(inDays(29).getTime() + 1));
  expect(await firing()).toMatchObject([{ state: "resolved" }]);
});

test("a call that we asked for is none of theirs", async () => {
  const oakfold = await desk.customer("standard");
  for (const ours of [false, true, false, true]) await organises(oakfold, MONDAY, ours);
  await desk.advance(inDays(1));
  expect(await firing()).toEqual([]);
});

test("matters about what was known to be broken are ours, for as long as it was", async () => {
  const oakfold = await desk.customer("standard");
  await desk.db.query("insert into outages (id, cause, began_at, ended_at, declared_by) values ('out_1', 'backup', $1, $2, 'staff_ben Ben')", [
    MONDAY,
    inDays(1),
  ]);
  await matters(oakfold, "backup", "restore", "upgrade", "licence");
  expect(await firing()).toEqual([]);
  await desk.db.query("update episodes set opened_at = opened_at - interval '1 hour' where topic = 'backup'");
  await matters(oakfold, "restore");
  await desk.alerts.evaluate(oakfold.id, desk.clock.now());
  expect(await firing()).toMatchObject([{ value: 4 }]);
});

test("whoever answers our own news is not calling us", async () => {
  const oakfold = await desk.customer("standard");
  await matters(oakfold, "restore", "upgrade", "licence");
  const chat = await oakfold.opens();
  await desk.db.query("insert into consents (id, customer, contact, conversation, words, given_at) values ('cns_1', $1, $2, $3, 'tell me', $4)", [
    oakfold.id,
    oakfold.contact,
    chat.id,
    MONDAY,
  ]);
  await desk.db.query("insert into news (page, seen_at) values ('news/backup', $1)", [MONDAY]);
  await desk.db.query(
    `insert into news_told (contact, page, place, customer, conversation, consent, decision, turn, at) values ($1, 'news/backup', 1, $2, $3, 'cns_1', 'dec_1', 'turn_1', $4)`,
    [oakfold.contact, oakfold.id, chat.id, MONDAY],
  );
  await chat.says("Thank you for telling me. Does that concern us?", undefined, "backup");
  await desk.advance(desk.clock.now());
  expect(await firing()).toEqual([]);
  await matters(oakfold, "errors");
  expect(await firing()).toMatchObject([{ value: 4 }]);
});

test("a safety report never counts, and what the same thread is about weeks later does", async () => {
  const oakfold = await desk.customer("standard");
  const thread = await oakfold.opens();
  await thread.says("There is a hole", { by: null, safety: [{ class: "security", rule: "security.vulnerability.en" }] }, "other");
  await desk.advance(inDays(20));
  await thread.says("How long is our licence valid?", undefined, "licence");
  const [seen] = await createCounting(desk).everybody("episodes", MONDAY);
  expect(seen?.history.episodes.map(({ security }) => security)).toEqual([true, false]);
});
