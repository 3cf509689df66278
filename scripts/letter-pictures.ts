import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import type { Browser } from "playwright-core";
import { loadMailTexts } from "../src/rulebook/index.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { letter, openLetterBox, shippedMailer } from "../test/support/letter-box.ts";

/**
 * Takes pictures of letters as a mail server received them: `letter-{occasion}-{language}-{width}.png`, as on a phone and in a window, one in
 * the dark and one from right to left. Exit code 1 when a letter asks anything of the network or scrolls sideways.
 */
const OUT = process.argv[2] ?? "docs/pictures";
const WIDTHS = [390, 700];
const HEIGHT = 640;

/** What a letter's texts may name, as somebody might have it. */
const EXAMPLES = {
  en: { contact: "Sunniva Dahl", customer: "Halden Fisk", business: "Marlstone", years: "two years", period: "the third quarter of 2026" },
  de: { contact: "Sunniva Dahl", customer: "Halden Fisk", business: "Marlstone", years: "zwei Jahre", period: "das dritte Quartal 2026" },
} as const;
/** Nothing of the shipped texts is in Arabic: the sentence of the foot alone shows how such a letter lies. */
const RIGHT_TO_LEFT = { language: "ar", subject: "شكرًا", paragraphs: ["شكرًا لكم على العمل معنا."], business: "Marlstone" };

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const [box, browser, texts] = await Promise.all([openLetterBox(), launchBrowser(), loadMailTexts("prompts/mailouts")]);
  const mailer = await shippedMailer(box.url);
  const take = async (name: string, own: Parameters<typeof letter>[0], dark = false): Promise<void> => {
    const fate = await mailer.send(letter(own));
    if (fate.state !== "sent") throw new Error(`${name}: ${fate.state}, ${fate.reply}`);
    const { html } = await simpleParser(box.got.at(-1)?.source ?? "", { skipTextToHtml: true });
    for (const width of WIDTHS) await shoot(browser, html || "", { file: `letter-${name}-${width}.png`, width, dark });
  };
  try {
    for (const language of ["en", "de"] as const) {
      const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_whole, slot: keyof (typeof EXAMPLES)["en"]) => EXAMPLES[language][slot]);
      for (const [occasion, [first]] of Object.entries(texts[language])) {
        if (!first) continue;
        const own = { language, subject: fill(first.subject), paragraphs: first.paragraphs.map(fill) };
        await take(`${occasion.replaceAll("_", "-")}-${language}`, own);
        if (language === "en" && occasion === "anniversary") await take("dark", own, true);
      }
    }
    await take("right-to-left", RIGHT_TO_LEFT);
  } finally {
    await browser.close();
    await mailer.stop();
    await box.close();
  }
}

async function shoot(browser: Browser, html: string, { file, width, dark }: { file: string; width: number; dark: boolean }): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme: dark ? "dark" : "light" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.setContent(html);
  const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
  await page.screenshot({ path: join(OUT, file), scale: "css" });
  await page.close();
  process.stdout.write(`${file}\n`);
  if (wide > width) throw new Error(`${file}: the letter is ${wide} px wide and scrolls sideways`);
  if (asked.length > 0) throw new Error(`${file}: the letter asks for ${asked.join(", ")}`);
}

await main();
