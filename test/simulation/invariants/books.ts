import { amount } from "../../../src/ledger/index.ts";
import type { Database } from "../../../src/platform/database.ts";
import { report, type Told } from "./told.ts";

type AttemptRow = {
  id: string;
  usage: { input?: number; output?: number } | null;
  amount: bigint;
  estimated: boolean;
  status: string;
  hold: string | null;
  price: never;
};

/** The vendor's books and ours: what it told us is booked to the micro-unit, once; the rest stands at its ceiling. */
export async function checkBooks(told: Told): Promise<void> {
  const attempts = await told.raw.query<AttemptRow>("select id, usage, amount, estimated, status, hold, price from attempts");
  const exact = attempts.filter((one) => one.status === "ok" && !one.estimated);
  const booked = Map.groupBy(exact, (one) => `${one.usage?.input}/${one.usage?.output}`);
  for (const call of told.provider.calls) {
    const own = booked.get(`${call.usage.input}/${call.usage.output}`) ?? [];
    if (own.length > 1) report(told, "4 booked once", `call ${call.number} is booked ${own.length} times`);
    const usage = { ...call.usage, cachedInput: 0, cacheWrite: 0, reasoning: 0 };
    if (own.length === 1 && own[0]?.amount !== amount(call.price, usage)) report(told, "4 to the micro-unit", `call ${call.number}: ${own[0]?.amount}`);
  }
  const charged = told.provider.calls.filter((call) => call.arrived).length;
  const [count] = await told.raw.query<{ n: number }>(
    `select (select count(*) from attempts where status <> 'crashed')::int + (select count(*) from transfers where key like 'fault/%')::int as n`,
  );
  if ((count?.n ?? 0) < charged) report(told, "4 every paid attempt is booked", `${charged} calls were charged, ${count?.n} are booked`);
  const wrong = await told.raw.query(
    `select a.id, a.amount, t.sum from attempts a left join (select transfer, sum(amount) filter (where amount > 0) as sum from postings group by 1) t
       on t.transfer = (select id from transfers x where x.key = 'attempt/' || a.id) where a.amount > 0 and a.status <> 'crashed' and t.sum is distinct from a.amount`,
  );
  const off = wrong.filter((row) => row["sum"] === null);
  if (off.length > 0) report(told, "4 every paid attempt is booked", off.slice(0, 3));
  const twice = await told.raw.query("select hold, count(*) from attempts where hold is not null group by 1 having count(*) > 1");
  if (twice.length > 0) report(told, "4 booked once", twice);
  const faults = await told.raw.query(
    "select t.key from transfers t join attempts a on 'fault/' || a.hold = t.key where a.status <> 'crashed' and a.amount > 0",
  );
  if (faults.length > 0) report(told, "4 booked once", faults);
}

/** The rows of the ledger as they are now: later they must still be so. */
export type Snapshot = Map<string, { count: number; sum: string }>;

const LEDGER = { transfers: "at, id", postings: "id", holds: "at, id", hold_ends: "at, hold" };

export async function snapshot(raw: Database): Promise<Snapshot> {
  const found: Snapshot = new Map();
  for (const [table, order] of Object.entries(LEDGER)) {
    const [row] = await raw.query<{ count: number; sum: string }>(
      `select count(*)::int as count, md5(coalesce(string_agg(md5(x::text), '' order by md5(x::text)), '')) as sum from (select * from ${table} order by ${order}) x`,
    );
    const [rows] = [row];
    found.set(table, { count: rows?.count ?? 0, sum: rows?.sum ?? "" });
    await raw.query(`create temp table if not exists before_${table} (line text)`);
    await raw.query(`truncate before_${table}`);
    await raw.query(`insert into before_${table} select md5(x::text) from ${table} x`);
  }
  return found;
}

export async function unchanged(told: Told, before: Snapshot): Promise<void> {
  for (const table of before.keys()) {
    const gone = await told.raw.query(`select b.line from before_${table} b where not exists (select 1 from ${table} x where md5(x::text) = b.line) limit 3`);
    if (gone.length > 0) report(told, "4 ledger rows never change", `${table}: ${gone.length} rows`);
  }
}
