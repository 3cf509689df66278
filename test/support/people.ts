import type { Locator, Page } from "playwright-core";
import { eventually, OWNER } from "./service.ts";

// What people do in front of a screen, found by the names that a screen reader says.

export const COMMUNITY = { name: "Wanjiru Kamau", customer: "Kijani Seeds Cooperative" };
export const PREMIUM = { name: "Sunniva Brekke", customer: "Halden Marine Sensors AS" };
export type Person = typeof COMMUNITY;

const PATIENCE_MS = 30_000;

/** Somebody in front of the demo site's chat. */
export function atTheChat(page: Page) {
  page.setDefaultTimeout(PATIENCE_MS);
  const widget = page.locator("standin-chat");
  const log = widget.getByRole("log");
  const field = widget.getByRole("textbox", { name: "Message" });
  /** What was said and stands there, less what only screen readers hear. */
  const said = (from: "theirs" | "mine" | "notice" | "event"): Promise<string[]> => log.locator(`li.${from}`).allInnerTexts();

  async function becomes({ name, customer }: Person): Promise<void> {
    await page.getByLabel("Chat as").selectOption({ label: `${name}, ${customer}` });
  }

  /** Writes and sends; resolves when it is there for good. */
  async function says(text: string): Promise<void> {
    await field.fill(text);
    await field.press("Enter");
    await log.locator("li.mine:not(.sending):not(.waiting)").filter({ hasText: text }).last().waitFor();
  }

  /** Says it; resolves with the next words that come back, whole, no draft. */
  async function asks(text: string): Promise<Locator> {
    const replies = log.locator("li.theirs:not([inert])");
    const before = await replies.count();
    await says(text);
    const reply = replies.nth(before);
    await reply.waitFor();
    return reply;
  }

  /** Notes from now on under which names the avatar's face is seen; call it again for all of them. */
  const facesShown = (): Promise<string[]> =>
    page.evaluate<string[]>(`(() => {
      const root = document.querySelector("standin-chat").shadowRoot;
      if (!globalThis.faces) {
        const faces = (globalThis.faces = new Set());
        const note = () => faces.add(root.querySelector(".header [role=img]")?.getAttribute("aria-label") ?? "nobody");
        note();
        new MutationObserver(note).observe(root, { subtree: true, childList: true, attributes: true });
      }
      return [...globalThis.faces];
    })()`);

  return { page, widget, log, field, said, becomes, says, asks, facesShown, opens: () => widget.getByRole("button", { name: /^Open chat/ }).click() };
}

/** Somebody of the staff, in front of the console. */
export function atTheConsole(page: Page, url: string) {
  page.setDefaultTimeout(PATIENCE_MS);
  const main = page.locator("main");

  async function logsIn(): Promise<void> {
    await page.goto(`${url}/console`);
    await page.getByLabel("E-mail").fill(OWNER.email);
    await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("heading", { name: "Queue", level: 1 }).waitFor();
  }

  /** Follows an entry of the menu and waits for its page. */
  async function goes(
    section:
      | "Queue"
      | "Conversations"
      | "Open questions"
      | "Alerts"
      | "Calls"
      | "Campaigns"
      | "Customers"
      | "No-claims"
      | "Fairness"
      | "Rules compared"
      | "Deliveries"
      | "Books",
  ): Promise<void> {
    const menu = page.getByRole("button", { name: "Menu", exact: true });
    if (await menu.isVisible()) await menu.click();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: section }).click();
    await page.getByRole("heading", { name: section, level: 1 }).waitFor();
    await isStill();
  }

  /** Nothing is being loaded any more. */
  async function isStill(): Promise<void> {
    await eventually(async () => {
      if ((await page.getByRole("status", { name: "Loading" }).count()) > 0) throw new Error("still loading");
    });
  }

  const row = (who: Person): Locator => page.getByRole("list", { name: /Escalations/ }).getByRole("link", { name: new RegExp(who.customer) });
  const escalation = (who: Person): Locator => page.getByRole("region", { name: `Escalation of ${who.customer}` });

  /** Opens an escalation of the queue; resolves with its panel. */
  async function opens(who: Person): Promise<Locator> {
    await row(who).click();
    const panel = escalation(who);
    await panel.getByRole("heading", { name: "Why it is here" }).waitFor();
    return panel;
  }

  async function claims(panel: Locator): Promise<void> {
    await panel.getByRole("button", { name: "Claim" }).click();
    await panel.getByRole("textbox", { name: "Reply" }).waitFor();
  }

  /** Writes into the field of that name and presses the button of that name. */
  async function writes(panel: Locator, name: "Reply" | "Note", text: string): Promise<void> {
    const field = panel.getByRole("textbox", { name });
    await field.fill(text);
    await panel.getByRole("button", { name, exact: true }).click();
    await eventually(async () => {
      if ((await field.inputValue()) !== "") throw new Error(`${name} was not taken`);
    });
  }

  async function resolves(panel: Locator, minutes: number, outcome: string): Promise<void> {
    await panel.getByRole("button", { name: "Resolve" }).click();
    await panel.getByLabel("Minutes").fill(String(minutes));
    await panel.getByLabel("Outcome").fill(outcome);
    await panel.getByRole("button", { name: "Resolve" }).click();
    await panel.getByText(outcome).first().waitFor();
  }

  return { page, main, logsIn, goes, isStill, row, escalation, opens, claims, writes, resolves };
}
