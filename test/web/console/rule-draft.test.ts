import { expect, test } from "vitest";
import { loadAlert } from "../../../src/rulebook/index.ts";
import { DETECTORS, fieldsOf, FIRST, ruleErrors, yamlOf, type Detector } from "../../../src/web/console/alerts/rule-draft.ts";

// What the form writes is what the rulebook reads: the owner pastes it.

test("the first draft is the rule of the shipped book", () => {
  expect(loadAlert(yamlOf(FIRST))).toEqual({ id: "many-episodes", detector: "limit", counts: "episodes", limit: 3, days: 7, coolDownHours: 72 });
});

test.each(Object.keys(DETECTORS) as Detector[])("the lines for %s are read by the rulebook, at the edges of each field, too", (detector) => {
  const draft = { ...FIRST, detector, counts: "organised_calls" };
  for (const edge of ["least", "most"] as const) {
    const filled = { ...draft, ...Object.fromEntries(fieldsOf(draft).map((field) => [field.name, String(field[edge])])) };
    expect(ruleErrors(filled)).toEqual({});
    expect(loadAlert(yamlOf(filled))).toMatchObject({ detector, counts: "organised_calls" });
  }
});

test("what the rulebook would refuse is said beside its field", () => {
  expect(Object.keys(ruleErrors({ ...FIRST, id: "Many Episodes", limit: "three", days: "400" }))).toEqual(["id", "limit", "days"]);
  expect(ruleErrors({ ...FIRST, detector: "cusum", factor: "1", limit: "three" })).toEqual({ factor: "A number from 1.1 to 20." });
});
