import { afterEach, beforeEach, expect, test } from "vitest";
import { applyWrites } from "../../src/platform/commit.ts";
import { BEN, minutes, MONDAY, openDesk, type Desk } from "./desk.ts";

const HUMAN = { by: "contact" as const };
const SECURITY = { by: null, safety: [{ class: "security" as const, rule: "security.vulnerability.en" }] };
const DANGER = { by: null, safety: [{ class: "danger" as const, rule: "danger.injury.en" }] };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test("a customer whose budget covers the time is granted a human: held, promised, told to staff on every way", async () => {
  const oakfold = await desk.customer("standard");
  const chat = await oakfold.opens();
  await chat.says("Can I speak to a person, please?", HUMAN);

  const escalation = await chat.escalation();
  expect(escalation).toMatchObject({
    verdict: "granted",
    state: "open",
    class: "request",
    payer: `customer/${oakfold.id}/budget`,
    question: "Can I speak to a person, please?",
    estimate: { amount: "25.000000", currency: "EUR" },
    hold: { amount: "25.000000", currency: "EUR" },
    claimedBy: null,
    // 240 minutes of working time from 10:00 in Berlin
    dueAt: "2026-11-23T13:00:00.000Z",
    customer: { id: oakfold.id, name: "Oakfold Libraries", plan: "standard" },
  });
  expect(await oakfold.budget()).toMatchObject({ granted: 72_500_000n, held: 25_000_000n, left: 47_500_000n });
  expect((await chat.last())?.text).toBe("I've asked a colleague to join us here. Somebody will answer you here by 14:00; until then you can keep asking me.");
  expect(desk.delivered.filter(({ envelope }) => envelope.kind === "escalation").map(({ channel }) => channel)).toEqual(["webhook", "mail"]);
  expect(desk.notices("escalation")[0]).toMatchObject({
    id: escalation?.id,
    verdict: "granted",
    question: "Can I speak to a person, please?",
    reminder: 0,
    url: `https://desk.example/console/escalations/${escalation?.id}`,
  });
  expect(desk.hints).toContainEqual({ type: "escalation", id: escalation?.id, conversation: chat.id, customer: oakfold.id });
  const decisions = await desk.rulebook.decisionsOf(chat.id);
  expect(decisions).toMatchObject([{ id: escalation?.decision, policy: "escalate", verdict: "granted", facts: { left: "72500000", estimate: "25000000" } }]);
  expect((await desk.rulebook.replayDecision(decisions[0] as never))?.same).toBe(true);
});

test("the contract's own response time is the promise", async () => {
  const chat = await (await desk.customer("premium", { fee: 1900, responseMinutes: 60 })).opens();
  await chat.says("A human, please", HUMAN);
  expect((await chat.escalation())?.dueAt).toBe(minutes(60).toISOString());
});

test("a promise made at night counts from the morning, and goes over the evening", async () => {
  desk.clock.moveTo(new Date("2026-11-27T15:00:00.000Z")); // Friday, 16:00 in Berlin
  const chat = await (await desk.customer("standard")).opens();
  await chat.says("A human, please", HUMAN);
  expect((await chat.last())?.text).toContain("by 12:00 on Monday, 30 November;");
});

test("a community contact gets the same words and the same date as everyone, nobody is paged, and the question is kept", async () => {
  const chat = await (await desk.customer("community")).opens();
  await chat.says("I want to talk to a human", HUMAN);
  expect((await chat.last())?.text).toBe(
    "I can't get you a colleague for this one today. I have kept your question and will come back to you here by Thursday, 26 November.",
  );
  expect(await chat.escalation()).toMatchObject({ verdict: "deferred", hold: null, payer: "company/goodwill", reasons: [{ code: "plan_without_human" }] });
  expect(desk.notices("escalation")).toEqual([]);
  expect(desk.hints.some((hint) => hint.type === "escalation")).toBe(true);
  const [question] = await desk.questions.openIn(chat.id);
  expect(question).toMatchObject({ cause: "deferred", text: "I want to talk to a human", known: ["backup@1"], escalation: (await chat.escalation())?.id });
  expect(question?.due_at).toEqual(new Date("2026-11-26T16:00:00.000Z"));
});

