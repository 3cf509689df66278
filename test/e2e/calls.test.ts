import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { look } from "../support/look.ts";
import { atTheConsole } from "../support/people.ts";
import { startService, type Service } from "../support/service.ts";

// A colleague calls somebody, from the first word on a screen to the cost in the books: writes down that they agreed, plans the call, is kept from ringing at
// night, rings in the morning with reviewed words before them, and says what came of it. The chapters of one story run in their order.

const WHO = { name: "Eira Lund", customer: "Fjordlab AS" };
const NUMBER = "+47 22 12 34 56";
let service: Service;
let browser: Browser;
let page: Page;
let colleague: ReturnType<typeof atTheConsole>;
let customer: { id: string };
const complaints: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  const { now } = await service.staff<{ now: string }>("GET", "/clock");
  // Tonight at nine in the evening: in Berlin it is later still.
  await service.staff("POST", "/clock", { advanceTo: `${new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10)}T21:00:00.000Z` });
  const contract = { fee: { amount: "290.000000", currency: "EUR" }, start: "2023-05-01", renewal: null };
  customer = await service.staff("POST", "/customers", {
    name: WHO.customer,
    plan: "standard",
    contract,
    contacts: [{ name: WHO.name, email: "eira@fjordlab.example" }],
  });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" })).newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  colleague = atTheConsole(page, service.url);
  await colleague.logsIn();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
}, 60_000);

const row = () => page.getByRole("article", { name: `Call to ${WHO.name}` });

test("nobody is to be called, and the page says how that would come", async () => {
  await colleague.goes("Calls");
  await page.getByText("Nobody is to be called.").waitFor();
  await expectAccessible(page);
  await look(page, "calls-empty");
});

test("a consent is written down beside the person, and a call is planned", async () => {
  await page.goto(`${service.url}/console/customers/${customer.id}`);
  await page.getByRole("button", { name: `Calls to ${WHO.name}` }).click();
  await page.getByText("has not agreed to be called").waitFor();
  await page.getByText("Write down that they agreed").click();
  const form = page.getByRole("form", { name: "Write down a consent" });
  await form.getByLabel("Number").fill("22 12 34 56");
  await form.getByLabel("In which words").fill("“Do ring me”, at the meeting in May");
  await form.getByRole("button", { name: "Keep it" }).click();
  await form.getByText("Write the number with its country").first().waitFor();
  await form.getByLabel("Number").fill(NUMBER);
  await form.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("May be called by a person at +4722123456").waitFor();
  await expectAccessible(page);
  await look(page, "calls-consent");
  await page.getByRole("form", { name: "Plan a call" }).getByRole("button", { name: "Plan a call" }).click();
  await page.getByRole("status").getByRole("link", { name: "Calls" }).click();
  await row().getByText("Waits for somebody").waitFor();
});

test("at night the call is refused, with the reason; in the morning it may be made", async () => {
  await row()
    .getByRole("button", { name: /^Open the call/ })
    .click();
  await row().getByText("You have been with us since 2023.").waitFor();
  expect(await row().getByRole("link", { name: /^\+47/ }).count()).toBe(0);
  await row().getByRole("button", { name: "Claim" }).click();
  await row().getByText("It is outside calling hours where they are").waitFor();
  await expectAccessible(page);
  await look(page, "calls-night");
  const { now } = await service.staff<{ now: string }>("GET", "/clock");
  await service.staff("POST", "/clock", { advanceTo: new Date(Date.parse(now) + 12 * 3_600_000).toISOString() });
  await row().getByRole("button", { name: "Claim" }).click();
  await row().getByRole("link", { name: "+4722123456" }).waitFor();
  await expectAccessible(page);
  await look(page, "calls-claimed");
});

test("what came of it is said once; the minutes stand on the customer", async () => {
  const form = row().getByRole("form", { name: "What came of it" });
  await form.getByRole("button", { name: "Done" }).click();
  await form.getByText("How many minutes did it take?").waitFor();
  await form.getByLabel("Minutes").fill("4");
  await form.getByLabel("Note").fill("Is glad about the new index.");
  await form.getByRole("button", { name: "Done" }).click();
  await page.getByText("Nobody is to be called.").waitFor();
  await page.getByText("Ended", { exact: true }).click();
  await row().getByText("Reached").waitFor();
  await row().getByText("€6.25").waitFor();
  await expectAccessible(page);
  await look(page, "calls-ended");
  expect(complaints).toEqual([]);
});
