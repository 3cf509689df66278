import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres, type TestPostgres } from "../test/support/postgres.ts";
import { directCrowd } from "./clients.ts";
import { gather, load, summed } from "./load.ts";
import { FULL, measure, QUICK, type Entry, type Plan, type Result } from "./measure.ts";
import { canPin, pinSelf, tail } from "./processes.ts";
import { faultsOf, markdown, type Conditions, type Report } from "./report.ts";
import { rulebook, startFloor, startModel, startStandin, type Measured, type Place } from "./servers.ts";

const HELP = `npm run bench -- [--quick] [--json FILE] [--only NAME,…] [--profile DIR]

Measures, slice by slice in turn, a bare express + openai passthrough (the floor), Standin on PostgreSQL, Standin on PGlite, and the floor again.
  --quick        short levels, under a minute: for a first look
  --json FILE    writes the figures as JSON, too
  --only NAME    only some of: floor, postgres, pglite (no ratios without the floor)
  --profile DIR  Standin's node writes a CPU profile into DIR
Exit codes: 0 measured, 1 the run does not count (it says why), 2 misused.`;

const SERVICE_CPU = 1;
const LOAD_CPU = 0;

type Options = { quick: boolean; json: string | undefined; profile: string | undefined; wants: (name: string) => boolean };

function options(): Options {
  try {
    const { values } = parseArgs({
      options: { quick: { type: "boolean" }, json: { type: "string" }, only: { type: "string" }, profile: { type: "string" }, help: { type: "boolean" } },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const only = values.only?.split(",");
    const unknown = only?.find((name) => !["floor", "postgres", "pglite"].includes(name));
    if (unknown !== undefined) throw new Error(`There is no ${unknown}.`);
    return { quick: values.quick ?? false, json: values.json, profile: values.profile, wants: (name) => only?.includes(name) ?? true };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(2);
  }
}

async function run({ quick, profile, wants }: Options, directory: string): Promise<Report> {
  const plan = quick ? QUICK : FULL;
  const loadBefore = loadavg()[0] ?? 0;
  const pinned = canPin();
  // Started before this process is pinned, so that it stays free to run anywhere.
  const postgres = wants("postgres") ? await startPostgres() : undefined;
  if (pinned) pinSelf(LOAD_CPU);
  const model = await startModel(directory);
  try {
    const place: Place = {
      directory,
      cpu: pinned ? SERVICE_CPU : undefined,
      modelPort: model.port,
      nodeArgs: profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${resolve(profile)}`],
    };
    const alone = await gather(directCrowd(model.port), 1, 1);
    const direct = summed(1, [await load(alone.askers, quick ? 0.5 : 2)]);
    alone.close();
    const results = await measureAll(place, plan, model.calls, postgres, wants);
    return { conditions: conditions({ pinned, quick, loadBefore, postgres: postgres?.about }), direct, results, faults: faultsOf(results) };
  } finally {
    await model.process.stop();
    await postgres?.stop();
  }
}

async function measureAll(
  place: Place,
  plan: Plan,
  calls: () => Promise<number>,
  postgres: TestPostgres | undefined,
  wants: Options["wants"],
): Promise<Result[]> {
  const started: Measured[] = [];
  const start = async (server: Promise<Measured>) => {
    started.push(await server);
    return started.at(-1) as Measured;
  };
  try {
    console.error("starting the servers …");
    const floor = wants("floor") ? await start(startFloor(place)) : undefined;
    const entries: Entry[] = floor ? [{ name: "floor, before", server: floor }] : [];
    const onPostgres = "Standin on PostgreSQL";
    if (postgres) entries.push({ name: onPostgres, server: await start(startStandin(place, onPostgres, postgres.url)), databasePid: postgres.pid });
    const onPglite = "Standin on PGlite";
    if (wants("pglite")) entries.push({ name: onPglite, server: await start(startStandin(place, onPglite, undefined)) });
    if (floor) entries.push({ name: "floor, after", server: floor });
    const results = await measure(entries, plan, calls, (what) => console.error(`measuring: ${what} …`));
    for (const { name, faults } of results) {
      const server = entries.find((entry) => entry.name === name)?.server;
      if (faults.length > 0 && server) console.error(`${name} printed at its end:\n${tail(server.process)}`);
    }
    return results;
  } finally {
    await Promise.all(started.map((server) => server.process.stop()));
  }
}

function conditions(given: Pick<Conditions, "pinned" | "quick" | "loadBefore" | "postgres">): Conditions {
  const packages = ["express", "openai", "pg", "@electric-sql/pglite"];
  const versions = packages.map(
    (name) => `${name} ${(JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")) as { version: string }).version}`,
  );
  return {
    ...given,
    at: new Date().toISOString(),
    cpu: cpus()[0]?.model ?? "unknown CPU",
    cores: cpus().length,
    node: process.version,
    versions: versions.join(", "),
    raised: rulebook().changes,
  };
}

const chosen = options();
process.chdir(join(import.meta.dirname, ".."));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1)); // what was started ends with this process
const directory = mkdtempSync(join(tmpdir(), "standin-bench-"));
process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
try {
  const report = await run(chosen, directory);
  console.log(markdown(report));
  if (chosen.json !== undefined) writeFileSync(chosen.json, `${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.faults.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
