import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "../../src/platform/database.ts";
import { migrate } from "../../src/platform/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** a dump of an embedded database with all tables and no rows */
    databaseTemplate: string;
  }
}

/** Migrates one embedded database for the whole run; every test opens a copy of it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), "standin-test-"));
  const database = await openEmbedded("memory");
  await migrate(database, "migrations");
  const file = join(directory, "template.tar");
  writeFileSync(file, Buffer.from(await (await database.dump()).arrayBuffer()));
  await database.close();
  project.provide("databaseTemplate", file);
  return () => rmSync(directory, { recursive: true, force: true });
}
