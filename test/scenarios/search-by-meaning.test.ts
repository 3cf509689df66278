import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse, type House } from "../support/house.ts";
import { answered, startVectorServer, type VectorStep } from "../support/vector-server.ts";

// Vectors of a provider find a page in other words and in other languages. They are paid for by the company, to the micro-unit, and whatever
// the endpoint does, a customer gets an answer.

let house: House;
let server: Awaited<ReturnType<typeof startVectorServer>>;
let folder: string;
beforeEach(async () => {
  server = await startVectorServer();
  folder = mkdtempSync(join(tmpdir(), "standin-vectors-"));
  const shipped = readFileSync("policies.yaml", "utf8");
  writeFileSync(join(folder, "policies.yaml"), shipped.replace("prices: {}", "prices: { text-embedding-3-small: { input: 0.02 USD, output: 0 USD } }"));
});
afterEach(async () => {
  await house?.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = () =>
  openHouse({
    EMBEDDINGS: "openai:text-embedding-3-small",
    OPENAI_API_KEY: "sk-secret",
    OPENAI_BASE_URL: server.url,
    DATA_DIR: folder,
    POLICIES_FILE: join(folder, "policies.yaml"),
  });
type Booked = { key: string; kind: string; customer: string | null; amount: bigint; facts: Record<string, unknown> };
const booked = () =>
  house.db.query<Booked>(
    "select t.key, t.kind, t.customer, p.amount, t.facts from transfers t join postings p on p.transfer = t.id where p.account = 'company/search' order by t.at, t.key",
  );
const spent = async () => (await booked()).reduce((sum, { amount }) => sum + BigInt(amount), 0n);

test("pages are sent once, in a few requests; a question in other words finds its page, and each call is booked on the company as it was billed", async () => {
  house = await open();
  await house.app.rooms.knowledge.learn();
  const pages = server.journal.length;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThan(10);
  const guest = await house.guest({ sub: "ana" });
  const [reply] = await guest.says("Zorglub telemetry?");
  expect(reply?.sources).toHaveLength(1);
  const question = server.journal.at(-1);
  expect(question?.body.input).toEqual(["Zorglub telemetry?"]);
  // The text alone, whoever asks.
  expect(Object.keys(question?.body ?? {}).toSorted()).toEqual(["encoding_format", "input", "model"]);
  expect(question?.raw).not.toContain("ana");
  const rows = await booked();
  expect(rows.every(({ kind, customer }) => kind === "search" && customer === null)).toBe(true);
  // 0.02 USD a million tokens, at the rate of the rulebook; each call rounded up to a micro-unit.
  const { rate } = (rows[0]?.facts["exchange"] ?? {}) as { rate?: string };
  const bill = server.journal
    .map(({ body }) => body.input.join(" ").length)
    .map((tokens) => (BigInt(tokens) * 2n * BigInt(Number(rate) * 100) + 9_999n) / 10_000n);
  expect(await spent()).toBe(bill.reduce((sum, one) => sum + one, 0n));
  expect(
    await house.db.query("select 1 from postings where account like 'customer/%' and transfer in (select id from transfers where kind = 'search')"),
  ).toEqual([]);
});

test("a question in German finds the page that says it in English, where no German page does", async () => {
  house = await open();
  await house.app.rooms.knowledge.learn();
  await (await house.guest(undefined, "fr")).says("Comment fonctionne la telemetrie de Zorglub ?");
  expect(server.journal.at(-1)?.body.input).toEqual(["Comment fonctionne la telemetrie de Zorglub ?"]);
});

test("after a restart nothing is paid again that has not changed", async () => {
  house = await open();
  await house.app.rooms.knowledge.learn();
  const before = server.journal.length;
  await house.close();
  house = await open();
  await house.app.rooms.knowledge.learn();
  expect(server.journal.length).toBe(before);
});

const status =
  (code: number): VectorStep =>
  (_, response) =>
    Boolean(response.writeHead(code, { location: "http://127.0.0.1:1/elsewhere" }).end("{}"));
const says =
  (body: (texts: string[]) => string): VectorStep =>
  (asked, response) =>
    Boolean(response.writeHead(200, { "content-type": "application/json" }).end(body(asked.body.input)));
const LIES: [string, VectorStep, "nothing" | "ceiling" | "bill"][] = [
  ["too many requests", status(429), "nothing"],
  ["an error", status(500), "nothing"],
  ["a redirect", status(307), "nothing"],
  ["no JSON", says(() => "<html>"), "ceiling"],
  ["fewer vectors than texts", says(() => '{"data":[]}'), "ceiling"],
  [
    "a vector of another length",
    says((texts) => JSON.stringify({ data: texts.map((_, index) => ({ index, embedding: [1, 2] })), usage: { prompt_tokens: 1 } })),
    "bill",
  ],
  ["no numbers", says((texts) => JSON.stringify({ data: texts.map((_, index) => ({ index, embedding: ["NaN", null, 1, 1] })) })), "ceiling"],
  ["a vector of nothing", says((texts) => JSON.stringify({ data: texts.map((_, index) => ({ index, embedding: [0, 0, 0, 0] })) })), "ceiling"],
  ["more than fits", says(() => `{"x":"${"y".repeat(50_000_000)}"}`), "ceiling"],
  ["a connection that breaks", (_, response) => Boolean(response.socket?.destroy()), "ceiling"],
  ["usage that cannot be", says((texts) => answered(texts, { prompt_tokens: 10 ** 9 })), "ceiling"],
  ["usage below nothing", says((texts) => answered(texts, { prompt_tokens: -5 })), "ceiling"],
  ["no usage", says((texts) => answered(texts, null)), "ceiling"],
];

test.each(LIES)("an endpoint that gives %s: the customer is answered, and the books are right", async (_, step, cost) => {
  house = await open();
  await house.app.rooms.knowledge.learn();
  const [sum, before] = [await spent(), new Set((await booked()).map(({ key }) => key))];
  server.step.now = step;
  const [reply] = await (await house.guest()).says("How do I make a backup?");
  expect(reply?.text.length).toBeGreaterThan(0);
  const fresh = (await booked()).filter(({ key }) => !before.has(key));
  if (cost === "nothing") expect(await spent()).toBe(sum);
  else expect(fresh.map(({ key }) => key.endsWith("/rest"))).toEqual(cost === "ceiling" ? [false] : [false, true]);
});

test("an endpoint that says nothing keeps nobody waiting for longer than a moment, and then it is let rest", async () => {
  house = await open();
  await house.app.rooms.knowledge.learn();
  server.step.now = () => true;
  const guest = await house.guest();
  expect((await guest.says("How do I make a backup?"))[0]?.text.length).toBeGreaterThan(0);
  const asked = server.journal.length;
  await guest.says("And how do I restore it?");
  expect(server.journal.length).toBe(asked);
});

test("a model without a price does not start, and says which lines to add", async () => {
  await expect(openHouse({ EMBEDDINGS: "openai:nobody-knows-it", OPENAI_API_KEY: "k", OPENAI_BASE_URL: server.url, DATA_DIR: folder })).rejects.toThrow(
    "No price is known for the model",
  );
  await expect(openHouse({ EMBEDDINGS: "openai:text-embedding-3-small" })).rejects.toThrow("EMBEDDINGS: needs OPENAI_API_KEY");
  await expect(openHouse({ EMBEDDINGS: "elsewhere" })).rejects.toThrow('must be "off", "local" or "openai:"');
  house = await openHouse();
});
