import type { Database, Queryable } from "../../../src/platform/database.ts";

/** What a query answers when the connection breaks or its process dies. */
export class Crash extends Error {}

/** The `at`-th query of a command never comes to the database, or does and its answer is lost; and perhaps the process dies of it. */
export type Breakage = { at: number; answerLost: boolean; dies: boolean };

const MOST_QUERIES = 3_000; // of one command: who asks for more goes round in circles, and would never answer

/** A database that breaks where it is told to, also within a transaction and at its commit. */
export function breakable(real: Database) {
  let armed: Breakage | undefined;
  let isDead = false;
  let countdown = 0;
  let broken = false;
  let queries = 0;

  async function perhaps<T>(work: () => Promise<T>): Promise<T> {
    if (++queries > MOST_QUERIES) throw new Error("a command that never ends");
    if (isDead) throw new Crash("the process is dead");
    if (!armed || --countdown > 0) return work();
    const { answerLost, dies } = armed;
    armed = undefined;
    isDead = dies;
    broken = true;
    if (answerLost) await work();
    throw new Crash(answerLost ? "the answer was lost" : "the query never came");
  }
  const over = (on: Queryable): Queryable => ({ query: (text, values, name) => perhaps(() => on.query(text, values, name)) });
  const db: Database = {
    ...real,
    ...over(real),
    transaction: (work) => perhaps(() => real.transaction((tx) => work(over(tx)))),
  };
  return {
    db,
    begin: () => void (queries = 0),
    arm(breakage: Breakage): void {
      armed = breakage;
      countdown = breakage.at;
    },
    hasBroken: () => broken,
    mend(): void {
      armed = undefined;
      isDead = false;
      broken = false;
    },
  };
}
