import type { Clock } from "../platform/clock.ts";
import type { Statement, Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { walled } from "../platform/wall.ts";

/** A contact's own word that we may write first, as it was given. */
type Consent = { id: string; conversation: string; words: string; given_at: Date };

const give_: Statement = {
  name: "consents_give",
  columns: "id text, customer text, contact text, conversation text, message text, words text, given_at timestamptz",
  sql: `insert into consents (id, customer, contact, conversation, message, words, given_at)
    select r.id, r.customer, r.contact, r.conversation, r.message, r.words, r.given_at from {rows}`,
};
const withdraw_: Statement = {
  name: "consents_withdraw",
  columns: "contact text, at timestamptz",
  sql: "update consents c set withdrawn_at = r.at from {rows} where c.contact = r.contact and c.withdrawn_at is null",
};

/** Who may be written to unasked: whoever said so in their own words, until they say otherwise. */
export function createConsents({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  /** The write that keeps it, with the words in which it was given. */
  function give(given: { customer: string; contact: string; conversation: string; message: string | null; words: string }): Write {
    return { statement: give_, row: { ...given, id: ids.next("cst"), given_at: clock.now() } };
  }

  /** The write that ends all that a contact has given. */
  function withdraw(contact: string): Write {
    return { statement: withdraw_, row: { contact, at: clock.now() } };
  }

  /** What stands; the newest first. */
  async function standing(customer: string, contact: string): Promise<Consent[]> {
    return walled(db, customer, (own) =>
      own.query<Consent>("select id, conversation, words, given_at from consents where contact = $1 and withdrawn_at is null order by given_at desc, id desc", [
        contact,
      ]),
    );
  }

  return { give, withdraw, standing };
}

export type Consents = ReturnType<typeof createConsents>;
