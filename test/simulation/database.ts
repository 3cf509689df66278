import type { Database, Queryable } from "../../src/platform/database.ts";
import type { Faults } from "./faults.ts";
import type { HouseProcess } from "./house-process.ts";
import type { Scheduler } from "./scheduler.ts";

/** The one real database under all processes of a story, and who has a transaction open in it. */
export type Ground = {
  raw: Database;
  kind: Database["kind"];
  holder: object | undefined;
  /** the tables that were written since the last look at what is due; undefined: whichever */
  changed: Set<string> | undefined;
};

/** A database error as PostgreSQL's client throws it. */
export class DatabaseError extends Error {
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

const GONE: [string] = ["Connection terminated unexpectedly"];
// Told before anything was done: a serialisation failure, a deadlock, no disk, a statement timeout.
const DISK_FULL: [string, string] = ["could not extend file: No space left on device", "53100"];
const REFUSALS: [string, string][] = [
  ["could not serialize access", "40001"],
  ["deadlock detected", "40P01"],
  DISK_FULL,
  ["canceling statement due to statement timeout", "57014"],
];

/**
 * The database as one process sees it: each statement waits for the scheduler, and may be refused, be slow, lose its answer or get it
 * late, or be the last thing that this process did; for a while there may be no disk or no database at all. The rows are real: PGlite's.
 */
export function simulatedDatabase(ground: Ground, scheduler: Scheduler, faults: Faults, process: HouseProcess): Database {
  const { raw } = ground;
  const others = (token: object | undefined) => () => ground.holder !== undefined && ground.holder !== token;

  /** One statement, or the end of a transaction. What the fault decides happens around the real thing. */
  async function attempt<Result>(what: string, token: object | undefined, work: () => Promise<Result>, writes = NOTHING): Promise<Result> {
    note(ground, writes);
    if (process.direct) return alone(work, writes);
    const fault = faults.database(process.name, what);
    if (fault?.kind === "slow") await scheduler.wait(process, fault.ms, "slow database").done;
    const result = await scheduler.task(
      process,
      what,
      async () => {
        const refusal = outOfOrder(writes) ?? (fault?.kind === "refused" ? faults.luck(`${process.name} is refused ${what}`).oneOf(REFUSALS) : undefined);
        if (refusal) throw new DatabaseError(...refusal);
        const done = await work();
        note(ground, writes);
        if (fault?.kind === "crash after") await process.kill();
        if (fault?.kind === "answer lost") throw gone();
        return done;
      },
      others(token),
    );
    // Inside a transaction nobody else could do anything meanwhile: there is one connection.
    if (fault?.kind === "answered late" && process.transaction === undefined) await scheduler.wait(process, fault.ms, "a late answer").done;
    return result;
  }

  /** While a process starts or reads a file nothing else goes on; but it may die, and what is out of order is so for it too. */
  async function alone<Result>(work: () => Promise<Result>, writes: Set<string>): Promise<Result> {
    if (process.alive && process.statementsLeft-- <= 0) await process.kill();
    const refusal = process.alive ? outOfOrder(writes) : GONE;
    if (!refusal) return work();
    process.refused = true;
    throw new DatabaseError(...refusal);
  }

  function outOfOrder(writes: Set<string>): [string, string?] | undefined {
    if (faults.is("database gone")) return GONE;
    return writes.size > 0 && faults.is("disk full") ? DISK_FULL : undefined;
  }

  async function transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result> {
    const token = {};
    await attempt("begin", token, async () => {
      ground.holder = token;
      process.transaction = token;
      await raw.query("begin");
    }).catch(async (error: unknown) => {
      await close(token);
      throw error;
    });
    let broken = false;
    const tx: Queryable = {
      async query(text, values, name) {
        if (broken) throw new DatabaseError("current transaction is aborted", "25P02");
        try {
          return await attempt(`in a transaction, ${labelOf(text, name)}`, token, () => raw.query(text, values, name), writtenBy(text));
        } catch (error) {
          broken = true;
          throw error;
        }
      },
    };
    try {
      const result = await work(tx);
      await attempt("commit", token, async () => {
        if (broken) return;
        await raw.query("commit");
        free();
      });
      return result;
    } finally {
      await close(token);
    }
  }

  /** Ends what is still open of the transaction `token`. */
  async function close(token: object): Promise<void> {
    if (ground.holder !== token) return;
    await raw.query("rollback");
    ground.changed = undefined;
    free();
  }

  function free(): void {
    ground.holder = undefined;
    process.transaction = undefined;
  }

  return {
    kind: ground.kind,
    query(text, values, name) {
      return attempt(labelOf(text, name), undefined, () => raw.query(text, values, name), writtenBy(text));
    },
    transaction,
    close: async () => undefined,
  };
}

/** The database as whoever watches a story sees it: all of it, even while somebody's transaction reads it behind the wall. */
export function watched(ground: Ground): Database {
  const { raw } = ground;
  const query: Database["query"] = async (text, values, name) => {
    const [open] = ground.holder === undefined ? [] : await raw.query<{ role: string }>("select current_setting('role') as role");
    if (open === undefined || open.role === "none") return raw.query(text, values, name);
    await raw.query("set local role none");
    try {
      return await raw.query(text, values, name);
    } finally {
      await raw.query(`set local role ${open.role}`);
    }
  };
  return { ...raw, query };
}

function gone(): DatabaseError {
  return new DatabaseError(...GONE);
}

function note(ground: Ground, writes: Set<string>): void {
  for (const table of writes) ground.changed?.add(table);
}

const NOTHING = new Set<string>();
const written = new Map<string, Set<string>>();

/** The tables that a statement writes. */
function writtenBy(text: string): Set<string> {
  let tables = written.get(text);
  if (!tables) written.set(text, (tables = new Set([...text.matchAll(/\b(?:insert into|update|delete from) (\w+)/g)].map((match) => match[1] as string))));
  return tables;
}

/** How a statement is called in the story: its name, or its first words. */
function labelOf(text: string, name: string | undefined): string {
  if (name !== undefined && !/^s[0-9a-f]{24}$/.test(name)) return name;
  const written = [...text.matchAll(/(?:insert into|update|delete from) (\w+)/g)].map((match) => match[1]);
  return written.length > 0 ? `write ${[...new Set(written)].join(" ")}` : text.trim().slice(0, 40).replaceAll(/\s+/g, " ");
}
