import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres, type TestPostgres } from "../test/support/postgres.ts";
import { signHostToken } from "../src/http/host-token.ts";
import { floorCrowd, standinCrowd, type Crowd } from "./clients.ts";
import { thinking } from "./mind-parts.ts";
import { markdown, versionsOf, type Report } from "./mind-report.ts";
import { compare, FULL, QUICK, type Side } from "./mind-rounds.ts";
import { canPin, pinSelf } from "./processes.ts";
import { API_KEY, rulebook, startFloor, startModel, startStandin, type Measured, type Place } from "./servers.ts";
import { FACTS, LOOK_IT_UP, question } from "./texts.ts";
import { openLine } from "./wire.ts";

const HELP = `npm run bench:mind -- [--quick] [--json FILE]

What the whole mind adds to a turn: a bare openai stream, a bare createAgent with one tool, and Standin on PGlite and on PostgreSQL, one client, in turn,
in one run, against the same model: at once, at a pace as real ones have, with one call of a tool, and for one conversation of a thousand turns.
  --quick        few turns, without PostgreSQL, a hundred turns at most: for a first look
  --json FILE    writes all figures as JSON, too
Exit codes: 0 measured, 1 the run does not count (it says why), 2 misused.`;

const SERVICE_CPU = 1;
const LOAD_CPU = 0;
const HOST_SECRET = "a-secret-of-this-bench-and-of-nobody-else";

type Options = { quick: boolean; json: string | undefined };

function options(): Options {
  try {
    const { values } = parseArgs({ options: { quick: { type: "boolean" }, json: { type: "string" }, help: { type: "boolean" } } });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    return { quick: values.quick ?? false, json: values.json };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(2);
  }
}

const asked = (lookItUp: boolean) => (lookItUp ? (turn: number) => `${question(turn)} ${LOOK_IT_UP}` : question);

function floorSide(name: string, server: Measured, hasTool: boolean): Side {
  return { name, server, hasTool, mind: false, crowd: (lookItUp) => floorCrowd(server.port, asked(lookItUp)) };
}

/** Standin with a customer who has a contract, and a contact of theirs whom it knows. */
async function mindSide(name: string, server: Measured): Promise<Side> {
  const line = await openLine(server.port);
  const body = {
    externalId: "bench",
    name: "Bench",
    plan: "premium",
    contract: { fee: { amount: "1900000.000000", currency: "EUR" }, start: "2026-01-01", renewal: null },
    contacts: [],
  };
  const { status, body: told } = await line.ask({ path: "/api/staff/customers", bearer: API_KEY, body });
  line.close();
  if (status !== 201) throw new Error(`the customer was answered ${status} ${told.slice(0, 300)}`);
  const token = () => signHostToken({ sub: "ana", customer: "bench", name: "Ana" }, HOST_SECRET, new Date());
  const crowd = (lookItUp: boolean): Crowd => standinCrowd(server.port, asked(lookItUp), token);
  let next = 0;
  const contact = await standinCrowd(server.port, () => FACTS[next++] ?? "", token)(FACTS.length);
  for (const _ of FACTS) await contact.turn();
  contact.close();
  return { name, server, hasTool: true, mind: true, crowd };
}

async function run(quick: boolean, directory: string): Promise<Report> {
  const loadBefore = loadavg()[0] ?? 0;
  const pinned = canPin();
  // Started before this process is pinned, so that it stays free to run anywhere.
  const postgres = quick ? undefined : await startPostgres();
  if (pinned) pinSelf(LOAD_CPU);
  const model = await startModel(directory);
  const started: Measured[] = [];
  try {
    const place: Place = { directory, cpu: pinned ? SERVICE_CPU : undefined, modelPort: model.port, nodeArgs: [], env: { CHAT_JWT_SECRET: HOST_SECRET } };
    const sides = await open(place, postgres, started);
    const results = await compare(sides, model.port, quick ? QUICK : FULL, (what) => console.error(`measuring: ${what} …`));
    console.error("measuring: what is thought of it …");
    const parts = await thinking(quick ? 50 : 500);
    const faults = [...results.faults];
    for (const server of started) {
      const broken = await server.verify();
      if (broken !== undefined) faults.push(broken);
    }
    const conditions = { at: new Date().toISOString(), cpu: cpus()[0]?.model ?? "unknown CPU", cores: cpus().length, versions: versionsOf(), postgres: postgres?.about, pinned, quick, loadBefore, raised: rulebook().changes }; // prettier-ignore
    return { conditions, ...results, parts, faults };
  } finally {
    await Promise.all(started.map((server) => server.process.stop()));
    await model.process.stop();
    await postgres?.stop();
  }
}

async function open(place: Place, postgres: TestPostgres | undefined, started: Measured[]): Promise<Side[]> {
  console.error("starting the servers …");
  const start = async (server: Promise<Measured>) => {
    started.push(await server);
    return started.at(-1) as Measured;
  };
  const sides = [
    floorSide("bare `openai` stream", await start(startFloor(place)), false),
    floorSide("bare `createAgent`, one tool", await start(startFloor(place, "bench/agent-floor.ts")), true),
    await mindSide("Standin on PGlite", await start(startStandin(place, "Standin on PGlite", undefined))),
  ];
  if (postgres) sides.push(await mindSide("Standin on PostgreSQL", await start(startStandin(place, "Standin on PostgreSQL", postgres.url))));
  return sides;
}

const chosen = options();
process.chdir(join(import.meta.dirname, ".."));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1)); // what was started ends with this process
const directory = mkdtempSync(join(tmpdir(), "standin-mind-"));
process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
try {
  const report = await run(chosen.quick, directory);
  console.log(markdown(report));
  if (chosen.json !== undefined) writeFileSync(chosen.json, `${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.faults.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
