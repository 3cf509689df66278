import { request as httpRequest, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LastingEvent } from "../../src/http/contract.ts";
import { message } from "./fake-rooms.ts";
import { openServer, problem, readEvents, type Desk } from "./support.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openServer();
});
afterEach(() => desk.close());

/** As the service does it: first stored, then told. */
function say(event: LastingEvent, told = true): void {
  const log = desk.rooms.log.get("conv_1") ?? [];
  desk.rooms.log.set("conv_1", [...log, event]);
  if (told) desk.live.publish("conversation/conv_1", event);
}
const listen = async (query = "", headers: Record<string, string> = {}) =>
  readEvents(await desk.ask(`/api/chat/events${query}`, { session: "alive", headers }));
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
const hint = (type: string, fields: Record<string, unknown> = {}) => desk.live.publish("conversation/conv_1", { type, ...fields });

describe("the events of a chat", () => {
  test("start at once, replay what was missed, then go on live; only message and mode have an id", async () => {
    say(message(1));
    say({ type: "mode", seq: 2, mode: "human", name: "Ada" });
    const events = await listen("?after=0");
    expect(await events.take(2)).toEqual([
      { id: "1", event: "message", data: JSON.stringify({ ...message(1), type: undefined }) },
      { id: "2", event: "mode", data: '{"seq":2,"mode":"human","name":"Ada"}' },
    ]);
    hint("typing", { from: "avatar" });
    hint("delta", { replyTo: "a", draft: "d1", offset: 0, text: "Hel" });
    hint("discard", { replyTo: "a", draft: "d1" });
    say(message(3));
    const live = await events.take(4);
    expect(live.map(({ event, id }) => [event, id])).toEqual([
      ["typing", undefined],
      ["delta", undefined],
      ["discard", undefined],
      ["message", "3"],
    ]);
    expect(JSON.parse(live[1]?.data ?? "")).toEqual({ replyTo: "a", draft: "d1", offset: 0, text: "Hel" });
    await events.cancel();
  });

  test("resume after Last-Event-ID, which goes before ?after=", async () => {
    for (let seq = 1; seq <= 5; seq++) say(message(seq), false);
    const events = await listen("?after=1", { "last-event-id": "3" });
    expect((await events.take(2)).map(({ id }) => id)).toEqual(["4", "5"]);
    await events.cancel();
  });

  test("have no gap and no duplicate while messages arrive during the replay", async () => {
    for (let seq = 1; seq <= 250; seq++) say(message(seq), false);
    const reading = desk.rooms.chat.events.bind(desk.rooms.chat);
    let next = 250;
    desk.rooms.chat.events = async (...page) => {
      for (let i = 0; i < 7; i++) say(message(++next));
      const events = await reading(...page);
      for (let i = 0; i < 7; i++) say(message(++next));
      return events;
    };
    const events = await listen();
    const got = await events.take(250);
    await settled();
    say(message(++next));
    got.push(...(await events.take(next - 250)));
    expect(got.map(({ id }) => Number(id))).toEqual(Array.from({ length: next }, (_, i) => i + 1));
    await events.cancel();
  });

  test("lose no message when a hint is lost, comes twice or out of order", async () => {
    const events = await listen();
    await settled();
    say(message(1), false);
    say(message(2), false);
    say(message(3));
    desk.live.publish("conversation/conv_1", message(2));
    desk.live.publish("conversation/conv_1", message(3));
    await settled();
    say(message(4));
    expect((await events.take(4)).map(({ id }) => id)).toEqual(["1", "2", "3", "4"]);
    await events.cancel();
  });

  test("drop a waiting draft whose message was replayed already", async () => {
    const reading = desk.rooms.chat.events.bind(desk.rooms.chat);
    desk.rooms.chat.events = async (...page) => {
      hint("delta", { replyTo: "a", draft: "d1", offset: 0, text: "Hel" });
      hint("delta", { replyTo: "b", draft: "d2", offset: 0, text: "New" });
      return reading(...page);
    };
    say(message(1, { inReplyTo: ["a"] }), false);
    const events = await listen();
    const got = await events.take(2);
    expect(got.map(({ event, data }) => [event, JSON.parse(data ?? "{}").draft])).toEqual([
      ["message", undefined],
      ["delta", "d2"],
    ]);
    await events.cancel();
  });

  test("are one conversation's only", async () => {
    const mine = await listen();
    const others = await readEvents(await desk.ask("/api/chat/events", { session: "other" }));
    await settled();
    say(message(1));
    desk.live.publish("conversation/conv_2", message(1, { text: "theirs" }));
    expect(JSON.parse((await mine.next())?.data ?? "{}").text).toBe("text 1");
    expect(JSON.parse((await others.next())?.data ?? "{}").text).toBe("theirs");
    await mine.cancel();
    await others.cancel();
  });

  test("that come in one go leave in one write", async () => {
    const chunks: string[] = [];
    const response = await open();
    response.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
    await settled();
    chunks.length = 0;
    for (let i = 0; i < 20; i++) hint("delta", { replyTo: "a", draft: "d", offset: i, text: "x" });
    await settled();
    expect(chunks).toHaveLength(1);
    expect(chunks[0]?.match(/event: delta/g)).toHaveLength(20);
    response.destroy();
  });

  test("are closed for a reader that does not read, who then resumes without a gap", async () => {
    const response = await open();
    response.pause();
    await settled();
    const text = "x".repeat(16_000);
    for (let seq = 1; seq <= 600; seq++) {
      say(message(seq, { text }));
      if (seq % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    let seen = "";
    const closed = new Promise((resolve) => response.on("close", resolve));
    response.on("error", () => undefined);
    response.on("data", (chunk: Buffer) => (seen += chunk.toString()));
    response.resume();
    await closed;
    const ids = [...seen.slice(0, seen.lastIndexOf("\n\n")).matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids.length).toBeLessThan(600);
    const events = await listen("", { "last-event-id": String(ids.at(-1) ?? 0) });
    const rest = (await events.take(600 - ids.length)).map(({ id }) => Number(id));
    expect([...ids, ...rest]).toEqual(Array.from({ length: 600 }, (_, i) => i + 1));
    await events.cancel();
  });

  test("wait for a slow reader while they are replayed: megabytes of history close nothing", async () => {
    const text = "\u0001".repeat(10_000);
    for (let seq = 1; seq <= 120; seq++) say(message(seq, { text }), false);
    const response = await open();
    response.pause();
    await new Promise((resolve) => setTimeout(resolve, 200));
    let size = 0;
    let last = "";
    response.on("data", (chunk: Buffer) => {
      size += chunk.length;
      last = (last + chunk.toString()).slice(-70_000);
    });
    response.resume();
    while (!last.includes("id: 120\n")) await settled();
    expect(size).toBeGreaterThan(7_000_000);
    response.destroy();
  });

  test("beat, and end with the session", async () => {
    await desk.close();
    desk = await openServer({ options: { heartbeatMs: 50 } });
    const chunks: string[] = [];
    const response = await open();
    response.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
    const ended = new Promise((resolve) => response.on("end", resolve));
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(chunks.join("")).toContain(": still here\n\n");
    desk.clock.moveTo(new Date(desk.clock.now().getTime() + 2 * 3600_000));
    await ended;
    expect(await problem(await desk.ask("/api/chat/events", { session: "alive" }))).toMatchObject({ status: 401, code: "session_expired" });
  });

  test("are not for hundreds of tabs of one chat", async () => {
    const tabs = await Promise.all(Array.from({ length: 20 }, () => open()));
    const refused = await desk.ask("/api/chat/events", { session: "alive" });
    expect(refused.headers.get("retry-after")).toBe("30");
    expect(await problem(refused)).toMatchObject({ status: 429, code: "too_many_streams" });
    for (const tab of tabs) tab.destroy();
    await settled();
    const again = await open();
    expect(again.statusCode).toBe(200);
    again.destroy();
  });

  test("end when reading what was missed fails, and it is logged", async () => {
    desk.rooms.chat.events = () => Promise.reject(new Error("database gone"));
    const events = await listen();
    expect(await events.next()).toBeUndefined();
    expect(desk.errors).toHaveLength(1);
  });
});

describe("the events for staff", () => {
  test("tell what changed and, on request, what is said in one conversation", async () => {
    const events = await readEvents(await desk.ask("/api/staff/events?conversation=conv_1", { cookie: "adas-cookie" }));
    await settled();
    desk.live.publish("staff", { type: "escalation", id: "esc_1", conversation: "conv_1" });
    hint("delta", { replyTo: "a", draft: "d", offset: 0, text: "x" });
    desk.live.publish("conversation/conv_2", message(1));
    say(message(1));
    expect((await events.take(3)).map(({ event, data }) => [event, JSON.parse(data ?? "{}")])).toEqual([
      ["escalation", { type: "escalation", id: "esc_1", conversation: "conv_1" }],
      ["delta", { replyTo: "a", draft: "d", offset: 0, text: "x" }],
      ["message", { ...message(1), type: undefined }],
    ]);
    await events.cancel();
  });
});

/** A raw stream, for what fetch hides. */
function open(): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest({ port: desk.port, path: "/api/chat/events", headers: { authorization: "Bearer alive" }, agent: false }, resolve)
      .on("error", reject)
      .end();
  });
}
