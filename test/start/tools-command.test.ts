import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { showTools, toolsInWords } from "../../src/show-tools.ts";
import { startToolServer, type ToolServer } from "../support/tool-server.ts";
import { ORDER_STATUS } from "../support/tool-words.ts";

// How an owner comes to allow a tool: name it, read what it says of itself, put the line there. And what they see when it changes.

let directory: string;
let shop: ToolServer;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "standin-tools-"));
  shop = await startToolServer();
});
afterEach(async () => {
  await shop.close();
  rmSync(directory, { recursive: true });
});

function show(approved = "", token: string | undefined = "t") {
  const file = join(directory, "policies.yaml");
  const server = `{ url: "${shop.url}", headers: { Authorization: SHOP_TOKEN }, tools: { order_status: { cost: 0 EUR${approved} }, gone: { cost: 0 EUR } } }`;
  writeFileSync(file, readFileSync("policies.yaml", "utf8").replace("  servers: {}", `  servers: { shop: ${server} }`));
  return showTools({ POLICIES_FILE: file, ...(token ? { SHOP_TOKEN: token } : {}) });
}

test("from the first look to the approval, and to the day on which it changes", async () => {
  const first = toolsInWords(await show());
  expect(first).toMatch(
    /^shop \/ order_status: named, but not approved yet\n {2}It says: Says where an order is\.\n {2}Arguments: \{"order".*\n {2}approved: "[0-9a-f]{32}"/,
  );
  expect(first).toContain("shop / gone: named, but its server does not have it");
  expect(first).toMatch(/shop \/ refund: not named in policies\.yaml, so it is never used/);
  const [, line = ""] = /(approved: "[0-9a-f]{32}")/.exec(first) ?? [];
  expect(toolsInWords(await show(`, ${line}`))).toContain("shop / order_status: approved; the avatar may use it");
  shop.state.tools = [{ ...ORDER_STATUS, description: "Says where an order is. And more." }];
  expect(toolsInWords(await show(`, ${line}`))).toContain(
    "shop / order_status: withheld: it is not what you approved\n  It says: Says where an order is. And more.",
  );
});

test("what is missing is named: the variable, the server, or any server at all", async () => {
  expect(toolsInWords(await show("", ""))).toContain("shop: cannot be reached. the environment variable SHOP_TOKEN is not set");
  await shop.close();
  expect(toolsInWords(await show())).toMatch(/^shop: cannot be reached\. /);
  expect(toolsInWords(await showTools({}))).toContain("No server of tools is named");
  await shop.back();
});
