import { afterEach, describe, expect, test } from "vitest";
import type { Delivered, Envelope } from "../../src/conversations/channel.ts";
import { eventually, type Fault } from "../support/fake-slack.ts";
import { card, openSlack, reply, type SlackDesk } from "./slack-desk.ts";

const opened: SlackDesk[] = [];
async function open(options: { timeoutMs?: number } = {}): Promise<SlackDesk> {
  const desk = await openSlack("http", options);
  opened.push(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close();
});
const THREAD = "T1:D1:1700000000.000100";

test("a reply goes into the thread, carries our id, unfurls nothing and pings nobody", async () => {
  const desk = await open();
  const text = "See **this** & `<that>` <!channel>";
  const done = await desk.running.deliver(reply(THREAD, text, { item: { sources: [{ title: "Back|up <1>", url: "https://docs.example.com/a?b=1&c=2" }] } }));
  const [call] = desk.slack.calls("chat.postMessage");
  expect(call?.args).toMatchObject({
    channel: "D1",
    thread_ts: "1700000000.000100",
    text: "See *this* &amp; `&lt;that&gt;` &lt;!channel&gt;\n\n• <https://docs.example.com/a?b=1&amp;c=2|Back|up &lt;1&gt;>",
    metadata: { event_type: "standin_reply", event_payload: { id: "dlv_1" } },
    unfurl_links: "false",
    unfurl_media: "false",
  });
  expect(done).toEqual({ state: "delivered", receipt: { channel: "D1", ts: desk.posted()[0]?.ts } });
});

test("a human's words carry the name", async () => {
  const desk = await open();
  await desk.running.deliver(reply(THREAD, "I am here.", { item: { from: "human", name: "Mara <b>" } }));
  expect(desk.posted()[0]?.text).toBe("*Mara &lt;b&gt;:* I am here.");
});

test("a thread that is not ours fails for good", async () => {
  const desk = await open();
  expect(await desk.running.deliver(reply("cnv_1", "hello"))).toEqual({ state: "failed", error: "thread_not_found" });
});

describe("one attempt, one honest outcome", () => {
  const cases: [string, Fault, Delivered, number][] = [
    ["the answer is lost, the message is there", { kind: "lost" }, { state: "delivered", receipt: {} }, 1],
    ["no answer in time, the message is there", { kind: "hang", stored: true }, { state: "delivered", receipt: {} }, 1],
    ["Slack's error after it was stored", { kind: "http", status: 502, stored: true }, { state: "delivered", receipt: {} }, 1],
    ["Slack's error, nothing stored", { kind: "http", status: 500 }, { state: "retry", error: "http_500" }, 0],
    ["Slack's own internal error, nothing stored", { kind: "error", error: "internal_error" }, { state: "retry", error: "internal_error" }, 0],
    ["the line is cut, nothing stored yet", { kind: "cut" }, { state: "unknown", error: "und_err_socket" }, 0],
    ["no answer in time, nothing stored yet", { kind: "hang" }, { state: "unknown", error: "timeout" }, 0],
    ["too fast", { kind: "rate", retryAfter: 7 }, { state: "retry", error: "ratelimited", afterMs: 7000 }, 0],
    ["a passing error", { kind: "error", error: "service_unavailable" }, { state: "retry", error: "service_unavailable" }, 0],
    ["an invalid token", { kind: "error", error: "invalid_auth" }, { state: "failed", error: "invalid_auth" }, 0],
    ["no such channel", { kind: "error", error: "channel_not_found" }, { state: "failed", error: "channel_not_found" }, 0],
    ["an archived channel", { kind: "error", error: "is_archived" }, { state: "failed", error: "is_archived" }, 0],
  ];
  test.each(cases)("%s", async (_, fault, expected, stored) => {
    const desk = await open({ timeoutMs: 400 });
    desk.slack.fault("chat.postMessage", fault);
    expect(await desk.running.deliver(reply(THREAD, "hello"))).toMatchObject(expected);
    expect(desk.slack.calls("chat.postMessage")).toHaveLength(1); // never twice by itself
    expect(desk.posted()).toHaveLength(stored);
  });

  test("a look-up that fails leaves it unknown", async () => {
    const desk = await open({ timeoutMs: 400 });
    desk.slack.fault("chat.postMessage", { kind: "lost" });
    desk.slack.fault("conversations.replies", { kind: "rate", retryAfter: 60 });
    expect(await desk.running.deliver(reply(THREAD, "hello"))).toMatchObject({ state: "unknown" });
    expect(desk.slack.calls("conversations.replies")).toHaveLength(1);
  });

  test("Slack not to be reached: surely not written", async () => {
    const desk = await open();
    await desk.slack.close();
    expect(await desk.running.deliver(reply(THREAD, "hello"))).toMatchObject({ state: "retry", error: "econnrefused" });
  });

  test("a card whose answer was lost is found in the staff channel", async () => {
    const desk = await open();
    desk.slack.fault("chat.postMessage", { kind: "lost" });
    const envelope: Envelope = { kind: "escalation", id: "dlv_e", card: card() };
    expect(await desk.running.deliver(envelope)).toMatchObject({ state: "delivered" });
    expect(desk.slack.calls("conversations.history")).toHaveLength(1);
    expect(desk.posted()).toHaveLength(1);
  });
});

