import { schedule } from "../platform/timers.ts";
import type { Write } from "../platform/commit.ts";
import { alert, episodesInWindow, type AlertRule, type CountedEpisode } from "../policies/index.ts";
import type { Book } from "../rulebook/index.ts";
import type { Matters } from "./episodes.ts";
import { alertWrite } from "./rows.ts";

const DAY = 86_400_000;
const SEEN_AFTER = 47 * 60_000;

/** The alerts that the owner's rules would have raised over these matters, as they would stand at `now`. */
export function pastAlerts(rooms: {
  matters: Matters;
  book: Book;
  now: Date;
  customers: string[];
  /** who looked: id and name */ colleague: string;
  id: () => string;
}): Write[] {
  const { matters, book, now, customers } = rooms;
  const all = matters.settled();
  return customers.flatMap((customer) => {
    const counted = all
      .filter((one) => one.customer === customer)
      .map((one) => ({ id: one.id, at: one.opened_at.getTime(), ours: one.ours, security: matters.isSafety(one) }));
    return book.alerts.flatMap((rule) => historyOf(rule, customer, counted, rooms));
  });

  function historyOf(rule: AlertRule, customer: string, episodes: CountedEpisode[], { id, colleague }: typeof rooms): Write[] {
    const writes: Write[] = [];
    let quietUntil = 0;
    for (const { at } of episodes.toSorted((a, b) => a.at - b.at)) {
      if (at < quietUntil || !fires(rule, episodes, at)) continue;
      const ends = endOf(rule, episodes, at);
      const inForce = episodesInWindow(episodes, Math.min(ends - 1, now.getTime()), rule.days);
      const resolved = ends <= now.getTime();
      quietUntil = ends;
      writes.push(
        alertWrite({
          id: id(),
          rule: rule.id,
          customer,
          state: resolved ? "resolved" : "firing",
          value: inForce.length,
          limit: rule.limit,
          episodes: inForce.map((one) => one.id),
          detail: { days: rule.days },
          at: new Date(at),
          resolved_at: resolved ? new Date(ends) : null,
          acknowledged_by: resolved ? colleague : null,
          acknowledged_at: resolved ? new Date(at + SEEN_AFTER) : null,
        }),
      );
      // It falls silent by itself: the house looks again when the oldest matter leaves the window.
      if (!resolved) writes.push(schedule("alert.lapse", customer, new Date(Math.min(...inForce.map((one) => one.at)) + rule.days * DAY + 1)));
    }
    return writes;
  }

  function fires(rule: AlertRule, episodes: CountedEpisode[], at: number): boolean {
    return alert.decide({ rule: rule.id, now: at, episodes: episodes.filter((one) => one.at <= at) }, book).verdict === "firing";
  }

  /** The first moment at which it does not fire any more: only when a matter leaves the window can that be. */
  function endOf(rule: AlertRule, episodes: CountedEpisode[], from: number): number {
    const leaving = episodes.map((one) => one.at + rule.days * DAY + 1).filter((at) => at > from);
    return leaving.toSorted((a, b) => a - b).find((at) => !fires(rule, episodes, at)) ?? Number.POSITIVE_INFINITY;
  }
}
