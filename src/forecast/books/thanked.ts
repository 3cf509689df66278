import { monthsBetween, occasionsIn, type Life } from "../../care/index.ts";
import { dateIn, DAY, lotOf, momentAt, periodBounds, periodOf, thank, wallMinutes, type CountedEpisode } from "../../policies/index.ts";
import type { Book } from "../../rulebook/index.ts";

/** The thank-yous that a rulebook would have sent to one customer, had one person there agreed to them. */
export type Thanked = { sent: number; heldOut: number; cost: bigint };

type Campaign = Book["thanks"]["campaigns"][number];
type Occasion = { campaign: Campaign; at: number };

const LOOKED_AT = "10:00"; // by day, on the owner's wall: once a day is often enough for what waits

/**
 * Plays the days between `from` and `to` through the same policy that lets a thank-you leave. Of upgrades nothing is known in the past, so
 * their campaigns say nothing here; neither is what was open on which day, so nothing waits for that.
 */
export function thankedIn(book: Book, life: Life, episodes: readonly CountedEpisode[], { from, to }: { from: number; to: number }): Thanked {
  const { timeZone } = book.business;
  const began = life.claims.cover.find((one) => one.to === null)?.from;
  if (began === undefined) return { sent: 0, heldOut: 0, cost: 0n };
  let waiting = book.thanks.campaigns.flatMap((campaign) =>
    occasionsIn(campaign.occasion, began, { from: from - 1, to, timeZone }).map((at) => ({ campaign, at })),
  );
  const sent: number[] = [];
  const spent = new Map<string, bigint>();
  const thanked = { sent: 0, heldOut: 0, cost: 0n };
  for (let at = from; at <= to; at += DAY) {
    const now = momentAt(dateIn(at, timeZone), LOOKED_AT, timeZone);
    waiting = waiting.filter((occasion) => {
      if (occasion.at > now) return true;
      const verdict = thank.decide(factsAt(book, life, { occasion, now, began, episodes, sent, spent }), book).verdict;
      if (verdict === "wait") return true;
      if (verdict === "hold_out") thanked.heldOut++;
      if (verdict !== "send") return false;
      const { amount } = occasion.campaign.costs;
      sent.push(now);
      thanked.sent++;
      thanked.cost += amount;
      const key = monthKey(occasion.campaign, now, timeZone);
      spent.set(key, (spent.get(key) ?? 0n) + amount);
      return false;
    });
  }
  return thanked;
}

const monthKey = ({ id }: Campaign, now: number, timeZone: string) => `${id}/${periodOf(now, timeZone)}`;

type At = { occasion: Occasion; now: number; began: string; episodes: readonly CountedEpisode[]; sent: number[]; spent: Map<string, bigint> };

function factsAt(book: Book, { id, plan, fee, missed }: Life, { occasion, now, began, episodes, sent, spent }: At) {
  const { campaign } = occasion;
  const { timeZone } = book.business;
  return {
    campaign: campaign.id,
    now,
    wall: wallMinutes(now, timeZone),
    occasion: occasion.at,
    lot: lotOf(campaign.id, id),
    plan,
    months: monthsBetween(began, dateIn(now, timeZone)),
    pays: fee > 0n,
    consent: true,
    suppressed: null,
    done: false,
    missed: missed.filter((at) => at < now).length,
    episodes: episodes.filter((one) => !one.ours && !one.security && one.at <= now).map(({ at }) => at),
    questions: 0,
    incidents: 0,
    outage: false,
    planned: false,
    sent,
    customerSent: sent,
    left: campaign.budget.amount - (spent.get(monthKey(campaign, now, timeZone)) ?? 0n),
    filledAt: periodBounds(periodOf(now, timeZone), timeZone).to,
  };
}
