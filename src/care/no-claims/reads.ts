import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import { classAt, discountFor, discountOf, levelAfter, renewed, type ClaimsHistory, type Counted, type Fault, type Scheme } from "../../policies/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import type { ObjectionRow } from "./deeds.ts";
import { historyOf, incidentOf, INCIDENTS, type ChangeRow, type IncidentRow, type Standing } from "./rows.ts";

/** Reading no-claims discounts. Nothing here writes. */

/** How a customer stands. `clean` and `claimed`: the discount from the next renewal on, without and with one incident until then. */
export type Stand = {
  scheme: string;
  level: string;
  /** hundredths of a percent of the fee */
  discount: number;
  renewsAt: Date | null;
  clean: number;
  claimed: number;
  counts: { crash: boolean; escalation: boolean };
  atOnce: boolean;
};

/** An incident with whose doing it is called at present. */
export type IncidentView = IncidentRow & { fault: Fault; name: string };

export type Difference = { customer: string; what: "level" | "discount"; stored: string; recomputed: string };

const STANDING = "select customer, scheme, version, enrolled_at, level, changes, settled_at from no_claims";

export function createReads({ db, clock, rulebook }: { db: Database; clock: Clock; rulebook: Rulebook }) {
  const zone = () => rulebook.current().book.business.timeZone;

  /** How a customer stands now, recomputed; undefined when no discount is theirs. */
  async function standOf(customer: string): Promise<Stand | undefined> {
    const [row] = await db.query<Standing>(`${STANDING} where customer = $1`, [customer]);
    if (!row) return undefined;
    const { scheme } = row;
    const replayed = levelAfter(scheme, await historyOf(db, customer, zone()), clock.now().getTime());
    if (!replayed.inForce) return undefined;
    const one: Counted = { id: "inc_one", kind: scheme.counts.escalation.length > 0 ? "escalation" : "crash", class: "customer" };
    const after = (incidents: Counted[]) =>
      discountOf(scheme, scheme.levels[renewed(scheme, replayed.standing, [...replayed.open, ...incidents]).standing.level]?.level ?? scheme.start);
    return {
      scheme: scheme.name,
      level: replayed.level,
      discount: discountOf(scheme, replayed.level),
      renewsAt: replayed.next === null ? null : new Date(replayed.next),
      clean: after([]),
      claimed: after([one]),
      counts: { crash: scheme.counts.crash.length > 0, escalation: scheme.counts.escalation.length > 0 },
      atOnce: scheme.effective === "at_once",
    };
  }

  /** The incidents of a customer, or those of everybody that wait for a ruling, the most urgent first. */
  async function incidents(filter: { customer?: string; waiting?: boolean; limit: number }): Promise<IncidentView[]> {
    const rows = await db.query<IncidentRow & { name: string }>(
      `${INCIDENTS.replace("select i.*", "select i.*, u.name")} join customers u on u.id = i.customer
       where ($1::text is null or i.customer = $1) and (not $2 or not exists (select 1 from incident_rulings r where r.incident = i.id))
       order by ${filter.waiting ? "i.deadline, i.id" : "i.happened_at desc, i.id desc"} limit $3`,
      [filter.customer ?? null, filter.waiting ?? false, filter.limit],
    );
    const now = clock.now().getTime();
    return rows.map((row) => ({ ...row, fault: classAt(incidentOf(row), now) }));
  }

  async function changes(customer: string, limit: number): Promise<ChangeRow[]> {
    return db.query<ChangeRow>("select * from no_claims_changes where customer = $1 order by place desc limit $2", [customer, limit]);
  }

  async function objections(filter: { state?: string; customer?: string; limit: number }): Promise<(ObjectionRow & { name: string })[]> {
    return db.query(
      `select o.*, u.name from no_claims_objections o join customers u on u.id = o.customer
       where ($1::text is null or o.state = $1) and ($2::text is null or o.customer = $2) order by (o.state = 'open') desc, o.due_at, o.id limit $3`,
      [filter.state ?? null, filter.customer ?? null, filter.limit],
    );
  }

  /** Everybody who takes part, after the customer `after`. */
  async function standings(page: { after?: string | undefined; limit: number }): Promise<{ customer: string; name: string; stand: Stand | undefined }[]> {
    const rows = await db.query<{ customer: string; name: string }>(
      `select n.customer, u.name from no_claims n join customers u on u.id = n.customer where ($1::text is null or n.customer > $1) order by n.customer limit $2`,
      [page.after ?? null, page.limit],
    );
    return Promise.all(rows.map(async (row) => ({ ...row, stand: await standOf(row.customer) })));
  }

  /** Computes every level and every discount anew from the events, and compares. */
  async function check(): Promise<{ customers: number; differences: Difference[] }> {
    const rows = await db.query<Standing>(`${STANDING} order by customer`);
    const differences: Difference[] = [];
    for (const row of rows) differences.push(...(await differencesOf(row)));
    return { customers: rows.length, differences };
  }

  async function differencesOf({ customer, scheme, level, settled_at, enrolled_at }: Standing): Promise<Difference[]> {
    const history = await historyOf(db, customer, zone());
    const { level: recomputed, steps, periods } = levelAfter(scheme, history, settled_at.getTime());
    const found: Difference[] = level === recomputed ? [] : [{ customer, what: "level", stored: level, recomputed }];
    const booked = await db.query<{ from_at: Date; fee: bigint }>("select from_at, fee from no_claims_periods where customer = $1 and from_at >= $2", [
      customer,
      enrolled_at,
    ]);
    let should = 0n;
    for (const { from_at, fee } of booked) {
      const period = periods.find(({ from }) => from === from_at.getTime());
      if (period) should += discountFor(scheme, steps, period, fee);
    }
    const [posted] = await db.query<{ amount: bigint }>(
      `select coalesce(sum(p.amount), 0)::bigint as amount from postings p join transfers t on t.id = p.transfer
       where t.customer = $1 and t.kind = 'no_claims' and p.account = $2 and (t.facts->>'period')::timestamptz >= $3`,
      [customer, `customer/${customer}/discount`, enrolled_at],
    );
    if (posted?.amount !== should) found.push({ customer, what: "discount", stored: String(posted?.amount), recomputed: String(should) });
    return found;
  }

  return { standOf, incidents, changes, objections, standings, check, historyOf: (customer: string) => historyOf(db, customer, zone()) };
}

