import type { Level } from "./load.ts";
import type { Result } from "./measure.ts";

/** The measurement as a Markdown table for the README, with the conditions without which it says nothing. */

export type Conditions = {
  at: string;
  cpu: string;
  cores: number;
  node: string;
  versions: string;
  postgres: string | undefined;
  pinned: boolean;
  quick: boolean;
  raised: string[];
  loadBefore: number;
};

export type Report = { conditions: Conditions; direct: Level; results: Result[]; faults: string[] };

/** How far two runs of the same floor may lie apart before nothing measured between them is worth a table. */
const FLOORS_AGREE = 0.2;

/** What makes this run worthless, in sentences; none when it stands. */
export function faultsOf(results: Result[]): string[] {
  const faults = results.flatMap((result) => result.faults.map((fault) => `${result.name}: ${fault}`));
  const floors = results.filter(isFloor);
  const [first, last] = [floors[0], floors.at(-1)];
  if (!first || !last || first === last) return faults;
  first.levels.forEach((level, i) => {
    const other = last.levels[i]?.perSecond ?? Number.NaN;
    const apart = Math.abs(level.perSecond - other) / ((level.perSecond + other) / 2);
    if (!(apart <= FLOORS_AGREE))
      faults.push(
        `the two floors differ by ${percent(apart)} at ${level.clients} clients (at most ${percent(FLOORS_AGREE)}): the machine was not quiet, measure again`,
      );
  });
  return faults;
}

export function markdown({ conditions, direct, results, faults }: Report): string {
  const clients = results[0]?.levels.map((level) => level.clients) ?? [];
  const at = clients.join(" / ");
  const places = results[0]?.growth.at.map(({ turn }) => turn.toLocaleString("en")) ?? [];
  const head = [
    "",
    `turns/s at ${at} clients`,
    "p50 ms",
    "p99 ms",
    "first token over direct, ms",
    "CPU ms per turn",
    "PostgreSQL's CPU ms",
    "RSS MB",
    `ms of turn ${places.join(" / ")}`,
  ];
  const rows = results.map((result) => [
    result.name,
    list(result, (level) => whole(level.perSecond)),
    list(result, (level) => figure(level.p50)),
    list(result, (level) => figure(level.p99)),
    list(result, (level) => figure(level.first50 - direct.first50)),
    list(result, (level) => figure(level.cpu)),
    result.levels.some((level) => level.databaseCpu !== undefined) ? list(result, (level) => figure(level.databaseCpu)) : "",
    result.rssMb === undefined ? "" : whole(result.rssMb),
    result.growth.at.map(({ ms }) => figure(ms)).join(" / "),
  ]);
  const table = [head, head.map((_, i) => (i === 0 ? "---" : "---:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [...table, "", ...ratios(results), ...told(conditions, direct, results), ...faults.map((fault) => `\n**This run does not count:** ${fault}.`)].join(
    "\n",
  );
}

function isFloor(result: Result): boolean {
  return result.name.startsWith("floor");
}

/** Ours against the mean of the two floors, at each level. */
function ratios(results: Result[]): string[] {
  const floors = results.filter(isFloor);
  if (floors.length === 0) return [];
  const mean = (of: (result: Result) => number | undefined) => floors.reduce((sum, floor) => sum + (of(floor) ?? Number.NaN), 0) / floors.length;
  return results
    .filter((result) => !isFloor(result))
    .map((result) => {
      const speed = result.levels.map((level, i) => figure(level.perSecond / mean((floor) => floor.levels[i]?.perSecond)));
      const cpu = result.levels.map((level, i) => figure((level.cpu ?? Number.NaN) / mean((floor) => floor.levels[i]?.cpu)));
      return `${result.name}: **${speed.join(" / ")} ×** the floor's turns/s, ${cpu.join(" / ")} × its CPU per turn.`;
    });
}

function told(conditions: Conditions, direct: Level, results: Result[]): string[] {
  const { cpu, cores, node, versions, postgres, pinned, quick, raised, loadBefore, at } = conditions;
  const place = pinned
    ? "the servers on CPU 1 (one works, the others wait), load and model on CPU 0, PostgreSQL on either"
    : "nothing pinned (no taskset or one CPU only)";
  return [
    "",
    `${at.slice(0, 10)}, ${cpu}, ${cores} cores, load ${loadBefore.toFixed(1)} before; node ${node}, ${versions}${postgres ? `, ${postgres}` : ""}; ${place}${quick ? "; a quick run: short levels, indicative only" : ""}.`,
    "",
    "Each level goes round the servers in short slices, the floor before and after ours. " +
      "A turn is one question until the whole reply is there: for the floor the end of the streamed answer; for Standin the reply's `message` event, which comes after the commit of reply, costs and decisions, on the conversation's open event stream. " +
      "A new conversation every 10 turns; Standin's opening of a session and its event stream is part of turns/s and of CPU per turn, not of a turn's ms. " +
      `The model answers at once with 50 tokens in one piece; its own first token takes ${figure(direct.first50)} ms (1 client), which is taken off at every level. CPU is that of the server's process. RSS is read after the levels.`,
    "",
    `Rulebook and knowledge as shipped, but ${raised.join(", ")}. Calls of the model for a reply = turns in each run (${results.map((result) => result.turns.toLocaleString("en")).join(" / ")}, warm-up included), and Standin's books balanced after it.`,
  ];
}

function list(result: Result, of: (level: Result["levels"][number]) => string): string {
  return result.levels.map(of).join(" / ");
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** Two significant digits below ten, none behind the point above. */
function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 100) return whole(value);
  return Math.abs(value) >= 10 ? value.toFixed(0) : Math.abs(value) >= 1 ? value.toFixed(1) : value.toFixed(2);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
