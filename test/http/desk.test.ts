import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { endpoints } from "../../src/http/contract.ts";
import { HOST_SECRET, openHouse, type House } from "../support/house.ts";
import { signHostToken } from "../../src/http/index.ts";

// The desk over the sample business: what the API answers is what the contract promises, and the figures add up.
let house: House;
beforeAll(async () => {
  house = await openHouse({ SAMPLE_BUSINESS: "on" }, { start: "2026-11-22T09:00:00Z" });
});
afterAll(() => house.close());

/** Asks and checks the answer against the contract. */
async function ask<Name extends keyof typeof endpoints>(
  name: Name,
  query = "",
  id = "",
  body?: unknown,
): Promise<z.output<NonNullable<(typeof endpoints)[Name]["response"]>>> {
  const { method, path, response } = endpoints[name];
  const answer = await house.staff(method, `${path.slice("/api/staff".length).replace("{id}", id)}${query}`, body);
  return (response as unknown as z.ZodType).parse(answer) as never;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${house.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test("customers come page by page, with budget, matters and cost", async () => {
  const first = await ask("customers", "?limit=5");
  const rest = await ask("customers", `?limit=50&after=${first.next}`);
  const all = [...first.items, ...rest.items];
  expect(rest.next).toBeNull();
  expect(new Set(all.map(({ id }) => id)).size).toBe(13);
  const premium = all.find(({ plan, sample }) => plan === "premium" && sample);
  expect(premium).toMatchObject({
    budget: { account: `customer/${premium?.id}/budget`, currency: "EUR", from: "2026-10-31T23:00:00.000Z", held: "0.000000" },
    contract: { fee: { amount: "1900.000000", currency: "EUR" } },
  });
  const { granted, held, spent, left } = premium?.budget ?? { granted: "", held: "", spent: "", left: "" };
  expect(micro(granted)).toBe(micro(held) + micro(spent) + micro(left));
  const community = all.filter(({ plan, sample }) => plan === "community" && sample);
  expect(new Set(community.map(({ budget }) => budget.account))).toEqual(new Set(["company/community-fund"]));
});

test("a customer's causes add up to what its support has cost in the period, whoever paid", async () => {
  const { items } = await ask("customers", "?limit=50");
  for (const { id } of items.filter(({ sample }) => sample)) {
    const detail = await ask("customer", "", id);
    const sum = detail.causes.reduce((total, { cost }) => total + micro(cost.amount), 0n);
    expect(sum).toBe(micro(detail.cost.thisPeriod));
  }
});

test("customers are made and changed; what is refused names the field", async () => {
  const made = await ask("createCustomer", "", "", {
    externalId: "new-one",
    name: "New One",
    plan: "standard",
    contract: { fee: { amount: "290.000000", currency: "EUR" }, start: "2026-11-01", renewal: null },
    contacts: [{ name: "Ada", email: "ada@new.example" }],
  });
  expect(made).toMatchObject({ plan: "standard", sample: false, budget: { granted: "72.500000", left: "72.500000" }, contacts: [{ name: "Ada" }] });
  const changed = await ask("changeCustomer", "", made.id, { plan: "premium", notes: "moved up" });
  expect(changed).toMatchObject({ plan: "premium", notes: "moved up", contract: { fee: { amount: "290.000000" } } });
  await expect(house.staff("POST", "/customers", { name: "x", plan: "gold" })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('"path":"plan"') as string,
  });
  await expect(house.staff("POST", "/customers", { name: "x", plan: "standard", externalId: "new-one" })).rejects.toMatchObject({ status: 409 });
  await expect(house.staff("PATCH", "/customers/cus_none", { name: "x" })).rejects.toMatchObject({ status: 404 });
  await expect(house.staff("PATCH", "/customers/visitors", { name: "x" })).rejects.toMatchObject({ status: 409 });
});

test("a conversation shows each turn's decisions and costs, and what belongs to no turn", async () => {
  const escalations = await ask("escalations", "?state=resolved&verdict=granted&limit=3");
  expect(escalations.items).toHaveLength(3);
  for (const { conversation, id } of escalations.items) {
    const seen = await ask("conversation", "", conversation);
    expect(seen.escalation?.id).toBe(id);
    expect(seen.turns.length).toBeGreaterThan(0);
    for (const turn of seen.turns) {
      expect(turn.decisions.map(({ policy }) => policy)).toContain("review-reply");
      expect(turn.costs.find(({ kind }) => kind === "model")).toMatchObject({ vendor: "vendor/model", facts: { step: 1 } });
      for (const message of turn.covers) expect(seen.messages.find((one) => one.id === message)?.turn).toBe(turn.id);
    }
    const costs = [...seen.turns.flatMap((turn) => turn.costs), ...seen.costs];
    expect(costs.find(({ kind }) => kind === "staff")).toMatchObject({ payer: `customer/${seen.customer.id}/budget`, vendor: "staff/time" });
    expect(micro(seen.cost.amount)).toBe(costs.reduce((sum, { amount }) => sum + micro(amount), 0n));
  }
});

test("lists of conversations have last words and plans; they go on after the last", async () => {
  const first = await ask("conversations", "?limit=20");
  const second = await ask("conversations", `?limit=20&after=${first.next}`);
  const all = [...first.items, ...second.items];
  expect(new Set(all.map(({ id }) => id)).size).toBe(40);
  expect(all.every(({ lastText, customer }) => lastText !== "" && customer.plan !== "")).toBe(true);
  expect(all.map(({ lastAt }) => lastAt)).toEqual(
    all
      .map(({ lastAt }) => lastAt)
      .toSorted()
      .toReversed(),
  );
});

test("open questions are overdue when their date has passed; counts, alerts, deliveries, rules and books answer", async () => {
  const open = await ask("questions", "?state=open");
  expect(open.items).toHaveLength(2);
  expect(open.items.every(({ state }) => state === "open")).toBe(true);
  expect(await ask("summary")).toEqual({
    escalations: { open: 0, overridden: 0, mine: 0 },
    questions: { open: 2, overdue: 0 },
    alerts: { firing: 1 },
    deliveries: { unknown: 0 },
    phoneCalls: { waiting: 0 },
    objections: { open: 0, overdue: 0 },
  });
  expect((await ask("alerts", "?state=firing")).items).toHaveLength(1);
  expect((await ask("deliveries")).items).toEqual([]);
  expect((await ask("policies")).text).toContain("plans:");
  expect(await ask("ledgerCheck")).toMatchObject({ balanced: true, differences: [] });
  const postings = await ask("postings", "?limit=7");
  const more = await ask("postings", `?limit=7&after=${postings.next}`);
  expect(new Set([...postings.items, ...more.items].map(({ id }) => id)).size).toBe(14);
  await expect(house.staff("GET", "/ledger/postings?after=x")).rejects.toMatchObject({ status: 400 });
});

// An empty page would look like the end of the list.
test.each(["customers", "conversations", "escalations", "questions", "alerts", "deliveries"])("%s: a cursor that names nothing is refused", async (list) => {
  await expect(house.staff("GET", `/${list}?after=nothing`)).rejects.toMatchObject({ status: 400 });
});

test("anybody may ask who answers and how to draw its face: before a chat is opened, and as the rulebook in force has it", async () => {
  const response = await fetch(`${house.url}/api/chat/persona`);
  expect(response.headers.get("cache-control")).toBe("private, max-age=300");
  expect(await response.json()).toMatchObject({ name: "Marla", ai: true, face: { hair: "bob", skin: "#cfeae3", glasses: "none" } });
});

test("the demo lets you chat as somebody of the sample, and the chat knows them", async () => {
  const { items } = (await (await fetch(`${house.url}/api/demo/contacts`)).json()) as { items: { id: string; name: string; plan: string }[] };
  const someone = items.find(({ plan }) => plan === "premium");
  const { body } = await post("/api/demo/tokens", { contact: someone?.id });
  const opened = await post("/api/chat/sessions", { token: body["token"] });
  expect(opened).toMatchObject({ status: 201, body: { contact: { known: true }, persona: { name: "Marla", ai: true }, mode: { mode: "avatar" } } });
  const resumed = await post("/api/chat/sessions", { session: opened.body["session"] });
  expect(resumed.body).toEqual(opened.body);
  expect((await post("/api/demo/tokens", { contact: "con_nobody" })).status).toBe(404);
  const seen = await ask("conversation", "", String(opened.body["conversation"]));
  expect(seen).toMatchObject({ contact: { id: someone?.id, name: someone?.name } });
});

test("a session that a host's token does not fit opens a new chat; unknown ones and customers are refused", async () => {
  const one = await post("/api/chat/sessions", { token: signHostToken({ sub: "u1", name: "U" }, HOST_SECRET, house.clock.now()) });
  const other = await post("/api/chat/sessions", {
    session: one.body["session"],
    token: signHostToken({ sub: "u2", name: "V" }, HOST_SECRET, house.clock.now()),
  });
  expect(other.body["conversation"]).not.toBe(one.body["conversation"]);
  expect(await post("/api/chat/sessions", { session: "nonsense" })).toMatchObject({ status: 401, body: { code: "session_unknown" } });
  const foreign = signHostToken({ sub: "u1", customer: "nobody" }, HOST_SECRET, house.clock.now());
  expect(await post("/api/chat/sessions", { token: foreign })).toMatchObject({ status: 401, body: { code: "customer_unknown" } });
});

test("too fast is refused with a time to wait, the same id with another text is a conflict, refused text is read for safety", async () => {
  const guest = await house.guest();
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => guest.send(`hello ${i}`, `f${i}`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  const late = await guest.send("There is a fire in the server room and people are trapped!", "f31");
  expect(late.status).toBe(429);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  const { items } = await ask("escalations", "?state=open&verdict=overridden");
  expect(items.map(({ conversation }) => conversation)).toContain(guest.conversation);
  await house.advance(new Date(house.clock.now().getTime() + 10_001));
  expect((await guest.send("hello 0", "f0")).status).toBe(202);
  expect(await (await guest.send("another", "f0")).json()).toMatchObject({ code: "message_conflict" });
});

test("one address cannot open or fill chats without end; who is known is not bound by it", async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 140 && !statuses.includes(429); i++) statuses.push((await post("/api/chat/sessions", {})).status);
  expect(statuses.at(-1)).toBe(429);
  expect((await post("/api/chat/sessions", { token: signHostToken({ sub: "u3" }, HOST_SECRET, house.clock.now()) })).status).toBe(201);
});

function micro(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}
