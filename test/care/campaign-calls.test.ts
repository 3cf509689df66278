import { readFile, writeFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import type { Campaign, Mailout } from "../../src/http/contract.ts";
import { openTestDatabase } from "../support/database.ts";
import { openLetterBox } from "../support/letter-box.ts";
import { eventually } from "../support/service.ts";
import { startTelephone } from "../support/telephone.ts";
import { openPhoneHouse, refusal, SWITCHED_ON, type Call, type PhoneHouse } from "./phone-scene.ts";

// "We love you" by telephone: a campaign plans a call where somebody has agreed to be called, once for an occasion and a customer, within the caps of all
// campaigns and its budget. Whether it is still wanted is asked again in the transaction in which somebody picks up the telephone (promise 10).

let scene: PhoneHouse;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await scene.close();
  for (const close of closing.splice(0)) await close();
});

const START = "2026-11-20T08:00:00Z"; // a Friday, nine o'clock in Berlin
const BIRTHDAY = "2026-11-24T08:30:00Z"; // of the contract, on a Tuesday: half past nine
const NUMBER = "+4930123456";
const CONTRACT = { fee: { amount: "100.000000", currency: "EUR" }, start: "2024-11-24", renewal: "2027-11-24" };
/** The anniversary is called for; a call is thought to cost 20 EUR, and 50 EUR a month are there for it. */
const BY_CALL = (book: string, by = "call") =>
  book
    .replaceAll(/holdOut: \d+ %/g, "holdOut: 0 %")
    .replace(/by: mail.*/, `by: ${by}`)
    .replace("costs: 0.01 EUR # what one", "costs: 20 EUR # what one")
    .replace("budget: 20 EUR # a month", "budget: 50 EUR # a month");

const open = (given: Parameters<typeof openPhoneHouse>[0] = {}) =>
  openPhoneHouse({ start: START, book: (text) => BY_CALL(text), ...given }).then((opened) => (scene = opened));
const until = (moment: string) => scene.house.advance(moment);
const thanked = async () => (await scene.house.staff<{ items: Mailout[] }>("GET", "/mailouts")).items;
const calls = async () => (await scene.house.staff<{ items: Call[] }>("GET", "/phone-calls")).items;
const campaign = async () =>
  (await scene.house.staff<{ items: Campaign[] }>("GET", "/mailouts/campaigns")).items.find(({ id }) => id === "anniversary") as Campaign;
/** Somebody whose contract is two years old on the day, and who has agreed to be called by us. */
async function agreed(customer = "Aurora", name = "Ana", scope: "personal_call" | "automatic_call" = "personal_call", contract: object = CONTRACT) {
  const who = await scene.person(customer, name, contract);
  const { id } = await scene.agrees(who.contact, scope, NUMBER);
  return { ...who, consent: id };
}
async function planned(): Promise<Call> {
  await until(BIRTHDAY);
  const [call] = await calls();
  if (!call) throw new Error("no call was planned");
  return call;
}

test("two years together: a task for a colleague, with what to say; once it was made it is told, paid from the budget, and booked once", async () => {
  await open();
  const { customer } = await agreed();
  await until("2026-11-23T22:00:00Z");
  expect(await calls()).toEqual([]);
  const call = await planned();
  expect(call).toMatchObject({ kind: "personal", state: "waiting", campaign: "anniversary", about: "thank_you" });
  expect(await thanked()).toMatchObject([{ campaign: "anniversary", state: "planned", call: call.id, cost: null }]);
  expect(await campaign()).toMatchObject({ counts: { planned: 1 }, left: { amount: "30.000000" }, spent: { amount: "0.000000" }, thanked: { customers: 0 } });
  expect((await scene.call(call.id)).sheet.map(({ text }) => text).join(" ")).not.toMatch(/not asking|quiet|never needed|€/i);
  expect(await scene.act(call.id, "claim")).toMatchObject({ state: "claimed", phone: NUMBER });
  await scene.act(call.id, "finish", { minutes: 12, outcome: "reached" });
  expect(await thanked()).toMatchObject([{ state: "called", reason: "reached", cost: { amount: "18.750000" } }]);
  expect(await campaign()).toMatchObject({ counts: { called: 1 }, left: { amount: "31.250000" }, spent: { amount: "18.750000" }, thanked: { customers: 1 } });
  await until("2026-12-31T12:00:00Z");
  expect(await calls()).toHaveLength(1);
  expect(await scene.booked()).toEqual([
    { account: "company/goodwill", amount: 18_750_000, customer, cause: "thank_you" },
    { account: "staff/time", amount: -18_750_000, customer, cause: "thank_you" },
  ]);
  const asked = await scene.house.db.query("select verdict from decisions where policy = 'thank' order by at, id");
  expect(asked).toEqual([{ verdict: "send" }, { verdict: "send" }]); // when it was planned, and when it was made
});

