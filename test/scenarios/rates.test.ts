import { afterEach, beforeEach, expect, test } from "vitest";
import type { CustomerDetail, Rates, RateTable } from "../../src/http/contract.ts";
import { openHouse, type House } from "../support/house.ts";

// An owner sees whether a rule hits some people more than others (PRODUCT promise 13): by the language in which they really wrote, whatever
// their browser says; with honest bounds; and so that nobody is recognised.

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const rates = () => house.staff<Rates>("GET", "/rates?days=90");
const table = async (by: RateTable["by"]) => (await rates()).tables.find((one) => one.by === by);
const row = async (by: RateTable["by"], what: string) => (await table(by))?.groups.find((one) => one.what === what);

/** So many people of the community, who each say this, with their browser in that language. */
async function people(count: number, name: string, says: string, locale: string): Promise<void> {
  for (let i = 0; i < count; i++) await (await house.guest({ sub: `${name}${i}`, name: `${name}${i}` }, locale)).says(says);
}

const WISH_DE = "Ich möchte mit einem Menschen aus Ihrem Team sprechen, bitte.";
const HELLO_PL = "Jak mogę zrobić kopię zapasową bazy danych bez zatrzymywania serwera?";

test("the language is that of the words, whatever their browsers speak; nine people are not shown, nor can they be told from a difference", async () => {
  await people(10, "ida", WISH_DE, "en");
  const languages = await table("language");
  expect(languages?.groups).toMatchObject([
    { what: "de", channel: "web", people: 10, asked: { count: 10, of: 10, high: 1 }, deferred: { count: 10, of: 10 }, alerted: { count: 0, of: 10, low: 0 } },
  ]);
  expect(await row("own_language", "other")).toMatchObject({ people: 10 });
  await people(9, "ola", HELLO_PL, "pl");
  expect(await table("known")).toMatchObject({ groups: [{ what: "new", people: 19 }], small: 0 });
  // 19 less the 10 who write German would be the nine: so these are not shown, either.
  expect([await table("language"), await table("own_language")]).toMatchObject([
    { groups: [], small: 2 },
    { groups: [], small: 2 },
  ]);
  // One more, and the group is large enough to hide everybody in it.
  await people(1, "ewa", HELLO_PL, "pl");
  expect(await row("language", "pl")).toMatchObject({ people: 10, asked: { count: 0 }, deferred: null });
  expect(await row("language", "de")).toMatchObject({ asked: { reading: "more_often" } });
  expect(await row("language", "pl")).toMatchObject({ asked: { reading: "less_often" } });
}, 120_000);

test("by people, not by messages; whose matter an alert has counted is seen; and who is known for long is told from who is new", async () => {
  const contract = { fee: { amount: "1900.000000", currency: "EUR" }, start: "2026-01-01", renewal: null };
  const { id } = await house.staff<CustomerDetail>("POST", "/customers", { name: "Oakfold", plan: "premium", contract });
  const topics = [
    "How do I take a hot backup?",
    "My replica lags behind.",
    "How do I change my password?",
    "What is on the roadmap for next year?",
    "How do I upgrade?",
  ];
  const guests = [];
  for (let i = 0; i < 10; i++) guests.push(await house.guest({ sub: `oak${i}`, name: `Oak${i}`, customer: id }));
  for (const [i, guest] of guests.entries()) await guest.says(topics[i % topics.length] ?? "");
  for (const guest of guests.slice(0, 3)) await guest.says("Please let me speak to a person.");
  for (const guest of guests.slice(0, 3)) await guest.says("A person, please!");
  const en = await row("language", "en");
  expect(en).toMatchObject({ people: 10, asked: { count: 3, of: 10, reading: "too_few" }, deferred: null });
  const counted = await house.db.query<{ contacts: number }>(
    "select count(distinct m.contact)::int as contacts from alerts a, jsonb_array_elements_text(a.episodes) e join messages m on m.episode = e where a.customer is not null and m.author = 'contact'",
  );
  expect(counted[0]?.contacts).toBeGreaterThan(0);
  expect(en?.alerted?.count).toBe(counted[0]?.contacts);
  expect(await row("known", "new")).toMatchObject({ people: 10 });
  await house.advance("2026-04-10T09:00:00Z");
  for (let i = 0; i < 10; i++) await (await house.guest({ sub: `oak${i}`, name: `Oak${i}`, customer: id })).says("How do I restore a backup?");
  expect(await row("known", "long")).toMatchObject({ people: 10, asked: { count: 0 } });
  await house.advance("2026-07-30T09:00:00Z");
  expect((await rates()).tables.map(({ groups, small }) => [groups.length, small])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
}, 120_000);

test("whoever is erased counts in no group", async () => {
  await people(10, "ida", WISH_DE, "de");
  expect((await table("language"))?.groups).toHaveLength(1);
  const [one] = await house.db.query<{ id: string }>("select contact as id from conversations limit 1");
  await house.staff("POST", `/contacts/${one?.id}/erase`);
  expect(await table("language")).toMatchObject({ groups: [], small: 1 });
  expect(
    await house.db.query("select 1 from turns t join conversations c on c.id = t.conversation where c.erased_at is not null and t.language is not null"),
  ).toEqual([]);
}, 120_000);
