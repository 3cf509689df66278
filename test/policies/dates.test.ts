import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import {
  dateIn,
  isOpen,
  nextOpening,
  nextPeriod,
  periodBounds,
  periodOf,
  periodsBetween,
  workingDaysAfter,
  workingDaysBefore,
} from "../../src/policies/index.ts";
import type { WorkingTime } from "../../src/policies/index.ts";

const office: WorkingTime = {
  timeZone: "Europe/Berlin",
  days: ["mon", "tue", "wed", "thu", "fri"],
  from: "09:00",
  to: "17:00",
  holidays: ["2026-12-24", "2026-12-25"],
};
const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo", "Pacific/Apia", "UTC", "America/Santiago"];

const at = (text: string) => Date.parse(text);
const iso = (time: number) => new Date(time).toISOString();

test.each([
  { asked: "Monday morning", from: "2026-11-23T08:00:00+01:00", until: "2026-11-26T17:00:00+01:00" },
  { asked: "Monday at 23:59", from: "2026-11-23T23:59:00+01:00", until: "2026-11-26T17:00:00+01:00" },
  { asked: "Wednesday, over the weekend", from: "2026-11-25T12:00:00+01:00", until: "2026-11-30T17:00:00+01:00" },
  { asked: "Friday", from: "2026-11-20T12:00:00+01:00", until: "2026-11-25T17:00:00+01:00" },
  { asked: "Saturday", from: "2026-11-21T12:00:00+01:00", until: "2026-11-25T17:00:00+01:00" },
  { asked: "Monday after midnight, still Sunday in UTC", from: "2026-11-22T23:30:00Z", until: "2026-11-26T17:00:00+01:00" },
  { asked: "before Christmas", from: "2026-12-22T12:00:00+01:00", until: "2026-12-29T17:00:00+01:00" },
  { asked: "before the clocks go back", from: "2026-10-23T12:00:00+02:00", until: "2026-10-28T17:00:00+01:00" },
  { asked: "before the clocks go forward", from: "2027-03-26T12:00:00+01:00", until: "2027-03-31T17:00:00+02:00" },
])("asked on $asked, three working days end at $until", ({ from, until }) => {
  expect(iso(workingDaysAfter(at(from), 3, office))).toBe(iso(at(until)));
});

test("no working day ahead means the end of today, or of the next working day", () => {
  expect(iso(workingDaysAfter(at("2026-11-20T10:00:00+01:00"), 0, office))).toBe("2026-11-20T16:00:00.000Z");
  expect(iso(workingDaysAfter(at("2026-11-21T10:00:00+01:00"), 0, office))).toBe("2026-11-23T16:00:00.000Z");
});

test("staff are warned at the beginning of the working day before", () => {
  expect(iso(workingDaysBefore(at("2026-11-26T17:00:00+01:00"), 1, office))).toBe("2026-11-25T08:00:00.000Z");
  expect(iso(workingDaysBefore(at("2026-11-30T17:00:00+01:00"), 1, office))).toBe("2026-11-27T08:00:00.000Z");
});

test.each([
  ["Friday 08:59", "2026-11-20T08:59:59+01:00", false, "2026-11-20T09:00:00+01:00"],
  ["Friday 09:00", "2026-11-20T09:00:00+01:00", true, "2026-11-23T09:00:00+01:00"],
  ["Friday 16:59", "2026-11-20T16:59:59+01:00", true, "2026-11-23T09:00:00+01:00"],
  ["Friday 17:00", "2026-11-20T17:00:00+01:00", false, "2026-11-23T09:00:00+01:00"],
  ["Sunday", "2026-11-22T12:00:00+01:00", false, "2026-11-23T09:00:00+01:00"],
  ["Christmas Eve", "2026-12-24T12:00:00+01:00", false, "2026-12-28T09:00:00+01:00"],
])("%s: people at work or not, and when next", (_, time, open, next) => {
  expect(isOpen(at(time), office)).toBe(open);
  expect(iso(nextOpening(at(time), office))).toBe(iso(at(next)));
});

test("a calendar without working days is refused instead of searched for ever", () => {
  expect(() => workingDaysAfter(0, 1, { ...office, days: [] })).toThrow(RangeError);
});

test("a month ends at the owner's midnight", () => {
  expect(periodOf(at("2026-10-31T22:59:59Z"), "Europe/Berlin")).toBe("2026-10");
  expect(periodOf(at("2026-10-31T23:00:00Z"), "Europe/Berlin")).toBe("2026-11");
  expect(periodBounds("2026-10", "Europe/Berlin")).toEqual({ from: at("2026-09-30T22:00:00Z"), to: at("2026-10-31T23:00:00Z") });
  expect(periodBounds("2026-12", "Europe/Berlin").to).toBe(periodBounds("2027-01", "Europe/Berlin").from);
});

test("months follow each other over the year's end", () => {
  expect(nextPeriod("2026-12")).toBe("2027-01");
  expect(periodsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(periodsBetween("2026-11", "2026-11")).toEqual(["2026-11"]);
  expect(periodsBetween("2026-12", "2026-11")).toEqual([]);
  expect(() => nextPeriod("2026-13")).toThrow(RangeError);
});

const anyTime = fc.integer({ min: at("2000-01-01T00:00:00Z"), max: at("2040-01-01T00:00:00Z") });

test("dates, months and their bounds agree with luxon in every kind of zone", () => {
  fc.assert(
    fc.property(anyTime, fc.constantFrom(...zones), (time, zone) => {
      const there = DateTime.fromMillis(time, { zone });
      expect(dateIn(time, zone)).toBe(there.toISODate());
      const period = periodOf(time, zone);
      expect(period).toBe(there.toFormat("yyyy-MM"));
      const { from, to } = periodBounds(period, zone);
      expect([from, to]).toEqual([there.startOf("month").toMillis(), there.plus({ months: 1 }).startOf("month").toMillis()]);
      expect(from <= time && time < to).toBe(true);
    }),
  );
});

test("a promised date is a working day's end, in the future, and never moves back when asked later", () => {
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 1, max: 10 }), fc.constantFrom(...zones), fc.nat(3_600_000 * 48), (time, days, timeZone, later) => {
      const work = { ...office, timeZone };
      const due = workingDaysAfter(time, days, work);
      const there = DateTime.fromMillis(due, { zone: timeZone });
      expect(there.toFormat("HH:mm")).toBe("17:00");
      expect(there.weekday).toBeLessThanOrEqual(5);
      expect(due).toBeGreaterThan(time);
      expect(workingDaysAfter(time + later, days, work)).toBeGreaterThanOrEqual(due);
    }),
  );
});
