import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alert, criticalCount, read, segmentOf, spellsOf, usualPerDay, type AlertRule, type CountedEpisode, type History } from "../../src/policies/index.ts";

// The three detectors of calls that come too often, as pure functions over what was counted: their boundaries, what they expect of whom,
// and what none of them ever counts.

const DAY = 86_400_000;
const now = Date.parse("2026-11-23T09:00:00Z");
const calls: AlertRule = { id: "many-calls", detector: "limit", counts: "organised_calls", limit: 2, days: 28 };
const rate: AlertRule = { id: "rate", detector: "limit", counts: "episodes", limit: 4, per: 30, days: 90 };
const tail: AlertRule = { id: "tail", detector: "poisson-tail", counts: "episodes", days: 28, chance: 0.001, atLeast: 4, learnDays: 180 };
const cusum: AlertRule = { id: "rise", detector: "cusum", counts: "episodes", factor: 2, threshold: 5, days: 14, learnDays: 180 };

let made = 0;
const at = (days: number, other: Partial<CountedEpisode> = {}): CountedEpisode => ({
  id: `epi_${++made}`,
  at: now - days * DAY,
  ours: false,
  security: false,
  ...other,
});
/** One every `every` days, from `from` days ago until `to` days ago. */
const steady = (every: number, from: number, to: number) => Array.from({ length: Math.floor((from - to) / every) + 1 }, (_, i) => at(from - i * every));
const history = (days: number, episodes: CountedEpisode[], segment?: History["segment"]): History => ({ since: now - days * DAY, episodes, segment });

test.each([
  { when: "two calls were organised in 28 days", episodes: [at(1), at(28)], over: false },
  { when: "a third was, exactly 28 days ago", episodes: [at(1), at(2), at(28)], over: true },
  { when: "the third was a millisecond before", episodes: [at(1), at(2), at(28 + 1 / DAY)], over: false },
  { when: "the third is on Thursday", episodes: [at(1), at(2), at(-3)], over: false },
  { when: "we asked for the third", episodes: [at(1), at(2), at(3, { ours: true })], over: false },
])("when $when, the limit on organised calls is over: $over", ({ episodes, over }) => {
  expect(read(calls, history(60, episodes), now).over).toBe(over);
});

test("a limit may be a rate: more than four in thirty days, over ninety", () => {
  expect(read(rate, history(90, steady(7.5, 90, 7.5)), now)).toMatchObject({ value: 12, limit: 12, over: false });
  expect(read(rate, history(90, [...steady(7.5, 90, 7.5), at(1)]), now)).toMatchObject({ value: 13, limit: 12, over: true });
});

// P(X >= n) of a Poisson, from any table: with a mean of 2, P(X >= 8) = 0.0011 and P(X >= 9) = 0.00024.
test.each([
  { mean: 2, chance: 0.001, count: 9 },
  { mean: 2, chance: 0.002, count: 8 },
  { mean: 0.5, chance: 0.02, count: 3 },
  { mean: 10, chance: 0.01, count: 19 },
])("chance alone brings $count with a mean of $mean less often than $chance", ({ mean, chance, count }) => {
  expect(criticalCount(mean, chance)).toBe(count);
});

