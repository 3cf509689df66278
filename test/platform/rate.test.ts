import { expect, test } from "vitest";
import { manualClock, type Clock } from "../../src/platform/clock.ts";
import { memoryLive } from "../../src/platform/live.ts";
import { sharedWindows, slidingWindows } from "../../src/platform/rate.ts";

const T0 = new Date("2026-11-22T09:00:00Z");

/** A clock that counts as the system's, moved by hand. */
function systemAt(start: Date): Clock & { pass(ms: number): void } {
  let now = start.getTime();
  return { kind: "system", now: () => new Date(now), pass: (ms) => void (now += ms) };
}

test("counts what lies within the window, whatever the boundary", () => {
  const clock = systemAt(T0);
  const windows = slidingWindows(clock);
  for (let i = 0; i < 5; i++) {
    windows.add("a");
    clock.pass(1_000);
  }
  expect(windows.recent("a", 10_000)).toBe(5);
  expect(windows.recent("b", 10_000)).toBe(0);
  clock.pass(6_000); // the first was 11 s ago, the second 10 s: both have left
  expect(windows.recent("a", 10_000)).toBe(3);
});

test("says how long to wait until one more fits", () => {
  const clock = systemAt(T0);
  const windows = slidingWindows(clock);
  for (let i = 0; i < 3; i++) windows.add("a");
  clock.pass(4_000);
  expect(windows.waitFor("a", 10_000, 3)).toBe(6);
  expect(windows.waitFor("a", 10_000, 4)).toBe(0);
  clock.pass(6_000);
  expect(windows.recent("a", 10_000)).toBe(0);
});

test("with a clock that stands still, real time passes as well", () => {
  let real = 0;
  const clock = manualClock(T0);
  const windows = slidingWindows(clock, () => real);
  windows.add("a");
  real = 9_999;
  expect(windows.recent("a", 10_000)).toBe(1);
  real = 10_000;
  expect(windows.recent("a", 10_000)).toBe(0);
  windows.add("a");
  clock.moveTo(new Date(T0.getTime() + 10_000));
  expect(windows.recent("a", 10_000)).toBe(0);
});

test("a long log stays exact while it is cut", () => {
  const clock = systemAt(T0);
  const windows = slidingWindows(clock);
  for (let i = 0; i < 1_000; i++) {
    windows.add("a");
    clock.pass(100);
    expect(windows.recent("a", 5_000)).toBe(Math.min(i + 1, 49));
  }
});

// Who is limited at one process must not go on at the next.
test("processes that share their live events share what they count", () => {
  const clock = systemAt(T0);
  const live = memoryLive();
  const one = sharedWindows(slidingWindows(clock), live);
  const other = sharedWindows(slidingWindows(clock), live);
  for (let i = 0; i < 3; i++) one.add("a");
  other.add("a");
  expect([one.recent("a", 10_000), other.recent("a", 10_000)]).toEqual([4, 4]);
  expect(other.waitFor("a", 10_000, 4)).toBe(10);
});
