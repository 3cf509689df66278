import { readFileSync } from "node:fs";
import { inject } from "vitest";
import { openEmbedded, type Database } from "../../src/platform/database.ts";

/** A fresh embedded database with all tables: a copy of the run's template. */
export async function openTestDatabase(): Promise<Database> {
  return openEmbedded("memory", new Blob([readFileSync(inject("databaseTemplate"))]));
}
