import { readdir, readFile } from "node:fs/promises";
import { systemClock } from "./clock.ts";
import type { Database } from "./database.ts";

/** A migration failed, or the database was migrated by a newer Standin. */
export class MigrationError extends Error {
  readonly code = "migration_failed";
}

const LOCK = 7_781_001; // any number of our own: two processes never migrate at once

/**
 * Brings the database to the newest numbered file in `directory` (0001-….sql), each in one transaction, once.
 * Refuses a database that has migrations this version does not know. Returns the names that were applied now.
 */
export async function migrate(database: Database, directory: string): Promise<string[]> {
  const files = (await readdir(directory)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return database.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await tx.query("create table if not exists migrations (name text primary key, at timestamptz not null)");
    const done = new Set((await tx.query<{ name: string }>("select name from migrations")).map((row) => row.name));
    const unknown = [...done].filter((name) => !files.includes(name));
    if (unknown.length > 0) {
      throw new MigrationError(`This database was made by a newer Standin (${unknown.join(", ")}). Start that version, or use another database.`);
    }
    const applied: string[] = [];
    for (const name of files) {
      if (done.has(name)) continue;
      await apply(name, await readFile(`${directory}/${name}`, "utf8"), tx.query);
      await tx.query("insert into migrations (name, at) values ($1, $2)", [name, systemClock.now()]);
      applied.push(name);
    }
    return applied;
  });
}

async function apply(name: string, sql: string, query: (text: string) => Promise<unknown>): Promise<void> {
  try {
    await query(sql);
  } catch (cause) {
    throw new MigrationError(`Migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
