import type { Database } from "../../src/platform/database.ts";
import type { Faults, Spell } from "./faults.ts";
import type { Team } from "./figure.ts";
import type { Told } from "./invariants.ts";
import type { Library } from "./library.ts";
import type { Lots } from "./lots.ts";
import type { Outside } from "./outside.ts";
import type { Scheduler } from "./scheduler.ts";
import type { World } from "./world.ts";

/** What does not change from story to story: opened once for many. */
export type Stage = { raw: Database; library: Library; policies: string; close(): Promise<void> };

/** All that a story is made of. */
export type Stagehand = {
  stage: Stage;
  scheduler: Scheduler;
  lots: Lots;
  faults: Faults;
  world: World;
  told: Told;
  outside: Outside;
  machine: { ahead: number };
  spells: Spell[];
  jumps: boolean;
  team: Team;
  /** the rulebook, as the owner has it before any edit */
  book: string;
};
