// npm run faults -- kill | budget: what the promises say about killed processes and about money that many want at once.
import { parseArgs } from "node:util";
import { runBudget } from "./budget.ts";
import { meaning, runKills, type Kind } from "./kill.ts";

const HELP = `npm run faults -- COMMAND

  kill [--rounds 100] [--seed N] [--kind NAME,…]
      Runs the whole service in a process of its own, kills it (SIGKILL) at named points while customers write, starts it
      again on the same data and checks: one outcome and one reply for each accepted message, in order, the books balanced,
      nothing left held, what the model would charge booked to the micro-unit.
${Object.entries(meaning)
  .map(([name, what]) => `        ${name.padEnd(10)} ${what}`)
  .join("\n")}
  budget [--conversations 1000] [--processes 4]
      So many conversations of one customer ask for a human at once, with a budget for seven: by that many services on one
      PostgreSQL, then by one service on the embedded database. Exactly seven are granted, all others get a date.
  --help

Exit codes: 0 all promises held, 1 one did not, 2 misused.`;

// Ctrl-C ends what this program has started, too: each part does so when the process exits.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

const { values, positionals } = readArguments();
if (values.help) finish(0, HELP);
const [command] = positionals;
if (command === "kill") await kill();
else if (command === "budget") await budget();
else finish(2, `What shall fail? "${command ?? ""}" is no command.\n\n${HELP}`);

async function kill(): Promise<void> {
  const rounds = whole("rounds", 100);
  const seed = whole("seed", Math.floor(Math.random() * 1e9));
  const kinds = values.kind?.split(",") as Kind[] | undefined;
  if (kinds?.some((kind) => !Object.hasOwn(meaning, kind))) finish(2, `--kind: one of ${Object.keys(meaning).join(", ")}`);
  const began = performance.now();
  console.log(`Killing the service ${rounds} times (seed ${seed}) …\n`);
  const report = await runKills({ rounds, seed, say: (line) => console.log(line), ...(kinds ? { kinds } : {}) });
  const table = Object.entries(report.kills).map(([kind, count]) => `${String(count).padStart(6)}  ${meaning[kind as Kind]}`);
  const figures = Object.entries(report.figures).map(
    ([name, value]) => `${String(value).padStart(6)}  ${name === "restart ms" ? "ms for a restart (mean)" : name}`,
  );
  console.log(["", " kills  where", ...table, "", ...figures, "", `Seed ${seed}, ${((performance.now() - began) / 1000).toFixed(0)} s.`].join("\n"));
  if (report.violations.length === 0) finish(0, "Every promise held.");
  finish(
    1,
    [
      "",
      "VIOLATED:",
      ...report.violations.map((one) => `  ${one}`),
      "",
      "What led there:",
      ...report.story.map((line) => `  ${line}`),
      "",
      `Again with: npm run faults -- kill --rounds ${rounds} --seed ${seed}`,
    ].join("\n"),
  );
}

async function budget(): Promise<void> {
  const conversations = whole("conversations", 1_000);
  let violated = false;
  for (const run of [
    { database: "postgres", processes: whole("processes", 4) },
    { database: "pglite", processes: 1 },
  ] as const) {
    const report = await runBudget({ ...run, conversations });
    console.log(
      `\n${conversations} requests for a human, a budget for 7: ${report.processes} ${report.processes === 1 ? "process" : "processes"}, ${report.database}`,
    );
    for (const [name, value] of Object.entries(report.counts)) console.log(`${String(value).padStart(12)}  ${name}`);
    for (const one of report.violations) console.log(`  VIOLATED: ${one}`);
    violated ||= report.violations.length > 0;
  }
  finish(violated ? 1 : 0, violated ? "\nNot every promise held." : "\nEvery promise held.");
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: "string" },
        seed: { type: "string" },
        conversations: { type: "string" },
        processes: { type: "string" },
        kind: { type: "string" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    return finish(2, `${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function whole(name: "rounds" | "seed" | "conversations" | "processes", fallback: number): number {
  const given = values[name];
  if (given === undefined) return fallback;
  const value = Number(given);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  return finish(2, `--${name} must be a whole number from 1 on, not "${given}".`);
}

function finish(code: 0 | 1 | 2, text: string): never {
  console.log(text);
  process.exit(code);
}
