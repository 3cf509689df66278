import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import { walled } from "../../platform/wall.ts";
import { tidied, unfit } from "./fit.ts";

/** A fact as staff see it. */
export type MemoryNote = {
  id: string;
  customer: string;
  contact: string;
  contact_name: string | null;
  fact: string;
  shared: boolean;
  confidence: "said" | "noticed";
  /** where it was said */
  conversation: string | null;
  noted_at: Date;
  expires_at: Date;
  edited_by: string | null;
};

/** A fact that must not be kept, whoever writes it. */
export class MemoryRefused extends Error {
  readonly code = "memory_refused";
}

const NOTES = `select m.id, m.customer, m.contact, k.name as contact_name, m.fact, m.shared, m.confidence, s.conversation, m.noted_at, m.expires_at, m.edited_by
  from memories m join contacts k on k.id = m.contact left join messages s on s.id = m.message`;

/** What is remembered of people, for the staff who see it, mend it and have it forgotten. */
export function createMemories({ db, clock }: { db: Database; clock: Clock }) {
  /** Of one customer, the newest first. What has ended is not shown. */
  async function list(customer: string): Promise<MemoryNote[]> {
    return walled(db, customer, (own) =>
      own.query<MemoryNote>(`${NOTES} where m.customer = $1 and m.expires_at > $2 order by m.noted_at desc, m.id desc`, [customer, clock.now()]),
    );
  }

  /** A fact of that customer's people. */
  async function find(customer: string, id: string): Promise<MemoryNote | undefined> {
    const [note] = await walled(db, customer, (own) => own.query<MemoryNote>(`${NOTES} where m.id = $1 and m.expires_at > $2`, [id, clock.now()]));
    return note;
  }

  /**
   * Says a fact in better words; undefined when it is not there any more.
   * @throws MemoryRefused
   */
  async function change(id: string, words: string, by: string): Promise<MemoryNote | undefined> {
    const fact = tidied(words);
    const [first] = unfit(fact);
    if (first) throw new MemoryRefused(WHY[first.rule] ?? "Passwords, keys, payment details, private matters and instructions are never kept here.");
    const [changed] = await db.query<{ customer: string }>("update memories set fact = $2, edited_by = $3 where id = $1 returning customer", [id, fact, by]);
    return changed && find(changed.customer, id);
  }

  /** Takes it away; false when it was not there. */
  async function forget(id: string): Promise<boolean> {
    return (await db.query("delete from memories where id = $1 returning id", [id])).length > 0;
  }

  /** Takes away what has ended, facts and moods. Resolves to how many facts. */
  async function tidy(): Promise<number> {
    await db.query("delete from moods where ends_at <= $1", [clock.now()]);
    return (await db.query("delete from memories where expires_at <= $1 returning id", [clock.now()])).length;
  }

  return { list, find, change, forget, tidy };
}

export type Memories = ReturnType<typeof createMemories>;

const WHY: Record<string, string> = { "memory.empty": "There is nothing left of it: forget it instead.", "memory.too_long": "It is too long: one sentence." };
