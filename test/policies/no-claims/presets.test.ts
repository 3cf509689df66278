import { describe, expect, test } from "vitest";
import { beginning, discountOf, levelAfter, renewed, type Counted, type Scheme } from "../../../src/policies/index.ts";
import { crash, day, levelOn, levels, life, preset } from "./lives.ts";

// The form of a scheme is only worth something if it carries those that really exist. Each preset keeps its published examples.

const customers: Counted = { id: "inc_1", kind: "crash", class: "customer" };
const shared: Counted = { id: "inc_2", kind: "crash", class: "shared" };
const repair: Counted = { id: "inc_3", kind: "escalation", class: "customer" };

/** The level after one period with these incidents. */
function next(scheme: Scheme, level: string, ...incidents: Counted[]): string {
  const { standing } = renewed(scheme, beginning(scheme, level), incidents);
  return scheme.levels[standing.level]?.level ?? "";
}

describe("fr-crm", () => {
  const fr = preset("fr-crm");

  test("takes thirteen years from 1.00 to 0.50", () => {
    expect(levels(fr, 15, life())).toEqual("1.00 0.95 0.90 0.85 0.80 0.76 0.72 0.68 0.64 0.60 0.57 0.54 0.51 0.50 0.50".split(" "));
  });

  test("cuts 0.50 times 1.25 to 0.62, and a shared fault to 0.56", () => {
    expect(next(fr, "0.50", customers)).toBe("0.62");
    expect(next(fr, "0.50", shared)).toBe("0.56");
    expect(next(fr, "1.00", customers, customers)).toBe("1.56"); // each one multiplies
    expect(next(fr, "3.20", customers)).toBe("3.50");
  });

  test("forgives the first fault after three years at 0.50, and the second no more", () => {
    expect(levelOn(fr, "2027-01-01", life(crash("2026-05-01")))).toBe("0.50");
    expect(levelOn(fr, "2028-01-01", life(crash("2026-05-01"), crash("2027-05-01")))).toBe("0.62");
    // at 0.50 for two years only
    expect(levelOn(fr, "2026-01-01", life(crash("2025-05-01")))).toBe("0.62");
  });

  test("ends every malus after two clean years", () => {
    const wild = [crash("2010-02-01"), crash("2010-03-01"), crash("2010-04-01")];
    expect(levels(fr, 4, life(...wild))).toEqual(["1.00", "1.95", "1.85", "1.00"]);
  });

  test("closes its books two months before the renewal", () => {
    expect(levels(fr, 3, life(crash("2010-10-31")))).toEqual(["1.00", "1.25", "1.18"]);
    expect(levels(fr, 3, life(crash("2010-11-01")))).toEqual(["1.00", "0.95", "1.18"]);
  });
});

describe("be-1992", () => {
  const be = preset("be-1992");

  test("goes one down every year and five up for each claim: 11 with one becomes 15", () => {
    expect(next(be, "11")).toBe("10");
    expect(next(be, "11", customers)).toBe("15");
    expect(next(be, "11", customers, customers)).toBe("20");
    expect(next(be, "20", customers)).toBe("22");
  });

  test("has a hidden buffer at its end", () => {
    expect(["22", "14", "2", "1", "0"].map((level) => 100 - discountOf(be, level) / 100)).toEqual([200, 100, 54, 54, 54]);
    expect(levels(be, 12, life()).at(-1)).toBe("0");
  });
});

describe("uk-5", () => {
  const uk = preset("uk-5");

  test.each([
    [1, ["5", "3"], ["4", "2"], ["3", "1"], ["2", "0"], ["1", "0"], ["0", "0"]],
    [2, ["5", "1"], ["4", "0"], ["3", "0"]],
    [3, ["5", "0"], ["4", "0"]],
  ] as [number, ...[string, string][]][])("after %i claims in a year", (count, ...falls) => {
    for (const [from, to] of falls) expect(next(uk, from, ...Array.from({ length: count }, () => customers))).toBe(to);
  });

  test("lapses after two years without cover, and keeps its level before", () => {
    const gap = (from: string) => ({
      ...life(),
      cover: [
        { from: "2010-01-01", to: "2015-06-01" },
        { from, to: null },
      ],
    });
    expect(levelOn(uk, "2017-05-31", gap("2017-05-31"))).toBe("5");
    expect(levelOn(uk, "2017-06-01", gap("2017-06-01"))).toBe("0");
  });

  test("is protected after five years, until there are more than two claims in three", () => {
    const guarded = preset("uk-5-protected");
    const claims = [crash("2016-05-01"), crash("2017-05-01"), crash("2018-05-01")];
    expect(levelOn(guarded, "2018-01-01", life(...claims.slice(0, 2)))).toBe("5");
    expect(levelOn(guarded, "2019-01-01", life(...claims))).toBe("3");
    expect(levelOn(uk, "2017-01-01", life(...claims))).toBe("3");
    // Not yet protected: four years are not enough.
    expect(levelOn(guarded, "2015-01-01", life(crash("2014-05-01")))).toBe("2");
  });
});

