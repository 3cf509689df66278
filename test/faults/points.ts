import type { Database } from "../../src/platform/database.ts";

/**
 * The named points at which a service can be stopped, told by what it asks its database for: no code of the service
 * knows of them. `before`: the statement never runs. `after`: it is committed, but nobody hears of it.
 */
export const points = {
  /** a message has come in over HTTP and is not committed yet */
  inbox: { when: "before", is: (text: string) => text.includes("insert into messages") && text.includes("'contact'") && text.includes("insert into episodes") },
  /** the money for a step is set aside, the model has not been asked yet */
  hold: { when: "after", is: (text: string) => text.includes("insert into holds") },
  /** the model has answered, the turn is not committed yet */
  answer: { when: "before", is: isTurn },
  /** the turn is committed, nothing is delivered yet */
  committed: { when: "after", is: isTurn },
  /** the reply is delivered, and that is not noted yet */
  mark: { when: "before", is: (text: string, name?: string) => name === "outbox_mark" || text.startsWith("update outbox o set state") },
  /** a turn that died is being taken over: its holds are about to be given up */
  takeover: { when: "before", is: (text: string) => text.includes("insert into hold_ends") && !isTurn(text) },
} as const satisfies Record<string, { when: "before" | "after"; is(text: string, name?: string): boolean }>;

export type Point = keyof typeof points;

function isTurn(text: string): boolean {
  return text.includes("passed as") && text.includes("insert into turns");
}

/** A trap at a point: it shuts at the `nth` time. `through`: it only tells, and lets go on, so that a kill comes in the middle of it. */
export type Trap = { point: Point; nth: number; through?: boolean };

/** The database with a trap in it. What runs into the trap never comes back. */
export function withTrap(db: Database, reached: () => void): { db: Database; arm(trap: Trap | undefined): void } {
  let trap: Trap | undefined;
  let count = 0;
  const never = new Promise<never>(() => undefined);

  async function guarded<Row>(text: string, name: string | undefined, run: () => Promise<Row[]>): Promise<Row[]> {
    const armed = trap;
    if (!armed) return run();
    const { when, is } = points[armed.point];
    if (!is(text, name) || ++count < armed.nth) return run();
    if (armed.through) {
      if (count === armed.nth) reached();
      return run();
    }
    if (when === "after") await run();
    if (count === armed.nth) reached();
    return never;
  }

  return {
    db: {
      ...db,
      query: <Row>(text: string, values?: unknown[], name?: string) => guarded<Row>(text, name, () => db.query<Row>(text, values, name)),
      transaction: (work) =>
        db.transaction((tx) =>
          work({ query: <Row>(text: string, values?: unknown[], name?: string) => guarded<Row>(text, name, () => tx.query<Row>(text, values, name)) }),
        ),
    },
    arm(next) {
      trap = next;
      count = 0;
    },
  };
}
