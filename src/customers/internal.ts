import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";

const FRESH_MS = 30_000; // a new note may be unknown to the gate for so long; it never enters a prompt in any case
const MOST_CUSTOMERS = 500; // lists kept ready
const MOST_WORDS = 5_000; // other customers whose names are watched for: the newest
const LEAST_NAME = 6; // a shorter single word is a word like any other

type Row = { customer: string; kind: "name" | "note"; word: string };

/**
 * What must never be said to somebody of `customer`: what we note about it, and who else is served. The same array comes
 * back until something has changed, so that it is compiled once. It backs up the real wall: none of it enters a prompt.
 */
export function createInternalWords({ db, clock }: { db: Database; clock: Clock }) {
  const lists = new Map<string, readonly string[]>();
  let rows: Row[] = [];
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    const found = await db.query<Row>(
      `select customer, kind, word from (
         select id as customer, 'name' as kind, name as word, created_at from customers where id <> 'visitors'
         union all select id, 'name', external_id, created_at from customers
         union all select id, 'note', nullif(notes, ''), created_at from customers
         union all select customer, 'name', name, created_at from contacts where customer <> 'visitors'
         union all select customer, 'name', email, created_at from contacts where customer <> 'visitors'
         union all select c.customer, 'note', n.text, n.at from notes n join conversations c on c.id = n.conversation
       ) w where word is not null order by created_at desc limit ${MOST_WORDS}`,
      [],
      "customers_internal_words",
    );
    readAt = clock.now().getTime();
    if (JSON.stringify(found) === JSON.stringify(rows)) return;
    rows = found;
    lists.clear();
  }

  return async (customer: string): Promise<readonly string[]> => {
    if (clock.now().getTime() - readAt > FRESH_MS) {
      reading ??= read().finally(() => (reading = undefined));
      // Only the very first look waits: afterwards the list at hand serves while a newer one is read.
      if (readAt === -Infinity) await reading;
      else reading.catch(() => undefined);
    }
    let list = lists.get(customer);
    if (!list) {
      if (lists.size >= MOST_CUSTOMERS) lists.clear();
      lists.set(customer, (list = listFor(customer, rows)));
    }
    return list;
  };
}

// A customer's own name and people are no secret from itself; what we wrote down about it is.
function listFor(customer: string, rows: Row[]): readonly string[] {
  const own = new Set(rows.filter((row) => row.customer === customer && row.kind === "name").map((row) => row.word));
  const words = rows.filter((row) => (row.kind === "note" ? true : !own.has(row.word) && row.customer !== customer));
  return [...new Set(words.flatMap(pieces))];
}

/** A note is known by any of its sentences, a name as a whole. */
function pieces({ kind, word }: Row): string[] {
  const parts = kind === "note" ? word.split(/[.!?\n]+/).map((part) => part.trim()) : [word.trim()];
  return parts.filter((part) => part.includes(" ") || part.includes("@") || part.length >= LEAST_NAME);
}
