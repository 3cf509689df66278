import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type Asked, type Step, type StubModel } from "../support/stub-model.ts";

// An owner names several models. Whoever fails is stood in for before anybody has read a word, each attempt with a hold and a row of its own; what
// the models cost follows the rulebook as it is edited; and whoever answers is told the same.

const MODELS = "  maxToolCalls: 6 #";
let house: House;
let model: StubModel;
let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "standin-models-"));
  file = join(directory, "policies.yaml");
});
afterEach(async () => {
  await house.close();
  await model.close();
  rmSync(directory, { recursive: true, force: true });
});

/** The shipped rulebook with these lines changed. */
function write(...changes: [string, string][]): void {
  let text = readFileSync("policies.yaml", "utf8");
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
}
const fallback = (...names: string[]): [string, string] => [MODELS, `  fallback: [${names.map((name) => JSON.stringify(name)).join(", ")}]\n${MODELS}`];

/** Each model does what is said of it, however often. */
async function open(does: Record<string, Step | ((asked: Asked) => Step)>, env: Record<string, string> = {}): Promise<Guest> {
  model = await startStubModel((asked) => {
    const step = does[asked.body.model];
    return typeof step === "function" ? step(asked) : (step ?? { status: 404 });
  });
  const given = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o", MODEL_TIMEOUT_MS: "20000", POLICIES_FILE: file, ...env };
  house = await openHouse(given);
  await house.staff("POST", "/customers", {
    externalId: "acme",
    name: "Acme Rockets",
    plan: "premium",
    contract: { fee: { amount: "1900.000000", currency: "EUR" }, start: "2026-01-01", renewal: "2027-01-01" },
    contacts: [],
  });
  return house.guest({ sub: "ana", customer: "acme", name: "Ana Perez" });
}

const asked = () => model.journal.map(({ body }) => body.model);
type Row = { step: number; model: string; status: string; amount: bigint; hold: string | null; reason: string | null; ended: string | null };
/** The attempts as they were written (the clock stands still), with what became of their holds. */
const attempts = () =>
  house.db.query<Row>(
    `select a.step, a.model, a.status, a.amount, a.hold, e.outcome as ended, e.reason from attempts a left join hold_ends e on e.hold = a.hold order by a.ctid`,
  );
const decisions = () =>
  house.db.query<{ id: string; policy: string; verdict: string; reasons: { code: string }[]; facts: Record<string, unknown>; rulebook: string }>(
    "select id, policy, verdict, reasons, facts, rulebook from decisions where policy = 'choose-model' order by ctid",
  );
const ANSWER: Step = { pieces: ["Use marl-backup while it runs [backup-hot]."] };
const IMPATIENT = { MODEL_TIMEOUT_MS: "2000" }; // an answer that comes takes less, also on a busy machine
const dead = { before: () => new Promise(() => undefined) };