describe("what is usual", () => {
  const like = (perDay: number, count = 20) => segmentOf(Array.from({ length: count }, () => ({ count: perDay * 180, days: 180 })));

  test("a customer of yesterday is as the others of its plan; one of two years is as itself", () => {
    const segment = segmentOf([9, 12, 15, 12, 3, 24].map((count) => ({ count, days: 180 })));
    expect(usualPerDay(segment, { count: 0, days: 1 })).toBeCloseTo(12.5 / 180, 2);
    const own = usualPerDay(segment, { count: 146, days: 730 });
    expect(own).toBeGreaterThan(0.17);
    expect(own).toBeLessThan(0.2);
  });

  test("where all are alike the others say more than where each is different", () => {
    const alike = like(0.1);
    const different = segmentOf([0, 40, 5, 30, 1, 35].map((count) => ({ count, days: 180 })));
    const shrunk = (segment: ReturnType<typeof like>, mean: number) => Math.abs(usualPerDay(segment, { count: 54, days: 180 }) - mean);
    expect(shrunk(alike, 0.1)).toBeLessThan(shrunk(different, 111 / 1080));
  });

  test("it lies between the customer's own rate and that of its segment, whatever the history", () => {
    const exposure = fc.record({ count: fc.nat(200), days: fc.double({ min: 1, max: 730, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(exposure, { minLength: 1, maxLength: 30 }), exposure, (others, own) => {
        const segment = segmentOf(others);
        const rates = [Math.max(segment.count, 0.5) / segment.days, own.count / own.days];
        const usual = usualPerDay(segment, own);
        expect(usual).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
        expect(usual).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
      }),
    );
  });
});

test("the same nine in four weeks are much for one customer and usual for another", () => {
  const segment = segmentOf([2, 3, 2, 14].map((perMonth) => ({ count: perMonth * 6, days: 180 })));
  const nine = steady(3, 26, 2);
  const quiet = read(tail, history(208, [...steady(15, 200, 29), ...nine], segment), now);
  expect(quiet).toMatchObject({ over: true, value: 9 });
  expect(quiet.expected).toBeGreaterThan(1.5);
  expect(quiet.expected).toBeLessThan(3);
  expect(read(tail, history(208, [...steady(3.5, 200, 29), ...nine], segment), now)).toMatchObject({ over: false, value: 9 });
});

test("whoever never called may call three times in a day and nobody is told", () => {
  const segment = segmentOf(Array.from({ length: 50 }, () => ({ count: 0, days: 180 })));
  expect(read(tail, history(208, [at(1), at(0.5), at(0)], segment), now)).toMatchObject({ over: false, value: 3, limit: 3 });
  expect(read(tail, history(208, [at(1), at(0.5), at(0.2), at(0)], segment), now).over).toBe(true);
});

describe("a lasting rise", () => {
  const usual = steady(15, 355, 60);
  const segment = segmentOf(Array.from({ length: 10 }, () => ({ count: 12, days: 180 })));

  test("to three times what is usual is found; what went on as before is not", () => {
    const tripled = [...usual, ...steady(5, 55, 0)];
    const [first, ...more] = spellsOf(cusum, history(360, tripled, segment), now - 60 * DAY, now);
    expect(first?.last).toMatchObject({ over: true });
    expect(first?.from).toBeGreaterThan(now - 50 * DAY);
    expect(more.length).toBeLessThanOrEqual(2);
    expect(spellsOf(cusum, history(360, [...usual, ...steady(15, 45, 0)], segment), now - 300 * DAY, now)).toEqual([]);
  });

  test("is counted from where it began, each matter named, and does not pass for usual meanwhile", () => {
    const reading = read(cusum, history(360, [...usual, ...steady(3, 24, 0)], segment), now);
    expect(reading.over).toBe(true);
    expect(reading.counted.every(({ at: when }) => when >= now - 90 * DAY)).toBe(true);
    expect((reading.expected ?? 0) / reading.days).toBeLessThan(0.08);
    expect(reading.value).toBeGreaterThan(reading.limit);
  });

  test("stands for fourteen days after its signal, to the millisecond", () => {
    const burst = [at(10), at(9.9), at(9.8), at(9.7), at(9.6), at(9.5)];
    const [spell] = spellsOf(cusum, history(360, burst, segment), now - 20 * DAY, now + 20 * DAY);
    expect(spell?.from).toBeCloseTo(now - 9.5 * DAY, -1);
    expect(spell?.until).toBe((spell?.from ?? 0) + 14 * DAY + 1);
  });
});

// PRODUCT: alerts never count contacts that we caused, and never a safety report.
test("what we caused and what was a safety report changes no reading of any detector", () => {
  const episode = fc.record({ days: fc.double({ min: 0, max: 300, noNaN: true }), kind: fc.constantFrom("counts", "ours", "security") });
  fc.assert(
    fc.property(fc.constantFrom(calls, rate, tail, cusum), fc.array(episode, { maxLength: 60 }), (rule, all) => {
      const episodes = all.map(({ days, kind }) => at(days, { ours: kind === "ours", security: kind === "security" }));
      const without = episodes.filter(({ ours, security }) => !ours && !security);
      expect(read(rule, history(360, episodes), now)).toEqual(read(rule, history(360, without), now));
    }),
  );
});

test("a decision can be made again from what is stored of it", () => {
  const segment = segmentOf([
    { count: 12, days: 180 },
    { count: 7, days: 90.5 },
  ]);
  const book = { alerts: [tail, cusum, calls] };
  for (const rule of book.alerts) {
    const facts = { rule: rule.id, now, since: now - 360 * DAY, episodes: steady(2, 30, 0), segment };
    const decision = alert.decide(facts, book);
    expect(decision.verdict).toBe("firing");
    expect(alert.decide(decision.facts as never, book)).toEqual(decision);
  }
});
