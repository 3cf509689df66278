import { afterAll, beforeAll, expect, test } from "vitest";
import { applyWrites } from "../../src/platform/commit.ts";
import { causeOf } from "../../src/customers/index.ts";
import { T0, openSmallHouse, type SmallHouse } from "./house.ts";

let house: SmallHouse;
beforeAll(async () => {
  house = await openSmallHouse();
}, 60_000);
afterAll(() => house.close(), 60_000);

let made = 0;
/** The database is shared by the stories of this file, so each has a library of its own. */
function library() {
  return {
    externalId: `library-${++made}`,
    name: "Oakfold Libraries",
    plan: "standard",
    contract: { fee: 290_000_000n, start: "2026-01-01", renewal: "2027-01-01" },
    contacts: [{ name: "Gwendolyn Pryce", email: "gwendolyn@oakfold.example" }],
  };
}

test("a new customer has its contract, its people and its accounts, and pays from its own budget", async () => {
  const oakfold = library();
  const made = await house.customers.create(oakfold);
  expect(made).toMatchObject({
    externalId: oakfold.externalId,
    plan: "standard",
    payer: `customer/${made.id}/budget`,
    sample: false,
    contract: { fee: 290_000_000n, currency: "EUR", start: "2026-01-01", renewal: "2027-01-01", recordedAt: house.clock.now() },
    contacts: [{ name: "Gwendolyn Pryce", email: "gwendolyn@oakfold.example" }],
  });
  expect(await house.customers.get(oakfold.externalId)).toEqual(made);
  const budget = await house.ledger.budgetOf(made.payer);
  expect(budget).toMatchObject({ granted: 72_500_000n, left: 72_500_000n, held: 0n, spent: 0n });
});

test("the visitors' customer is made once and cannot be changed", async () => {
  await house.customers.ensureVisitors();
  const visitors = await house.customers.get("visitors");
  expect(visitors).toMatchObject({ plan: "visitor", payer: "company/visitors-fund", contract: null });
  await expect(house.customers.update("visitors", { name: "x" })).rejects.toMatchObject({ code: "customer_built_in" });
});

test("refusals say what to correct", async () => {
  const oakfold = library();
  await house.customers.create(oakfold);
  await expect(house.customers.create(oakfold)).rejects.toMatchObject({ code: "customer_exists", field: "externalId" });
  await expect(house.customers.create({ name: "A", plan: "gold" })).rejects.toMatchObject({
    code: "plan_unknown",
    message: 'The rulebook has no plan "gold"; it has community, standard, premium.',
  });
  await expect(house.customers.create({ name: "A", plan: "visitor" })).rejects.toMatchObject({ code: "plan_reserved" });
  await expect(house.customers.create({ ...oakfold, externalId: "b", contract: { fee: 1n, currency: "USD", start: "2026-01-01" } })).rejects.toMatchObject({
    code: "currency_foreign",
  });
  await expect(house.customers.update("cus_no", {})).rejects.toMatchObject({ code: "customer_unknown" });
  await expect(house.customers.contact("cus_no", "con_no")).rejects.toMatchObject({ code: "contact_unknown" });
});

test("a community customer that buys a plan is granted in full for the period in which it did", async () => {
  const before = await house.customers.create({ name: "Kijani", plan: "community" });
  await house.ledger.budgetOf(`customer/${before.id}/budget`);
  const after = await house.customers.update(before.id, { plan: "premium", contract: { fee: 1_900_000_000n, start: "2026-11-22" } });
  expect(after.payer).toBe(`customer/${before.id}/budget`);
  expect(await house.ledger.budgetOf(after.payer)).toMatchObject({ granted: 475_000_000n });
});

test("a change keeps what it does not name; people are added or renamed by their address", async () => {
  const oakfold = library();
  const made = await house.customers.create(oakfold);
  const after = await house.customers.update(made.id, {
    notes: "likes short answers",
    contacts: [
      { name: "G. Pryce", email: "GWENDOLYN@oakfold.example" },
      { name: "New", email: "new@oakfold.example" },
    ],
  });
  expect(after).toMatchObject({ name: "Oakfold Libraries", externalId: oakfold.externalId, notes: "likes short answers", contract: made.contract });
  expect(after.contacts.map(({ name }) => name ?? "").toSorted((a, b) => a.localeCompare(b))).toEqual(["G. Pryce", "New"]);
  expect((await house.customers.update(made.id, { contract: null })).contract).toBeNull();
});

test("lists go on after an id", async () => {
  const oakfold = library();
  await house.customers.create(oakfold);
  await house.customers.create({ name: "B", plan: "community" });
  const [first] = await house.customers.list({ limit: 1 });
  const rest = await house.customers.list({ limit: 10, after: first?.id });
  expect([first, ...rest].map((one) => one?.id)).toEqual([...new Set([first, ...rest].map((one) => one?.id))]);
  expect(rest.at(-1)?.id).toBe("visitors");
  const names = await house.customers.named([first?.id ?? "", "visitors"]);
  expect(names.get("visitors")).toEqual({ id: "visitors", name: "Visitors", plan: "visitor" });
});

test("a visitor's contact is written with what the caller commits", async () => {
  const { contact, customer, writes } = house.customers.visitorContact("de");
  await applyWrites(house.db, writes);
  expect(await house.customers.contact(customer, contact)).toMatchObject({ customer: "visitors", name: null, locale: "de" });
  expect(customer).toBe("visitors");
  expect((await house.customers.get("visitors"))?.contacts).toEqual([]);
});

