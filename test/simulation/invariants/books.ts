import type { Call } from "../provider.ts";
import { report, type Told } from "./told.ts";

type AttemptRow = {
  id: string;
  model: string;
  usage: { input?: number; output?: number } | null;
  amount: bigint;
  estimated: boolean;
  status: string;
  customer: string | null;
  /** what stands on its posting, also of a step that died: so many of our money for one of the vendor's */
  rate: string | null;
  lines: [account: string, amount: string][] | null;
};

// A step that its turn lived to book, and one that died and was booked by whoever cleared up.
const ATTEMPTS = `
select a.id, a.model, a.usage, a.amount, a.estimated, a.status, t.customer, t.facts->'exchange'->>'rate' as rate,
  (select jsonb_agg(jsonb_build_array(p.account, p.amount::text) order by p.id) from postings p where p.transfer = t.id) as lines
from attempts a left join transfers t on t.key = case a.status when 'crashed' then 'fault/' || a.hold else 'attempt/' || a.id end order by a.id`;

/**
 * The vendor's books and ours. What it told us, and can be believed, is booked to the micro-unit, once; all else that it may have charged
 * stands at the most that it can have been. The vendor's figures are its own: see LIST in provider.ts.
 */
export async function checkBooks(told: Told): Promise<void> {
  const attempts = await told.raw.query<AttemptRow>(ATTEMPTS);
  const rates = await ratesOf(told);
  for (const one of attempts) checkLines(told, one);
  const [other] = await told.raw.query<{ n: number }>("select count(distinct transfer)::int as n from postings where account = 'vendor/model'");
  const costs = attempts.filter((one) => one.amount > 0n).length;
  if (other?.n !== costs) report(told, "4 booked once", `${costs} attempts have a cost, and ${other?.n} transfers are the vendor's`);
  const twice = await told.raw.query("select hold, count(*) from attempts where hold is not null group by 1 having count(*) > 1");
  if (twice.length > 0) report(told, "4 booked once", twice);
  const left = checkExact(told, attempts, rates);
  // A row of a step that lived comes first: the same request, asked again after a death before the first one began, has the same ceiling.
  const unknown = attempts.filter((one) => one.estimated && one.amount > 0n);
  const hasDied = (one: AttemptRow) => one.status === "crashed";
  checkCeilings(told, left, [...unknown.filter((one) => !hasDied(one)), ...unknown.filter(hasDied)], rates);
}

/** Four lines for what a budget pays, two for what the company bears (docs/decisions/0006); the vendor's is the attempt's amount. */
function checkLines(told: Told, { id, amount, status, customer, lines }: AttemptRow): void {
  if (amount === 0n) {
    if (lines) report(told, "4 to the micro-unit", `${id} cost nothing and is booked`);
    return;
  }
  if (!lines) return report(told, "4 every paid attempt is booked", `${id}, ${status}: ${amount}`);
  const on = new Map(lines.map(([account, value]) => [account, BigInt(value)]));
  if (on.get("vendor/model") !== -amount) report(told, "4 to the micro-unit", { id, amount, lines });
  const isOurs = lines.length === 2 && on.get("company/faults") === -(on.get("vendor/model") ?? 0n);
  const [payer] = [...on.keys()].filter((account) => account === `customer/${customer}/budget` || /^company\/\w+-fund$/.test(account));
  const vendor = on.get("vendor/model");
  const isPaid = lines.length === 4 && vendor !== undefined && on.get(payer ?? "") === vendor;
  const isWhole = isPaid && on.get(`customer/${customer}/support-cost`) === -vendor && on.get("company/grants") === -vendor;
  if (!isOurs && !isWhole) report(told, "4 a cost stands on its four lines", { id, status, lines });
}

/** The steps of which the vendor told what it charges, one by one. Resolves to the calls that no such row stands for. */
function checkExact(told: Told, attempts: AttemptRow[], rates: string[]): Call[] {
  const calls = new Map(told.provider.calls.map((call) => [`${call.usage.input}/${call.usage.output}`, call]));
  const exact = Map.groupBy(
    attempts.filter((one) => !one.estimated && one.usage !== null),
    (one) => calls.get(`${one.usage?.input}/${one.usage?.output}`),
  );
  for (const [call, rows] of exact) {
    const number = call?.number ?? "of nobody";
    if (rows.length > 1) report(told, "4 booked once", `call ${number} is booked ${rows.length} times`);
    if (!call?.told) report(told, "4 to the micro-unit", `nobody was told what call ${number} cost`);
    const [row] = rows;
    if (!call || !row) continue;
    const vendor = row.lines?.find(([account]) => account === "vendor/model")?.[1];
    const isOwners = row.rate !== null && rates.includes(row.rate);
    if (!isOwners || BigInt(vendor ?? 0) !== -euros(call.bill, row.rate ?? "0"))
      report(told, "4 to the micro-unit", `call ${number}: ${vendor} at ${row.rate}, billed ${call.bill}`);
  }
  return told.provider.calls.filter((call) => !exact.has(call));
}

/**
 * Each other call that came to the vendor has a row of its own at the most that it can have cost. One that told its usage has such a row only
 * when its turn died, or was taken for dead. And no row is there for which nobody asked.
 */
function checkCeilings(told: Told, calls: Call[], rows: AttemptRow[], rates: string[]): void {
  const free = new Set(rows);
  const isOwn = (rate: string | null): rate is string => rate !== null && rates.includes(rate);
  const take = (call: Call, fits: (row: AttemptRow) => boolean) => {
    const row = [...free].find((one) => fits(one) && one.model === call.model && isOwn(one.rate) && euros(call.most, one.rate) === one.amount);
    if (row) free.delete(row);
    return row !== undefined;
  };
  const arrived = calls.filter((call) => call.arrived);
  for (const call of arrived.filter((one) => one.told))
    if (!take(call, (row) => row.status === "crashed")) report(told, "4 what the vendor told is believed", `call ${call.number}, billed ${call.bill}`);
  for (const call of arrived.filter((one) => !one.told))
    if (!take(call, () => true)) report(told, "4 every paid attempt is booked", `call ${call.number}, at most ${call.most}`);
  // A call that was broken off on its way may have arrived, for all that we know; one that died may not even have begun.
  for (const call of calls.filter((one) => !one.arrived)) take(call, () => true);
  for (const row of free) if (row.status !== "crashed") report(told, "5 what is not known stands at its ceiling", { id: row.id, amount: row.amount });
}

/** What the owner has ever said that a dollar is. */
async function ratesOf(told: Told): Promise<string[]> {
  const books = await told.raw.query<{ body: string }>("select body from rulebooks");
  return [...new Set(books.flatMap(({ body }) => /^ {2}USD:\s+rate: (\d+\.\d+)/m.exec(body)?.[1] ?? []))];
}

/** Hundredths of a millionth of a dollar as millionths of a euro, rounded up once. */
function euros(charged: bigint, rate: string): bigint {
  const [whole = "0", places = ""] = rate.split(".");
  const value = charged * BigInt(whole + places);
  const scale = 100n * 10n ** BigInt(places.length);
  return (value + scale - 1n) / scale;
}
