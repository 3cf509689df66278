import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { schedule } from "../platform/timers.ts";
import { walled } from "../platform/wall.ts";
import { customerBudget, openAccount } from "../ledger/index.ts";
import { VISITOR_PLAN, payerOf, requirePlan, termsOf, type PlanBooks, type PlanTerms } from "./plans.ts";
import { CustomerRefused } from "./refused.ts";
import { contactWrite, contractWrite, customerWrites, type ContactRow, type ContractRow, type CustomerRow } from "./statements.ts";

/** The timer of a customer whose no-claims discount is to be looked at, because a contract or a claim changed. Its ref is the customer. */
export const LOOK_AT_DISCOUNT = "no-claims.look";

/** The built-in customer to whom visitors without a name belong. */
export const VISITORS = "visitors";

export type Contact = { id: string; customer: string; name: string | null; email: string | null; locale: string | null };
/** `fee` in micro-units a month; `start` and `renewal` are calendar days. */
export type Contract = {
  id: string;
  plan: string;
  fee: bigint;
  currency: string;
  start: string;
  renewal: string | null;
  responseMinutes: number | null;
  recordedAt: Date;
};
export type Customer = {
  id: string;
  externalId: string | null;
  name: string;
  plan: string;
  /** the account that pays for model steps: its own budget, or a fund */
  payer: string;
  sample: boolean;
  notes: string;
  createdAt: Date;
  contract: Contract | null;
  contacts: Contact[];
};

export type NewContract = { fee: bigint; currency?: string; start: string; renewal?: string | null; responseMinutes?: number | null };
export type NewContact = { name?: string | null; email?: string | null; locale?: string | null };
export type NewCustomer = {
  externalId?: string | null;
  name: string;
  plan: string;
  notes?: string;
  contract?: NewContract | null;
  contacts?: NewContact[];
  sample?: boolean;
};
/** What is left out stays. `contract: null` ends it; contacts are added or renamed by their address, never removed here. */
export type CustomerPatch = Partial<Omit<NewCustomer, "sample">>;

export type RegistryRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  rulebook: PlanBooks;
  currency: string;
  /** posts what earlier periods still have to get, under the terms that held then: asked before a contract changes */
  openPeriod: (account: string) => Promise<void>;
};

type Row = CustomerRow & {
  contract: (Omit<ContractRow, "fee" | "recorded_at"> & { fee: string; recorded_at: string }) | null;
  contacts: Contact[];
};

// Visitors without a name are thousands, and none of them has anything to list.
const CUSTOMERS = `select u.*,
    (select to_jsonb(k) || jsonb_build_object('fee', k.fee::text) from contracts k where k.customer = u.id) as contract,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'customer', p.customer, 'name', p.name, 'email', p.email, 'locale', p.locale) order by p.created_at, p.id), '[]'::jsonb)
       from contacts p where p.customer = u.id and u.id <> '${VISITORS}') as contacts
  from customers u`;

