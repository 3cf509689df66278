import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Lots } from "./lots.ts";
import { NAMED } from "./tool-maker.ts";

/** The rulebook of a story. Nobody has to be asked every ten minutes for weeks: it would be most of what happens in it. And it names a tool. */
const POLICIES = readFileSync(fileURLToPath(new URL("../../policies.yaml", import.meta.url)), "utf8")
  .replace("remindMinutes: 10 ", "remindMinutes: 1440 ")
  .replace("tools:\n  servers: {}\n", NAMED);

const FEW_LOOKS_SHARE = 0.4; // of all stories, in which a month's human looks are soon given

/** The owner's rulebook in one story: as it comes, but for how many looks there are. */
export function bookOf(lots: Lots): { book: string; hasDefaultLooks: boolean } {
  const few = lots.of("looks of a month").happens(FEW_LOOKS_SHARE);
  return { book: few ? POLICIES.replaceAll("humanLooks: 4", "humanLooks: 1") : POLICIES, hasDefaultLooks: !few };
}
