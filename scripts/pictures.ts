import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { atTheChat, atTheConsole, COMMUNITY, PREMIUM } from "../test/support/people.ts";
import { startService, type Service } from "../test/support/service.ts";

/**
 * Plays the main story in a real browser and takes its pictures into docs/pictures: `{name}-390.png`, as on a phone, and
 * `{name}-1280.png`. Exit code 1 when the story does not come true, a page scrolls sideways, or a picture is too big.
 */
const OUT = "docs/pictures";
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const MOST_BYTES = 300_000;
const MINUTE_MS = 60_000;

type Guest = ReturnType<typeof atTheChat>;
type Colleague = ReturnType<typeof atTheConsole>;

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const [service, browser] = await Promise.all([startService(), launchBrowser()]);
  try {
    await play(service, browser);
  } finally {
    await browser.close();
    await service.stop();
  }
}

async function play(service: Service, browser: Browser): Promise<void> {
  const day = await openTheDay(service);
  const community = await visit(service, await day.desk(browser));
  const premium = await visit(service, await day.desk(browser));
  const colleague = atTheConsole(await (await day.desk(browser)).newPage(), service.url);

  await take(community.page, "demo");
  await community.becomes(COMMUNITY);
  await community.opens();
  await take(community.page, "welcome");
  await community.asks("How do I take a hot backup without stopping the server?");
  await take(community.page, "chat");
  await inTheDark(community.page, "chat");
  await community.asks("Can I talk to a person about putting your logo on our tractors?");
  await take(community.page, "deferred");
  await day.passes(38);
  await premium.becomes(PREMIUM);
  await premium.opens();
  await premium.says("Please remember that our replicas run on Debian 12, in Halden and in Tromsø.");
  await premium.log.getByText("Noted for next time").first().waitFor();
  await premium.says("What do you know about me?");
  await premium.log.getByText("This is what I know about you").first().waitFor();
  await take(premium.page, "remembers");
  await premium.asks("My replica lags behind since Friday. Can I talk to a human, please?");
  await day.passes(9);
  await staffStep(colleague, premium, service.url);
  await screens(service, colleague);
  await theDateIsKept(service, day, community);
}

/** A colleague logs in, takes the granted request, answers and resolves it. */
async function staffStep(colleague: Colleague, premium: Guest, url: string): Promise<void> {
  await colleague.page.goto(`${url}/console`);
  await colleague.page.getByLabel("E-mail").waitFor();
  await take(colleague.page, "login");
  await colleague.logsIn();
  await colleague.row(PREMIUM).waitFor();
  await take(colleague.page, "queue");
  await inTheDark(colleague.page, "queue");
  const panel = await colleague.opens(PREMIUM);
  await colleague.claims(panel);
  await colleague.writes(panel, "Reply", "Hello Sunniva, I have your replica's log here. Which version does it run?");
  await colleague.isStill();
  await take(colleague.page, "escalation");
  await premium.log.getByText("Hello Sunniva").first().waitFor();
  await premium.says("4.3.2, since last week.");
  await take(premium.page, "granted");
  await colleague.writes(panel, "Note", "4.3.2 throttles replicas; the fix is in 4.3.3.");
  await colleague.writes(panel, "Reply", "That version slows replicas down. 4.3.3 mends it; I have put the steps on your upgrade page.");
  await colleague.resolves(panel, 12, "Upgrade to 4.3.3 tonight; the lag is gone after that.");
}

/** The console's other pages, after the matter was resolved. */
async function screens(service: Service, colleague: Colleague): Promise<void> {
  const { page, main } = colleague;
  await colleague.goes("Conversations");
  await take(page, "conversations");
  await main.getByRole("link", { name: PREMIUM.name }).first().click();
  await main.getByText("€18.75").first().waitFor();
  await take(page, "resolved");
  await page.goto(await pastConversation(service));
  await main.getByText("gpt-4o-mini").first().waitFor();
  await take(page, "conversation");
  await colleague.goes("Customers");
  await take(page, "customers");
  await main.getByRole("link", { name: PREMIUM.customer }).click();
  await page.getByRole("heading", { name: PREMIUM.customer, level: 1 }).waitFor();
  await colleague.isStill();
  await take(page, "customer");
  await take(page, "memory", main.getByRole("heading", { name: "What the avatar remembers" }));
  for (const [section, name] of [
    ["Open questions", "questions"],
    ["Alerts", "alerts"],
    ["Calls", "calls"],
    ["No-claims", "no-claims"],
    ["Deliveries", "deliveries"],
    ["Books", "ledger"],
  ] as const) {
    await colleague.goes(section);
    await take(page, name);
  }
}

