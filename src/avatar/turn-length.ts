import type { Book } from "../rulebook/index.ts";
import { REPLY_LIMIT_MS } from "./models/patience.ts";

/** Beyond the work itself: long enough for a slow commit. */
const SPARE_MS = 10 * 60_000;

/**
 * The longest that a turn can last, from its first step to its commit. What it holds stands so long: a hold that ended while its turn still
 * worked would be booked at its ceiling, and the answer could not be committed any more. It is no time that money waits for nothing, for the
 * holds of a turn that has died end when its lease does.
 */
export function longestTurnMs({ models, tools }: Pick<Book, "models" | "tools">, roles: number): number {
  const seconds = Object.values(tools.servers).flatMap((server) => Object.values(server.tools).map((terms) => terms.seconds));
  return models.maxSteps * Math.max(1, roles) * REPLY_LIMIT_MS + models.maxToolCalls * Math.max(0, ...seconds) * 1_000 + SPARE_MS;
}
