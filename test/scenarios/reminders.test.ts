import { afterEach, describe, expect, test } from "vitest";
import { createPrivacy } from "../../src/privacy/index.ts";
import type { Database } from "../../src/platform/database.ts";
import { openTestDatabase } from "../support/database.ts";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type Script, type StubModel } from "../support/stub-model.ts";

// "Remind me on Monday": policy decides, the service says the date in its own words, and when it has come the avatar writes first, once, in
// the same conversation. It can be taken back in the chat, staff see it, and erasing takes it away.

let house: House;
let model: StubModel | undefined;
let own: Database | undefined;
afterEach(async () => {
  await house.close();
  await own?.close();
  own = undefined;
  model?.done();
  await model?.close();
  model = undefined;
});

type Reminders = { reminders: { what: string; dueAt: string; state: string }[]; turns: { cause: string }[] };
const seen = (id: string) => house.staff<Reminders>("GET", `/conversations/${id}`);
const timers = () => house.db.query<{ ref: string }>("select ref from timers where kind = 'reminder.due' and done_at is null");

// It is Monday, 2 March 2026, 10:00 in Berlin.
describe("without a model", () => {
  test("it is kept with its date, seen by staff, and told at its moment, exactly once", async () => {
    house = await openHouse();
    const guest = await house.guest();
    const [reply] = await guest.says("Please remind me tomorrow at 9 to renew our certificate");
    expect(reply?.text).toBe(
      "I'm Marla, Marlstone's AI assistant. I'll remind you here at 09:00 on Tuesday, 3 March. If you no longer need it, just write “forget the reminder”.",
    );
    expect((await seen(guest.conversation)).reminders).toEqual([
      { id: expect.any(String), what: "renew our certificate", dueAt: "2026-03-03T08:00:00.000Z", state: "open", createdAt: "2026-03-02T09:00:00.000Z" },
    ]);
    await house.advance("2026-03-03T07:59:59Z");
    expect((await guest.items()).length).toBe(2);
    await house.advance("2026-03-03T08:00:00Z");
    expect((await guest.items()).at(-1)).toMatchObject({ from: "avatar", text: "On Monday, 2 March you asked me to remind you:\n\n“renew our certificate”" });
    await house.advance("2026-03-20T08:00:00Z");
    expect((await guest.items()).length).toBe(3);
    const after = await seen(guest.conversation);
    expect(after.reminders).toMatchObject([{ state: "kept" }]);
    expect(after.turns.map(({ cause }) => cause)).toEqual(["message", "reminder"]);
    expect(await house.db.query("select verdict, facts from decisions where policy = 'remind'")).toEqual([
      { verdict: "granted", facts: { asked: true, inMinutes: 1380, standing: 0 } },
    ]);
  });

  test("who writes it twice, because nobody has answered yet, is reminded once", async () => {
    house = await openHouse();
    const guest = await house.guest({ sub: "ana" });
    await guest.says("Remind me in two hours to check the replica");
    await house.advance("2026-03-02T09:01:00Z");
    const [again] = await guest.says("Remind me in two hours to check the replica");
    expect(again?.text).toContain("I'll remind you here at 12:00");
    expect(await timers()).toHaveLength(1);
    // Another moment is another wish.
    await guest.says("Remind me in three hours to check the replica");
    expect(await timers()).toHaveLength(2);
    await house.advance("2026-03-02T13:00:00Z");
    expect((await guest.items()).filter(({ text }) => text.includes("“check the replica”"))).toHaveLength(2);
  });

  test("whoever asks which reminders are kept is told their own, the soonest first, and nobody else's", async () => {
    house = await openHouse();
    const guest = await house.guest({ sub: "ana" });
    const [none] = await guest.says("Which reminders do you keep for me?");
    expect(none?.text).toContain("I keep no reminder for you at the moment.");
    await guest.says("Remind me on Friday at 9 to renew our certificate");
    await guest.says("Remind me tomorrow at 9 to check the replica");
    const stranger = await house.guest({ sub: "ben" });
    await stranger.says("Remind me tomorrow at 10 to call my bank");
    const [told] = await guest.says("What are my reminders?");
    expect(told?.text).toBe("Reminder at 09:00 on Tuesday, 3 March: “check the replica”\n\nReminder at 09:00 on Friday, 6 March: “renew our certificate”");
  });

  test("in German, over the change of the clocks: nine o'clock is nine o'clock", async () => {
    house = await openHouse({}, { start: "2026-03-27T09:00:00Z" }); // the Friday before
    const guest = await house.guest(undefined, "de");
    const [reply] = await guest.says("Erinnere mich bitte am Montag um 9 Uhr an die Migration");
    expect(reply?.text).toContain("Ich erinnere Sie hier daran: Montag, 30. März, 09:00 Uhr.");
    await house.advance("2026-03-30T06:59:00Z");
    expect((await guest.items()).length).toBe(2);
    await house.advance("2026-03-30T07:00:00Z");
    expect((await guest.items()).at(-1)?.text).toBe("Am Freitag, 27. März haben Sie mich gebeten, Sie zu erinnern:\n\n„die Migration“");
  });

  test("what is not clear is asked back, what cannot be kept is said plainly; nothing is kept then", async () => {
    house = await openHouse();
    const guest = await house.guest();
    expect((await guest.says("Remind me about the certificate"))[0]?.text).toContain("When shall I remind you?");
    expect((await guest.says("Remind me on Monday or on Tuesday about it"))[0]?.text).toContain("When shall I remind you?");
    expect((await guest.says("Remind me on 2026-01-05 about it"))[0]?.text).toContain("past already");
    expect((await guest.says("Remind me on 2028-01-05 about it"))[0]?.text).toContain("further ahead than a year");
    expect(await timers()).toEqual([]);
    expect((await guest.says("Can you remind me how a hot backup works?"))[0]?.text).not.toContain("remind you here");
  });

  test("nobody has more than twenty waiting", async () => {
    house = await openHouse();
    const guest = await house.guest({ sub: "ana" });
    for (let day = 1; day <= 20; day++) await guest.says(`Remind me in ${day} days about it`);
    expect((await guest.says("Remind me in 30 days about it"))[0]?.text).toContain("at most 20 reminders");
    expect(await timers()).toHaveLength(20);
    expect((await guest.says("Forget all reminders"))[0]?.text).toContain("It is forgotten");
    expect(await timers()).toEqual([]);
  });

  test("forgotten in the chat, the last one alone: no row, no timer, no message", async () => {
    house = await openHouse();
    const guest = await house.guest({ sub: "ana" });
    await guest.says("Remind me tomorrow to check the replica");
    await house.advance("2026-03-02T09:05:00Z");
    await guest.says("Remind me in 2 days about the licence");
    expect((await guest.says("Forget the reminder"))[0]?.text).toContain("It is forgotten: I won't remind you of it.");
    expect((await seen(guest.conversation)).reminders.map(({ what }) => what)).toEqual(["check the replica"]);
    await guest.says("Don't remind me");
    expect((await guest.says("Forget the reminder"))[0]?.text).toContain("I keep no reminder for you");
    const before = (await guest.items()).length;
    await house.advance("2026-03-10T12:00:00Z");
    expect((await guest.items()).length).toBe(before);
  });

  test("a service that was down at the moment tells it when it is back, once", async () => {
    const db = (own = await openTestDatabase());
    house = await openHouse({}, { db });
    const guest = await house.guest({ sub: "ana" });
    await guest.says("Remind me tomorrow to check the replica");
    await house.close();
    house = await openHouse({}, { db, start: "2026-03-05T09:00:00Z" });
    await house.settle();
    const told = await db.query("select text from messages where author = 'avatar' and text like '%check the replica%'");
    expect(told).toHaveLength(1);
    await house.advance("2026-03-09T09:00:00Z");
    expect(await db.query("select 1 from messages where author = 'avatar' and text like '%asked me to remind you%'")).toHaveLength(1);
  });

  test("while a person holds the conversation the avatar is silent; it tells it when it is handed back", async () => {
    house = await openHouse();
    const guest = await house.guest({ sub: "ana" });
    await guest.says("Remind me tomorrow to check the replica");
    const { id } = await house.staff<{ id: string }>("POST", `/conversations/${guest.conversation}/takeover`);
    await house.advance("2026-03-03T12:00:00Z");
    expect((await guest.items()).some(({ text }) => text.includes("asked me to remind"))).toBe(false);
    await house.staff("POST", `/escalations/${id}/handback`);
    await house.advance("2026-03-03T14:00:00Z");
    expect((await guest.items()).filter(({ text }) => text.includes("asked me to remind"))).toHaveLength(1);
  });

  /** Both in one turn: they wait until a person hands the conversation back. */
  async function together(guest: Guest, texts: string[]): Promise<string> {
    const { id } = await house.staff<{ id: string }>("POST", `/conversations/${guest.conversation}/takeover`);
    for (const text of texts) await guest.says(text);
    await house.staff("POST", `/escalations/${id}/handback`);
    await house.settle();
    return (await guest.items()).findLast(({ from }) => from === "avatar")?.text ?? "";
  }

  test.each([
    ["in a burst", ["Remind me tomorrow at 9 to renew", "How do I restore a backup?"], "I'll remind you here at 09:00 on Tuesday, 3 March."],
    ["in one message", ["Remind me tomorrow at 9 to renew. How do I restore a backup?"], "I'll remind you here at 09:00 on Tuesday, 3 March."],
    ["behind a note", ["Remember that we run Debian", "How do I restore a backup?"], "Noted for next time: “we run Debian”."],
  ])("a question that stands beside the wish %s is answered, too", async (_, texts, done) => {
    house = await openHouse();
    const reply = await together(await house.guest({ sub: "ana" }), texts);
    expect(reply).toContain(done);
    expect(reply).toMatch(/our page “[^”]*backup[^”]*” says/i);
  });

  test("the wish alone asks nothing else", async () => {
    house = await openHouse();
    await together(await house.guest({ sub: "ana" }), ["Could you remind me tomorrow at 9 to renew? Is that possible?"]);
    expect(await timers()).toHaveLength(1);
    expect((await house.staff<{ items: unknown[] }>("GET", "/questions?state=open")).items).toEqual([]);
  });

  test("what was asked for a moment ago is what is forgotten, also where one turn reads both", async () => {
    house = await openHouse();
    const guest = await house.guest({ sub: "ana" });
    await guest.says("Remind me in 2 days about the licence");
    await together(guest, ["Remind me tomorrow to check the replica", "Forget the reminder"]);
    expect((await seen(guest.conversation)).reminders.map(({ what }) => what)).toEqual(["the licence"]);
    expect(await timers()).toHaveLength(1);
  });

  test("it is part of a person's file, and erasing takes it away", async () => {
    house = await openHouse();
    const guest = await house.guest({ sub: "ana", name: "Ana" });
    await guest.says("Remind me tomorrow to call Dr Weber about the MRI");
    const [row] = await house.db.query<{ contact: string }>("select contact from reminders");
    const file = await house.staff<{ reminders: unknown[] }>("GET", `/contacts/${row?.contact}/export`);
    expect(file.reminders).toEqual([
      { what: "call Dr Weber about the MRI", at: "2026-03-03T08:00:00.000Z", state: "open", askedAt: "2026-03-02T09:00:00.000Z" },
    ]);
    await createPrivacy({ db: house.db, clock: house.clock }).erase(row?.contact ?? "");
    expect(await house.db.query("select 1 from reminders")).toEqual([]);
    expect(await timers()).toEqual([]);
  });
});

