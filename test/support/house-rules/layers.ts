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
  "channels",
  "sample",
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
  channels: {
    may: ["platform", "conversations/channel.ts"],
    never: ["platform/database.ts", "platform/commit.ts", "platform/timers.ts", "platform/settings.ts"],
  },
  sample: { may: ["platform", "policies", "rulebook", "ledger", "customers", "conversations"], sql: true },
  http: { may: rooms.filter((room) => room !== "http") },
  web: { may: ["http/contract.ts"] },
  "calendar.ts": { may: ["policies", "ledger"] },
  "clockwork.ts": { may: ["platform", "ledger", "conversations", "escalations"] },
  "ground.ts": { may: ["platform", "conversations", "knowledge", "avatar", "http"] },
  "app.ts": { may: [...rooms, "calendar.ts", "clockwork.ts", "ground.ts"] },
  "launch.ts": { may: ["platform", "channels", "app.ts"] },
  "main.ts": { may: ["launch.ts"] },
  "check-house.ts": { may: ["platform", "rulebook", "knowledge", "avatar", "channels"] },
  "cli.ts": { may: [...rooms, "app.ts", "launch.ts", "check-house.ts"] },
};

/** What may be imported from outside beside a room's index.ts. Every file of platform is a door of its own. */
export const doors: readonly string[] = ["conversations/channel.ts", "http/contract.ts"];
export const openRooms: readonly string[] = ["platform"];

/** Where a process, a command or a page begins: nobody imports these. */
export const entries: readonly RegExp[] = [/^src\/(main|cli)\.ts$/, /^src\/web\/[^/]+\/main\.tsx?$/, /\.d\.ts$/];

/** A vendor's package and the only place that may know of it (`src/…`). */
export const packages: readonly { name: RegExp; only: readonly string[] }[] = [
  { name: /^express$/, only: ["src/http/"] },
  { name: /^(openai|undici|langchain|@langchain\/.+)$/, only: ["src/avatar/models/"] },
  { name: /^@slack\//, only: ["src/channels/slack/"] },
  { name: /^nodemailer$/, only: ["src/channels/mail.ts", "src/channels/mail/"] },
  { name: /^(pg|@electric-sql\/pglite|ioredis|pino)$/, only: ["src/platform/"] },
  { name: /^@pydantic\/genai-prices$/, only: ["src/ledger/"] },
  { name: /^(react|react-dom|preact|wouter|dompurify|@mantine\/.+|@tanstack\/.+)$/, only: ["src/web/"] },
];

/** Where real time may be read; the pages under src/web run in somebody else's browser, by its clock. */
export const timekeepers: readonly string[] = ["src/platform/clock.ts", "src/platform/ids.ts", "src/platform/log.ts", "src/main.ts", "src/cli.ts", "src/web/"];
export const dice: readonly string[] = ["src/platform/ids.ts", "src/web/"];
/** Where something may wait by itself, or ask the network by itself: the seams, and the adapters behind them. A simulation takes their place. */
export const seams: readonly string[] = ["src/platform/", "src/http/", "src/channels/", "src/avatar/models/", "src/web/"];
export const frontDoors: readonly string[] = ["src/main.ts", "src/cli.ts"];
