import { createApp, type App } from "../../src/app.ts";
import { createToolServers } from "../../src/avatar/index.ts";
import type { Clock } from "../../src/platform/clock.ts";
import { loadSettings, type Settings } from "../../src/platform/config.ts";
import type { Database } from "../../src/platform/database.ts";
import type { Ids } from "../../src/platform/ids.ts";
import { memoryLive, type Live } from "../../src/platform/live.ts";
import { createLog } from "../../src/platform/log.ts";
import type { Every } from "../../src/platform/running.ts";
import { createWebChannel } from "../../src/channels/web.ts";
import { priceOf } from "../../src/ledger/index.ts";
import type { Chance } from "../faults/random.ts";
import type { Lots } from "./lots.ts";
import { simulatedDatabase, type Ground } from "./database.ts";
import type { Faults } from "./faults.ts";
import type { Library } from "./library.ts";
import type { Outside } from "./outside.ts";
import type { Provider } from "./provider.ts";
import type { HouseProcess } from "./house-process.ts";
import type { Scheduler } from "./scheduler.ts";
import type { ToolMaker } from "./tool-maker.ts";

/** What all processes of a story share. */
export type Common = {
  ground: Ground;
  scheduler: Scheduler;
  faults: Faults;
  lots: Lots;
  /** the machine on which a process runs alone: by how many milliseconds its clock is ahead */
  machine: { ahead: number };
  provider: Provider;
  toolMaker: ToolMaker;
  outside: Outside;
  library: Library;
  /** the owner's rulebook, as a file */
  policies: string;
};

const SHUT = { start: async () => undefined } as unknown as App;
export const SETTINGS = {
  PORT: "4000",
  SAMPLE_BUSINESS: "off",
  LOG_LEVEL: "silent",
  STAFF_API_KEYS: "a-key-of-this-story",
  CHAT_JWT_SECRET: "a-host-secret-of-at-least-32-bytes!",
  ADMIN_EMAIL: "owner@example.com",
  PUBLIC_URL: "https://support.example.com",
  MODEL: "gpt-4o",
  MODEL_CHEAP: "gpt-4o-mini",
  OPENAI_API_KEY: "none",
};

function settingsOf(common: Common): Settings {
  const env = { ...SETTINGS, POLICIES_FILE: common.policies, PROMPTS_DIR: common.library.prompts };
  return loadSettings(env, {}).settings;
}

/** Starts a process: alone, as a machine starts a program. Undefined: it died, or did not get what it needs, and has ended. */
export async function startProcess(common: Common, name: string): Promise<HouseProcess | undefined> {
  const { scheduler, ground, faults, provider, outside } = common;
  let skew = faults.skew(name);
  const repeats = new Map<string, () => Promise<unknown>>();
  const running = new Set<string>();
  const live = leakyLive(faults, name);
  const process: HouseProcess = {
    name,
    alive: true,
    direct: true,
    statementsLeft: faults.startup(name),
    refused: false,
    transaction: undefined,
    async before(what) {
      if (!process.direct && faults.crash(name, what)) await process.kill();
    },
    ahead: () => common.machine.ahead + skew,
    app: SHUT,
    live,
    repeat(what) {
      const work = repeats.get(what);
      if (!work || running.has(what) || !process.alive) return;
      running.add(what);
      // As the real one: a failure is told to the log, and the next round comes all the same.
      void work()
        .catch(() => undefined)
        .finally(() => running.delete(what));
    },
    async repeatAlone(what) {
      process.direct = true;
      await repeats
        .get(what)?.()
        .finally(() => (process.direct = false));
    },
    setClock() {
      skew = faults.skew(name);
      scheduler.note(`${name}'s clock is set to ${process.ahead()} ms`);
    },
    async kill() {
      process.alive = false;
      scheduler.note(`${name} dies`);
      if (process.transaction === undefined) return;
      await ground.raw.query("rollback");
      ground.changed = undefined;
      if (ground.holder === process.transaction) ground.holder = undefined;
    },
    async stop() {
      await process.app.stop();
      process.alive = false;
    },
  };
  const every: Every = (_everyMs, what, work) => {
    repeats.set(what, work);
    return {
      async stop() {
        repeats.delete(what);
        while (running.has(what)) await scheduler.wait(process, 100, `${what} ends`).done;
      },
    };
  };
  const clock: Clock = { kind: "system", now: () => new Date(scheduler.now() + process.ahead()) };
  const db: Database = simulatedDatabase(ground, scheduler, faults, process);
  const app = createApp({
    settings: settingsOf(common),
    channelSettings: {},
    db,
    clock,
    log: createLog("silent"),
    ids: seededIds(common.lots.of(`${name}'s ids`), () => clock.now().getTime()),
    live,
    every,
    doors: () => ({ mount: () => undefined, listen: async () => ({ port: 4000 }), close: async () => undefined }),
    knowledge: common.library.knowledge,
    channels: [createWebChannel({ publish: live.publish }), ...outside.channels(process)],
    models: async (settings) => ({
      prepare: async () => undefined,
      offers: (book, at) =>
        Object.fromEntries(
          (["main", "cheap"] as const).flatMap((role) => {
            const wanted = settings[role];
            const price = wanted === undefined ? undefined : priceOf(wanted, book, at);
            return wanted !== undefined && price ? [[role, { model: provider.model(wanted, price.source, process), price }]] : [];
          }),
        ),
      close: async () => undefined,
    }),
    toolServers: (rooms) => createToolServers({ ...rooms, open: async () => common.toolMaker.lineOf(process) }),
    webDir: "dist/web",
    sampleDir: "sample",
  });
  await app
    .then((made) => (process.app = made).start())
    .catch((error: unknown) => {
      if (!process.refused) throw error;
      process.alive = false;
    });
  process.direct = false;
  process.statementsLeft = Infinity;
  scheduler.note(`${name} ${process.alive ? "is up" : "does not come up"}`);
  return process.alive ? process : undefined;
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Ids as the service makes them, from the seed: they sort by the time of their making. */
function seededIds(chance: Chance, now: () => number): Ids {
  const letters = (count: number) => Array.from({ length: count }, () => ALPHABET[Math.floor(chance.next() * 32)]).join("");
  const time = () => {
    let text = "";
    for (let rest = now(), i = 0; i < 9; i++, rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text;
    return text;
  };
  return { next: (prefix) => `${prefix}_${time()}${letters(16)}`, secret: () => letters(43), bytes: (count) => Buffer.from(letters(count)) };
}

/** Live events are hints: some get lost. What is lost is told beside it, to whoever has to know that it was said. */
function leakyLive(faults: Faults, process: string): Live {
  const live = memoryLive();
  return { ...live, publish: (topic, event) => live.publish(faults.live(process) ? `lost/${topic}` : topic, event) };
}
