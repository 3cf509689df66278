import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Statement, type Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Live } from "../platform/live.ts";
import type { Timers } from "../platform/timers.ts";
import { StaffRefused, type AlertCard } from "../conversations/channel.ts";
import { TELL_OF_DELIVERY, type Outbox, type Sending } from "../conversations/index.ts";
import type { Rulebook } from "../rulebook/index.ts";
import { createEstimateAlerts, createToolAlerts, TELL_OF_ESTIMATE, type EstimateRule } from "./estimates.ts";
import { createEvaluation } from "./evaluate.ts";

/** The words for people, from reviewed texts. */
export type Say = (key: AlertText, locale: string | null, vars: Record<string, string | number | Date>) => string;
type AlertText = `alert_${"limit" | "question" | "overdue" | "delivery" | "usage" | "broken" | "tool"}_${"title" | "text"}`;

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

/** Something that people should look at. `ref` is what it is about (a question, an escalation, a delivery): one alert for each. */
export type NewAlert = {
  rule: "question.due" | "escalation.overdue" | "delivery.unknown" | "tool.changed" | EstimateRule;
  ref: string;
  customer: { id: string; name: string } | null;
  value?: number;
  limit?: number;
  /** the page of the console where it is dealt with, e.g. "/console/questions" */
  page: string;
  /** what its words need: dates as ISO strings; no personal data */
  detail: Record<string, string | number>;
  /** ways that are not used: a way that fails is not told so through itself */
  except?: readonly string[];
};

/** Commit `writes`, then call `sent`. A second alert about the same thing fails the commit (unique violation). */
export type RaisedAlert = { id: string; writes: Write[]; sent(): void };

/** An alert as staff read it: the shape of the HTTP contract. Times are RFC 3339. */
export type AlertItem = {
  id: string;
  rule: string;
  customer: { id: string; name: string } | null;
  state: "pending" | "firing" | "resolved";
  value: number;
  limit: number;
  episodes: string[];
  text: string;
  at: string;
  acknowledgedBy: { id: string; name: string } | null;
  acknowledgedAt: string | null;
};
export type AlertQuery = { state?: AlertItem["state"] | undefined; customer?: string | undefined; after?: string | undefined; limit: number };

type Actor = { id: string; name: string };
type Row = {
  id: string;
  rule: string;
  customer: string | null;
  customer_name: string | null;
  state: AlertItem["state"];
  value: string;
  limit: string;
  episodes: string[];
  detail: Record<string, string | number>;
  at: Date;
  acknowledged_by: string | null;
  acknowledged_name: string | null;
  acknowledged_at: Date | null;
};

const alert_: Statement = {
  name: "alerts_add",
  columns: 'id text, rule text, customer text, ref text, value numeric, "limit" numeric, episodes jsonb, detail jsonb, at timestamptz',
  sql: `insert into alerts (id, rule, customer, ref, state, value, "limit", episodes, detail, at)
    select r.id, r.rule, r.customer, r.ref, 'firing', r.value, r."limit", r.episodes, r.detail, r.at from {rows}`,
};
const resolve_: Statement = {
  name: "alerts_resolve",
  columns: "id text, at timestamptz",
  sql: "update alerts a set state = 'resolved', resolved_at = r.at from {rows} where a.id = r.id and a.state <> 'resolved'",
};

const ALERTS = `select a.id, a.rule, a.customer, u.name as customer_name, a.state, a.value::text as value, a."limit"::text as limit, a.episodes, a.detail, a.at, a.acknowledged_by, a.acknowledged_at,
  (select s.name from staff s where s.id = a.acknowledged_by) as acknowledged_name
  from alerts a left join customers u on u.id = a.customer`;

