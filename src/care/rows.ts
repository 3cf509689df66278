import type { Queryable } from "../platform/database.ts";
import type { AlertRule, AlertState, Reading } from "../policies/index.ts";
import type { Detail, Told } from "./cards.ts";
import { countedThings } from "./list.ts";

/** How the state of a call alert lies in its row. */

export type AlertRow = {
  id: string;
  rule: string;
  state: "pending" | "firing" | "resolved";
  value: string;
  limit: string;
  episodes: string[];
  detail: Detail;
  at: Date;
  fired_at: Date | null;
  over: boolean;
  turned_at: Date | null;
  peak: string;
  told_at: Date | null;
  resolved_at: Date | null;
  acknowledged_at: Date | null;
};

/** What was counted, as it is kept. */
export type Numbers = { value: number; limit: number; expected: number | null; episodes: string[]; detail: Detail };

/** The newest alert of a rule about a customer, locked until the transaction ends. */
export async function lastOf(tx: Queryable, rule: string, customer: string): Promise<AlertRow | undefined> {
  const [row] = await tx.query<AlertRow>(
    "select * from alerts where rule = $1 and customer = $2 and ref is null order by at desc, id desc limit 1 for update",
    [rule, customer],
  );
  return row;
}

export function stateOf(row: AlertRow | undefined): AlertState {
  if (!row) return { state: "quiet" };
  const { state, over, at, turned_at, peak, fired_at, told_at, acknowledged_at, resolved_at } = row;
  if (state === "pending") return { state, since: at.getTime() };
  const turned = (turned_at ?? resolved_at ?? at).getTime();
  if (state === "resolved") return { state, over, turned, peak: Number(peak) };
  const times = { firedAt: (fired_at ?? at).getTime(), toldAt: told_at?.getTime(), acknowledgedAt: acknowledged_at?.getTime() };
  return { state, since: at.getTime(), over, turned, peak: Number(peak), ...times };
}

/** Whether time alone may change something. */
export function live(state: AlertState): boolean {
  return state.state === "pending" || state.state === "firing" || (state.state === "resolved" && state.over);
}

export function numbersOf({ value, limit, expected, counted, days }: Reading, rule: AlertRule): Numbers {
  const rounded = expected === undefined ? {} : { expected: Math.round(expected * 10) / 10 };
  const counts: Detail = rule.counts === "episodes" ? {} : { counts: rule.counts };
  return {
    value,
    limit,
    expected: rounded.expected ?? null,
    episodes: counted.map(({ id }) => id),
    detail: { days: Math.max(1, Math.round(days)), ...counts, ...rounded },
  };
}

type Change = {
  id: string;
  rule: string;
  customer: string;
  row: AlertRow | undefined;
  next: AlertState;
  numbers: Numbers;
  /** what was counted is too much */ holds: boolean;
  now: Date;
};
/** `id`: undefined when there is nothing to write to, or another process was quicker. `fired`: it began to fire now. */
export type Kept = { id: string | undefined; changed: boolean; fired: boolean };

/** Brings the row to its next state: at most one live alert stands for a rule and a customer. */
export async function save(tx: Queryable, change: Change): Promise<Kept> {
  const { row, next, now } = change;
  const open = row && row.state !== "resolved" ? row : undefined;
  if (next.state === "quiet") {
    // It held too short for anybody to hear of it.
    if (open) await tx.query("delete from alerts where id = $1", [open.id]);
    return { id: open?.id, changed: open !== undefined, fired: false };
  }
  if (next.state === "resolved") {
    if (!row) return { id: undefined, changed: false, fired: false };
    await tx.query("update alerts set state = 'resolved', over = $2, turned_at = $3, resolved_at = coalesce(resolved_at, $4) where id = $1", [
      row.id,
      next.over,
      new Date(next.turned),
      now,
    ]);
    return { id: row.id, changed: open !== undefined, fired: false };
  }
  const fired = next.state === "firing" && row?.state !== "firing";
  if (open) {
    await update(tx, open.id, change);
    return { id: open.id, changed: open.state !== next.state || (change.holds && Number(open.value) !== change.numbers.value), fired };
  }
  const made = await insert(tx, change);
  return { id: made ? change.id : undefined, changed: made, fired: fired && made };
}

async function insert(tx: Queryable, { id, rule, customer, next, numbers }: Change): Promise<boolean> {
  const { value, limit, expected, episodes, detail } = numbers;
  const rows = await tx.query(
    `insert into alerts (id, rule, customer, state, value, "limit", expected, episodes, detail, at, fired_at, turned_at, told_at, peak)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11, $10, $12, $13)
     on conflict (rule, customer) where state <> 'resolved' and customer is not null and ref is null do nothing returning id`,
    [id, rule, customer, next.state, value, limit, expected, JSON.stringify(episodes), JSON.stringify(detail), ...timesOf(next)],
  );
  return rows.length > 0;
}

async function update(tx: Queryable, id: string, { next, numbers, holds }: Change): Promise<void> {
  const { value, limit, expected, episodes, detail } = numbers;
  const [, firedAt, toldAt, peak] = timesOf(next);
  const over = next.state === "firing" ? next.over : true;
  const turned = next.state === "firing" ? new Date(next.turned) : null;
  await tx.query("update alerts set state = $2, over = $3, turned_at = coalesce($4, turned_at), fired_at = $5, told_at = $6, peak = $7 where id = $1", [
    id,
    next.state,
    over,
    turned,
    firedAt,
    toldAt,
    peak,
  ]);
  if (next.state === "firing" && next.acknowledgedAt === undefined)
    await tx.query("update alerts set acknowledged_by = null, acknowledged_at = null where id = $1", [id]);
  // What is shown of it is what it saw while it held: nobody understands an alert on two of more than three.
  if (holds)
    await tx.query('update alerts set value = $2, "limit" = $3, expected = $4, episodes = $5::jsonb, detail = $6::jsonb where id = $1', [
      id,
      value,
      limit,
      expected,
      JSON.stringify(episodes),
      JSON.stringify(detail),
    ]);
}

/** since, fired, told, peak */
function timesOf(next: AlertState): [Date, Date | null, Date | null, number] {
  if (next.state !== "firing") return [new Date(next.state === "pending" ? next.since : 0), null, null, 0];
  return [new Date(next.since), new Date(next.firedAt), next.toldAt === undefined ? null : new Date(next.toldAt), next.peak];
}

type Kind = { id: string; rule: string; customer: { id: string; name: string }; value: number; limit: number; episodes: string[]; detail: Detail; at: Date };

/** An alert as it is told, with what was counted. */
export async function toldOf(tx: Queryable, { id, rule, customer, value, limit, episodes, detail, at }: Kind): Promise<Told> {
  const things = await countedThings(tx, episodes);
  return { id, rule, customer, value, limit, page: `/console/customers/${customer.id}`, detail, at, counted: episodes.flatMap((one) => things.get(one) ?? []) };
}
