import { afterEach, beforeEach, expect, test } from "vitest";
import { BEN, minutes, openDesk, ZOE, type Desk } from "./desk.ts";

const HUMAN = { by: "contact" as const };
const OUTAGE = { by: null, safety: [{ class: "outage" as const, rule: "outage.all_down.en" }] };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** A customer who asked for a human, and the escalation's id. */
async function asked(
  plan = "standard",
  more: { fee?: number } = {},
  wish: Parameters<Awaited<ReturnType<Awaited<ReturnType<Desk["customer"]>>["opens"]>>["says"]>[1] = HUMAN,
) {
  const customer = await desk.customer(plan, more);
  const chat = await customer.opens();
  await chat.says("My restore fails. A human, please", wish);
  const id = (await chat.escalation())?.id ?? "";
  return { customer, chat, id };
}

test("claiming tells the customer by name, silences the avatar, and acknowledges", async () => {
  const { chat, id } = await asked();
  expect(await desk.escalations.claim(id, BEN)).toMatchObject({
    state: "claimed",
    claimedBy: { id: "staff_ben", name: "Ben Ortiz" },
    acknowledgedBy: { id: "staff_ben", name: "Ben Ortiz" },
  });
  await desk.settled();
  expect(await chat.mode()).toBe("human");
  expect(desk.delivered.at(-1)?.envelope).toMatchObject({ kind: "mode", mode: "human", name: "Ben Ortiz" });
  await chat.says("Are you there?");
  expect((await chat.last())?.from).toBe("contact");
  expect(desk.hints.filter((hint) => hint["id"] === id).length).toBeGreaterThanOrEqual(2);
});

test("what one person holds, another cannot take, answer or end, and reads by whom", async () => {
  const { id } = await asked();
  await desk.escalations.claim(id, BEN);
  const refusal = { name: "StaffRefused", code: "held_by_other", message: "Ben Ortiz holds this one." };
  await expect(desk.escalations.claim(id, ZOE)).rejects.toMatchObject(refusal);
  await expect(desk.escalations.reply(id, { text: "Hi" }, ZOE)).rejects.toMatchObject(refusal);
  await expect(desk.escalations.resolve(id, { minutes: 5, outcome: "done" }, ZOE)).rejects.toMatchObject(refusal);
  await expect(desk.escalations.handback(id, ZOE)).rejects.toMatchObject(refusal);
  expect(await desk.escalations.claim(id, BEN)).toMatchObject({ state: "claimed" });
});

