import type { Database } from "../platform/database.ts";
import type { GrantRule } from "../ledger/index.ts";
import { fundOf, termsOf, type PlanBooks } from "./plans.ts";
import { VISITORS } from "./registry.ts";

const WHOLE = 10_000n; // a share is written in hundredths of a percent

/** What puts money on budget accounts: a contract's share of its fee, or a fund of the company. */
export function createGrants({ db, rulebook, currency }: { db: Database; rulebook: PlanBooks; currency: string }) {
  /** The rule by which the ledger grants to `account`; undefined: nothing is ever granted to it. */
  async function grantRule(account: string): Promise<GrantRule | undefined> {
    const fund = fundOf(account);
    if (fund !== undefined) return fundRule(fund);
    const customer = /^customer\/(.+)\/budget$/.exec(account)?.[1];
    return customer === undefined ? undefined : contractRule(customer);
  }

  // Funds begin with the installation, of which the built-in customer is the first trace.
  async function fundRule(fund: string): Promise<GrantRule | undefined> {
    const [row] = await db.query<{ created_at: Date }>("select created_at from customers where id = $1", [VISITORS]);
    if (!row) return undefined;
    return {
      key: `${fund}-fund`,
      customer: null,
      currency,
      since: row.created_at,
      async grant(periodStart) {
        const { book } = await rulebook.at(periodStart);
        const amount = Object.hasOwn(book.funds, fund) ? book.funds[fund]?.amount : undefined;
        return { amount: amount ?? 0n, carryOver: 0 };
      },
    };
  }

  async function contractRule(customer: string): Promise<GrantRule | undefined> {
    const [contract] = await db.query<{ id: string; plan: string; fee: bigint; currency: string; recorded_at: Date }>(
      "select id, plan, fee, currency, recorded_at from contracts where customer = $1",
      [customer],
    );
    if (!contract) return undefined;
    return {
      key: contract.id,
      customer,
      currency: contract.currency,
      since: contract.recorded_at,
      async grant(periodStart) {
        const { book } = await rulebook.at(periodStart);
        const { share = 0, carryOver = 0 } = termsOf(book, contract.plan) ?? {};
        return { amount: (contract.fee * BigInt(share)) / WHOLE, carryOver };
      },
    };
  }

  return { grantRule };
}
