import { afterEach, describe, expect, test } from "vitest";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type Asked, type Step, type StubModel } from "../support/stub-model.ts";
import { CANARY, fillWithCanaries } from "./canary-rows.ts";

// No rank leaves the house (PRODUCT promise 3). What a model is told is this conversation, the prompt and public pages: no word
// that we keep about anybody, and the same bytes whatever a customer pays. A leak would be a line of code that nobody notices,
// so the whole database is filled with canaries, column by column as the catalogue has them, and everything sent is searched.

let house: House;
let model: StubModel;
afterEach(close);

async function close(): Promise<void> {
  await house.close();
  model.done();
  await model.close();
}

type List<T> = { items: T[] };
type Secrets = { plan: string; fee: string; notes: string };

async function open(answer: (asked: Asked) => Step, { plan, fee, notes }: Secrets, start = "2026-01-01"): Promise<Guest> {
  model = await startStubModel(answer);
  house = await openHouse({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "2000" });
  await house.staff("POST", "/customers", {
    externalId: "acme",
    name: "Acme Rockets",
    plan,
    notes,
    contract: { fee: { amount: fee, currency: "EUR" }, start, renewal: "2027-01-01" },
  });
  return house.guest({ sub: "ana", customer: "acme", name: "Ana Perez", email: "ana@acme.example" });
}

/** Calls the tools that the words of the contact name, then answers; one question is answered in a way that has to be written anew. */
function answers(asked: Asked): Step {
  const said = asked.body.messages.findLast(({ role }) => role === "user")?.content ?? "";
  if (asked.body.messages.at(-1)?.role === "tool") return { pieces: ["Have a look at the page [restore-full]."] };
  if (said.includes("promise") && asked.body.messages.at(-1)?.role === "user") return { pieces: ["I promise you a refund of 200 € by Friday."] };
  const tools = (asked.body.tools ?? []).map((tool) => tool.function.name).filter((name) => said.includes(name));
  if (tools.length === 0) return { pieces: ["Have a look at the page [backup-hot]."] };
  return { toolCalls: tools.map((name) => ({ name, arguments: name === "search_knowledge" ? { query: "failover replica" } : {} })) };
}

/** A person joins, notes something for colleagues, answers and hands the conversation back. */
async function staffSteps(note: string): Promise<void> {
  const [escalation] = (await house.staff<List<{ id: string }>>("GET", "/escalations?state=open")).items;
  await house.staff("POST", `/escalations/${escalation?.id}/claim`);
  await house.staff("POST", `/escalations/${escalation?.id}/note`, { text: note });
  await house.staff("POST", `/escalations/${escalation?.id}/reply`, { text: "Let me see." });
  await house.staff("POST", `/escalations/${escalation?.id}/resolve`, { minutes: 5, outcome: `${note}, settled` });
}

/** The messages and the tools of each request, with the house's own mark and port masked. */
async function sent(): Promise<string[]> {
  const [marker] = await house.db.query<{ value: string }>("select value from settings where key = 'prompt-marker'");
  const port = new URL(house.url).port;
  return model.journal.map(({ body }) =>
    JSON.stringify([body.messages, body.tools])
      .replaceAll(marker?.value ?? "", "MARKER")
      .replaceAll(`:${port}`, ":PORT"),
  );
}

describe("what we keep about a customer, or about another", () => {
  test("is in no request to the model: every text of every table is a canary, and none is sung", async () => {
    const ana = await open(answers, { plan: "premium", fee: "1900.000000", notes: `${CANARY} of the first note` });
    await ana.says("How do I restore a backup? search_knowledge");
    await ana.says("A human, please: request_human");
    await staffSteps(`${CANARY} never pays in time`);
    await ana.says("Will there be a Windows service? ask_later");

    // What new rows point to: the customer's own, and a message (a reply, for the contact's have their one outcome already).
    const [here] = await house.db.query<{ customers: string; contacts: string; contracts: string; conversations: string; messages: string }>(
      `select c.customer as customers, c.contact as contacts, k.id as contracts, c.id as conversations, m.id as messages
       from conversations c join contracts k on k.customer = c.customer join messages m on m.conversation = c.id and m.seq = 2 where c.id = $1`,
      [ana.conversation],
    );
    if (!here) throw new Error("the conversation has gone");
    // A customer has one no-claims level, and one row for each period of it.
    const level = { no_claims: here.customers, no_claims_periods: here.customers };
    const unfilled = await fillWithCanaries(house.db, { name: "here", own: { ...here, ...level } }, [
      { name: "somebody else", own: {} },
      { name: "another conversation", own: { customers: here.customers, contracts: here.contracts, ...level } },
    ]);
    // A new column is filled by itself. One that cannot take a canary is named in canary-rows.ts, with the reason.
    expect(unfilled).toEqual([]);

    // Past the half minute for which the gate may not know of new notes.
    await house.advance("2026-03-02T09:05:00Z");
    const before = model.journal.length;
    await ana.says("And how do I check it afterwards, sungbythecontact?");
    const [account] = await ana.says("What is in our contract? my_account search_knowledge");
    // The contact is told what the contract says, canary and all. The model has only recorded that it was asked for.
    expect(account?.text).toContain(CANARY);
    await ana.says("I need somebody again: request_human ask_later my_account");
    await ana.says("Can you promise me my money back?");
    // The date of the question that is owed: the avatar comes back by itself, and asks the model again.
    await house.advance("2026-03-06T18:00:00Z");

    const asked = model.journal.slice(before);
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(asked.filter(({ body }) => body.messages.at(-1)?.role === "tool").length).toBeGreaterThanOrEqual(2);
    // The search does see what is there: the contact's own words are.
    expect(asked.filter(({ raw }) => raw.includes("sungbythecontact")).length).toBeGreaterThan(0);
    for (const { raw } of model.journal) {
      expect(raw.toLowerCase()).not.toContain(CANARY);
      expect(Object.values(here).filter((id) => raw.includes(id))).toEqual([]);
    }
  });
});

