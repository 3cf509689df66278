import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { atTheConsole } from "../support/people.ts";
import { startService, type Service } from "../support/service.ts";

// Alerts as a colleague meets them: sees one, reads what was counted, says that they have seen it, silences it, declares an outage, and tries a
// rule before it is saved. The tests are the chapters of one story and run in their order.

type Alert = { id: string; state: string; customer: { id: string; name: string } };
let service: Service;
let browser: Browser;
let colleague: ReturnType<typeof atTheConsole>;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" })).newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/ 40[01] /.test(message.text())) complaints.push(message.text());
  });
  colleague = atTheConsole(page, service.url);
  await colleague.logsIn();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
}, 60_000);

const firing = async () => (await service.staff<{ items: Alert[] }>("GET", "/alerts?state=firing")).items;
/** What fades in has no contrast until it stands. */
async function readable(): Promise<void> {
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  await page.evaluate("Promise.allSettled(document.getAnimations().map(({ finished }) => finished))");
  await expectAccessible(page);
}
const row = (alert: Alert) => page.locator(`[id="${alert.id}"]`);

test("a firing alert says what was counted, with links, and what may be done; acknowledging names who has seen it", async () => {
  const [alert] = (await firing()) as [Alert];
  await colleague.goes("Alerts");
  const one = row(alert);
  await one.getByText("Firing", { exact: true }).waitFor();
  await one.getByText("offer training", { exact: false }).waitFor();
  await one.getByText("that were counted").click();
  const links = one.locator(".counted").getByRole("link");
  expect(await links.count()).toBeGreaterThan(3);
  await readable();
  await one.getByRole("button", { name: `Acknowledge the alert about ${alert.customer.name}` }).click();
  await one.getByText("seen by Merle").waitFor();
  await links.first().click();
  await page.waitForURL(/\/console\/conversations\/cv/);
});

test("a silence asks what and for how long, stands on the page with its author and end, and can be ended", async () => {
  const [alert] = (await firing()) as [Alert];
  await colleague.goes("Alerts");
  await row(alert)
    .getByRole("button", { name: `Silence the alert about ${alert.customer.name}` })
    .click();
  const dialog = page.getByRole("dialog", { name: `Silence the alert about ${alert.customer.name}` });
  await dialog.getByLabel("For").selectOption({ label: "a week" });
  await readable();
  await dialog.getByRole("button", { name: "Silence", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await row(alert).getByText("Silenced by Merle").waitFor();
  const held = page.getByRole("region", { name: "Held back now" });
  expect(await held.innerText()).toContain(`many-episodes, about ${alert.customer.name}`);
  await readable();
  await held.getByRole("button", { name: /^End it/ }).click();
  await held.waitFor({ state: "detached" });
  await row(alert).getByText("Silenced by Merle").waitFor({ state: "detached" });
});

test("an outage is declared, refused in words when it is no cause, and is over when somebody says so", async () => {
  await colleague.goes("Alerts");
  await page.getByRole("button", { name: "Declare an outage" }).click();
  const dialog = page.getByRole("dialog", { name: "Declare an outage" });
  await dialog.getByLabel("What is broken").fill("it is all broken");
  await dialog.getByRole("button", { name: "Declare", exact: true }).click();
  await dialog.getByRole("alert").waitFor();
  await dialog.getByLabel("What is broken").fill("replication@4.3");
  await dialog.getByRole("button", { name: "Declare", exact: true }).click();
  const held = page.getByRole("region", { name: "Held back now" });
  await held.getByText("Known outage: replication@4.3").waitFor();
  await readable();
  await held.getByRole("button", { name: "It is over: the outage of replication@4.3" }).click();
  await held.waitFor({ state: "detached" });
});

test("before a rule is saved the console shows its false alarms a month, what it would have fired on, and the lines to save", async () => {
  await colleague.goes("Alerts");
  await page.getByRole("link", { name: "Try a rule" }).click();
  await page.getByRole("heading", { name: "Try an alert rule", level: 1 }).waitFor();
  await readable();
  const form = page.getByRole("form", { name: "The rule" });
  await form.getByRole("button", { name: "Show what it would do" }).click();
  const outlook = page.getByRole("region", { name: "What it would do", exact: true });
  await outlook.getByText("a month", { exact: false }).first().waitFor();
  expect(Number(await outlook.locator("dd strong").first().innerText())).toBeGreaterThan(0);
  expect(await outlook.getByRole("row").count()).toBeGreaterThan(1);
  await readable();

  await form.getByLabel("Detector").selectOption({ label: "A lasting rise" });
  await outlook.getByText("before your last change").waitFor();
  await form.getByLabel("Times the usual").fill("1");
  await form.getByRole("button", { name: "Show what it would do" }).click();
  await form.getByText("A number from 1.1 to 20.").waitFor();
  await form.getByLabel("Times the usual").fill("2");
  await form.getByRole("button", { name: "Show what it would do" }).click();
  await outlook.getByText("before your last change").waitFor({ state: "detached" });
  expect(await page.getByLabel("The lines for policies.yaml").innerText()).toContain("detector: cusum");
  expect(complaints).toEqual([]);
});

test("on a phone nothing scrolls sideways", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Menu", exact: true }).waitFor();
  const wide = () => page.evaluate<number>("document.documentElement.scrollWidth");
  expect(await wide()).toBeLessThanOrEqual(390);
  await colleague.goes("Alerts");
  expect(await wide()).toBeLessThanOrEqual(390);
  await readable();
});
