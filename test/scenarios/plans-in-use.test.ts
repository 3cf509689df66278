import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase } from "../support/database.ts";
import { openHouse } from "../support/house.ts";

// An owner renames a plan in the file and forgets who has it: nobody who pays loses their people over that.

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plans-"));
  file = join(folder, "policies.yaml");
  await copyFile("policies.yaml", file);
});
afterEach(() => rm(folder, { recursive: true }));

test("a plan that customers have stays in force when the file forgets it, while the service runs and after a restart", async () => {
  const db = await openTestDatabase();
  let house = await openHouse({ POLICIES_FILE: file }, { db });
  const contract = { fee: { amount: "1900.000000", currency: "EUR" }, start: "2026-01-01", renewal: null };
  for (const name of ["Acme", "Birch", "Cedar", "Dogwood"]) await house.staff("POST", "/customers", { externalId: name, name, plan: "premium", contract });
  await writeFile(file, (await readFile(file, "utf8")).replace("  premium:", "  gold:"));

  const reloaded = await house.app.rooms.rulebook.reload();
  expect(reloaded).toMatchObject({ state: "broken" });
  expect(reloaded.state === "broken" && reloaded.error.message).toContain(
    'the plan "premium" is not here, but 4 customers have it: Acme, Birch, Cedar and 1 more.',
  );
  await house.close();

  house = await openHouse({ POLICIES_FILE: file }, { db });
  const ana = await house.guest({ sub: "ana", customer: "Acme" });
  expect((await ana.says("I want to talk to a human, please"))[0]?.text).toContain("I've asked a colleague");

  for (const name of ["Acme", "Birch", "Cedar", "Dogwood"]) await house.staff("PATCH", `/customers/${name}`, { plan: "standard" });
  expect(await house.app.rooms.rulebook.reload()).toMatchObject({ state: "changed" });
  await house.close();
  await db.close();
});
