import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal, formatMoney, formatPlain, micros, readAmount, share, total } from "../../../src/web/console/parts/money.ts";

test("an amount survives the way to micro-units and back", () => {
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (value) => micros(decimal(value)) === value));
});

test("what is no amount is refused, never guessed", () => {
  for (const text of ["", "1,5", "1.1234567", "NaN", "1e3", "--1"]) expect(() => micros(text)).toThrow(/not an amount/);
});

test.each([
  ["1900.000000", "€1,900.00"],
  ["0.000000", "€0.00"],
  ["25.004900", "€25.00"],
  ["0.017900", "€0.0179"],
  ["0.000312", "€0.000312"],
  ["-0.000700", "-€0.0007"],
])("%s is shown as %s: small costs are told from zero", (amount, shown) => {
  expect(formatMoney(amount, "EUR")).toBe(shown);
});

test.each([
  ["290", "290.000000"],
  ["1 900,50", "1900.500000"],
  ["1'900.5", "1900.500000"],
  ["ten", null],
  ["-5", null],
  ["", null],
])("typed %j is read as %j", (typed, amount) => {
  expect(readAmount(typed)).toBe(amount);
});

test.each([
  ["290.000000", "290"],
  ["1900.500000", "1900.5"],
  ["100.000000", "100"],
  ["0.000000", "0"],
])("%s stands in a field as %s", (amount, plain) => {
  expect(formatPlain(amount)).toBe(plain);
});

test("sums and shares stay exact and inside the bar", () => {
  expect(total(["0.100000", "0.200000", "-0.300000"])).toBe("0.000000");
  expect(share("1.000000", "3.000000")).toBe(33.33);
  expect(share("5.000000", "3.000000")).toBe(100);
  expect(share("-1.000000", "3.000000")).toBe(0);
  expect(share("1.000000", "0.000000")).toBe(0);
});
