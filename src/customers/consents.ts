import type { Clock } from "../platform/clock.ts";
import type { Statement, Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { walled } from "../platform/wall.ts";
import { CustomerRefused } from "./refused.ts";

/** A contact's own word that we may write first, as it was given. */
type Consent = { id: string; conversation: string; words: string; given_at: Date };

/** What a call needs: whom it may ring, at which number, and whether a machine may do it. */
export type CallScope = "personal_call" | "automatic_call";

/** That somebody agreed to be called: when, in which words, at which number, and who of us wrote it down. */
export type CallConsent = {
  id: string;
  contact: string;
  scope: CallScope;
  /** E.164, e.g. +4930123456 */
  phone: string;
  words: string;
  givenAt: Date;
  recordedBy: { id: string; name: string };
  withdrawnAt: Date | null;
};
export type NewCallConsent = Pick<CallConsent, "contact" | "scope" | "phone" | "words" | "givenAt">;

const give_: Statement = {
  name: "consents_give",
  columns: "id text, customer text, contact text, conversation text, message text, words text, given_at timestamptz",
  sql: `insert into consents (id, customer, contact, conversation, message, words, given_at)
    select r.id, r.customer, r.contact, r.conversation, r.message, r.words, r.given_at from {rows}`,
};
const withdraw_: Statement = {
  name: "consents_withdraw",
  columns: "contact text, at timestamptz",
  sql: "update consents c set withdrawn_at = greatest(r.at, c.given_at) from {rows} where c.contact = r.contact and c.withdrawn_at is null",
};
const withdrawCalls_: Statement = {
  name: "consents_withdraw_calls",
  columns: "contact text, at timestamptz",
  sql: "update consents c set withdrawn_at = greatest(r.at, c.given_at) from {rows} where c.contact = r.contact and c.scope in ('personal_call', 'automatic_call') and c.withdrawn_at is null",
};

const CALLS = `select id, contact, scope, phone, words, given_at as "givenAt", jsonb_build_object('id', recorded_by, 'name', recorded_name) as "recordedBy", withdrawn_at as "withdrawnAt"
  from consents`;

/** Who may be written to unasked, or called: whoever said so in their own words, until they say otherwise. */
export function createConsents({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  /** The write that keeps it, with the words in which it was given. */
  function give(given: { customer: string; contact: string; conversation: string; message: string | null; words: string }): Write {
    return { statement: give_, row: { ...given, id: ids.next("cst"), given_at: clock.now() } };
  }

  /** The write that ends all that a contact has given, calls as well: whoever wants no word of ours unasked wants no ringing either. */
  function withdraw(contact: string): Write {
    return { statement: withdraw_, row: { contact, at: clock.now() } };
  }

  /** What stands for writing first; the newest first. */
  async function standing(customer: string, contact: string): Promise<Consent[]> {
    return walled(db, customer, (own) =>
      own.query<Consent>(
        "select id, conversation, words, given_at from consents where contact = $1 and scope = 'news' and withdrawn_at is null order by given_at desc, id desc",
        [contact],
      ),
    );
  }

  /**
   * Writes down that somebody agreed to be called; what they agreed to before in the same scope is taken back, so that one number stands.
   * @throws CustomerRefused contact_unknown (nobody, or erased), consent_later (it is said to be given after now), phone_invalid
   */
  async function giveCall(given: NewCallConsent, by: { id: string; name: string }): Promise<CallConsent> {
    const at = clock.now();
    if (given.givenAt > at) throw new CustomerRefused("consent_later", "A consent cannot be given in the future.", "givenAt");
    const phone = phoneNumber(given.phone);
    if (!phone) throw new CustomerRefused("phone_invalid", "Write the number with its country, for example +49 30 123456.", "phone");
    return db.transaction(async (tx) => {
      const [who] = await tx.query<{ customer: string }>("select customer from contacts where id = $1 and erased_at is null for share", [given.contact]);
      if (!who) throw new CustomerRefused("contact_unknown", "There is no such contact.");
      await tx.query("update consents set withdrawn_at = greatest($3, given_at) where contact = $1 and scope = $2 and withdrawn_at is null", [
        given.contact,
        given.scope,
        at,
      ]);
      const id = ids.next("cst");
      await tx.query(
        `insert into consents (id, customer, contact, scope, phone, words, given_at, recorded_by, recorded_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, who.customer, given.contact, given.scope, phone, given.words, given.givenAt, by.id, by.name],
      );
      const [row] = await tx.query<CallConsent>(`${CALLS} where id = $1`, [id]);
      return row as CallConsent;
    });
  }

  /** Every word that this contact gave on being called, also what was taken back; the newest first. */
  async function calls(contact: string): Promise<CallConsent[]> {
    const [whose] = await db.query<{ customer: string }>("select customer from contacts where id = $1", [contact]);
    if (!whose) return [];
    return walled(db, whose.customer, (own) =>
      own.query<CallConsent>(`${CALLS} where contact = $1 and scope in ('personal_call', 'automatic_call') order by given_at desc, id desc`, [contact]),
    );
  }

  /** Takes one back, at once and for good; again is the same. @throws CustomerRefused consent_unknown */
  async function withdrawCall(id: string): Promise<CallConsent> {
    const [row] = await db.query<CallConsent>(
      `with taken as (update consents set withdrawn_at = coalesce(withdrawn_at, greatest($2, given_at)) where id = $1 and scope in ('personal_call', 'automatic_call') returning *) ${CALLS.replace("from consents", "from taken")}`,
      [id, clock.now()],
    );
    if (!row) throw new CustomerRefused("consent_unknown", "There is no such consent.");
    return row;
  }

  /** The write that ends every consent to be called. */
  function withdrawCalls(contact: string): Write {
    return { statement: withdrawCalls_, row: { contact, at: clock.now() } };
  }

  return { give, withdraw, standing, giveCall, calls, withdrawCall, withdrawCalls };
}

export type Consents = ReturnType<typeof createConsents>;

const MARKS = /[\s().\-/\u2010-\u2015]/gu;
/** E.164: a plus, the country, at most 15 digits. The shortest numbers that can be rung from abroad have seven. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** A telephone number as people write it, in E.164; undefined when it is none, or does not say its country. */
function phoneNumber(written: string): string | undefined {
  const number = written.replace(MARKS, "").replace(/^00/, "+");
  return E164.test(number) ? number : undefined;
}
