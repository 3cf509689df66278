import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { schedule, scheduleOnce } from "../platform/timers.ts";
import type { Sending } from "../conversations/index.ts";
import { alert, DAY, read, step, timingOf, type AlertRule, type Reading, type AlertStep } from "../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../rulebook/index.ts";
import type { Cards } from "./cards.ts";
import { createCounting, type KnownCustomer } from "./counted.ts";
import type { Mutes } from "./mutes.ts";
import { lastOf, live, numbersOf, save, stateOf, toldOf, type AlertRow, type Numbers } from "./rows.ts";
import type { Watched } from "./watched.ts";

export type EvaluationRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  rulebook: Rulebook;
  cards: Cards;
  mutes: Pick<Mutes, "muteOf">;
  watched: Pick<Watched, "gapSince">;
  told: (id: string, customer: string | undefined, sendings?: Sending[]) => void;
};

/** The timer, one for each rule, at which what was held back is told as one. */
export const TELL = "alert.tell";
/** Alerts of one rule that fire so soon after its last notice wait, and go out together: half of the minute in which people hear of it. */
const GROUP_MS = 30_000;

type Customer = { id: string; name: string };
type Seen = { rule: AlertRule; customer: Customer; reading: Reading; decision: RecordedDecision; now: Date };

/** Counts a customer's matters and calls against the owner's rules, and keeps the state of each alert. */
export function createEvaluation(rooms: EvaluationRooms) {
  const { db, clock, rulebook, cards, mutes, watched, ids } = rooms;
  const counting = createCounting(rooms);

  /** Evaluates all rules for a customer; resolves to the timer for when time alone changes something. */
  async function evaluate(customer: string, now: Date): Promise<Write[]> {
    const again: number[] = [];
    const known = await counting.known(customer);
    if (!known) return [];
    for (const rule of rulebook.current().book.alerts) again.push(...(await evaluateRule(rule, known, now)));
    if (known.standing > 0) await resolveForgotten(customer, now);
    return again.length > 0 ? [schedule("alert.lapse", customer, new Date(Math.min(...again)))] : [];
  }

  /** Resolves to the moments at which time alone changes something. */
  async function evaluateRule(rule: AlertRule, known: KnownCustomer, now: Date): Promise<number[]> {
    const { id: customer, name } = known;
    const history = await counting.historyOf(rule, known, now);
    const decision = rulebook.decide(alert, { rule: rule.id, now: now.getTime(), ...history, episodes: [...history.episodes] });
    const reading = read(rule, history, now.getTime());
    // As with most matters of most customers: nothing is too much, and nothing was.
    if (!reading.over && known.standing === 0) return [];
    const gap = reading.over ? undefined : await watched.gapSince(new Date(now.getTime() - rule.days * DAY));
    const mute = await mutes.muteOf(rule.id, customer, now);
    const look = {
      now: now.getTime(),
      // The same verdict, by the policy that is kept with it.
      over: decision.verdict === "firing" || (gap ? ("missing" as const) : false),
      value: reading.value,
      muted: mute.silenced !== undefined || mute.outage,
    };
    const seen = { rule, customer: { id: customer, name }, reading, decision, now };
    const done = await db.transaction(async (tx) => {
      const row = await lastOf(tx, rule.id, customer);
      return keep(tx, seen, row, step(stateOf(row), look, timingOf(rule)));
    });
    if (done.id !== undefined) rooms.told(done.id, customer, done.sendings);
    if (!done.live) return [];
    const times = [done.again, reading.over ? reading.again : undefined, gap && gap.until.getTime() + rule.days * DAY + 1, mute.silenced?.until.getTime()];
    return times.filter((at): at is number => at !== undefined);
  }

  /** `id`: the alert that has changed. */
  type Done = { id: string | undefined; sendings: Sending[]; live: boolean; again: number | undefined };

  /** Writes down what a look has changed, and tells people where it is time. */
  async function keep(tx: Queryable, seen: Seen, row: AlertRow | undefined, { next, tell, again }: AlertStep): Promise<Done> {
    const { rule, now, decision, customer } = seen;
    const numbers = numbersOf(seen.reading, rule);
    const kept = await save(tx, { id: ids.next("alert"), rule: rule.id, customer: customer.id, row, next, numbers, holds: seen.reading.over, now });
    const done = { id: undefined, sendings: [], live: live(next), again };
    if (kept.id === undefined) return done;
    const writes: Write[] = kept.fired ? [rulebook.decisionWrite(decision, { customer: customer.id, at: now })] : [];
    const sendings = tell ? await tellOrWait(tx, seen, { id: kept.id, numbers }, writes) : [];
    if (writes.length > 0) await applyWrites(tx, writes);
    return { ...done, id: kept.changed || tell ? kept.id : undefined, sendings };
  }

  /** The first of a rule is told at once; what fires right after it waits for the others. */
  async function tellOrWait(tx: Queryable, { rule, customer, now }: Seen, alert_: { id: string; numbers: Numbers }, writes: Write[]): Promise<Sending[]> {
    const [last] = await tx.query<{ at: Date | null }>("select max(told_at) as at from alerts where rule = $1 and told_at is not null and id <> $2", [
      rule.id,
      alert_.id,
    ]);
    if (last?.at && now.getTime() - last.at.getTime() < GROUP_MS) {
      await tx.query("update alerts set told_at = null where id = $1", [alert_.id]);
      writes.push(scheduleOnce(TELL, rule.id, new Date(last.at.getTime() + GROUP_MS)));
      return [];
    }
    const sendings = cards.notices(await toldOf(tx, { id: alert_.id, rule: rule.id, customer, ...alert_.numbers, at: now }));
    writes.push(...sendings.map(({ write }) => write));
    return sendings;
  }

  /** What of a rule fires and was not told yet, and nobody has silenced, is told as one. */
  async function tell(rule: string, now: Date): Promise<Write[]> {
    const sendings = await db.transaction(async (tx) => {
      const rows = await tx.query<AlertRow & { customer: string; customer_name: string }>(
        `select a.*, (select name from customers where id = a.customer) as customer_name from alerts a
         where a.rule = $1 and a.state = 'firing' and a.over and a.told_at is null and a.ref is null and a.customer is not null order by customer_name, a.id for update of a`,
        [rule],
      );
      const heard: typeof rows = [];
      for (const row of rows) {
        const mute = await mutes.muteOf(rule, row.customer, now, tx);
        if (!mute.silenced && !mute.outage) heard.push(row);
      }
      if (heard.length === 0) return [];
      await tx.query("update alerts set told_at = $2 where id = any($1)", [heard.map(({ id }) => id), now]);
      const all = await Promise.all(
        heard.map((row) =>
          toldOf(tx, { ...row, customer: { id: row.customer, name: row.customer_name }, value: Number(row.value), limit: Number(row.limit), at: now }),
        ),
      );
      const due = cards.together(all, now);
      await applyWrites(
        tx,
        due.map(({ write }) => write),
      );
      return due.map((sending) => ({ sending, id: heard[0]?.id ?? "" }));
    });
    if (sendings[0])
      rooms.told(
        sendings[0].id,
        undefined,
        sendings.map(({ sending }) => sending),
      );
    return [];
  }

  /** A rule that the owner took out of the book fires no longer. */
  async function resolveForgotten(customer: string, now: Date): Promise<void> {
    const known = rulebook.current().book.alerts.map((rule) => rule.id);
    await db.query(
      "update alerts set state = 'resolved', resolved_at = $3 where customer = $1 and ref is null and state <> 'resolved' and not (rule = any($2))",
      [customer, known, now],
    );
  }

  /**
   * Another rulebook is in force: whoever a rule may be about now, and whoever an alert stands about, is looked at at once and not at their next matter.
   * So a lower limit fires, and what a rule that is gone had found is over.
   */
  async function newRules(): Promise<void> {
    const now = clock.now();
    const days = Math.max(0, ...rulebook.current().book.alerts.map((rule) => rule.days));
    const rows = await db.query<{ customer: string }>(
      `select customer from episodes where opened_at > $1 union select customer from organised_calls where at > $1 and at <= $2
       union select customer from alerts where state <> 'resolved' and customer is not null and ref is null`,
      [new Date(now.getTime() - days * DAY), now],
    );
    await applyWrites(
      db,
      rows.map(({ customer }) => schedule("alert.evaluate", customer, now)),
    );
  }

  return { evaluate, tell, newRules };
}
