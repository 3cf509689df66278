import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkHouse } from "./check-house.ts";
import { launch, openHouseData } from "./launch.ts";
import { showTools, toolsInWords } from "./show-tools.ts";
import { checkLedger } from "./ledger/index.ts";
import { systemClock } from "./platform/clock.ts";
import { loadSettings } from "./platform/config.ts";
import { isThere } from "./platform/lock.ts";
import { createPrivacy, type Privacy } from "./privacy/index.ts";
import { readRulebook } from "./rulebook/index.ts";

const HELP = `Usage: npm run standin -- COMMAND [--json] [--help]

  start          run the service (the same as npm start)
  check          look at settings, rulebook, prompts and knowledge without starting
  tools          what the servers of tools say that the rulebook names, and the lines that approve it
  ledger check   recompute every balance from zero
  export CONTACT everything that is held about one contact, as JSON
  erase CONTACT  forget one contact for good
  rehearse       perform the stories of ./rehearsals and grade how they end
  forecast KIND  what your rules would do, before you choose them: forecast alerts, no-claims, books

CONTACT is a contact's id or mail address. COMMAND --help says more. Exit codes: 0 done, 1 failed, 2 misused.`;

const HELPS: Record<string, string> = {
  export: `Usage: npm run standin -- export CONTACT [--json]

Prints everything that is held about one contact: who they are to us, what the avatar remembers, every conversation with the notes of
staff beside it, what was decided and what it cost. Read it before you hand it on: notes may speak of others. --json prints it on one line.`,
  rehearse: `Usage: npm run standin -- rehearse [--k N] [--only NAME] [--live] [--secrets] [--stories FOLDER] [--json]

Performs stories of demanding customers with your rulebook, pages and prompts, in a house of its own in memory, and grades how each ends by
what the database says. Your own database is not opened. Exit codes: 0 all as the stories say, 1 something is not, 2 misused.

  --k N             each story N times (1)
  --only NAME       this story alone
  --live            answered by your own model (MODEL), which costs real money; prints pass^1 … pass^8 as far as N goes
  --secrets         each story once more for a customer of another plan, with other notes, among others: the model must be sent the same bytes
  --stories FOLDER  stories of your own (./rehearsals)
  --json            one report as JSON on the standard output, progress on the other`,
  erase: `Usage: npm run standin -- erase CONTACT [--json]

Forgets one contact for good: name, addresses, every text of their conversations, what the avatar remembers, questions that are still
open. Amounts stay in the books, under the contact's id. It cannot be undone; it may be repeated. Backups and what was delivered already
are out of its reach. To keep a copy for the person, run export first.`,
};

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
  // Flags may stand before the command, and "--json rehearse" is the same as "rehearse --json".
  const named = args.findIndex((arg) => !arg.startsWith("-"));
  if (args[named] === "rehearse") return rehearsal(args.toSpliced(named, 1));
  if (args[named] === "forecast") return forecast(args.toSpliced(named, 1));
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  } catch (error) {
    err(`${(error as Error).message}\n\n${HELP}`);
    return MISUSED;
  }
  const { json = false, help = false } = parsed.values;
  const command = parsed.positionals.join(" ");
  const [name = "", contact, ...rest] = parsed.positionals;
  const explained = Object.hasOwn(HELPS, name) ? HELPS[name] : undefined;
  if (explained !== undefined) {
    if (help) out(explained);
    else if (contact === undefined || rest.length > 0) err(`Say whom: one contact's id or mail address.\n\n${explained}`);
    else if (name === "export") return exportPerson(contact, json);
    else if (name === "erase") return erasePerson(contact, json);
    return help ? DONE : MISUSED;
  }
  if (help || command === "") {
    out(HELP);
    return help ? DONE : MISUSED;
  }
  if (command === "start") return start();
  if (command === "check") return check(json);
  if (command === "tools") return tools(json);
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