test("a paying contact whose budget is spent reads the very same words", async () => {
  const chat = await (await desk.customer("standard", { fee: 40 })).opens();
  await chat.says("A human, please", HUMAN);
  expect((await chat.last())?.text).toBe(
    "I can't get you a colleague for this one today. I have kept your question and will come back to you here by Thursday, 26 November.",
  );
  expect((await chat.escalation())?.reasons).toMatchObject([{ code: "budget" }]);
});

test("a German contact reads German", async () => {
  const chat = await (await desk.customer("community", { locale: "de-AT" })).opens();
  await chat.says("Ich möchte mit einem Menschen sprechen", HUMAN);
  expect((await chat.last())?.text).toBe(
    "Heute kann ich dafür niemanden aus unserem Team dazuholen. Ich habe Ihre Frage aufgehoben und melde mich hier bis Donnerstag, 26. November bei Ihnen.",
  );
});

test("the turn's look at a budget may be old: the new month's grant is not refused", async () => {
  const oakfold = await desk.customer("standard", { fee: 100 });
  await oakfold.budget();
  for (let i = 0; i < 1; i++) await (await oakfold.opens()).says("A human, please", HUMAN);
  await desk.advance(new Date("2026-12-01T09:00:00.000Z"));
  const chat = await oakfold.opens();
  await chat.says("A human, please", HUMAN);
  expect((await chat.escalation())?.verdict).toBe("granted");
});

test("a further request joins the open one: one escalation, one hold, one card, each decision kept", async () => {
  const oakfold = await desk.customer("premium", { fee: 1900 });
  const chat = await oakfold.opens();
  await chat.says("A human, please", HUMAN);
  await chat.says("Hello? A human!", HUMAN);
  expect((await oakfold.budget()).held).toBe(25_000_000n);
  expect((await desk.escalations.list({ limit: 10 })).items).toHaveLength(1);
  expect(desk.notices("escalation")).toHaveLength(1);
  expect((await desk.rulebook.decisionsOf(chat.id)).map(({ reasons }) => reasons[0]?.code)).toEqual(expect.arrayContaining(["budget_covers", "joins_open"]));
  expect((await chat.last())?.text).toBe("I have already asked a colleague to join us here. Somebody will answer you here by 14:00.");
});

test("asking again for a deferred one moves no date and keeps no second question", async () => {
  const chat = await (await desk.customer("community")).opens();
  await chat.says("A human, please", HUMAN);
  await desk.advance(new Date("2026-11-24T09:00:00.000Z"));
  await chat.says("A human, please!", HUMAN);
  expect((await chat.last())?.text).toContain("by Thursday, 26 November.");
  expect(await desk.questions.openIn(chat.id)).toHaveLength(1);
});

test("when the question of a deferred one was kept, a new request is decided anew", async () => {
  const chat = await (await desk.customer("community")).opens();
  await chat.says("A human, please", HUMAN);
  const first = await chat.escalation();
  const [question] = await desk.questions.openIn(chat.id);
  await applyWrites(desk.db, desk.questions.close(question?.id ?? "", "plain_no"));
  await desk.advance(new Date("2026-11-27T09:00:00.000Z"));
  await chat.says("A human, please, still", HUMAN);
  const second = await chat.escalation();
  expect(second?.id).not.toBe(first?.id);
  expect((await chat.last())?.text).toContain("by Wednesday, 2 December.");
  expect(await desk.escalations.get(first?.id ?? "")).toMatchObject({ state: "resolved", outcome: "Its question was kept at its date." });
});

