import { applyWrites, type Write } from "../../platform/commit.ts";
import { schedule } from "../../platform/timers.ts";
import { dateIn, momentAt } from "../../policies/index.ts";
import type { Book } from "../../rulebook/index.ts";
import { SCOPES } from "./facts.ts";
import { reasonsFor } from "./occasions.ts";
import type { MailoutRooms } from "./rooms.ts";

/** The timer that looks for occasions once a day, and the one that sends a letter. */
export const PLAN = "mailouts.plan";
export const SEND = "mailouts.send";
export const DAILY = "daily";
const PLANS_AT = "09:00"; // on the owner's wall: whoever looks into the console in the morning sees what is about to leave
const DAY = 86_400_000;

type Campaign = Book["thanks"]["campaigns"][number];

/**
 * Looks for occasions, day by day on the owner's wall. A day's row is written with all that it planned: it is the lock and the watermark, so a
 * service that stood still for weeks plans each missed day once, and a campaign that is new begins with the next day.
 */
export function createPlanning({ db, clock, ids, rulebook, sends }: Pick<MailoutRooms, "db" | "clock" | "ids" | "rulebook" | "sends">) {
  async function plan(): Promise<Write[]> {
    const { book } = rulebook.current();
    for (const campaign of able()) await planCampaign(campaign, book);
    return [schedule(PLAN, DAILY, next(book))];
  }

  /** The campaigns whose thank-yous can go out: mails need a server, calls need people. */
  function able(): Campaign[] {
    return rulebook.current().book.thanks.campaigns.filter(({ by }) => by !== "mail" || sends);
  }

  function next({ business: { timeZone } }: Book): Date {
    const now = clock.now().getTime();
    const today = momentAt(dateIn(now, timeZone), PLANS_AT, timeZone);
    return new Date(today > now ? today : momentAt(dateIn(now + DAY, timeZone), PLANS_AT, timeZone));
  }

  async function planCampaign({ id: campaign, by, occasion }: Campaign, { business: { timeZone } }: Book): Promise<void> {
    const at = clock.now();
    const today = dateIn(at.getTime(), timeZone);
    await db.transaction(async (tx) => {
      const [last] = await tx.query<{ day: string }>("select day::text as day from mailout_days where campaign = $1 order by day desc limit 1 for update", [
        campaign,
      ]);
      if (last && last.day >= today) return;
      const span = { from: momentAt(last?.day ?? today, "00:00", timeZone), to: momentAt(today, "00:00", timeZone), timeZone };
      const reasons = await reasonsFor(tx, occasion, { ...span, scopes: SCOPES[by] });
      const made = [];
      for (const { customer, contact, at: occasionAt } of reasons) {
        const [row] = await tx.query<{ id: string }>(
          `insert into mailouts (id, campaign, occasion, occasion_at, customer, contact, due_at, created_at) values ($1, $2, $3, $4, $5, $6, $7, $7)
           on conflict (campaign, contact, occasion_at) do nothing returning id`,
          [ids.next("mlo"), campaign, occasion, new Date(occasionAt), customer, contact, at],
        );
        if (row) made.push(row.id);
      }
      await tx.query("insert into mailout_days (campaign, day, planned, at) values ($1, $2, $3, $4) on conflict do nothing", [
        campaign,
        today,
        made.length,
        at,
      ]);
      await applyWrites(
        tx,
        made.map((id) => schedule(SEND, id, at)),
      );
    });
  }

  return { plan, able };
}
