import { readFile } from "node:fs/promises";
import { createToolServers, type Look } from "./avatar/index.ts";
import { createChannels } from "./channels/index.ts";
import { loadSettings } from "./platform/config.ts";
import { createLog } from "./platform/log.ts";
import { loadRulebook } from "./rulebook/index.ts";

/** What the servers of tools that the rulebook names say of themselves, for the owner to read and to approve. */
export type ShownTools = { tools: Look[]; unreachable: { server: string; problem: string }[] };

/** Asks each server that is named; starts those that are programs, for as long as it takes. Needs neither database nor port. */
export async function showTools(env: Record<string, string | undefined>): Promise<ShownTools> {
  const channels = createChannels({ publish: () => undefined });
  const { settings } = loadSettings(env, Object.fromEntries(channels.map((channel) => [channel.name, channel.env])));
  const { book } = loadRulebook(await readFile(settings.POLICIES_FILE), settings.POLICIES_FILE);
  const servers = createToolServers({ log: createLog("silent"), secretOf: (variable) => env[variable] });
  try {
    const { looks, unreachable } = await servers.look(book);
    return { tools: looks, unreachable };
  } finally {
    await servers.close();
  }
}

const STATES: Record<Look["state"], string> = {
  offered: "approved; the avatar may use it",
  not_approved: "named, but not approved yet",
  changed: "withheld: it is not what you approved",
  unfit: "withheld: there are two of this name, or its arguments are larger or stranger than can be passed on",
  missing: "named, but its server does not have it",
  not_named: "not named in policies.yaml, so it is never used",
};

/** The same in words. */
export function toolsInWords({ tools, unreachable }: ShownTools): string {
  if (tools.length === 0 && unreachable.length === 0) return 'No server of tools is named in policies.yaml, section "tools:".';
  const shown = tools.map((look) => [`${look.server} / ${look.tool}: ${STATES[look.state]}`, ...about(look)].join("\n"));
  return [...unreachable.map(({ server, problem }) => `${server}: cannot be reached. ${problem}`), ...shown].join("\n\n");
}

function about({ state, description, arguments: given, fingerprint }: Look): string[] {
  if (fingerprint === null) return [];
  const says = [`  It says: ${description.replaceAll("\n", "\n    ")}`];
  if (given) says.push(`  Arguments: ${JSON.stringify(given["properties"])}`);
  // Read it first: the line stands below what it approves.
  if (given && state !== "offered") says.push(`  approved: "${fingerprint}"`);
  return says;
}
