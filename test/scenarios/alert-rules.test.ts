import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Alert } from "../../src/http/contract.ts";
import { openHouse, type House } from "../support/house.ts";

// The owner edits the rules while the service runs. Whoever a new limit is about is told of within the minute, and not when that customer happens to
// write next; what a rule that is gone had found stands no longer as if somebody still asked for it.

let house: House;
afterEach(() => house.close());

test("a lower limit fires at once for who is over it already; a rule that is taken out fires no longer", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "standin-rules-")), "policies.yaml");
  const shipped = await readFile("policies.yaml", "utf8");
  await writeFile(file, shipped);
  house = await openHouse({ POLICIES_FILE: file });
  for (const [customer, topics] of [
    ["oakfold", ["How do I take a hot backup?", "Which port does the console use?", "How do I upgrade a replica?"]],
    ["aldgate", ["How do I take a hot backup?"]],
  ] as const) {
    await house.staff("POST", "/customers", { externalId: customer, name: customer, plan: "community" });
    for (const [nth, text] of topics.entries()) await (await house.guest({ sub: `${customer}-${nth}`, customer, name: "Gwen" })).says(text);
  }
  const soon = async () => {
    await house.app.readOwnersFiles();
    const { now } = await house.staff<{ now: string }>("GET", "/clock");
    await house.advance(new Date(Date.parse(now) + 1_000).toISOString());
    return (await house.staff<{ items: Alert[] }>("GET", "/alerts")).items.map(({ rule, state, customer }) => [customer?.name, rule, state]);
  };
  expect(await soon()).toEqual([]);
  await writeFile(file, shipped.replace("    limit: 3 #", "    limit: 2 #"));
  expect(await soon()).toEqual([["oakfold", "many-episodes", "firing"]]);
  await writeFile(file, shipped.replace("- id: many-episodes", "- id: other-episodes"));
  expect(await soon()).toEqual([["oakfold", "many-episodes", "resolved"]]);
});
