import { fileURLToPath } from "node:url";
import type { App } from "./app.ts";
import { createChannels, createTwilio, mailerSettings, twilioSettings } from "./channels/index.ts";
import { manualClock, systemClock, type Clock } from "./platform/clock.ts";
import { loadSettings, weakSecrets, type Settings } from "./platform/config.ts";
import { openEmbedded, openPostgres, type Database } from "./platform/database.ts";
import { randomIds } from "./platform/ids.ts";
import { memoryLive, type Live } from "./platform/live.ts";
import { directoryProblem, holdDirectory } from "./platform/lock.ts";
import { createLog, type Log } from "./platform/log.ts";
import { migrate } from "./platform/migrate.ts";
import { readSetting, writeSetting } from "./platform/settings.ts";
import { raiseWall } from "./platform/wall.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A running service. */
export type Service = { url: string; stop(): Promise<void> };

/**
 * Starts the service from its environment and says in calm lines where it is. Throws errors with a `code` and a sentence
 * for people when something is in the way; nothing stays open then.
 */
export async function launch(env: Record<string, string | undefined>, say: (line: string) => void): Promise<Service> {
  const channels = createChannels({ publish: () => undefined });
  const { settings, parts } = loadSettings(env, {
    ...Object.fromEntries(channels.map((channel) => [channel.name, channel.env])),
    telephony: twilioSettings,
    mailer: mailerSettings,
  });
  const log = createLog(settings.LOG_LEVEL);
  const opened = await openData(settings, say);
  try {
    const clock = await openClock(settings, opened.db);
    // Only now: a second process on the same directory is refused before it has loaded the whole house.
    const { createApp, localEmbedder } = await import("./app.ts");
    const embedder = searchesMeaning(settings) ? localEmbedder({ log }) : undefined;
    const telephony = createTwilio(parts.telephony);
    const app = await createApp({
      settings,
      channelSettings: parts,
      db: opened.db,
      clock,
      log,
      live: await openLive(settings, log),
      secretOf: (variable) => env[variable],
      ...(telephony ? { telephony } : {}),
      ...(embedder ? { meaning: { embedder, file: `${settings.DATA_DIR}/vectors.txt` } } : {}),
      webDir: `${root}dist/web`,
      sampleDir: `${root}sample`,
    });
    const started = await app.start();
    greet(say, started, settings);
    return {
      url: started.url,
      async stop() {
        await app.stop();
        await embedder?.close();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close().catch(() => undefined);
    throw error;
  }
}

/** The database, with all its tables; the embedded one for this process alone. */
async function openData(settings: Settings, say: (line: string) => void): Promise<{ db: Database; close(): Promise<void> }> {
  const url = settings.DATABASE_URL;
  const lock = url ? undefined : await holdDirectory(settings.DATA_DIR, { url: settings.PUBLIC_URL ?? `port ${settings.PORT}`, now: systemClock.now() });
  try {
    say(url ? "Standin is starting on PostgreSQL …" : `Standin is starting on its embedded database in ${settings.DATA_DIR} …`);
    const db = url
      ? await openPostgres(url)
      : await openEmbedded(`${settings.DATA_DIR}/database`).catch((error: unknown) => {
          throw directoryProblem(settings.DATA_DIR, error);
        });
    const close = async () => {
      await db.close();
      lock?.release();
    };
    try {
      await migrate(db, `${root}migrations`);
      await raiseWall(db);
      return { db, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** The database alone, for commands that need no doors. The embedded one is refused while a service runs on it. */
export async function openHouseData(env: Record<string, string | undefined>): Promise<{ db: Database; close(): Promise<void> }> {
  const { settings } = loadSettings(env, {});
  return openData(settings, () => undefined);
}

async function openClock(settings: Settings, db: Database): Promise<Clock> {
  if (settings.CLOCK === "system") return systemClock;
  const stored = await readSetting<string>(db, "clock");
  const start = new Date(Math.max(systemClock.now().getTime(), stored ? Date.parse(stored) : 0));
  await writeSetting(db, "clock", start.toISOString());
  return manualClock(start);
}

async function openLive(settings: Settings, log: Log): Promise<Live> {
  if (!settings.REDIS_URL) return memoryLive();
  const { redisLive } = await import("./platform/redis-live.ts");
  return redisLive(settings.REDIS_URL, log, randomIds().next("proc"));
}

/** Where the built-in model answers, its search is all there is: there meaning is worth its memory. A language model asks again in its own words. */
function searchesMeaning({ EMBEDDINGS, MODEL }: Settings): boolean {
  return (EMBEDDINGS ?? (MODEL === undefined || MODEL === "built-in" ? "local" : "off")) === "local";
}

type Started = Awaited<ReturnType<App["start"]>>;

const MOST_PAGES_NAMED = 10; // beyond that the greeting would be a list

function greet(say: (line: string) => void, { url, owner, seeded, leftOut }: Started, settings: Settings): void {
  const model = settings.MODEL && settings.MODEL !== "built-in" ? settings.MODEL : "the built-in model (set OPENAI_API_KEY and MODEL for a better one)";
  say("");
  if (seeded) say("The sample business Marlstone has moved in, with three months of history.");
  for (const { file, problem } of leftOut.slice(0, MOST_PAGES_NAMED)) say(`The page ${file} is left out: ${problem.replace(/\s+/g, " ")}.`);
  const more = leftOut.length - MOST_PAGES_NAMED;
  if (more > 0) say(`So are ${more} others; npm run standin -- check names them all.`);
  for (const warning of weakSecrets(settings)) say(warning);
  say(`  Demo site   ${url}/`);
  say(`  Console     ${url}/console`);
  if (owner.password) say(`  Login       ${owner.email} / ${owner.password}   (shown once)`);
  else say(`  Login       ${owner.email}`);
  say(`  Answers by  ${model}`);
  say("");
  say("Ctrl-C finishes what is under way and closes.");
}
