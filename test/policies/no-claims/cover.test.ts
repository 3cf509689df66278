import { expect, test } from "vitest";
import { levelAfter, type ClaimsHistory, type Incident } from "../../../src/policies/index.ts";
import { crash, day, levelOn, preset } from "./lives.ts";

// A level is about the time in which a contract was in force: a time without one is neither clean nor can anything in it count.

const BREAK: ClaimsHistory["cover"] = [
  { from: "2010-01-01", to: "2015-06-01" },
  { from: "2016-01-01", to: null },
];
const lived = (cover: ClaimsHistory["cover"], ...incidents: Incident[]): ClaimsHistory => ({ timeZone: "UTC", cover, incidents });

test.each(["seed", "fair", "uk-5"])("what happened before the first contract, or between two, lowers nothing (%s)", (name) => {
  const scheme = preset(name);
  const clean = levelAfter(scheme, lived(BREAK), day("2018-02-01"));
  expect(levelAfter(scheme, lived(BREAK, crash("2009-06-01"), crash("2015-09-01")), day("2018-02-01"))).toEqual(clean);
});

test("what happened under a contract counts, also on its last day, and when we hear of it after its end", () => {
  const late = { recordedAt: day("2015-09-01"), rulings: [{ class: "customer", at: day("2015-09-02") }] } as const;
  for (const incident of [crash("2015-06-01"), crash("2015-03-01", "customer", { ...late, rulings: [...late.rulings] })])
    expect(levelOn(preset("fair"), "2017-02-01", lived(BREAK, incident))).toBe("3");
});

test("a level that has lapsed takes along what would have lowered it: the first year of the new contract is a clean one", () => {
  const cover = [
    { from: "2010-01-01", to: "2015-06-01" },
    { from: "2019-01-01", to: null },
  ];
  expect(levelOn(preset("uk-5"), "2020-02-01", lived(cover, crash("2015-03-01")))).toBe("1");
  expect(levelOn(preset("uk-5"), "2020-02-01", lived(cover, crash("2019-03-01")))).toBe("0");
});
