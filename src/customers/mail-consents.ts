import { z } from "zod";
import type { Clock } from "../platform/clock.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { walled } from "../platform/wall.ts";
import { CustomerRefused } from "./refused.ts";

/** That somebody agreed to thank-yous by mail: when, in which words, at which address, and who of us wrote it down. */
export type MailConsent = {
  id: string;
  contact: string;
  address: string;
  words: string;
  givenAt: Date;
  recordedBy: { id: string; name: string };
  withdrawnAt: Date | null;
};
export type NewMailConsent = Pick<MailConsent, "contact" | "words" | "givenAt"> & { /** left out: the address that we know */ address?: string | undefined };

const MAILS = `select id, contact, address, words, given_at as "givenAt", jsonb_build_object('id', recorded_by, 'name', recorded_name) as "recordedBy", withdrawn_at as "withdrawnAt"
  from consents`;
const address = z.email().max(254); // RFC 5321, section 4.5.3.1.3, less its brackets

/** Who may be thanked by mail: whoever agreed to it, until they say otherwise. */
export function createMailConsents({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  /**
   * Writes down that somebody agreed; what they agreed to before is taken back, so that one address stands.
   * @throws CustomerRefused contact_unknown (nobody, or erased), consent_later (it is said to be given after now), address_invalid
   */
  async function give(given: NewMailConsent, by: { id: string; name: string }): Promise<MailConsent> {
    const at = clock.now();
    if (given.givenAt > at) throw new CustomerRefused("consent_later", "A consent cannot be given in the future.", "givenAt");
    return db.transaction(async (tx) => {
      const [who] = await tx.query<{ customer: string; email: string | null }>(
        "select customer, email from contacts where id = $1 and erased_at is null for share",
        [given.contact],
      );
      if (!who) throw new CustomerRefused("contact_unknown", "There is no such contact.");
      const read = address.safeParse((given.address ?? who.email ?? "").trim());
      if (!read.success) throw new CustomerRefused("address_invalid", "Write the mail address at which they want to be thanked.", "address");
      await tx.query("update consents set withdrawn_at = greatest($2, given_at) where contact = $1 and scope = 'thanks_mail' and withdrawn_at is null", [
        given.contact,
        at,
      ]);
      const id = ids.next("cst");
      await tx.query(
        `insert into consents (id, customer, contact, scope, address, words, given_at, recorded_by, recorded_name) values ($1, $2, $3, 'thanks_mail', $4, $5, $6, $7, $8)`,
        [id, who.customer, given.contact, read.data, given.words, given.givenAt, by.id, by.name],
      );
      return one(tx, id);
    });
  }

  /** Every word that this contact gave on it, also what was taken back; the newest first. */
  async function list(contact: string): Promise<MailConsent[]> {
    const [whose] = await db.query<{ customer: string }>("select customer from contacts where id = $1", [contact]);
    if (!whose) return [];
    return walled(db, whose.customer, (own) =>
      own.query<MailConsent>(`${MAILS} where contact = $1 and scope = 'thanks_mail' order by given_at desc, id desc`, [contact]),
    );
  }

  /** Takes one back, at once and for good; again is the same. On `tx`, where it belongs to more. @throws CustomerRefused consent_unknown */
  async function withdraw(id: string, tx: Queryable = db): Promise<MailConsent> {
    await tx.query("update consents set withdrawn_at = coalesce(withdrawn_at, greatest($2, given_at)) where id = $1 and scope = 'thanks_mail'", [
      id,
      clock.now(),
    ]);
    return one(tx, id);
  }

  /** Takes back whatever was agreed to at this address, by whomever. */
  async function withdrawAt(given: string, tx: Queryable): Promise<void> {
    await tx.query(
      `update consents set withdrawn_at = greatest($2, given_at) where lower(address) = lower($1) and scope = 'thanks_mail' and withdrawn_at is null`,
      [given.trim(), clock.now()],
    );
  }

  async function one(on: Queryable, id: string): Promise<MailConsent> {
    const [row] = await on.query<MailConsent>(`${MAILS} where id = $1 and scope = 'thanks_mail'`, [id]);
    if (!row) throw new CustomerRefused("consent_unknown", "There is no such consent.");
    return row;
  }

  return { give, list, withdraw, withdrawAt };
}

export type MailConsents = ReturnType<typeof createMailConsents>;