/** Customers, their contracts and their people. */
export function createRegistry(rooms: RegistryRooms) {
  const { db, clock, ids, rulebook, currency } = rooms;

  /** Makes the built-in customer `visitors`, if it is not there. Its date is the beginning of both funds. */
  async function ensureVisitors(): Promise<void> {
    const [known] = await db.query("select 1 from customers where id = $1", [VISITORS]);
    if (known) return;
    const at = clock.now();
    const { book } = await rulebook.at(at);
    const payer = payerOf(VISITORS, termsOf(book, VISITOR_PLAN) ?? { fund: VISITORS, carryOver: 0 });
    const row = { id: VISITORS, external_id: null, name: "Visitors", plan: VISITOR_PLAN, payer, sample: false, notes: "", created_at: at };
    await applyWrites(db, customerWrites(row, currency)).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
  }

  /** In the order of their ids, after the id `after`. */
  async function list(page: { limit: number; after?: string | undefined }): Promise<Customer[]> {
    const rows = await db.query<Row>(`${CUSTOMERS} where ($1::text is null or u.id > $1) order by u.id limit $2`, [page.after ?? null, page.limit]);
    return rows.map(customerOf);
  }

  /** By our id, or else by the owner's own id for it. */
  async function get(idOrExternalId: string): Promise<Customer | undefined> {
    const [row] = await db.query<Row>(`${CUSTOMERS} where u.id = $1 or u.external_id = $1 order by (u.id = $1) desc limit 1`, [idOrExternalId]);
    return row && customerOf(row);
  }

  /** Names and plans of these customers, for lists of other things. */
  async function named(customers: string[]): Promise<Map<string, { id: string; name: string; plan: string }>> {
    const rows = await db.query<{ id: string; name: string; plan: string }>("select id, name, plan from customers where id = any($1)", [
      [...new Set(customers)],
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** @throws CustomerRefused customer_exists, plan_unknown, plan_reserved, currency_foreign */
  async function create(given: NewCustomer): Promise<Customer> {
    const at = clock.now();
    const terms = requirePlan((await rulebook.at(at)).book, given.plan);
    const id = ids.next("cus");
    const { externalId = null, name, plan, notes = "", sample = false } = given;
    const writes = [
      ...customerWrites({ id, external_id: externalId, name, plan, payer: payerOf(id, terms), sample, notes, created_at: at }, currency),
      ...(given.contacts ?? []).map((contact) => contactWrite(newContact(id, contact, at))),
    ];
    if (given.contract) writes.push(contractWrite(newContract(id, plan, given.contract, at)), schedule(LOOK_AT_DISCOUNT, id, at));
    await applyWrites(db, writes).catch((error: unknown) => {
      throw isDuplicate(error) ? taken(externalId) : error;
    });
    return (await get(id)) as Customer;
  }

  /** @throws CustomerRefused customer_unknown, customer_built_in, customer_exists, plan_unknown, plan_reserved, currency_foreign */
  async function update(id: string, patch: CustomerPatch): Promise<Customer> {
    const before = await get(id);
    if (!before) throw new CustomerRefused("customer_unknown", "There is no such customer.");
    if (before.id === VISITORS) throw new CustomerRefused("customer_built_in", "The customer for visitors without a name cannot be changed.");
    const at = clock.now();
    const terms = requirePlan((await rulebook.at(at)).book, patch.plan ?? before.plan);
    const contract = contractAfter(before, patch, at);
    // Earlier periods are granted under the contract as it was then; afterwards nobody could tell.
    if (before.contract && contract !== undefined) await rooms.openPeriod(customerBudget(before.id));
    await db
      .transaction((tx) => change(tx, before, patch, { terms, contract, at }))
      .catch((error: unknown) => {
        throw isDuplicate(error) ? taken(patch.externalId ?? null) : error;
      });
    return (await get(before.id)) as Customer;
  }

  type Change = { terms: PlanTerms; contract: ContractRow | null | undefined; at: Date };

  async function change(tx: Queryable, before: Customer, patch: CustomerPatch, { terms, contract, at }: Change): Promise<void> {
    const plan = patch.plan ?? before.plan;
    await tx.query("update customers set external_id = $2, name = $3, plan = $4, payer = $5, notes = $6 where id = $1", [
      before.id,
      patch.externalId === undefined ? before.externalId : patch.externalId,
      patch.name ?? before.name,
      plan,
      payerOf(before.id, terms),
      patch.notes ?? before.notes,
    ]);
    if (contract === null) {
      await tx.query("insert into past_contracts (id, customer, starts_on, ended_at) select id, customer, starts_on, $2 from contracts where customer = $1", [
        before.id,
        at,
      ]);
      await tx.query("delete from contracts where customer = $1", [before.id]);
    }
    const writes: Write[] = [openAccount(payerOf(before.id, terms), currency, true), ...(contract ? [contractWrite(contract)] : [])];
    if (contract !== undefined) writes.push(schedule(LOOK_AT_DISCOUNT, before.id, at));
    for (const contact of patch.contacts ?? []) {
      const known = before.contacts.find((one) => sameAddress(one.email, contact.email));
      if (!known) writes.push(contactWrite(newContact(before.id, contact, at)));
      else if (contact.name) await tx.query("update contacts set name = $2 where id = $1", [known.id, contact.name]);
    }
    await applyWrites(tx, writes);
    // A contract that is new to the budget grants in full for the period in which it was recorded.
    if (contract && contract.id !== before.contract?.id) await tx.query("update accounts set period = null where id = $1", [customerBudget(before.id)]);
  }

  /** The contract as it will stand: undefined when nothing of it changes, null when it ends. */
  function contractAfter(before: Customer, patch: CustomerPatch, at: Date): ContractRow | null | undefined {
    const plan = patch.plan ?? before.plan;
    if (patch.contract === null) return before.contract ? null : undefined;
    // A promised response time is not part of every form: what does not name it keeps it.
    const terms = patch.contract ? { responseMinutes: before.contract?.responseMinutes ?? null, ...patch.contract } : before.contract;
    if (!terms || (!patch.contract && plan === before.plan)) return undefined;
    const row = newContract(before.id, plan, terms, at);
    // The same contract with another fee goes on as it is: the next period's grant follows it. It is a new one when
    // none was there, or when the old one granted nothing because a fund paid.
    const goesOn = before.contract !== null && before.payer === customerBudget(before.id);
    return goesOn ? { ...row, id: before.contract?.id ?? row.id, recorded_at: before.contract?.recordedAt ?? at } : row;
  }

  function newContract(customer: string, plan: string, given: NewContract, at: Date): ContractRow {
    if (given.currency !== undefined && given.currency !== currency) {
      throw new CustomerRefused("currency_foreign", `The books are kept in ${currency}; state the fee in ${currency}.`, "contract.fee.currency");
    }
    const { fee, start, renewal = null, responseMinutes = null } = given;
    return { id: ids.next("ct"), customer, plan, fee, currency, starts_on: start, renews_on: renewal, response_minutes: responseMinutes, recorded_at: at };
  }

  function newContact(customer: string, given: NewContact, at: Date): ContactRow {
    const { name = null, email = null, locale = null } = given;
    return { id: ids.next("con"), customer, name, email, locale, created_at: at };
  }

  /**
   * A contact of that customer.
   * @throws CustomerRefused contact_unknown
   */
  async function contact(customer: string, id: string): Promise<Contact> {
    const [row] = await walled(db, customer, (own) => own.query<Contact>("select id, customer, name, email, locale from contacts where id = $1", [id]));
    if (!row) throw new CustomerRefused("contact_unknown", "There is no such contact.");
    return row;
  }

  /** The people of a customer, the first known first. */
  async function contacts(customer: string, limit = 200): Promise<Contact[]> {
    return db.query<Contact>("select id, customer, name, email, locale from contacts where customer = $1 order by created_at, id limit $2", [customer, limit]);
  }

  /** People of the sample business, for the demo's picker. */
  async function sampleContacts(): Promise<(Contact & { customerName: string; plan: string })[]> {
    return db.query(
      `select k.id, k.customer, k.name, k.email, k.locale, u.name as "customerName", u.plan from contacts k join customers u on u.id = k.customer
       where u.sample and k.name is not null order by u.created_at, u.id, k.id limit 200`,
    );
  }

  /** Where a contact lives, as their own browser or channel says; what is no time zone is left out of account. */
  async function livesIn(contact: string, timeZone: string): Promise<void> {
    if (!isTimeZone(timeZone)) return;
    await db.query(
      "update contacts set time_zone = $2 where id = $1 and erased_at is null and time_zone is distinct from $2",
      [contact, timeZone],
      "contacts_live_in",
    );
  }

  return { livesIn, ensureVisitors, list, get, named, create, update, contact, contacts, sampleContacts };
}

function customerOf(row: Row): Customer {
  const { external_id, created_at, contract, ...rest } = row;
  return { ...rest, externalId: external_id, createdAt: created_at, contract: contract && contractOf(contract) };
}

function contractOf(row: NonNullable<Row["contract"]>): Contract {
  return {
    id: row.id,
    plan: row.plan,
    fee: BigInt(row.fee),
    currency: row.currency,
    start: row.starts_on,
    renewal: row.renews_on,
    responseMinutes: row.response_minutes,
    recordedAt: new Date(row.recorded_at),
  };
}

function taken(externalId: string | null): CustomerRefused {
  return new CustomerRefused("customer_exists", `Another customer has the external id ${JSON.stringify(externalId)}.`, "externalId");
}

function sameAddress(one: string | null, other: string | null | undefined): boolean {
  return one !== null && typeof other === "string" && one.toLowerCase() === other.toLowerCase();
}

export function isDuplicate(error: unknown): boolean {
  return (error as { code?: string }).code === "23505";
}

/** Whether anybody has been recorded in this database yet: customers or people who work here. */
export async function isLivedIn(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ used: boolean }>("select exists (select 1 from customers) or exists (select 1 from staff) as used");
  return row?.used === true;
}

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