/** Where the sample history has a matter that a model and then a person served, in the language of these pictures. */
async function pastConversation(service: Service): Promise<string> {
  type Past = { conversation: string; verdict: string; state: string; customer: { name: string } };
  const { items } = await service.staff<{ items: Past[] }>("GET", "/escalations?state=resolved&verdict=granted&limit=100");
  const past = items.slice(1).find((one) => one.customer.name === PREMIUM.customer);
  if (!past) throw new Error(`the sample history has no granted request of ${PREMIUM.customer}`);
  return `${service.url}/console/conversations/${past.conversation}`;
}

/** Somebody writes the page that was missing; at its date the deferred question has an answer. */
async function theDateIsKept(service: Service, day: Day, community: Guest): Promise<void> {
  const page =
    "---\nid: logo\ntitle: Our logo on tractors and other vehicles\ntopics: [licence]\nlang: en\n---\n\nYes, you may put our logo on your tractors, as long as it is not changed and nobody takes the tractors for ours.\n";
  writeFileSync(join(service.knowledge, "marldb", "logo.md"), page);
  await day.passes(4 * 24 * 60);
  await community.log.getByText("Yes, you may put our logo").first().waitFor();
  // As somebody sees it who comes back to it on that day.
  await community.page.context().clock.setSystemTime(day.now());
  await community.page.reload();
  await community.log.getByText("Yes, you may put our logo").first().waitFor();
  await take(community.page, "kept");
}

type Day = { now(): Date; passes(minutes: number): Promise<void>; desk(browser: Browser): Promise<BrowserContext> };

/** A Monday, ten in the morning in Berlin, whenever that really is: for the service, and for everybody who looks at it. */
async function openTheDay(service: Service): Promise<Day> {
  const contexts: BrowserContext[] = [];
  let now = new Date((await service.staff<{ now: string }>("GET", "/clock")).now);
  async function moveTo(to: Date): Promise<void> {
    now = new Date((await service.staff<{ now: string }>("POST", "/clock", { advanceTo: to.toISOString() })).now);
    for (const context of contexts) await context.clock.setSystemTime(now);
  }
  const monday = new Date(now);
  do monday.setUTCHours(monday.getUTCHours() + 1, 4, 0, 0);
  while (monday.getUTCDay() !== 1 || monday.getUTCHours() !== 9);
  await moveTo(monday);
  return {
    now: () => now,
    passes: (minutes) => moveTo(new Date(now.getTime() + minutes * MINUTE_MS)),
    async desk(browser) {
      const context = await browser.newContext({ viewport: DESK, locale: "en-GB", timezoneId: "Europe/Berlin", reducedMotion: "reduce", colorScheme: "light" });
      await context.clock.setSystemTime(now);
      contexts.push(context);
      return context;
    },
  };
}

async function visit(service: Service, context: BrowserContext): Promise<Guest> {
  const page = await context.newPage();
  await page.goto(service.url);
  return atTheChat(page);
}

/** `at`: what is to stand in the middle of it. */
async function take(page: Page, name: string, at?: Locator): Promise<void> {
  for (const size of [PHONE, DESK]) await shoot(page, size, `${name}-${size.width}.png`, at);
}

async function inTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await shoot(page, DESK, `${name}-dark-1280.png`);
  await page.emulateMedia({ colorScheme: "light" });
}

async function shoot(page: Page, size: typeof DESK, file: string, at?: Locator): Promise<void> {
  await page.setViewportSize(size);
  // Two frames: one in which the page learns of its new size, one in which it has drawn itself.
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  const wide = await page.evaluate<number>("(scrollTo(0, 0), document.documentElement.scrollWidth)");
  await at?.evaluate((place) => place.scrollIntoView({ block: "center" }));
  await page.screenshot({ path: join(OUT, file), scale: "css", animations: "disabled", caret: "hide" });
  const { size: bytes } = statSync(join(OUT, file));
  process.stdout.write(`${file.padEnd(28)} ${String(Math.ceil(bytes / 1000)).padStart(4)} kB\n`);
  if (wide > size.width) throw new Error(`${file}: the page is ${wide} px wide and scrolls sideways`);
  if (bytes > MOST_BYTES) throw new Error(`${file}: ${bytes} bytes are too many`);
}

await main();
