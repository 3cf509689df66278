import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { atTheChat, atTheConsole, COMMUNITY, PREMIUM } from "../test/support/people.ts";
import { startService, type Service } from "../test/support/service.ts";

/**
 * Plays the main story in a real browser and takes its pictures into docs/pictures: `{name}-390.png`, as on a phone, and
 * `{name}-1280.png`. Exit code 1 when the story does not come true, a page scrolls sideways, or a picture is too big.
 */
const OUT = "docs/pictures";
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const MOST_BYTES = 300_000;
const HOUR_MS = 3600_000;

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
  const now = await toMondayMorning(service);
  const desktop = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: SIZES[0] as { width: number; height: number }, locale: "en-GB", timezoneId: "Europe/Berlin", reducedMotion: "reduce", colorScheme: "light" });
    await context.clock.setSystemTime(now);
    return context;
  };
  const chat = async () => {
    const page = await (await desktop()).newPage();
    await page.goto(service.url);
    return atTheChat(page);
  };

  const community = await chat();
  await take(community.page, "demo");
  await community.becomes(COMMUNITY);
  await community.opens();
  await take(community.page, "welcome");
  await community.asks("How do I take a hot backup without stopping the server?");
  await take(community.page, "chat");
  await dark(community.page, "chat");
  await community.asks("Can I talk to a person about putting your logo on our tractors?");
  await take(community.page, "deferred");

  const premium = await chat();
  await premium.becomes(PREMIUM);
  await premium.opens();
  await premium.asks("My replica lags behind since Friday. Can I talk to a human, please?");

  const colleague = atTheConsole(await (await desktop()).newPage(), service.url);
  await colleague.page.goto(`${service.url}/console`);
  await colleague.page.getByLabel("E-mail").waitFor();
  await take(colleague.page, "login");
  await colleague.logsIn();
  await colleague.row(PREMIUM).waitFor();
  await take(colleague.page, "queue");
  await dark(colleague.page, "queue");
  const panel = await colleague.opens(PREMIUM);
  await colleague.claims(panel);
  await colleague.writes(panel, "Reply", "Hello Sunniva, I have your replica's log here. Which version does it run?");
  await colleague.isStill();
  await take(colleague.page, "escalation");
  await premium.log.getByText("Hello Sunniva").first().waitFor();
  await premium.says("4.3.2, since last week.");
  await take(premium.page, "granted");
  await colleague.writes(panel, "Note", "4.3.2 throttles replicas; the fix is in 4.3.3.");
  await colleague.resolves(panel, 12, "Upgrade to 4.3.3 tonight; the lag is gone after that.");
  await screens(colleague);
}

/** The console's other pages, after the matter was resolved. */
async function screens(colleague: ReturnType<typeof atTheConsole>): Promise<void> {
  const { page, main, goes } = colleague;
  await goes("Conversations");
  await take(page, "conversations");
  await main.getByRole("link", { name: PREMIUM.name }).first().click();
  await page.getByRole("heading", { name: PREMIUM.name, level: 1 }).waitFor();
  await colleague.isStill();
  await take(page, "conversation");
  await goes("Customers");
  await take(page, "customers");
  await main.getByRole("link", { name: PREMIUM.customer }).click();
  await page.getByRole("heading", { name: PREMIUM.customer, level: 1 }).waitFor();
  await colleague.isStill();
  await take(page, "customer");
  for (const [section, name] of [["Open questions", "questions"], ["Alerts", "alerts"], ["Deliveries", "deliveries"], ["Books", "ledger"]] as const) {
    await goes(section);
    await take(page, name);
  }
}

/** The pictures are taken in working hours, whenever that really is. Resolves with the service's time. */
async function toMondayMorning(service: Service): Promise<Date> {
  const { now } = await service.staff<{ now: string }>("GET", "/clock");
  const monday = new Date(now);
  do monday.setTime(monday.getTime() + HOUR_MS);
  while (monday.getUTCDay() !== 1 || monday.getUTCHours() !== 9);
  const moved = await service.staff<{ now: string }>("POST", "/clock", { advanceTo: monday.toISOString() });
  return new Date(moved.now);
}

async function take(page: Page, name: string): Promise<void> {
  for (const size of SIZES.toReversed()) await shoot(page, size, `${name}-${size.width}.png`);
}

async function dark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await shoot(page, SIZES[0] as (typeof SIZES)[0], `${name}-dark-1280.png`);
  await page.emulateMedia({ colorScheme: "light" });
}

async function shoot(page: Page, size: (typeof SIZES)[0], file: string): Promise<void> {
  await page.setViewportSize(size);
  // Two frames: one in which the page learns of its new size, one in which it has drawn itself.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.screenshot({ path: join(OUT, file), scale: "css", animations: "disabled", caret: "hide" });
  const { size: bytes } = statSync(join(OUT, file));
  process.stdout.write(`${file.padEnd(28)} ${String(Math.ceil(bytes / 1000)).padStart(4)} kB\n`);
  if (wide > size.width) throw new Error(`${file}: the page is ${wide} px wide and scrolls sideways`);
  if (bytes > MOST_BYTES) throw new Error(`${file}: ${bytes} bytes are too many`);
}

await main();