test("two people who claim at once: one has it", async () => {
  const { id } = await asked();
  const results = await Promise.allSettled([desk.escalations.claim(id, BEN), desk.escalations.claim(id, ZOE)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a person's words reach the customer under their name, from the holder only, and nothing is said twice", async () => {
  const { chat, id } = await asked();
  await expect(desk.escalations.reply(id, { text: "Hello" }, BEN)).rejects.toMatchObject({ code: "not_claimed" });
  await desk.escalations.claim(id, BEN);
  await expect(desk.escalations.reply(id, { text: "  " }, BEN)).rejects.toMatchObject({ code: "invalid" });
  const once = { ...BEN, once: "key-1" };
  await desk.escalations.reply(id, { text: "Please send me the log." }, once);
  await desk.escalations.reply(id, { text: "Please send me the log." }, once);
  await Promise.all([1, 2].map(() => desk.escalations.reply(id, { text: "And the version." }, { ...BEN, once: "key-2" })));
  expect((await chat.said()).filter((line) => line.startsWith("human"))).toEqual(["human: Please send me the log.", "human: And the version."]);
  expect((await chat.last())?.name).toBe("Ben Ortiz");
});

test("resolving settles: 12 minutes are billed as 15, the rest of the hold goes back, the avatar goes on", async () => {
  const { customer, chat, id } = await asked();
  await desk.escalations.claim(id, BEN);
  await desk.escalations.reply(id, { text: "Use --force." }, BEN);
  expect(await desk.escalations.resolve(id, { minutes: 12, outcome: "Restored" }, BEN)).toMatchObject({
    state: "resolved",
    minutes: 12,
    outcome: "Restored",
    hold: null,
  });
  expect(await customer.budget()).toMatchObject({ held: 0n, spent: 18_750_000n, left: 53_750_000n });
  expect(await desk.cents(`customer/${customer.id}/support-cost`)).toBe(1875);
  expect(await desk.cents("staff/time")).toBe(-1875);
  const booked = (await desk.ledger.postings({ customer: customer.id, limit: 50 })).filter(({ kind }) => kind === "staff");
  expect(new Set(booked.map(({ cause, turn }) => `${cause} ${turn}`))).toEqual(new Set(["backup null"]));
  const [transfer] = await desk.db.query<{ facts: unknown; episode: string | null }>("select facts, episode from transfers where kind = 'staff'");
  expect(transfer).toMatchObject({ facts: { escalation: id, minutes: 12, billed: 15 }, episode: expect.stringMatching(/^ep_/) });
  expect(await chat.mode()).toBe("avatar");
  await chat.says("And how do I back up?");
  expect((await chat.last())?.from).toBe("avatar");
});

test("resolving twice is resolving once; with other words it is refused", async () => {
  const { customer, id } = await asked();
  await desk.escalations.claim(id, BEN);
  const results = await Promise.allSettled([1, 2].map(() => desk.escalations.resolve(id, { minutes: 20, outcome: "Done" }, BEN)));
  expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(await desk.escalations.resolve(id, { minutes: 20, outcome: "Done" }, BEN)).toMatchObject({ state: "resolved" });
  await expect(desk.escalations.resolve(id, { minutes: 25, outcome: "Done" }, BEN)).rejects.toMatchObject({ code: "already_ended" });
  expect((await customer.budget()).spent).toBe(25_000_000n);
  for (const act of [desk.escalations.claim(id, BEN), desk.escalations.acknowledge(id, BEN), desk.escalations.downgrade(id, { reason: "x" }, BEN)])
    await expect(act).rejects.toMatchObject({ code: "already_ended" });
});

test("what took longer goes to the budget as long as it covers it", async () => {
  const { customer, id } = await asked(); // 72.50 EUR
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 55, outcome: "Long" }, BEN); // 68.75 EUR
  expect(await customer.budget()).toMatchObject({ spent: 68_750_000n, held: 0n, left: 3_750_000n });
  expect(await desk.cents("company/overrun")).toBe(0);
});

test("what the budget does not cover is the company's overrun, with its reason", async () => {
  const { customer, id } = await asked();
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 60, outcome: "Longer" }, BEN); // 75 EUR: 25 held, 50 more do not fit into 47.50
  expect(await customer.budget()).toMatchObject({ spent: 25_000_000n, held: 0n, left: 47_500_000n });
  expect(await desk.cents("company/overrun")).toBe(5000);
  const [row] = await desk.db.query<{ facts: unknown }>("select facts from transfers where key like 'staff/%/excess'");
  expect(row?.facts).toMatchObject({ reason: "budget", left: "47500000", escalation: id });
});

test("no minutes cost nothing, and the hold goes back", async () => {
  const { customer, id } = await asked();
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 0, outcome: "Asked by mistake" }, BEN);
  expect(await customer.budget()).toMatchObject({ spent: 0n, held: 0n });
  expect(await desk.db.query("select 1 from transfers where kind = 'staff'")).toEqual([]);
});

test("handing back gives the hold back and lets the avatar go on; with minutes they are booked", async () => {
  const first = await asked();
  await desk.escalations.claim(first.id, BEN);
  expect(await desk.escalations.handback(first.id, BEN)).toMatchObject({ state: "handed_back", minutes: null });
  expect(await desk.escalations.handback(first.id, BEN)).toMatchObject({ state: "handed_back" });
  expect(await first.customer.budget()).toMatchObject({ held: 0n, spent: 0n });
  expect(await first.chat.mode()).toBe("avatar");
  const second = await asked();
  await desk.escalations.claim(second.id, BEN);
  await desk.escalations.handback(second.id, BEN, 3);
  expect(await second.customer.budget()).toMatchObject({ held: 0n, spent: 6_250_000n });
});

test("a hold that its deadline has ended does not charge the customer twice: the time is asked of the budget anew", async () => {
  const { customer, id } = await asked();
  await desk.escalations.claim(id, BEN);
  desk.clock.moveTo(new Date("2026-12-08T10:00:00.000Z"));
  expect(await desk.ledger.sweep()).toBe(1);
  await desk.escalations.resolve(id, { minutes: 20, outcome: "Late" }, BEN);
  expect((await customer.budget()).spent).toBe(25_000_000n);
});

