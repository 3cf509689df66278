import fc from "fast-check";
import { expect, test } from "vitest";
import { step, timingOf, type AlertState, type Timing } from "../../src/policies/index.ts";

// The life of an alert: it waits, fires, is resolved, cools down. It never flaps, and what was not seen has not got better.

const HOUR = 3_600_000;
const DEFAULTS = timingOf({ id: "many", detector: "limit", counts: "episodes", limit: 3, days: 7 });
const timing = (more: Partial<Timing> = {}): Timing => ({ wait: 0, keep: 0, coolDown: 0, remind: undefined, ...more });

type Told = { at: number };
/** Looks at an alert at each of these moments; what it was told, how often it fired and was resolved. */
function live(looks: { at: number; over: boolean | "missing"; value?: number; muted?: boolean; acknowledged?: boolean }[], timed: Timing) {
  let state: AlertState = { state: "quiet" };
  const told: Told[] = [];
  let fired = 0;
  let resolved = 0;
  const states: string[] = [];
  for (const { at, over, value = over ? 4 : 3, muted = false, acknowledged } of looks) {
    if (acknowledged && state.state === "firing") state = { ...state, acknowledgedAt: at };
    const { next, tell } = step(state, { now: at, over, value, muted }, timed);
    if (next.state === "firing" && state.state !== "firing") fired++;
    if (next.state === "resolved" && state.state === "firing") resolved++;
    if (tell) told.push({ at });
    state = next;
    states.push(state.state);
  }
  return { told: told.map(({ at }) => at), fired, resolved, states, state };
}

// The promise of the specification: a value that swings around its limit a hundred times is one alert, and at most one resolve.
test("a hundred swings are one alert, one notice, and at most one resolve, however long each takes and whatever the timing", () => {
  const half = fc.integer({ min: 1, max: 72 * HOUR - 1 });
  const property = fc.property(
    fc.array(half, { minLength: 200, maxLength: 200 }),
    fc.record({ keep: fc.integer({ min: 0, max: 100 * HOUR }), more: fc.integer({ min: 0, max: 100 * HOUR }) }),
    (halves, { keep, more }) => {
      let at = 0;
      const looks = halves.map((length, nth) => ({ at: (at += length), over: nth % 2 === 0 }));
      const { fired, resolved, told } = live(looks, timing({ keep, coolDown: Math.max(...halves) + 1 + more }));
      expect({ fired, told: told.length }).toEqual({ fired: 1, told: 1 });
      expect(resolved).toBeLessThanOrEqual(1);
    },
  );
  fc.assert(property, { numRuns: 300, verbose: 1 });
});

test("with the timing of the shipped book a hundred swings of up to three days are one alert", () => {
  const looks = Array.from({ length: 200 }, (_, nth) => ({ at: nth * 71 * HOUR, over: nth % 2 === 0 }));
  expect(live(looks, DEFAULTS)).toMatchObject({ fired: 1, resolved: 1, told: [0] });
});

test("it fires when it has held for its time, and never for less", () => {
  const timed = timing({ wait: 2 * HOUR });
  expect(
    live(
      [0, 1, 2].map((hour) => ({ at: hour * HOUR, over: true })),
      timed,
    ).states,
  ).toEqual(["pending", "pending", "firing"]);
  const broken = [
    { at: 0, over: true },
    { at: HOUR, over: false },
    { at: 2 * HOUR, over: true },
    { at: 3 * HOUR, over: true },
  ];
  expect(live(broken, timed)).toMatchObject({ states: ["pending", "quiet", "pending", "pending"], told: [] });
});

test("it fires on for its time after it has ceased to hold", () => {
  const hours = [0, 1, 23, 24.9, 25].map((hour) => ({ at: hour * HOUR, over: hour === 0 }));
  expect(live(hours, timing({ keep: 24 * HOUR })).states).toEqual(["firing", "firing", "firing", "firing", "resolved"]);
});

test("while it cools down, what is worse than before and what lasts fires all the same", () => {
  const timed = timing({ coolDown: 72 * HOUR });
  const swing = [
    { at: 0, over: true },
    { at: HOUR, over: false },
    { at: 2 * HOUR, over: true },
  ];
  expect(live([...swing, { at: 3 * HOUR, over: true, value: 5 }], timed).fired).toBe(2);
  expect(live([...swing, { at: 73 * HOUR, over: true }], timed).fired).toBe(1);
  expect(live([...swing, { at: 74 * HOUR, over: true }], timed).fired).toBe(2);
  expect(live([...swing.slice(0, 2), { at: 73 * HOUR, over: true }], timed).fired).toBe(2);
});

test("missing data never resolves, however long it is missing, and never fires", () => {
  const look = fc.record({ wait: fc.integer({ min: 1, max: 200 * HOUR }), seen: fc.constantFrom<(boolean | "missing")[]>(true, "missing") });
  fc.assert(
    fc.property(fc.array(look, { maxLength: 50 }), fc.integer({ min: 0, max: 10 * HOUR }), (looks, keep) => {
      let at = 0;
      const { states } = live(
        [{ at, over: true }, ...looks.map(({ wait, seen }) => ({ at: (at += wait), over: seen as boolean | "missing" }))],
        timing({ keep }),
      );
      expect(new Set(states)).toEqual(new Set(["firing"]));
    }),
  );
  expect(live([{ at: 0, over: "missing" }], timing()).states).toEqual(["quiet"]);
  const timed = timing({ keep: 2 * HOUR });
  const gap = [
    { at: 0, over: true },
    { at: HOUR, over: false },
    { at: 2 * HOUR, over: "missing" as const },
    { at: 4 * HOUR, over: false },
    { at: 5 * HOUR, over: false },
  ];
  expect(live(gap, timed).states.at(-1)).toBe("firing");
});

test("what is muted fires, is told to nobody, and is told once when it may be", () => {
  const looks = [0, 1, 2, 3].map((hour) => ({ at: hour * HOUR, over: true, muted: hour < 2 }));
  expect(live(looks, timing())).toMatchObject({ fired: 1, told: [2 * HOUR] });
  expect(
    live(
      [
        { at: 0, over: true, muted: true },
        { at: HOUR, over: false },
        { at: 2 * HOUR, over: false },
      ],
      timing(),
    ).told,
  ).toEqual([]);
});

test("who has acknowledged hears again when it still fires long after, and has to acknowledge anew", () => {
  const timed = timing({ remind: 24 * HOUR });
  const looks = [0, 10, 24, 34].map((hour) => ({ at: hour * HOUR, over: true, acknowledged: hour === 10 }));
  const { told, state } = live(looks, timed);
  expect(told).toEqual([0, 34 * HOUR]);
  expect(state).toMatchObject({ acknowledgedAt: undefined });
  expect(live(looks, timing()).told).toEqual([0]);
});
