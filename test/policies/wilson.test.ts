import fc from "fast-check";
import { expect, test } from "vitest";
import { wilson } from "../../src/policies/index.ts";

// An owner is not to read a finding into a handful of people: the bounds are those of the literature, and behave at the edges.

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%i of %i: the published bounds", (count, of, low, high) => {
  const bounds = wilson(count, of);
  expect([bounds.low, bounds.high].map((bound) => Math.round(bound * 10_000) / 10_000)).toEqual([low, high]);
});

test("of nobody everything is possible; the bounds hold the share, mirror each other, and close in as people come", () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  const pair = fc.integer({ min: 1, max: 5_000 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
  fc.assert(
    fc.property(pair, ([count, of]) => {
      const { low, high } = wilson(count, of);
      expect(low >= 0 && low <= count / of && count / of <= high && high <= 1).toBe(true);
      const mirrored = wilson(of - count, of);
      expect(mirrored.low).toBeCloseTo(1 - high, 10);
      const more = wilson(count * 4, of * 4);
      expect(more.high - more.low).toBeLessThan(high - low);
    }),
  );
});
