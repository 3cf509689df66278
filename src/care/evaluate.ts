import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { schedule } from "../platform/timers.ts";
import { VISITOR_PLAN } from "../customers/index.ts";
import type { Sending } from "../conversations/index.ts";
import { alert, episodesInWindow, type AlertRule, type CountedEpisode } from "../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../rulebook/index.ts";

type Customer = { id: string; name: string };
type Firing = { id: string; rule: string; customer: Customer; value: number; limit: number; page: string; detail: Record<string, string | number>; at: Date };

export type EvaluationRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  rulebook: Rulebook;
  notices: (firing: Firing, except: readonly string[]) => Sending[];
  told: (id: string, customer: string, sendings?: Sending[]) => void;
};

const DAY_MS = 86_400_000;

/** Counts a customer's matters against the owner's limits. Firing again while it fires only moves its number. */
export function createEvaluation(rooms: EvaluationRooms) {
  const { db, rulebook } = rooms;

  /** Evaluates all rules for a customer; resolves to the timer for when the count will fall by itself. */
  async function evaluate(customer: string, now: Date): Promise<Write[]> {
    const [row] = await db.query<Customer & { plan: string }>("select id, name, plan from customers where id = $1", [customer]);
    // Visitors without a name are many people under one roof: never counted together.
    if (!row || row.plan === VISITOR_PLAN) return [];
    const leaving: number[] = [];
    for (const rule of rulebook.current().book.alerts) {
      const next = await evaluateRule(rule, row, now);
      if (next !== undefined) leaving.push(next);
    }
    await resolveForgotten(customer, now);
    return leaving.length > 0 ? [schedule("alert.lapse", customer, new Date(Math.min(...leaving)))] : [];
  }

  /** Resolves to the moment at which the oldest counted matter leaves the window, while the rule fires. */
  async function evaluateRule(rule: AlertRule, customer: Customer, now: Date): Promise<number | undefined> {
    const episodes = await episodesOf(customer.id, new Date(now.getTime() - rule.days * DAY_MS));
    const decision = rulebook.decide(alert, { rule: rule.id, now: now.getTime(), episodes });
    if (decision.verdict === "quiet") {
      await resolve(rule.id, customer.id, now);
      return undefined;
    }
    const counted = episodesInWindow(episodes, now.getTime(), rule.days);
    await fire(rule, customer, counted, decision, now);
    // One exactly so many days old still counts: it leaves a millisecond later.
    return Math.min(...counted.map(({ at }) => at)) + rule.days * DAY_MS + 1;
  }

  async function episodesOf(customer: string, from: Date): Promise<CountedEpisode[]> {
    const rows = await db.query<{ id: string; at: Date; ours: boolean; security: boolean }>(
      `select e.id, e.opened_at as at, e.ours, e.topic = 'security' or exists (
         select 1 from conversations c join escalations x on x.conversation = c.id where c.episode = e.id and x.verdict = 'overridden') as security
       from episodes e where e.customer = $1 and e.opened_at >= $2 order by e.opened_at, e.id`,
      [customer, from],
    );
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }

  async function fire(rule: AlertRule, customer: Customer, counted: CountedEpisode[], decision: RecordedDecision, now: Date): Promise<void> {
    const id = rooms.ids.next("alert");
    const value = counted.length;
    const episodes = JSON.stringify(counted.map((episode) => episode.id));
    const firing: Firing = {
      id,
      rule: rule.id,
      customer,
      value,
      limit: rule.limit,
      page: `/console/customers/${customer.id}`,
      detail: { days: rule.days },
      at: now,
    };
    const sendings = await db.transaction(async (tx) => {
      const [made] = await tx.query(
        `insert into alerts (id, rule, customer, state, value, "limit", episodes, detail, at) values ($1, $2, $3, 'firing', $4, $5, $6::jsonb, $7::jsonb, $8)
         on conflict (rule, customer) where state <> 'resolved' and customer is not null and ref is null do nothing returning id`,
        [id, rule.id, customer.id, value, rule.limit, episodes, JSON.stringify(firing.detail), now],
      );
      if (!made) return move(tx, rule, customer.id, value, episodes);
      const due = rooms.notices(firing, []);
      await applyWrites(tx, [rulebook.decisionWrite(decision, { customer: customer.id, at: now }), ...due.map(({ write }) => write)]);
      return due;
    });
    if (sendings) rooms.told(id, customer.id, sendings);
  }

  /** It fires already: people were told once, and the number they see stays true. */
  async function move(tx: Queryable, rule: AlertRule, customer: string, value: number, episodes: string): Promise<undefined> {
    await tx.query(
      `update alerts set state = 'firing', value = $3, "limit" = $4, episodes = $5::jsonb where rule = $1 and customer = $2 and state <> 'resolved' and ref is null`,
      [rule.id, customer, value, rule.limit, episodes],
    );
  }

  async function resolve(rule: string, customer: string, now: Date): Promise<void> {
    const [row] = await db.query<{ id: string }>(
      "update alerts set state = 'resolved', resolved_at = $3 where rule = $1 and customer = $2 and state <> 'resolved' and ref is null returning id",
      [rule, customer, now],
    );
    if (row) rooms.told(row.id, customer);
  }

  /** A rule that the owner took out of the book fires no longer. */
  async function resolveForgotten(customer: string, now: Date): Promise<void> {
    const known = rulebook.current().book.alerts.map((rule) => rule.id);
    await db.query(
      "update alerts set state = 'resolved', resolved_at = $3 where customer = $1 and ref is null and state <> 'resolved' and not (rule = any($2))",
      [customer, known, now],
    );
  }

  return { evaluate };
}
