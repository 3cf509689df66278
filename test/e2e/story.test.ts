import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { atTheChat, atTheConsole, COMMUNITY, PREMIUM } from "../support/people.ts";
import { eventually, OWNER, startService, type Service } from "../support/service.ts";

// The main job as people see it: a real browser, the service in a process of its own, its embedded database, the sample
// business. The tests are the chapters of one story and run in their order.

type Question = { id: string; dueAt: string; askedBy: { name: string } };
type Customer = { id: string; name: string; budget: { held: string; spent: string; left: string } };
type List<T> = { items: T[] };

const NEIGHBOUR = { name: "Inês Figueira", customer: "Rádio Lagoa" };
const STAFF_MINUTES = 12;
const BILLED = 18.75; // 12 minutes are billed as 15, at 75 EUR an hour

let service: Service;
let browser: Browser;
let guests: BrowserContext;
let community: ReturnType<typeof atTheChat>;
let neighbour: ReturnType<typeof atTheChat>;
let premium: ReturnType<typeof atTheChat>;
let colleague: ReturnType<typeof atTheConsole>;
const complaints: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchBrowser()]);
  guests = await desktop();
  community = await visits(guests);
  neighbour = await visits(guests);
  premium = await visits(await desktop());
  colleague = atTheConsole(watched(await (await desktop()).newPage()), service.url);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
}, 60_000);

const desktop = () => browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });

/** The demo site in a new tab. */
async function visits(context: BrowserContext) {
  const page = watched(await context.newPage());
  await page.goto(service.url);
  return atTheChat(page);
}

/** Whatever the page itself complains of is a defect. */
function watched(page: Page): Page {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // Not logged in yet: the console asks who it is talking to, and is told nobody.
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text());
  });
  return page;
}

const customer = async ({ customer: name }: typeof PREMIUM) =>
  (await service.staff<List<Customer>>("GET", "/customers?limit=100")).items.find((one) => one.name === name) as Customer;
const euros = (amount: string | number) => new Intl.NumberFormat("en-GB", { style: "currency", currency: "EUR" }).format(Number(amount));

describe("somebody who has said who they are", () => {
  test("cannot write before the chat knows it, too: their words would be a stranger's, or lost", async () => {
    const context = await desktop();
    const visitor = await visits(context);
    let tells = (): void => undefined;
    const told = new Promise<void>((resolve) => (tells = resolve));
    await visitor.page.route("**/api/demo/tokens", async (route) => {
      await told;
      await route.continue();
    });
    await visitor.becomes(NEIGHBOUR);
    await expect(visitor.widget.getByRole("button", { name: /^Open chat/ }).click({ timeout: 500 })).rejects.toThrow(/Timeout/);
    tells();
    await visitor.opens();
    expect(await visitor.field.isEditable()).toBe(true);
    await context.close();
  });

  test("finds what they were writing, closed, reloaded, or told only now who they are; nobody else finds it", async () => {
    const context = await desktop();
    const visitor = await visits(context);
    const words = () => visitor.field.inputValue();
    await visitor.opens();
    await visitor.field.fill("My replica is");
    await visitor.page.keyboard.press("Escape");
    await visitor.opens();
    expect(await words()).toBe("My replica is");
    await visitor.page.reload();
    await eventually(async () => expect(await words()).toBe("My replica is"));
    await visitor.becomes(NEIGHBOUR);
    await eventually(async () => expect(await visitor.page.evaluate('Object.keys(sessionStorage).some((key) => key.includes(":visitor:draft"))')).toBe(false));
    expect(await words()).toBe("My replica is");
    await visitor.becomes(COMMUNITY);
    await eventually(async () => expect(await words()).toBe(""));
    await visitor.becomes(NEIGHBOUR);
    await eventually(async () => expect(await visitor.page.evaluate("document.querySelector('standin-chat').inert")).toBe(false));
    expect(await words()).toBe("");
    await context.close();
  });
});