/** Alerts for people, and for people only: no customer is ever told, nothing is done to anybody. */
export function createAlerts(rooms: AlertRooms) {
  const { db, clock, live, outbox } = rooms;

  function words(part: "title" | "text", rule: string, customer: string, value: string | number, limit: string | number, detail: NewAlert["detail"]): string {
    const vars = {
      customer,
      value: Number(value),
      limit: Number(limit),
      ...detail,
      ...(typeof detail["due"] === "string" ? { due: new Date(detail["due"]) } : {}),
    };
    const kinds: Record<string, "question" | "overdue" | "delivery" | "usage" | "broken" | "tool"> = {
      "question.due": "question",
      "escalation.overdue": "overdue",
      "delivery.unknown": "delivery",
      "model.usage": "usage",
      "model.broken": "broken",
      "tool.changed": "tool",
    };
    return rooms.say(`alert_${kinds[rule] ?? "limit"}_${part}`, null, vars);
  }

  function notices(
    row: {
      id: string;
      rule: string;
      customer: { id: string; name: string } | null;
      value: number;
      limit: number;
      page: string;
      detail: NewAlert["detail"];
      at: Date;
    },
    except: readonly string[],
  ): Sending[] {
    const { id, rule, customer, value, limit, detail, at } = row;
    const title = words("title", rule, customer?.name ?? "", value, limit, detail);
    const text = words("text", rule, customer?.name ?? "", value, limit, detail);
    const data = { customer: customer?.id ?? null, value, limit, ...detail };
    const card: AlertCard = { id, rule, title, text, url: `${rooms.publicUrl}${row.page}`, at: at.toISOString(), data };
    return outbox.notice(
      rooms.ways().filter((way) => !except.includes(way)),
      { kind: "alert", card },
      at,
    );
  }

  /** An alert about one thing, with its notices. `quiet`: nobody is paged, the alert only stands in the list. */
  function raise(alert: NewAlert, quiet = false): RaisedAlert {
    const id = alertId(alert.ref);
    const at = clock.now();
    const { rule, ref, customer, value = 1, limit = 0, page, detail } = alert;
    const sendings = quiet ? [] : notices({ id, rule, customer, value, limit, page, detail, at }, alert.except ?? []);
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

  async function list(query: AlertQuery): Promise<{ items: AlertItem[]; next: string | null }> {
    const rows = await db.query<Row>(
      `${ALERTS} where ($1::text is null or a.state = $1) and ($2::text is null or a.customer = $2)
       and ($3::text is null or (a.at, a.id) < (select at, id from alerts where id = $3)) order by a.at desc, a.id desc limit $4`,
      [query.state ?? null, query.customer ?? null, query.after ?? null, query.limit + 1],
    );
    const items = rows.slice(0, query.limit).map(itemOf);
    return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  }

  async function find(id: string): Promise<{ id: string } | undefined> {
    const [row] = await db.query<{ id: string }>("select id from alerts where id = $1", [id]);
    return row;
  }

  function itemOf(row: Row): AlertItem {
    const { id, rule, state, value, limit, episodes } = row;
    const customer = row.customer === null ? null : { id: row.customer, name: row.customer_name ?? "" };
    const text = words("text", rule, row.customer_name ?? "", value, limit, row.detail);
    const title = words("title", rule, row.customer_name ?? "", value, limit, row.detail);
    return {
      id,
      rule,
      customer,
      state,
      value: Number(value),
      limit: Number(limit),
      episodes,
      text: `${title}. ${text}`,
      at: row.at.toISOString(),
      acknowledgedBy: acknowledgedBy(row),
      acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    };
  }

  /** Somebody has seen it. The first name stays. @throws StaffRefused not_found */
  async function acknowledge(id: string, by: Actor): Promise<AlertItem> {
    await db.query("update alerts set acknowledged_by = $2, acknowledged_at = $3 where id = $1 and acknowledged_by is null", [
      id,
      `${by.id} ${by.name}`,
      clock.now(),
    ]);
    const [row] = await db.query<Row>(`${ALERTS} where a.id = $1`, [id]);
    if (!row) throw new StaffRefused("not_found", "There is no such alert.");
    told(id, row.customer ?? undefined);
    return itemOf(row);
  }

  /** How many are firing: the badge of the console. */
  async function firing(): Promise<number> {
    const [row] = await db.query<{ count: number }>("select count(*)::int as count from alerts where state = 'firing'");
    return row?.count ?? 0;
  }

  const evaluation = createEvaluation({ ...rooms, notices, told });
  return {
    raise,
    raiseOnce,
    toolChanged: createToolAlerts({ db, raiseOnce }),
    list,
    find,
    acknowledge,
    firing,
    evaluate: evaluation.evaluate,
    /** The write that ends the alert about `ref`, if there is one: what it warned of is settled. */
    settled: (ref: string): Write => ({ statement: resolve_, row: { id: alertId(ref), at: clock.now() } }),
    /** `alert.evaluate`: set by the inbox whenever an episode opens; `alert.call`: when an organised call takes place; `alert.lapse`: when one leaves the window. */
    registerTimers(timers: Pick<Timers, "on">): void {
      timers.on(TELL_OF_DELIVERY, async (delivery) => {
        await deliveryAlert(delivery);
        return [];
      });
      timers.on(TELL_OF_ESTIMATE, createEstimateAlerts({ db, raiseOnce }));
      timers.on("alert.evaluate", evaluation.evaluate);
      timers.on("alert.lapse", evaluation.evaluate);
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

/** Who acknowledged is kept as "id name": people in Slack have a name, but no account here. */
function acknowledgedBy(row: Row): Actor | null {
  if (row.acknowledged_by === null) return null;
  const [id = "", ...name] = row.acknowledged_by.split(" ");
  return { id, name: name.join(" ") || (row.acknowledged_name ?? id) };
}
