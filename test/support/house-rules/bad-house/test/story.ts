import { describe, test } from "vitest";
// A real test would end in .test.ts; this one must not be run.
export function story(): void {
  // breaks: no-test-is-left-out
  describe.skip("a story", () => undefined);
  test.skipIf(process.platform === "win32")("may say where it cannot run", () => undefined);
}
// house: long because tables of numbers may be
export const table = [
  1, //
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
];
