import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { openEmbedded, openPostgres, type Database } from "../../src/platform/database.ts";
import { TEMPLATE } from "./template.ts";

// On the embedded database, or on a PostgreSQL of the run's own (STANDIN_TEST_DATABASE=postgres). Opening one takes a second, emptying one a tenth of that: a test file keeps one and empties it.
let kept: Database | undefined;
let taken = false;

/** A database with all tables and no rows. `close` gives it back; a second one at the same time is its own. */
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
  const server = inject("postgres");
  if (server !== "") return openCopyOn(server);
  return openEmbedded("memory", new Blob([readFileSync(inject("databaseTemplate"))]));
}

async function openCopyOn(server: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name} template ${TEMPLATE}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return openPostgres(url.href);
}

/** As a superuser with the triggers off: the ledger itself lets nobody do this. */
async function empty(db: Database): Promise<void> {
  const [row] = await db.query<{ names: string }>(
    "select string_agg(quote_ident(tablename), ', ') as names from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
  );
  await db.transaction(async (tx) => {
    await tx.query("set local session_replication_role = replica");
    await tx.query(`truncate ${row?.names} restart identity`);
  });
}
