import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OWNER_KEY } from "./fake-rooms.ts";
import { openServer, problem, type Desk } from "./support.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openServer();
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.rooms.accepted.length = 0;
  desk.rooms.refusals.length = 0;
  desk.rooms.fault = undefined;
  desk.rooms.allowance = Number.POSITIVE_INFINITY;
});

const say = (json: unknown, session = "alive") => desk.ask("/api/chat/messages", { session, json });
const sayRaw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  desk.ask("/api/chat/messages", { session: "alive", method: "POST", body, headers });

describe("a message", () => {
  test("is accepted with its id and seq, after the room accepted it", async () => {
    const response = await say({ id: "a", text: "How do I restore?" });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ id: "a", seq: 1 });
    expect(desk.rooms.accepted).toEqual([{ conversation: "conv_1", id: "a", text: "How do I restore?" }]);
  });

  test.each(["", "   ", "\n\t\u00a0"])("that is empty (%j) is refused", async (text) => {
    expect(await problem(await say({ id: "a", text }))).toMatchObject({ status: 400, code: "message_empty" });
    expect(desk.rooms.accepted).toEqual([]);
  });

  test("of exactly 16 KiB is taken, one byte more is not, and is read for safety all the same", async () => {
    expect((await say({ id: "a", text: "é".repeat(8192) })).status).toBe(202);
    const long = `${"é".repeat(8192)}!`;
    expect(await problem(await say({ id: "b", text: long }))).toMatchObject({ status: 413, code: "message_too_long" });
    expect(desk.rooms.refusals).toEqual([{ text: long, code: "message_too_long" }]);
  });

  test("of 1 MB is 413 and is still read for safety", async () => {
    const text = "x".repeat(1_000_000);
    expect(await problem(await say({ id: "a", text }))).toMatchObject({ status: 413, code: "message_too_long" });
    expect(desk.rooms.refusals[0]?.text).toHaveLength(1_000_000);
  });

  test.each([1024 * 1024 + 1, 5_000_000])("body of %i bytes is 413 without being kept, and its sender gets to read it", async (size) => {
    expect(await problem(await sayRaw("x".repeat(size)))).toMatchObject({ status: 413, code: "too_large" });
    const chunked = new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < size; sent += 65536) controller.enqueue(new Uint8Array(65536));
        controller.close();
      },
    });
    expect(await problem(await desk.ask("/api/chat/messages", { session: "alive", method: "POST", body: chunked, duplex: "half" } as never))).toMatchObject({
      status: 413,
    });
  });

  test("with a binary body is no JSON", async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 167) % 256);
    expect(await problem(await sayRaw(bytes))).toMatchObject({ status: 400, code: "invalid_json" });
    expect(await problem(await sayRaw("{"))).toMatchObject({ status: 400, code: "invalid_json" });
    expect(await problem(await sayRaw(""))).toMatchObject({ status: 400, code: "invalid" });
    expect(await problem(await sayRaw("{}", { "content-encoding": "gzip" }))).toMatchObject({ status: 415 });
  });

  test("keeps its text but for lone surrogates, which become U+FFFD", async () => {
    await sayRaw('{"id":"a","text":"\\ud83d\\ude00 ok \\ud800 half \\udc00"}');
    expect(desk.rooms.accepted[0]?.text).toBe("😀 ok \ufffd half \ufffd");
  });

  test("with bytes that are not UTF-8 becomes legible", async () => {
    await sayRaw(Buffer.concat([Buffer.from('{"id":"a","text":"x'), Buffer.from([0xed, 0xa0, 0x80, 0xff]), Buffer.from('"}')]));
    expect(desk.rooms.accepted[0]?.text).toMatch(/^x\ufffd+$/);
  });

  test("with a NUL is refused, named, and read for safety", async () => {
    expect(await problem(await sayRaw('{"id":"a","text":"our server\\u0000 was hacked"}'))).toMatchObject({
      status: 400,
      code: "message_nul",
      errors: [{ path: "text" }],
    });
    expect(desk.rooms.refusals).toEqual([{ text: "our server\ufffd was hacked", code: "message_nul" }]);
    expect(await problem(await sayRaw('{"id":"a\\u0000","text":"x"}'))).toMatchObject({ status: 400, errors: [{ path: "id" }] });
    expect(desk.rooms.accepted).toEqual([]);
  });

  test("keeps HTML and Markdown as they are: text is only text", async () => {
    const text = "<script>alert(1)</script> [x](javascript:alert(1))";
    await say({ id: "a", text });
    expect(desk.rooms.accepted[0]?.text).toBe(text);
  });

  test.each([
    [{ id: 1, text: "x" }, "id"],
    [{ id: "a", text: 7 }, "text"],
    [{ id: "a", text: null }, "text"],
    [{ id: "a", text: ["x"] }, "text"],
    [{ id: "a" }, "text"],
    [{ id: "", text: "x" }, "id"],
    [{ id: "a".repeat(201), text: "x" }, "id"],
    [[], ""],
    ["x", ""],
    [null, ""],
  ])("of a wrong type (%j) names the path %j", async (json, path) => {
    const document = await problem(await say(json));
    expect(document).toMatchObject({ status: 400, code: "invalid" });
    expect(document.errors?.map((error) => error.path)).toContain(path);
  });

  test("nested 100,000 deep is refused calmly", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(await problem(await sayRaw(deep))).toMatchObject({ status: 400, code: "invalid" });
    expect(await problem(await sayRaw(`{"id":"a","text":${deep}}`))).toMatchObject({ status: 400, errors: [{ path: "text" }] });
    expect(await problem(await sayRaw("[".repeat(500_000)))).toMatchObject({ status: 400, code: "invalid_json" });
    expect((await sayRaw(`{"id":"a","text":"x","extra":${deep}}`)).status).toBe(202);
    expect(await problem(await desk.ask("/api/staff/escalations/esc_1/reply", { key: OWNER_KEY, method: "POST", body: `{"text":${deep}}` }))).toMatchObject({
      status: 400,
    });
  });

  test("200 in a second: what the room refuses is 429 with the seconds to wait", async () => {
    desk.rooms.allowance = 30;
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => say({ id: `m${i}`, text: "x" })));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(30);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(170);
    expect(refused[0]?.headers.get("retry-after")).toBe("8");
    expect(await problem(refused[0] as Response)).toMatchObject({ code: "too_fast", detail: "Wait a moment, please." });
  });

  test("of nobody, of an unknown or of an expired session is 401, whatever its form", async () => {
    for (const [session, code] of [
      ["nope", "session_unknown"],
      ["expired", "session_expired"],
    ] as const) {
      const response = await say({ id: "a", text: "x" }, session);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(await problem(response)).toMatchObject({ status: 401, code });
    }
    expect(await problem(await desk.ask("/api/chat/messages", { method: "POST", body: "{" }))).toMatchObject({ status: 401, code: "unauthenticated" });
    expect(desk.rooms.accepted).toEqual([]);
  });

  test("to a foreign conversation is 404 on every call", async () => {
    expect(await problem(await say({ id: "a", text: "x", conversation: "conv_2" }))).toMatchObject({ status: 404 });
    expect(await problem(await desk.ask("/api/chat/messages?conversation=conv_2", { session: "alive" }))).toMatchObject({ status: 404 });
    expect(await problem(await desk.ask("/api/chat/events?conversation=conv_2", { session: "alive" }))).toMatchObject({ status: 404 });
    expect(desk.rooms.accepted).toEqual([]);
  });

  test("the same id with another text is 409", async () => {
    desk.rooms.fault = Object.assign(new Error("This id came with another text."), { code: "message_conflict" });
    expect(await problem(await say({ id: "a", text: "y" }))).toMatchObject({ status: 409, code: "message_conflict" });
  });

  test.each(["53100", "ENOSPC"])("into a full database (%s) is 503 and shows nothing of the inside", async (code) => {
    desk.rooms.fault = Object.assign(new Error("could not extend file base/1/2"), { code });
    const document = await problem(await say({ id: "a", text: "y" }));
    expect(document).toMatchObject({ status: 503, code: "storage_full" });
    expect(JSON.stringify(document)).not.toContain("base/1/2");
  });

  test("that meets a bug is 500 with an id that the log has, and no stack", async () => {
    desk.errors.length = 0;
    desk.rooms.fault = new TypeError("cannot read secrets of undefined");
    const document = await problem(await say({ id: "a", text: "y" }));
    expect(document).toMatchObject({ status: 500, code: "internal" });
    expect(JSON.stringify(document)).not.toMatch(/secrets|at .*\.ts/);
    expect(desk.errors).toMatchObject([{ id: document.id }]);
  });
});

