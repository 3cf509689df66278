import { expect, test } from "vitest";
import { daysLeft, due, relative, span } from "../../../src/web/console/parts/when.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

test.each([
  [0, "just now"],
  [-0.9, "just now"],
  [-12, "12 min ago"],
  [-119, "1 h ago"],
  [180, "in 3 h"],
  [-47 * 60, "47 h ago"],
  [-49 * 60, "2 days ago"],
])("%d minutes from now is said as %j", (minutes, words) => {
  expect(relative(at(minutes), NOW)).toBe(words);
});

test("a date that we owe says how it stands, with minutes where they matter", () => {
  expect(due(at(114), NOW)).toEqual({ text: "in 1 h 54 min", overdue: false, soon: true });
  expect(due(at(120), NOW)).toEqual({ text: "in 2 h", overdue: false, soon: true });
  expect(due(at(10 * 60 + 5), NOW)).toEqual({ text: "in 10 h", overdue: false, soon: false });
  expect(due(at(-35), NOW)).toEqual({ text: "overdue by 35 min", overdue: true, soon: false });
});

test("days left are calendar days of the reader", () => {
  const local = (day: number, hour: number) => new Date(2026, 10, day, hour);
  expect(daysLeft(local(23, 1).toISOString(), local(22, 23).getTime())).toBe(1);
  expect(daysLeft(local(22, 23).toISOString(), local(22, 1).getTime())).toBe(0);
  expect(daysLeft(local(21, 23).toISOString(), local(22, 1).getTime())).toBe(-1);
});

test("a span is rounded down", () => {
  expect(span(59_999)).toBe("59 s");
  expect(span(3_599_999)).toBe("59 min");
});
