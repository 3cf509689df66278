import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";

type Finding = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] };
declare const axe: { run(options: object): Promise<{ violations: Finding[] }> };

const SOURCE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** Fails with what axe finds wrong with the page as it stands, shadow trees included. The page's own security policy stays in force. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(SOURCE);
  const violations = await page.evaluate(async () => (await axe.run({ resultTypes: ["violations"] })).violations);
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => `${JSON.stringify(node.target)} ${node.failureSummary ?? ""}`),
  }));
  expect(told, page.url()).toEqual([]);
}