describe("everywhere else", () => {
  test("unknown addresses, methods and encodings are problems too", async () => {
    expect(await problem(await desk.ask("/api/nothing"))).toMatchObject({ status: 404 });
    expect(await problem(await desk.ask("/nothing"))).toMatchObject({ status: 404 });
    const wrong = await desk.ask("/api/chat/messages", { method: "DELETE" });
    expect(wrong.headers.get("allow")).toBe("POST, GET");
    expect(await problem(wrong)).toMatchObject({ status: 405 });
    expect(await problem(await desk.ask("/api/staff/customers/%E0%A4%A", { key: OWNER_KEY }))).toMatchObject({ status: 400, code: "invalid_url" });
    expect(await problem(await desk.ask("/api/staff/customers/%00", { key: OWNER_KEY }))).toMatchObject({ status: 400 });
    expect(await problem(await desk.ask("/api/staff/customers?after=%00", { key: OWNER_KEY }))).toMatchObject({ status: 400, errors: [{ path: "after" }] });
    expect(await problem(await desk.ask("/api/staff/customers?limit=1000000", { key: OWNER_KEY }))).toMatchObject({ status: 400, errors: [{ path: "limit" }] });
    expect(await problem(await desk.ask("/api/chat/messages?after=-1", { session: "alive" }))).toMatchObject({ status: 400, errors: [{ path: "after" }] });
    expect(await problem(await desk.ask("/api/chat/events", { session: "alive", headers: { "last-event-id": "x" } }))).toMatchObject({ status: 400 });
    expect(await problem(await desk.ask("/api/staff/escalations?state=what", { key: OWNER_KEY }))).toMatchObject({ errors: [{ path: "state" }] });
  });

  test("a refusal of a room keeps its words", async () => {
    expect(await problem(await desk.ask("/api/staff/escalations/esc_held/claim", { key: OWNER_KEY, method: "POST" }))).toMatchObject({
      status: 409,
      code: "held_by_other",
      detail: "Ada holds it.",
    });
  });

  test("a clock asked to go back is 400", async () => {
    const to = (advanceTo: string) => desk.ask("/api/staff/clock", { key: OWNER_KEY, json: { advanceTo } });
    expect(await problem(await to("2026-11-22T08:59:59Z"))).toMatchObject({ status: 400, code: "clock_past" });
    expect(await problem(await to("tomorrow"))).toMatchObject({ status: 400, errors: [{ path: "advanceTo" }] });
    expect(await (await to("2026-11-23T09:00:00Z")).json()).toEqual({ now: "2026-11-23T09:00:00.000Z" });
  });

  test("what is not HTTP gets a line, too", async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(desk.port, "127.0.0.1", () => socket.write("\0\x01\x02 garbage\r\n\r\n"));
      let text = "";
      socket.on("data", (chunk) => (text += chunk.toString()));
      socket.on("close", () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("application/problem+json");
  });
});