test("a protection that has ended is not back at once, also where a scheme gives it from the beginning: first a clean period", () => {
  const guarded = { ...preset("uk-5"), protection: { level: "0", clean: 0, incidents: 1, periods: 1 } };
  const after = (...periods: Counted[][]) =>
    guarded.levels[periods.reduce((standing, incidents) => renewed(guarded, standing, incidents).standing, beginning(guarded, "5")).level]?.level;
  expect(after([customers])).toBe("5");
  expect(after([customers, shared])).toBe("1");
  expect(after([customers, shared], [customers])).toBe("0");
  expect(after([customers, shared], [], [customers])).toBe("2");
});

describe("de-sf", () => {
  const de = preset("de-sf");

  test.each([
    [
      "damage to others",
      customers,
      [
        ["5", "1"],
        ["8", "3"],
        ["1", "½"],
        ["½", "0"],
        ["0", "M"],
        ["M", "M"],
      ],
    ],
    [
      "one's own damage",
      repair,
      [
        ["5", "2"],
        ["8", "4"],
        ["1", "0"],
      ],
    ],
  ] as [string, Counted, [string, string][]][])("falls by its table for %s", (_, incident, falls) => {
    for (const [from, to] of falls) expect(next(de, from, incident)).toBe(to);
  });

  test("falls further with two: SF 5 to S, for one's own damage to 0", () => {
    expect(next(de, "5", customers, customers)).toBe("S");
    expect(next(de, "5", repair, repair)).toBe("0");
  });

  test("pays 100 % at SF 1, 30 % from SF 22 and 245 % in M", () => {
    expect(["1", "22", "M"].map((level) => 100 - discountOf(de, level) / 100)).toEqual([100, 30, 245]);
  });
});

test("xk: one better a year, three worse for each claim, between 45 and 250 percent", () => {
  const xk = preset("xk");
  expect([next(xk, "11"), next(xk, "11", customers), next(xk, "11", customers, customers), next(xk, "1"), next(xk, "18", customers)]).toEqual(
    "10 14 17 1 19".split(" "),
  );
  expect(["1", "11", "19"].map((level) => 100 - discountOf(xk, level) / 100)).toEqual([45, 100, 250]);
});

describe("seed and fair", () => {
  test("both climb a level for each claim-free year, to five", () => {
    for (const name of ["seed", "fair"]) expect(levels(preset(name), 7, life())).toEqual([..."0123455"]);
  });

  test("seed loses all of it on the day of an unknown crash, after five years as before", () => {
    const history = life(crash("2016-03-10", null));
    expect(levelAfter(preset("seed"), history, day("2016-03-10") - 1).level).toBe("5");
    expect(levelAfter(preset("seed"), history, day("2016-03-10")).level).toBe("0");
    expect(levels(preset("seed"), 9, history)).toEqual([..."012345501"]);
  });

  test("fair steps two back, and at the renewal", () => {
    const history = life(crash("2016-03-10"));
    expect(levelOn(preset("fair"), "2016-12-31", history)).toBe("5");
    expect(levels(preset("fair"), 9, history)).toEqual([..."012345534"]);
  });

  test("fair waits for its deadline before it counts what nobody can explain", () => {
    const history = life(crash("2016-12-30", null));
    // On the thirteenth of January it is still unknown: the renewal of that year is over, so it counts in the next one.
    expect(levels(preset("fair"), 9, history)).toEqual([..."012345553"]);
    expect(levels(preset("fair"), 9, life(crash("2016-12-30", "third_party")))).toEqual([..."012345555"]);
  });
});
