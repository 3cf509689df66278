import type { Statement, Write } from "../platform/commit.ts";
import { customerBudget, openAccount, supportCost } from "../ledger/index.ts";

export type CustomerRow = {
  id: string;
  external_id: string | null;
  name: string;
  plan: string;
  payer: string;
  sample: boolean;
  notes: string;
  created_at: Date;
};
export type ContactRow = { id: string; customer: string; name: string | null; email: string | null; locale: string | null; created_at: Date };
export type ContractRow = {
  id: string;
  customer: string;
  plan: string;
  /** micro-units a month */
  fee: bigint;
  currency: string;
  /** calendar days */
  starts_on: string;
  renews_on: string | null;
  response_minutes: number | null;
  recorded_at: Date;
};

const customer_: Statement = {
  name: "customers_0_add",
  columns: "id text, external_id text, name text, plan text, payer text, sample boolean, notes text, created_at timestamptz",
  sql: `insert into customers (id, external_id, name, plan, payer, sample, notes, created_at)
    select r.id, r.external_id, r.name, r.plan, r.payer, r.sample, r.notes, r.created_at from {rows}`,
};
const contact_: Statement = {
  name: "customers_1_contacts",
  columns: "id text, customer text, name text, email text, locale text, created_at timestamptz",
  sql: `insert into contacts (id, customer, name, email, locale, created_at)
    select r.id, r.customer, r.name, r.email, r.locale, r.created_at from {rows}`,
};
const identity_: Statement = {
  name: "customers_2_identities",
  columns: "kind text, key text, contact text",
  sql: "insert into identities (kind, key, contact) select r.kind, r.key, r.contact from {rows}",
};
const contract_: Statement = {
  name: "customers_3_contracts",
  columns: "id text, customer text, plan text, fee bigint, currency text, starts_on date, renews_on date, response_minutes integer, recorded_at timestamptz",
  sql: `insert into contracts (id, customer, plan, fee, currency, starts_on, renews_on, response_minutes, recorded_at)
    select r.id, r.customer, r.plan, r.fee, r.currency, r.starts_on, r.renews_on, r.response_minutes, r.recorded_at from {rows}
    on conflict (customer) do update set id = excluded.id, plan = excluded.plan, fee = excluded.fee, currency = excluded.currency, starts_on = excluded.starts_on,
      renews_on = excluded.renews_on, response_minutes = excluded.response_minutes, recorded_at = excluded.recorded_at`,
};

/** The writes that make a customer with its accounts: what it costs, and what may be spent on it (a fund may be new, too). */
export function customerWrites(row: CustomerRow, currency: string): Write[] {
  const accounts = [
    openAccount(supportCost(row.id), currency, false),
    openAccount(customerBudget(row.id), currency, true),
    openAccount(row.payer, currency, true),
  ];
  return [{ statement: customer_, row }, ...accounts];
}
export function contactWrite(row: ContactRow): Write {
  return { statement: contact_, row };
}
/** How a person is known on a channel; taken already: the statement fails. */
export function identityWrite(kind: string, key: string, contact: string): Write {
  return { statement: identity_, row: { kind, key, contact } };
}
/** Records a contract, or takes the place of the customer's present one. */
export function contractWrite(row: ContractRow): Write {
  return { statement: contract_, row };
}
