import { StaffRefused } from "../conversations/channel.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database, Queryable } from "../platform/database.ts";
import { countsOf, MAY, type Cards, type CountedThing, type Detail, type May } from "./cards.ts";
import { nameOf, type Mutes } from "./mutes.ts";

/** An alert as staff read it: the shape of the HTTP contract. Times are RFC 3339. */
export type AlertItem = {
  id: string;
  rule: string;
  customer: Named | null;
  state: "pending" | "firing" | "resolved";
  value: number;
  limit: number;
  /** how many are usual in that time; null: the rule expects nothing */
  expected: number | null;
  episodes: string[];
  counted: CountedThing[];
  text: string;
  may: May[];
  at: string;
  firedAt: string | null;
  toldAt: string | null;
  resolvedAt: string | null;
  /** why nobody is told now */
  silenced: { by: string; until: string } | null;
  outage: boolean;
  acknowledgedBy: Named | null;
  acknowledgedAt: string | null;
};
export type AlertQuery = { state?: AlertItem["state"] | undefined; customer?: string | undefined; after?: string | undefined; limit: number };

export type Named = { id: string; name: string };
type Row = {
  id: string;
  rule: string;
  customer: string | null;
  customer_name: string | null;
  ref: string | null;
  state: AlertItem["state"];
  value: string;
  limit: string;
  expected: string | null;
  episodes: string[];
  detail: Detail;
  at: Date;
  fired_at: Date | null;
  told_at: Date | null;
  resolved_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_name: string | null;
  acknowledged_at: Date | null;
};

const ALERTS = `select a.id, a.rule, a.customer, u.name as customer_name, a.ref, a.state, a.value::text as value, a."limit"::text as limit, a.expected::text as expected, a.episodes, a.detail,
  a.at, a.fired_at, a.told_at, a.resolved_at, a.acknowledged_by, a.acknowledged_at, (select s.name from staff s where s.id = a.acknowledged_by) as acknowledged_name
  from alerts a left join customers u on u.id = a.customer`;

/** What was counted, by its ids: a matter with the first conversation about it, or a call. */
export async function countedThings(db: Queryable, ids: readonly string[]): Promise<Map<string, CountedThing>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; at: Date; about: string | null; conversation: string | null }>(
    `select e.id, e.opened_at as at, coalesce(e.error_code, e.topic) as about,
       (select m.conversation from messages m where m.episode = e.id and m.author = 'contact' order by m.at, m.id limit 1) as conversation
     from episodes e where e.id = any($1) union all select k.id, k.at, null, null from organised_calls k where k.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, { ...row, at: row.at.toISOString() }]));
}

/** The list of alerts, and who has seen them. */
export function createAlertList(rooms: {
  db: Database;
  clock: Clock;
  cards: Cards;
  mutes: Mutes;
  changed: (id: string, customer: string | undefined) => void;
}) {
  const { db, clock, cards, mutes } = rooms;

  /** The newest first. */
  async function list(query: AlertQuery): Promise<{ items: AlertItem[]; next: string | null }> {
    const rows = await db.query<Row>(
      `${ALERTS} where ($1::text is null or a.state = $1) and ($2::text is null or a.customer = $2)
       and ($3::text is null or (a.at, a.id) < (select at, id from alerts where id = $3)) order by a.at desc, a.id desc limit $4`,
      [query.state ?? null, query.customer ?? null, query.after ?? null, query.limit + 1],
    );
    const items = await itemsOf(rows.slice(0, query.limit));
    return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  }

  async function itemsOf(rows: Row[]): Promise<AlertItem[]> {
    const things = await countedThings(
      db,
      rows.flatMap(({ episodes }) => episodes),
    );
    return Promise.all(rows.map((row) => itemOf(row, things)));
  }

  async function itemOf(row: Row, things: Map<string, CountedThing>): Promise<AlertItem> {
    const { id, rule, state, value, limit, episodes, detail } = row;
    const name = row.customer_name ?? "";
    const isCall = row.ref === null && row.customer !== null;
    const mute = isCall && state !== "resolved" ? await mutes.muteOf(rule, row.customer ?? "", clock.now()) : undefined;
    return {
      id,
      rule,
      customer: row.customer === null ? null : { id: row.customer, name },
      state,
      value: Number(value),
      limit: Number(limit),
      expected: row.expected === null ? null : Number(row.expected),
      episodes,
      counted: episodes.flatMap((one) => things.get(one) ?? []),
      text: `${cards.words("title", rule, name, value, limit, detail)}. ${cards.words("text", rule, name, value, limit, detail)}`,
      may: isCall ? [...MAY[countsOf(detail)]] : [],
      at: row.at.toISOString(),
      firedAt: row.fired_at?.toISOString() ?? null,
      toldAt: row.told_at?.toISOString() ?? null,
      resolvedAt: row.resolved_at?.toISOString() ?? null,
      silenced: mute?.silenced ? { by: mute.silenced.by, until: mute.silenced.until.toISOString() } : null,
      outage: mute?.outage ?? false,
      acknowledgedBy: acknowledgedBy(row),
      acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    };
  }

  async function find(id: string): Promise<{ id: string } | undefined> {
    const [row] = await db.query<{ id: string }>("select id from alerts where id = $1", [id]);
    return row;
  }

  /** Somebody has seen it. The first name stays. @throws StaffRefused not_found */
  async function acknowledge(id: string, by: Named): Promise<AlertItem> {
    await db.query("update alerts set acknowledged_by = $2, acknowledged_at = $3 where id = $1 and acknowledged_by is null", [
      id,
      `${by.id} ${by.name}`,
      clock.now(),
    ]);
    const rows = await db.query<Row>(`${ALERTS} where a.id = $1`, [id]);
    const [item] = await itemsOf(rows);
    if (!item) throw new StaffRefused("not_found", "There is no such alert.");
    rooms.changed(id, item.customer?.id);
    return item;
  }

  /** How many are firing: the badge of the console. */
  async function firing(): Promise<number> {
    const [row] = await db.query<{ count: number }>("select count(*)::int as count from alerts where state = 'firing'");
    return row?.count ?? 0;
  }

  return { list, find, acknowledge, firing };
}

function acknowledgedBy(row: Row): Named | null {
  if (row.acknowledged_by === null) return null;
  const kept = nameOf(row.acknowledged_by);
  return kept.name === kept.id ? { ...kept, name: row.acknowledged_name ?? kept.name } : kept;
}
