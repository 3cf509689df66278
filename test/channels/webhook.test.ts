import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { webhook } from "../../src/channels/webhook.ts";
import { alert, card, reply } from "./slack-desk.ts";

type Got = { headers: IncomingHttpHeaders; body: string };
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function open(status: number | "cut", headers: Record<string, string> = {}) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      got.push({ headers: request.headers, body });
      if (status === "cut") response.destroy();
      else response.writeHead(status, headers).end("thank you");
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const refuse = async () => {
    throw new Error("not asked");
  };
  const running = await webhook.start({
    settings: { STAFF_WEBHOOK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, STAFF_WEBHOOK_SECRET: "shh" },
    publicUrl: "http://localhost",
    receive: refuse,
    mount() {},
    staff: { claim: refuse, reply: refuse, acknowledge: refuse },
    log: { info() {}, warn() {}, error() {} },
  });
  cleanups.push(
    async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
    () => running.stop(),
  );
  return { running, got, server };
}

test("posts what CONTRACTS says, signed over the bytes that were sent", async () => {
  const { running, got } = await open(204);
  expect(await running.deliver({ kind: "escalation", id: "dlv_1", card: card() })).toEqual({ state: "delivered", receipt: { status: "204" } });
  expect(await running.deliver({ kind: "alert", id: "dlv_2", card: alert() })).toMatchObject({ state: "delivered" });
  const [escalation, raised] = got.map((one) => JSON.parse(one.body));
  expect(escalation).toEqual({ id: "dlv_1", type: "escalation", at: expect.stringMatching(/^\d{4}-.*Z$/), data: card() });
  expect(raised).toEqual({ id: "dlv_2", type: "alert", at: alert().at, data: alert() });
  for (const { headers, body } of got) {
    const [, stamp, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["standin-signature"])) ?? [];
    expect(Math.abs(Date.now() / 1000 - Number(stamp))).toBeLessThan(5);
    expect(signature).toBe(createHmac("sha256", "shh").update(`${stamp}.${body}`).digest("hex"));
    expect(headers["content-type"]).toBe("application/json");
  }
});

test.each([
  [408, {}, { state: "retry", error: "http_408" }],
  [429, { "retry-after": "12" }, { state: "retry", error: "http_429", afterMs: 12_000 }],
  [500, {}, { state: "retry", error: "http_500" }],
  [503, { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" }, { state: "retry", error: "http_503" }],
  ["cut" as const, {}, { state: "retry", error: "und_err_socket" }],
  [302, { location: "http://127.0.0.1:1/elsewhere" }, { state: "failed", error: "http_302" }],
  [400, {}, { state: "failed", error: "http_400" }],
  [404, {}, { state: "failed", error: "http_404" }],
  [410, {}, { state: "failed", error: "http_410" }],
])("%s %j → %j", async (status, headers, expected) => {
  const { running, got } = await open(status, headers as Record<string, string>);
  expect(await running.deliver({ kind: "alert", id: "dlv_1", card: alert() })).toEqual(expected);
  expect(got).toHaveLength(1);
});

test("nobody listening: again later", async () => {
  const { running, server } = await open(200);
  await new Promise((resolve) => void server.close(resolve));
  expect(await running.deliver({ kind: "alert", id: "dlv_1", card: alert() })).toEqual({ state: "retry", error: "econnrefused" });
});

test("takes no replies, and is on with an address only", async () => {
  const { running } = await open(200);
  expect(await running.deliver(reply("x", "y"))).toMatchObject({ state: "failed" });
  expect(webhook.enabled(webhook.env.parse({ STAFF_WEBHOOK_URL: " " }))).toBe(false);
  expect(webhook.enabled(webhook.env.parse({ STAFF_WEBHOOK_URL: "https://example.com/hook" }))).toBe(true);
  expect(() => webhook.env.parse({ STAFF_WEBHOOK_URL: "ftp://example.com" })).toThrow();
});
