import type { Weather } from "../faults.ts";
import type { Invariant } from "../promises.ts";

/** One change of one file: `find` stands in it exactly once. */
export type Patch = { file: string; find: string; replace: string };

/** A mistake that somebody could make. `by`: the promises that have to find it, each alone, whatever the others say. */
export type Bug = {
  name: string;
  what: string;
  by: [Invariant, ...Invariant[]];
  patches: Patch[];
  /** how many conversations the stories have in which it is hunted, where it takes a rare turn of events; left out, as many as all stories */
  conversations?: number;
  /** what strikes more often in those stories than in the worst weather of all, where it takes a rare fault */
  weather?: Partial<Weather>;
};

/** A change of one file. */
export const one = (file: string, find: string, replace: string): Patch[] => [{ file, find, replace }];
