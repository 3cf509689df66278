/** What the nightly look through a memory may do, whatever a model answers: let doubles of one person's facts go, and nothing else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { believed, sameByRule, type Fact } from "../../src/avatar/memory/reflection.ts";

describe("whatever a model answers", () => {
  const words = fc.constantFrom("debian", "marldb", "hamburg", "cluster", "backup", "sunday", "server");
  const fact = fc.record({
    contact: fc.constantFrom("ana", "ben"),
    shared: fc.boolean(),
    fact: fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")),
  });

  test("each fact stays or has a double that stays, of the same person and kind", () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), fc.array(fc.array(fc.nat(15), { maxLength: 6 }), { maxLength: 8 }), (all, answer) => {
        const facts: Fact[] = all.map((one, i) => ({ ...one, id: `mem_${i}`, expires_at: new Date(0), conversation: null }));
        for (const merges of [believed(facts, answer), sameByRule(facts)]) {
          const named = merges.flat().map(({ id }) => id);
          expect(new Set(named).size).toBe(named.length);
          for (const same of merges) expect(new Set(same.map(({ contact, shared }) => `${contact} ${shared}`)).size).toBe(1);
        }
      }),
    );
  });
});
