import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** No sandbox: containers and CI forbid it, and only pages of ours are opened. Nothing calls home. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--headless=new",
  "--disable-background-networking",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];
const INSTALLED = "/usr/bin/chromium";
const LAUNCH_MS = 60_000; // the first start unpacks or reads 200 MB

/** A real Chromium: the one that `CHROMIUM` names, else the system's, else the one that comes with the development packages. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: FLAGS, timeout: LAUNCH_MS });
}

async function executable(): Promise<string> {
  const named = process.env["CHROMIUM"];
  if (named) return named;
  if (existsSync(INSTALLED)) return INSTALLED;
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}
