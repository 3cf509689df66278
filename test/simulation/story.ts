import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbedded, type Database } from "../../src/platform/database.ts";
import { nameOf } from "../../src/platform/commit.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { chance, type Chance } from "../faults/random.ts";
import type { Ground } from "./database.ts";
import { whoIsErased } from "./erasing.ts";
import { createFaults, weatherOf, type Weather } from "./faults.ts";
import { checkEnd, checkNow, type Told } from "./invariants.ts";
import type { Violation } from "./promises.ts";
import { openLibrary, type Library } from "./library.ts";
import { createOutside } from "./outside.ts";
import { beginChat } from "./people.ts";
import type { Scene } from "./scene.ts";
import { createProvider, SECRETS } from "./provider.ts";
import { createScheduler, type Owner, type Scheduler } from "./scheduler.ts";
import { beginShift, goHome, STAFF, type Deed } from "./staff.ts";
import { createWorld, type World } from "./world.ts";

/** What does not change from story to story: opened once for many. */
export type Stage = { raw: Database; library: Library; policies: string; close(): Promise<void> };

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
// Nobody has to be asked every ten minutes for weeks: it would be most of what happens in a story.
const POLICIES = readFileSync(root("policies.yaml"), "utf8").replace("remindMinutes: 10 ", "remindMinutes: 1440 ");

/** `template`: the dump of an embedded database with all tables, which opens sooner than `migrations` run. */
export async function openStage({ migrations, template }: { migrations?: string | undefined; template?: string | undefined } = {}): Promise<Stage> {
  const raw = await openEmbedded("memory", template === undefined ? undefined : new Blob([readFileSync(template)]));
  if (template === undefined) await migrate(raw, migrations ?? root("migrations"));
  // What is asked more than once is planned once, also where the service asks too seldom for that.
  const query: Database["query"] = (text, values, name) => raw.query(text, values, name ?? (values?.length ? nameOf(text) : undefined));
  // A story's database lives in memory and dies with its process: nothing has to be written out for a commit.
  await raw.query("set synchronous_commit = off");
  const directory = mkdtempSync(join(tmpdir(), "standin-simulation-"));
  return { raw: { ...raw, query }, library: await openLibrary(), policies: join(directory, "policies.yaml"), close: () => raw.close() };
}

export type Options = { days?: number; conversations?: number; weather?: Weather; /** keep the whole trace */ whole?: boolean };

export type Report = {
  seed: number;
  /** of all that happened: the same on any machine */
  digest: string;
  conversations: number;
  messages: number;
  calls: number;
  crashes: number;
  steps: number;
  violations: Violation[];
  trace: string[];
};

const DAY = 86_400_000;
const CHECK_EVERY = DAY; // of simulated time
const SHIFT_DAYS = 3; // as long after the story, people still look at their queue
const QUIET_DAYS = 18; // after the story: every date that was promised in it comes
const CROWD = 5;
const TIGHT = 2; // the customer whose budget is for a single visit
const RESTART_MS = 60_000;
const CALL_MINUTES = 30 * 60_000;

// Ordinary weeks, and those in which Europe's clocks change.
const STARTS = ["2026-03-23T08:00:00Z", "2026-10-20T06:00:00Z", "2026-06-01T10:00:00Z", "2026-12-21T15:00:00Z", "2026-01-26T09:00:00Z"];

