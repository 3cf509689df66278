import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPrivacy, type PersonFile } from "../../src/privacy/index.ts";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type StubModel } from "../support/stub-model.ts";

// A person's data can be exported and erased; the ledger keeps amounts under a pseudonym, never text (PRODUCT promise 12). Whatever is going
// on at that moment: a turn that runs, a person who holds the conversation, a notice that waits to be delivered.

let house: House;
let model: StubModel | undefined;
afterEach(async () => {
  await house.close();
  model?.done();
  await model?.close();
  model = undefined;
});

const WORDS = ["Perezka", "anap@", "Frobnix", "Plan9fork", "Zwolle"];
/** Where any of Ana's words still stands, in the whole database. */
async function traces(): Promise<string[]> {
  const columns = await house.db.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await house.db.query(`select 1 from ${table} where "${column}"::text ilike any ($1) limit 1`, [WORDS.map((word) => `%${word}%`)]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found.toSorted();
}
const sums = () => house.db.query("select account, count(*)::int as lines, sum(amount)::text as sum from postings group by account order by account");
const contactOf = async (guest: Guest): Promise<string> => {
  const [row] = await house.db.query<{ contact: string }>("select contact from conversations where id = $1", [guest.conversation]);
  return row?.contact ?? "";
};
const erase = async (guest: Guest) => house.staff<{ conversations: number; messages: number }>("POST", `/contacts/${await contactOf(guest)}/erase`, {});
const escalationOf = async ({ conversation }: Guest) => {
  const { items } = await house.staff<{ items: { id: string; conversation: string; state: string; outcome: string | null }[] }>("GET", "/escalations");
  return items.find((one) => one.conversation === conversation);
};
const act = (id: string | undefined, deed: string, body: unknown = {}) => house.staff("POST", `/escalations/${id}/${deed}`, body);
const acme = () =>
  house.staff("POST", "/customers", {
    externalId: "acme",
    name: "The acme company",
    plan: "premium",
    contract: { fee: { amount: "1900.000000", currency: "EUR" }, start: "2026-01-01", renewal: null },
  });
const ANA = { sub: "ana", customer: "acme", name: "Ana Perezka", email: "anap@acme.example" };

describe("somebody who has a history with us", () => {
  let ana: Guest;
  let ben: Guest;
  beforeEach(async () => {
    // Nobody listens there: the cards for staff wait in the outbox.
    house = await openHouse({ STAFF_WEBHOOK_URL: "http://127.0.0.1:9/hook" });
    await acme();
    ana = await house.guest(ANA);
    ben = await house.guest({ sub: "ben", customer: "acme", name: "Ben" });
    await ben.says("Please remember that we work in shifts.");
    await ana.says("Please remember that our cluster Frobnix runs Plan9fork.");
    await ana.says("I want to talk to a human about Frobnix, please. My name is Ana Perezka.");
    const escalation = await escalationOf(ana);
    await act(escalation?.id, "claim");
    await act(escalation?.id, "note", { text: "Ana Perezka is on leave in Zwolle" });
    await act(escalation?.id, "reply", { text: "Hello Ana Perezka, I looked at Frobnix." });
    await act(escalation?.id, "resolve", { minutes: 12, outcome: "Frobnix runs again" });
    await ana.says("There is a data breach in Frobnix: I can read other tenants' invoices");
  });

  test("gets a copy of everything that is held about them, and nothing about a colleague", async () => {
    const file = await house.staff<PersonFile>("GET", `/contacts/${await contactOf(ana)}/export`);
    expect(file.person).toMatchObject({ name: "Ana Perezka", email: "anap@acme.example", erasedAt: null, knownAs: [{ channel: "web" }] });
    expect(file.customer.name).toBe("The acme company");
    expect(file.remembered).toMatchObject([
      { fact: expect.stringContaining("our cluster Frobnix runs Plan9fork"), by: "told by the person", forColleagues: false },
    ]);
    const [thread] = file.conversations;
    expect(thread?.messages.map(({ from }) => from)).toEqual(expect.arrayContaining(["you", "assistant", "colleague"]));
    expect(thread?.notes).toMatchObject([{ text: "Ana Perezka is on leave in Zwolle" }]);
    expect(thread?.costs).toContainEqual(expect.objectContaining({ what: "staff", amount: expect.stringMatching(/^\d+\.\d{6}$/), currency: "EUR" }));
    expect(file.requestsForAPerson.map(({ state }) => state).toSorted()).toEqual(["open", "resolved"]);
    expect(JSON.stringify(file)).not.toContain("shifts");
  });

  test("leaves no word behind; no sum changes, and a colleague keeps what is theirs", async () => {
    const before = await sums();
    expect(await traces()).toEqual([
      "contacts.email",
      "contacts.name",
      "escalations.outcome",
      "memories.fact",
      "messages.text",
      "notes.text",
      "outbox.envelope",
    ]);
    expect(await erase(ana)).toMatchObject({ conversations: 1, messages: expect.any(Number) });
    expect(await traces()).toEqual([]);
    expect(await sums()).toEqual(before);
    expect(await escalationOf(ana)).toMatchObject({ state: "resolved", outcome: "[erased]" });

    // The session opens nothing any more, and what is due later finds nobody.
    expect((await ana.send("Are you there? It is Ana Perezka.")).status).toBe(401);
    await house.advance("2026-03-20T12:00:00Z");
    expect(await traces()).toEqual([]);
    expect(await house.db.query("select 1 from messages where conversation = $1 and text not in ('[erased]', 'human', 'avatar')", [ana.conversation])).toEqual(
      [],
    );
    expect((await ben.says("What do you know about me?"))[0]?.text).toContain("we work in shifts");
    // Again: there is nothing left to do, and it does no harm.
    expect(await erase(ana)).toMatchObject({ conversations: 0, messages: 0 });
    expect(await sums()).toEqual(before);
  });

  test("may come back as somebody whom nobody knows", async () => {
    const old = await contactOf(ana);
    await erase(ana);
    const again = await house.guest(ANA);
    expect(await contactOf(again)).not.toBe(old);
    expect((await again.says("What do you know about me?"))[0]?.text).not.toContain("Frobnix");
    const file = await house.staff<PersonFile>("GET", `/contacts/${old}/export`);
    expect(file).toMatchObject({ person: { name: null, email: null, knownAs: [], erasedAt: expect.any(String) }, remembered: [], openQuestions: [] });
  });
});

test("a community user is an organisation of one: its name goes, too", async () => {
  house = await openHouse();
  const ana = await house.guest({ sub: "ana", name: "Ana Perezka" });
  await ana.says("How do I take a backup on Plan9fork?");
  expect(await traces()).toContain("customers.name");
  await erase(ana);
  expect(await traces()).toEqual([]);
});

test("a turn that runs at that moment says nothing, remembers nothing, and books what it has paid", async () => {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { promise: erased, resolve: isErased } = Promise.withResolvers<void>();
  model = await startStubModel([
    {
      before: async () => {
        isAsked();
        await erased;
      },
      toolCalls: [{ name: "remember", arguments: { fact: "Ana Perezka runs Frobnix" } }],
    },
    { pieces: ["Frobnix is noted, Ana Perezka."] },
  ]);
  house = await openHouse({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "20000" });
  await acme();
  const ana = await house.guest(ANA);
  await ana.send("My cluster is called Frobnix");
  await asked;
  // As the command does it, from another process: nobody tells the turn.
  await createPrivacy({ db: house.db, clock: house.clock }).erase(await contactOf(ana));
  isErased();
  await house.settle();
  expect(await traces()).toEqual([]);
  expect(await house.db.query("select outcome from turns where conversation = $1", [ana.conversation])).toEqual([{ outcome: "superseded" }]);
  expect(await house.db.query("select outcome, rule from outcomes")).toEqual([{ outcome: "ignored", rule: "erased" }]);
  expect(await house.db.query("select 1 from open_holds")).toEqual([]);
  const paid = await house.db.query<{ amount: bigint }>("select amount from attempts where conversation = $1", [ana.conversation]);
  expect(paid.map(({ amount }) => amount > 0n)).toEqual([true, true]);
  // The session is still in this process's memory: the database refuses it.
  expect((await ana.send("Ana Perezka again")).status).toBe(401);
  expect(await traces()).toEqual([]);
});

test("a person who holds the conversation can say nothing more there, and what was set aside for them is given back", async () => {
  house = await openHouse();
  await acme();
  const ana = await house.guest(ANA);
  await ana.says("I want to talk to a human, please");
  const escalation = await escalationOf(ana);
  await act(escalation?.id, "claim");
  expect(await house.db.query("select 1 from open_holds")).toHaveLength(1);
  await erase(ana);
  expect(await house.db.query("select 1 from open_holds")).toEqual([]);
  await expect(act(escalation?.id, "reply", { text: "Dear Ana Perezka" })).rejects.toMatchObject({ status: 409 });
  await expect(act(escalation?.id, "resolve", { minutes: 5, outcome: "Ana Perezka" })).rejects.toMatchObject({ status: 409 });
  await expect(house.staff("POST", `/conversations/${ana.conversation}/takeover`, {})).rejects.toMatchObject({ status: 404 });
  expect(await traces()).toEqual([]);
});

test("nobody of that id is nobody", async () => {
  house = await openHouse();
  await expect(house.staff("POST", "/contacts/con_nobody/erase", {})).rejects.toMatchObject({ status: 404 });
  await expect(house.staff("GET", "/contacts/con_nobody/export")).rejects.toMatchObject({ status: 404 });
});
