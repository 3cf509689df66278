import { wasLeft, type History } from "./history.ts";
import { report, type Told } from "./told.ts";

const A_MINUTE = 1_250_000n; // 75 euros an hour, in micro-units
const ROUND = 5; // started minutes are billed in fives

type Line = { key: string; account: string; amount: string };
type Ended = {
  id: string;
  customer: string;
  payer: string;
  minutes: number | null;
  /** of the hold that its end has settled */
  held: bigint | null;
  lines: Line[] | null;
  overrun: { left: string; at: string; commit: string } | null;
};

const ENDED = `
select e.id, e.customer, e.payer, e.minutes,
  (select h.amount from holds h join hold_ends x on x.hold = h.id where h.id = e.hold and x.transfer = 'tr:staff/' || e.id) as held,
  (select jsonb_agg(jsonb_build_object('key', t.key, 'account', p.account, 'amount', p.amount::text) order by p.id)
   from transfers t join postings p on p.transfer = t.id where t.kind = 'staff' and t.facts->>'escalation' = e.id) as lines,
  (select jsonb_build_object('left', t.facts->>'left', 'at', t.at, 'commit', t.xmin::text) from transfers t
   where t.key = 'staff/' || e.id || '/excess' and exists (select 1 from postings p where p.transfer = t.id and p.account = 'company/overrun')) as overrun
from escalations e where e.state in ('resolved', 'handed_back') order by e.id`;

/** What a person has worked is booked once, by the fives: as much as was held from the hold, an excess from the budget if it covers it, else on us. */
export async function checkStaffMoney(told: Told, history: History): Promise<void> {
  for (const one of await told.raw.query<Ended>(ENDED)) {
    const wrong = wrongWith(told, one, history);
    if (wrong) report(told, "5 staff time is settled as promised", { wrong, ...one });
  }
}

function wrongWith(told: Told, { id, customer, payer, minutes, held, lines, overrun }: Ended, history: History): string | undefined {
  const cost = BigInt(Math.ceil((minutes ?? 0) / ROUND) * ROUND) * A_MINUTE;
  const main = `staff/${id}`;
  const excess = `${main}/excess`;
  const on = (account: string, key?: string) => sum((lines ?? []).filter((line) => line.account === account && (key === undefined || line.key === key)));
  if (-on("staff/time") !== cost) return "the time is not what was worked";
  if (lines?.some((line) => line.key !== main && line.key !== excess)) return "it is booked under another key";
  const budget = `customer/${customer}/budget`;
  if (payer !== budget) return on(budget) === 0n && on(payer) === cost ? undefined : "the payer has not paid it";
  const covered = held ?? 0n;
  const fromHold = covered < cost ? covered : cost;
  if (-on(budget, main) !== fromHold || -on("staff/time", main) !== fromHold) return "from the hold comes what was held, or less";
  const rest = cost - fromHold;
  if (-on(budget, excess) + on("company/overrun", excess) !== rest) return "the excess is not on the budget or on us";
  if (!overrun) return undefined;
  const left = BigInt(overrun.left);
  const isTrue = left < rest && wasLeft(told, history, budget, { left, at: Date.parse(overrun.at), commit: BigInt(overrun.commit) });
  return isTrue ? undefined : "the budget still covered the excess";
}

function sum(lines: Line[]): bigint {
  return lines.reduce((total, line) => total + BigInt(line.amount), 0n);
}