describe("after an attempt without an end", () => {
  test("what is there is not posted again, what is not is posted", async () => {
    const desk = await open();
    await desk.running.deliver(reply(THREAD, "hello"));
    expect(await desk.running.deliver(reply(THREAD, "hello"), { uncertain: true })).toMatchObject({
      state: "delivered",
      receipt: { ts: desk.posted()[0]?.ts },
    });
    expect(desk.posted()).toHaveLength(1);
    expect(await desk.running.deliver(reply(THREAD, "bye", { id: "dlv_2" }), { uncertain: true })).toMatchObject({ state: "delivered" });
    expect(desk.posted()).toHaveLength(2);
  });

  test("when Slack cannot be asked it stays unknown", async () => {
    const desk = await open();
    desk.slack.fault("conversations.replies", { kind: "http", status: 500 });
    expect(await desk.running.deliver(reply(THREAD, "hello"), { uncertain: true })).toEqual({ state: "unknown", error: "lookup_failed" });
    expect(desk.posted()).toHaveLength(0);
  });

  test("a thread of several pages is read to its end", async () => {
    const desk = await open();
    await desk.running.deliver(reply(THREAD, "old", { id: "dlv_old" }));
    for (let n = 0; n < 250; n++) desk.slack.messageEvent({ text: `m${n}`, thread: "1700000000.000100" });
    await desk.running.deliver(reply(THREAD, "new", { id: "dlv_new" }));
    expect(await desk.running.deliver(reply(THREAD, "new", { id: "dlv_new" }), { uncertain: true })).toMatchObject({ state: "delivered" });
    expect(desk.posted()).toHaveLength(2);
  });
});

describe("a long reply", () => {
  const long = Array.from({ length: 10 }, (_, n) => `Paragraph ${n}. ${"word ".repeat(200)}`.trim()).join("\n\n");

  test("comes in parts at paragraphs, each with an id of its own", async () => {
    const desk = await open();
    expect(await desk.running.deliver(reply(THREAD, long))).toMatchObject({ state: "delivered", receipt: { ts: expect.any(String) } });
    const posted = desk.posted();
    expect(posted.map((message) => message.metadata?.event_payload["id"])).toEqual(["dlv_1#1", "dlv_1#2", "dlv_1#3", "dlv_1#4"]);
    expect(posted.every((message) => message.text.length <= 3900 && message.text.startsWith("Paragraph"))).toBe(true);
    expect(posted.map((message) => message.text).join("\n\n")).toBe(long);
  });

  test("is taken up where it stopped", async () => {
    const desk = await open();
    await desk.running.deliver(reply(THREAD, "warm up", { id: "dlv_0" }));
    desk.slack.fault("chat.postMessage", { kind: "none" }, { kind: "none" }, { kind: "rate", retryAfter: 1 });
    expect(await desk.running.deliver(reply(THREAD, long))).toMatchObject({ state: "retry", afterMs: 1000 });
    expect(await desk.running.deliver(reply(THREAD, long))).toMatchObject({ state: "delivered" });
    const ids = desk.posted().map((message) => message.metadata?.event_payload["id"]);
    expect(ids).toEqual(["dlv_0", "dlv_1#1", "dlv_1#2", "dlv_1#3", "dlv_1#4"]);
  });
});

test("a stop lets deliveries under way end, and takes no new ones", async () => {
  const desk = await open({ timeoutMs: 400 });
  desk.slack.fault("chat.postMessage", { kind: "hang", stored: true });
  const underWay = desk.running.deliver(reply(THREAD, "hello"));
  await eventually("the post", () => desk.slack.calls("chat.postMessage").length === 1);
  let ended = false;
  void underWay.then(() => (ended = true));
  await desk.running.stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toBe(true);
  expect(await desk.running.deliver(reply(THREAD, "again"))).toEqual({ state: "retry", error: "stopped" });
});