describe("somebody without a support contract", () => {
  test("asks, and gets an answer that names its page; the link opens it", async () => {
    await expectAccessible(community.page);
    await community.becomes(COMMUNITY);
    await community.opens();
    const reply = await community.asks("How do I take a hot backup without stopping the server?");
    expect(await reply.innerText()).toMatch(/I'm Marla, Marlstone's AI assistant\./);
    const source = reply.getByRole("list", { name: "Sources" }).getByRole("link").first();
    const [article] = await Promise.all([guests.waitForEvent("page"), source.click()]);
    await article.getByRole("heading", { name: "Taking a hot backup", level: 1 }).waitFor();
    await expectAccessible(article);
    await article.close();
    await expectAccessible(community.page);
  });

  test("asks for a person: hears plainly that nobody comes today, and the date by which we come back", async () => {
    expect(await community.facesShown()).toEqual(["Marla, an AI"]);
    const reply = await community.asks("Can I talk to a person about putting your logo on our tractors?");
    // What the face did meanwhile, whatever it does by now.
    await eventually(async () => expect(await community.facesShown()).toEqual(expect.arrayContaining(["Marla, an AI, thinking", "Marla, an AI, sorry"])));
    const words = await reply.innerText();
    expect(words).toMatch(/I can't get you a colleague for this one today\. I have kept your question and will come back to you here by \w+day, \d+ \w+\./);
    expect(words).not.toMatch(/premium|standard|community|budget|plan|paying|€|EUR/i);
    await neighbour.becomes(NEIGHBOUR);
    await neighbour.opens();
    expect(await (await neighbour.asks("I need a human: may I name my ferret after your database?")).innerText()).toContain("I have kept your question");
  });

  test("sees a face that blinks, unless they have asked for less motion", async () => {
    const running = () => community.page.evaluate<number>('document.querySelector("standin-chat").shadowRoot.getAnimations().length');
    expect(await running()).toBeGreaterThan(0);
    await community.page.emulateMedia({ reducedMotion: "reduce" });
    await eventually(async () => expect(await running()).toBe(0));
    await community.page.emulateMedia({ reducedMotion: "no-preference" });
  });

  test("finds the conversation again after a reload, and sees the same in a second tab", async () => {
    const before = await community.said("theirs");
    await community.page.reload();
    await eventually(async () => expect(await community.said("theirs")).toEqual(before));
    const second = await visits(guests);
    await second.becomes(COMMUNITY);
    await second.opens();
    await eventually(async () => expect(await second.said("theirs")).toEqual(before));
    await second.asks("Thanks!");
    for (const side of ["theirs", "mine"] as const) await eventually(async () => expect(await community.said(side)).toEqual(await second.said(side)));
    expect(await community.said("mine")).toHaveLength(3);
    await second.page.close();
  });
});

describe("somebody whose contract has room for it", () => {
  test("asks for a person with nothing but a keyboard, and one is asked to come", async () => {
    const { page, widget, log } = premium;
    await premium.becomes(PREMIUM);
    const focused = () =>
      page.evaluate<string | null>("(document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)?.getAttribute('aria-label')");
    for (let presses = 0; (await focused()) !== "Open chat"; presses++) {
      expect(presses).toBeLessThan(60);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await focused()).toBe("Message"));
    await page.keyboard.type("My replica lags behind since Friday. Can I talk to a human, please?");
    await page.keyboard.press("Enter");
    await log.locator("li.theirs").getByText("I've asked a colleague to join us here.").waitFor();
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await focused()).toBe("Open chat"));
    await page.keyboard.press("Enter");
    await widget.getByRole("textbox", { name: "Message" }).waitFor();
  });
});

