import { afterEach, describe, expect, test } from "vitest";
import { signSlack } from "../support/fake-slack.ts";
import { openSlack, type SlackDesk } from "./slack-desk.ts";

const opened: SlackDesk[] = [];
async function open(mode: "http" | "socket" = "http"): Promise<SlackDesk> {
  const desk = await openSlack(mode);
  opened.push(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close();
});

describe("what is heard", () => {
  test("a direct message comes in with its ids and its sender", async () => {
    const desk = await open();
    const event = desk.slack.messageEvent({ text: "How do I <https://docs.example.com|restore> &lt;a&gt; backup?" });
    expect(await desk.slack.sendEvent(desk.where, event, { eventId: "Ev1" })).toMatchObject({ status: 200, body: "" });
    expect(desk.received).toEqual([
      {
        thread: `T1:D1:${event.ts}`,
        externalId: `T1:D1:${event.ts}`,
        eventId: "Ev1",
        text: "How do I restore (https://docs.example.com) <a> backup?",
        sender: { kind: "slack", key: "T1:U1", name: "Ana", email: "ana@example.com", locale: "en-US" },
      },
    ]);
  });

  test("a mention arrives as two events and is one message, without the mention", async () => {
    const desk = await open();
    const mention = desk.slack.messageEvent({ text: "<@UBOT> is 4.2 out? <#C9|news> <@U9>", channel: "C1", mention: true });
    const { type: _, ...same } = mention;
    expect((await desk.slack.sendEvent(desk.where, { type: "message", channel_type: "channel", ...same })).status).toBe(200);
    expect((await desk.slack.sendEvent(desk.where, mention)).status).toBe(200);
    expect(desk.received.map((one) => one.text)).toEqual(["is 4.2 out? #news @U9"]);
  });

  test("a message in a thread belongs to the thread", async () => {
    const desk = await open();
    await desk.says("and now?", { thread: "1700000000.000100" });
    expect(desk.received[0]).toMatchObject({ thread: "T1:D1:1700000000.000100" });
    expect(desk.received[0]?.externalId).not.toBe(desk.received[0]?.thread);
  });

  test.each([
    ["another bot", { bot_id: "BOTHER" }],
    ["an edit", { subtype: "message_changed", message: { text: "edited", user: "U1" }, hidden: true }],
    ["a deletion", { subtype: "message_deleted", hidden: true }],
    ["somebody joining", { subtype: "channel_join" }],
    ["a bot's message of old", { subtype: "bot_message" }],
    ["Slackbot", { user: "USLACKBOT" }],
    ["ourselves", { user: "UBOT" }],
    ["talk that is not meant for us", { channel: "C1", channel_type: "channel" }],
    ["an event without a user", { user: undefined }],
  ])("%s is acknowledged and not answered", async (_, change) => {
    const desk = await open();
    const event = { ...desk.slack.messageEvent({ text: "hello" }), ...change };
    expect((await desk.slack.sendEvent(desk.where, event)).status).toBe(200);
    expect(desk.received).toEqual([]);
  });

  test("a file without words is a message that names it", async () => {
    const desk = await open();
    await desk.slack.sendEvent(desk.where, desk.slack.messageEvent({ text: "", subtype: "file_share", files: [{ id: "F1", name: "crash.log" }] }));
    expect(desk.received[0]?.text).toBe("📎 crash.log");
  });

  test("a long text is cut to 16 KiB, within no character, and shows it", async () => {
    const desk = await open();
    await desk.says("ü".repeat(20_000));
    const text = desk.received[0]?.text ?? "";
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16 * 1024);
    expect(text).toMatch(/^ü+\n\[…\]$/);
  });

  test("somebody who cannot be looked up, or not in time, is heard all the same", async () => {
    const desk = await open();
    desk.slack.fault("users.info", { kind: "hang" });
    await desk.says("one", { user: "U2" });
    await desk.says("two", { user: "U3" });
    expect(desk.received.map((one) => one.sender)).toEqual([
      { kind: "slack", key: "T1:U2" },
      { kind: "slack", key: "T1:U3" },
    ]);
  });

  test("a person is looked up once", async () => {
    const desk = await open();
    await desk.says("one");
    await desk.says("two");
    expect(desk.slack.calls("users.info")).toHaveLength(1);
  });

  test("who is slow to be looked up is not overtaken in the thread", async () => {
    const desk = await open("socket");
    await desk.says("known already");
    desk.slack.fault("users.info", { kind: "hang" });
    const thread = "1700000000.000100";
    const first = desk.says("first", { user: "UNEW", thread });
    const second = desk.says("second", { user: "U1", thread });
    await Promise.all([first, second]);
    expect(desk.received.map((one) => one.text)).toEqual(["known already", "first", "second"]);
  });
});

