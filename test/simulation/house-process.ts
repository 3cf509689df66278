import type { App } from "../../src/app.ts";
import type { Live } from "../../src/platform/live.ts";
import type { Owner } from "./scheduler.ts";

/** One process of the service: it can be killed between any two awaits. */
export interface HouseProcess extends Owner {
  /** what it does reaches the database at once: while it starts, or reads a file */
  direct: boolean;
  /** of its start: after so many it dies */
  statementsLeft: number;
  /** the database refused it something while it started or read a file */
  refused: boolean;
  transaction: object | undefined;
  app: App;
  live: Live;
  /** runs what is done again and again, by its name; never two at once */
  repeat(name: string): void;
  /** the same, alone and at once: for what reads files */
  repeatAlone(name: string): Promise<void>;
  /** by how many milliseconds its clock is ahead */
  ahead(): number;
  /** its clock is set anew, by some seconds forward or back of the machine's */
  setClock(): void;
  /** SIGKILL */
  kill(): Promise<void>;
  /** SIGTERM: it takes nothing new, finishes what it has and ends */
  stop(): Promise<void>;
}