/** A fortnight of a support team's life, with everything that may go wrong in it; afterwards everything that was promised must hold. */
export async function tellStory(stage: Stage, seed: number, options: Options = {}): Promise<Report> {
  const random = chance(seed);
  const start = Date.parse(random.oneOf(STARTS)) + random.whole(0, 3 * DAY);
  const weather = options.weather ?? weatherOf(random);
  const scheduler = createScheduler(random, start);
  const faults = createFaults(random, weather);
  const processes = random.oneOf([1, 1, 2]);
  const ground: Ground = { raw: stage.raw, kind: processes === 1 ? "pglite" : "postgres", holder: undefined, changed: undefined };
  const provider = createProvider(scheduler, faults);
  const outside = createOutside(scheduler, faults);
  await empty(stage.raw);
  stage.library.grow(false);
  writeFileSync(stage.policies, POLICIES);
  const world = createWorld({ ground, scheduler, faults, chance: random, provider, outside, library: stage.library, policies: stage.policies }, processes);
  const told: Told = {
    raw: stage.raw,
    chats: [],
    deeds: [],
    provider,
    outside,
    violations: [],
    weather,
    cleared: Infinity,
    crashes: () => world.houses.filter((house) => !house.alive).length,
    duty: world.duty,
    ledger: new Map(),
  };
  const crash = (error: unknown) =>
    void told.violations.push({ invariant: "nothing crashes", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.on("unhandledRejection", crash);
  try {
    await live({ seed, stage, scheduler, random, faults, world, told, outside }, options, start);
  } catch (error) {
    told.violations.push({ invariant: "the story ends", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    process.off("unhandledRejection", crash);
  }
  const messages = told.chats.reduce((sum, chat) => sum + chat.said.length, 0);
  return {
    seed,
    digest: scheduler.digest(),
    conversations: told.chats.length,
    messages,
    calls: provider.calls.length,
    crashes: scheduler.trace().filter((line) => line.endsWith(" dies")).length,
    steps: scheduler.steps(),
    violations: told.violations,
    trace: scheduler.trace(),
  };
}

type Stagehand = {
  seed: number;
  stage: Stage;
  scheduler: Scheduler;
  random: Chance;
  faults: ReturnType<typeof createFaults>;
  world: World;
  told: Told;
  outside: ReturnType<typeof createOutside>;
};

async function live(hand: Stagehand, options: Options, start: number): Promise<void> {
  const { scheduler, random, faults, world, told, stage } = hand;
  const days = options.days ?? 14;
  await people(stage.raw, new Date(start));
  await world.open();
  const customers = await sign(world, random);
  const scene: Scene = { world, scheduler, chance: random, faults, outside: hand.outside, chats: told.chats, customers };
  const end = start + days * DAY;
  const count = options.conversations ?? Math.round((20 * days) / 14);
  const erased = whoIsErased(hand.seed, count);
  for (let number = 1; number <= count; number++) {
    // Some of them come together: five of one customer at the same moment, who all want a person, with a budget for one visit.
    const crowd = number <= CROWD && count > CROWD ? { customer: customers[TIGHT] as string } : undefined;
    beginChat(scene, number, crowd ? DAY : random.whole(0, days * DAY - 2 * 3_600_000), crowd).leaves = erased.get(number);
  }
  // A keen team, an ordinary one, and one that hardly ever looks: then every date has to be kept without it.
  const pace = random.oneOf([0.5, 2, 30]);
  for (const name of STAFF) beginShift(scene, name, told.deeds as Deed[], end + (SHIFT_DAYS - 2) * DAY, pace);
  own(hand, end);
  for (let at = start; at < end; at += CHECK_EVERY) {
    await scheduler.run(Math.min(end, at + CHECK_EVERY), world.due);
    await checkNow(told, scheduler.now());
  }
  // The weather clears, whoever is down comes up, and nobody writes any more: now every promise falls due.
  faults.heal();
  told.cleared = scheduler.now();
  await scheduler.run(end + SHIFT_DAYS * DAY, world.due);
  for (const name of STAFF) void goHome(scene, name).catch((error: unknown) => scheduler.note(`${name} cannot go home: ${String(error)}`));
  await scheduler.run(end + QUIET_DAYS * DAY, world.due);
  for (const house of world.houses.filter((one) => one.alive)) for (const work of ["round", "sweep"]) house.repeat(work);
  await scheduler.run(scheduler.now() + CALL_MINUTES, world.due);
  const [house] = world.up();
  if (house) house.direct = true;
  await checkEnd(told, house, scheduler.now());
  if (house) house.direct = false;
  await restart(hand);
}

/** A restart changes nothing by itself: it is tried at a moment at which nothing falls due. */
async function restart({ world, scheduler, told, stage }: Stagehand): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    const due = await world.nextDue();
    if (!due || due.at.getTime() > scheduler.now() + 3 * RESTART_MS) break;
    await scheduler.run(scheduler.now() + RESTART_MS, world.due);
  }
  const before = await fingerprint(stage.raw);
  for (const house of world.houses.filter((one) => one.alive)) await house.kill();
  await scheduler.run(scheduler.now() + RESTART_MS, world.due);
  for (const house of world.up()) for (const work of ["round", "sweep"]) house.repeat(work);
  await scheduler.run(scheduler.now() + 1_000, world.due);
  const after = await fingerprint(stage.raw);
  const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
  if (changed.length > 0) told.violations.push({ invariant: "a restart changes nothing", detail: changed.join(", ") });
}

/** The owner edits the rulebook, writes a page, and updates the service. */
function own({ scheduler, random, world, stage }: Stagehand, end: number): void {
  const owner: Owner = { name: "owner", alive: true };
  const days = (end - scheduler.now()) / DAY;
  void (async () => {
    for (let edit = random.whole(0, 2); edit > 0; edit--) {
      await scheduler.wait(owner, random.whole(0, (days / 3) * DAY), "edits the rulebook").done;
      const changed = random.oneOf([
        POLICIES.replace("expectedMinutes: 20", "expectedMinutes: 30"),
        POLICIES.replace("rate: 0.92", "rate: 0.95"),
        POLICIES.replace("limit: 3 ", "limit: 2 "),
        POLICIES.replace("fee: 290 EUR", "fee: broken"),
      ]);
      writeFileSync(stage.policies, changed);
      await world.readFiles();
    }
  })();
  void scheduler.wait(owner, random.whole(0, days * DAY), "writes a page").done.then(() => stage.library.grow());
  void (async () => {
    for (let updates = random.whole(0, 2); updates > 0; updates--) {
      await scheduler.wait(owner, random.whole(0, (days / 2) * DAY), "updates the service").done;
      await world.update();
    }
  })();
}

/** Customers of every plan, one of them with a budget for a single visit of a person. What is noted about them is nobody's business. */
async function sign(world: World, random: Chance): Promise<string[]> {
  const house = world.up()[0];
  if (!house) throw new Error("The house did not come up.");
  house.direct = true;
  const ids: string[] = [];
  for (const [name, plan, fee] of [
    ["Adler Foods", "premium", 1_900],
    ["Birch Mills", "standard", 290],
    ["Cobalt Rail", "standard", 110],
    ["Dune Press", "standard", 290],
    ["Elm Bakery", "community", 0],
  ] as const) {
    const contract = fee === 0 ? null : { fee: BigInt(fee) * 1_000_000n, start: "2026-01-01" };
    const made = await house.app.rooms.customers.create({ name, plan, contract, notes: random.oneOf([SECRETS.join(". "), SECRETS.toReversed().join(". ")]) });
    ids.push(made.id);
  }
  house.direct = false;
  return ids;
}

async function people(raw: Database, at: Date): Promise<void> {
  await raw.query("insert into staff (id, email, name, role, created_at) values ('staff-owner', 'owner@example.com', 'Olga', 'owner', $1)", [at]);
  for (const name of STAFF)
    await raw.query("insert into staff (id, email, name, role, created_at) values ($1, $2, $3, 'agent', $4)", [
      `staff-${name}`,
      `${name}@example.com`,
      name,
      at,
    ]);
}

let tables: string[] | undefined;

async function tablesOf(raw: Database): Promise<string[]> {
  tables ??= (
    await raw.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1")
  ).map((row) => row.name);
  return tables;
}

/** As a superuser with the triggers off: the ledger itself lets nobody do this. */
async function empty(raw: Database): Promise<void> {
  const names = await tablesOf(raw);
  await raw.query("rollback").catch(() => undefined);
  await raw.query("set session_replication_role = replica");
  await raw.query(`truncate ${names.join(", ")} restart identity`);
  await raw.query("set session_replication_role = origin");
}

async function fingerprint(raw: Database): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of await tablesOf(raw)) {
    const [row] = await raw.query<{ sum: string }>(`select md5(coalesce(string_agg(x::text, '|' order by x::text), '')) as sum from ${name} x`);
    found[name] = row?.sum ?? "";
  }
  return found;
}
