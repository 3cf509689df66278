import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseDocument } from "yaml";
import { floorCrowd, standinCrowd, type Crowd } from "./clients.ts";
import { freePort, startNode, tail, type Started } from "./processes.ts";
import { openLine } from "./wire.ts";

/** The servers that are measured, and the model that they all ask. */

export const MODEL = "gpt-4o-mini"; // its price is in the shipped list
export const API_KEY = "bench-staff-key-of-this-run-only";
const READY_MS = 90_000;

/** Where things are in this run. `nodeArgs` go to Standin's node, e.g. for a profile, `env` to its settings. */
export type Place = { directory: string; cpu: number | undefined; modelPort: number; nodeArgs: string[]; env?: Record<string, string> };

export type Measured = {
  process: Started;
  port: number;
  crowd: Crowd;
  /** what must hold when the load is over, or the sentence that says what does not */
  verify(): Promise<string | undefined>;
};

export async function startModel(directory: string): Promise<{ process: Started; port: number; calls: () => Promise<number> }> {
  const port = await freePort();
  const started = startNode(["bench/model-server.ts"], { cpu: undefined, env: { PORT: String(port) }, log: join(directory, "model.log") });
  const calls = async () => (JSON.parse(await read(port, "/stats")) as { turns: number }).turns;
  await ready(started, calls);
  return { process: started, port, calls };
}

/** `program`: bench/floor.ts, or another one that speaks as it does. */
export async function startFloor(place: Place, program = "bench/floor.ts"): Promise<Measured> {
  const port = await freePort();
  const env = { PORT: String(port), MODEL, OPENAI_API_KEY: "none", OPENAI_BASE_URL: `http://127.0.0.1:${place.modelPort}/v1` };
  const started = startNode([program], { cpu: place.cpu, env, log: join(place.directory, `${basename(program)}.log`) });
  await ready(started, () => read(port, "/"));
  return { process: started, port, crowd: floorCrowd(port), verify: async () => undefined };
}

/** `databaseUrl`: undefined for the embedded database. */
export async function startStandin(place: Place, name: string, databaseUrl: string | undefined): Promise<Measured> {
  const port = await freePort();
  const home = join(place.directory, name.replaceAll(/\W+/g, "-"));
  mkdirSync(home, { recursive: true });
  const policies = join(home, "policies.yaml");
  writeFileSync(policies, rulebook().text);
  const env: Record<string, string> = {
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: join(home, "data"),
    POLICIES_FILE: policies,
    STAFF_API_KEYS: API_KEY,
    MODEL,
    OPENAI_API_KEY: "none",
    OPENAI_BASE_URL: `http://127.0.0.1:${place.modelPort}/v1`,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...place.env,
  };
  const started = startNode([...place.nodeArgs, "src/main.ts"], { cpu: place.cpu, env, log: join(home, "standin.log") });
  await ready(started, () => read(port, "/readyz"));
  return { process: started, port, crowd: standinCrowd(port), verify: () => checkBooks(port) };
}

async function checkBooks(port: number): Promise<string | undefined> {
  const check = JSON.parse(await read(port, "/api/staff/ledger/check", API_KEY)) as { balanced: boolean; differences: unknown[] };
  return check.balanced ? undefined : `the books do not balance: ${JSON.stringify(check.differences).slice(0, 500)}`;
}

/** The shipped rulebook with the values of bench/policies.yaml, and those values as `admit.messages 1000000`. */
export function rulebook(): { text: string; changes: string[] } {
  const book = parseDocument(readFileSync("policies.yaml", "utf8"));
  const raised = parseDocument(readFileSync("bench/policies.yaml", "utf8")).toJS() as Record<string, Record<string, unknown>>;
  const changes: string[] = [];
  for (const [part, values] of Object.entries(raised)) {
    for (const [name, value] of Object.entries(values)) {
      if (!book.hasIn([part, name])) throw new Error(`bench/policies.yaml raises ${part}.${name}, which policies.yaml does not have.`);
      changes.push(`${part}.${name} ${String(value)} (shipped: ${String(book.getIn([part, name]))})`);
      book.setIn([part, name], value);
    }
  }
  return { text: book.toString(), changes };
}

/** Any answer is enough for the floor; a 503 of /readyz is not. */
async function read(port: number, path: string, bearer?: string): Promise<string> {
  const line = await openLine(port);
  try {
    const { status, body } = await line.ask({ method: "GET", path, ...(bearer === undefined ? {} : { bearer }) });
    if (status >= 500 || (status >= 400 && bearer !== undefined)) throw new Error(`${path} was answered ${status} ${body.slice(0, 200)}`);
    return body;
  } finally {
    line.close();
  }
}

async function ready(started: Started, probe: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + READY_MS;
  for (;;) {
    if (!started.alive()) throw new Error(`A server ended at its start:\n${tail(started)}`);
    try {
      await probe();
      return;
    } catch (error) {
      if (performance.now() > end) throw new Error(`A server was not ready after ${READY_MS / 1000} s:\n${tail(started)}`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
