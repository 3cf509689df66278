import { afterEach, expect, test } from "vitest";
import { openLetterBox } from "../support/letter-box.ts";
import { openPhoneHouse, type PhoneHouse } from "./phone-scene.ts";

// "Never to somebody whose date we missed" (PRODUCT): whatever we had promised by a date, an answer of the avatar's, of a colleague's, or about an objection.
// A date is a day; what is promised by the hour is due by the hour. Who still waits for us is not thanked meanwhile.

let scene: PhoneHouse;
let box: Awaited<ReturnType<typeof openLetterBox>>;
afterEach(async () => {
  await scene.close();
  await box.close();
});

/** Ana of Aurora chats with us, and has agreed to be thanked, by mail and by telephone; on Tuesday it is two years. */
async function ana() {
  box = await openLetterBox();
  const env = { SMTP_URL: box.url, MAIL_ADDRESS: "hello@marlstone.example" };
  scene = await openPhoneHouse({ env, start: "2026-11-20T08:00:00Z", book: (text) => text.replaceAll(/holdOut: \d+ %/g, "holdOut: 0 %") });
  await scene.person("Aurora", "Olga", { fee: { amount: "290.000000", currency: "EUR" }, start: "2024-11-24", renewal: "2027-11-24" });
  const guest = await scene.house.guest({ sub: "ana", customer: "aurora", name: "Ana" });
  const who = await scene.behind(guest);
  await scene.house.staff("POST", `/contacts/${who.contact}/mail-consents`, { words: "Yes, do write.", address: "ana@aurora.example" });
  await scene.agrees(who.contact, "personal_call", "+4930123456");
  return { guest, ...who };
}
/** Staff hear of requests by the same server. */
const letters = () => box.got.filter(({ to }) => to[0] === "ana@aurora.example");
const became = async () => (await scene.house.db.query<{ line: string }>("select state || ' ' || reason as line from mailouts")).map(({ line }) => line);
const asksForAPerson = async (guest: Awaited<ReturnType<typeof ana>>["guest"]) => {
  await guest.says("I want to talk to a person about our contract.");
  const { items } = await scene.house.staff<{ items: { id: string; verdict: string; dueAt: string }[] }>("GET", "/escalations");
  expect(items).toMatchObject([{ verdict: "granted" }]);
  return items[0] as (typeof items)[number];
};
const answers = async (id: string) => {
  await scene.house.staff("POST", `/escalations/${id}/claim`);
  await scene.house.staff("POST", `/escalations/${id}/reply`, { text: "Here I am. It is all arranged." });
  await scene.house.staff("POST", `/escalations/${id}/resolve`, { minutes: 5, outcome: "Arranged" });
};

test("a colleague was promised by the hour and came a day late: no thank-you, by mail or by telephone", async () => {
  const { guest, contact } = await ana();
  const { id, dueAt } = await asksForAPerson(guest);
  await scene.house.advance(new Date(Date.parse(dueAt) + 3_600_000));
  expect((await guest.items()).at(-1)?.text).toContain("I'm sorry");
  await answers(id);
  await scene.house.advance("2026-11-25T12:00:00Z");
  expect(await became()).toEqual(["refused missed_date"]);
  expect(letters()).toEqual([]);
  await expect(scene.plan(contact)).rejects.toThrow("We did not keep a date");
});

test("a colleague who answered by the promised hour has kept it", async () => {
  const { guest } = await ana();
  const { id } = await asksForAPerson(guest);
  await answers(id);
  await scene.house.advance("2026-11-25T12:00:00Z");
  expect(letters()).toHaveLength(1);
});

test("while an objection is open nobody is thanked; decided by its day, the letter leaves", async () => {
  const { customer } = await ana();
  const { id } = await object(customer);
  await scene.house.advance("2026-11-24T12:00:00Z");
  expect(await became()).toEqual(["waiting question_open"]);
  await scene.house.staff("POST", `/no-claims/objections/${id}/verdict`, { verdict: "dismissed" });
  await scene.house.advance("2026-11-25T12:00:00Z");
  expect(letters()).toHaveLength(1);
});

test("an objection that was decided after its day is a date that we missed", async () => {
  const { customer } = await ana();
  const { id } = await object(customer);
  await scene.house.advance("2026-11-27T12:00:00Z");
  await scene.house.staff("POST", `/no-claims/objections/${id}/verdict`, { verdict: "dismissed" });
  await scene.house.advance("2026-11-28T12:00:00Z");
  expect(await became()).toEqual(["refused missed_date"]);
});

test("the avatar comes back at its date, a breath after it: kept, for calls as for mails", async () => {
  const { contact, customer, guest } = await ana();
  await scene.house.db.query(
    `insert into open_questions (id, conversation, customer, contact, cause, due_at, state, answered_by, created_at, closed_at)
     values ('oq_kept', $1, $2, $3, 'deferred', '2026-11-18T16:00:00Z', 'kept', 'avatar', '2026-11-16T10:00:00Z', '2026-11-18T16:00:01Z')`,
    [guest.conversation, customer, contact],
  );
  expect(await scene.plan(contact)).toMatchObject({ state: "waiting" });
});

async function object(customer: string): Promise<{ id: string }> {
  await scene.house.staff("POST", `/customers/${customer}/no-claims/objections`);
  const { items } = await scene.house.staff<{ items: { id: string }[] }>("GET", "/no-claims/objections?state=open");
  return items[0] as { id: string };
}
