import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { replay } from "../policies/index.ts";
import type { Decision, Policy } from "../policies/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Book } from "./book.ts";
import { decisionWrite, decisionsOf, policyById } from "./decisions.ts";
import type { DecisionContext, DecisionRow, RecordedDecision } from "./decisions.ts";
import { RulebookError, loadRulebook } from "./load.ts";
import { readYaml } from "./read-yaml.ts";
import { checkPlansInUse } from "./plans-in-use.ts";
import type { PlanInUse } from "./plans-in-use.ts";
import type { Versioned } from "./load.ts";

/** What a reload did. `broken`: the old book stays in force, and `error` says what to mend. */
export type Reloaded = { state: "same" | "changed"; version: string } | { state: "broken"; version: string; error: RulebookError };

/** A decision taken again from its facts, under the book of its time. `same`: yesterday's "why" still holds. */
export type Replayed = { same: boolean; decision: Decision };

export type Rulebook = {
  /** the book in force, without waiting */
  current(): Versioned;
  /** the book in force as its owner wrote it, and since when */
  inForce(): Promise<{ version: string; activatedAt: Date; text: string }>;
  /** reads the file again; a broken file changes nothing */
  reload(): Promise<Reloaded>;
  /** the book in force at that time; before the first one, the first. `on`: the transaction that asks, where there is one */
  at(time: Date, on?: Queryable): Promise<Versioned>;
  /** decides under the book in force */
  decide<Verdict extends string, Facts>(policy: Policy<Verdict, Facts, Book>, facts: NoInfer<Facts>): RecordedDecision<Verdict>;
  decisionWrite(decision: RecordedDecision, about: DecisionContext): Write;
  decisionsOf(conversation: string): Promise<DecisionRow[]>;
  /** undefined when the policy or that version of the rulebook is not known any more */
  replayDecision(row: Pick<DecisionRow, "policy" | "verdict" | "reasons" | "facts" | "rulebook">): Promise<Replayed | undefined>;
};

export type RulebookRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  file: string;
  /** the plans that customers have: a book without one of them would take their people away from customers who pay for them */
  plansInUse?: () => Promise<PlanInUse[]>;
  /** makes ready what a book needs that comes in while the service runs; one whose models cannot be had or paid does not come into force */
  ready?: (book: Book) => Promise<void>;
};

/**
 * Opens the rulebook: reads the file, checks it and stores the version in force. While the file is broken, the version that was in
 * force last stays so; `reload` says what to mend.
 * @throws RulebookError when the file cannot be read or is broken and there is no other: nothing starts under rules that nobody wrote
 */
export async function createRulebook(rooms: RulebookRooms): Promise<Rulebook> {
  const { db, clock, ids, file } = rooms;
  const known = new Map<string, Book>();
  let fits: string | undefined; // the version that was found to have every plan in use; under it none is lost
  let inForce = await readAndActivate().catch(oldOne);

  // A restart while the file is broken: the book that was in force stays so, as it does while the service runs.
  async function oldOne(error: unknown): Promise<Versioned> {
    const stored = error instanceof RulebookError ? await storedAt(db, clock.now()) : undefined;
    if (!stored) throw error;
    return parsed(stored);
  }

  async function readAndActivate(ready?: RulebookRooms["ready"]): Promise<Versioned> {
    const text = await readText(file);
    const loaded = loadRulebook(text, basename(file));
    if (loaded.version !== fits) checkPlansInUse(loaded.book, (await rooms.plansInUse?.()) ?? [], text, basename(file));
    fits = loaded.version;
    if (ready && loaded.version !== inForce.version) await ready(loaded.book).catch((error: unknown) => notReady(error, text, basename(file)));
    await activate(db, loaded.version, text.toString("utf8"), clock.now());
    known.set(loaded.version, loaded.book);
    return loaded;
  }

  function parsed({ version, body }: StoredBook): Versioned {
    const book = known.get(version) ?? loadRulebook(body, `rulebook ${version}`).book;
    known.set(version, book);
    return { book, version };
  }

  return {
    current: () => inForce,
    async inForce() {
      const { version } = inForce;
      const [row] = await db.query<{ at: Date; body: string }>(
        "select a.at, r.body from rulebooks r join rulebook_activations a using (version) where r.version = $1 order by a.seq desc limit 1",
        [version],
      );
      return { version, activatedAt: row?.at ?? clock.now(), text: row?.body ?? "" };
    },
    async reload() {
      const { version } = inForce;
      try {
        inForce = await readAndActivate(rooms.ready);
        return { state: inForce.version === version ? "same" : "changed", version: inForce.version };
      } catch (error) {
        if (error instanceof RulebookError) return { state: "broken", version, error };
        throw error;
      }
    },
    async at(time, on = db) {
      const stored = await storedAt(on, time);
      return stored ? parsed(stored) : inForce;
    },
    decide(policy, facts) {
      return { ...policy.decide(facts, inForce.book), id: ids.next("dec"), rulebook: inForce.version };
    },
    decisionWrite,
    decisionsOf: (conversation) => decisionsOf(db, conversation),
    async replayDecision(row) {
      const policy = policyById(row.policy);
      const stored = await storedVersion(db, row.rulebook);
      if (!policy || !stored) return undefined;
      const decision = replay(policy, row.facts, parsed(stored).book);
      const same = decision.verdict === row.verdict && JSON.stringify(decision.reasons) === JSON.stringify(row.reasons);
      return { same, decision };
    },
  };
}

/** Errors with a code say what their reader has to do; anything else is a bug of ours. */
function notReady(error: unknown, text: Uint8Array, fileName: string): never {
  if (!(error instanceof Error && "code" in error)) throw error;
  throw new RulebookError(fileName, [{ ...readYaml(text).placeOf(["models"], "key"), path: "models", message: error.message }]);
}

type StoredBook = { version: string; body: string };

/** The rulebook that takes the idea of selecting customers to the letter, to be compared with. */
export const TONGUE_IN_CHEEK = fileURLToPath(new URL("../../rulebooks/tongue-in-cheek.yaml", import.meta.url));

/**
 * The book of a file as it stands there, without a database and without putting it in force.
 * @throws RulebookError
 */
export async function readRulebook(file: string): Promise<Versioned> {
  return loadRulebook(await readText(file), basename(file));
}

async function readText(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    const message = `the file ${file} cannot be read (${code}). Set POLICIES_FILE to your rulebook, or copy the policies.yaml that comes with Standin.`;
    throw new RulebookError(basename(file), [{ line: 1, column: 1, path: "", message }]);
  }
}

/** Keeps each text once, and a line for each time that another one came into force: also when an old one returns. */
async function activate(db: Database, version: string, body: string, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query("insert into rulebooks (version, body, activated_at) values ($1, $2, $3) on conflict (version) do nothing", [version, body, at]);
    await tx.query(
      `insert into rulebook_activations (version, at) select $1::text, $2::timestamptz
        where $1 is distinct from (select version from rulebook_activations order by at desc, seq desc limit 1)`,
      [version, at],
    );
  });
}

async function storedAt(db: Queryable, time: Date): Promise<StoredBook | undefined> {
  const activations = "select version, body from rulebooks join rulebook_activations using (version)";
  const [then] = await db.query<StoredBook>(`${activations} where at <= $1 order by at desc, seq desc limit 1`, [time]);
  if (then) return then;
  const [first] = await db.query<StoredBook>(`${activations} order by at, seq limit 1`);
  return first;
}

async function storedVersion(db: Database, version: string): Promise<StoredBook | undefined> {
  const [row] = await db.query<StoredBook>("select version, body from rulebooks where version = $1", [version]);
  return row;
}