test("a host's token leads to the identity, else to the contact with the same address, else to a new one", async () => {
  const oakfold = library();
  const { id, contacts } = await house.customers.create(oakfold);
  const byAddress = await house.customers.hostContact({ sub: "u1", customer: oakfold.externalId, email: "Gwendolyn@Oakfold.example" });
  expect(byAddress).toEqual({ contact: contacts[0]?.id, customer: id });
  expect(await house.customers.hostContact({ sub: "u1", customer: id })).toEqual(byAddress);
  const other = await house.customers.hostContact({ sub: "u2", customer: id, name: "Bo" });
  expect(other.contact).not.toBe(byAddress.contact);
  await expect(house.customers.hostContact({ sub: "u1", customer: "nobody" })).rejects.toMatchObject({ code: "customer_unknown" });
  await expect(house.customers.hostContact({ sub: "u1", customer: "visitors" })).rejects.toMatchObject({ code: "customer_unknown" });
});

test("without a customer a person has a community customer of its own, whatever address it brings", async () => {
  const oakfold = library();
  await house.customers.create(oakfold);
  const own = await house.customers.hostContact({ sub: "u1", email: "gwendolyn@oakfold.example", name: "Gwen" });
  const customer = await house.customers.get(own.customer);
  expect(customer).toMatchObject({ name: "Gwen", plan: "community", payer: "company/community-fund", contract: null });
  const slack = await house.customers.channelContact({ kind: "slack", key: "T1:U1", email: "gwendolyn@oakfold.example" });
  expect(await house.customers.get(slack.customer)).toMatchObject({ name: "Community user", contacts: [{ email: "gwendolyn@oakfold.example" }] });
  expect(await house.customers.channelContact({ kind: "slack", key: "T1:U1" })).toEqual(slack);
});

test("first sights at once end in one contact", async () => {
  const oakfold = library();
  const { id } = await house.customers.create(oakfold);
  const [joined, own] = await Promise.all([
    Promise.all(Array.from({ length: 8 }, () => house.customers.hostContact({ sub: "u9", customer: id }))),
    Promise.all(Array.from({ length: 8 }, () => house.customers.channelContact({ kind: "slack", key: "T1:U9" }))),
  ]);
  expect(new Set(joined.map(({ contact }) => contact)).size).toBe(1);
  expect(new Set(own.map(({ customer }) => customer)).size).toBe(1);
});

test("episodes are counted by customer and by cause", async () => {
  const oakfold = library();
  const { id } = await house.customers.create(oakfold);
  await house.db.query(
    `insert into episodes (id, customer, topic, error_code, product_version, opened_at, last_at) values
     ('ep_1', $1, 'replication', 'MDB-3008', '4.3', $2, $2), ('ep_2', $1, 'errors', 'MDB-3008', '4.3', $3, $3), ('ep_3', $1, 'backup', null, null, $4, $4)`,
    [id, T0, new Date(T0.getTime() - 7 * 86_400_000), new Date(T0.getTime() - 7 * 86_400_000 - 1)],
  );
  const weekAgo = new Date(T0.getTime() - 7 * 86_400_000);
  expect((await house.customers.episodesSince(id, weekAgo)).map((one) => one.id)).toEqual(["ep_2", "ep_1"]);
  expect(await house.customers.episodeCounts([id, "visitors"], weekAgo)).toEqual(new Map([[id, 2]]));
  expect(await house.customers.episodesByCause(id)).toEqual([
    { cause: "MDB-3008@4.3", episodes: 2 },
    { cause: "backup", episodes: 1 },
  ]);
  expect(causeOf({ topic: "backup", errorCode: null, productVersion: "4.3" })).toBe("backup@4.3");
});

test("community customers are paid by their fund, visitors by theirs; each is granted once a period", async () => {
  const made = await house.customers.create({ name: "Rádio Lagoa", plan: "community" });
  expect(made.payer).toBe("company/community-fund");
  expect(await house.ledger.budgetOf(made.payer)).toMatchObject({ granted: 50_000_000n });
  expect(await house.ledger.budgetOf("company/visitors-fund")).toMatchObject({ granted: 5_000_000n });
  house.clock.moveTo(new Date("2027-01-10T00:00:00Z"));
  expect(await house.ledger.budgetOf(made.payer)).toMatchObject({ granted: 50_000_000n, left: 50_000_000n });
  expect(await house.ledger.budgetOf(`customer/${made.id}/budget`)).toMatchObject({ granted: 0n });
});

test("another fee of the same contract counts from the next period, and earlier periods keep the old one", async () => {
  const oakfold = library();
  const made = await house.customers.create({ ...oakfold, contract: { ...oakfold.contract, responseMinutes: 240 } });
  house.clock.moveTo(new Date("2027-02-10T00:00:00Z"));
  const changed = await house.customers.update(made.id, { contract: { fee: 400_000_000n, start: "2026-01-01" } });
  expect(changed.contract).toMatchObject({ id: made.contract?.id, fee: 400_000_000n, responseMinutes: 240 });
  expect(await house.ledger.budgetOf(made.payer)).toMatchObject({ granted: 145_000_000n });
  house.clock.moveTo(new Date("2027-03-10T00:00:00Z"));
  expect(await house.ledger.budgetOf(made.payer)).toMatchObject({ granted: 172_500_000n });
});
