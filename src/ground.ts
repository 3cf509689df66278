import type { createModels, createToolServers } from "./avatar/index.ts";
import type { TelephonyProvider } from "./care/telephony.ts";
import type { Channel } from "./conversations/channel.ts";
import type { createHttp } from "./http/index.ts";
import type { Embedder, Knowledge } from "./knowledge/index.ts";
import type { Clock } from "./platform/clock.ts";
import type { Settings } from "./platform/config.ts";
import type { Database } from "./platform/database.ts";
import type { Ids } from "./platform/ids.ts";
import type { Live } from "./platform/live.ts";
import type { Log } from "./platform/log.ts";
import type { Every } from "./platform/running.ts";

/**
 * What the house stands on: one seam each for time, chance, the database, live events, repeated work, models, outside protocols, pages and
 * the way in. Tests and the simulation hand in their own; what is left out is the real thing.
 */
export type Ground = {
  settings: Settings;
  channelSettings: Record<string, unknown>;
  db: Database;
  clock: Clock;
  log: Log;
  ids?: Ids;
  live?: Live;
  /** what is done again and again; left out, at real intervals */
  every?: Every;
  /** the ways to model providers; left out, those of the settings, over the network */
  models?: typeof createModels;
  /** the ways to servers of tools; left out, those of the rulebook, as programs and over the network */
  toolServers?: typeof createToolServers;
  /** the environment, for secrets that the rulebook names; left out, there are none */
  secretOf?: (variable: string) => string | undefined;
  /** the outside protocols; left out, all that we have */
  channels?: Channel[];
  /** the provider of telephone calls; left out, none: no machine rings anybody */
  telephony?: TelephonyProvider;
  /** pages that are read already; left out, those of the settings' folder */
  knowledge?: Knowledge;
  /** tells how near two meanings are; left out, pages are found by their words alone */
  meaning?: { embedder: Embedder; file?: string };
  /** the way in over HTTP */
  doors?: (options: Parameters<typeof createHttp>[0]) => Pick<ReturnType<typeof createHttp>, "mount" | "listen" | "close">;
  webDir: string;
  sampleDir: string;
};
