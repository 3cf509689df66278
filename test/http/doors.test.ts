import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints, type Endpoint, type EndpointName } from "../../src/http/contract.ts";
import { OWNER_KEY, owner, agent } from "./fake-rooms.ts";
import { openServer, problem, type Desk } from "./support.ts";

const table = Object.entries(endpoints) as [EndpointName, Endpoint][];
/** Beside the table: the description of itself, and the preflight of the chat. */
const BESIDE = ["GET /api/openapi.json", "OPTIONS /api/chat/*rest"];
/** Served before express. */
const HOT = ["POST /api/chat/messages", "GET /api/chat/events"];

const BODIES: Partial<Record<EndpointName, unknown>> = {
  demoToken: { contact: "con_1" },
  sendMessage: { id: "a", text: "Hello" },
  login: { email: "x@example.test", password: "wrong" },
  createCustomer: { name: "New", plan: "standard" },
  changeMemory: { fact: "prefers short answers" },
  downgrade: { reason: "a test" },
  reply: { text: "Hello" },
  note: { text: "Hello" },
  resolve: { minutes: 12, outcome: "done" },
  planCall: { contact: "con_1", about: "thank_you" },
  finishCall: { minutes: 5, outcome: "reached" },
  previewMailout: { campaign: "anniversary" },
  testMailout: { campaign: "anniversary" },
  giveMailConsent: { words: "Do write." },
  reportMail: { address: "ana@aurora.example", kind: "complaint" },
  recordUpgrade: { customer: "cus_1" },
  giveConsent: { scope: "personal_call", phone: "+4930123456", words: "Do ring me." },
  answerQuestion: { text: "Yes" },
  forecastAlert: { yaml: "- id: many" },
  silence: { rule: "limit", until: "2026-12-01T00:00:00Z" },
  declareOutage: { cause: "backup" },
  recordIncident: { customer: "cus_1", happenedAt: "2026-11-20T00:00:00Z", cost: { amount: "0.000000", currency: "EUR" } },
  ruleIncident: { fault: "ours" },
  decideObjection: { verdict: "upheld" },
  acceptContribution: { kind: "patch", link: "https://code.example/pull/1" },
  advanceClock: { advanceTo: "2026-12-01T00:00:00Z" },
};
const IDS: Record<string, string> = { customers: "cus_1", conversations: "conv_1", escalations: "esc_1", questions: "q_1", alerts: "al_1" };

let desk: Desk;
beforeAll(async () => {
  desk = await openServer();
});
afterAll(() => desk.close());

type Who = { key?: string; session?: string; cookie?: string; headers?: Record<string, string> };
async function knock(name: EndpointName, endpoint: Endpoint, who: Who): Promise<Response> {
  const path = endpoint.path.replace("{id}", IDS[endpoint.path.split("/")[3] ?? ""] ?? "x");
  const body = endpoint.body ? { body: JSON.stringify(BODIES[name] ?? {}) } : {};
  const response = await desk.ask(path, { method: endpoint.method, ...body, ...who });
  if (endpoint.stream && response.ok) await response.body?.cancel();
  return response;
}
const OWN_PAGE = { "x-standin-csrf": "1" };

test("every route of the server is in the contract's table, and the other way round", () => {
  type Layer = { route?: { path: string | string[]; methods: Record<string, boolean> } };
  const { stack } = desk.http.app.router as unknown as { stack: Layer[] };
  const mounted = stack.flatMap(({ route }) =>
    route ? [route.path].flat().flatMap((path) => Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${path}`)) : [],
  );
  const underApi = mounted.filter((route) => route.includes(" /api"));
  const known = table.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`);

  expect([...underApi, ...HOT].toSorted()).toEqual([...known, ...BESIDE].toSorted());
});

const closed = table.filter(([, { auth }]) => auth !== "public");
const forChats = table.filter(([, { auth }]) => auth === "session");
const forStaff = table.filter(([, { auth }]) => auth === "staff" || auth === "owner");
const staffWrites = forStaff.filter(([, { method }]) => method !== "GET");

describe("every route", () => {
  test.each(closed)("%s refuses strangers", async (name, endpoint) => {
    expect(await problem(await knock(name, endpoint, {}))).toMatchObject({ status: 401 });
    expect(await problem(await knock(name, endpoint, { key: "not-a-key" }))).toMatchObject({ status: 401 });
    expect(await problem(await knock(name, endpoint, { key: "x".repeat(20_000) }))).toMatchObject({ status: 401 });
    expect(await problem(await knock(name, endpoint, { headers: { authorization: "Basic eDp5" } }))).toMatchObject({ status: 401 });
    expect(await problem(await knock(name, endpoint, { cookie: "not-a-session", headers: OWN_PAGE }))).toMatchObject({ status: 401 });
  });

  test.each(forChats)("%s refuses staff and expired sessions, and serves the session", async (name, endpoint) => {
    expect(await problem(await knock(name, endpoint, { key: OWNER_KEY }))).toMatchObject({ status: 401 });
    expect(await problem(await knock(name, endpoint, { cookie: "olgas-cookie", headers: OWN_PAGE }))).toMatchObject({ status: 401 });
    expect(await problem(await knock(name, endpoint, { session: "expired" }))).toMatchObject({ status: 401, code: "session_expired" });
    expect((await knock(name, endpoint, { session: "alive" })).status).toBe(endpoint.status);
  });

  test.each(forStaff)("%s refuses customers, and knows the roles", async (name, endpoint) => {
    expect(await problem(await knock(name, endpoint, { session: "alive" }))).toMatchObject({ status: 401 });
    desk.rooms.staffSessions.set("adas-cookie", agent);
    const asAgent = await knock(name, endpoint, { cookie: "adas-cookie", headers: OWN_PAGE });
    if (endpoint.auth === "owner") expect(await problem(asAgent)).toMatchObject({ status: 403, code: "forbidden" });
    else expect(asAgent.status).toBe(endpoint.status);
    desk.rooms.staffSessions.set("olgas-cookie", owner);
    expect((await knock(name, endpoint, { cookie: "olgas-cookie", headers: OWN_PAGE })).status).toBe(endpoint.status);
    expect((await knock(name, endpoint, { key: OWNER_KEY })).status).toBe(endpoint.status);
  });

  test.each(staffWrites)("%s refuses a write with the cookie from another site's page", async (name, endpoint) => {
    desk.rooms.staffSessions.set("olgas-cookie", owner);
    for (const headers of [
      {},
      { origin: "http://localhost:3000" },
      { "x-standin-csrf": "1", origin: "https://evil.example" },
      { "x-standin-csrf": "1", origin: "null" },
      { "x-standin-csrf": "1", "sec-fetch-site": "cross-site" },
      { "x-standin-csrf": "1", "sec-fetch-site": "same-site" },
    ]) {
      expect(await problem(await knock(name, endpoint, { cookie: "olgas-cookie", headers }))).toMatchObject({ status: 403, code: "csrf" });
    }
    const own = { ...OWN_PAGE, origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };
    expect((await knock(name, endpoint, { cookie: "olgas-cookie", headers: own })).status).toBe(endpoint.status);
  });
});
