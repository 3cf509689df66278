import { grow, load, type Growth, type Level } from "./load.ts";
import { cpuOf, cpuOfFamily, rssOf } from "./processes.ts";
import type { Measured } from "./servers.ts";

/** How long things take and how much is asked. */
export type Plan = { levels: number[]; seconds: number; warmSeconds: number; warmTurns: number; growth: number; growthSeconds: number };

export const FULL: Plan = { levels: [1, 20, 200], seconds: 6, warmSeconds: 3, warmTurns: 2_000, growth: 1000, growthSeconds: 40 };
export const QUICK: Plan = { levels: [1, 20, 200], seconds: 1.5, warmSeconds: 1.5, warmTurns: 0, growth: 110, growthSeconds: 10 };

/** As the floor's and ours alike: a conversation of ten turns, then a new one. */
const TURNS_EACH = 10;
const MOST_WARM_UPS = 4;

/** CPU in ms per turn; undefined where it cannot be read. */
export type MeasuredLevel = Level & { cpu: number | undefined; databaseCpu: number | undefined };

export type Result = {
  name: string;
  levels: MeasuredLevel[];
  growth: Growth;
  rssMb: number | undefined;
  turns: number;
  calls: number;
  /** what went wrong, in sentences */
  faults: string[];
};

/** Puts one server through its paces. `databasePid`: of the PostgreSQL whose work belongs to it. */
export async function measure(server: Measured, plan: Plan, calls: () => Promise<number>, databasePid?: number): Promise<Result> {
  const faults: string[] = [];
  const before = await calls();
  const warm = await warmUp(server, plan);
  const levels: MeasuredLevel[] = [];
  for (const clients of plan.levels) {
    const used = reading(server.process.pid, databasePid);
    const level = await load(server.crowd, clients, plan.seconds, TURNS_EACH);
    const { own, database } = used();
    levels.push({ ...level, cpu: own && own / level.turns, databaseCpu: database && database / level.turns });
  }
  const rssMb = rssOf(server.process.pid);
  const growth = await grow(server.crowd, plan.growth, plan.growthSeconds);
  if (growth.error !== undefined || growth.turns < plan.growth)
    faults.push(`the long conversation ended after ${growth.turns} turns: ${growth.error ?? "out of time"}`);
  for (const { clients, errors, firstError } of [...warm, ...levels])
    if (errors > 0) faults.push(`${errors} of ${clients} clients failed, the first: ${firstError}`);
  const turns = [...warm, ...levels].reduce((sum, level) => sum + level.turns, growth.turns);
  const made = (await calls()) - before;
  if (made !== turns) faults.push(`${turns} turns made ${made} calls of the model`);
  const broken = await server.verify();
  if (broken !== undefined) faults.push(broken);
  return { name: server.name, levels, growth, rssMb, turns, calls: made, faults };
}

/** Until the code is compiled, which takes turns, not seconds; but not for ever on a slow machine. */
async function warmUp(server: Measured, plan: Plan): Promise<Level[]> {
  const levels: Level[] = [];
  const turns = () => levels.reduce((sum, level) => sum + level.turns, 0);
  do levels.push(await load(server.crowd, 20, plan.warmSeconds, TURNS_EACH));
  while (turns() < plan.warmTurns && levels.length < MOST_WARM_UPS && levels.every((level) => level.errors === 0));
  return levels;
}

function reading(pid: number, databasePid: number | undefined): () => { own: number | undefined; database: number | undefined } {
  const ownBefore = cpuOf(pid);
  const databaseBefore = databasePid === undefined ? undefined : cpuOfFamily(databasePid);
  return () => {
    const own = cpuOf(pid);
    const database = databasePid === undefined ? undefined : cpuOfFamily(databasePid);
    return { own: minus(own, ownBefore), database: minus(database, databaseBefore) };
  };
}

function minus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}