test("only who agreed to be called; of two colleagues one; and nobody while another call to them is planned", async () => {
  await open();
  await agreed();
  await agreed("Aurora", "Ben");
  await scene.person("Borealis", "Carl", CONTRACT); // never asked
  const dora = await agreed("Corona", "Dora");
  await scene.plan(dora.contact, { about: "promised", reason: "She asked to be rung." });
  const items = (await planned()) && (await calls());
  expect(items).toHaveLength(2);
  expect((await thanked()).map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual([
    "planned well_behaved",
    "waiting call_planned",
    "waiting call_planned",
  ]);
  await until("2026-12-31T12:00:00Z");
  expect(await calls()).toHaveLength(4); // Ben, once nobody had rung Ana; and Dora, once the promised call had lapsed
});

test("what has changed since: a question that is open keeps the telephone on the hook, and a word taken back ends the call", async () => {
  await open();
  await scene.person("Aurora", "Ana", CONTRACT);
  const guest = await scene.house.guest({ sub: "ana", customer: "aurora", name: "Ana" });
  const { contact } = await scene.behind(guest);
  const { id: consent } = await scene.agrees(contact, "personal_call", NUMBER);
  const call = await planned();
  await guest.says("I want to talk to a person about our invoice.");
  expect((await refusal(scene.act(call.id, "claim"))).code).toBe("not_now");
  expect(await scene.call(call.id)).toMatchObject({ state: "waiting" });
  await scene.house.staff("POST", `/consents/${consent}/withdraw`, {});
  expect((await refusal(scene.act(call.id, "claim"))).code).toBe("may_not_call");
  expect(await thanked()).toMatchObject([{ state: "not_reached", reason: "withdrawn", cost: null }]);
  expect(await campaign()).toMatchObject({ left: { amount: "50.000000" } });
});

test("who has become one that calls often is not rung for being well-behaved: the reason is the campaign's", async () => {
  await open();
  await scene.person("Aurora", "Ana", CONTRACT);
  const guest = await scene.house.guest({ sub: "ana", customer: "aurora", name: "Ana" });
  const { contact } = await scene.behind(guest);
  await scene.agrees(contact, "personal_call", NUMBER);
  const call = await planned();
  await guest.says("How do I take a hot backup?");
  await scene.house.db.query(
    `insert into episodes (id, customer, topic, ours, opened_at, last_at) select 'ep_' || n, (select customer from contacts where id = $1), 'topic' || n, false, $2, $2 from generate_series(1, 3) n`,
    [contact, scene.house.clock.now()],
  );
  const refused = await refusal(scene.act(call.id, "claim"));
  expect(refused).toMatchObject({ code: "may_not_call", detail: expect.stringContaining("matters in 90 days") });
  expect(await scene.call(call.id)).toMatchObject({ state: "ended", outcome: "withdrawn" });
});

test.each(["voicemail", "asked_not_to"])("caps are over all campaigns: whoever was called (%s) gets no mail in the same quarter as well", async (outcome) => {
  const box = await openLetterBox();
  closing.push(() => box.close());
  const both = (text: string) =>
    BY_CALL(text).replace(
      "  campaigns:\n",
      "  campaigns:\n    - { id: by-mail, by: mail, occasion: smooth_upgrade, holdOut: 0 %, costs: 0.01 EUR, budget: 1 EUR, freshDays: 200 }\n",
    );
  const env = { SMTP_URL: box.url, MAIL_ADDRESS: "hello@marlstone.example", PUBLIC_URL: "https://marlstone.example" };
  await open({ book: both, env });
  const ana = await agreed();
  await scene.house.staff("POST", `/contacts/${ana.contact}/mail-consents`, { words: "Yes, do write." });
  const call = await planned();
  await scene.house.staff("POST", "/upgrades", { customer: ana.customer });
  await scene.act(call.id, "claim");
  await scene.act(call.id, "finish", { minutes: 3, outcome });
  await until("2027-01-15T12:00:00Z");
  expect(box.got).toEqual([]);
  expect((await thanked()).find((one) => one.campaign === "by-mail")).toMatchObject({ state: "waiting", reason: "cap_reached" });
  await until("2027-03-05T12:00:00Z");
  expect(box.got).toHaveLength(1);
});

test("who is held out by lot is not called, and is written down; a spent budget waits for the next month", async () => {
  await open({ book: (text) => BY_CALL(text).replace("budget: 50 EUR", "budget: 20 EUR") });
  await agreed();
  await agreed("Borealis", "Ben");
  const call = await planned();
  await scene.act(call.id, "claim");
  await scene.act(call.id, "finish", { minutes: 12, outcome: "reached" });
  await until("2026-11-30T12:00:00Z");
  expect(await calls()).toHaveLength(1);
  await until("2026-12-02T12:00:00Z");
  expect(await calls()).toHaveLength(2);
  await scene.close();
  await open({ book: (text) => BY_CALL(text).replace("holdOut: 0 %", "holdOut: 100 %") });
  await agreed();
  await until("2026-11-25T12:00:00Z");
  expect(await calls()).toEqual([]);
  expect(await campaign()).toMatchObject({ counts: { held_out: 1 }, heldOut: { customers: 1 } });
});

test("by a computer voice where the owner has switched it on and they have agreed to that; else a colleague, or nobody", async () => {
  const telephone = await startTelephone();
  closing.push(() => telephone.close());
  const port = 40_000 + (process.pid % 20_000);
  const env = { ...telephone.env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  await open({ env, book: (text) => SWITCHED_ON(BY_CALL(text, "automatic_call")) });
  await agreed("Aurora", "Ana", "automatic_call");
  await until(BIRTHDAY);
  await eventually(() => expect(telephone.asked).toBe(1));
  const [rung] = telephone.calls;
  await rung?.pickUp();
  await rung?.status("completed", { CallDuration: "61" });
  expect(await thanked()).toMatchObject([{ state: "called", reason: "reached", cost: { amount: "0.110000" } }]);
  await until("2026-12-31T12:00:00Z");
  expect(telephone.asked).toBe(1);
  await scene.close();
  await open({ book: (text) => BY_CALL(text, "automatic_call") }); // not switched on
  await agreed("Aurora", "Ana", "automatic_call");
  await agreed("Borealis", "Ben");
  await until(BIRTHDAY);
  expect((await calls()).map(({ kind }) => kind)).toEqual(["personal"]);
  expect((await thanked()).map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual(["planned well_behaved", "refused no_consent"]);
});

test("nobody has taken the telephone before the call lapsed: told as not reached, nothing is spent, and it is not planned anew", async () => {
  await open();
  await agreed();
  await planned();
  await until("2027-01-20T12:00:00Z");
  expect(await calls()).toMatchObject([{ state: "ended", outcome: "lapsed" }]);
  expect(await thanked()).toMatchObject([{ state: "not_reached", reason: "lapsed" }]);
  expect(await campaign()).toMatchObject({ counts: { not_reached: 1 }, thanked: { customers: 0 }, spent: { amount: "0.000000" } });
});

test("after a standstill of 45 days what was missed is planned once while it is fresh, else written down as lapsed", async () => {
  const db = await openTestDatabase();
  closing.push(() => db.close());
  await open({ db });
  await agreed("Aurora", "Ana"); // on 24 November: six weeks late
  await agreed("Borealis", "Ben", "personal_call", { ...CONTRACT, start: "2024-12-30" });
  await until("2026-11-21T12:00:00Z");
  await scene.close();
  await open({ db, start: "2027-01-05T12:00:00Z" });
  await until("2027-01-06T12:00:00Z");
  expect((await calls()).map(({ contact }) => contact.name)).toEqual(["Ben"]);
  expect((await thanked()).map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual(["lapsed stale", "planned well_behaved"]);
  await until("2027-02-28T12:00:00Z");
  expect(await calls()).toHaveLength(1);
});

test("a campaign that the owner writes while the service runs is planned from the next morning on", async () => {
  await open({ book: (text) => text });
  await agreed();
  await until("2026-11-21T12:00:00Z");
  await writeFile(scene.file, BY_CALL(await readFile(scene.file, "utf8")));
  await scene.house.app.readOwnersFiles();
  await until(BIRTHDAY);
  expect(await calls()).toHaveLength(1);
});

test.each(["reached", "asked_not_to"])("their answer to our call (%s) is no matter of theirs, and counts against nobody", async (outcome) => {
  await open();
  await scene.person("Aurora", "Ana", CONTRACT);
  const guest = await scene.house.guest({ sub: "ana", customer: "aurora", name: "Ana" });
  const { contact, customer } = await scene.behind(guest);
  await scene.agrees(contact, "personal_call", NUMBER);
  const call = await planned();
  await scene.act(call.id, "claim");
  await scene.act(call.id, "finish", { minutes: 4, outcome });
  const counted = async () => (await scene.house.app.rooms.alerts.counting.countedOf(scene.house.db, customer, new Date("2026-11-01T00:00:00Z"))).length;
  await guest.says("How do I take a hot backup?");
  expect(await counted()).toBe(0);
  await until("2026-12-08T12:00:00Z");
  await guest.says("Which port does the console use?");
  expect(await counted()).toBe(1);
});