test("a deferred one may be claimed at the company's cost; the person's answer keeps the question", async () => {
  const { customer, chat, id } = await asked("community");
  await desk.escalations.claim(id, BEN);
  expect(await desk.questions.openIn(chat.id)).toHaveLength(1);
  await desk.escalations.reply(id, { text: "Here is how." }, BEN);
  expect(await desk.questions.list({ state: "kept", limit: 5 })).toMatchObject([{ answered_by: "staff" }]);
  await desk.escalations.resolve(id, { minutes: 9, outcome: "Helped" }, BEN);
  expect(await desk.cents("company/goodwill")).toBe(1250);
  expect(await desk.cents(`customer/${customer.id}/support-cost`)).toBe(0);
  await desk.advance(new Date("2026-11-30T09:00:00.000Z"));
  expect(desk.questionsDue).toEqual([]);
});

test("resolving without a word to the customer leaves the question open", async () => {
  const { chat, id } = await asked("community");
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 0, outcome: "Nothing to say yet" }, BEN);
  expect(await desk.questions.openIn(chat.id)).toHaveLength(1);
});

test("a safety matter costs the company, never the customer", async () => {
  const { customer, id } = await asked("standard", {}, OUTAGE);
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes: 90, outcome: "Fixed" }, BEN);
  expect(await desk.cents("company/safety")).toBe(11_250);
  expect(await customer.budget()).toMatchObject({ held: 0n, spent: 0n });
});

test("a person may step in unasked: at the company's cost, told by name", async () => {
  const customer = await desk.customer("standard");
  const chat = await customer.opens();
  await chat.says("How do I restore?");
  const taken = await desk.escalations.takeover(chat.id, BEN);
  expect(taken).toMatchObject({
    state: "claimed",
    class: "request",
    payer: "company/goodwill",
    hold: null,
    reasons: [{ code: "takeover" }],
    claimedBy: { name: "Ben Ortiz" },
    question: "How do I restore?",
  });
  expect(await chat.mode()).toBe("human");
  expect(await desk.escalations.takeover(chat.id, BEN)).toMatchObject({ id: taken.id });
  await expect(desk.escalations.takeover(chat.id, ZOE)).rejects.toMatchObject({ code: "held_by_other" });
  await desk.escalations.resolve(taken.id, { minutes: 5, outcome: "Said hello" }, BEN);
  expect(await desk.cents("company/goodwill")).toBe(625);
});

test("stepping in where a request is open claims that one, with its own payer", async () => {
  const { chat, id, customer } = await asked();
  expect(await desk.escalations.takeover(chat.id, BEN)).toMatchObject({ id, payer: `customer/${customer.id}/budget` });
});

test("a note never leaves the house", async () => {
  const { chat, id } = await asked();
  const before = await chat.said();
  const noted = await desk.escalations.note(id, { text: "Known since 4.2" }, { ...ZOE, once: "n1" });
  expect(await desk.escalations.note(id, { text: "Known since 4.2" }, { ...ZOE, once: "n1" })).toEqual(noted);
  expect(noted).toMatchObject({ by: { name: "Zoe Marsh" }, text: "Known since 4.2", escalation: id });
  expect(await chat.said()).toEqual(before);
  expect(await desk.db.query("select 1 from notes")).toHaveLength(1);
});

test("the queue has the most urgent first, and pages", async () => {
  const deferred = await asked("community");
  const granted = await asked();
  const overridden = await asked("community", {}, OUTAGE);
  const acknowledged = await asked("community", {}, OUTAGE);
  await desk.escalations.acknowledge(acknowledged.id, ZOE);
  const ended = await asked();
  await desk.escalations.claim(ended.id, BEN);
  await desk.escalations.resolve(ended.id, { minutes: 0, outcome: "x" }, BEN);
  const order = [overridden, acknowledged, granted, deferred, ended].map(({ id }) => id);
  expect((await desk.escalations.list({ limit: 10 })).items.map(({ id }) => id)).toEqual(order);
  const first = await desk.escalations.list({ limit: 2 });
  const second = await desk.escalations.list({ limit: 2, after: first.next ?? "" });
  const third = await desk.escalations.list({ limit: 2, after: second.next ?? "" });
  expect([...first.items, ...second.items, ...third.items].map(({ id }) => id)).toEqual(order);
  expect(third.next).toBeNull();
  expect((await desk.escalations.list({ state: "open", verdict: "overridden", limit: 10 })).items.map(({ id }) => id)).toEqual(order.slice(0, 2));
  expect(await desk.escalations.counts(BEN.id)).toEqual({ open: 4, overridden: 1, mine: 0 });
});

