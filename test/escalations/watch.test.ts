import { afterEach, beforeEach, expect, test } from "vitest";
import type { Write } from "../../src/platform/commit.ts";
import { BEN, minutes, openDesk, ZOE, type Desk } from "./desk.ts";

const HUMAN = { by: "contact" as const };
const SECURITY = { by: null, safety: [{ class: "security" as const, rule: "security.vulnerability.en" }] };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

async function asked(plan: string, wish: typeof HUMAN | typeof SECURITY, text = "Help") {
  const chat = await (await desk.customer(plan)).opens();
  await chat.says(text, wish);
  return { chat, id: (await chat.escalation())?.id ?? "" };
}

test("a safety matter asks again every ten minutes, counting, until somebody acknowledges by name", async () => {
  const { id } = await asked("community", SECURITY);
  await desk.advance(minutes(35));
  expect(desk.notices("escalation").map(({ reminder }) => reminder)).toEqual([0, 1, 2, 3]);
  expect((await desk.escalations.card(id)).reminder).toBe(3);
  await desk.escalations.acknowledge(id, ZOE);
  await desk.escalations.acknowledge(id, BEN);
  expect(await desk.escalations.get(id)).toMatchObject({ acknowledgedBy: { id: "slack:T1:U9", name: "Zoe Marsh" } });
  await desk.advance(minutes(120));
  expect(desk.notices("escalation")).toHaveLength(4);
});

// Two rows of reminders, one from before and one from since, asked twice a day, each by the same number (seeds 6103 and 6133 of the simulation).
test("a safety matter that becomes graver is asked about from then on, once each time", async () => {
  const { chat, id } = await asked("community", SECURITY);
  await desk.advance(minutes(15));
  await chat.says("And somebody is hurt", { by: null, safety: [{ class: "danger", rule: "danger.injury.en" }] });
  await desk.advance(minutes(45));
  expect(desk.notices("escalation").map(({ class: kind, reminder }) => `${kind} ${reminder}`)).toEqual([
    "security 0",
    "security 1",
    "danger 0",
    "danger 1",
    "danger 2",
    "danger 3",
  ]);
  expect((await desk.escalations.card(id)).reminder).toBe(3);
});

test("claiming ends the reminders, too, and answering what was promised", async () => {
  const { id } = await asked("community", SECURITY);
  await desk.escalations.claim(id, BEN);
  await desk.escalations.reply(id, { text: "I am looking at it." }, BEN);
  await desk.advance(minutes(120));
  expect(desk.notices("escalation")).toHaveLength(1);
  expect(desk.notices("alert")).toEqual([]);
});

test("a reminder whose process died before its commit asks once", async () => {
  await asked("community", SECURITY);
  const handlers = new Map<string, (ref: string, now: Date) => Promise<Write[]>>();
  desk.escalations.registerTimers({ on: (kind, handler) => void handlers.set(kind, handler) });
  const [timer] = await desk.db.query<{ ref: string }>("select ref from timers where kind = 'escalation.remind'");
  await handlers.get("escalation.remind")?.(timer?.ref ?? "", minutes(10));
  await desk.advance(minutes(10));
  expect(desk.notices("escalation").map(({ reminder }) => reminder)).toEqual([0, 1]);
});

test("nobody claims a granted one in time: staff are alerted, and the customer hears it once, honestly, with a date that is kept", async () => {
  const { chat, id } = await asked("standard", HUMAN);
  await desk.advance(minutes(239));
  expect(desk.notices("alert")).toEqual([]);
  await desk.advance(minutes(60 * 9));
  const notices = (await chat.items()).filter(({ from }) => from === "notice");
  expect(notices.map(({ text }) => text)).toEqual([
    "I said that somebody would answer you here by now. Nobody has been free yet, and I'm sorry. I have told the team again, and your request stays open. If no colleague has answered you by Tuesday, 24 November, I will come back to you here by then and tell you what I have found.",
  ]);
  expect(desk.notices("alert")).toMatchObject([
    { rule: "escalation.overdue", title: "Oakfold Libraries: nobody has taken a request for a human", url: `https://desk.example/console/escalations/${id}` },
  ]);
  expect(await desk.questions.openIn(chat.id)).toMatchObject([{ escalation: id, due_at: new Date("2026-11-24T16:00:00.000Z") }]);
  await chat.says("Hello?", HUMAN);
  expect((await chat.last())?.text).toMatch(/^I have already asked our team, .* by Tuesday, 24 November, I will come back/);
  await desk.escalations.claim(id, BEN);
  expect((await desk.alerts.list({ limit: 5 })).items).toMatchObject([{ state: "resolved", rule: "escalation.overdue" }]);
  await desk.escalations.reply(id, { text: "Sorry, here I am." }, BEN);
  await desk.advance(new Date("2026-11-30T09:00:00.000Z"));
  expect(desk.questionsDue).toEqual([]);
});

test("the watchdog that runs twice tells the customer once", async () => {
  const { chat, id } = await asked("standard", HUMAN);
  await desk.advance(minutes(240));
  await desk.db.query("update timers set done_at = null, lease_until = null where kind = 'escalation.overdue' and ref = $1", [id]);
  await desk.timers.run();
  expect((await chat.items()).filter(({ from }) => from === "notice")).toHaveLength(1);
  expect((await desk.alerts.list({ limit: 5 })).items).toHaveLength(1);
});

test("a safety matter that nobody answers keeps what it said: it tells where it stands, and goes on asking", async () => {
  const { chat } = await asked("community", SECURITY);
  await desk.advance(minutes(80));
  expect((await chat.last())?.text).toMatch(/^I said that somebody would answer you here by now/);
  expect(desk.notices("alert")).toHaveLength(1);
  expect(desk.notices("escalation")).toHaveLength(9);
});

test("claimed and answered in time, nothing is late", async () => {
  const { chat, id } = await asked("standard", HUMAN);
  await desk.advance(minutes(200));
  await desk.escalations.claim(id, BEN);
  await desk.escalations.reply(id, { text: "Here I am." }, BEN);
  await desk.advance(minutes(600));
  expect((await chat.items()).some(({ from }) => from === "notice")).toBe(false);
});

test("staff hear of an open question one working day before its date, once; answered, the warning is settled", async () => {
  const { chat } = await asked("community", HUMAN, "Why does replication stop?");
  await desk.advance(new Date("2026-11-25T07:59:00.000Z"));
  expect(desk.notices("alert")).toEqual([]);
  await desk.advance(new Date("2026-11-25T08:00:00.000Z"));
  const [question] = await desk.questions.openIn(chat.id);
  expect(desk.notices("alert")).toMatchObject([
    { rule: "question.due", url: "https://desk.example/console/questions", text: expect.stringContaining("17:00 on Thursday, 26 November") },
  ]);
  await desk.db.query("update timers set done_at = null, lease_until = null where kind = 'question.alert'");
  await desk.timers.run();
  await desk.settled();
  expect(desk.notices("alert")).toHaveLength(1);
  await desk.escalations.answerQuestion(question?.id ?? "", { text: "Because of the slot." }, BEN);
  expect((await desk.alerts.list({ limit: 5 })).items).toMatchObject([{ state: "resolved" }]);
});

test("a question that was answered warns nobody", async () => {
  const { chat } = await asked("community", HUMAN);
  const [question] = await desk.questions.openIn(chat.id);
  await desk.escalations.answerQuestion(question?.id ?? "", { text: "Like this." }, BEN);
  await desk.advance(new Date("2026-11-30T09:00:00.000Z"));
  expect(desk.notices("alert")).toEqual([]);
});
