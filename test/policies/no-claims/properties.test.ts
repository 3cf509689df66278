import fc from "fast-check";
import { expect, test } from "vitest";
import { discountFor, FAULTS, INCIDENT_KINDS, levelAfter, type Fault, type ClaimsHistory, type Incident } from "../../../src/policies/index.ts";
import { presets } from "../../../src/rulebook/index.ts";
import { day, life } from "./lives.ts";

// What has to hold for every life under every scheme. fast-check prints its seed when one does not.

const YEARS_20 = day("2030-01-01") - day("2010-01-01");
const DAY = 86_400_000;
const FEE = 290_330_001n; // so odd that every cut would show

const scheme = fc.constantFrom(...Object.values(presets));
const moment = fc.integer({ min: 0, max: YEARS_20 / DAY }).map((days) => day("2010-01-01") + days * DAY);
const fault = fc.constantFrom(...FAULTS.filter((one) => one !== "unknown"));

const incident: fc.Arbitrary<Incident> = fc
  .record({
    kind: fc.constantFrom(...INCIDENT_KINDS),
    at: moment,
    heardAfter: fc.integer({ min: 0, max: 30 }),
    cost: fc.integer({ min: 0, max: 100 }),
    rulings: fc.array(fc.record({ class: fault, after: fc.integer({ min: 0, max: 400 }) }), { maxLength: 3 }),
  })
  .map(({ kind, at, heardAfter, cost, rulings }) => {
    const recordedAt = at + heardAfter * DAY;
    const told = rulings.map((one) => ({ class: one.class, at: recordedAt + one.after * DAY }));
    return { id: "inc_", kind, at, recordedAt, cost: BigInt(cost) * 1_000_000n, security: false, deadline: recordedAt + 14 * DAY, rulings: told };
  });

const history: fc.Arbitrary<ClaimsHistory> = fc
  .array(incident, { maxLength: 12 })
  .map((incidents) => life(...incidents.map((one, i) => ({ ...one, id: `inc_${i}` }))));

/** All that a life has earned up to a moment, period by period. */
function earned(given: (typeof presets)[string], lived: ClaimsHistory, now: number): bigint[] {
  const { steps, periods } = levelAfter(given, lived, now);
  return periods.map((period) => discountFor(given, steps, period, FEE));
}

test("no security report ever lowers a level, whatever anybody rules on it", () => {
  fc.assert(
    fc.property(scheme, history, fc.array(incident, { minLength: 1, maxLength: 5 }), moment, (given, lived, reports, now) => {
      const security = reports.map((one, i) => ({ ...one, id: `inc_security_${i}`, security: true }));
      expect(levelAfter(given, { ...lived, incidents: [...lived.incidents, ...security] }, now)).toEqual(levelAfter(given, lived, now));
    }),
    { numRuns: 500 },
  );
});

test("restored is never dropped: what is shown to be our doing leaves no trace, to the last unit", () => {
  fc.assert(
    fc.property(scheme, history, incident, fc.constantFrom<Fault>("ours", "third_party", "withdrawn"), moment, (given, lived, one, shown, now) => {
      const at = Math.max(one.recordedAt, ...one.rulings.map((ruling) => ruling.at));
      const cleared = { ...one, id: "inc_cleared", rulings: [...one.rulings, { class: shown, at }] };
      const later = Math.max(now, at);
      const dropped = { ...lived, incidents: [...lived.incidents, cleared] };
      expect(levelAfter(given, dropped, later)).toEqual(levelAfter(given, lived, later));
      expect(earned(given, dropped, later)).toEqual(earned(given, lived, later));
    }),
    { numRuns: 500 },
  );
});

test("what is closed stays closed: what happens later never changes what was computed, as long as nothing is shown not to count", () => {
  fc.assert(
    fc.property(scheme, history, moment, moment, (given, lived, one, other) => {
      const harsh = {
        ...lived,
        incidents: lived.incidents.map((each) => ({ ...each, rulings: each.rulings.slice(0, 1).map((ruling) => ({ ...ruling, class: "customer" as const })) })),
      };
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
      const before = levelAfter(given, harsh, earlier).steps;
      expect(levelAfter(given, harsh, later).steps.slice(0, before.length)).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

test("a level is always one of the scheme's, and time alone never lowers it", () => {
  fc.assert(
    fc.property(scheme, history, moment, (given, lived, now) => {
      const { steps, level } = levelAfter(given, lived, now);
      const place = (name: string) => given.levels.findIndex((one) => one.level === name);
      expect(place(level)).toBeGreaterThanOrEqual(0);
      for (const one of steps) if (one.incidents.length === 0 && one.cause !== "lapsed") expect(place(one.to)).toBeGreaterThanOrEqual(place(one.from));
    }),
    { numRuns: 500 },
  );
});

test("what we caused, what others caused and what cost less than the threshold never counts", () => {
  fc.assert(
    fc.property(scheme, history, fc.constantFrom<Fault>("ours", "third_party", "withdrawn"), moment, (given, lived, last, now) => {
      const clear = lived.incidents.map((one) => ({ ...one, rulings: [{ class: last, at: one.recordedAt }] }));
      const dear = { ...given, threshold: 10_001 };
      const clean = levelAfter(given, life(), now);
      expect(levelAfter(given, { ...lived, incidents: clear }, now)).toEqual(clean);
      expect(levelAfter(dear, lived, now)).toEqual(clean);
    }),
    { numRuns: 300 },
  );
});