test("a safety matter has no budget: overridden, at the company's cost, on every way", async () => {
  const kijani = await desk.customer("community", { name: "Kijani" });
  const chat = await kijani.opens();
  await chat.says("There is an SQL injection in your admin page", SECURITY);
  expect(await chat.escalation()).toMatchObject({
    verdict: "overridden",
    class: "security",
    payer: "company/safety",
    hold: null,
    reasons: [{ code: "safety_security" }, { code: "plan_without_human" }],
  });
  expect((await chat.last())?.text).toBe(
    "I have alerted our team now. If nobody has answered you here by 11:00, I'll tell you here where it stands; I keep asking the team until one of them has confirmed it.",
  );
  expect(desk.notices("escalation")).toMatchObject([{ verdict: "overridden", class: "security", customer: { name: "Kijani" } }]);
});

test("danger to life names the emergency number before anything else", async () => {
  const chat = await (await desk.customer("community", { locale: "de" })).opens();
  await chat.says("Der Server brennt, und jemand liegt am Boden", DANGER);
  expect((await chat.last())?.text).toMatch(
    /^Wenn jemand in Gefahr ist, rufen Sie bitte zuerst 112 an\. Ich habe unser Team jetzt alarmiert\. .* bis 11:00 Uhr /,
  );
});

test("a safety matter upgrades the open request and gives the customer's hold back", async () => {
  const oakfold = await desk.customer("standard");
  const chat = await oakfold.opens();
  await chat.says("A human, please", HUMAN);
  const before = await chat.escalation();
  await chat.says("All our data is gone", { by: null, safety: [{ class: "data_loss", rule: "data_loss.gone.en" }] });
  const after = await chat.escalation();
  expect(after).toMatchObject({
    id: before?.id,
    verdict: "overridden",
    class: "data_loss",
    payer: "company/safety",
    hold: null,
    dueAt: minutes(60).toISOString(),
  });
  expect(await oakfold.budget()).toMatchObject({ held: 0n, spent: 0n });
  expect(desk.notices("escalation").map(({ verdict }) => verdict)).toEqual(["granted", "overridden"]);
  await desk.advance(minutes(20));
  expect(desk.notices("escalation").map(({ reminder }) => reminder)).toEqual([0, 0, 1, 2]);
});

test("more of the same safety matter joins it; danger makes it graver and has to be acknowledged anew", async () => {
  const chat = await (await desk.customer("standard")).opens();
  await chat.says("There is a hole", SECURITY);
  await chat.says("And another hole", SECURITY);
  expect(desk.notices("escalation")).toHaveLength(1);
  expect((await chat.last())?.text).toMatch(/^Our team is already alerted to this/);
  const id = (await chat.escalation())?.id ?? "";
  await desk.escalations.acknowledge(id, BEN);
  await chat.says("Somebody is hurt", DANGER);
  expect(await chat.escalation()).toMatchObject({ id, class: "danger", acknowledgedBy: null });
  expect(desk.notices("escalation")).toHaveLength(2);
});

test("200 requests at once against a budget for 7 grant exactly 7, in as many conversations", async () => {
  const oakfold = await desk.customer("standard", { fee: 700 }); // 175 EUR: seven times 25
  const chats = await Promise.all(Array.from({ length: 200 }, () => oakfold.opens()));
  await Promise.all(chats.map((chat) => chat.says("A human, please", HUMAN)));
  const verdicts = desk.answered.map(({ verdict }) => verdict);
  expect(verdicts).toHaveLength(200);
  expect(verdicts.filter((verdict) => verdict === "granted")).toHaveLength(7);
  expect(await oakfold.budget()).toMatchObject({ held: 175_000_000n, left: 0n, spent: 0n });
  const [holds] = await desk.db.query<{ count: number }>("select count(*)::int as count from open_holds");
  expect(holds?.count).toBe(7);
  const [kept] = await desk.db.query<{ count: number }>("select count(*)::int as count from open_questions where state = 'open'");
  expect(kept?.count).toBe(193);
}, 60_000);

