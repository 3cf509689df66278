import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The rulebook of a story. Nobody has to be asked every ten minutes for weeks: it would be most of what happens in it. */
export const POLICIES = readFileSync(fileURLToPath(new URL("../../policies.yaml", import.meta.url)), "utf8").replace(
  "remindMinutes: 10 ",
  "remindMinutes: 1440 ",
);
