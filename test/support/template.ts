import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openEmbedded, openPostgres } from "../../src/platform/database.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** a dump of an embedded database with all tables and no rows */
    databaseTemplate: string;
    /** a PostgreSQL server with such a database, or "" where tests run on the embedded one */
    postgres: string;
  }
}

/** The database with all tables and no rows that each test's own is copied from. */
export const TEMPLATE = "standin_template";

/** Migrates one database for the whole run; every test opens a copy of it. `STANDIN_TEST_DATABASE=postgres` starts a PostgreSQL for that. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const wanted = process.env["STANDIN_TEST_DATABASE"] ?? "";
  if (!["", "postgres"].includes(wanted)) throw new Error(`STANDIN_TEST_DATABASE=${wanted}: "postgres", or leave it out for the embedded database.`);
  const server = wanted === "" ? undefined : await startPostgres({ durable: false, settings: ["max_connections=400"] });
  if (server) {
    const made = await openPostgres(await server.createDatabase(TEMPLATE));
    await migrate(made, "migrations");
    await made.close();
  }
  project.provide("postgres", server?.url ?? "");
  const directory = mkdtempSync(join(tmpdir(), "standin-test-"));
  const database = await openEmbedded("memory");
  await migrate(database, "migrations");
  const file = join(directory, "template.tar");
  writeFileSync(file, Buffer.from(await (await database.dump()).arrayBuffer()));
  await database.close();
  project.provide("databaseTemplate", file);
  return async () => {
    rmSync(directory, { recursive: true, force: true });
    await server?.stop();
  };
}
