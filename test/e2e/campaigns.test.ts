import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Customer, ListOf, Mailout } from "../../src/http/contract.ts";
import { expectAccessible } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { look } from "../support/look.ts";
import { openLetterBox } from "../support/letter-box.ts";
import { atTheConsole } from "../support/people.ts";
import { eventually, OWNER, startService, type Service } from "../support/service.ts";

// A colleague writes down that somebody agreed to thank-yous, looks how a mail will look, sends one to themself, and sees what became of those that left;
// whoever reads one ends it with one press. A real browser, a real mail server, the sample business.

const FJORD = "Fjordlys AS";
const IDA = "Ida Moen";
const DAY = 86_400_000;

let service: Service;
let browser: Browser;
let page: Page;
let rules: string;
let box: Awaited<ReturnType<typeof openLetterBox>>;
let colleague: ReturnType<typeof atTheConsole>;
const complaints: string[] = [];

beforeAll(async () => {
  box = await openLetterBox();
  rules = await mkdtemp(join(tmpdir(), "standin-campaigns-"));
  // Nobody is held out: who would be is drawn by lot. An anniversary is called for.
  const book = (await readFile("policies.yaml", "utf8")).replaceAll(/holdOut: \d+ %/g, "holdOut: 0 %").replace(/by: mail.*/, "by: call");
  await writeFile(join(rules, "policies.yaml"), book);
  const env = { POLICIES_FILE: join(rules, "policies.yaml"), SMTP_URL: box.url, MAIL_ADDRESS: "hello@marlstone.example" };
  [service, browser] = await Promise.all([startService(env), launchBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" })).newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  colleague = atTheConsole(page, service.url);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await box?.close();
  await rm(rules, { recursive: true });
}, 60_000);

test("before anybody has agreed, the page says what would bring something, and shows each mail", async () => {
  await colleague.logsIn();
  await colleague.goes("Campaigns");
  const card = page.getByRole("region", { name: "quiet-quarter" });
  await card.getByText("No occasion yet.").waitFor();
  await card.getByRole("button", { name: "How it looks: quiet-quarter" }).click();
  const mail = card.frameLocator("iframe");
  await mail.getByText("Dear Ana Example,").waitFor();
  const first = await card.locator("figcaption strong").innerText();
  await card.getByRole("button", { name: "Another text" }).click();
  await eventually(async () => expect(await card.locator("figcaption strong").innerText()).not.toBe(first));
  await card.getByLabel("Language").selectOption("de");
  await mail.getByText("Guten Tag Ana Example,").waitFor();
  await expectAccessible(page);
  await look(page, "campaigns-preview");
  await look(page, "campaigns-mail", card.locator("figure"));
  await card.getByRole("button", { name: "Send it to me" }).click();
  await card.getByText(`On its way to ${OWNER.email}.`).waitFor();
  expect(box.got.map(({ to }) => to)).toEqual([[OWNER.email]]);
});

test("an anniversary of somebody who agreed to be called: the call waits with what to say, and the campaign shows it", async () => {
  const { now } = await service.staff<{ now: string }>("GET", "/clock");
  // Two days ahead: where people are it may be tomorrow already, and the day on which planning begins is over for it.
  const birthday = new Date(Date.parse(now) + 2 * DAY).toISOString();
  const on = (years: number) => `${Number(birthday.slice(0, 4)) + years}${birthday.slice(4, 10)}`;
  const contract = { start: on(-2), renewal: on(2), fee: { amount: "900.000000", currency: "EUR" } };
  const more = { plan: "standard", contract, contacts: [{ name: "Nils Berg" }] };
  const { contacts } = await service.staff<Customer>("POST", "/customers", { name: "Bergen Bank", externalId: "bergen", ...more });
  await service.staff("POST", `/contacts/${contacts[0]?.id}/consents`, { scope: "personal_call", phone: "+47 23456789", words: "Do ring." });
  await service.staff("POST", "/clock", { advanceTo: new Date(Date.parse(now) + 3 * DAY).toISOString() });
  await colleague.goes("Campaigns");
  const card = page.getByRole("region", { name: "anniversary" });
  await card.getByText("1 to be called").waitFor();
  await page.getByRole("table", { name: "Thank-yous, the newest first" }).getByRole("row").filter({ hasText: "Nils Berg" }).waitFor();
  await expectAccessible(page);
  await look(page, "campaigns-calls");
  await card.getByRole("link", { name: "The calls, each with what to say" }).click();
  const call = page.getByRole("article", { name: "Call to Nils Berg" });
  await call.getByText("planned by the campaign anniversary").waitFor();
  await call.getByRole("button", { name: "Open the call to Nils Berg" }).click();
  await call.getByText("You have been with us since").waitFor();
  await look(page, "campaigns-call-waits");
});

test("somebody agrees, upgrades, and is thanked; the page shows what became of it; one press in the mail ends it", async () => {
  const contract = { start: "2024-05-02", renewal: "2027-05-02", fee: { amount: "900.000000", currency: "EUR" } };
  const fjord = await service.staff<Customer>("POST", "/customers", {
    name: FJORD,
    externalId: "fjord",
    plan: "standard",
    contract,
    contacts: [{ name: IDA }],
  });
  await page.goto(`${service.url}/console/customers/${fjord.id}`);
  await page.getByRole("button", { name: `Thank-yous to ${IDA}` }).click();
  const form = page.getByRole("form", { name: "Write down that they agreed to thank-yous" });
  await form.getByLabel("Mail address").fill("ida@fjord.example");
  await form.getByLabel("In which words").fill("“Yes, that would be nice”, at the fair");
  await expectAccessible(page);
  await form.getByRole("button", { name: "They agreed" }).click();
  await page.getByText("May be thanked at ida@fjord.example").waitFor();
  await look(page, "campaigns-consent");
  await service.staff("POST", "/upgrades", { customer: fjord.id });
  const { now } = await service.staff<{ now: string }>("GET", "/clock");
  await service.staff("POST", "/clock", { advanceTo: new Date(Date.parse(now) + 3 * DAY).toISOString() });
  const mailout = (await service.staff<ListOf<Mailout>>("GET", "/mailouts")).items.find(({ customer }) => customer.name === FJORD);
  expect(mailout).toMatchObject({ campaign: "smooth-upgrade" });
  await colleague.goes("Campaigns");
  const row = page.getByRole("table", { name: "Thank-yous, the newest first" }).getByRole("row").filter({ hasText: FJORD });
  await row.waitFor();
  await expectAccessible(page);
  await look(page, "campaigns");
  expect(mailout?.state).toBe("sent");
  const letter = await simpleParser(box.got.find(({ to }) => to[0] === "ida@fjord.example")?.source ?? "");
  await page.goto(/http:\S+\/unsubscribe\/\S+/.exec(letter.text ?? "")?.[0] ?? "");
  await expectAccessible(page);
  await look(page, "unsubscribe");
  await page.getByRole("button", { name: "End these mails" }).click();
  await page.getByRole("heading", { name: "Done" }).waitFor();
  await page.goto(`${service.url}/console/customers/${fjord.id}`);
  await page.getByRole("button", { name: `Thank-yous to ${IDA}` }).click();
  const none = page.getByText(`${IDA} has not agreed to thank-yous by mail.`);
  await none.waitFor();
  // She agrees anew, and then calls a letter spam: that is for good.
  await form.getByLabel("Mail address").fill("ida@fjord.example");
  await form.getByLabel("In which words").fill("“Write again”, on the telephone");
  await form.getByRole("button", { name: "They agreed" }).click();
  await page.getByRole("button", { name: "They complained: never again" }).press("Enter");
  await none.waitFor();
  expect(complaints).toEqual([]);
});
