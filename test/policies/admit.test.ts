import { expect, test } from "vitest";
import { admit } from "../../src/policies/index.ts";

const book = { admit: { messages: 30, seconds: 10, addressMessages: 120, addressSeconds: 60, maxBytes: 16_384 } };
const calm = { channel: "web", recent: 0, addressRecent: 0, anonymous: false, bytes: 100 } as const;

test.each([
  { when: "all is calm", facts: {}, verdict: "admitted", codes: ["within_limits"] },
  { when: "it is the 30th message in 10 s", facts: { recent: 29 }, verdict: "admitted", codes: ["within_limits"] },
  { when: "it is the 31st message in 10 s", facts: { recent: 30 }, verdict: "refused", codes: ["too_fast"] },
  { when: "it is the 31st on another channel", facts: { recent: 30, channel: "other" as const }, verdict: "joined", codes: ["too_fast"] },
  { when: "it has exactly 16 KiB", facts: { bytes: 16_384 }, verdict: "admitted", codes: ["within_limits"] },
  { when: "it is one byte too long", facts: { bytes: 16_385 }, verdict: "refused", codes: ["too_long"] },
  { when: "it is too long for mail", facts: { bytes: 16_385, channel: "other" as const }, verdict: "joined", codes: ["too_long"] },
  { when: "strangers flood from one address", facts: { addressRecent: 120, anonymous: true }, verdict: "refused", codes: ["address_too_fast"] },
  { when: "a known contact shares that address", facts: { addressRecent: 120 }, verdict: "admitted", codes: ["within_limits"] },
  {
    when: "all is too much at once",
    facts: { recent: 99, addressRecent: 999, anonymous: true, bytes: 99_999 },
    verdict: "refused",
    codes: ["too_long", "too_fast", "address_too_fast"],
  },
])("when $when, a message is $verdict", ({ facts, verdict, codes }) => {
  const decision = admit.decide({ ...calm, ...facts }, book);
  expect(decision.verdict).toBe(verdict);
  expect(decision.reasons.map((reason) => reason.code)).toEqual(codes);
});
