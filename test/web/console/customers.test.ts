import { expect, test } from "vitest";
import { budgetParts } from "../../../src/web/console/customers/budget.ts";
import { change, draftErrors, emptyDraft, newCustomer } from "../../../src/web/console/customers/draft.ts";
import { fitsSearch } from "../../../src/web/console/customers/search.ts";
import { accountInWords, flowOf, groupByTransfer, moved } from "../../../src/web/console/ledger/transfers.ts";

test("a budget's bar is whole, also with what was carried over", () => {
  const { parts, carried } = budgetParts({ granted: "475.000000", spent: "112.431200", held: "25.000000", left: "462.568800" });
  expect(carried).toBe("125.000000");
  expect(parts.map(({ width }) => width).reduce((sum, width) => sum + width)).toBeCloseTo(100, 1);
});

test("an empty budget has an empty bar", () => {
  const { parts, carried } = budgetParts({ granted: "0.000000", spent: "0.000000", held: "0.000000", left: "0.000000" });
  expect(parts.map(({ width }) => width)).toEqual([0, 0, 0]);
  expect(carried).toBeNull();
});

test.each([
  ["", true],
  ["nord sørensen", true],
  ["WOJCIK", true],
  ["crm-1044", true],
  ["nord brise", false],
])("searching %j", (typed, fits) => {
  const customer = {
    id: "cus_1",
    name: "Nordwind",
    externalId: "CRM-1044",
    plan: "premium",
    contacts: [
      { name: "Mette Sørensen", email: null },
      { name: "Tomasz Wójcik", email: "t@example.org" },
    ],
  };
  expect(fitsSearch(customer, typed)).toBe(fits);
});

test("a form says what is wrong beside each field, and sends what the contract takes", () => {
  const empty = emptyDraft("2026-11-22");
  expect(draftErrors(empty)).toEqual({ name: "Whom do we serve?" });
  const draft = { ...empty, name: " Vinkel ApS ", fee: "290,50", renewal: "2027-11-22", contactEmail: "ana@example.org" };
  expect(draftErrors(draft)).toEqual({});
  expect(newCustomer(draft)).toEqual({
    name: "Vinkel ApS",
    externalId: null,
    plan: "standard",
    notes: "",
    contract: { fee: { amount: "290.500000", currency: "EUR" }, start: "2026-11-22", renewal: "2027-11-22" },
    contacts: [{ name: null, email: "ana@example.org" }],
  });
  expect(Object.keys(draftErrors({ ...draft, fee: "much", currency: "€", renewal: "2020-01-01", contactEmail: "ana" }))).toEqual([
    "fee",
    "currency",
    "renewal",
    "contactEmail",
  ]);
  expect(change({ ...draft, fee: "" }).contract).toBeNull();
});

const line = (transfer: string, account: string, amount: string) => ({ transfer, account, amount });

test("a transfer is shown once, with what it moved and who bears it", () => {
  const paid = [
    line("t1", "customer/cus_1/support-cost", "0.001200"),
    line("t1", "vendor/model", "-0.001200"),
    line("t1", "customer/cus_1/budget", "-0.001200"),
    line("t1", "company/grants", "0.001200"),
  ];
  expect(groupByTransfer([...paid, line("t2", "vendor/model", "-1.000000")]).map(({ transfer, postings }) => [transfer, postings.length])).toEqual([
    ["t1", 4],
    ["t2", 1],
  ]);
  expect(moved(paid)).toBe("0.001200");
  expect(flowOf(paid)).toEqual({ word: "paid by", account: "customer/cus_1/budget" });
  expect(flowOf([line("t3", "company/safety", "25.000000"), line("t3", "staff/time", "-25.000000")])).toEqual({ word: "paid by", account: "company/safety" });
  expect(flowOf([line("t4", "customer/cus_1/budget", "475.000000"), line("t4", "company/grants", "-475.000000")])).toEqual({
    word: "to",
    account: "customer/cus_1/budget",
  });
  expect(flowOf([line("t5", "company/visitors-fund", "-5.000000"), line("t5", "company/grants", "5.000000")])).toEqual({
    word: "from",
    account: "company/visitors-fund",
  });
  expect(flowOf([line("t6", "company/else", "1.000000"), line("t6", "company/grants", "-1.000000")])).toBeNull();
});

test("accounts have words; an unknown path stays as it is", () => {
  expect(accountInWords("customer/cus_1/budget")).toBe("customer’s budget");
  expect(accountInWords("company/safety")).toBe("company (safety)");
  expect(accountInWords("company/else")).toBe("company/else");
});
