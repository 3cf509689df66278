import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { watchChat } from "../support/chat-client.ts";
import { openHouse, type House, type Item } from "../support/house.ts";
import { billOf, ceilingOf, startStubModel, type Asked, type Step, type StubModel } from "../support/stub-model.ts";

// Whatever a model endpoint does, somebody gets an answer, nothing is lost, and the books say what it may have cost.

let house: House;
let stub: StubModel;
let guests = 0;

beforeAll(async () => {
  stub = await startStubModel([]);
  house = await openHouse({ OPENAI_BASE_URL: stub.url, OPENAI_API_KEY: "stub", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "400" });
  await house.staff("POST", "/customers", {
    externalId: "acme",
    name: "Acme Tools",
    plan: "premium",
    contract: { fee: { amount: "1900.000000", currency: "EUR" }, start: "2026-01-01", renewal: null },
  });
});
afterAll(async () => {
  await house.close();
  await stub.close();
});

type Books = {
  status: string;
  estimated: boolean;
  amount: bigint;
  turn: string;
  outcome: string;
  payers: Record<string, bigint>;
  open: bigint;
  questions: bigint;
};

/** Somebody new asks; what they read, and what is in the books for it. */
async function ask(step: Step): Promise<{ reply: Item; asked: Asked; books: Books }> {
  stub.switchTo([step]);
  const guest = await house.guest({ sub: `person-${++guests}`, customer: "acme" });
  const [reply, ...more] = await guest.says("How do I restore a backup?");
  expect(more).toEqual([]);
  stub.done();
  if (!reply) throw new Error("nobody answered");
  const [row] = await house.db.query<Omit<Books, "payers">>(
    `select a.status, a.estimated, a.amount, a.turn, t.outcome, (select count(*) from open_holds) as open, (select count(*) from open_questions q where q.conversation = a.conversation and q.state = 'open') as questions
     from attempts a join turns t on t.id = a.turn where a.conversation = $1`,
    [guest.conversation],
  );
  const lines = await house.db.query<{ account: string; sum: bigint }>(
    "select p.account, sum(p.amount)::bigint as sum from postings p join transfers t on t.id = p.transfer where t.conversation = $1 group by 1",
    [guest.conversation],
  );
  const payers = Object.fromEntries(
    lines
      .filter((line) => line.account !== "vendor/model" && line.account !== "company/grants")
      .map((line) => [line.account.replace(/cus_\w+/, "acme"), line.sum]),
  );
  return { reply, asked: stub.journal.at(-1) as Asked, books: { ...(row as Omit<Books, "payers">), payers } };
}

const never = () => new Promise<never>(() => undefined);
const text = ["Restore with the command on the page. ", "It asks before it overwrites anything."];

