import { schedule } from "../platform/timers.ts";
import type { Write } from "../platform/commit.ts";
import { spellsOf, type AlertRule, type History } from "../policies/index.ts";
import type { Book } from "../rulebook/index.ts";
import type { Matters } from "./episodes.ts";
import { alertWrite } from "./rows.ts";

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
    const since = Math.min(now.getTime(), ...counted.map(({ at }) => at));
    // The past of the sample has no organised calls.
    return book.alerts.filter(({ counts }) => counts === "episodes").flatMap((rule) => historyOf(rule, customer, { since, episodes: counted }, rooms));
  });

  function historyOf(rule: AlertRule, customer: string, history: History, { id, colleague }: typeof rooms): Write[] {
    return spellsOf(rule, history, history.since, now.getTime()).flatMap(({ from, until, last }) => {
      const expected = last.expected === undefined ? null : Math.round(last.expected * 10) / 10;
      const seen = {
        expected,
        value: last.value,
        limit: last.limit,
        episodes: last.counted.map((one) => one.id),
        detail: { days: Math.max(1, Math.round(last.days)), ...(expected === null ? {} : { expected }) },
      };
      const row = alertWrite({
        id: id(),
        rule: rule.id,
        customer,
        state: until === undefined ? "firing" : "resolved",
        ...seen,
        at: new Date(from),
        resolved_at: until === undefined ? null : new Date(until),
        acknowledged_by: until === undefined ? null : colleague,
        acknowledged_at: until === undefined ? null : new Date(from + SEEN_AFTER),
      });
      // It falls silent by itself: the house looks again when the reading changes.
      return until === undefined && last.again !== undefined ? [row, schedule("alert.lapse", customer, new Date(last.again))] : [row];
    });
  }
}
