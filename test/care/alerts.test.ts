import { afterEach, beforeEach, expect, test } from "vitest";
import { BEN, MONDAY, openDesk, type Desk } from "../escalations/desk.ts";
import { book } from "./book.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(MONDAY.getTime() + days * DAY_MS);
type Customer = Awaited<ReturnType<Desk["customer"]>>;

/** New matters, each in a conversation and of a topic of its own. */
async function matters(customer: Customer, ...topics: string[]): Promise<void> {
  for (const topic of topics) await (await customer.opens()).says(`About ${topic}`, undefined, topic);
  await desk.advance(desk.clock.now());
}
const firing = async () => (await desk.alerts.list({ limit: 10 })).items;

test("the fourth matter in seven days fires: staff are told once, the customer never", async () => {
  const oakfold = await desk.customer("standard");
  await matters(oakfold, "backup", "restore", "upgrade");
  expect(await firing()).toEqual([]);
  await matters(oakfold, "licence");
  const [alert] = await firing();
  expect(alert).toMatchObject({
    rule: "many-episodes",
    customer: { id: oakfold.id, name: "Oakfold Libraries" },
    state: "firing",
    value: 4,
    limit: 3,
    acknowledgedBy: null,
  });
  expect(alert?.episodes).toHaveLength(4);
  expect(alert?.text).toBe(
    "Oakfold Libraries: 4 matters in 7 days. More than 3 were to be told to you. The customer has not been told anything; have a look at what goes wrong there.",
  );
  expect(desk.notices("alert")).toMatchObject([
    { id: alert?.id, title: "Oakfold Libraries: 4 matters in 7 days", url: `https://desk.example/console/customers/${oakfold.id}` },
  ]);
  expect(desk.hints).toContainEqual({ type: "alert", id: alert?.id, customer: oakfold.id });
  const decisions = await desk.db.query<{ verdict: string; facts: { episodes: unknown[] } }>(
    "select verdict, facts from decisions where policy = 'alert' and customer = $1",
    [oakfold.id],
  );
  expect(decisions).toMatchObject([{ verdict: "firing", facts: { rule: "many-episodes" } }]);
  const notices = await desk.db.query("select 1 from messages where author = 'notice'");
  expect(notices).toEqual([]);
});

test("single messages never count: forty follow-ups are one matter", async () => {
  const oakfold = await desk.customer("standard");
  const chat = await oakfold.opens();
  for (let i = 0; i < 40; i++) await chat.says("And another thing");
  await desk.advance(desk.clock.now());
  expect(await firing()).toEqual([]);
});

test("the fifth moves the number and tells nobody again", async () => {
  const oakfold = await desk.customer("standard");
  await matters(oakfold, "backup", "restore", "upgrade", "licence", "errors");
  expect(await firing()).toMatchObject([{ value: 5, state: "firing" }]);
  expect(desk.notices("alert")).toHaveLength(1);
});

test("one exactly seven days old counts; a moment later it does not, and the alert ends by itself", async () => {
  const oakfold = await desk.customer("standard");
  await matters(oakfold, "backup");
  await desk.advance(inDays(7));
  await matters(oakfold, "restore", "upgrade", "licence");
  expect(await firing()).toMatchObject([{ state: "firing", value: 4 }]);
  await desk.advance(new Date(inDays(7).getTime() + 1));
  expect(await firing()).toMatchObject([{ state: "resolved" }]);
  // Four again a moment later is a swing of the same alert: no news, unless it gets worse or lasts.
  await matters(oakfold, "errors");
  expect(await firing()).toMatchObject([{ state: "resolved" }]);
  await matters(oakfold, "billing");
  expect((await firing()).map(({ state }) => state).toSorted()).toEqual(["firing", "resolved"]);
  await desk.advance(new Date(inDays(7).getTime() + 31_000));
  expect(desk.notices("alert")).toHaveLength(2);
});

