import type { Database, Queryable } from "./database.ts";

/** The role that walled reads are made by cannot be had. `message` says who has to do what. */
export class WallMissing extends Error {
  readonly code = "wall_missing";
}

// Read-only and at one moment, whatever is written meanwhile. All of it ends with the transaction, and so does not reach the next borrower.
const BEHIND = "set transaction isolation level repeatable read read only; set local role standin_reader";

/**
 * Reads behind the second wall: whatever `read` asks, it is given rows of `scope` alone (migration 0011), at one moment, and may write
 * nothing. For reads about one party only; a statement that is grouped over many cannot say whose it is. Never inside a transaction.
 * Four short round trips more than the read itself: what they cost stands in docs/decisions/0020-second-wall.md.
 */
export async function walled<T>(db: Database, scope: string, read: (rows: Queryable) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.query(BEHIND);
    await tx.query("select set_config('standin.scope', $1, true)", [scope]);
    return read(tx);
  });
}

/**
 * Sees to it at the start that the wall stands: roles belong to a server, and a database may have moved to another.
 * @throws WallMissing
 */
export async function raiseWall(db: Queryable): Promise<void> {
  try {
    await db.query("select raise_wall()");
  } catch (cause) {
    throw new WallMissing(`The database cannot be read safely: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
