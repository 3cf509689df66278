import { CustomerRefused, type Customer, type CustomerPatch, type NewCustomer } from "../../customers/index.ts";
import { formatMoney, parseMoney, type Budget } from "../../ledger/index.ts";
import type * as contract from "../contract.ts";
import { Problem } from "../problems.ts";
import type { Rooms } from "../rooms.ts";
import { causesOf } from "./costs.ts";
import type { DeskRooms } from "./rooms.ts";
import { standOf } from "./no-claims.ts";
import { given, money, page, refuseUnknown } from "./shapes.ts";

const WEEK_MS = 7 * 86_400_000;

/** Customers with their budget, their matters and what they cost in the current period. */
export function createCustomerDesk(rooms: DeskRooms): Rooms["customers"] {
  const { customers, ledger, clock } = rooms;

  /** What stands beside each customer: its budget, its matters of the week, and what serving it has cost in the budget's period. */
  async function figuresOf(all: Customer[]): Promise<Figures[]> {
    const since = new Date(clock.now().getTime() - WEEK_MS);
    const episodes = await customers.episodeCounts(
      all.map(({ id }) => id),
      since,
    );
    const budgets = new Map<string, Budget>();
    // A fund is shared by many: asked once.
    for (const account of new Set(all.map(({ payer }) => payer))) budgets.set(account, await ledger.budgetOf(account));
    return Promise.all(
      all.map(async (customer) => {
        const budget = budgets.get(customer.payer) as Budget;
        return { customer, budget, last7Days: episodes.get(customer.id) ?? 0, costs: await ledger.costsSince(customer.id, budget.from) };
      }),
    );
  }

  async function detail(customer: Customer): Promise<contract.CustomerDetail> {
    const [figures] = (await figuresOf([customer])) as [Figures];
    const { budget, costs } = figures;
    // The same figures for both, so that the causes add up to the whole.
    const causes = await causesOf(rooms, customer.id, budget.from, { costs, currency: budget.currency });
    const stand = await rooms.noClaims.standOf(customer.id);
    return { ...shapeOf(figures), causes, ...(stand ? { noClaims: standOf(stand, budget.currency) } : {}) };
  }

  return {
    async list({ limit, after }) {
      await refuseUnknown(after, customers.get);
      const rows = await customers.list({ limit: limit + 1, after });
      const { items, next } = page(
        rows,
        limit,
        ({ id }) => id,
        (row) => row,
      );
      return { items: (await figuresOf(items)).map(shapeOf), next };
    },
    async get(id) {
      const customer = await customers.get(id);
      return customer && detail(customer);
    },
    create: (wanted) => refusals(async () => detail(await customers.create(fieldsOf(wanted) as NewCustomer))),
    change: (id, change) => refusals(async () => detail(await customers.update(id, fieldsOf(change)))),
  };
}

type Figures = { customer: Customer; budget: Budget; last7Days: number; /** in micro-units, by cause */ costs: Map<string, bigint> };

function shapeOf({ customer, budget, last7Days, costs }: Figures): contract.Customer {
  const { id, externalId, name, plan, sample, notes, payer } = customer;
  const { currency, from, to, granted, held, spent, left } = budget;
  const cost = [...costs.values()].reduce((sum, one) => sum + one, 0n);
  return {
    id,
    externalId,
    name,
    plan,
    sample,
    notes,
    contract: customer.contract && {
      fee: money(customer.contract.fee, customer.contract.currency),
      start: customer.contract.start,
      renewal: customer.contract.renewal,
    },
    contacts: customer.contacts.map((contact) => ({ id: contact.id, name: contact.name, email: contact.email })),
    budget: {
      account: payer,
      currency,
      from: from.toISOString(),
      to: to.toISOString(),
      granted: formatMoney(granted),
      held: formatMoney(held),
      spent: formatMoney(spent),
      left: formatMoney(left),
    },
    episodes: { last7Days },
    cost: { thisPeriod: formatMoney(cost), currency },
  };
}

function fieldsOf(wanted: contract.CustomerChange): CustomerPatch {
  const { contract, contacts, ...rest } = wanted;
  const people = contacts?.map((contact) => given(contact));
  if (!contract) return { ...given(rest), ...(contract === null ? { contract } : {}), ...(people ? { contacts: people } : {}) };
  const { amount, currency } = parseMoney(`${contract.fee.amount} ${contract.fee.currency}`);
  return { ...given(rest), contract: { fee: amount, currency, start: contract.start, renewal: contract.renewal }, ...(people ? { contacts: people } : {}) };
}

/** Says in the words of the API what the customers' room refuses. */
async function refusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CustomerRefused)) throw error;
    const { code, message, field } = error;
    if (code === "customer_unknown") throw new Problem("not_found", message, { cause: error });
    if (code === "customer_exists") throw new Problem("external_id_taken", message, { cause: error });
    if (code === "customer_built_in") throw new Problem("conflict", message, { cause: error });
    throw new Problem("invalid", message, { errors: [{ path: field ?? "", message }], cause: error });
  }
}