describe("a model that fails before a word was read", () => {
  test.each([
    ["is asked too often (429)", { status: 429 }, "failed"],
    ["is broken (500)", { status: 500 }, "failed"],
    ["is too busy (503)", { status: 503 }, "failed"],
    ["says nothing for too long", dead, "timeout"],
    ["cuts the line", { wire: (socket: { destroy(): void }) => socket.destroy() }, "failed"],
  ])("%s: the next one in the owner's order answers, at its own hold and cost", async (_what, step, status) => {
    write(fallback("gpt-4o-mini", "gpt-4.1"));
    const ana = await open({ "gpt-4o": step, "gpt-4o-mini": ANSWER }, step === dead ? IMPATIENT : {});
    const [reply, ...more] = await ana.says("How do I back up a running server?");
    expect(reply?.text).toContain("Use marl-backup while it runs.");
    expect(more).toEqual([]);
    expect(asked()).toEqual(["gpt-4o", "gpt-4o-mini"]);
    const [first, second] = await attempts();
    expect([first, second]).toMatchObject([
      { step: 1, model: "gpt-4o", status, ended: "voided" },
      { step: 2, model: "gpt-4o-mini", status: "ok", ended: "settled" },
    ]);
    expect(first?.hold).not.toBe(second?.hold);
    // The customer pays for the answer alone.
    const { budget } = await house.staff<{ budget: { spent: string; held: string } }>("GET", "/customers/acme");
    expect(Math.round(Number(budget.spent) * 1e6)).toBe(Number(second?.amount));
    expect(budget.held).toBe("0.000000");
    const [main, other] = await decisions();
    expect([main?.verdict, other?.verdict]).toEqual(["main", "second"]);
    expect(other?.reasons.map(({ code }) => code)).toEqual(["main_failed"]);
    for (const row of await decisions()) expect(await house.app.rooms.rulebook.replayDecision(row as never)).toMatchObject({ same: true });
  });

  test("and so does everybody else: each is asked once, then the honest fallback with a date", async () => {
    write(fallback("gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini"));
    const ana = await open(
      { "gpt-4o": { status: 500 }, "gpt-4o-mini": { status: 429 }, "gpt-4.1": { status: 503 }, "gpt-4.1-mini": dead, "gpt-4.1-nano": { status: 500 } },
      { MODEL_CHEAP: "gpt-4.1-nano", ...IMPATIENT },
    );
    const [reply] = await ana.says("How do I back up a running server?");
    expect(reply?.text).toContain("I can't solve it for you right now");
    expect(asked()).toEqual(["gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano"]);
    expect((await attempts()).map(({ ended }) => ended)).toEqual(Array.from({ length: 5 }, () => "voided"));
    expect((await decisions()).at(-1)).toMatchObject({ verdict: "built-in" });
  });

  test("is told the same as the one that stands in for it: the bytes of messages and tools do not know who reads them", async () => {
    write(fallback("langchain:openai/gpt-4o-mini"));
    const ana = await open({ "gpt-4o": { status: 500 }, "gpt-4o-mini": ANSWER });
    const [reply] = await ana.says("How do I back up a running server?");
    expect(reply?.text).toContain("Use marl-backup");
    const [one, other] = model.journal.map(({ body }) => JSON.stringify([body.messages, body.tools]));
    expect(one).toBe(other);
    expect((await attempts()).map((row) => row.model)).toEqual(["gpt-4o", "langchain:openai/gpt-4o-mini"]);
  });

  test("in the middle of a word that nobody has seen yet is stood in for; once it was shown, the draft is taken back", async () => {
    write(fallback("gpt-4o-mini"));
    // A figure is held back until its sentence is judged: nobody has seen it.
    const ana = await open({ "gpt-4o": { pieces: ["€ 200"], end: "cut" }, "gpt-4o-mini": ANSWER });
    expect((await ana.says("How do I back up a running server?"))[0]?.text).toMatch(/assistant\. Use marl-backup while it runs\.$/);
    expect((await attempts()).map(({ status }) => status)).toEqual(["failed", "ok"]);
    await house.close();
    await model.close();
    const bo = await open({
      "gpt-4o": { pieces: ["Restoring takes three steps. First, stop the server and look at its log. "], end: "cut" },
      "gpt-4o-mini": ANSWER,
    });
    expect((await bo.says("How do I back up a running server?"))[0]?.text).toContain("I can't solve it for you right now");
    expect(asked()).toEqual(["gpt-4o"]);
  });
});

