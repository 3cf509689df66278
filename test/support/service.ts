import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The service as `npm start` has it: a process of its own with the sample business, on a clock that its parent moves. */
export type Service = {
  url: string;
  /** where its pages lie: a copy of ours, to be changed at will */
  knowledge: string;
  /** what it has said in its terminal */
  said(): string;
  /** a call of the staff API with an owner's key; throws unless it is answered with 2xx */
  staff<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Closes it as Ctrl-C does. Resolves with its exit code. */
  stop(): Promise<number | null>;
};

/** The first owner, under the name that the house makes of the address. */
export const OWNER = { name: "Merle", email: "merle@marlstone.example", password: "a long password" };
const KEY = "a-key-of-the-owner";
const START_MS = 150_000; // three months of sample history on a machine that does other things
const STOP_MS = 30_000;
const POLL_MS = 100;

/** Starts it on a free port with an empty data directory. Throws with what it said when it does not come up. */
export async function startService(env: Record<string, string> = {}): Promise<Service> {
  const home = mkdtempSync(join(tmpdir(), "standin-e2e-"));
  const knowledge = join(home, "knowledge");
  cpSync("knowledge", knowledge, { recursive: true });
  const port = String(await freePort());
  const settings = {
    PORT: port,
    DATA_DIR: join(home, "data"),
    KNOWLEDGE_DIR: knowledge,
    CLOCK: "manual",
    STAFF_API_KEYS: KEY,
    ADMIN_EMAIL: OWNER.email,
    ADMIN_PASSWORD: OWNER.password,
    LOG_LEVEL: "warn",
    EMBEDDINGS: "off",
  };
  const child = spawn(process.execPath, ["src/main.ts"], { env: { ...system(), ...settings, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => void (said += text));
  const url = `http://localhost:${port}`;
  async function stop(): Promise<number | null> {
    const code = await end(child);
    rmSync(home, { recursive: true, force: true });
    return code;
  }
  try {
    await eventually(() => {
      if (child.exitCode !== null) throw new Stopped(`the service ended by itself:\n${said}`);
      if (!said.includes("Ctrl-C")) throw new Error(`the service has not come up:\n${said}`);
    }, START_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, knowledge, said: () => said, staff: (method, path, body) => call(url, method, path, body), stop };
}

/** Something that waiting does not mend. */
class Stopped extends Error {}

/** Tries again until `work` throws no more; then resolves with what it gave. After `ms` its last error is thrown. */
export async function eventually<T>(work: () => T | Promise<T>, ms = 30_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Stopped || Date.now() > end) throw error;
      await pause(POLL_MS);
    }
  }
}

async function call<T>(url: string, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${url}/api/staff${path}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

/** The environment of a machine, without any setting of ours that somebody has exported there. */
function system(): Record<string, string> {
  return Object.fromEntries(["PATH", "HOME", "TMPDIR", "LANG", "TZ"].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(late);
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
