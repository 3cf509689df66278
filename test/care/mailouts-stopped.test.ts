import fc from "fast-check";
import { expect, test } from "vitest";
import { openTestDatabase } from "../support/database.ts";
import { openLetterBox } from "../support/letter-box.ts";
import { openPhoneHouse } from "./phone-scene.ts";

// A service that stands still for 45 days writes to nobody twice, and what it missed is sent once, within the caps, or written down as lapsed: an
// anniversary is no surprise a month and a half on.

const DAY = 86_400_000;
const START = Date.parse("2026-06-01T07:00:00Z");
const STOPPED_DAYS = 45;
const FRESH: Record<string, number> = { anniversary: 21, "quiet-quarter": 30, "smooth-upgrade": 14 };

type Row = { campaign: string; contact: string; customer: string; state: string; reason: string; occasion_at: Date; sent_at: Date | null };

/** Customers whose contracts began on these days of the year 2024, each with somebody who agreed; the service stops after `first` days, if at all. */
async function live(days: readonly number[], first: number, stopped: boolean): Promise<{ rows: Row[]; got: string[][]; costs: number }> {
  const [db, box] = [await openTestDatabase(), await openLetterBox()];
  const given = {
    env: { SMTP_URL: box.url, MAIL_ADDRESS: "hello@marlstone.example" },
    book: (text: string) => text.replaceAll(/holdOut: \d+ %/g, "holdOut: 0 %"),
    db,
  };
  const at = (day: number) => new Date(START + day * DAY).toISOString();
  let scene = await openPhoneHouse({ ...given, start: at(0) });
  try {
    for (const [i, day] of days.entries()) {
      const start = new Date(Date.parse("2024-01-01") + day * DAY).toISOString().slice(0, 10);
      const { contact } = await scene.person(`c${i}`, `Ana${i}`, { fee: { amount: "100.000000", currency: "EUR" }, start, renewal: "2027-12-31" });
      await scene.house.staff("POST", `/contacts/${contact}/mail-consents`, { words: "Yes, do write." });
    }
    await scene.house.advance(at(first));
    if (stopped) {
      await scene.close();
      scene = await openPhoneHouse({ ...given, start: at(first + STOPPED_DAYS) });
    }
    await scene.house.advance(at(first + STOPPED_DAYS + 130));
    const rows = await db.query<Row>(
      "select campaign, contact, customer, state, reason, occasion_at, sent_at from mailouts order by contact, campaign, occasion_at",
    );
    const [books] = await db.query<{ count: number }>("select count(*)::int as count from transfers where key like 'mailout/%'");
    return { rows, got: box.got.map(({ to }) => to), costs: books?.count ?? 0 };
  } finally {
    await scene.close();
    await Promise.all([db.close(), box.close()]);
  }
}

test(
  "stopped for 45 days or not, the same occasions are seen to, each once: sent while fresh and within the caps, or lapsed",
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 364 }), { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 60 }), async (days, first) => {
        const [through, halted] = [await live(days, first, false), await live(days, first, true)];
        const occasions = (rows: Row[]) => rows.map(({ campaign, occasion_at: at }) => `${campaign} ${at.toISOString()}`).toSorted();
        expect(occasions(halted.rows)).toEqual(occasions(through.rows));
        for (const { rows, got, costs } of [through, halted]) {
          const sent = rows.filter(({ state }) => state === "sent");
          expect(got).toHaveLength(sent.length);
          expect(costs).toBe(sent.length);
          const end = START + (first + STOPPED_DAYS + 130) * DAY;
          const over = rows.filter(({ campaign, occasion_at: at, state }) => state !== "waiting" || end - Number(at) > (FRESH[campaign] ?? 0) * DAY);
          for (const { state, reason } of over) expect(["sent", "lapsed stale", "refused too_new"]).toContain(state === "sent" ? state : `${state} ${reason}`);
          for (const { campaign, occasion_at: at, sent_at: left } of sent) expect(Number(left) - Number(at)).toBeLessThanOrEqual((FRESH[campaign] ?? 0) * DAY);
          for (const one of sent) {
            const near = sent.filter((other) => other.customer === one.customer && Math.abs(Number(other.sent_at) - Number(one.sent_at)) < 92 * DAY);
            expect(near).toHaveLength(1);
          }
        }
      }),
      { numRuns: 4 },
    );
  },
);