describe("a model endpoint that fails", () => {
  const cases: [string, Step, { status: string; paid: boolean }][] = [
    ["hangs before the first byte", { before: never }, { status: "timeout", paid: true }],
    ["hangs after the headers", { pieces: [{ until: never }] }, { status: "timeout", paid: true }],
    ["hangs in the middle", { pieces: [...text, { until: never }] }, { status: "timeout", paid: true }],
    ["breaks off before the first word", { pieces: [], end: "cut" }, { status: "failed", paid: true }],
    ["breaks off in the middle", { pieces: text, end: "cut" }, { status: "failed", paid: true }],
    ["ends in the middle without a word", { pieces: text, end: "silent" }, { status: "failed", paid: true }],
    ["answers 500", { status: 500 }, { status: "failed", paid: false }],
    ["answers 429", { status: 429 }, { status: "failed", paid: false }],
    ["answers 200 with a page for people", { pieces: [{ raw: "<html><body>Bad gateway</body></html>" }], end: "silent" }, { status: "failed", paid: true }],
    ["sends an error in its stream", { pieces: [{ raw: 'data: {"error":{"message":"overloaded"}}\n\n' }], end: "hang" }, { status: "failed", paid: true }],
    ["sends something that is not JSON", { pieces: [{ raw: "data: {oops\n\n" }], end: "hang" }, { status: "failed", paid: true }],
    ["says nothing at all, politely", { pieces: [] }, { status: "ok", paid: true }],
  ];
  test.each(cases)("%s: an honest answer with a date, and the cost is not the customer's", async (_name, step, expected) => {
    const { reply, asked, books } = await ask(step);
    expect(reply.text).toMatch(/^I'm Marla, [^.]+ AI assistant\./);
    expect(reply.text).toMatch(/I can't solve it for you right now\. .* by Thursday, 5 March\.$/);
    expect(reply.text).not.toContain("It asks before it overwrites");
    expect(books).toMatchObject({ status: expected.status, outcome: "fallback", open: 0n, questions: 1n });
    if (expected.status === "ok") return;
    expect(books.amount).toBe(expected.paid ? ceilingOf(asked) : 0n);
    expect(books.estimated).toBe(expected.paid);
    expect(books.payers).toEqual(expected.paid ? { "company/faults": ceilingOf(asked) } : {});
  });
});

describe("a model endpoint that lies about usage", () => {
  const lies: [string, unknown][] = [
    ["sends none", null],
    ["sends an empty one", {}],
    ["sends negative numbers", { prompt_tokens: -5, completion_tokens: 20, total_tokens: 15 }],
    ["sends strings", { prompt_tokens: "900", completion_tokens: "20", total_tokens: "920" }],
    ["sends fractions", { prompt_tokens: 900.5, completion_tokens: 20, total_tokens: 920.5 }],
    ["sends more than was possible", { prompt_tokens: 9_000_000_000, completion_tokens: 20, total_tokens: 9_000_000_020 }],
    ["sends more than a number can hold", { prompt_tokens: 1e300, completion_tokens: 1e300, total_tokens: 2e300 }],
    ["sends more output than was allowed", { prompt_tokens: 900, completion_tokens: 90_000, total_tokens: 90_900 }],
    ["charges nothing for words", { prompt_tokens: 900, completion_tokens: 0, total_tokens: 900 }],
    ["has more cached than there was", { prompt_tokens: 900, completion_tokens: 20, total_tokens: 920, prompt_tokens_details: { cached_tokens: 5_000 } }],
    ["sends a list", [1, 2, 3]],
    ["sends a word", "plenty"],
  ];
  test.each(lies)("%s: the answer stands, at the most that it can have cost, marked as estimated", async (_name, usage) => {
    const { reply, asked, books } = await ask({ pieces: text, usage });
    expect(reply.text).toContain(text.join("").trim());
    const most = ceilingOf(asked);
    expect(books).toMatchObject({ status: "ok", estimated: true, amount: most, outcome: "replied", open: 0n });
    expect(books.payers).toEqual({ "customer/acme/support-cost": most, "customer/acme/budget": -most });
  });

  test("tells the truth: booked to the micro-unit", async () => {
    const { asked, books } = await ask({ pieces: text });
    const cost = billOf(asked.tokens);
    expect(books).toMatchObject({ status: "ok", estimated: false, amount: cost });
    expect(books.payers).toEqual({ "customer/acme/support-cost": cost, "customer/acme/budget": -cost });
  });
});

describe("streaming", () => {
  const sentence =
    "You restore a backup with the restore command of the server, which reads the newest copy from the folder that you have named, checks every page of it against its sum, and then starts the server anew for you.";

  test("words of a clean sentence arrive while the model still pauses before its second chunk", async () => {
    const [first, rest] = [sentence.slice(0, 199) + ".", " Anything that was written after the copy is read from the log."];
    expect(first).toHaveLength(200);
    let seen = () => undefined as void;
    const delta = new Promise<void>((resolve) => (seen = resolve));
    const pause = new Promise<void>((resolve) => setTimeout(resolve, 5_000).unref());
    stub.switchTo([{ pieces: [first, { until: () => Promise.race([pause, delta]) }, rest] }]);
    const guest = await house.guest({ sub: "reader", customer: "acme" });
    const watch = await watchChat(house.url, guest.session, 0);
    await guest.send("How do I restore a backup?");
    const written = () =>
      watch.events
        .filter((event) => event.event === "delta")
        .map((event) => String(event.data["text"]))
        .join("");
    const found = await watch.wait(() => written().includes("You restore a backup with the restore command"), 4_900);
    const [chunks, words] = [stub.journal.at(-1)?.chunks, written()];
    seen();
    expect(found).toBeDefined();
    expect(chunks).toBe(1);
    expect(words.slice(words.indexOf("You restore")).length).toBeGreaterThanOrEqual(200 - 80);
    expect(first.startsWith(words.slice(words.indexOf("You restore")))).toBe(true);
    await house.settle();
    expect((await guest.items()).at(-1)?.text).toContain(first + rest);
    watch.close();
    stub.done();
  });
});
