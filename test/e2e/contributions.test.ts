import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { look } from "../support/look.ts";
import { atTheConsole } from "../support/people.ts";
import { startService, type Service } from "../support/service.ts";

// A colleague accepts what somebody of the community brought, sees what it earned, and takes a mistake back: a real browser, the service in a
// process of its own.

let service: Service;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ SAMPLE_BUSINESS: "off" }), launchBrowser()]);
  const contract = { fee: { amount: "290.000000", currency: "EUR" }, start: "2026-01-01", renewal: null };
  const contacts = [{ name: "Eira Lund", email: "eira@fjordlab.example" }];
  const { id } = await service.staff<{ id: string }>("POST", "/customers", { name: "Fjordlab AS", plan: "standard", contract, contacts });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" })).newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  await atTheConsole(page, service.url).logsIn();
  await page.goto(`${service.url}/console/customers/${id}`);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
}, 60_000);

const card = () => page.getByRole("region", { name: "Contributions" });
const list = () => page.getByRole("list", { name: "Contributions, the newest first" });

async function accepts(kind: string, link: string): Promise<void> {
  const form = card().getByRole("form", { name: "Accept a contribution" });
  await form.getByLabel("Kind").selectOption(kind);
  await form.getByLabel("Who brought it").selectOption("Eira Lund");
  await form.getByLabel("Link").fill(link);
  await form.getByRole("button", { name: "Accept" }).press("Enter");
}

test("nothing was brought, and the page says what would stand there", async () => {
  await card().getByText("Nothing yet.").waitFor();
  await card().getByText("Accept a contribution").press("Enter");
  await expectAccessible(page);
}, 60_000);

test("a patch adds to the budget that stands above; an answer waits for a word of theirs; the same link is refused in words", async () => {
  await accepts("patch", "https://code.example/pull/7");
  await list().getByText("for the budget").waitFor();
  await page.getByText("€97.50").first().waitFor();
  await accepts("answer", "https://forum.example/t/12");
  await list().getByText("not sent: it leaves if they have agreed that we write first.").waitFor();
  await accepts("report", "https://forum.example/t/12");
  expect(await card().getByRole("alert").innerText()).toContain("has been accepted already");
  await expectAccessible(page);
  await look(page, "contributions", card());
}, 60_000);

test("a mistake is taken back with the keyboard, and the budget is what it was", async () => {
  await card().getByRole("button", { name: "Take back: patch https://code.example/pull/7" }).focus();
  await page.keyboard.press("Enter");
  await list().getByText("€25.00 of €25.00 were left").waitFor();
  await page.getByText("€97.50").first().waitFor({ state: "detached" });
  await expectAccessible(page);
  await look(page, "contributions-back", card());
  expect(complaints).toEqual([]);
}, 60_000);
