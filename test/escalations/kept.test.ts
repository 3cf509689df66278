import { afterEach, beforeEach, expect, test } from "vitest";
import { applyWrites } from "../../src/platform/commit.ts";
import { BEN, openDesk, type Desk } from "./desk.ts";

// The figure to publish: of the people who could not get a colleague at once, how many had a true answer by the promised date. A page, a
// person or a human look is one; a plain no keeps the date and is none.

const HUMAN = { by: "contact" as const };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(new Date("2026-11-23T09:00:00.000Z")); // a Monday; the date is Thursday, 26 November, 17:00 in Berlin
});
afterEach(() => desk.close());

type Asked = Awaited<ReturnType<typeof deferred>>;
async function deferred() {
  const chat = await (await desk.customer("community")).opens();
  await chat.says("A human, please", HUMAN);
  const [question] = await desk.questions.openIn(chat.id);
  if (!question) throw new Error("nothing is kept");
  return { ...chat, question: question.id, escalation: question.escalation ?? "" };
}

test("each kind counts as what it is, by the month of its date in the owner's zone", async () => {
  const all = [];
  for (let i = 0; i < 7; i++) {
    desk.clock.moveTo(new Date(Date.UTC(2026, 10, 23, 9, i)));
    all.push(await deferred());
  }
  const [page, staff, looked, again, no, late] = all as [Asked, Asked, Asked, Asked, Asked, Asked];
  expect(await desk.escalations.kept.months()).toEqual([]);
  await applyWrites(desk.db, [
    ...desk.questions.close(page.question, "avatar"),
    ...desk.escalations.questionKept({ id: page.question, escalation: page.escalation }),
  ]);
  await desk.escalations.answerQuestion(staff.question, { text: "Yes." }, BEN);
  await desk.advance(new Date("2026-11-24T08:00:00.000Z"));
  for (const { escalation } of [looked, again]) {
    await desk.escalations.claim(escalation, BEN);
    await desk.escalations.reply(escalation, { text: "Set it to hot." }, BEN);
    await desk.escalations.resolve(escalation, { minutes: 10, outcome: "explained" }, BEN);
  }
  // At the date itself, in the evening still by the date, and a day later.
  desk.clock.moveTo(new Date("2026-11-26T16:00:30.000Z"));
  await applyWrites(desk.db, desk.questions.close(no.question, "plain_no"));
  desk.clock.moveTo(new Date("2026-11-27T16:00:00.000Z"));
  await applyWrites(desk.db, desk.questions.close(late.question, "avatar"));
  const [month] = await desk.escalations.kept.months();
  // The seventh is open, and its date is past.
  expect(month).toEqual({ month: "2026-11", people: 7, answered: 4, share: 0.5714, questions: { page: 1, staff: 1, look: 2, plainNo: 1, late: 2 } });
});

test("somebody with two questions is answered when both are; what is not due yet counts nowhere", async () => {
  const first = await deferred();
  await desk.escalations.answerQuestion(first.question, { text: "Yes." }, BEN);
  await first.says("A human, please", HUMAN);
  expect(await desk.escalations.kept.months()).toMatchObject([{ people: 1, answered: 1, share: 1 }]);
  const [second] = await desk.questions.openIn(first.id);
  await applyWrites(desk.db, desk.questions.close(second?.id ?? "", "plain_no"));
  expect(await desk.escalations.kept.months()).toEqual([
    { month: "2026-11", people: 1, answered: 0, share: 0, questions: { page: 0, staff: 1, look: 0, plainNo: 1, late: 0 } },
  ]);
});

test("what people can do in a month stands beside what the last full months asked of them", async () => {
  expect(await desk.escalations.kept.capacity()).toEqual({ looks: 12, byHours: 0, inAll: 12, asked: null });
  for (let i = 0; i < 3; i++) await deferred();
  expect(await desk.escalations.kept.capacity()).toMatchObject({ asked: null });
  desk.clock.moveTo(new Date("2026-12-01T09:00:00.000Z"));
  expect(await desk.escalations.kept.capacity()).toMatchObject({ asked: 3 });
});
