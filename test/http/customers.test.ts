import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { endpoints } from "../../src/http/contract.ts";
import { openHouse, type House } from "../support/house.ts";

// A customer as the owner states it and reads it: what cannot be true is refused with what can be, and the cost is the whole cost.

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Detail = z.output<typeof endpoints.customer.response>;
const make = (body: unknown) => house.staff<Detail>("POST", "/customers", body);

test("what the company pays for a customer is a cost of that customer, too", async () => {
  const made = await make({ name: "Served at our cost", plan: "community", contacts: [{ name: "Ada", email: "ada@cost.example" }] });
  const ada = await house.guest({ sub: "ada-cost", customer: made.id });
  await ada.says("I want to talk to a human, please");
  const { items } = await house.staff<{ items: { id: string }[] }>("GET", `/escalations?customer=${made.id}`);
  await house.staff("POST", `/escalations/${items[0]?.id}/claim`);
  // A community customer's fund pays for models alone: 12 minutes, billed as 15, are the company's goodwill.
  await house.staff("POST", `/escalations/${items[0]?.id}/resolve`, { minutes: 12, outcome: "explained" });
  const detail = await house.staff<Detail>("GET", `/customers/${made.id}`);
  expect(detail.cost).toEqual({ thisPeriod: "18.750000", currency: "EUR" });
  expect(detail.causes.map(({ cost }) => cost.amount)).toEqual(["18.750000"]);
  expect((await house.staff<{ items: Detail[] }>("GET", "/customers?limit=200")).items.find(({ id }) => id === made.id)?.cost).toEqual(detail.cost);
});

test.each([
  ["contract.fee.amount", { fee: "9000000000000.000000" }, "9999999999.999999"],
  ["contract.fee.amount", { fee: "99999999999999999999999.000000" }, "9999999999.999999"],
  ["contract.fee.amount", { fee: "-1.000000" }, "from 0"],
  ["contract.fee.amount", { fee: "12,50" }, "six places"],
  ["contract.start", { start: "0000-01-01" }, "1900-01-01"],
  ["contract.start", { start: "0026-11-01" }, "1900-01-01"],
  ["contract.renewal", { renewal: "2026-10-31" }, "must not be before the start"],
  ["name", { name: " \t\u00a0" }, "must not be blank"],
  ["name", { name: "\u200b" }, "must not be blank"],
])("a customer with an impossible %s is refused, made or changed, and told what is possible: %j", async (path, given, limit) => {
  const { name, fee, ...dates } = { name: "Possible", fee: "290.000000", ...(given as { name?: string; fee?: string }) };
  const body = { name, plan: "standard", contract: { fee: { amount: fee, currency: "EUR" }, start: "2026-11-01", renewal: null, ...dates } };
  const made = await make({ name: "Untouched", plan: "standard" });
  for (const [method, to] of [
    ["POST", "/customers"],
    ["PATCH", `/customers/${made.id}`],
  ] as const) {
    const refused = (await house.staff(method, to, body).catch((error: unknown) => error)) as { status?: number; message?: string };
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining(`"path":"${path}"`) });
    expect(refused.message).toContain(limit);
  }
});

test("the highest fee and a contract of a single day are taken", async () => {
  const contract = { fee: { amount: "9999999999.999999", currency: "EUR" }, start: "1900-01-01", renewal: "1900-01-01" };
  expect((await make({ name: "Giant", plan: "premium", contract })).contract).toEqual(contract);
});
