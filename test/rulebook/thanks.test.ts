import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadRulebook } from "../../src/rulebook/index.ts";
import { complaints, short } from "./short-book.ts";

// Campaigns are the owner's word: what is left out is careful, and a careless line is refused where it stands.

const book = (campaign: string) => `${short}thanks: { campaigns: [${campaign}] }\n`;
const one = "id: love, occasion: anniversary, costs: 0.01 EUR, budget: 5 EUR";

test("what may be left out is careful: once a quarter, by day, with a group that is held out", () => {
  const { thanks } = loadRulebook(book(`{ ${one} }`), "policies.yaml").book;
  expect(thanks).toMatchObject({ most: 1, customerMost: 1, days: 92, quietHours: { from: "20:00", to: "08:00" }, episodes: 2, episodeDays: 90 });
  expect(thanks.campaigns).toEqual([
    {
      id: "love",
      by: "mail",
      occasion: "anniversary",
      plans: [],
      months: 0,
      freshDays: 21,
      holdOut: 1_000,
      costs: { amount: 10_000n, currency: "EUR" },
      budget: { amount: 5_000_000n, currency: "EUR" },
    },
  ]);
});

test("a book that says nothing of campaigns has none", () => {
  expect(loadRulebook(short, "policies.yaml").book.thanks.campaigns).toEqual([]);
});

test("the shipped book has one campaign for each occasion", () => {
  const shipped = loadRulebook(readFileSync("policies.yaml"), "policies.yaml").book.thanks;
  expect(shipped.campaigns.map(({ occasion }) => occasion)).toEqual(["anniversary", "quiet_quarter", "smooth_upgrade"]);
});

test.each([
  [`{ ${one} }, { ${one} }`, 'two campaigns with the id "love"'],
  [`{ ${one}, plans: [premium, gold] }`, 'there is no plan "gold"'],
  [`{ ${one.replace("0.01 EUR", "0.01 USD")} }`, "Write it in EUR"],
  [`{ ${one.replace("5 EUR", "5 USD")} }`, "Write it in EUR"],
  [`{ ${one}, by: fax }`, "one of mail, call"],
  [`{ ${one.replace("anniversary", "birthday")} }`, "one of anniversary, quiet_quarter, smooth_upgrade"],
  [`{ ${one}, holdOut: 0.1 }`, 'a share such as "10 %"'],
])("%s", (campaigns, complaint) => {
  expect(complaints(book(campaigns)).join("\n")).toContain(complaint);
});
