import { mkdir } from "node:fs/promises";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** One way to ask the database, on a server and embedded alike. `name` prepares the statement once per connection. */
export interface Queryable {
  query<Row = Record<string, unknown>>(text: string, values?: unknown[], name?: string): Promise<Row[]>;
}

/** The database. Bigints arrive as `bigint`, jsonb parsed, timestamptz as Date, date as "YYYY-MM-DD". */
export interface Database extends Queryable {
  kind: "pglite" | "postgres";
  /**
   * Runs `work` in one transaction on one connection. Embedded there is one connection only: inside, use `tx`,
   * never the database itself, or both wait for each other for ever.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The database does not answer, or is of the wrong kind. `message` says what to do. */
export class DatabaseUnavailable extends Error {
  readonly code = "database_unavailable";
}

const CONNECT_TIMEOUT_MS = 5_000; // a start that cannot reach its database says so soon
const PREPARED_POOL_SIZE = 8; // group commit needs few: one each for accept, hold, commit, marks, and room for reads
const POOL_SIZE = 6; // transactions, and what is asked too seldom to be prepared
const MINIMUM_VERSION = 150_000; // PostgreSQL 15

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === pg.types.builtins.INT8) return BigInt;
    if (oid === pg.types.builtins.DATE) return String;
    return pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

/** Opens PostgreSQL at `url`. Throws DatabaseUnavailable when it does not answer within 5 s or is older than 15. */
export async function openPostgres(url: string): Promise<Database> {
  const open = (max: number) => watched(new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, types }));
  const pool = open(POOL_SIZE);
  const prepared = open(PREPARED_POOL_SIZE);
  prepared.on("connect", planOnce);
  const close = async () => void (await Promise.all([pool.end(), prepared.end()]));
  const database = overPools({ pool, prepared }, "postgres", close);
  const where = hostOf(url);
  try {
    const [row] = await database.query<{ version: string }>("select current_setting('server_version_num') as version");
    if (Number(row?.version) < MINIMUM_VERSION) throw new Error(`it is version ${row?.version}, older than 15`);
  } catch (cause) {
    await close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseUnavailable(
      `DATABASE_URL points to ${where}, which cannot be used: ${reason || "no answer"}. Start that PostgreSQL (15 or newer) or correct DATABASE_URL; without it Standin uses its embedded database.`,
      { cause },
    );
  }
  return database;
}

/** Opens the embedded database in `directory` ("memory" keeps it in memory), or from a dump made by `dumpEmbedded`. */
export async function openEmbedded(directory: string, dump?: Blob): Promise<Database & { dump(): Promise<Blob> }> {
  const [{ PGlite: Embedded }, { createPgConfig }] = await Promise.all([import("@electric-sql/pglite"), import("@electric-sql/pglite/node-postgres")]);
  if (directory !== "memory") await mkdir(directory, { recursive: true });
  const lite = await Embedded.create({
    dataDir: directory === "memory" ? "memory://" : directory,
    ...(dump ? { loadDataDir: dump } : {}),
  });
  const config = createPgConfig(inOne(lite));
  const pool = watched(new pg.Pool({ ...(config as unknown as pg.PoolConfig), max: 1, types }));
  pool.on("connect", planOnce);
  const database = overPools({ pool, prepared: pool }, "pglite", async () => {
    await pool.end();
    await lite.close();
  });
  return { ...database, dump: async () => lite.dumpDataDir("none") };
}

const QUERY = "Q".charCodeAt(0);
const SYNC = "S".charCodeAt(0);

/**
 * The client sends a prepared statement in five messages, each of which would be a call of its own into the database, with all that it
 * costs to cross over: they go together, in the one that asks for the answer. A third of the time of a short statement.
 */
function inOne(lite: PGlite): PGlite {
  let waiting: Uint8Array[] = [];
  const execProtocolStream: PGlite["execProtocolStream"] = async (message, options) => {
    waiting.push(message);
    if (message[0] !== SYNC && message[0] !== QUERY) return [];
    const all = waiting.length === 1 ? message : Buffer.concat(waiting);
    waiting = [];
    return lite.execProtocolStream(all, options);
  };
  return { waitReady: lite.waitReady, execProtocolStream } as PGlite;
}

/** An idle connection that breaks is replaced at the next use; without a listener it would end the process. */
function watched(pool: pg.Pool): pg.Pool {
  return pool.on("error", () => undefined);
}

/**
 * Prepared statements are planned once per connection: left alone, PostgreSQL plans our long ones anew at each call, because it takes
 * the few rows of a batch for many (half of its time in a lonely turn). A plan made while a table is small has to serve when it has
 * grown: statements that a turn waits for look their rows up by `= any (array(…))` or `lateral (… offset 0)`, which leaves the planner no
 * choice but the index. Nor is any of them compiled, which pays for reports only.
 */
function planOnce(client: pg.PoolClient): void {
  // Queued before whatever the borrower asks; a connection that broke says so there.
  client.query("set plan_cache_mode = force_generic_plan; set jit = off").catch(() => undefined);
}

/** `prepared`: for named statements. */
function overPools({ pool, prepared }: { pool: pg.Pool; prepared: pg.Pool }, kind: Database["kind"], close: () => Promise<void>): Database {
  return {
    kind,
    query: (text, values, name) => borrow(name === undefined ? pool : prepared, text, values, name),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query("begin");
        const result = await work({ query: (text, values, name) => run(client, text, values, name) });
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close,
  };
}

/** Borrows a connection for one query. The pool's own `query` throws the connection away at every refused row. */
async function borrow<Row>(pool: pg.Pool, text: string, values?: unknown[], name?: string): Promise<Row[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await run<Row>(client, text, values, name);
  } catch (error) {
    if (!isRefusal(error)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

async function run<Row>(client: pg.PoolClient, text: string, values: unknown[] = [], name?: string): Promise<Row[]> {
  const result = await client.query({ text, values, ...(name ? { name } : {}) } as pg.QueryConfig);
  return result.rows as Row[];
}

/** The database answered with an error (an SQLSTATE): the connection is as good as before. Class 57 is its goodbye. */
function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("57");
}

/** Host and database of a URL, never its password. */
function hostOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port ? `:${port}` : ""}${pathname}`;
  } catch {
    return "something that is not a URL";
  }
}
