/** The console speaks English; numbers and dates follow suit, so that no screen mixes two languages. */
export const LOCALE = "en-GB";

const MICROS = 1_000_000n;

/** A decimal string with up to six places as micro-units; anything else throws, because money is never guessed. */
export function micros(amount: string): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(amount.trim());
  if (!parts) throw new Error(`not an amount: ${amount}`);
  const value = BigInt(parts[2] ?? "0") * MICROS + BigInt((parts[3] ?? "").padEnd(6, "0"));
  return parts[1] === "-" ? -value : value;
}

/** Micro-units as the contract writes them: six places. */
export function decimal(value: bigint): string {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? "-" : ""}${size / MICROS}.${(size % MICROS).toString().padStart(6, "0")}`;
}

/**
 * An amount for people. Two places as a rule; a model step often costs less than a cent,
 * so small amounts show as many places as it takes to be told from zero, up to all six.
 */
export function formatMoney(amount: string, currency: string): string {
  const value = micros(amount);
  const size = value < 0n ? -value : value;
  const places = size === 0n || size >= MICROS ? 2 : size >= 10_000n ? 4 : 6;
  const format = new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: places,
  });
  return format.format(amount as Intl.StringNumericLiteral);
}

/** What somebody typed into a money field ("1 900", "290.5", "290,50") as a contract amount, or null. */
export function readAmount(typed: string): string | null {
  const plain = typed.replace(/[\s'’]/g, "").replace(",", ".");
  if (!/^\d+(\.\d{1,6})?$/.test(plain)) return null;
  return decimal(micros(plain));
}

/** Sums amounts of one currency. */
export function total(amounts: string[]): string {
  return decimal(amounts.reduce((sum, amount) => sum + micros(amount), 0n));
}

/** The share of one amount in another, 0 to 100 with two places: for widths of bars, never for money. */
export function share(part: string, whole: string): number {
  const all = micros(whole);
  if (all <= 0n) return 0;
  const value = Number((micros(part) * 10_000n) / all) / 100;
  return Math.min(100, Math.max(0, value));
}

/** An amount as one types it: "290", "1900.5". */
export function formatPlain(amount: string): string {
  return amount.replace(/\.?0+$/, (zeros) => (zeros.startsWith(".") || amount.includes(".") ? "" : zeros)) || "0";
}