/** What schemes would have cost over the last years with the customers that there are, their fees of today and their incidents, in micro-units. */
export type PastCost = { scheme: string; customers: number; discounts: bigint; fees: bigint };
const MOST_CUSTOMERS = 2_000; // more are a sample: the share is what an owner looks at

export async function costOnOurs(db: Database, schemes: readonly Scheme[], given: { timeZone: string; now: Date; years: number }): Promise<PastCost[]> {
  const { timeZone, now, years } = given;
  const from = new Date(now);
  from.setUTCFullYear(now.getUTCFullYear() - years);
  const rows = await db.query<{ customer: string; fee: bigint }>("select customer, fee from contracts where fee > 0 order by customer limit $1", [
    MOST_CUSTOMERS,
  ]);
  const lives: { fee: bigint; history: ClaimsHistory }[] = [];
  for (const { customer, fee } of rows) lives.push({ fee, history: await historyOf(db, customer, timeZone) });
  return schemes.map((scheme) => {
    let discounts = 0n;
    let fees = 0n;
    for (const { fee, history } of lives) {
      const { steps, periods } = levelAfter(scheme, history, now.getTime());
      for (const period of periods.filter((one) => one.to > from.getTime())) {
        const part = { ...period, until: Math.min(period.until, now.getTime()) };
        discounts += discountFor(scheme, steps, part, fee);
        fees += (fee * BigInt(period.months) * BigInt(part.until - part.from)) / BigInt(part.to - part.from);
      }
    }
    return { scheme: scheme.name, customers: lives.length, discounts, fees };
  });
}