describe("with a model", () => {
  async function open(script: Script) {
    model = await startStubModel(script);
    house = await openHouse({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "5000" });
  }

  test("its call is recorded and no more is told to it; the date stands in the service's words, and the words are the contact's own", async () => {
    await open([
      { toolCalls: [{ name: "schedule_follow_up", arguments: { when: "on Friday at 10", what: "renouveler le certificat" } }] },
      { pieces: ["Entendu."] },
      { pieces: ["Bonjour."] },
    ]);
    const guest = await house.guest(undefined, "fr");
    const [reply] = await guest.says("Rappelle-moi vendredi à dix heures de renouveler le certificat, s'il te plaît");
    expect(reply?.text).toContain("Je vous écrirai ici le vendredi 6 mars à 10:00");
    expect((await seen(guest.conversation)).reminders).toMatchObject([{ what: "renouveler le certificat", dueAt: "2026-03-06T09:00:00.000Z" }]);
    await guest.says("Bonjour encore");
    const told = model?.journal.map(({ body }) => JSON.stringify(body.messages)).join("\n") ?? "";
    expect(told).toContain('{\\"recorded\\":true}');
    expect(told).not.toContain("6 mars");
  });

  test("a reminder that it has set before it failed is no answer to what was asked beside it", async () => {
    await open([{ toolCalls: [{ name: "schedule_follow_up", arguments: { when: "in 3 days", what: "the zorglub" } }] }, { status: 500, body: "down" }]);
    const guest = await house.guest();
    await guest.says("Nudge me in three days, and how do I turn the zorglub?");
    expect(await timers()).toHaveLength(1);
    expect((await house.staff<{ items: unknown[] }>("GET", "/questions?state=open")).items).toHaveLength(1);
  });

  test("what the contact plainly asked for is kept once, whatever the model calls beside it; what it makes up is not quoted", async () => {
    await open([
      { toolCalls: [{ name: "schedule_follow_up", arguments: { when: "tomorrow", what: "You owe us 500 EUR" } }] },
      { pieces: ["Fine."] },
      { toolCalls: [{ name: "schedule_follow_up", arguments: { when: "in 3 days", what: "Visit https://evil.example now" } }] },
      { pieces: ["Fine."] },
      { toolCalls: [{ name: "schedule_follow_up", arguments: { when: "whenever", what: "x" } }] },
      { pieces: ["Fine."] },
      { toolCalls: [{ name: "forget", arguments: { what: "the reminder" } }] },
      { pieces: ["Fine."] },
    ]);
    const guest = await house.guest();
    await guest.says("Remind me on Friday to check the replica");
    expect((await seen(guest.conversation)).reminders).toMatchObject([{ what: "check the replica", dueAt: "2026-03-06T08:00:00.000Z" }]);
    await guest.says("And get in touch once more in three days, would you");
    expect((await seen(guest.conversation)).reminders.map(({ what }) => what)).toEqual([
      "And get in touch once more in three days, would you",
      "check the replica",
    ]);
    expect((await guest.says("Oh, and nudge me at some point"))[0]?.text).toContain("When shall I remind you?");
    expect((await guest.says("On second thoughts, that last nudge is not needed"))[0]?.text).toContain("It is forgotten");
    expect(await timers()).toHaveLength(1);
  });
});
