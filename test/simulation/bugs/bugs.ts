import { erasingBugs } from "./erasing.ts";
import { mindBugs } from "./mind.ts";
import { moneyBugs } from "./money.ts";
import type { Bug } from "./patch.ts";
import { peopleBugs } from "./people.ts";
import { promisedBugs } from "./promised.ts";
import { toolBugs } from "./tools.ts";
import { turnBugs } from "./turns.ts";
import { worldBugs } from "./world.ts";

/** Mistakes that the simulation has to find, each planted alone. They are changes of the source as it is: one that no longer fits fails. */
export const bugs: Bug[] = [...turnBugs, ...moneyBugs, ...peopleBugs, ...worldBugs, ...erasingBugs, ...promisedBugs, ...mindBugs, ...toolBugs];
