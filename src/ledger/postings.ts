import type { Statement, Write } from "../platform/commit.ts";

/** One line of a transfer: positive raises the account's balance. Micro-units of the transfer's currency. */
export type Line = { account: string; amount: bigint };

/** A transfer, booked once under its `key`; its lines sum to zero. `facts` holds ids and numbers only. */
export type Transfer = {
  key: string;
  kind: string;
  cause: string;
  customer?: string | null;
  conversation?: string | null;
  turn?: string | null;
  episode?: string | null;
  reverses?: string | null;
  facts?: Record<string, unknown>;
  at: Date;
  currency: string;
  lines: Line[];
};

/** A transfer that would not balance: a bug of ours, caught before it reaches the database. */
export class Unbalanced extends Error {
  readonly code = "ledger_unbalanced";
}

const account_: Statement = {
  name: "ledger_0_accounts",
  columns: "id text, currency text, capped boolean",
  sql: "insert into accounts (id, currency, capped) select distinct on (r.id) r.id, r.currency, r.capped from {rows} order by r.id on conflict (id) do nothing",
};

// The id is derived from the key, so that the same cause booked again meets itself, whoever books it.
const transfer_: Statement = {
  name: "ledger_1_transfers",
  columns: "id text, key text, kind text, cause text, customer text, conversation text, turn text, episode text, reverses text, facts jsonb, at timestamptz",
  sql: `insert into transfers (id, key, kind, cause, customer, conversation, turn, episode, reverses, facts, at)
    select r.id, r.key, r.kind, r.cause, r.customer, r.conversation, r.turn, r.episode, r.reverses, r.facts, r.at from {rows}`,
};
const posting_: Statement = {
  name: "ledger_2_postings",
  columns: "transfer text, account text, amount bigint, currency text",
  sql: `insert into postings (transfer, account, amount, currency, seal)
    select r.transfer, r.account, r.amount, r.currency, md5(r.transfer || '|' || r.account || '|' || r.amount || '|' || r.currency) from {rows}`,
};
const end_: Statement = {
  name: "ledger_3_hold_ends",
  columns: "hold text, outcome text, transfer text, reason text, at timestamptz",
  sql: "insert into hold_ends (hold, outcome, transfer, reason, at) select r.hold, r.outcome, r.transfer, r.reason, r.at from {rows}",
};

/** The write that makes an account, if it is not there. `capped`: never below what is held. */
export function openAccount(id: string, currency: string, capped: boolean): Write {
  return { statement: account_, row: { id, currency, capped } };
}

/** The id of the transfer that is booked under `key`. */
export function transferId(key: string): string {
  return `tr:${key}`;
}

/** The writes that book a transfer. Throws Unbalanced when the lines do not sum to zero. A transfer of nothing is no transfer. */
export function transfer(given: Transfer): Write[] {
  const lines = given.lines.filter((line) => line.amount !== 0n);
  if (lines.reduce((sum, line) => sum + line.amount, 0n) !== 0n) throw new Unbalanced(`The lines of ${given.key} do not sum to zero.`);
  if (lines.length === 0) return [];
  const id = transferId(given.key);
  const { lines: _lines, currency, ...rest } = given;
  return [
    { statement: transfer_, row: { ...rest, id, facts: given.facts ?? {} } },
    ...lines.map((line) => ({ statement: posting_, row: { transfer: id, account: line.account, amount: line.amount, currency } })),
  ];
}

/** The write that ends a hold, once: settled by a transfer, or voided. */
export function endHold(hold: string, outcome: "settled" | "voided", at: Date, more: { transfer?: string | null; reason?: string } = {}): Write {
  return { statement: end_, row: { hold, outcome, at, transfer: more.transfer ?? null, reason: more.reason ?? null } };
}

/** Accounts of the company that bear a cost themselves, instead of the customer. */
const COMPANY_COST = new Set(["company/goodwill", "company/faults", "company/overrun", "company/safety", "company/human-looks", "company/initiative"]);

export type Cost = {
  key: string;
  kind: string;
  cause: string;
  customer: string;
  conversation?: string | null;
  turn?: string | null;
  episode?: string | null;
  amount: bigint;
  currency: string;
  /** whose money it is: a budget or fund, or a cost account of the company */
  payer: string;
  vendor: "vendor/model" | "vendor/tool" | "vendor/message" | "staff/time";
  facts?: Record<string, unknown>;
  at: Date;
};

/**
 * The writes that book a cost. Paid from a budget: the customer's support cost rises against the vendor, and the budget
 * falls against the grants. Borne by the company: its own account takes the place of both.
 */
export function cost({ amount, payer, vendor, ...rest }: Cost): Write[] {
  if (COMPANY_COST.has(payer)) {
    return transfer({
      ...rest,
      lines: [
        { account: payer, amount },
        { account: vendor, amount: -amount },
      ],
    });
  }
  const lines = [
    { account: supportCost(rest.customer), amount },
    { account: vendor, amount: -amount },
    { account: payer, amount: -amount },
    { account: "company/grants", amount },
  ];
  return transfer({ ...rest, lines });
}

export function supportCost(customer: string): string {
  return `customer/${customer}/support-cost`;
}
/** What no-claims discounts a customer has been granted, less what was taken back. */
export function discountAccount(customer: string): string {
  return `customer/${customer}/discount`;
}
export function customerBudget(customer: string): string {
  return `customer/${customer}/budget`;
}
