// A program: the whole service as `npm start` has it, in a process of its own that its parent may stop at a named point
// and kill. It is put together by createApp with a database that can be trapped; nothing else differs.
import { flushCompileCache } from "node:module";
import { createApp } from "../../src/app.ts";
import { createChannels } from "../../src/channels/index.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { loadSettings } from "../../src/platform/config.ts";
import { openEmbedded, openPostgres } from "../../src/platform/database.ts";
import { holdDirectory } from "../../src/platform/lock.ts";
import { createLog } from "../../src/platform/log.ts";
import { migrate } from "../../src/platform/migrate.ts";
import type { Order, Report } from "./child.ts";
import { withTrap, type Trap } from "./points.ts";

const channels = createChannels({ publish: () => undefined });
const { settings, parts } = loadSettings(process.env, Object.fromEntries(channels.map((channel) => [channel.name, channel.env])));
if (!settings.DATABASE_URL) await holdDirectory(settings.DATA_DIR, { url: "a process of the fault tests", now: new Date() });
const db = settings.DATABASE_URL ? await openPostgres(settings.DATABASE_URL) : await openEmbedded(`${settings.DATA_DIR}/database`);
await migrate(db, "migrations");
const trapped = withTrap(db, () => report({ reached: true }));
if (process.env["TRAP"]) trapped.arm(JSON.parse(process.env["TRAP"]) as Trap);
const app = await createApp({
  settings,
  channelSettings: parts,
  db: trapped.db,
  clock: systemClock,
  log: createLog(settings.LOG_LEVEL),
  webDir: "dist/web",
  sampleDir: "sample",
});
const { url } = await app.start();

process.on("message", (order: Order) => {
  obey(order).then(
    (value) => report({ answer: order.id, value }),
    (error: unknown) => report({ answer: order.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// Nobody is left to watch: a service that outlives its test helps nobody.
process.on("disconnect", () => process.exit(1));
report({ ready: url });
// Compiled code is kept at a process's exit, which a killed one never has.
flushCompileCache();

async function obey(order: Order): Promise<unknown> {
  if (order.what === "query") return db.query(order.text, order.values);
  if (order.what === "check") return app.rooms.ledger.check();
  if (order.what === "arm") return trapped.arm(order.trap);
  await app.stop();
  await db.close();
  setImmediate(() => process.disconnect());
  return undefined;
}

function report(what: Report): void {
  process.send?.(what);
}
