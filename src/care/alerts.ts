import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Statement, type Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Live } from "../platform/live.ts";
import type { Timers } from "../platform/timers.ts";
import { TELL_OF_DELIVERY, type Outbox, type Sending } from "../conversations/index.ts";
import type { Rulebook } from "../rulebook/index.ts";
import { createEstimateAlerts, createToolAlerts, TELL_OF_ESTIMATE, type EstimateRule } from "./estimates.ts";
import { createCards, type Detail, type Say } from "./cards.ts";
import { createCounting } from "./counted.ts";
import { createEvaluation, TELL } from "./evaluate.ts";
import { createAlertList } from "./list.ts";
import { createMutes } from "./mutes.ts";
import { createWatched } from "./watched.ts";

export type AlertRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  live: Live;
  rulebook: Rulebook;
  outbox: Outbox;
  say: Say;
  /** the channels that reach staff */
  ways: () => string[];
  /** without a slash at the end */
  publicUrl: string;
};

/** Something that people should look at. `ref` is what it is about (a question, an escalation, a delivery, an objection): one alert for each. */
export type NewAlert = {
  rule: "question.due" | "escalation.overdue" | "delivery.unknown" | "tool.changed" | "no-claims.objection" | EstimateRule;
  ref: string;
  customer: { id: string; name: string } | null;
  value?: number;
  limit?: number;
  /** the page of the console where it is dealt with, e.g. "/console/questions" */
  page: string;
  /** what its words need: dates as ISO strings; no personal data */
  detail: Detail;
  /** ways that are not used: a way that fails is not told so through itself */
  except?: readonly string[];
};

/** Commit `writes`, then call `sent`. A second alert about the same thing fails the commit (unique violation). */
export type RaisedAlert = { id: string; writes: Write[]; sent(): void };

const alert_: Statement = {
  name: "alerts_add",
  columns: 'id text, rule text, customer text, ref text, value numeric, "limit" numeric, episodes jsonb, detail jsonb, at timestamptz',
  sql: `insert into alerts (id, rule, customer, ref, state, value, "limit", episodes, detail, at, fired_at)
    select r.id, r.rule, r.customer, r.ref, 'firing', r.value, r."limit", r.episodes, r.detail, r.at, r.at from {rows}`,
};
const resolve_: Statement = {
  name: "alerts_resolve",
  columns: "id text, at timestamptz",
  sql: "update alerts a set state = 'resolved', resolved_at = r.at from {rows} where a.id = r.id and a.state <> 'resolved'",
};

/** Alerts for people, and for people only: no customer is ever told, nothing is done to anybody. */
export function createAlerts(rooms: AlertRooms) {
  const { db, clock, live, outbox } = rooms;
  const cards = createCards(rooms);

  /** An alert about one thing, with its notices. `quiet`: nobody is paged, the alert only stands in the list. */
  function raise(alert: NewAlert, quiet = false): RaisedAlert {
    const id = alertId(alert.ref);
    const at = clock.now();
    const { rule, ref, customer, value = 1, limit = 0, page, detail } = alert;
    const sendings = quiet ? [] : cards.notices({ id, rule, customer, value, limit, page, detail, at }, alert.except);
    return {
      id,
      writes: [
        { statement: alert_, row: { id, rule, customer: customer?.id ?? null, ref, value, limit, episodes: [], detail, at } },
        ...sendings.map(({ write }) => write),
      ],
      sent: () => told(id, customer?.id, sendings),
    };
  }

  function told(id: string, customer: string | undefined, sendings: Sending[] = []): void {
    for (const sending of sendings) outbox.send(sending);
    live.publish("staff", { type: "alert", id, ...(customer === undefined ? {} : { customer }) });
  }

  /** Raises an alert by itself, unless there is one about the same thing. */
  async function raiseOnce(alert: NewAlert, quiet = false): Promise<void> {
    const raised = raise(alert, quiet);
    const [known] = await db.query("select 1 from alerts where id = $1", [raised.id]);
    if (known) return;
    try {
      await applyWrites(db, raised.writes);
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return;
      throw error;
    }
    raised.sent();
  }

  /**
   * Nobody can say whether this delivery arrived: people are told on every other way. A lost alert about a lost delivery is
   * only listed, so that two broken ways never go on telling each other.
   */
  async function deliveryAlert(delivery: string): Promise<void> {
    const [row] = await db.query<{ channel: string; rule: string | null; customer: string | null; name: string | null }>(
      `select o.channel, o.envelope->'card'->>'rule' as rule, u.id as customer, u.name from outbox o
       left join conversations c on c.id = o.conversation left join customers u on u.id = c.customer where o.id = $1`,
      [delivery],
    );
    if (!row) return;
    const { channel, rule, name } = row;
    const customer = row.customer ? { id: row.customer, name: name ?? "" } : null;
    await raiseOnce(
      { rule: "delivery.unknown", ref: delivery, customer, page: "/console/alerts", detail: { channel }, except: [channel] },
      rule === "delivery.unknown",
    );
    live.publish("staff", { type: "delivery", id: delivery });
  }

  const mutes = createMutes({ ...rooms, changed: (id) => told(id, undefined) });
  const watched = createWatched(rooms);
  const evaluation = createEvaluation({ ...rooms, cards, mutes, watched, told });
  return {
    raise,
    raiseOnce,
    toolChanged: createToolAlerts({ db, raiseOnce }),
    ...createAlertList({ db, clock, cards, mutes, changed: told }),
    counting: createCounting({ db, clock }),
    mutes,
    watched,
    evaluate: evaluation.evaluate,
    newRules: evaluation.newRules,
    /** The write that ends the alert about `ref`, if there is one: what it warned of is settled. */
    settled: (ref: string): Write => ({ statement: resolve_, row: { id: alertId(ref), at: clock.now() } }),
    /** Open consoles look at the alert about `ref` anew; for after that write. */
    changed: (ref: string, customer: string): void => told(alertId(ref), customer),
    /** `alert.evaluate`: set by the inbox whenever an episode opens; `alert.call`: when an organised call takes place; `alert.lapse`: when time alone changes one; `alert.tell`: when several are told as one. */
    registerTimers(timers: Pick<Timers, "on">): void {
      timers.on(TELL_OF_DELIVERY, async (delivery) => {
        await deliveryAlert(delivery);
        return [];
      });
      timers.on(TELL_OF_ESTIMATE, createEstimateAlerts({ db, raiseOnce }));
      timers.on("alert.evaluate", evaluation.evaluate);
      timers.on("alert.lapse", evaluation.evaluate);
      timers.on(TELL, evaluation.tell);
      timers.on("alert.call", async (call, now) => {
        const [row] = await db.query<{ customer: string }>("select customer from organised_calls where id = $1", [call]);
        return row ? evaluation.evaluate(row.customer, now) : [];
      });
    },
  };
}

export type Alerts = ReturnType<typeof createAlerts>;

const UNIQUE_VIOLATION = "23505";

/** One alert for each thing that it is about: its id says so. */
function alertId(ref: string): string {
  return `alert_${ref}`;
}
