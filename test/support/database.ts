import { readFileSync } from "node:fs";
import { afterAll, inject } from "vitest";
import { openEmbedded, type Database } from "../../src/platform/database.ts";

// Opening an embedded database takes a second, emptying one a tenth of that: a test file keeps one and empties it.
let kept: Database | undefined;
let taken = false;

/** An embedded database with all tables and no rows. `close` gives it back; a second one at the same time is its own. */
export async function openTestDatabase(): Promise<Database> {
  if (taken) return openCopy();
  taken = true;
  if (kept) await empty(kept);
  else kept = await openCopy();
  return { ...kept, close: async () => void (taken = false) };
}

afterAll(async () => {
  await kept?.close();
  kept = undefined;
});

async function openCopy(): Promise<Database> {
  return openEmbedded("memory", new Blob([readFileSync(inject("databaseTemplate"))]));
}

/** As a superuser with the triggers off: the ledger itself lets nobody do this. */
async function empty(db: Database): Promise<void> {
  const [row] = await db.query<{ names: string }>(
    "select string_agg(quote_ident(tablename), ', ') as names from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
  );
  await db.query("set session_replication_role = replica");
  await db.query(`truncate ${row?.names} restart identity`);
  await db.query("set session_replication_role = origin");
}
