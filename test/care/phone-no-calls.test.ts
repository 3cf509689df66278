import { afterEach, expect, test } from "vitest";
import type { LiveEvent } from "../../src/platform/live.ts";
import { startStubModel, type StubModel } from "../support/stub-model.ts";
import { openPhoneHouse, refusal, type Consent, type PhoneHouse } from "./phone-scene.ts";

// "Please don't call me", written in a chat, is obeyed by the service in the very turn that answers it: nobody of ours rings that person any more, whoever
// planned what, and nobody else loses a call for it (PRODUCT promise 10).

let scene: PhoneHouse;
let model: StubModel | undefined;
afterEach(async () => {
  await scene.close();
  await model?.close();
  model = undefined;
});
const NUMBER = "+4930123456";
const SECOND = "+4930999999";
const THIRD = "+49401111111";

/** A customer's person with a chat open, who has agreed to be called. */
async function chatting(name = "Ana", phone = NUMBER, locale = "en") {
  const guest = await scene.house.guest({ sub: name.toLowerCase(), customer: "aurora", name }, locale);
  const who = await scene.behind(guest);
  await scene.agrees(who.contact, "personal_call", phone);
  return { guest, ...who };
}
const consents = async (contact: string) => (await scene.house.staff<{ items: Consent[] }>("GET", `/contacts/${contact}/consents`)).items;
const standing = async (contact: string) => (await consents(contact)).filter(({ withdrawnAt }) => withdrawnAt === null).map(({ phone }) => phone);
const suppressed = async () => (await scene.house.db.query<{ n: number }>("select count(*)::int as n from do_not_call"))[0]?.n;

test("said in a chat: what they agreed to ends, their numbers are rung no more, what waits is let go, staff see it, and the reply says it", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const ana = await chatting();
  await scene.agrees(ana.contact, "automatic_call", SECOND);
  const planned = await scene.plan(ana.contact);
  const hints: LiveEvent[] = [];
  scene.house.app.rooms.live.subscribe("staff", (event) => void hints.push(event));
  const [reply, ...more] = await ana.guest.says("Please don't call me, just write.");
  expect(more).toEqual([]);
  // Obeyed, answered, and nothing else: no page for the word "call", no person who is asked to ring, no question that is kept.
  expect(reply?.text).toBe("I'm Marla, Marlstone's AI assistant. Understood: we won't call you. I answer whenever you write.");
  expect(await scene.house.db.query("select 1 from escalations union all select 1 from open_questions")).toEqual([]);
  expect(await standing(ana.contact)).toEqual([]);
  expect(await suppressed()).toBe(2);
  expect(await scene.call(planned.id)).toMatchObject({ state: "ended", outcome: "withdrawn", phone: null });
  expect(hints.filter(({ type }) => type === "phone_call")).toEqual([{ type: "phone_call", id: planned.id, customer: ana.customer }]);
  expect((await refusal(scene.act(planned.id, "claim"))).code).toBe("already_ended");
  expect((await refusal(scene.plan(ana.contact, { about: "promised" }))).code).toBe("may_not_call");
});

test("said twice it is the same, and said where nothing was agreed it is answered all the same; a consent written down later does not undo it", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const ana = await chatting("Ana", NUMBER, "de");
  for (const text of ["Rufen Sie mich bitte nicht mehr an", "Bitte rufen Sie mich nicht mehr an!"]) {
    expect((await ana.guest.says(text)).map(({ text: said }) => said)).toEqual([expect.stringContaining("Wir rufen Sie nicht an.")]);
    expect([await suppressed(), await standing(ana.contact)]).toEqual([1, []]);
  }
  await scene.agrees(ana.contact, "personal_call", NUMBER);
  expect((await refusal(scene.plan(ana.contact))).detail).toContain("asked not to be called");
  // Whoever agrees to be called at another telephone is called there.
  await scene.agrees(ana.contact, "personal_call", THIRD);
  expect((await scene.plan(ana.contact)).state).toBe("waiting");

  const stranger = await scene.house.guest();
  expect((await stranger.says("Don't call me, please"))[0]?.text).toContain("we won't call you");
  expect(await suppressed()).toBe(1);
  expect(await scene.house.db.query("select 1 from escalations")).toEqual([]);
});

test("what was taken back before counts, too: every number that they ever gave is known again", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const ana = await chatting();
  await scene.agrees(ana.contact, "personal_call", SECOND); // the first is taken back with it
  await ana.guest.says("Don't write to me unasked. And don't call me.");
  expect(await suppressed()).toBe(2);
  await scene.agrees(ana.contact, "personal_call", NUMBER);
  expect((await refusal(scene.plan(ana.contact))).detail).toContain("asked not to be called");
});

