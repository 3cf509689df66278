import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Alert, Incident, Objection } from "../../src/http/contract.ts";
import { expectAccessible } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { look } from "../support/look.ts";
import { openChat, sendMessage } from "../support/chat-client.ts";
import { atTheConsole } from "../support/people.ts";
import { eventually, startService, type Service } from "../support/service.ts";

// No-claims discounts as people who work here see them: a real browser, the service in a process of its own.

const HOST_SECRET = "a-host-secret-of-at-least-32-bytes!";

let service: Service;
let browser: Browser;
let page: Page;
let customer: string;
let conversation: string;
const complaints: string[] = [];

const crash = (happenedAt: string) =>
  service.staff<{ id: string }>("POST", "/no-claims/incidents", { customer, happenedAt, cost: { amount: "25.000000", currency: "EUR" } });
const HALF_PIXEL = 0.5;
const objected = async () => {
  const { items } = await service.staff<{ items: Objection[] }>("GET", "/no-claims/objections");
  return items[0] as Objection;
};
const now = async () => (await service.staff<{ now: string }>("GET", "/clock")).now;
const inDays = async (days: number) => service.staff("POST", "/clock", { advanceTo: new Date(Date.parse(await now()) + days * 86_400_000).toISOString() });

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ SAMPLE_BUSINESS: "off", CHAT_JWT_SECRET: HOST_SECRET }), launchBrowser()]);
  const begun = new Date(Date.parse(await now()) - 4.5 * 365 * 86_400_000).toISOString().slice(0, 10);
  const contract = { fee: { amount: "290.000000", currency: "EUR" }, start: begun, renewal: null };
  ({ id: customer } = await service.staff<{ id: string }>("POST", "/customers", { name: "Oakfold Libraries", plan: "standard", contract }));
  const chat = await openChat(service.url, HOST_SECRET, { sub: "gwen", customer, name: "Gwen" });
  ({ conversation } = chat);
  await sendMessage(service.url, chat.session, { id: "m1", text: "How do I restore a backup?" });
  await inDays(1);
  const { id } = await crash(await now());
  await service.staff("POST", `/no-claims/incidents/${id}/ruling`, { fault: "customer" });
  await inDays(300);
  await crash(await now());
  await service.staff("POST", `/customers/${customer}/no-claims/objections`);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
}, 60_000);

test("the page shows what waits, what each scheme means, and everybody's level", async () => {
  const colleague = atTheConsole(page, service.url);
  await colleague.logsIn();
  await colleague.goes("No-claims");
  const schemes = page.getByRole("table", { name: "No-claims schemes" });
  await schemes.getByText("13.45 %").waitFor();
  expect(await schemes.getByRole("row").filter({ hasText: "in force" }).innerText()).toContain("19.50 %");
  const levels = page.getByRole("table", { name: "Levels of customers" });
  expect(await levels.getByRole("row").filter({ hasText: "Oakfold Libraries" }).innerText()).toContain("10 %");
  await expectAccessible(page);
}, 60_000);

test("an objection is counted in the menu, stands first on the page with its date, and is among the alerts", async () => {
  const entry = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^No-claims ?, 1 objection to decide$/ });
  await entry.waitFor();
  expect(await page.getByRole("heading", { level: 2 }).first().innerText()).toBe("Objections waiting");
  const waiting = page.getByRole("list", { name: "Objections waiting, the oldest first" }).locator("> li");
  expect(await waiting.count()).toBe(1);
  expect(await waiting.first().locator("time").first().getAttribute("datetime")).toBe((await objected()).at);
  const { items } = await service.staff<{ items: Alert[] }>("GET", "/alerts?state=firing");
  expect(items).toMatchObject([{ rule: "no-claims.objection", customer: { id: customer } }]);
}, 60_000);