describe("a colleague in the console", () => {
  let before: Customer["budget"];

  test("logs in and finds both in the queue", async () => {
    await colleague.page.goto(`${service.url}/console`);
    await colleague.page.getByLabel("E-mail").waitFor();
    await expectAccessible(colleague.page);
    await colleague.logsIn();
    await colleague.row(PREMIUM).getByText("Granted").waitFor();
    await colleague.row(COMMUNITY).getByText("Deferred").waitFor();
    await expectAccessible(colleague.page);
    before = (await customer(PREMIUM)).budget;
    expect(before.held).toBe("25.000000");
  });

  test("claims, replies, notes and resolves; the customer sees the person and the words at once, and nothing of the note", async () => {
    const panel = await colleague.opens(PREMIUM);
    await expectAccessible(colleague.page);
    await colleague.claims(panel);
    await premium.widget.getByRole("heading", { name: OWNER.name }).waitFor();
    await colleague.writes(panel, "Reply", "Hello Sunniva, I am looking at your replica now.");
    await premium.log.getByText("Hello Sunniva, I am looking at your replica now.").first().waitFor();
    await expectAccessible(premium.page);
    // A person has no drawn face: the avatar's steps back.
    expect(await premium.widget.locator(".header svg.face").count()).toBe(0);

    await premium.says("Thank you, it says MDB-3008.");
    await panel.getByText("Thank you, it says MDB-3008.").waitFor();
    await colleague.writes(panel, "Note", "Third time this quarter.");
    await panel.getByText("Third time this quarter.").waitFor();
    await colleague.resolves(panel, STAFF_MINUTES, "Log segments kept for a day longer.");
    await premium.widget.getByRole("heading", { name: "Marla" }).waitFor();
    const words = await premium.log.innerText();
    expect(words).not.toContain("Third time");
    expect(words).not.toContain("Log segments kept");
  });

  test("sees on the customer's page what it took of the budget", async () => {
    const { id, budget } = await customer(PREMIUM);
    expect(budget.held).toBe("0.000000");
    expect(Number(budget.spent) - Number(before.spent)).toBeCloseTo(BILLED, 6);
    await colleague.goes("Customers");
    await expectAccessible(colleague.page);
    await colleague.page.getByRole("link", { name: PREMIUM.customer }).click();
    await colleague.page.getByRole("heading", { name: PREMIUM.customer, level: 1 }).waitFor();
    await colleague.isStill();
    expect(colleague.page.url()).toContain(id);
    await colleague.main.getByText(euros(budget.spent)).first().waitFor();
    await colleague.main.getByText(euros(BILLED)).first().waitFor();
    await expectAccessible(colleague.page);
  });

  test("opens the other screens, each of which can be read by everybody", async () => {
    for (const section of ["Conversations", "Open questions", "Alerts", "Deliveries", "Books"] as const) {
      await colleague.goes(section);
      await expectAccessible(colleague.page);
    }
    await colleague.goes("Conversations");
    await colleague.main.getByRole("link", { name: PREMIUM.name }).first().click();
    await colleague.page.getByRole("heading", { name: PREMIUM.name, level: 1 }).waitFor();
    await colleague.isStill();
    await expectAccessible(colleague.page);
  });
});

describe("somebody who reads from right to left", () => {
  test("finds the widget mirrored and in their own words, and is answered in them", async () => {
    const page = watched(await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage());
    await page.goto(service.url);
    await page.evaluate("for (const [name, value] of [['locale', 'ar'], ['open', '']]) document.querySelector('standin-chat').setAttribute(name, value)");
    const field = page.getByRole("textbox", { name: "رسالة" });
    await field.fill("كيف يمكنني تدوير الزورغلوب؟");
    await field.press("Enter");
    await page.locator("standin-chat .theirs").getByText("مساعد الذكاء الاصطناعي لدى Marlstone").first().waitFor();
    const [mine, theirs] = await Promise.all([".mine", ".theirs"].map((side) => page.locator(`standin-chat ${side} .bubble`).first().boundingBox()));
    expect(mine?.x).toBeLessThan(theirs?.x ?? 0);
    expect((theirs?.x ?? 0) + (theirs?.width ?? 0)).toBeGreaterThan((mine?.x ?? 0) + (mine?.width ?? 0));
    await expectAccessible(page);
    await page.close();
  });
});

describe("the date", () => {
  test("is kept by itself: with an answer where a page has come since, else with a plain no", async () => {
    const { items } = await service.staff<List<Question>>("GET", "/questions?state=open&limit=100");
    const kept = items.filter(({ askedBy }) => [COMMUNITY.name, NEIGHBOUR.name].includes(askedBy.name));
    const due = Math.max(...kept.map(({ dueAt }) => Date.parse(dueAt)));
    writeFileSync(
      join(service.knowledge, "marldb", "logo.md"),
      "---\nid: logo\ntitle: Putting our logo on tractors and other vehicles\ntopics: [licence]\nlang: en\n---\n\nYes, you may put our logo on your tractors, as long as it is not changed and nobody takes the tractors for ours.\n",
    );
    await service.staff("POST", "/clock", { advanceTo: new Date(due + 3600_000).toISOString() });
    await community.log.getByText("Yes, you may put our logo on your tractors").first().waitFor();
    await community.log.getByRole("link", { name: "Putting our logo on tractors" }).first().waitFor();
    await neighbour.log.getByText("I can't solve it").first().waitFor();
  });

  test("and nothing is amiss in the books, the pages or the terminal", async () => {
    expect(await service.staff("GET", "/ledger/check")).toMatchObject({ balanced: true, differences: [] });
    expect(complaints).toEqual([]);
    await browser.close();
    expect(await service.stop(), service.said()).toBe(0);
    expect(service.said()).toContain("Closed. Nothing is lost.");
  });
});
