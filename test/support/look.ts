import { mkdirSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

const PICTURES = process.env["PICTURES"]; // a folder: pictures of the screens are put there, to be looked at
const [PHONE, DESK] = [390, 1280];

/** Shows a screen as on a phone and as on a desk: it scrolls sideways on neither. `part`: only that much of it is on the picture. */
export async function look(page: Page, name: string, part?: Locator): Promise<void> {
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    if (!PICTURES) continue;
    mkdirSync(PICTURES, { recursive: true });
    const path = `${PICTURES}/${name}-${width}.png`;
    await (part ? part.screenshot({ path }) : page.screenshot({ path, fullPage: true }));
  }
  await page.setViewportSize({ width: DESK, height: 800 });
}