test("an incident is ruled on and an objection upheld with the keyboard: both are gone from what waits", async () => {
  const incident = page.getByRole("group", { name: "Whose doing was the crash at Oakfold Libraries?" });
  await incident.getByRole("button", { name: "Ours" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Nothing waits.").waitFor();
  await page.getByRole("group", { name: "The objection of Oakfold Libraries" }).getByRole("button", { name: "Uphold" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Nobody objects.").waitFor();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "No-claims", exact: true }).waitFor();
  expect(await service.staff("GET", "/alerts?state=firing")).toMatchObject({ items: [] });
  // Without what counted, the level is what five clean years have earned.
  await eventually(async () => {
    const levels = await page.getByRole("table", { name: "Levels of customers" }).innerText();
    if (!levels.includes("25 %")) throw new Error(levels);
  });
}, 60_000);

test("the customer's page draws the years, and tells the same as a table", async () => {
  await page.getByRole("link", { name: "Oakfold Libraries" }).first().click();
  await page.getByRole("heading", { name: "No-claims discount" }).waitFor();
  const chart = page.getByRole("figure", { name: "The discount over the years, with the incidents" });
  expect(await chart.getByRole("img").getAttribute("aria-label")).toMatch(/^From 0 % on .* to 25 % now; 2 incidents\.$/);
  await chart.getByText("The same as a table").click();
  const rows = chart.getByRole("table", { name: "Levels and incidents" });
  expect(await rows.getByRole("row").allInnerTexts()).toHaveLength(9);
  expect(await rows.innerText()).toContain("crash: withdrawn");
  expect(await rows.innerText()).toContain("crash: our doing");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  const [paper] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Certificate (PDF)" }).click()]);
  expect(paper.suggestedFilename()).toBe("no-claims.pdf");
  expect(complaints).toEqual([]);
}, 60_000);

test("a crash is recorded on the customer's card with the keyboard: what is missing is said, and what it waits for", async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByText("Record a crash").press("Enter");
  const form = page.getByRole("form", { name: "Record a crash" });
  await form.getByRole("button", { name: "Record" }).press("Enter");
  await form.getByText("When did it happen?").waitFor();
  await form.getByText("What did it cost us? 0 if nothing.").waitFor();
  expect(await form.getByLabel("When it happened").getAttribute("aria-invalid")).toBe("true");
  await expectAccessible(page);
  await form.getByLabel("When it happened").fill((await now()).slice(0, 16));
  await form.getByLabel("What it cost us, in EUR").fill("140,50");
  const talk = form.getByLabel("Where it can be read");
  await talk.selectOption({ index: 1 });
  expect(await talk.locator("option:checked").innerText()).toContain("Gwen: ");
  await look(page, "record-crash", page.locator("section.card", { hasText: "No-claims discount" }));
  await form.getByLabel("What it cost us, in EUR").press("Enter");
  await page.getByRole("status").getByText("for somebody to say whose doing it was").waitFor();
  await look(page, "recorded-crash", page.locator("section.card", { hasText: "No-claims discount" }));
  const { items } = await service.staff<{ items: Incident[] }>("GET", "/no-claims/incidents?waiting=true");
  expect(items).toMatchObject([{ kind: "crash", fault: "unknown", cost: { amount: "140.500000" }, customer: { id: customer }, conversation }]);
  const row = page.getByRole("table", { name: "Levels and incidents" }).getByRole("link", { name: "crash: not known yet" });
  expect(await row.getAttribute("href")).toBe(`/console/conversations/${conversation}`);
}, 60_000);

test("with whose doing it was the crash waits for nobody, and the chart says so", async () => {
  await page.getByText("Record a crash").press("Enter");
  const form = page.getByRole("form", { name: "Record a crash" });
  await form.getByLabel("When it happened").fill((await now()).slice(0, 16));
  await form.getByLabel("What it cost us, in EUR").fill("0");
  await form.getByLabel("Whose doing it was").selectOption("Somebody else’s");
  await form.getByRole("button", { name: "Record" }).press("Enter");
  await page.getByRole("status").getByText("is recorded: somebody else’s doing.").waitFor();
  await page.getByRole("table", { name: "Levels and incidents" }).getByText("crash: somebody else’s doing").waitFor();
  // A dot of today lies within the chart as a whole, on a phone too.
  await page.getByText("The same as a table").click();
  await look(page, "chart", page.locator("section.card", { hasText: "No-claims discount" }));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    const [plot, dots] = [page.locator(".timeline-plot"), page.locator(".timeline-mark")];
    const inside = (await plot.boundingBox()) ?? { x: 0, width: 0 };
    expect(await dots.count()).toBe(4);
    for (const dot of await dots.all()) {
      const box = (await dot.boundingBox()) ?? { x: 0, width: Number.NaN };
      expect(box.x).toBeGreaterThanOrEqual(inside.x - HALF_PIXEL);
      expect(box.x + box.width).toBeLessThanOrEqual(inside.x + inside.width + HALF_PIXEL);
    }
  }
  await expectAccessible(page);
  expect(complaints).toEqual([]);
}, 60_000);

test("an objection that came by telephone is written down on the customer's card, and upheld in part", async () => {
  const { id: rated } = await crash(await now());
  const { id: other } = await crash(await now());
  for (const one of [rated, other]) await service.staff("POST", `/no-claims/incidents/${one}/ruling`, { fault: "customer" });
  await page.getByRole("button", { name: "The customer objects" }).press("Enter");
  await page.getByRole("status").getByText("for a person to decide, by").waitFor();
  await page.getByRole("status").filter({ hasText: "to decide" }).getByRole("link", { name: "No-claims" }).click();
  const about = page.getByRole("list", { name: "What the objection of Oakfold Libraries is about" });
  await page.getByText("It was not made in a conversation: tell them yourself").waitFor();
  await about.getByRole("checkbox").nth(1).press("Space");
  await look(page, "objection");
  await expectAccessible(page);
  await page.getByRole("group", { name: "The objection of Oakfold Libraries" }).getByRole("button", { name: "Uphold" }).press("Enter");
  await page.getByText("Nobody objects.").waitFor();
  const { items } = await service.staff<{ items: Incident[] }>("GET", `/no-claims/incidents?customer=${customer}`);
  expect(new Set(items.filter(({ id }) => [rated, other].includes(id)).map(({ fault }) => fault))).toEqual(new Set(["withdrawn", "customer"]));
  expect(complaints).toEqual([]);
}, 60_000);
