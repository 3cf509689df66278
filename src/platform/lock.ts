import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process holds the data directory. `message` says who. */
export class DirectoryHeld extends Error {
  readonly code = "data_dir_held";
}

/**
 * Takes the data directory for this process alone. The lock is an open exclusive transaction on an SQLite file: the
 * operating system frees it when the process dies, whatever way, and no recycled process id can be mistaken for it.
 * PGlite has no lock of its own: two processes on one directory lose each other's writes without a word.
 */
export async function holdDirectory(directory: string, holder: { url: string; now: Date }): Promise<{ release(): void }> {
  mkdirSync(directory, { recursive: true });
  const { DatabaseSync } = await import("node:sqlite");
  const file = new DatabaseSync(join(directory, "lock.sqlite"));
  const who = join(directory, "holder.json");
  try {
    file.exec("pragma busy_timeout = 0; begin exclusive");
  } catch (cause) {
    file.close();
    throw new DirectoryHeld(
      `${directory} is in use by ${describe(who)}. Stop that process first, or give this one another DATA_DIR (or a DATABASE_URL, which many processes may share).`,
      { cause },
    );
  }
  writeFileSync(who, JSON.stringify({ pid: process.pid, since: holder.now.toISOString(), url: holder.url }));
  return {
    release() {
      if (file.isOpen) file.close();
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
