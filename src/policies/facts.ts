import { z } from "zod";

/**
 * What a fact may be: an id, a code, a number, an amount, a moment, a yes or no. Never text, never anything about a
 * person: decisions outlive an erasure, and a replay needs the facts to be whole.
 */

/** An amount in micro-units; stored as a decimal string, so that JSON keeps each of its digits. */
export const micro = z.union([
  z.bigint(),
  z
    .string()
    .regex(/^-?(0|[1-9]\d{0,18})$/)
    .transform(BigInt),
]);

/** How many; never negative. */
export const count = z.int().min(0);

/** A moment in milliseconds since 1970. */
export const instant = z.int();

/** One of our own ids, e.g. `epi_01h…`. */
export const id = z.string().regex(/^[a-z][a-z0-9]*_[A-Za-z0-9_-]{1,64}$/);

/** A code that we wrote ourselves: a rule's name, a class, an alert's id. */
export const code = z.string().regex(/^[a-z][a-z0-9_.:/-]{0,63}$/);

/** Facts as they are stored: only what JSON can carry, amounts as decimal strings. */
export type StoredFacts = Record<string, unknown>;

export function storable(facts: Record<string, unknown>): StoredFacts {
  return JSON.parse(JSON.stringify(facts, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value))) as StoredFacts;
}

/** An amount for staff to read, in whole cents: `12.50 EUR`. The half cent is rounded away from zero. */
export function written(amount: bigint, currency: string): string {
  const sign = amount < 0n ? "-" : "";
  const cents = ((amount < 0n ? -amount : amount) + 5_000n) / 10_000n;
  return `${sign}${cents / 100n}.${(cents % 100n).toString().padStart(2, "0")} ${currency}`;
}
