import fc from "fast-check";
import { expect, test } from "vitest";
import { BEN, type Desk } from "../../escalations/desk.ts";
import { bookings, crashes, houseWith } from "./years.ts";

// A reset that a job executes is lost when the job does not run. Here a period's end is computed, so a service that stood still for weeks
// has to book what one that ran through has booked: the same levels, the same postings, at the same moments.

const DAY_MS = 86_400_000;
const MONTHLY = (effective: string) => `  scheme: monthly
  classifyDays: 10
  schemes:
    monthly:
      name: monthly
      about: A level for each month.
      levels: [{ level: 0, pays: 100 % }, { level: 1, pays: 95 % }, { level: 2, pays: 87.5 % }, { level: 3, pays: 80 % }]
      start: 0
      period: { months: 1 }
      effective: ${effective}
      clean: { steps: 1 }
      counts: { crash: [${effective === "at_once" ? "unknown, " : ""}still_unknown, customer], escalation: [customer] }
      incidents: { apply: each, rows: [{ steps: -2 }] }
`;

type Event = { day: number; does: "crash" | "ours" | "customer" };

/** Lives through these events, then stands still or runs for 45 days. */
async function lives(desk: Desk, events: Event[], stops: boolean) {
  const begin = desk.clock.now().getTime();
  const customer = await desk.customer("standard", { start: "2026-11-23" });
  for (const { day, does } of events) {
    await desk.advance(new Date(begin + day * DAY_MS));
    if (does === "crash") await crashes(desk, customer.id);
    const [waiting] = await desk.noClaims.incidents({ customer: customer.id, limit: 1 });
    if (does !== "crash" && waiting) await desk.noClaims.rule(waiting.id, does, BEN);
  }
  const end = new Date(begin + (70 + 45) * DAY_MS);
  await desk.advance(new Date(begin + 70 * DAY_MS));
  if (stops) desk.clock.moveTo(end);
  await desk.advance(end);
  const [stored] = await desk.db.query<{ level: string; changes: number }>("select level, changes from no_claims where customer = $1", [customer.id]);
  const told = await desk.db.query("select cause, from_level, to_level, amount, at from no_claims_changes where customer = $1 order by place", [customer.id]);
  const booked = await bookings(desk, customer.id);
  const { differences } = await desk.noClaims.check();
  await desk.close();
  return { stored, told, booked, differences };
}

const event: fc.Arbitrary<Event> = fc.record({ day: fc.integer({ min: 0, max: 69 }), does: fc.constantFrom("crash", "crash", "ours", "customer") });

test.each(["renewal", "at_once"])("standing still for 45 days over two period ends books what running through books (%s)", async (effective) => {
  const schemes = MONTHLY(effective);
  let booked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 5 }), async (given) => {
      // The last one leaves a deadline that falls into the time of standing still.
      const events = [...given.toSorted((a, b) => a.day - b.day), { day: 69, does: "crash" as const }];
      const ran = await lives(await houseWith(schemes), events, false);
      const stood = await lives(await houseWith(schemes), events, true);
      expect(stood).toEqual(ran);
      expect(ran.differences).toEqual([]);
      booked += ran.booked.length;
    }),
    { numRuns: 4 },
  );
  // A life with a crash every month has no discount to book; four such lives prove nothing.
  expect(booked).toBeGreaterThan(0);
});
