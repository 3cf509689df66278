import { Counter, Registry } from "prom-client";
import { afterEach, expect, test } from "vitest";
import { PortInUse } from "../../src/http/index.ts";
import { openServer, problem, type Desk } from "./support.ts";

const open: Desk[] = [];
async function start(...how: Parameters<typeof openServer>): Promise<Desk> {
  const desk = await openServer(...how);
  open.push(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close();
});

test("the demo, the console with its own addresses, and the widget are served", async () => {
  const desk = await start();
  for (const [path, text] of [
    ["/", "demo"],
    ["/console", "console"],
    ["/console/", "console"],
    ["/console/escalations/esc_1", "console"],
  ] as const) {
    const response = await desk.ask(path);
    expect([path, response.status, await response.text()]).toEqual([path, 200, `<title>${text}</title>`]);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-powered-by")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("no-cache");
  }
  const asset = await desk.ask("/console/assets/app-b2.js");
  expect(asset.headers.get("content-type")).toMatch(/javascript/);
  expect(asset.headers.get("cache-control")).toContain("immutable");
  expect((await desk.ask("/demo-assets/demo-a1.js")).headers.get("cache-control")).toContain("immutable");
  expect((await desk.ask("/widget.js")).headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  const words = await desk.ask("/widget/fr.json");
  expect([words.headers.get("access-control-allow-origin"), await words.text()]).toEqual(["*", "{}"]);
  for (const path of ["/widget/xx.json", "/widget/..%2fwidget.json"]) expect((await desk.ask(path)).status).toBe(404);
  expect(await problem(await desk.ask("/console/assets/missing.js"))).toMatchObject({ status: 404 });
  expect((await desk.ask("/..%2f..%2fetc%2fpasswd")).status).toBeGreaterThanOrEqual(400);
  expect(await problem(await desk.ask("/.env"))).toMatchObject({ status: 404 });
});

test("a knowledge page is plain HTML without scripts", async () => {
  const desk = await start();
  const page = await desk.ask("/knowledge/backup");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await page.text()).toContain("<h1>Back &lt;up></h1><p>Do it.</p>");
  expect((await desk.ask("/knowledge/nothing")).status).toBe(404);
});

test("health, readiness and metrics", async () => {
  const metrics = new Registry();
  new Counter({ name: "turns_total", help: "turns", registers: [metrics] }).inc();
  const desk = await start({ options: { metrics } });
  expect((await desk.ask("/healthz")).status).toBe(200);
  expect((await desk.ask("/readyz")).status).toBe(200);
  desk.rooms.ready = () => Promise.reject(new Error("no database"));
  expect((await desk.ask("/readyz")).status).toBe(503);
  expect(await (await desk.ask("/metrics")).text()).toContain("turns_total 1");
});

test("a port in use is said with the remedy", async () => {
  const first = await start();
  const second = openServer({ config: { port: first.port } });
  await expect(second).rejects.toThrow(PortInUse);
  await expect(second).rejects.toMatchObject({
    code: "port_in_use",
    message: expect.stringMatching(new RegExp(`Port ${first.port} .*PORT=${first.port + 1}`)) as string,
  });
});

test("closing ends streams at once and lets a request under way end", async () => {
  const desk = await openServer();
  const stream = await desk.ask("/api/chat/events", { session: "alive" });
  let let_go = () => undefined as void;
  desk.rooms.chat.messages = () => new Promise((resolve) => (let_go = () => resolve([])));
  const slow = desk.ask("/api/chat/messages", { session: "alive" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closing = desk.close();
  await stream.text();
  let_go();
  expect((await slow).status).toBe(200);
  await closing;
  await expect(desk.ask("/healthz")).rejects.toThrow();
});

test("a channel gets an address of its own with the raw request", async () => {
  const desk = await start();
  desk.http.mount("/slack/events", (request, response) => {
    request.on("data", (chunk: Buffer) => response.write(chunk));
    request.on("end", () => response.end());
  });
  expect(await (await desk.ask("/slack/events?x=1", { method: "POST", body: "{raw" })).text()).toBe("{raw");
});