test("a turn that is refused gives the hold back", async () => {
  const oakfold = await desk.customer("standard");
  const chat = await oakfold.opens();
  await chat.says("Hello");
  const requested = await desk.escalations.request({
    conversation: chat.id,
    turn: null,
    plan: "standard",
    currency: "EUR",
    by: "contact",
    safety: [],
    message: null,
    known: [],
    responseMinutes: null,
  });
  expect((await oakfold.budget()).held).toBe(25_000_000n);
  await requested.undo();
  await requested.undo();
  expect((await oakfold.budget()).held).toBe(0n);
  expect(await chat.escalation()).toBeUndefined();
});

test("a person who takes over while the turn decides has the conversation, and the customer has the hold back", async () => {
  const oakfold = await desk.customer("standard");
  const chat = await oakfold.opens();
  desk.meanwhile(async () => void (await desk.escalations.takeover(chat.id, BEN)));
  await chat.says("A human, please", HUMAN);
  expect(await chat.escalation()).toMatchObject({ state: "claimed", claimedBy: { name: "Ben Ortiz" }, payer: "company/goodwill" });
  expect((await oakfold.budget()).held).toBe(0n);
  expect(desk.notices("escalation")).toEqual([]);
  expect(await chat.said()).toEqual(["contact: A human, please"]);
});

test("a safety matter in refused text is raised beside a turn: the turn still answers, one escalation stands, nothing stays held", async () => {
  const oakfold = await desk.customer("standard");
  const chat = await oakfold.opens();
  desk.meanwhile(
    async () =>
      void (await desk.escalations.raise({
        conversation: chat.id,
        safety: DANGER.safety,
        text: "Somebody is hurt! ".repeat(2000),
        reason: "message_too_long",
      })),
  );
  await chat.says("A human, please", HUMAN);
  expect((await chat.said()).map((line) => line.split(":")[0])).toEqual(["contact", "notice", "avatar"]);
  expect((await chat.said())[1]).toContain("please call 112 first");
  expect((await desk.escalations.list({ limit: 10 })).items).toMatchObject([{ verdict: "overridden", class: "danger" }]);
  expect(desk.notices("escalation")).toMatchObject([{ verdict: "overridden" }]);
  expect((await oakfold.budget()).held).toBe(0n);
  const timers = await desk.db.query<{ kind: string }>("select kind from timers where done_at is null and kind like 'escalation.%' order by kind");
  expect(timers.map(({ kind }) => kind)).toEqual(["escalation.overdue", "escalation.remind"]);
});

test("a flood of refused safety texts is one matter, with the words kept for staff", async () => {
  const chat = await (await desk.customer("community")).opens();
  const raised = await Promise.all(
    Array.from({ length: 50 }, () => desk.escalations.raise({ conversation: chat.id, safety: SECURITY.safety, text: "I found a hole", reason: "too_fast" })),
  );
  expect(new Set(raised.map(({ escalation }) => escalation)).size).toBe(1);
  await desk.settled();
  expect(desk.notices("escalation")).toHaveLength(1);
  expect(desk.notices("escalation")[0]?.question).toBe("I found a hole");
  expect((await chat.escalation())?.question).toContain("It begins: I found a hole");
  expect((await desk.rulebook.decisionsOf(chat.id)).length).toBe(1);
});

test("the words of a budget never differ with the time of the answer: each request today is counted, none is dropped", async () => {
  const oakfold = await desk.customer("community");
  for (const _ of [1, 2, 3]) await (await oakfold.opens()).says("A human, please", HUMAN);
  const facts = await desk.db.query<{ today: number }>("select (facts->>'requestsToday')::int as today from decisions order by at, id");
  expect(new Set(facts.map(({ today }) => today))).toEqual(new Set([0, 1, 2]));
  expect(desk.clock.now()).toEqual(MONDAY);
});
