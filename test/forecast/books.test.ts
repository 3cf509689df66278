import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CountedCustomer, Life } from "../../src/care/index.ts";
import { bookFigures, forecasts } from "../../src/forecast/index.ts";
import { lotOf } from "../../src/policies/index.ts";
import { loadRulebook, readRulebook, TONGUE_IN_CHEEK } from "../../src/rulebook/index.ts";
import { openDesk } from "../escalations/desk.ts";

// The joke is kept (PRODUCT): the specification to the letter loads, and an owner sees in figures what it would do. The past here is small
// enough to count by hand.

const fair = loadRulebook(readFileSync("policies.yaml"), "policies.yaml").book;
const { book: letter } = await readRulebook(TONGUE_IN_CHEEK);
const now = new Date("2026-07-01T10:00:00Z"); // noon in Berlin; 182 days before is 31 December
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** A customer who draws no lot that holds it out. */
const lucky = (from: number): string => {
  for (let i = from; ; i++) if (fair.thanks.campaigns.every(({ id, holdOut }) => lotOf(id, `cus_${i}`) >= holdOut)) return `cus_${i}`;
};
const FIRST = lucky(0);
const life = (more: Partial<Life> = {}): Life => ({
  id: FIRST,
  plan: "standard",
  fee: 290_000_000n,
  claims: { timeZone: "Europe/Berlin", cover: [{ from: "2021-01-15", to: null }], incidents: [] },
  missed: [],
  ...more,
});
const crash = (day: string): Life["claims"]["incidents"][number] => ({
  id: "inc_1",
  kind: "crash",
  at: at(day),
  recordedAt: at(day),
  cost: 1_000_000n,
  security: false,
  deadline: at(day) + 1,
  rulings: [{ class: "customer", at: at(day) }],
});

function past(lives: Life[], begun: Record<string, string[]> = {}) {
  const customers: CountedCustomer[] = lives.map(({ id, plan }) => ({
    id,
    name: id,
    plan,
    history: { since: at("2021-01-15"), episodes: (begun[id] ?? []).map((day, i) => ({ id: `epi_${i}`, at: at(day), ours: false, security: false })) },
  }));
  const counting = { everybody: async (counts: string) => (counts === "episodes" ? customers : []) };
  return { counting, lives, now, people: new Map(lives.map(({ id }) => [id, 3])) };
}

test("to the letter: whoever comes twice in a month is an alert, and in the fair book nobody is before the fourth in a week", async () => {
  const twice = past([life()], { [FIRST]: ["2026-05-01", "2026-05-20"] });
  expect((await bookFigures(letter, twice)).alerts).toEqual({ fired: 1, customers: 1, people: 3 });
  expect((await bookFigures(fair, twice)).alerts).toEqual({ fired: 0, customers: 0, people: 0 });
});

test("the silent are loved every month, the fair book thanks once a quarter; whoever asked once is not loved to the letter, and whom we let down by nobody", async () => {
  // Quarters begin on 1 January, 1 April and 1 July; the anniversary of 15 January waits 28 days after the first, within its 30.
  expect((await bookFigures(letter, past([life()]))).thanks).toMatchObject({ sent: 4, customers: 1, cost: 40_000n });
  // 92 days apart: 1 January, and 3 April for the quarter before; the anniversary is too old by then, and July has to wait.
  expect((await bookFigures(fair, past([life()]))).thanks).toMatchObject({ sent: 2, customers: 1, heldOut: 0 });
  const asked = past([life()], { [FIRST]: ["2026-03-20"] });
  expect((await bookFigures(letter, asked)).thanks.sent).toBe(3); // who asked in March is not loved in April; by July, 92 days are over
  expect((await bookFigures(fair, asked)).thanks.sent).toBe(2);
  expect((await bookFigures(fair, past([life({ missed: [at("2025-01-01")] })]))).thanks.sent).toBe(0);
});

test("a crash after five years takes a quarter of the fee at once; the fair book takes nothing before the renewal", async () => {
  const crashed = past([life({ claims: { ...life().claims, incidents: [crash("2026-03-01")] } })]);
  const [harsh, kind] = [(await bookFigures(letter, crashed)).discounts, (await bookFigures(fair, crashed)).discounts];
  // 25 % of twelve fees, for the 122 of 365 days that are left until now.
  expect(Number(harsh.lost) / 1e6).toBeCloseTo((3_480 * 0.25 * 122) / 365, -1);
  expect([harsh.customers, harsh.people]).toEqual([1, 3]);
  expect(kind).toMatchObject({ lost: 0n, customers: 0 });
  expect(harsh.granted + harsh.lost).toBe(kind.granted);
  expect([(await bookFigures(letter, crashed)).serving, (await bookFigures(fair, crashed)).serving]).toEqual([29_000_000n, 72_500_000n]);
});

test("the same past gives the same figures; nobody, none", async () => {
  const lives = Array.from({ length: 5 }, (_, i) => life({ id: lucky(100 * i), claims: { ...life().claims, incidents: i % 2 ? [crash("2026-02-02")] : [] } }));
  expect(await bookFigures(letter, past(lives))).toEqual(await bookFigures(letter, past(lives)));
  expect(await bookFigures(letter, past([]))).toMatchObject({ alerts: { fired: 0 }, thanks: { sent: 0 }, discounts: { granted: 0n }, serving: 0n });
});

test("the command reads the customers that there are, and says so where there are none, or no such book", async () => {
  const desk = await openDesk();
  await desk.customer("standard", { start: "2023-11-23" });
  const house = { seed: 1, now: desk.clock.now(), book: async () => fair, db: async () => desk.db };
  const run = (values: Record<string, string>, db: () => Promise<typeof desk.db | string> = house.db) => forecasts["books"]?.run(values, { ...house, db });
  expect((await run({}))?.lines.join("\n")).toMatch(/may be spent on serving who pays, a month\s+72\.50 EUR\s+29\.00 EUR/);
  expect(await run({}, async () => "There is no database here yet.")).toEqual({ report: null, lines: ["There is no database here yet."] });
  await expect(run({ other: "no-such-book.yaml" })).rejects.toMatchObject({ code: "forecast_misused" });
  await desk.close();
});