describe("an endpoint that asks to be left alone", () => {
  test("stands at the end of the line until then: nobody waits for it, and it is asked again when its time has come", async () => {
    write(fallback("gpt-4o-mini"));
    let busy = true;
    const ana = await open({ "gpt-4o": () => (busy ? { status: 429, headers: { "retry-after": "30" } } : ANSWER), "gpt-4o-mini": ANSWER });
    await ana.says("How do I back up a running server?");
    await ana.says("And how do I restore it?");
    expect(asked()).toEqual(["gpt-4o", "gpt-4o-mini", "gpt-4o-mini"]);
    expect((await decisions()).at(-1)).toMatchObject({ verdict: "second", reasons: [{ code: "main_resting" }] });
    busy = false;
    await house.advance("2026-03-02T09:00:31Z");
    await ana.says("And how do I restore it elsewhere?");
    expect(asked().at(-1)).toBe("gpt-4o");
  });

  test("is asked all the same where there is no other, and for a year is not believed", async () => {
    write();
    let busy = true;
    const ana = await open({ "gpt-4o": () => (busy ? { status: 429, headers: { "retry-after": "31536000" } } : ANSWER) });
    expect((await ana.says("How do I back up a running server?"))[0]?.text).toContain("I can't solve it for you right now");
    busy = false;
    expect((await ana.says("How do I back up a running server?"))[0]?.text).toContain("Use marl-backup");
  });
});

describe("who answers", () => {
  test("is what the owner wrote for the plan, and for coming back at a date; the words are the same", async () => {
    write(["  premium:\n", "  premium:\n    model: cheap\n"]);
    const ana = await open({ "gpt-4o": ANSWER, "gpt-4o-mini": ANSWER }, { MODEL_CHEAP: "gpt-4o-mini" });
    const bo = await house.guest();
    const premium = (await ana.says("How do I back up a running server?"))[0]?.text;
    const visitor = (await bo.says("How do I back up a running server?"))[0]?.text;
    expect(premium).toBe(visitor);
    expect(asked()).toEqual(["gpt-4o-mini", "gpt-4o"]);
    expect((await decisions()).map(({ verdict, reasons }) => [verdict, reasons[0]?.code])).toEqual([
      ["cheap", "plan_cheap"],
      ["main", "affordable"],
    ]);
    const [one, other] = model.journal.map(({ body }) => JSON.stringify([body.messages, body.tools]));
    expect(one).toBe(other);
  });

  test("at the date of a question is the model for such work", async () => {
    write([MODELS, `  tasks:\n    followUp: cheap\n${MODELS}`]);
    let down = true;
    const ana = await open(
      { "gpt-4o": () => (down ? { status: 500 } : ANSWER), "gpt-4o-mini": () => (down ? { status: 500 } : ANSWER) },
      { MODEL_CHEAP: "gpt-4o-mini" },
    );
    await ana.says("How do I back up a running server?");
    expect(asked()).toEqual(["gpt-4o", "gpt-4o-mini"]);
    down = false;
    await house.advance("2026-03-06T12:00:00Z");
    expect(asked().slice(2)).toEqual(["gpt-4o-mini"]);
    expect((await ana.items()).at(-1)?.text).toContain("Use marl-backup while it runs.");
    expect((await decisions()).at(-1)).toMatchObject({ verdict: "cheap", facts: { task: "followUp" }, reasons: [{ code: "task_cheap" }] });
  });
});

