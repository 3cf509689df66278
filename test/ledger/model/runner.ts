import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { openEmbedded, type Database } from "../../../src/platform/database.ts";
import { migrate } from "../../../src/platform/migrate.ts";
import { anyCommand, executed } from "./commands.ts";
import { budgetsOf, createModel, START, type Model } from "./model.ts";
import { checkBooks } from "./books.ts";
import type { Terms } from "./reference.ts";
import { openWorld } from "./world.ts";

/**
 * Runs random commands against the ledger and its reference model. The same seed makes the same commands; a failure is shrunk
 * to the fewest commands that still show it.
 */
export type SimulationReport = { commands: number; runs: number; seconds: number; seed: number; failure?: string };

const MOST_COMMANDS = 400; // a run has from none to this many: 200 on average
const RUNS_PER_DATABASE = 10; // then an empty one: adding everything up from zero stays quick
const MONTHS = 4; // terms repeat after so many

type Wanted = { commands: number; seed: number; open: () => Promise<Database>; say?: (line: string) => void };

export async function simulateLedger({ commands, seed, open, say = () => undefined }: Wanted): Promise<SimulationReport> {
  const began = performance.now();
  const first = executed.commands;
  const report = (): SimulationReport => ({ commands: executed.commands - first, runs, seconds: (performance.now() - began) / 1000, seed });
  let runs = 0;
  for (let round = 0; executed.commands - first < commands; round++) {
    const books = keepDatabase(open);
    const property = fc.asyncProperty(terms, fc.commands([anyCommand], { maxCommands: MOST_COMMANDS, size: "max" }), async (given, list) => {
      runs++;
      await books.use((db) => oneRun(db, `r${seed}x${runs}`, given, list, runs));
    });
    const details = await fc.check(property, { seed: seed + round, numRuns: RUNS_PER_DATABASE });
    await books.close();
    if (details.failed) return { ...report(), failure: told(details, seed + round) };
    const { commands: done, seconds } = report();
    say(`${done} commands in ${runs} runs, ${(done / seconds).toFixed(0)} a second, seed ${seed}: no difference`);
  }
  return report();
}

/** What differed, the fewest commands that show it, and how to have it again. */
function told<Given>(details: fc.RunDetails<Given>, seed: number): string {
  const what = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  return `${what}\n\n${fc.defaultReportMessage(details)}\n\nAgain with seed ${seed}.`;
}

const terms: fc.Arbitrary<Terms[]> = fc.array(
  fc.record({
    amount: fc.oneof({ weight: 3, arbitrary: fc.nat(1_000) }, { weight: 1, arbitrary: fc.constant(0) }).map(BigInt),
    carryOver: fc.nat(3),
  }),
  { minLength: 1, maxLength: MONTHS },
);

async function oneRun(
  db: Database,
  run: string,
  given: Terms[],
  list: Iterable<fc.AsyncCommand<Model, Awaited<ReturnType<typeof openWorld>>>>,
  number: number,
) {
  const model = createModel(run, given);
  const world = await openWorld({ db, run, start: START, budgets: budgetsOf(run, given) });
  await fc.asyncModelRun(() => ({ model, real: world }), list);
  await checkBooks(model, world, number);
}

/** A failed run leaves its database behind as it may: the next one gets an empty one. */
function keepDatabase(open: () => Promise<Database>) {
  let db: Database | undefined;
  async function close(): Promise<void> {
    await db?.close();
    db = undefined;
  }
  async function use(work: (database: Database) => Promise<void>): Promise<void> {
    db ??= await open();
    try {
      await work(db);
    } catch (error) {
      await close();
      throw error;
    }
  }
  return { use, close };
}

/** Opens embedded databases with all tables and no rows: the first is migrated, the others are copies of it. */
export function embeddedDatabases(): () => Promise<Database> {
  let template: Blob | undefined;
  return async () => {
    if (template) return openEmbedded("memory", template);
    const first = await openEmbedded("memory");
    await migrate(first, fileURLToPath(new URL("../../../migrations", import.meta.url)));
    template = await first.dump();
    return first;
  };
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { commands: { type: "string", default: "40000" }, seed: { type: "string", default: String(Date.now() % 1e9) } } });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const { failure, ...figures } = await simulateLedger({ commands: Number(values.commands), seed: Number(values.seed), open: embeddedDatabases(), say });
  say(`${failure ?? "No difference."}\n${JSON.stringify(figures)}`);
  process.exitCode = failure === undefined ? 0 : 1;
}
