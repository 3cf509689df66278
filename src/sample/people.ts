import { applyWrites, type Write } from "../platform/commit.ts";
import type { Queryable } from "../platform/database.ts";
import type { Clock } from "../platform/clock.ts";
import { VISITORS, type Customer, type Customers } from "../customers/index.ts";
import { planOf, type Book } from "../rulebook/index.ts";
import type { SampleCustomer } from "./files.ts";

const CENTS = 10_000n; // micro-units in a cent

/**
 * Makes the sample's customers as they were when the history begins, each person known to the web by their own id, so that
 * the demo's tokens work. The funds begin then, too, where nothing was granted on them yet.
 */
export async function makePeople(
  rooms: { tx: Queryable; customers: Customers; clock: Clock; book: Book; now: Date },
  given: SampleCustomer[],
): Promise<Customer[]> {
  const { tx, customers, clock, book, now } = rooms;
  await customers.ensureVisitors();
  await tx.query("update customers set created_at = $2 where id = $1 and created_at > $2 and not exists (select 1 from transfers)", [VISITORS, clock.now()]);
  const made: Customer[] = [];
  for (const one of given) {
    const plan = planOf(book, Object.hasOwn(book.plans, one.plan) ? one.plan : "community");
    made.push(
      await customers.create({
        externalId: one.id,
        name: one.name,
        plan: Object.hasOwn(book.plans, one.plan) ? one.plan : "community",
        sample: true,
        contacts: one.contacts.map(({ name, email, locale }) => ({ name, email, locale })),
        contract: {
          fee: BigInt(Math.round(one.fee * 100)) * CENTS,
          start: monthsFrom(now, -one.startMonthsAgo),
          renewal: monthsFrom(now, one.renewalInMonths),
          responseMinutes: plan.responseMinutes ?? null,
        },
      }),
    );
  }
  await applyWrites(tx, made.flatMap(identities));
  return made;
}

function identities(customer: Customer): Write[] {
  return customer.contacts.map((contact) => ({ statement: identity_, row: { key: `${customer.id}/${contact.id}`, contact: contact.id } }));
}

const identity_ = {
  name: "sample_9_identities",
  columns: "key text, contact text",
  sql: "insert into identities (kind, key, contact) select 'web', r.key, r.contact from {rows}",
};

/** The first day of the month so many months away, as a calendar day. */
function monthsFrom(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}
