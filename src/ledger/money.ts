/**
 * Money is a whole number of micro-units (a millionth of a unit of its currency) in a bigint, beside its currency.
 * No float ever touches an amount.
 */

/** An amount in micro-units of its currency: 25.00 EUR is `{ amount: 25_000_000n, currency: "EUR" }`. */
export type Money = { amount: bigint; currency: string };

export const MICRO_PER_UNIT = 1_000_000n;

export class MoneyError extends Error {
  readonly code = "money_unreadable";
  constructor(text: string) {
    super(`expected an amount such as "290 EUR" or "12.50 EUR", found ${JSON.stringify(text.slice(0, 40))}`);
    this.name = "MoneyError";
  }
}

// Twelve digits keep every sum far inside the database's 64 bits.
const AMOUNT = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;

/**
 * Reads "290 EUR" or "12.50 EUR". A comma is refused: in one country it parts thousands, in another cents.
 * @throws MoneyError
 */
export function parseMoney(text: string): Money {
  const match = /^(\S+) ([A-Z]{3})$/.exec(text.trim());
  if (!match) throw new MoneyError(text);
  return { amount: parseAmount(match[1] ?? ""), currency: match[2] ?? "" };
}

/**
 * Reads a decimal amount as the API writes it, e.g. "290.000000", into micro-units.
 * @throws MoneyError also when there are more than six decimal places
 */
export function parseAmount(text: string): bigint {
  const match = AMOUNT.exec(text);
  if (!match) throw new MoneyError(text);
  const [, sign, units, places = ""] = match;
  const amount = BigInt(units ?? "") * MICRO_PER_UNIT + BigInt(places.padEnd(6, "0"));
  return sign === "-" ? -amount : amount;
}

/** Micro-units as a decimal string with six places, the only way in which money leaves the house: "290.000000". */
export function formatMoney(micro: bigint): string {
  const size = micro < 0n ? -micro : micro;
  const places = (size % MICRO_PER_UNIT).toString().padStart(6, "0");
  return `${micro < 0n ? "-" : ""}${size / MICRO_PER_UNIT}.${places}`;
}

/** Divides and rounds up, towards the larger number: a cost is never booked too small. */
export function divideUp(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const exact = quotient * divisor === dividend;
  return !exact && dividend > 0n === divisor > 0n ? quotient + 1n : quotient;
}
