import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_KEY } from "./fake-rooms.ts";
import { openServer, problem, type Desk } from "./support.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openServer();
});
afterAll(() => desk.close());

const reply = (id: string, text: string, key: string, who: { key?: string; cookie?: string; headers?: Record<string, string> } = { key: OWNER_KEY }) =>
  desk.ask(`/api/staff/escalations/${id}/reply`, { ...who, json: { text }, headers: { ...who.headers, "idempotency-key": key } });

describe("an Idempotency-Key", () => {
  test("with the same request gets the same answer and does nothing twice", async () => {
    desk.rooms.deeds.length = 0;
    const first = await reply("esc_1", "Hello", "k-1");
    const second = await reply("esc_1", "Hello", "k-1");
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await second.json()).toEqual(await first.json());
    expect(desk.rooms.deeds).toEqual([{ deed: "reply", id: "esc_1", once: "staff_1/k-1" }]);
  });

  test("with another body or another address is 409", async () => {
    expect((await reply("esc_1", "Hello", "k-2")).status).toBe(200);
    expect(await problem(await reply("esc_1", "Goodbye", "k-2"))).toMatchObject({ status: 409, code: "idempotency_conflict" });
    expect(await problem(await reply("esc_2", "Hello", "k-2"))).toMatchObject({ status: 409, code: "idempotency_conflict" });
  });

  test("belongs to who used it", async () => {
    desk.rooms.deeds.length = 0;
    await reply("esc_1", "Hello", "k-3");
    await reply("esc_1", "Goodbye", "k-3", { cookie: "adas-cookie", headers: { "x-standin-csrf": "1" } });
    expect(desk.rooms.deeds.map(({ once }) => once)).toEqual(["staff_1/k-3", "staff_2/k-3"]);
  });

  test("is free again after a refusal", async () => {
    expect(await problem(await reply("esc_held", "Hello", "k-4"))).toMatchObject({ status: 409, code: "held_by_other" });
    expect((await reply("esc_1", "Hello", "k-4")).status).toBe(200);
  });

  test("that cannot be one is 400", async () => {
    expect(await problem(await reply("esc_1", "Hello", "x".repeat(256)))).toMatchObject({ status: 400, errors: [{ path: "Idempotency-Key" }] });
  });

  test("opens one chat, and what is stored of it opens none", async () => {
    const stored: unknown[] = [];
    const { idempotency } = desk.rooms;
    desk.rooms.idempotency.finish = watched(idempotency.finish.bind(idempotency), stored);
    const open = async (json: unknown = {}) => desk.ask("/api/chat/sessions", { json, headers: { "idempotency-key": "a-random-key-of-a-client" } });
    const first = (await (await open()).json()) as { session: string };
    const second = await open();
    expect(second.status).toBe(201);
    expect(await second.json()).toEqual(first);
    expect(JSON.stringify(stored)).not.toContain(first.session);
    expect(JSON.stringify(stored)).not.toMatch(/a-random-key|127\.0\.0\.1/);
    expect(await problem(await open({ locale: "de" }))).toMatchObject({ status: 409 });
  });
});

function watched<Values extends unknown[], Result>(work: (...values: Values) => Result, seen: unknown[]): (...values: Values) => Result {
  return (...values) => {
    seen.push(values);
    return work(...values);
  };
}