describe("what a customer pays", () => {
  type Talk = { asked: string[]; left: string };

  /** The same talk among other secrets: what was sent, and the budget that it had. */
  async function talk(secrets: Secrets, withStaff: boolean): Promise<Talk> {
    const ana = await open(answers, secrets);
    const { budget } = await house.staff<{ budget: { left: string } }>("GET", "/customers/acme");
    await ana.says("How do I restore a backup? search_knowledge");
    await ana.says("A human, please: request_human");
    if (withStaff) await staffSteps(secrets.notes);
    await ana.says("What is in our contract? my_account");
    await ana.says("Can you promise me my money back?");
    await ana.says("And after that, how do I check it?");
    return { asked: await sent(), left: budget.left };
  }

  test.each([
    ["granted a person in both", { plan: "standard", fee: "290.000000", notes: "poor, and difficult" }, true],
    ["deferred where it was granted", { plan: "community", fee: "0.000000", notes: "pays nothing" }, false],
  ])("changes no byte of what the model is told: %s", async (_name, poor, withStaff) => {
    const rich = await talk({ plan: "premium", fee: "1900.000000", notes: "rich, be quick" }, withStaff);
    await close();
    const other = await talk(poor, withStaff);
    expect(other.left).not.toBe(rich.left);
    expect(rich.asked.length).toBeGreaterThanOrEqual(8);
    expect(other.asked).toEqual(rich.asked);
  });
});

describe("a customer's no-claims discount", () => {
  type Life = { asked: string[]; discount: number; letters: string[]; told: string };
  const PREMIUM = { plan: "premium", fee: "1900.000000", notes: "" };

  /** A crash the day before the renewal, whose doing alone differs; then the renewal, its letter, and a talk that goes on for long. */
  async function life(start: string, fault: "customer" | "ours", turns: number): Promise<Life> {
    const ana = await open(answers, PREMIUM, start);
    const { id: customer } = await house.staff<{ id: string }>("GET", "/customers/acme");
    await ana.says("How do I restore a backup? search_knowledge");
    const cost = { amount: "25.000000", currency: "EUR" };
    await house.staff("POST", "/no-claims/incidents", { customer, happenedAt: house.clock.now().toISOString(), cost, fault });
    await house.advance("2026-03-03T09:00:00Z");
    const letters = (await ana.items()).filter(({ from }) => from === "notice").map(({ text }) => text);
    await ana.says("What is in our contract? my_account");
    for (let i = 1; i <= turns; i++) {
      house.clock.moveTo(new Date(house.clock.now().getTime() + 10_000));
      await ana.says(`And how do I check backup ${i} of them afterwards?`);
    }
    // Asked for, it is said in the service's own words; what comes after is what comes after for everybody.
    const [told] = await ana.says("What is my discount?");
    await ana.says("How do I take a hot backup?");
    const { stand } = await house.staff<{ stand: { discount: number } }>("GET", `/customers/${customer}/no-claims`);
    return { asked: await sent(), discount: stand.discount, letters, told: told?.text ?? "" };
  }

  test.each([
    ["both get a letter: one falls, one rises", "2021-03-03", [1000, 2500], [1, 1]],
    ["one falls and gets a letter, one stays at the top and gets none", "2016-03-03", [1500, 2500], [1, 0]],
  ] as const)("changes no byte of what the model is told: %s", async (_name, start, discounts, letters) => {
    const low = await life(start, "customer", 14);
    await close();
    const high = await life(start, "ours", 14);
    expect([low.discount, high.discount]).toEqual(discounts);
    expect([low.letters.length, high.letters.length]).toEqual(letters);
    expect(low.told).not.toBe(high.told);
    expect(high.asked.length).toBeGreaterThanOrEqual(16);
    expect(low.asked).toEqual(high.asked);
    for (const said of high.asked) expect(said.toLowerCase()).not.toMatch(/no-claims|25 ?%|your discount/);
  });
});
