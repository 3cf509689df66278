import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { schedule } from "../platform/timers.ts";
import type { Sending } from "../conversations/index.ts";
import { alert, read, type AlertRule, type Reading } from "../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../rulebook/index.ts";
import { createCounting } from "./counted.ts";

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

/** Counts a customer's matters and calls against the owner's rules. Firing again while it fires only moves its number. */
export function createEvaluation(rooms: EvaluationRooms) {
  const { db, rulebook } = rooms;
  const { counted } = createCounting(rooms);

  /** Evaluates all rules for a customer; resolves to the timer for when a count will fall by itself. */
  async function evaluate(customer: string, now: Date): Promise<Write[]> {
    const leaving: number[] = [];
    for (const rule of rulebook.current().book.alerts) {
      const next = await evaluateRule(rule, customer, now);
      if (next !== undefined) leaving.push(next);
    }
    await resolveForgotten(customer, now);
    return leaving.length > 0 ? [schedule("alert.lapse", customer, new Date(Math.min(...leaving)))] : [];
  }

  /** Resolves to the moment at which the reading changes by itself, while the rule fires. */
  async function evaluateRule(rule: AlertRule, customer: string, now: Date): Promise<number | undefined> {
    const seen = await counted(rule, customer, now);
    if (!seen) return undefined;
    const { history, ...who } = seen;
    const decision = rulebook.decide(alert, { rule: rule.id, now: now.getTime(), ...history, episodes: [...history.episodes] });
    if (decision.verdict === "quiet") {
      await resolve(rule.id, customer, now);
      return undefined;
    }
    const reading = read(rule, history, now.getTime());
    await fire(rule, who, reading, decision, now);
    return reading.again;
  }

  async function fire(rule: AlertRule, customer: Customer, reading: Reading, decision: RecordedDecision, now: Date): Promise<void> {
    const id = rooms.ids.next("alert");
    const { value, limit } = reading;
    const episodes = JSON.stringify(reading.counted.map((episode) => episode.id));
    const firing: Firing = {
      id,
      rule: rule.id,
      customer,
      value,
      limit,
      page: `/console/customers/${customer.id}`,
      detail: { days: Math.max(1, Math.round(reading.days)) },
      at: now,
    };
    const sendings = await db.transaction(async (tx) => {
      const [made] = await tx.query(
        `insert into alerts (id, rule, customer, state, value, "limit", episodes, detail, at) values ($1, $2, $3, 'firing', $4, $5, $6::jsonb, $7::jsonb, $8)
         on conflict (rule, customer) where state <> 'resolved' and customer is not null and ref is null do nothing returning id`,
        [id, rule.id, customer.id, value, limit, episodes, JSON.stringify(firing.detail), now],
      );
      if (!made) return move(tx, rule, customer.id, reading, episodes);
      const due = rooms.notices(firing, []);
      await applyWrites(tx, [rulebook.decisionWrite(decision, { customer: customer.id, at: now }), ...due.map(({ write }) => write)]);
      return due;
    });
    if (sendings) rooms.told(id, customer.id, sendings);
  }

  /** It fires already: people were told once, and the number they see stays true. */
  async function move(tx: Queryable, rule: AlertRule, customer: string, { value, limit }: Reading, episodes: string): Promise<undefined> {
    await tx.query(
      `update alerts set state = 'firing', value = $3, "limit" = $4, episodes = $5::jsonb where rule = $1 and customer = $2 and state <> 'resolved' and ref is null`,
      [rule.id, customer, value, limit, episodes],
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
