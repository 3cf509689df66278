import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TermsError, expectedStaffCost, fundGrantOf, grantOf, loadRulebook, payerOf, promisedDate, staffCost, warningDate } from "../../src/rulebook/index.ts";

const { book } = loadRulebook(readFileSync("policies.yaml"), "policies.yaml");

test("a plan's share of the fee is what may be spent, rounded down", () => {
  expect(grantOf(book, "standard", 290_000_000n)).toEqual({ amount: 72_500_000n, carryOver: 1 });
  expect(grantOf(book, "premium", 1_900_000_000n)).toEqual({ amount: 475_000_000n, carryOver: 3 });
  expect(grantOf(book, "standard", 3n)).toEqual({ amount: 0n, carryOver: 1 });
  expect(grantOf(book, "community", 0n)).toEqual({ amount: 0n, carryOver: 0 });
});

test("funds are the company's accounts", () => {
  expect(payerOf(book, "premium", "cus_1")).toBe("customer/cus_1/budget");
  expect(payerOf(book, "community", "cus_1")).toBe("company/community-fund");
  expect(payerOf(book, "visitor", "visitors")).toBe("company/visitors-fund");
  expect(fundGrantOf(book, "community")).toEqual({ amount: 50_000_000n, carryOver: 0 });
  expect(fundGrantOf(book, "visitors")).toEqual({ amount: 5_000_000n, carryOver: 0 });
  expect(fundGrantOf(book, "toString")).toEqual({ amount: 0n, carryOver: 0 });
});

test("a plan that the book does not know is an error, not a guess", () => {
  for (const plan of ["gold", "constructor", "__proto__"]) expect(() => payerOf(book, plan, "cus_1")).toThrow(TermsError);
});

test.each([
  [0, 0, 0n],
  [1, 5, 6_250_000n],
  [5, 5, 6_250_000n],
  [5.5, 10, 12_500_000n],
  [20, 20, 25_000_000n],
  [61, 65, 81_250_000n],
])("%d minutes are billed as %d", (minutes, billed, amount) => {
  expect(staffCost(book, minutes)).toEqual({ minutes: billed, amount });
});

test("an escalation is expected to cost 25 euros", () => {
  expect(expectedStaffCost(book)).toBe(25_000_000n);
});

test("the promised date and its warning are in the owner's working time", () => {
  const due = promisedDate(book, new Date("2026-11-23T10:00:00Z"));
  expect(due.toISOString()).toBe("2026-11-26T16:00:00.000Z");
  expect(warningDate(book, due).toISOString()).toBe("2026-11-25T08:00:00.000Z");
  // 24, 25 and 31 December and 1 January are days off in the sample business.
  expect(promisedDate(book, new Date("2026-12-23T10:00:00Z")).toISOString()).toBe("2026-12-30T16:00:00.000Z");
});