describe("signed HTTP", () => {
  type Request = { body: string; headers: Record<string, string> };
  const stampOf = (offset: number) => String(Math.floor(Date.now() / 1000) + offset);
  function restamp(desk: SlackDesk, request: Request, stamp: string): void {
    request.headers["x-slack-request-timestamp"] = stamp;
    request.headers["x-slack-signature"] = signSlack(desk.slack.signingSecret, stamp, request.body);
  }

  test.each<[string, (request: Request, desk: SlackDesk) => void]>([
    ["one byte changed", (request) => (request.body = request.body.replace("hello", "hellp"))],
    ["the same JSON written anew", (request) => (request.body = JSON.stringify(JSON.parse(request.body), null, 1))],
    ["a stamp of six minutes ago", (request, desk) => restamp(desk, request, stampOf(-360))],
    ["a stamp six minutes ahead", (request, desk) => restamp(desk, request, stampOf(360))],
    ["a stamp that is no number", (request, desk) => restamp(desk, request, "soon")],
    ["no stamp", (request) => delete request.headers["x-slack-request-timestamp"]],
    ["no signature", (request) => delete request.headers["x-slack-signature"]],
    ["two signatures", (request) => (request.headers["x-slack-signature"] += `, ${request.headers["x-slack-signature"]}`)],
    ["another version", (request) => (request.headers["x-slack-signature"] = request.headers["x-slack-signature"]?.replace("v0=", "v1=") ?? "")],
    ["a short signature", (request) => (request.headers["x-slack-signature"] = "v0=00")],
  ])("%s: 401 within a second", async (_, tamper) => {
    const desk = await open();
    const answer = await desk.slack.sendEvent(desk.where, desk.slack.messageEvent({ text: "hello" }), { tamper: (request) => tamper(request, desk) });
    expect(answer.status).toBe(401);
    expect(answer.ms).toBeLessThan(1000);
    expect(desk.received).toEqual([]);
  });

  test("url_verification is answered only when it is signed", async () => {
    const desk = await open();
    const payload = { type: "url_verification", challenge: "abc" };
    expect(await desk.slack.sendRaw(desk.where, payload)).toMatchObject({ status: 200, body: '{"challenge":"abc"}' });
    expect((await desk.slack.sendRaw(desk.where, payload, { tamper: ({ headers }) => delete headers["x-slack-signature"] })).status).toBe(401);
  });

  test("10 MB are refused, and so is a body that never says its length", async () => {
    const desk = await open();
    const big = "x".repeat(10 * 1024 * 1024);
    expect((await fetch(desk.where, { method: "POST", body: big })).status).toBe(413);
    const stream = new Blob([big]).stream();
    expect((await fetch(desk.where, { method: "POST", body: stream, duplex: "half" } as RequestInit)).status).toBe(413);
  });

  test.each([["[]"], ["null"], ["{"], ['"text"'], [""]])("signed nonsense %j: 400", async (body) => {
    const desk = await open();
    const answer = await desk.slack.sendRaw(
      desk.where,
      {},
      {
        tamper(request) {
          request.body = body;
          restamp(desk, request, stampOf(0));
        },
      },
    );
    expect(answer.status).toBe(400);
  });

  test("a GET is refused, an unknown payload is taken and ignored", async () => {
    const desk = await open();
    expect((await fetch(desk.where)).status).toBe(405);
    expect((await desk.slack.sendRaw(desk.where, { type: "something_new" })).status).toBe(200);
  });

  test("a retry is worked on like any other: it may be the only delivery", async () => {
    const desk = await open();
    const event = desk.slack.messageEvent({ text: "only the retry came" });
    expect((await desk.slack.sendEvent(desk.where, event, { retryNum: 3 })).status).toBe(200);
    expect(desk.received).toHaveLength(1);
  });

  test("secrets stay out of the log", async () => {
    const desk = await open();
    await desk.slack.sendEvent(desk.where, desk.slack.messageEvent({ text: "private words" }), {
      tamper: ({ headers }) => delete headers["x-slack-signature"],
    });
    desk.inbox.fail(true);
    expect((await desk.says("private words")).status).toBe(503);
    const log = JSON.stringify(desk.logged);
    for (const secret of [desk.slack.botToken, desk.slack.signingSecret, "private words", "Ana"]) expect(log).not.toContain(secret);
  });

  test("nothing is taken in after stop", async () => {
    const desk = await open();
    await desk.running.stop();
    expect((await desk.says("too late")).status).toBe(503);
    expect(desk.received).toEqual([]);
  });
});