test("without a cool-down a new heap right after the old one is a new alert", async () => {
  await desk.close();
  desk = await openDesk(MONDAY, { policies: await book("coolDownHours: 0") });
  const oakfold = await desk.customer("standard");
  await matters(oakfold, "backup");
  await desk.advance(inDays(7));
  await matters(oakfold, "restore", "upgrade", "licence");
  await desk.advance(new Date(inDays(7).getTime() + 1));
  expect(await firing()).toMatchObject([{ state: "resolved" }]);
  await matters(oakfold, "errors");
  expect((await firing()).map(({ state }) => state).toSorted()).toEqual(["firing", "resolved"]);
  await desk.advance(new Date(inDays(7).getTime() + 31_000));
  expect(desk.notices("alert")).toHaveLength(2);
});

test("what we caused and what was a safety report counts against nobody", async () => {
  const oakfold = await desk.customer("standard");
  await matters(oakfold, "backup", "restore");
  await desk.db.query("update episodes set ours = true where topic = 'restore'");
  const report = await oakfold.opens();
  await report.says("There is a hole", { by: null, safety: [{ class: "security", rule: "security.vulnerability.en" }] }, "other");
  await matters(oakfold, "upgrade", "licence");
  expect(await firing()).toEqual([]);
  await matters(oakfold, "errors");
  expect(await firing()).toMatchObject([{ value: 4 }]);
});

test("visitors without a name are never counted together", async () => {
  await desk.db.query("insert into contacts (id, customer, created_at) values ('con_v', 'visitors', $1)", [MONDAY]);
  for (let i = 0; i < 5; i++)
    await desk.db.query("insert into episodes (id, customer, topic, opened_at, last_at) values ($1, 'visitors', 'other', $2, $2)", [`ep_v${i}`, MONDAY]);
  await desk.alerts.evaluate("visitors", MONDAY);
  expect(await firing()).toEqual([]);
});

test("two evaluations at once make one alert and one notice", async () => {
  const oakfold = await desk.customer("standard");
  for (const topic of ["backup", "restore", "upgrade", "licence"]) await (await oakfold.opens()).says("Hm", undefined, topic);
  await Promise.all([1, 2, 3].map(() => desk.alerts.evaluate(oakfold.id, MONDAY)));
  await desk.settled();
  expect(await firing()).toHaveLength(1);
  expect(desk.notices("alert")).toHaveLength(1);
});

test("acknowledging says who, and the first name stays", async () => {
  const oakfold = await desk.customer("standard");
  await matters(oakfold, "backup", "restore", "upgrade", "licence");
  const [alert] = await firing();
  await desk.alerts.acknowledge(alert?.id ?? "", BEN);
  expect(await desk.alerts.acknowledge(alert?.id ?? "", { id: "staff_x", name: "X" })).toMatchObject({
    acknowledgedBy: { id: "staff_ben", name: "Ben Ortiz" },
    acknowledgedAt: MONDAY.toISOString(),
  });
  await expect(desk.alerts.acknowledge("alert_no", BEN)).rejects.toMatchObject({ code: "not_found" });
  expect(await desk.alerts.firing()).toBe(1);
});

test("a delivery that nobody can vouch for is told on the other ways, and two broken ways do not go on telling each other", async () => {
  desk.breaks("mail", { state: "unknown", error: "the line broke" });
  desk.breaks("webhook", { state: "failed", error: "gone" });
  const chat = await (await desk.customer("standard")).opens();
  await chat.says("A human, please", { by: "contact" });
  const told = async () => {
    await desk.timers.run();
    await desk.settled();
  };
  await told();
  await told();
  const alerts = await firing();
  // The card was lost on both ways, and so was each one's alert about the other.
  expect(alerts).toHaveLength(4);
  expect(alerts.every(({ rule }) => rule === "delivery.unknown")).toBe(true);
  await desk.outbox.run();
  await told();
  expect(await firing()).toHaveLength(4);
  const toMail = desk.delivered.filter(({ channel, envelope }) => channel === "mail" && envelope.kind === "alert");
  expect(toMail).toMatchObject([{ envelope: { card: { data: { channel: "webhook" } } } }]);
});
