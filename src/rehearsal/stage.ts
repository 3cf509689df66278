import { createApp, type App } from "../app.ts";
import { createModels } from "../avatar/index.ts";
import { createChannels } from "../channels/index.ts";
import type { Ground } from "../ground.ts";
import { createKnowledge, type Knowledge } from "../knowledge/index.ts";
import { priceOf } from "../ledger/index.ts";
import { manualClock, type ManualClock } from "../platform/clock.ts";
import type { Settings } from "../platform/config.ts";
import { openEmbedded, type Database } from "../platform/database.ts";
import { memoryLive, type Live } from "../platform/live.ts";
import { createLog, type Log } from "../platform/log.ts";
import { migrate } from "../platform/migrate.ts";
import { createPrompter, type Prompter } from "./script.ts";

/** Monday, at ten in the morning in Berlin. */
const BEGINS = "2026-03-02T09:00:00Z";
const PUBLIC_URL = "https://rehearsal.invalid";
/** What a scripted model is priced as where the owner has chosen none. */
const PRICED_AS = "gpt-4o-mini";

/** Who answers in a rehearsal. */
export type Cast = "script" | "built-in" | "live";

/**
 * Where stories are performed: a database of its own in memory and the owner's rulebook, pages and prompts. Nothing of the owner's
 * service is opened: no database, no port, no channel.
 */
export type Stage = {
  db: Database;
  /** A house as on its first day: every row of the story before is gone. */
  open(cast: Cast): Promise<StagedHouse>;
  close(): Promise<void>;
};

export type StagedHouse = { app: App; db: Database; clock: ManualClock; live: Live; prompter: Prompter; model: string; close(): Promise<void> };

/** `given.db`: an empty database in memory that has all tables, else one is made. */
export async function openStage(settings: Settings, root: string, given: { db?: Database } = {}): Promise<Stage> {
  const log = createLog("silent");
  const db = given.db ?? (await freshDatabase(`${root}migrations`));
  const knowledge = await createKnowledge({ directory: settings.KNOWLEDGE_DIR, publicUrl: PUBLIC_URL, log });
  return {
    db,
    open: (cast) => openHouse({ settings, root, log, db, knowledge }, cast),
    close: () => db.close(),
  };
}

async function freshDatabase(migrations: string): Promise<Database> {
  const db = await openEmbedded("memory");
  await migrate(db, migrations);
  return db;
}

type Given = { settings: Settings; root: string; log: Log; db: Database; knowledge: Knowledge };

async function openHouse({ settings, root, log, db, knowledge }: Given, cast: Cast): Promise<StagedHouse> {
  await empty(db);
  const clock = manualClock(new Date(BEGINS));
  const live = memoryLive();
  const prompter = createPrompter();
  const own = settings.MODEL === undefined || settings.MODEL === "built-in" ? undefined : settings.MODEL;
  let model = "built-in";
  const models: NonNullable<Ground["models"]> = async (wanted, book, now) => {
    const idle = { prepare: async () => undefined, close: async () => undefined };
    if (cast === "built-in") return { ...idle, offers: () => ({}) };
    if (cast === "live") {
      const real = await createModels(wanted, book, now);
      model = real.offers(book, now).main?.model.name ?? model;
      return { ...real, offers: (at, when) => mapValues(real.offers(at, when), (priced) => ({ ...priced, model: prompter.overheard(priced.model) })) };
    }
    const name = own !== undefined && priceOf(own, book, now) ? own : PRICED_AS;
    const price = priceOf(name, book, now);
    if (!price) throw new Error(`There is no price for ${name}.`);
    model = name;
    return { ...idle, offers: () => ({ main: { model: prompter.scripted(name), price } }) };
  };
  const app = await createApp({
    settings: { ...settings, PUBLIC_URL, SAMPLE_BUSINESS: "off", DATABASE_URL: undefined, REDIS_URL: undefined, ADMIN_PASSWORD: "nobody signs in here" },
    channelSettings: {},
    db,
    clock,
    log,
    live,
    // The clock stands still until the story moves it, and its work is done then.
    every: () => ({ stop: async () => undefined }),
    models,
    channels: createChannels({ publish: live.publish }).filter(({ name }) => name === "web"),
    knowledge,
    doors: () => ({ mount: () => undefined, listen: async () => ({ port: 0 }), close: async () => undefined }),
    webDir: `${root}dist/web`,
    sampleDir: `${root}sample`,
  });
  await app.start();
  return { app, db, clock, live, prompter, model, close: () => app.stop() };
}

/** The ledger lets nobody do this: here it is nobody's ledger, in a database in memory that this file has made. */
async function empty(db: Database): Promise<void> {
  const tables = await db.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
  );
  await db.query("set session_replication_role = replica");
  await db.query(tables.map(({ name }) => `delete from ${name}`).join("; "));
  await db.query("set session_replication_role = origin");
}

function mapValues<Key extends string, Value>(record: Partial<Record<Key, Value>>, map: (value: Value) => Value): Partial<Record<Key, Value>> {
  return Object.fromEntries(Object.entries<Value | undefined>(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, map(value)]]))) as Partial<
    Record<Key, Value>
  >;
}
