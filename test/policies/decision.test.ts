import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { PolicyError, chooseModel, definePolicy, escalate, policies, replay } from "../../src/policies/index.ts";

const weather = definePolicy({
  id: "weather",
  about: "What to take along.",
  verdicts: ["coat", "umbrella", "nothing"],
  otherwise: { verdict: "nothing", code: "fine", text: "It is fine." },
  facts: z.object({ rain: z.boolean(), cold: z.boolean(), wind: z.boolean() }),
  decide({ rain, cold, wind }, book: { umbrellas: boolean }) {
    return [
      ...(rain && book.umbrellas ? [{ verdict: "umbrella" as const, code: "rain", text: "It rains." }] : []),
      ...(cold ? [{ verdict: "coat" as const, code: "cold", text: "It is cold." }] : []),
      ...(wind ? [{ verdict: "coat" as const, code: "wind", text: "It is windy." }] : []),
      ...(wind ? [{ verdict: "coat" as const, code: "wind", text: "It is windy." }] : []),
    ];
  },
});

test("the first verdict in order wins, and every reason is kept once, the winner's first", () => {
  expect(weather.decide({ rain: true, cold: true, wind: true }, { umbrellas: true })).toEqual({
    policy: "weather",
    verdict: "coat",
    reasons: [
      { code: "cold", text: "It is cold." },
      { code: "wind", text: "It is windy." },
      { code: "rain", text: "It rains." },
    ],
    facts: { rain: true, cold: true, wind: true },
  });
  expect(weather.decide({ rain: false, cold: false, wind: false }, { umbrellas: true })).toMatchObject({ verdict: "nothing", reasons: [{ code: "fine" }] });
});

test("another book shows what it would change", () => {
  const then = weather.decide({ rain: true, cold: false, wind: false }, { umbrellas: true });
  expect(replay(weather, then.facts, { umbrellas: true })).toEqual(then);
  expect(replay(weather, then.facts, { umbrellas: false }).verdict).toBe("nothing");
});

test("facts of another shape are refused", () => {
  expect(() => replay(weather, { rain: "very" }, { umbrellas: true })).toThrow(PolicyError);
});

test("a decision about money replays from JSON to the last micro-unit", () => {
  const book = { business: { currency: "EUR" } };
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.bigInt(0n, 10n ** 17n), (left, estimate) => {
      const decision = escalate.decide({ safety: [], requested: "contact", planHasHuman: true, left, estimate, alreadyOpen: null, requestsToday: 0 }, book);
      const stored = JSON.parse(JSON.stringify(decision)) as typeof decision;
      expect(stored.facts["left"]).toBe(left.toString());
      expect(replay(escalate, stored.facts, book)).toEqual(decision);
    }),
  );
});

test("every policy has its own id and says what it is about", () => {
  const ids = policies.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { about } of policies) expect(about).toMatch(/^[A-Z].{20,}\.$/);
});

/** Every string that a schema lets in, as `path`, unless it is an id, a code or an amount by its pattern. */
function looseStrings(schema: z.core.$ZodType, path: string): string[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, unknown>;
  switch (def.type) {
    case "object":
      return Object.entries(def["shape"] as Record<string, z.core.$ZodType>).flatMap(([key, value]) => looseStrings(value, `${path}.${key}`));
    case "array":
      return looseStrings(def["element"] as z.core.$ZodType, `${path}[]`);
    case "union":
      return (def["options"] as z.core.$ZodType[]).flatMap((option) => looseStrings(option, path));
    case "optional":
    case "nullable":
      return looseStrings(def["innerType"] as z.core.$ZodType, path);
    case "pipe":
      return looseStrings(def["in"] as z.core.$ZodType, path);
    case "string": {
      const checks = (def["checks"] ?? []) as { _zod: { def: { pattern?: RegExp } } }[];
      return checks.some((check) => check._zod.def.pattern && isNarrow(check._zod.def.pattern)) ? [] : [path];
    }
    case "number":
    case "bigint":
    case "boolean":
    case "enum":
    case "literal":
      return [];
    default:
      return [`${path} (${def.type})`];
  }
}

/** A pattern through which neither a sentence nor an address nor a name with a capital and a space fits. */
function isNarrow(pattern: RegExp): boolean {
  return ["Ana Souza", "ana@example.com", "my server is down", "x".repeat(200), "+49 40 123456"].every((text) => !pattern.test(text));
}

test.each(policies.map((policy) => [policy.id, policy] as const))("the facts of %s have no room for text or for a person", (_, policy) => {
  expect(looseStrings(policy.schema, policy.id)).toEqual([]);
});

test("the walk over the facts finds a string that lets text in", () => {
  expect(looseStrings(z.object({ words: z.array(z.string()) }), "bad")).toEqual(["bad.words[]"]);
  expect(looseStrings(z.object({ any: z.unknown() }), "bad")).toEqual(["bad.any (unknown)"]);
  expect(looseStrings(chooseModel.schema, "good")).toEqual([]);
});