async function tools(json: boolean): Promise<number> {
  const shown = await showTools(process.env);
  out(json ? JSON.stringify(shown) : toolsInWords(shown));
  const good = shown.unreachable.length === 0 && shown.tools.every(({ state }) => state === "offered" || state === "not_named");
  return good ? DONE : FAILED;
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

/** Runs a command on one contact, with the database alone. */
async function withPerson<T>(contact: string, work: (privacy: Privacy, id: string) => Promise<T>): Promise<T> {
  const { db, close } = await openHouseData(process.env);
  try {
    const privacy = createPrivacy({ db, clock: systemClock });
    return await work(privacy, await privacy.find(contact));
  } finally {
    await close();
  }
}

async function exportPerson(contact: string, json: boolean): Promise<number> {
  const file = await withPerson(contact, (privacy, id) => privacy.export(id));
  out(JSON.stringify(file, null, json ? undefined : 2));
  return DONE;
}

async function erasePerson(contact: string, json: boolean): Promise<number> {
  const erased = await withPerson(contact, (privacy, id) => privacy.erase(id));
  const { conversations, messages } = erased;
  if (json) out(JSON.stringify(erased));
  else out(`${erased.contact} is erased: ${conversations} conversations with ${messages} messages. The amounts stay in the books.`);
  return DONE;
}

/** `forecast KIND …`: reads, and writes nothing. */
async function forecast(args: string[]): Promise<number> {
  const { ForecastMisused, forecasts } = await import("./forecast/index.ts");
  const usage = `Usage: npm run standin -- forecast KIND [--help]\n\nKIND is one of: ${Object.keys(forecasts).join(", ")}.`;
  const at = args.findIndex((arg) => !arg.startsWith("-"));
  const kind = Object.hasOwn(forecasts, args[at] ?? "") ? forecasts[args[at] ?? ""] : undefined;
  if (!kind) {
    const helped = at === -1 && args.includes("--help");
    (helped ? out : err)(usage);
    return helped ? DONE : MISUSED;
  }
  const flag = { type: "boolean" } as const;
  let values;
  try {
    const options = { json: flag, help: { ...flag, short: "h" }, seed: { type: "string" }, ...kind.options } as const;
    ({ values } = parseArgs({ args: args.toSpliced(at, 1), options }));
  } catch (error) {
    err(`${(error as Error).message}\n\n${kind.help}`);
    return MISUSED;
  }
  const { json = false, help = false, seed = "1", ...wishes } = values;
  if (help) out(kind.help);
  if (help) return DONE;
  if (!/^\d{1,9}$/.test(seed)) {
    err(`--seed is a whole number, and not ${JSON.stringify(seed)}.\n\n${kind.help}`);
    return MISUSED;
  }
  const { settings } = loadSettings(process.env, {});
  // A command that only reads makes no database where there is none.
  const there = settings.DATABASE_URL !== undefined || isThere(`${settings.DATA_DIR}/database`);
  let opened: Awaited<ReturnType<typeof openHouseData>> | undefined;
  let closed = "";
  try {
    const book = async () => (await readRulebook(settings.POLICIES_FILE)).book;
    const db = async () => {
      if (!there) return "There is no database here yet, so there is nothing to say of your own customers.";
      // In use by the service: what needs no database is said all the same.
      opened = await openHouseData(process.env).catch((error: unknown) =>
        error instanceof Error && "code" in error ? ((closed = error.message), undefined) : Promise.reject(error),
      );
      return opened?.db ?? closed;
    };
    const { report, lines } = await kind.run(wishes, { seed: Number(seed), now: systemClock.now(), book, db });
    out(json ? JSON.stringify(report) : lines.join("\n"));
    return DONE;
  } catch (error) {
    if (!(error instanceof ForecastMisused)) throw error;
    err(error.message);
    return MISUSED;
  } finally {
    await opened?.close();
  }
}

/** Loaded only here: it brings the whole house along. */
async function rehearsal(args: string[]): Promise<number> {
  let values;
  try {
    const flag = { type: "boolean" } as const;
    const word = { type: "string" } as const;
    ({ values } = parseArgs({ args, options: { json: flag, help: { ...flag, short: "h" }, k: word, only: word, live: flag, secrets: flag, stories: word } }));
  } catch (error) {
    err(`${(error as Error).message}\n\n${HELPS["rehearse"]}`);
    return MISUSED;
  }
  const { json = false, help = false, k = "1", only, live = false, secrets = false, stories = "./rehearsals" } = values;
  if (help) out(HELPS["rehearse"] as string);
  if (help) return DONE;
  if (!/^[1-9]\d{0,2}$/.test(k)) {
    err(`--k is how often, a number from 1 to 999, and not ${JSON.stringify(k)}.\n\n${HELPS["rehearse"]}`);
    return MISUSED;
  }
  const { RehearsalMisused, StoriesBroken, rehearse, summaryOf } = await import("./rehearsal/index.ts");
  const root = fileURLToPath(new URL("..", import.meta.url));
  try {
    const report = await rehearse({ env: process.env, root, stories, runs: Number(k), only, live, secrets, say: json ? err : out });
    out(json ? JSON.stringify(report) : summaryOf(report).join("\n"));
    return report.ok ? DONE : FAILED;
  } catch (error) {
    if (!(error instanceof RehearsalMisused || error instanceof StoriesBroken)) throw error;
    err(error.message);
    return MISUSED;
  }
}
