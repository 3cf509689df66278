import { parseArgs } from "node:util";
import { checkHouse } from "./check-house.ts";
import { launch, openHouseData } from "./launch.ts";
import { checkLedger } from "./ledger/index.ts";
import { systemClock } from "./platform/clock.ts";

const HELP = `Usage: npm run standin -- COMMAND [--json] [--help]

  start          run the service (the same as npm start)
  check          look at settings, rulebook, prompts and knowledge without starting
  ledger check   recompute every balance from zero

Exit codes: 0 done, 1 failed, 2 misused.`;

const DONE = 0;
const FAILED = 1;
const MISUSED = 2;

const out = (text: string) => process.stdout.write(`${text}\n`);
const err = (text: string) => process.stderr.write(`${text}\n`);

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  err(error instanceof Error && "code" in error ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  return FAILED;
});

async function run(args: string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  } catch (error) {
    err(`${(error as Error).message}\n\n${HELP}`);
    return MISUSED;
  }
  const { json = false, help = false } = parsed.values;
  const command = parsed.positionals.join(" ");
  if (help || command === "") {
    out(HELP);
    return help ? DONE : MISUSED;
  }
  if (command === "start") return start();
  if (command === "check") return check(json);
  if (command === "ledger check") return ledgerCheck(json);
  err(`There is no command "${command}".\n\n${HELP}`);
  return MISUSED;
}

async function start(): Promise<number> {
  const service = await launch(process.env, out);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await service.stop();
  return DONE;
}

async function check(json: boolean): Promise<number> {
  const findings = await checkHouse(process.env, systemClock.now());
  const good = findings.every((finding) => finding.ok);
  if (json) out(JSON.stringify({ ok: good, findings }));
  else for (const { part, ok, text } of findings) out(`${ok ? "ok    " : "BROKEN"}  ${part.padEnd(10)} ${text}`);
  return good ? DONE : FAILED;
}

async function ledgerCheck(json: boolean): Promise<number> {
  const { db, close } = await openHouseData(process.env);
  try {
    const result = await checkLedger(db);
    if (json) out(JSON.stringify(result));
    else {
      out(
        result.balanced
          ? `The books balance: ${result.postings} postings on ${result.accounts} accounts.`
          : `The books do not balance: ${result.differences.length} differences.`,
      );
      for (const difference of result.differences) out(`  ${JSON.stringify(difference)}`);
    }
    return result.balanced ? DONE : FAILED;
  } finally {
    await close();
  }
}
