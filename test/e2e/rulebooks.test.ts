import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Alert, BooksBeside } from "../../src/http/contract.ts";
import { expectAccessible } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { look } from "../support/look.ts";
import { atTheConsole } from "../support/people.ts";
import { eventually, startService, type Service } from "../support/service.ts";

// An owner looks what selecting customers to the letter would do to the sample business, and then tries it: two services, one for each rulebook.

let service: Service;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" })).newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
}, 60_000);

test("the page puts the figures of both rulebooks beside each other: more alerts, more lost, less to spend", async () => {
  const colleague = atTheConsole(page, service.url);
  // The claims of the sample's past are taken in within seconds of the start.
  await eventually(async () =>
    expect(Number((await service.staff<BooksBeside>("GET", "/rulebooks/beside")).toTheLetter.discounts.lost.amount)).toBeGreaterThan(0),
  );
  await colleague.logsIn();
  await colleague.goes("Rules compared");
  const { inForce, toTheLetter, same } = await service.staff<BooksBeside>("GET", "/rulebooks/beside");
  expect(same).toBe(false);
  expect(toTheLetter.alerts.customers).toBeGreaterThan(inForce.alerts.customers);
  expect(Number(toTheLetter.discounts.lost.amount)).toBeGreaterThan(Number(inForce.discounts.lost.amount));
  expect(Number(toTheLetter.serving.amount)).toBeLessThan(Number(inForce.serving.amount));
  const row = page.getByRole("table", { name: "Two rulebooks" }).getByRole("row").filter({ hasText: "Customers with an alert" });
  await row.waitFor();
  expect(await row.getByRole("cell").allInnerTexts()).toEqual([
    "Customers with an alert",
    String(inForce.alerts.customers),
    String(toTheLetter.alerts.customers),
  ]);
  await expectAccessible(page);
  await look(page, "rulebooks");
  expect(complaints).toEqual([]);
}, 60_000);

test("it runs in the demo: started with it, there are more alerts, and the page says that it is in force", async () => {
  const harsh = await startService({ POLICIES_FILE: "rulebooks/tongue-in-cheek.yaml" });
  try {
    const alertsOf = async ({ staff }: Service) => (await staff<{ items: Alert[] }>("GET", "/alerts?limit=200")).items.length;
    expect(await alertsOf(harsh)).toBeGreaterThan(await alertsOf(service));
    expect((await harsh.staff<BooksBeside>("GET", "/rulebooks/beside")).same).toBe(true);
    const colleague = atTheConsole(page, harsh.url);
    await colleague.logsIn();
    await colleague.goes("Rules compared");
    await page.getByRole("note").getByText("This rulebook is in force here").waitFor();
    await expectAccessible(page);
  } finally {
    await harsh.stop();
  }
  expect(complaints).toEqual([]);
}, 240_000);
