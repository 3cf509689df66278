import { afterEach, beforeEach, expect, test } from "vitest";
import type { CustomerDetail, Incident, NoClaimsCheck, NoClaimsDetail } from "../../src/http/contract.ts";
import type { Database } from "../../src/platform/database.ts";
import { MONTHLY, policiesWith } from "../care/no-claims/years.ts";
import { openTestDatabase } from "../support/database.ts";
import { openHouse } from "../support/house.ts";

// The whole service is stopped for 45 days, over two renewals and two months of a budget, and started again on the same database. Beside it stands
// one that ran all the time: both have the same levels, changes, postings and budgets, and have told people the same, once.

const STOPPED = "2026-03-20T09:00:00Z";
const STARTED = "2026-05-04T09:00:00Z"; // 45 days later; renewals on 23 March and 23 April
const env = { POLICIES_FILE: policiesWith(MONTHLY("renewal")) };

let databases: Database[];
beforeEach(() => void (databases = []));
afterEach(async () => void (await Promise.all(databases.map((db) => db.close()))));

/** Three clean months, then a crash two days before the service stops, or does not: its deadline falls into that time. */
async function lived(stops: boolean) {
  const db = await openTestDatabase();
  databases.push(db);
  let house = await openHouse(env, { db, start: "2025-12-23T09:00:00Z" });
  const contract = { fee: { amount: "290.330001", currency: "EUR" }, start: "2025-12-23", renewal: null };
  const { id } = await house.staff<{ id: string }>("POST", "/customers", { name: "Oakfold", plan: "standard", contract });
  const guest = await house.guest({ sub: "gwen", customer: id, name: "Gwen" });
  await guest.says("How do I restore a backup?");
  await house.advance("2026-03-18T09:00:00Z");
  const cost = { amount: "25.000000", currency: "EUR" };
  await house.staff<Incident>("POST", "/no-claims/incidents", { customer: id, happenedAt: house.clock.now().toISOString(), cost });
  await house.advance(STOPPED);
  if (stops) {
    await house.close();
    house = await openHouse(env, { db, start: STARTED });
  }
  await house.advance(STARTED);
  await house.settle();
  const { stand, changes, timeline } = await house.staff<NoClaimsDetail>("GET", `/customers/${id}/no-claims`);
  const { budget } = await house.staff<CustomerDetail>("GET", `/customers/${id}`);
  const { differences } = await house.staff<NoClaimsCheck>("GET", "/no-claims/check");
  const said = await db.query<{ text: string }>("select text from messages where author = 'notice' order by seq");
  await house.close();
  return {
    stand,
    changes: changes.map(({ cause, from, to, amount, at }) => ({ cause, from, to, amount, at })),
    timeline,
    budget: { ...budget, account: "" },
    differences,
    said: said.map(({ text }) => text),
  };
}

test("stopped for 45 days over two renewals: the same levels, money, budgets and letters as running through", async () => {
  const ran = await lived(false);
  const stood = await lived(true);
  expect(stood).toEqual(ran);
  expect(ran.differences).toEqual([]);
  // What counted after its deadline took back two levels at the second of the two renewals.
  expect(ran.changes.map(({ cause, from, to }) => `${cause} ${from.level}>${to.level}`).toReversed()).toEqual([
    "clean 0>1",
    "clean 1>2",
    "clean 2>3",
    "incident 3>1",
  ]);
  expect(ran.said).toHaveLength(4);
});