test("others keep theirs: a colleague of theirs, and whoever says what only sounds like it", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const [ana, ben] = [await chatting(), await chatting("Ben", SECOND)];
  const [first, second] = [await scene.plan(ana.contact, { about: "promised" }), await scene.plan(ben.contact, { about: "promised" })];
  for (const text of ["Don't call me Ben", "Don't call me before 10", "Why don't you call me?", "don't call the API"]) await ben.guest.says(text);
  await ana.guest.says("Stop calling me!");
  expect((await scene.call(first.id)).outcome).toBe("withdrawn");
  expect((await scene.call(second.id)).state).toBe("waiting");
  expect([await standing(ana.contact), await standing(ben.contact)]).toEqual([[], [SECOND]]);
  expect((await scene.act(second.id, "claim")).phone).toBe(SECOND);
});

test("one telephone for two: what waits for the other is let go as well, and staff see both", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const [ana, ben] = [await chatting(), await chatting("Ben", NUMBER)];
  const [first, second] = [await scene.plan(ana.contact, { about: "promised" }), await scene.plan(ben.contact, { about: "promised" })];
  const hints: string[] = [];
  scene.house.app.rooms.live.subscribe("staff", (event) => void (event.type === "phone_call" && hints.push(event["id"] as string)));
  await ana.guest.says("Please stop calling me.");
  expect((await scene.call(second.id)).outcome).toBe("withdrawn");
  expect(hints.toSorted()).toEqual([first.id, second.id].toSorted());
  // Ben has not said it: another number of his is rung.
  expect(await standing(ben.contact)).toEqual([NUMBER]);
  await scene.agrees(ben.contact, "personal_call", SECOND);
  expect((await scene.plan(ben.contact, { about: "promised" })).state).toBe("waiting");
});

test("a colleague who has claimed the call loses the number at once, and ends or hands back what is theirs", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const ana = await chatting();
  const { id } = await scene.plan(ana.contact);
  expect((await scene.act(id, "claim")).phone).toBe(NUMBER);
  await ana.guest.says("Please don't ring me.");
  expect(await scene.call(id)).toMatchObject({ state: "claimed", phone: null, consent: null });
  expect((await scene.act(id, "handback")).state).toBe("waiting");
  expect((await refusal(scene.act(id, "claim"))).code).toBe("may_not_call");
  expect(await scene.call(id)).toMatchObject({ state: "ended", outcome: "withdrawn" });
});

test("beside a question, both are done: the page is quoted, and nobody rings; the wish to be told of news stands", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const ana = await chatting();
  const [reply] = await ana.guest.says("How do I take a hot backup? And please don't call me any more. Tell me when there is news.");
  expect(reply?.sources).not.toEqual([]);
  expect(reply?.text).toContain("we won't call you");
  expect(reply?.text).toContain("I'll write to you here when there is news");
  expect(await scene.house.db.query("select scope, withdrawn_at is null as stands from consents order by scope")).toEqual([
    { scope: "news", stands: true },
    { scope: "personal_call", stands: false },
  ]);
});

test("who wants a person, and no call, gets both", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const ana = await chatting();
  const [reply] = await ana.guest.says("Don't call me, I'd rather talk to a human here.");
  expect(reply?.text).toContain("we won't call you");
  expect(await standing(ana.contact)).toEqual([]);
  expect(await scene.house.db.query("select class from escalations")).toEqual([{ class: "request" }]);
});

test("no model has a say in it: one that takes it for a wish to hear no news ends no news, and one that says nothing has answered", async () => {
  model = await startStubModel([{ toolCalls: [{ name: "tell_news", arguments: { wish: "stop" } }] }, { pieces: [" "] }]);
  scene = await openPhoneHouse({ env: { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "5000" } });
  await scene.person("Aurora", "Olga");
  const ana = await chatting();
  await scene.house.db.query(
    "insert into consents (id, customer, contact, conversation, words, given_at) values ('cst_news', $1, $2, $3, 'Tell me when it is out.', $4)",
    [ana.customer, ana.contact, ana.guest.conversation, scene.house.clock.now()],
  );
  const [reply] = await ana.guest.says("Please don't call me.");
  expect(reply?.text).toBe("I'm Marla, Marlstone's AI assistant. Understood: we won't call you. I answer whenever you write.");
  expect(await scene.house.db.query("select scope from consents where withdrawn_at is null")).toEqual([{ scope: "news" }]);
});
