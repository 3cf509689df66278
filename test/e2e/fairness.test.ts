import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Rates } from "../../src/http/contract.ts";
import { expectAccessible } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { look } from "../support/look.ts";
import { atTheConsole } from "../support/people.ts";
import { eventually, startService, type Service } from "../support/service.ts";

// An owner looks whom the rules hit: two dozen visitors have written in two languages; a real browser, the service in a process of its own.

const VISITORS = 12; // of each language

let service: Service;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ SAMPLE_BUSINESS: "off" }), launchBrowser()]);
  for (let i = 0; i < VISITORS; i++) {
    await writes("en", i < 2 ? "Please let me speak to a person." : "How do I take a hot backup without stopping the server?");
    await writes("de", "Ich möchte mit einem Menschen aus Ihrem Team sprechen, bitte.");
  }
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" })).newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
}, 60_000);

/** A visitor without a name, who says one thing. */
async function writes(locale: string, text: string): Promise<void> {
  const post = (path: string, body: object, session = "") =>
    fetch(`${service.url}/api/chat/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(session === "" ? {} : { authorization: `Bearer ${session}` }) },
      body: JSON.stringify(body),
    });
  const opened = await post("sessions", { locale });
  const { session } = (await opened.json()) as { session: string };
  expect((await post("messages", { id: "m1", text }, session)).status).toBe(202);
}

test("each language and channel has its shares, drawn with their bounds, and told as a table that says the same", async () => {
  const colleague = atTheConsole(page, service.url);
  await eventually(async () => {
    const { tables } = await service.staff<Rates>("GET", "/rates");
    expect(tables[0]?.groups.map(({ people }) => people)).toEqual([VISITORS, VISITORS]);
  });
  await colleague.logsIn();
  await colleague.goes("Fairness");
  const languages = page.getByRole("region", { name: "By language and channel" });
  const german = languages.getByRole("figure", { name: "German, web" });
  await german.getByText("more often than the others").waitFor();
  expect(await german.getByRole("img", { name: /^Of those, deferred: / }).getAttribute("aria-label")).toContain("12 of 12, 100 %");
  const english = languages.getByRole("figure", { name: "English, web" });
  const drawn = await english.getByRole("img", { name: /^Asked for a person: / }).getAttribute("aria-label");
  expect(drawn).toBe("Asked for a person: 2 of 12, 17 % (5 % to 45 %)");
  await languages.getByText("The same as a table").press("Enter");
  const row = languages.getByRole("table", { name: "By language and channel" }).getByRole("row").filter({ hasText: "English, web" });
  expect(await row.innerText()).toContain(drawn?.replace("Asked for a person: ", ""));
  await page.getByText("conference calls do not come to the avatar yet").waitFor();
  await expectAccessible(page);
  await look(page, "fairness");
}, 60_000);

test("where nobody wrote in that time, the page says so", async () => {
  await service.staff("POST", "/clock", { advanceTo: new Date(Date.now() + 400 * 86_400_000).toISOString() });
  // So long after, whoever was logged in is not.
  const colleague = atTheConsole(page, service.url);
  await colleague.logsIn();
  await colleague.goes("Fairness");
  await page.getByLabel("Over which time").selectOption("30");
  await page.getByRole("region", { name: "By language and channel" }).getByText("No group has so many people in this time").waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
}, 120_000);
