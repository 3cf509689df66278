import type { Clock } from "../platform/clock.ts";
import { applyWrites } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Live } from "../platform/live.ts";
import { endHold } from "../ledger/index.ts";
import { PersonRefused } from "./person.ts";
import { ERASING, FORGET, LOCK } from "./statements.ts";

/** What became of a contact. The counts are of what there was left to erase. */
export type Erased = { contact: string; customer: string; /** RFC 3339 */ at: string; conversations: number; messages: number };
/** What this process keeps in memory of conversations, and who looks on. */
export type Beside = { live: Live; interrupt: (turn: string) => void; forget: (conversations: string[]) => void };
export type PrivacyRooms = { db: Database; clock: Clock; /** left out where nothing runs: a command */ beside?: Beside };

const TRIES = 5;

/**
 * Erases one contact in one transaction, for good: texts, names, addresses and what the avatar remembers. Amounts, ids and decisions stay,
 * under the contact's id. Running turns are fenced off and write nothing but what they have paid. Safe to repeat.
 */
export function createErasing({ db, clock, beside }: PrivacyRooms) {
  /** @throws PersonRefused contact_unknown */
  async function erase(contact: string): Promise<Erased> {
    for (let tries = 1; ; tries++) {
      try {
        const { erased, threads } = await db.transaction((tx) => eraseIn(tx, contact, clock.now()));
        if (beside) tell(beside, erased.customer, threads);
        return erased;
      } catch (error) {
        if (tries >= TRIES || !isPassing(error)) throw error;
      }
    }
  }
  return { erase };
}

type Thread = { id: string; turn: string | null };

function tell({ live, interrupt, forget }: Beside, customer: string, threads: Thread[]): void {
  forget(threads.map(({ id }) => id));
  for (const { id, turn } of threads) {
    if (turn !== null) interrupt(turn);
    live.publish("staff", { type: "conversation", id, customer });
  }
}

async function eraseIn(tx: Queryable, contact: string, at: Date): Promise<{ erased: Erased; threads: Thread[] }> {
  await tx.query(LOCK, [contact]);
  const [who] = await tx.query<{ customer: string; erased_at: Date }>(FORGET, [contact, at]);
  if (!who) throw new PersonRefused("contact_unknown", `There is no contact ${contact}.`);
  // Again: a chat that was opened since the first look is there now, and no other can come.
  const threads = await tx.query<Thread>(LOCK, [contact]);
  const [count] = await tx.query<{ messages: number }>(
    "select count(*)::int as messages from messages m join conversations c on c.id = m.conversation where c.contact = $1 and c.erased_at is null and m.author <> 'mode'",
    [contact],
  );
  const fresh = await tx.query("select 1 from conversations where contact = $1 and erased_at is null", [contact]);
  await giveBack(tx, contact, at);
  for (const statement of Object.values(ERASING)) await tx.query(statement, statement.includes("$2") ? [contact, at] : [contact]);
  const { customer, erased_at } = who;
  return { erased: { contact, customer, at: erased_at.toISOString(), conversations: fresh.length, messages: count?.messages ?? 0 }, threads };
}

/** What was set aside for a person of ours is given back: nobody will spend it. What a model's step holds, its turn ends. */
async function giveBack(tx: Queryable, contact: string, at: Date): Promise<void> {
  const open = await tx.query<{ hold: string }>(
    "select o.hold from open_holds o join holds h on h.id = o.hold join conversations c on c.id = h.conversation where c.contact = $1 and h.kind = 'staff'",
    [contact],
  );
  await applyWrites(
    tx,
    open.map(({ hold }) => endHold(hold, "voided", at, { reason: "erased" })),
  );
}

/** Somebody else locked across us, or ended a hold at the same moment. */
function isPassing(error: unknown): boolean {
  return ["40P01", "40001", "23505"].includes((error as { code?: string }).code ?? "");
}
