import { writeFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../escalations/desk.ts";
import { bookWith, crashes, houseWith, inYears, START } from "./years.ts";

// A renewal quote says in money what the next period costs, with nothing more that counts and with one more incident. It is worth what it promises: the
// books of that period say the same, to the last unit, also where the owner has chosen another scheme meanwhile.

let desk: Desk;
afterEach(async () => {
  expect((await desk.noClaims.check()).differences).toEqual([]);
  await desk.close();
});

/** What one customer pays for the period that begins with a renewal. */
async function paid(customer: string, from: Date, fee: bigint): Promise<bigint> {
  const [row] = await desk.db.query<{ booked: bigint }>("select booked from no_claims_periods where customer = $1 and from_at = $2", [customer, from]);
  return fee - (row?.booked ?? 0n);
}

test.each([
  ["fair", "fair"],
  ["fair", "uk-5"],
  ["uk-5", "fr-crm"],
  ["fair", "off"],
] as const)("under %s, with %s chosen for then: each half of the quote is what is booked", async (scheme, chosen) => {
  const house = await houseWith(`  scheme: ${scheme}\n`);
  desk = house;
  const people = [
    await desk.customer("standard", { start: START, fee: 291 }),
    await desk.customer("standard", { start: START, fee: 291, name: "Twin" }),
  ] as const;
  await desk.advance(inYears(3, 10));
  if (chosen !== scheme) {
    writeFileSync(house.file, bookWith(`  scheme: ${chosen}\n`));
    await desk.rulebook.reload();
  }
  const [clean, hit] = [await desk.noClaims.standOf(people[0].id), await desk.noClaims.standOf(people[1].id)];
  const quote = clean?.quote;
  if (!quote) throw new Error("there is no quote");
  expect(hit?.quote).toEqual(quote);
  expect(quote).toMatchObject({ from: new Date(clean?.renewsAt ?? 0), months: 12, fee: 291n * 12n * 1_000_000n });
  expect(quote.claimed >= quote.clean).toBe(true);
  if (chosen === "fair") expect(quote.claimed > quote.clean).toBe(true);
  if (chosen === "off") expect([quote.clean, quote.claimed]).toEqual([quote.fee, quote.fee]);
  await crashes(desk, people[1].id, { fault: "customer" });
  await desk.advance(inYears(4, 10));
  expect(await paid(people[0].id, quote.from, quote.fee)).toBe(quote.clean);
  expect(await paid(people[1].id, quote.from, quote.fee)).toBe(quote.claimed);
});

test("there is none for a contract that has ended, and a new fee is quoted at once", async () => {
  desk = await houseWith("  scheme: fair\n");
  const { id } = await desk.customer("standard", { start: START, fee: 290 });
  await desk.advance(inYears(1, 10));
  expect((await desk.noClaims.standOf(id))?.quote).toMatchObject({ fee: 3_480_000_000n, clean: 3_132_000_000n });
  await desk.customers.update(id, { contract: { fee: 100_000_000n, start: START } });
  expect((await desk.noClaims.standOf(id))?.quote).toMatchObject({ fee: 1_200_000_000n, clean: 1_080_000_000n });
  await desk.customers.update(id, { contract: null });
  await desk.advance(inYears(1, 12));
  expect(await desk.noClaims.standOf(id)).toBeUndefined();
});
