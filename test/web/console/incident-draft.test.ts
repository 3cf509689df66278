import { expect, test } from "vitest";
import { EMPTY_INCIDENT, incidentErrors, newIncident } from "../../../src/web/console/no-claims/incident-draft.ts";

// What a colleague types about a crash becomes an incident that cannot be deleted: what is wrong is said before it is sent.

const NOW = Date.parse("2026-11-23T09:00:00Z");
const draft = { ...EMPTY_INCIDENT, at: "2026-11-22T10:15", cost: "140,5" };

test("an empty form says what is missing, and nothing that cannot be is sent", () => {
  expect(incidentErrors(EMPTY_INCIDENT, NOW)).toEqual({ at: "When did it happen?", cost: "What did it cost us? 0 if nothing." });
  expect(incidentErrors({ ...draft, at: "2026-12-24T10:15" }, NOW)).toEqual({ at: "It is recorded after it has happened." });
  for (const cost of ["much", "-5", "1.2345678"]) expect(incidentErrors({ ...draft, cost }, NOW)).toEqual({ cost: "An amount such as 25 or 140.50." });
  expect(incidentErrors({ ...draft, cost: "0" }, NOW)).toEqual({});
});

test("a whole form is what the contract takes; what nobody knows yet has no ruling", () => {
  const whole = { customer: "cus_1", happenedAt: new Date("2026-11-22T10:15").toISOString(), cost: { amount: "140.500000", currency: "EUR" }, security: false };
  expect(newIncident("cus_1", "EUR", draft)).toEqual({ ...whole, conversation: null, fault: null });
  expect(newIncident("cus_1", "EUR", { ...draft, fault: "third_party", conversation: "cv_1" })).toMatchObject({ fault: "third_party", conversation: "cv_1" });
});
