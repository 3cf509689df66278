import { expect, test } from "vitest";
import { bonusHunger, meanDiscount } from "../../../src/policies/index.ts";
import { preset } from "./lives.ts";

// The figures by which an owner chooses (research, C2): losing everything makes hiding an incident worth 75 % of a year's fee.

test("full loss forfeits 75 % of a yearly fee, two back 15 %", () => {
  const top = (name: string) => bonusHunger(preset(name)).find(({ level }) => level === "5");
  expect(top("seed")).toEqual({ level: "5", forfeits: 75, periods: 5 });
  expect(top("fair")).toEqual({ level: "5", forfeits: 15, periods: 2 });
});

test("with an incident in every fifth year, full loss grants 13.45 % in the mean, two back 19.50 %", () => {
  expect(meanDiscount(preset("seed"), 0.2).toFixed(2)).toBe("13.45");
  expect(meanDiscount(preset("fair"), 0.2).toFixed(2)).toBe("19.50");
});

test("without incidents everybody ends at the best level, in every scheme", () => {
  for (const name of ["seed", "fair", "uk-5", "fr-crm", "de-sf", "be-1992", "xk"]) {
    const scheme = preset(name);
    expect(meanDiscount(scheme, 0)).toBeCloseTo(100 - (scheme.levels.at(-1)?.pays ?? 0) / 100, 6);
  }
});

test("the more incidents, the less is granted, and there is always something to forfeit", () => {
  for (const name of ["seed", "fair", "uk-5", "fr-crm", "de-sf", "be-1992", "xk"]) {
    const scheme = preset(name);
    const means = [0, 0.05, 0.2, 0.5].map((rate) => meanDiscount(scheme, rate));
    expect(means).toEqual(means.toSorted((a, b) => b - a));
    expect(Math.max(...bonusHunger(scheme).map(({ forfeits }) => forfeits))).toBeGreaterThan(0);
  }
});
