// house: long because a table of numbers may be
import { describe, test } from "vitest";

// A real test would end in .test.ts; this one must not be run.
export function story(): void {
  // breaks: no-test-is-left-out
  describe.skip("a story", () => undefined);
  test.skipIf(process.platform === "win32")("may say where it cannot run", () => undefined);
}

export const first = 1;
export const second = 2;
export const third = 3;
export const fourth = 4;
export const fifth = 5;
export const sixth = 6;
export const seventh = 7;
export const eighth = 8;
export const ninth = 9;
