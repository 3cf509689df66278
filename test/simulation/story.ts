import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbedded, type Database } from "../../src/platform/database.ts";
import { nameOf } from "../../src/platform/commit.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { watched, type Ground } from "./database.ts";
import { whoIsErased } from "./erasing.ts";
import { createFaults, isFair, lasted, spellsOf, weatherOf, type Spell, type Weather } from "./faults.ts";
import { checkEnd, checkNow, type Told } from "./invariants.ts";
import type { Violation } from "./promises.ts";
import { openLibrary } from "./library.ts";
import { createLots, type Lots } from "./lots.ts";
import { createOutside } from "./outside.ts";
import { own, reword, weather as changing } from "./owner.ts";
import { beginChat } from "./people.ts";
import { figureOf, TEAMS, type Figure, type Team } from "./figure.ts";
import { bookOf } from "./policies.ts";
import type { Scene } from "./scene.ts";
import { createProvider, SECRETS } from "./provider.ts";
import { createScheduler } from "./scheduler.ts";
import type { Stage, Stagehand } from "./stage.ts";
import { beginShift, goHome, STAFF, type Deed } from "./staff.ts";
import { createToolMaker } from "./tool-maker.ts";
import { createWorld, type World } from "./world.ts";

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

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

export type Options = {
  days?: number;
  conversations?: number;
  /** the numbers of conversations that are left out; the others stay as they are */
  without?: number[];
  weather?: Weather;
  /** keep the whole trace */
  whole?: boolean;
};

export type Report = {
  seed: number;
  /** of all that happened, each request to a model, each arrival outside and the rows at the end: the same on any machine */
  digest: string;
  conversations: number;
  messages: number;
  calls: number;
  crashes: number;
  steps: number;
  violations: Violation[];
  /** where nothing went wrong by itself, and the rulebook was the default one */
  figure: Figure | undefined;
  trace: string[];
};

const DAY = 86_400_000;
const FORTNIGHT = 14; // days
const CHECK_EVERY = DAY; // of simulated time
const SHIFT_DAYS = 3; // as long after the story, people still look at their queue
const QUIET_DAYS = 18; // after the story: every date that was promised in it comes
const CROWD = 5;
const TIGHT = 2; // the customer whose budget is for a single visit
const RESTART_MS = 60_000;
const CALL_MINUTES = 30 * 60_000;
const CANNOT_WRITE: Spell["kind"][] = ["disk full", "database gone"];
const CANNOT_TELL: Spell["kind"][] = [...CANNOT_WRITE, "pager down"];
const JUMPED_MS = 150 * 60_000; // so late may be what is done by a clock that jumps by an hour back and forth

// Ordinary weeks, and those in which Europe's clocks change.
const STARTS = ["2026-03-23T08:00:00Z", "2026-10-20T06:00:00Z", "2026-06-01T10:00:00Z", "2026-12-21T15:00:00Z", "2026-01-26T09:00:00Z"];

