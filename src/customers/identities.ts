import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { COMMUNITY_PLAN, payerOf, requirePlan, type PlanBooks } from "./plans.ts";
import { CustomerRefused } from "./refused.ts";
import { VISITORS } from "./registry.ts";
import { contactWrite, customerWrites, identityWrite } from "./statements.ts";

/** Who somebody is, as a channel or a host's signed token says. `kind` + `key` is the identity, e.g. "slack" + "T1:U7". */
export type Sender = { kind: string; key: string; name?: string; email?: string; locale?: string };
/** Whom a host site vouches for. `customer` is our id of it or the owner's own. */
export type Vouched = { sub: string; email?: string; name?: string; customer?: string; locale?: string };
export type Known = { contact: string; customer: string };

const WEB = "web";
const NAMELESS = "Community user";

/** From an identity on a channel to a contact and its customer. Two first sights at once end in one contact. */
export function createIdentities(rooms: { db: Database; clock: Clock; ids: Ids; rulebook: PlanBooks; currency: string }) {
  const { db, clock, ids, rulebook, currency } = rooms;

  /** A visitor without a name: a new contact of the built-in customer; the writes are committed with the session. */
  function visitorContact(locale: string | null = null): Known & { writes: Write[] } {
    const contact = ids.next("con");
    return {
      contact,
      customer: VISITORS,
      writes: [contactWrite({ id: contact, customer: VISITORS, name: null, email: null, locale, created_at: clock.now() })],
    };
  }

  /**
   * The contact whom a host's token names. With a customer: the identity there, else that customer's contact with the
   * same address (the host signed it), else a new one. Without: the person's own community customer.
   * @throws CustomerRefused customer_unknown
   */
  async function hostContact(visitor: Vouched): Promise<Known> {
    const { sub, customer: claimed, ...person } = visitor;
    if (claimed === undefined) return ownContact({ ...person, kind: WEB, key: `-/${sub}` });
    const [row] = await db.query<{ customer: string; contact: string | null }>(
      `select u.id as customer, i.contact from customers u left join identities i on i.kind = $3 and i.key = u.id || '/' || $2
       where u.id = $1 or u.external_id = $1 order by (u.id = $1) desc limit 1`,
      [claimed, sub, WEB],
      "customers_host_contact",
    );
    if (!row || row.customer === VISITORS) throw new CustomerRefused("customer_unknown", "The token names a customer that is not known here.", "customer");
    if (row.contact) return { contact: row.contact, customer: row.customer };
    const sender = { ...person, kind: WEB, key: `${row.customer}/${sub}` };
    return firstSight(sender, (tx) => joinCustomer(tx, row.customer, sender));
  }

  /** The contact behind a channel's sender. An address from a channel is stored, but by itself never leads to another customer. */
  async function channelContact(sender: Sender): Promise<Known> {
    return ownContact(sender);
  }

  async function ownContact(sender: Sender): Promise<Known> {
    const known = await find(db, sender);
    if (known) return known;
    const terms = requirePlan((await rulebook.at(clock.now())).book, COMMUNITY_PLAN);
    return firstSight(sender, async (tx) => {
      const customer = ids.next("cus");
      const row = {
        id: customer,
        external_id: null,
        name: sender.name?.trim() || NAMELESS,
        plan: COMMUNITY_PLAN,
        payer: payerOf(customer, terms),
        sample: false,
        notes: "",
        created_at: clock.now(),
      };
      return newContact(tx, customer, sender, customerWrites(row, currency));
    });
  }

  /** Runs `make` for an identity that nobody has seen, alone among all who see it now for the first time. */
  async function firstSight(sender: Sender, make: (tx: Queryable) => Promise<Known>): Promise<Known> {
    return db.transaction(async (tx) => {
      await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`identity/${sender.kind}/${sender.key}`]);
      return (await find(tx, sender)) ?? (await make(tx));
    });
  }

  async function find(on: Queryable, { kind, key }: Sender): Promise<Known | undefined> {
    const [row] = await on.query<Known>(
      "select i.contact, k.customer from identities i join contacts k on k.id = i.contact where i.kind = $1 and i.key = $2",
      [kind, key],
      "customers_identity",
    );
    return row;
  }

  async function joinCustomer(tx: Queryable, customer: string, sender: Sender): Promise<Known> {
    const [same] = sender.email
      ? await tx.query<{ id: string }>("select id from contacts where customer = $1 and lower(email) = lower($2) order by created_at, id limit 1", [
          customer,
          sender.email,
        ])
      : [];
    if (!same) return newContact(tx, customer, sender, []);
    await tx.query("update contacts set name = coalesce(name, $2) where id = $1", [same.id, sender.name ?? null]);
    await applyWrites(tx, [identityWrite(sender.kind, sender.key, same.id)]);
    return { contact: same.id, customer };
  }

  async function newContact(tx: Queryable, customer: string, sender: Sender, writes: Write[]): Promise<Known> {
    const contact = ids.next("con");
    const { name = null, email = null, locale = null } = sender;
    await applyWrites(tx, [
      ...writes,
      contactWrite({ id: contact, customer, name, email, locale, created_at: clock.now() }),
      identityWrite(sender.kind, sender.key, contact),
    ]);
    return { contact, customer };
  }

  return { visitorContact, hostContact, channelContact };
}
