import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ruling } from "../../../src/http/contract.ts";
import { BEN } from "../../escalations/desk.ts";
import { bookings, crashes, houseWith, MONTHLY } from "./years.ts";

// Restored is never dropped, in the books: whatever happened to a customer, once all of it is shown not to count they have what a twin has to
// whom nothing ever happened, to the last micro-unit. The policy promises it of histories; here it is held by postings, rulings and objections.

const DAY_MS = 86_400_000;
const LAST_DAY = 100;

type Deed = { day: number; does: "crash" | "security crash" | "rule" | "object" | "other fee"; fault: Ruling["fault"]; fee: number };

const fault = fc.constantFrom<Ruling["fault"]>("customer", "shared", "ours", "third_party");
const deed: fc.Arbitrary<Deed> = fc.record({
  day: fc.integer({ min: 0, max: LAST_DAY }),
  does: fc.constantFrom("crash", "crash", "crash", "security crash", "rule", "object", "other fee"),
  fault,
  fee: fc.integer({ min: 1, max: 999 }),
});
const cleared = fc.constantFrom<Ruling["fault"]>("ours", "third_party", "withdrawn");

test.each(["renewal", "at_once"])(
  "shown not to count, it is as if nothing had happened, in the books of a whole life (%s)",
  { timeout: 120_000 },
  async (effective) => {
    let restored = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 8 }), fc.array(cleared, { minLength: 3, maxLength: 3 }), async (deeds, why) => {
        const desk = await houseWith(MONTHLY(effective));
        const begin = desk.clock.now().getTime();
        const [hit, twin] = [
          await desk.customer("standard", { start: "2026-11-23", fee: 291 }),
          await desk.customer("standard", { start: "2026-11-23", fee: 291 }),
        ];
        const incidents = () => desk.noClaims.incidents({ customer: hit.id, limit: 50 });
        // A first crash, so that there is something to restore in each life.
        const all: Deed[] = [{ day: 40, does: "crash", fault: "customer", fee: 0 }, ...deeds].toSorted((a, b) => a.day - b.day) as Deed[];
        for (const { day, does, fault: whose, fee } of all) {
          await desk.advance(new Date(begin + day * DAY_MS));
          const [last] = await incidents();
          if (does === "crash") await crashes(desk, hit.id, day % 2 === 0 ? {} : { fault: whose });
          else if (does === "security crash") await crashes(desk, hit.id, { security: true, fault: "customer" });
          else if (does === "rule" && last) await desk.noClaims.rule(last.id, whose, BEN);
          else if (does === "object") await desk.noClaims.object({ customer: hit.id });
          else if (does === "other fee")
            for (const { id } of [hit, twin]) await desk.customers.update(id, { contract: { fee: BigInt(fee) * 1_010_101n, start: "2026-11-23" } });
        }
        await desk.advance(new Date(begin + (LAST_DAY + 5) * DAY_MS));
        for (const { id, incidents: about } of await desk.noClaims.objections({ state: "open", limit: 5 }))
          await desk.noClaims.decide(id, { verdict: about.length > 0 ? "upheld" : "dismissed" }, BEN);
        for (const [i, { id }] of (await incidents()).entries()) await desk.noClaims.rule(id, why[i % why.length] ?? "ours", BEN);
        const [now, later] = [desk.clock.now(), new Date(begin + (LAST_DAY + 70) * DAY_MS)];
        for (const at of [now, later]) {
          await desk.advance(at);
          const has = async ({ id }: { id: string }) => {
            const [row] = await desk.db.query<{ level: string }>("select level from no_claims where customer = $1", [id]);
            return { level: row?.level, granted: (await bookings(desk, id)).reduce((sum, { amount }) => sum + amount, 0n) };
          };
          expect(await has(hit)).toEqual(await has(twin));
        }
        restored += (await desk.noClaims.changes(hit.id, 50)).filter(({ cause }) => cause === "restored").length;
        expect((await desk.noClaims.check()).differences).toEqual([]);
        await desk.close();
      }),
      { numRuns: 8 },
    );
    expect(restored).toBeGreaterThan(0);
  },
);
