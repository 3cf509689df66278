import { formatMoney } from "../../ledger/index.ts";
import type { ListOf, Money } from "../contract.ts";
import { Problem } from "../problems.ts";

/** How rows become what the contract promises. */

export function money(amount: bigint, currency: string): Money {
  return { amount: formatMoney(amount), currency };
}

/** One more than asked for was read: then there is a next page. */
export function page<Row, Item>(rows: Row[], limit: number, keyOf: (row: Row) => string, shape: (row: Row) => Item): ListOf<Item> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(shape), next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

/** Refuses a cursor that names nothing: the empty page that comes of it would look like the end. */
export async function refuseUnknown(after: string | undefined, find: (id: string) => Promise<unknown>): Promise<void> {
  if (after === undefined || (await find(after)) !== undefined) return;
  throw new Problem("invalid", "after is the next of the page before.", { errors: [{ path: "after", message: "names nothing in this list" }] });
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };
/** The same without what is undefined. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