/** A fortnight of a support team's life, with everything that may go wrong in it; afterwards everything that was promised must hold. */
export async function tellStory(stage: Stage, seed: number, options: Options = {}): Promise<Report> {
  const lots = createLots(seed);
  const random = lots.of("story");
  const start = Date.parse(random.oneOf(STARTS)) + random.whole(0, 3 * DAY);
  const weather = options.weather ?? weatherOf(lots.of("weather"));
  const scheduler = createScheduler(lots, start, options.days ?? FORTNIGHT);
  const spells = spellsOf(lots, weather, start, options.days ?? FORTNIGHT);
  const faults = createFaults(lots, weather, scheduler.now, spells);
  const processes = random.oneOf([1, 1, 2]);
  const jumps = processes === 1 && random.happens(weather.jumps);
  const ground: Ground = { raw: stage.raw, kind: processes === 1 ? "pglite" : "postgres", holder: undefined, changed: undefined };
  const provider = createProvider(scheduler, faults);
  const toolMaker = createToolMaker(scheduler, faults);
  const outside = createOutside(scheduler, faults);
  const machine = { ahead: 0 };
  await empty(stage.raw);
  stage.library.grow(false);
  const { book, hasDefaultLooks } = bookOf(lots);
  writeFileSync(stage.policies, book);
  const { library, policies } = stage;
  const world = createWorld({ ground, scheduler, faults, lots, machine, provider, toolMaker, outside, library, policies }, processes);
  const told: Told = {
    raw: watched(ground),
    chats: [],
    deeds: [],
    provider,
    toolMaker,
    outside,
    violations: [],
    weather,
    cleared: Infinity,
    crashes: () => world.houses.filter((house) => !house.alive).length,
    duty: { between: (from, to) => world.duty.between(from, to) - lasted(spells, CANNOT_WRITE, from, to) },
    reach: { between: (from, to) => world.duty.between(from, to) - lasted(spells, CANNOT_TELL, from, to) },
    late: jumps ? JUMPED_MS : 0,
    changed: new Set(),
    ledger: new Map(),
  };
  const crash = (error: unknown) =>
    void told.violations.push({ invariant: "nothing crashes", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.on("unhandledRejection", crash);
  const team = lots.of("team").oneOf(Object.keys(TEAMS) as Team[]);
  try {
    await live({ stage, scheduler, lots, faults, world, told, outside, machine, spells, jumps, book, team }, options, start);
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
    figure: hasDefaultLooks && isFair(weather) ? await published(world, team) : undefined,
    trace: scheduler.trace(),
  };
}

async function published(world: World, team: Team): Promise<Figure | undefined> {
  const [house] = world.up();
  if (!house) return undefined;
  house.direct = true;
  return figureOf(house, team);
}

async function live(hand: Stagehand, options: Options, start: number): Promise<void> {
  const { scheduler, lots, faults, world, told, stage } = hand;
  const days = options.days ?? FORTNIGHT;
  await people(stage.raw, new Date(start));
  await world.open();
  const customers = await sign(world, lots);
  const end = start + days * DAY;
  const count = options.conversations ?? Math.round((20 * days) / FORTNIGHT);
  const erased = whoIsErased(lots, count);
  const { outside } = hand;
  const scene: Scene = {
    world,
    scheduler,
    lots,
    chance: lots.of("scene"),
    faults,
    outside,
    chats: told.chats,
    customers,
    changed: told.changed,
    erases: erased.size > 0,
  };
  for (let number = 1; number <= count; number++) {
    if (options.without?.includes(number)) continue;
    // Some of them come together: five of one customer at the same moment, who all want a person, with a budget for one visit.
    const crowd = number <= CROWD && count > CROWD ? { customer: customers[TIGHT] as string } : undefined;
    beginChat(scene, number, crowd ? DAY : days * DAY - 2 * 3_600_000, crowd, erased.get(number));
  }
  // A keen team, an ordinary one, and one that hardly ever looks: then every date has to be kept without it.
  for (const name of STAFF) beginShift(scene, name, told.deeds as Deed[], end + (SHIFT_DAYS - 2) * DAY, TEAMS[hand.team]);
  own(hand, end);
  reword(hand, end);
  changing(hand, end);
  for (let at = start; at < end; at += CHECK_EVERY) {
    await scheduler.run(Math.min(end, at + CHECK_EVERY), world.due);
    await checkNow(told, scheduler.now() - told.late);
  }
  // The weather clears, whoever is down comes up, and nobody writes any more: now every promise falls due.
  faults.heal();
  told.cleared = scheduler.now();
  hand.machine.ahead = 0;
  world.wake();
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
  scheduler.seen(JSON.stringify(after));
  const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
  if (changed.length > 0) told.violations.push({ invariant: "a restart changes nothing", detail: changed.join(", ") });
}

/** Customers of every plan, one of them with a budget for a single visit of a person. What is noted about them is nobody's business. */
async function sign(world: World, lots: Lots): Promise<string[]> {
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
    const made = await house.app.rooms.customers.create({
      name,
      plan,
      contract,
      externalId: `number-${ids.length + 1}`,
      notes: lots.of(`notes on ${name}`).oneOf([SECRETS.join(". "), SECRETS.toReversed().join(". ")]),
    });
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
