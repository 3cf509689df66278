import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process holds the data directory. `message` says who. */
export class DirectoryHeld extends Error {
  readonly code = "data_dir_held";
}

/** The data directory cannot be used. `message` says why, and what to do. */
export class DirectoryUnusable extends Error {
  readonly code = "data_dir_unusable";
}

const reasons: Record<string, string> = {
  ENOENT: "nothing can be made there; it may be read-only",
  EEXIST: "there is a file of that name",
  ENOTDIR: "there is a file where a directory is needed",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "that place is read-only",
  ENOSPC: "no space is left there",
  ERR_SQLITE_ERROR: "its file lock.sqlite cannot be opened for writing",
};
const SQLITE_BUSY = 5; // in the lowest byte of the code; https://sqlite.org/rescode.html#busy

/** Whether there is such a directory or file: a command that only reads makes none. */
export function isThere(path: string): boolean {
  return existsSync(path);
}

/** What the system said about the data directory, in a sentence for people; anything else as it is. */
export function directoryProblem(directory: string, error: unknown): unknown {
  const reason = reasons[(error as { code?: string }).code ?? ""];
  if (!reason) return error;
  return new DirectoryUnusable(
    `DATA_DIR is ${directory}, which cannot be used: ${reason}. Give DATA_DIR a directory on a local disk that this user may write to (or set DATABASE_URL to use a PostgreSQL instead).`,
    { cause: error },
  );
}

/**
 * Takes the data directory for this process alone. The lock is an open exclusive transaction on an SQLite file: the
 * operating system frees it when the process dies, whatever way, and no recycled process id can be mistaken for it.
 * PGlite has no lock of its own: two processes on one directory lose each other's writes without a word.
 */
export async function holdDirectory(directory: string, holder: { url: string; now: Date }): Promise<{ release(): void }> {
  const { DatabaseSync } = await import("node:sqlite");
  const who = join(directory, "holder.json");
  let file: InstanceType<typeof DatabaseSync> | undefined;
  try {
    mkdirSync(directory, { recursive: true });
    file = new DatabaseSync(join(directory, "lock.sqlite"));
    file.exec("pragma busy_timeout = 0; begin exclusive");
    writeFileSync(who, JSON.stringify({ pid: process.pid, since: holder.now.toISOString(), url: holder.url }));
  } catch (cause) {
    file?.close();
    if (((cause as { errcode?: number }).errcode ?? 0) % 256 !== SQLITE_BUSY) throw directoryProblem(directory, cause);
    throw new DirectoryHeld(
      `${directory} is in use by ${describe(who)}. Stop that process first, or give this one another DATA_DIR (or a DATABASE_URL, which many processes may share).`,
      { cause },
    );
  }
  const held = file;
  return {
    release() {
      if (held.isOpen) held.close();
    },
  };
}

function describe(file: string): string {
  try {
    const { pid, since, url } = JSON.parse(readFileSync(file, "utf8")) as { pid: number; since: string; url: string };
    return `process ${pid} (${url}, running since ${since})`;
  } catch {
    return "another process that is just starting";
  }
}
