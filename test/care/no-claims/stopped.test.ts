import fc from "fast-check";
import { expect, test } from "vitest";
import { customerBudget } from "../../../src/ledger/index.ts";
import { BEN, type Desk } from "../../escalations/desk.ts";
import { bookings, crashes, helped, houseWith, MONTHLY } from "./years.ts";

// A reset that a job executes is lost when the job does not run. Here a period's end is computed, so a service that stood still for weeks
// has to book what one that ran through has booked: the same levels, the same postings, at the same moments, and the same budgets.

const DAY_MS = 86_400_000;
// From 22 January to 8 March 2027: two renewals (on the 23rd) and two months of the budget end meanwhile.
const STOP = 60;
const STOOD = 45;
type Event = { day: number; does: "crash" | "ours" | "customer" | "help" };

/** Lives through these events, then stands still or runs for 45 days. */
async function lives(desk: Desk, events: Event[], stops: boolean) {
  const begin = desk.clock.now().getTime();
  const customer = await desk.customer("standard", { start: "2026-11-23" });
  for (const { day, does } of events) {
    await desk.advance(new Date(begin + day * DAY_MS));
    // Whoever is helped pays for it from the budget of that month, and what is left of it is carried over into the next.
    if (does === "help") await helped(desk, customer);
    else if (does === "crash") await crashes(desk, customer.id);
    else {
      const [waiting] = await desk.noClaims.incidents({ customer: customer.id, limit: 1 });
      if (waiting) await desk.noClaims.rule(waiting.id, does, BEN);
    }
  }
  const [stop, end] = [new Date(begin + STOP * DAY_MS), new Date(begin + (STOP + STOOD) * DAY_MS)];
  await desk.advance(stop);
  if (stops) desk.clock.moveTo(end);
  else
    for (let day = STOP + 1; day < STOP + STOOD; day++) {
      await desk.advance(new Date(begin + day * DAY_MS));
      await customer.budget(); // a budget is opened by whoever asks for it: here every day, there once
    }
  await desk.advance(end);
  const [stored] = await desk.db.query<{ level: string; changes: number }>("select level, changes from no_claims where customer = $1", [customer.id]);
  const told = await desk.db.query("select cause, from_level, to_level, amount, at from no_claims_changes where customer = $1 order by place", [customer.id]);
  const booked = await bookings(desk, customer.id);
  const budget = await customer.budget();
  const granted = await desk.db.query<{ period: string; amount: bigint }>(
    "select t.facts->>'period' as period, p.amount from transfers t join postings p on p.transfer = t.id where t.kind = 'grant' and p.account = $1 order by 1",
    [customerBudget(customer.id)],
  );
  const { differences } = await desk.noClaims.check();
  const renewals = await desk.db.query("select 1 from no_claims_periods where customer = $1 and from_at > $2", [customer.id, stop]);
  await desk.close();
  return { stored, told, booked, budget, granted, differences, renewals: renewals.length };
}

const event: fc.Arbitrary<Event> = fc.record({
  day: fc.integer({ min: 0, max: STOP - 1 }),
  does: fc.constantFrom("crash", "crash", "ours", "customer", "help"),
});

test.each(["renewal", "at_once"])("standing still for 45 days over two period ends books what running through books (%s)", async (effective) => {
  const schemes = MONTHLY(effective);
  let booked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 5 }), async (given) => {
      // The last one leaves a deadline that falls into the time of standing still.
      const events = [...given.toSorted((a, b) => a.day - b.day), { day: STOP - 1, does: "crash" as const }];
      const ran = await lives(await houseWith(schemes), events, false);
      const stood = await lives(await houseWith(schemes), events, true);
      expect(stood).toEqual(ran);
      expect(ran.differences).toEqual([]);
      expect(ran).toMatchObject({ renewals: 2, granted: Array.from({ length: 5 }, () => ({})) });
      booked += ran.booked.length;
    }),
    { numRuns: 8 },
  );
  // A life with a crash every month has no discount to book; if all were such lives, nothing would be proved.
  expect(booked).toBeGreaterThan(0);
});
