import type { Database } from "../platform/database.ts";
import { VISITORS } from "../customers/index.ts";
import type { ClaimsHistory } from "../policies/index.ts";
import { missedDates } from "./missed.ts";
import { historyOf } from "./no-claims/rows.ts";

/** A customer who pays, as rulebooks are compared by it: the fee of today, the contracts and incidents, and the dates of ours that were missed. */
export type Life = { id: string; plan: string; fee: bigint; claims: ClaimsHistory; missed: number[] };

const MOST_CUSTOMERS = 2_000; // more are a sample

/** The lives of the customers who pay. */
export async function livesOf(db: Database, given: { timeZone: string; now: Date }): Promise<Life[]> {
  const rows = await db.query<{ id: string; plan: string; fee: bigint; missed: string[] }>(
    `select u.id, u.plan, k.fee,
       (select coalesce(jsonb_agg(d.at order by d.at), '[]') from (${missedDates({ customer: "u.id", now: "$2", zone: "$1" })}) d) as missed
     from contracts k join customers u on u.id = k.customer where k.fee > 0 order by u.id limit ${MOST_CUSTOMERS}`,
    [given.timeZone, given.now],
  );
  const lives: Life[] = [];
  for (const { missed, ...row } of rows)
    lives.push({ ...row, missed: missed.map((at) => Date.parse(at)), claims: await historyOf(db, row.id, given.timeZone) });
  return lives;
}

/** How many people we know at each customer; visitors without a name belong to none. */
export async function peopleOf(db: Database): Promise<Map<string, number>> {
  const rows = await db.query<{ customer: string; people: number }>(
    "select customer, count(*)::int as people from contacts where customer <> $1 and erased_at is null group by customer",
    [VISITORS],
  );
  return new Map(rows.map(({ customer, people }) => [customer, people]));
}