test("a false alarm is downgraded with its reason on record; the person hears the date of an answer and gets it", async () => {
  const { chat, id } = await asked("standard", {}, OUTAGE);
  await expect(desk.escalations.downgrade((await asked()).id, { reason: "no" }, BEN)).rejects.toMatchObject({ code: "conflict" });
  const after = await desk.escalations.downgrade(id, { reason: "Their own router" }, ZOE);
  expect(after).toMatchObject({
    verdict: "deferred",
    payer: "company/goodwill",
    downgraded: { by: "Zoe Marsh", reason: "Their own router" },
    acknowledgedBy: { name: "Zoe Marsh" },
  });
  expect((await chat.last())?.from).toBe("notice");
  expect((await chat.last())?.text).toBe(
    "A colleague has looked at what you reported. I have kept your question, and you will hear from us here by Thursday, 26 November.",
  );
  expect(await desk.questions.openIn(chat.id)).toMatchObject([{ escalation: id, cause: "deferred", text: "My restore fails. A human, please" }]);
  await desk.escalations.downgrade(id, { reason: "Their own router" }, ZOE);
  const sent = desk.notices("escalation").length;
  await desk.advance(minutes(300));
  expect(desk.notices("escalation").length).toBe(sent);
  expect((await chat.items()).filter(({ from }) => from === "notice")).toHaveLength(1);
});

test("an open question is answered from its list, once, and its deferred request is over with it", async () => {
  const { chat, id } = await asked("community");
  const [question] = await desk.questions.openIn(chat.id);
  const q = question?.id ?? "";
  await desk.escalations.answerQuestion(q, { text: "It is fixed in 4.3." }, { ...BEN, once: "a" });
  await desk.escalations.answerQuestion(q, { text: "It is fixed in 4.3." }, { ...BEN, once: "a" });
  await expect(desk.escalations.answerQuestion(q, { text: "Again" }, ZOE)).rejects.toMatchObject({ code: "conflict" });
  expect((await chat.said()).at(-1)).toBe("human: It is fixed in 4.3.");
  expect(await desk.escalations.get(id)).toMatchObject({ state: "resolved" });
  expect(await desk.questions.get(q)).toMatchObject({ state: "kept", answered_by: "staff" });
  await desk.advance(new Date("2026-11-30T09:00:00.000Z"));
  expect(desk.questionsDue).toEqual([]);
  await expect(desk.escalations.answerQuestion("q_no", { text: "x" }, BEN)).rejects.toMatchObject({ code: "not_found" });
});

test("a question in a conversation that somebody holds is theirs to answer", async () => {
  const { chat, id } = await asked("community");
  const [question] = await desk.questions.openIn(chat.id);
  await desk.escalations.claim(id, BEN);
  await expect(desk.escalations.answerQuestion(question?.id ?? "", { text: "Me!" }, ZOE)).rejects.toMatchObject({ code: "held_by_other" });
});

test("the avatar keeps a deferred one's question at its date: then the request is over", async () => {
  const { chat, id } = await asked("community");
  const [question] = await desk.questions.openIn(chat.id);
  const { applyWrites } = await import("../../src/platform/commit.ts");
  await applyWrites(desk.db, [
    ...desk.questions.close(question?.id ?? "", "avatar"),
    ...desk.escalations.questionKept({ id: question?.id ?? "", escalation: id }),
  ]);
  expect(await desk.escalations.get(id)).toMatchObject({ state: "resolved" });
});

test("buttons in a channel do the same, and show the card as it is now", async () => {
  const { id } = await asked();
  expect(await desk.escalations.actions.acknowledge(id, ZOE)).toMatchObject({ state: "open", claimedBy: null, acknowledgedBy: "Zoe Marsh" });
  expect(await desk.escalations.actions.claim(id, ZOE)).toMatchObject({ state: "claimed", claimedBy: "Zoe Marsh" });
  expect(await desk.escalations.actions.reply(id, "Hello", ZOE)).toMatchObject({ id });
  await expect(desk.escalations.actions.claim("esc_no", ZOE)).rejects.toMatchObject({ code: "not_found" });
});
