/** The table of ARCHITECTURE.md as data: who may know whom, and what may lie in which room. */

/** A room by its name means its index.ts; a path names one file. `never` takes back a part of what `may` gives. */
export type Layer = { may: readonly string[]; never?: readonly string[]; sql?: true };

const rooms = [
  "platform",
  "policies",
  "rulebook",
  "ledger",
  "customers",
  "knowledge",
  "conversations",
  "escalations",
  "care",
  "avatar",
  "privacy",
  "channels",
  "sample",
  "forecast",
  "http",
] as const;

export const layers: Readonly<Record<string, Layer>> = {
  platform: { may: [], sql: true },
  policies: { may: [] },
  rulebook: { may: ["platform", "policies"], sql: true },
  ledger: { may: ["platform"], sql: true },
  customers: { may: ["platform", "policies", "ledger"], sql: true },
  knowledge: { may: ["platform"] },
  conversations: { may: ["platform", "customers"], sql: true },
  escalations: { may: ["platform", "policies", "rulebook", "ledger", "customers", "conversations"], sql: true },
  care: { may: ["platform", "policies", "rulebook", "ledger", "customers", "conversations"], sql: true },
  avatar: { may: ["platform", "policies", "rulebook", "ledger", "customers", "knowledge", "conversations", "escalations", "care"], sql: true },
  privacy: { may: ["platform", "ledger", "customers"], sql: true },
  channels: {
    may: ["platform", "conversations/channel.ts", "care/mailer.ts", "care/telephony.ts"],
    never: ["platform/database.ts", "platform/commit.ts", "platform/timers.ts", "platform/settings.ts"],
  },
  sample: { may: ["platform", "policies", "rulebook", "ledger", "customers", "conversations"], sql: true },
  forecast: { may: ["platform", "policies", "rulebook", "care"] },
  http: { may: rooms.filter((room) => room !== "http") },
  web: { may: ["http/contract.ts"] },
  "calendar.ts": { may: ["policies", "ledger"] },
  "owners-files.ts": { may: ["platform", "avatar", "knowledge", "rulebook"] },
  "clockwork.ts": { may: ["platform", "ledger", "conversations", "escalations", "care", "avatar"] },
  "ground.ts": { may: ["platform", "conversations", "care/mailer.ts", "care/telephony.ts", "knowledge", "avatar", "http"] },
  "app.ts": { may: [...rooms, "calendar.ts", "clockwork.ts", "ground.ts", "letters.ts", "owners-files.ts"] },
  rehearsal: {
    may: ["platform", "policies", "avatar", "channels", "http", "knowledge", "ledger", "app.ts", "ground.ts"],
    never: ["platform/redis-live.ts"],
    sql: true,
  },
  "launch.ts": { may: ["platform", "channels", "app.ts"] },
  "main.ts": { may: ["launch.ts"] },
  "letters.ts": { may: ["care/mailer.ts", "channels", "rulebook"] },
  "check-house.ts": { may: ["platform", "letters.ts", "rulebook", "knowledge", "avatar", "channels"] },
  "show-tools.ts": { may: ["platform", "rulebook", "avatar", "channels"] },
  "cli.ts": { may: [...rooms, "rehearsal", "app.ts", "launch.ts", "check-house.ts", "show-tools.ts"] },
};

/** What may be imported from outside beside a room's index.ts. Every file of platform is a door of its own. */
export const doors: readonly string[] = ["conversations/channel.ts", "care/mailer.ts", "care/telephony.ts", "http/contract.ts"];
export const openRooms: readonly string[] = ["platform"];

/** Where a process, a command or a page begins: nobody imports these. */
export const entries: readonly RegExp[] = [/^src\/(main|cli)\.ts$/, /^src\/web\/[^/]+\/main\.tsx?$/, /\.d\.ts$/];

/** A vendor's package and the only place that may know of it (`src/…`). */
export const packages: readonly { name: RegExp; only: readonly string[] }[] = [
  { name: /^express$/, only: ["src/http/"] },
  { name: /^(openai|undici|langchain|@langchain\/(?!core$|mcp-adapters$).+)$/, only: ["src/avatar/models/"] },
  { name: /^@langchain\/core$/, only: ["src/avatar/models/", "src/avatar/mcp/"] },
  { name: /^(@langchain\/mcp-adapters|@modelcontextprotocol\/sdk)$/, only: ["src/avatar/mcp/"] },
  { name: /^@slack\//, only: ["src/channels/slack/"] },
  { name: /^twilio$/, only: ["src/channels/twilio.ts"] },
  { name: /^nodemailer$/, only: ["src/channels/mail.ts", "src/channels/mail/", "src/channels/mailer.ts"] },
  { name: /^mjml-/, only: ["src/channels/mailer/"] },
  { name: /^(pg|@electric-sql\/pglite|ioredis|pino)$/, only: ["src/platform/"] },
  { name: /^@energetic-ai\//, only: ["src/avatar/models/"] },
  { name: /^@pydantic\/genai-prices$/, only: ["src/ledger/"] },
  { name: /^pdfkit$/, only: ["src/care/no-claims/"] },
  { name: /^(react|react-dom|preact|wouter|dompurify|@mantine\/.+|@tanstack\/.+)$/, only: ["src/web/"] },
];

/** Where real time may be read; the pages under src/web run in somebody else's browser, by its clock. */
export const timekeepers: readonly string[] = ["src/platform/clock.ts", "src/platform/ids.ts", "src/platform/log.ts", "src/main.ts", "src/cli.ts", "src/web/"];
/** Where a stopwatch runs: how often people knock stays real with a manual clock; Slack's own answers take real time. */
export const stopwatches: readonly string[] = ["src/platform/rate.ts", "src/http/login-limit.ts", "src/channels/slack/", "src/web/"];
export const dice: readonly string[] = ["src/platform/ids.ts", "src/web/"];
/** Where something may ask the network by itself, or wait for it: the adapters. A simulation takes their place. */
export const seams: readonly string[] = ["src/http/", "src/channels/", "src/avatar/models/", "src/avatar/mcp/", "src/web/"];
/** Where waiting itself is made: what is done again and again, a group that fills, and what runs before a house stands. */
export const patience: readonly string[] = ["src/platform/running.ts", "src/platform/commit.ts"];

/** Node's own modules, and where each may be had beside types. The seams have the network; files are read where an owner edits them. */
export const builtins: Readonly<Record<string, readonly string[]>> = {
  crypto: ["src/"],
  path: ["src/"],
  url: ["src/"],
  util: ["src/cli.ts"],
  perf_hooks: stopwatches,
  fs: ["src/platform/lock.ts", "src/avatar/linear.ts"],
  sqlite: ["src/platform/lock.ts"], // its lock of a file ends with the process that held it, however that died
  "fs/promises": [
    "src/platform/database.ts",
    "src/platform/migrate.ts",
    "src/check-house.ts",
    "src/show-tools.ts",
    "src/sample/",
    "src/avatar/texts.ts",
    "src/avatar/prompts.ts",
    "src/knowledge/",
    "src/rulebook/",
    "src/rehearsal/read.ts",
  ],
  events: ["src/http/"],
  http: ["src/http/", "src/channels/"],
  worker_threads: ["src/avatar/models/"], // the sentence model blocks whoever computes it
  stream: ["src/http/", "src/avatar/models/"],
};
export const frontDoors: readonly string[] = ["src/main.ts", "src/cli.ts"];