describe("what models cost follows the rulebook", () => {
  const price = (input: string): [string, string] => ["prices: {}", `prices:\n  gpt-4o:\n    input: ${input}\n    output: 4 EUR`];
  const booked = async () => (await attempts()).map(({ amount }) => amount);
  const due = ({ tokens }: Asked, input: bigint) => BigInt(tokens.input) * input + BigInt(tokens.output) * 4n;

  test("the next attempt is booked by the new price; the one under way by that of its hold", async () => {
    write(price("1 EUR"));
    let began = () => undefined as void;
    let goOn = () => undefined as void;
    const first = new Promise<void>((resolve) => (began = resolve));
    const rest = new Promise<void>((resolve) => (goOn = resolve));
    const slow: Step = { pieces: [{ until: async () => began() }, { until: () => rest }, ...(ANSWER.pieces ?? [])] };
    const ana = await open({ "gpt-4o": ({ number }) => (number === 1 ? slow : ANSWER) });
    await ana.send("How do I back up a running server?");
    await first;
    write(price("3 EUR"));
    expect(await house.app.rooms.rulebook.reload()).toMatchObject({ state: "changed" });
    goOn();
    await house.settle();
    await ana.says("And how do I restore it?");
    const [one, other] = model.journal as [Asked, Asked];
    expect(await booked()).toEqual([due(one, 1n), due(other, 3n)]);
    const kept = await house.db.query("select price->'input' as input from attempts order by ctid");
    expect(kept).toEqual([{ input: { base: "1" } }, { input: { base: "3" } }]);
  });

  test("and so does the rate of exchange, which is kept on the posting", async () => {
    write();
    const ana = await open({ "gpt-4o": ANSWER });
    await ana.says("How do I back up a running server?");
    write(["rate: 0.92", "rate: 0.5"], ["date: 2026-11-02", "date: 2026-12-01"]);
    await house.app.rooms.rulebook.reload();
    await ana.says("And how do I restore it?");
    const rates = await house.db.query("select facts->'exchange' as exchange from transfers where kind = 'model' order by ctid");
    expect(rates).toMatchObject([{ exchange: { rate: "0.92", date: "2026-11-02" } }, { exchange: { rate: "0.5", date: "2026-12-01" } }]);
  });

  test("a book that names a model without a price, or one that cannot be had, does not come into force; a good one is used at once", async () => {
    write();
    const ana = await open({ "gpt-4o": { status: 500 }, "gpt-4o-mini": ANSWER });
    const before = house.app.rooms.rulebook.current().version;
    write(fallback("nobody-knows-it"));
    const unpriced = await house.app.rooms.rulebook.reload();
    expect(unpriced).toMatchObject({ state: "broken", version: before });
    expect(unpriced.state === "broken" && unpriced.error.message).toMatch(/^policies\.yaml:\d+:1 {2}models: No price is known for the model "nobody-knows-it"/);
    write(fallback("langchain:anthropic/claude-sonnet-4-5"));
    const missing = await house.app.rooms.rulebook.reload();
    expect(missing.state === "broken" && missing.error.message).toContain("Install it: npm install @langchain/anthropic");
    write(["  USD:\n    rate: 0.92\n    date: 2026-11-02\n", "  CHF:\n    rate: 1.05\n    date: 2026-11-02\n"]);
    expect((await house.app.rooms.rulebook.reload()).state).toBe("broken");
    write(fallback("gpt-4o-mini"));
    expect(await house.app.rooms.rulebook.reload()).toMatchObject({ state: "changed" });
    expect((await ana.says("How do I back up a running server?"))[0]?.text).toContain("Use marl-backup");
  });
});

test("each request of a conversation begins as the one before: the same tools, and all that was said up to its pages", async () => {
  write();
  const ana = await open({ "gpt-4o": ANSWER });
  for (const asks of ["How do I back up a running server?", "How do I restore it?", "What does MDB-1042 mean?"]) await ana.says(asks);
  const bodies = model.journal.map(({ body }) => body);
  expect(new Set(bodies.map(({ tools }) => JSON.stringify(tools))).size).toBe(1);
  for (const [at, { messages }] of bodies.entries()) {
    const next = bodies[at + 1]?.messages;
    const stays = messages.slice(
      0,
      messages.findIndex(({ content }) => content?.startsWith("Pages")),
    );
    expect(stays).toHaveLength(1 + 2 * at);
    if (next) expect(JSON.stringify(next.slice(0, stays.length))).toBe(JSON.stringify(stays));
  }
});

test("a turn writes no more than its owner allows: each step is capped by what is left of it", async () => {
  write(["  maxOutputTokens: 800", "  maxTurnTokens: 900\n  maxOutputTokens: 800"]);
  const search: Step = { toolCalls: [{ name: "search_knowledge", arguments: { query: "backup" } }], usage: { prompt_tokens: 700, completion_tokens: 400 } };
  const ana = await open({ "gpt-4o": search });
  await ana.says("How do I back up a running server?");
  expect(model.journal.map(({ body }) => body.max_tokens)).toEqual([800, 500, 100]);
});
