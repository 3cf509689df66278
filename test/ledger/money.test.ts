import fc from "fast-check";
import { expect, test } from "vitest";
import { MoneyError, divideUp, formatMoney, parseAmount, parseMoney } from "../../src/ledger/money.ts";

test.each([
  ["290 EUR", 290_000_000n, "EUR"],
  ["12.50 EUR", 12_500_000n, "EUR"],
  ["0 USD", 0n, "USD"],
  ["-25.00 EUR", -25_000_000n, "EUR"],
  ["0.000001 EUR", 1n, "EUR"],
  [" 1900 EUR ", 1_900_000_000n, "EUR"],
])("%s is read", (text, amount, currency) => {
  expect(parseMoney(text)).toEqual({ amount, currency });
});

test.each([
  "",
  "290",
  "EUR",
  "290EUR",
  "290 eur",
  "1,900 EUR",
  "1.900,00 EUR",
  "1e3 EUR",
  "0.0000001 EUR",
  "Infinity EUR",
  "0x10 EUR",
  "290 EUR EUR",
  ".5 EUR",
  "5. EUR",
  "+5 EUR",
  "- 5 EUR",
  "9999999999999 EUR",
])("%j is refused", (text) => {
  expect(() => parseMoney(text)).toThrow(MoneyError);
});

test.each([
  [290_000_000n, "290.000000"],
  [1n, "0.000001"],
  [0n, "0.000000"],
  [-1n, "-0.000001"],
  [-25_500_000n, "-25.500000"],
])("%s micro-units are written with six places", (micro, text) => {
  expect(formatMoney(micro)).toBe(text);
});

test("what is written is read back, to the micro-unit", () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 18n) + 1n, 10n ** 18n - 1n), (micro) => {
      expect(parseAmount(formatMoney(micro))).toBe(micro);
      expect(parseMoney(`${formatMoney(micro)} EUR`)).toEqual({ amount: micro, currency: "EUR" });
    }),
  );
});

test("a division is rounded up, never down, and by less than one", () => {
  expect([divideUp(7n, 2n), divideUp(8n, 2n), divideUp(-7n, 2n), divideUp(0n, 5n), divideUp(1n, 1_000_000n)]).toEqual([4n, 4n, -3n, 0n, 1n]);
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n), (dividend, divisor) => {
      const quotient = divideUp(dividend, divisor);
      expect(quotient * divisor >= dividend && (quotient - 1n) * divisor < dividend).toBe(true);
    }),
  );
});
