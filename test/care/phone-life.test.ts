import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/service.ts";
import { startTelephone, type Rung, type Telephone } from "../support/telephone.ts";
import { openPhoneHouse, SWITCHED_ON, type PhoneHouse } from "./phone-scene.ts";

// Whatever a provider says of a call, in whatever order, how often and when, while people pick up, say stop or are silent and time goes by: it was rung once,
// it has one end, at most one cost, nothing stays set aside, and whoever said stop is never rung again (PRODUCT promises 4, 5 and 10).

let scene: PhoneHouse;
let telephone: Telephone;
let count = 0;
const PORT = 20_000 + ((process.pid + 7_919) % 20_000);
beforeAll(async () => {
  telephone = await startTelephone();
  scene = await openPhoneHouse({
    env: { ...telephone.env, PORT: String(PORT), PUBLIC_URL: `http://127.0.0.1:${PORT}` },
    book: SWITCHED_ON,
    start: "2026-03-02T08:00:00Z",
  });
});
afterAll(async () => {
  await scene.close();
  await telephone.close();
});

type Step =
  | { does: "status"; status: string; seconds: number }
  | { does: "picks"; by: string }
  | { does: "says"; words: string; keys: string }
  | { does: "waits"; minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant("status" as const),
    status: fc.constantFrom("queued", "initiated", "ringing", "in-progress", "completed", "busy", "no-answer", "failed", "canceled", "nonsense"),
    seconds: fc.integer({ min: 0, max: 600 }),
  }),
  fc.record({ does: fc.constant("picks" as const), by: fc.constantFrom("human", "machine_end_beep", "unknown", "fax", "") }),
  fc.record({ does: fc.constant("says" as const), words: fc.constantFrom("", "stop", "hello", "nicht mehr anrufen"), keys: fc.constantFrom("", "9", "1") }),
  fc.record({ does: fc.constant("waits" as const), minutes: fc.integer({ min: 1, max: 20 }) }),
);

async function take(rung: Rung, one: Step): Promise<void> {
  if (one.does === "status") await rung.status(one.status, { CallDuration: String(one.seconds) });
  else if (one.does === "picks") await rung.pickUp(one.by);
  else if (one.does === "says") await rung.says({ SpeechResult: one.words, Digits: one.keys });
  else await scene.house.advance(new Date(scene.house.clock.now().getTime() + one.minutes * 60_000));
}

const isStop = (one: Step) => one.does === "says" && (one.keys.includes("9") || one.words.includes("stop") || one.words.includes("anrufen"));

test("any life of a call ends once, is paid for once and is never lived twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.constantFrom("answers" as const, "breaks" as const, "hangs_up" as const), async (steps, next) => {
      const ana = await scene.person(`Customer${++count}`, "Ana");
      const morning = scene.house.clock.now().toISOString().slice(0, 10);
      await scene.house.advance(new Date(Date.parse(`${morning}T09:00:00Z`) + 86_400_000));
      await scene.agrees(ana.contact, "automatic_call", `+49301${String(count).padStart(6, "0")}`);
      const rungBefore = telephone.calls.length;
      const askedBefore = telephone.asked;
      telephone.next = next;
      const { id } = await scene.plan(ana.contact, { kind: "automatic" });
      await eventually(() => expect(telephone.asked).toBe(askedBefore + 1));
      const rung = telephone.calls[rungBefore];
      if (!rung) throw new Error("nobody was rung");
      let stopped = false;
      for (const one of steps) {
        await take(rung, one);
        stopped ||= isStop(one); // also when the call is over by then
      }
      await scene.house.advance(new Date(scene.house.clock.now().getTime() + 4 * 3_600_000));
      const call = await scene.call(id);
      expect(call.state).toBe("ended");
      expect(telephone.calls).toHaveLength(rungBefore + 1);
      if (stopped) expect(call.outcome).toMatch(/asked_not_to|unknown/);
      const costs = await scene.house.db.query<{ amount: number }>(
        "select sum(p.amount)::int as amount from transfers t join postings p on p.transfer = t.id where p.account = 'vendor/call' and t.customer = $1",
        [ana.customer],
      );
      expect(-(costs[0]?.amount ?? 0)).toBeLessThanOrEqual(160_000 + 9 * 50_000); // the hold, or all minutes that the provider says it took
      expect(await scene.house.db.query("select 1 from open_holds o join holds h on h.id = o.hold where h.customer = $1", [ana.customer])).toEqual([]);
      expect(await scene.house.db.query("select 1 from transfers where key = $1", [`phone-call/${id}`])).toHaveLength(call.cost ? 1 : 0);
      const stop = await scene.house.db.query("select 1 from do_not_call where call = $1", [id]);
      expect(stop).toHaveLength(stopped ? 1 : 0);
    }),
    { numRuns: 25 },
  );
});
