import { cost, createReference, monthOf, type Ask, type Line, type Terms } from "./reference.ts";
import type { BudgetAccount, World } from "./world.ts";

export const START = Date.parse("2026-01-10T12:00:00Z");

/** One run's reference model with what the commands choose from: they name accounts, holds and bookings by number. */
export type Model = ReturnType<typeof createModel>;

/** Two customers with contracts (recorded at once, and two months ago), a fund of the company, and a budget that nothing is granted to. */
export function budgetsOf(run: string, terms: Terms[]): BudgetAccount[] {
  const cycle = (offset: number) => (month: number) => terms[(month + offset) % terms.length] as Terms;
  const budget = (name: string) => ({ id: `customer/${run}${name}/budget`, customer: `${run}${name}` });
  return [
    { ...budget("a"), grants: { since: START, terms: cycle(0) } },
    { ...budget("b"), grants: { since: Date.parse("2025-11-20T00:00:00Z"), terms: cycle(1) } },
    { id: `company/${run}-fund`, customer: `${run}a`, grants: { since: START, terms: (month) => ({ ...cycle(2)(month), carryOver: 0 }) } },
    budget("none"),
  ];
}

export function createModel(run: string, terms: Terms[]) {
  const reference = createReference(START);
  const budgets = budgetsOf(run, terms);
  for (const name of ["company/grants", "company/goodwill", "company/overrun", "company/faults", "vendor/model", "staff/time"]) reference.open(name, false);
  for (const { id, customer, grants } of budgets) {
    reference.open(id, true, grants);
    reference.open(`customer/${customer}/support-cost`, false);
  }
  const bookings: { key: string; lines: Line[] }[] = [];
  let count = 0;
  const goodwill: BudgetAccount = { id: "company/goodwill", customer: `${run}a` };
  const unknown: BudgetAccount = { id: `customer/${run}/unknown`, customer: `${run}a` };
  const places = [...budgets, goodwill, unknown];

  return {
    reference,
    budgets,
    bookings,
    nextKey: (what: string) => `${run}/${what}${++count}`,
    place: (number: number): BudgetAccount => places[number % places.length] as BudgetAccount,
    /** The number-th hold that was ever taken, ended or not. */
    hold: (number: number) => [...reference.holds.values()].at(number % Math.max(1, reference.holds.size)),
    booking: (number: number) => bookings[number % Math.max(1, bookings.length)],
    remember: (key: string, lines: Line[]) => void bookings.push({ key, lines }),
    askFor(to: BudgetAccount, amount: bigint, more: Partial<Ask> = {}): Ask {
      const deadline = reference.clock.now + 3_600_000;
      return { key: `${run}/h${++count}`, account: to.id, amount, currency: "EUR", kind: "staff", customer: to.customer, deadline, ...more };
    },
    costLines: (of: { customer: string; kind: string; account: string }, amount: bigint) => cost(of, amount),
    /** Work that stopped has ended; then every turn of a month is gone through, as if somebody had been there. */
    runThrough(until: number): void {
      reference.sweep(until);
      const from = reference.clock.now;
      for (let month = monthOf(from) + 1; month <= monthOf(until); month++) {
        reference.clock.now = Date.UTC(Math.floor(month / 12), month % 12);
        for (const { id } of budgets) reference.touch(id);
      }
      reference.clock.now = until;
      for (const { id } of budgets) reference.touch(id);
    },
  };
}

/** After every command: each account has the balance, the held money and the period that the reference model says. */
export async function compareState(model: Model, world: World): Promise<string[]> {
  const differences: string[] = [];
  const found = await world.state();
  for (const name of world.watched) {
    const account = model.reference.accounts.get(name);
    const real = found.get(name);
    const expected = { balance: account?.balance, held: model.reference.heldOn(name), period: account?.grants && account.month };
    const period = real?.period && expected.period !== undefined ? monthOf(Date.parse(`${real.period}-01T00:00:00Z`)) : undefined;
    if (real?.balance !== expected.balance) differences.push(`${name}: balance ${real?.balance}, expected ${expected.balance}`);
    if (real?.held !== expected.held) differences.push(`${name}: held ${real?.held}, expected ${expected.held}`);
    if (period !== expected.period) differences.push(`${name}: period ${real?.period}, expected month ${expected.period}`);
  }
  return differences;
}
