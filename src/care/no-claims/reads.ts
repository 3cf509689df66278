import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import { classAt, discountFor, discountOf, levelAfter, type Fault, type Scheme } from "../../policies/index.ts";
import { discountAccount } from "../../ledger/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import type { ObjectionRow } from "./deeds.ts";
import { lookAhead, quoteFor, type Quote } from "./ahead.ts";
import { costOnOurs, PAST_YEARS, schemeFigures, USUAL_RATE } from "./figures.ts";
import type { MailState } from "./mail.ts";
import { schemeOf } from "./settle.ts";
import { contractOf, versionOf, historyOf, incidentOf, INCIDENTS, type ChangeRow, type IncidentRow, type Standing } from "./rows.ts";

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
  /** the same in money */
  quote: Quote | null;
  counts: { crash: boolean; escalation: boolean };
  atOnce: boolean;
};

/** An incident with whose doing it is called at present. */
export type IncidentView = IncidentRow & { fault: Fault; name: string };

/** An objection with the name of the customer, and the incidents that it is about. */
export type Objected = ObjectionRow & { name: string; about: IncidentView[] };

/** A letter about a change; `reply`: what a mail server said, where it was no yes. */
export type LetterView = { change: string; contact: string; name: string | null; state: MailState | "said"; reply: string | null; at: Date };

export type Difference = { customer: string; what: "level" | "discount"; stored: string; recomputed: string };

type BookedPeriod = { from_at: Date; fee: bigint; scheme: Scheme | null; posted: bigint };
/** The periods of a customer, each with what is posted for it on $2. */
const BOOKED = `select n.from_at, n.fee, n.scheme, coalesce((select sum(p.amount) from transfers t join postings p on p.transfer = t.id and p.account = $2
    where t.customer = n.customer and t.kind = 'no_claims' and (t.facts->>'period')::timestamptz = n.from_at), 0)::bigint as posted
  from no_claims_periods n where n.customer = $1 order by n.from_at`;
const STANDING = "select customer, scheme, version, enrolled_at, level, changes, settled_at from no_claims";

export function createReads({ db, clock, rulebook }: { db: Database; clock: Clock; rulebook: Rulebook }) {
  const zone = () => rulebook.current().book.business.timeZone;

  /** How a customer stands now, recomputed; undefined when no discount is theirs. */
  async function standOf(customer: string): Promise<Stand | undefined> {
    const [row] = await db.query<Standing>(`${STANDING} where customer = $1`, [customer]);
    if (!row) return undefined;
    const { scheme } = row;
    const now = clock.now().getTime();
    const history = await historyOf(db, customer, zone());
    const replayed = levelAfter(scheme, history, now);
    if (!replayed.inForce) return undefined;
    const chosen = schemeOf(rulebook.current().book);
    const ahead = lookAhead({ scheme, replayed, history, now }, chosen, chosen === undefined || versionOf(chosen) !== row.version);
    const contract = await contractOf(db, customer);
    const months = (chosen ?? scheme).period.months;
    return {
      scheme: scheme.name,
      level: replayed.level,
      discount: discountOf(scheme, replayed.level),
      renewsAt: replayed.next === null ? null : new Date(replayed.next),
      ...ahead,
      quote: replayed.next === null || !contract ? null : quoteFor(ahead, { from: replayed.next, months, monthly: contract.fee }),
      counts: { crash: scheme.counts.crash.length > 0, escalation: scheme.counts.escalation.length > 0 },
      atOnce: scheme.effective === "at_once",
    };
  }

  /** The incidents of a customer, or those of everybody that wait for a ruling, the most urgent first. */
  async function incidents(filter: { customer?: string; id?: string; waiting?: boolean; limit: number }): Promise<IncidentView[]> {
    return viewed(
      `($1::text is null or i.customer = $1) and ($4::text is null or i.id = $4) and (not $2 or not exists (select 1 from incident_rulings r where r.incident = i.id))
       order by ${filter.waiting ? "i.deadline, i.id" : "i.happened_at desc, i.id desc"} limit $3`,
      [filter.customer ?? null, filter.waiting ?? false, filter.limit, filter.id ?? null],
    );
  }

  async function viewed(where: string, values: unknown[]): Promise<IncidentView[]> {
    const rows = await db.query<IncidentRow & { name: string }>(
      `${INCIDENTS.replace("select i.*", "select i.*, u.name")} join customers u on u.id = i.customer where ${where}`,
      values,
    );
    const now = clock.now().getTime();
    return rows.map((row) => ({ ...row, fault: classAt(incidentOf(row), now) }));
  }

  async function changes(customer: string, limit: number): Promise<ChangeRow[]> {
    return db.query<ChangeRow>("select * from no_claims_changes where customer = $1 order by place desc limit $2", [customer, limit]);
  }

  /** Who was told of changes, the newest first: in a conversation, or by mail. */
  async function letters(customer: string, limit: number): Promise<LetterView[]> {
    return db.query<LetterView>(
      `select l.change, l.contact, k.name, l.state, l.reply, l.at from no_claims_letters l join no_claims_changes c on c.id = l.change join contacts k on k.id = l.contact
       where c.customer = $1 order by l.at desc, c.place desc, k.name, k.id limit $2`,
      [customer, limit],
    );
  }

  /** The open ones before the decided ones, the oldest first. */
  async function objections(filter: { state?: string; customer?: string; id?: string; limit: number }): Promise<Objected[]> {
    const rows = await db.query<Omit<Objected, "about">>(
      `select o.*, u.name from no_claims_objections o join customers u on u.id = o.customer
       where ($1::text is null or o.state = $1) and ($2::text is null or o.customer = $2) and ($4::text is null or o.id = $4) order by (o.state = 'open') desc, o.at, o.id limit $3`,
      [filter.state ?? null, filter.customer ?? null, filter.limit, filter.id ?? null],
    );
    const named = [...new Set(rows.flatMap(({ incidents }) => incidents))];
    const about = new Map((await viewed("i.id = any ($1) order by i.happened_at, i.id", [named])).map((one) => [one.id, one]));
    return rows.map((row) => ({ ...row, about: row.incidents.flatMap((id) => about.get(id) ?? []) }));
  }

  /** How many objections wait for a person, and how many of them past the promised date: the badge of the console. */
  async function waiting(): Promise<{ open: number; overdue: number }> {
    const [row] = await db.query<{ open: number; overdue: number }>(
      "select count(*)::int as open, count(*) filter (where due_at < $1)::int as overdue from no_claims_objections where state = 'open'",
      [clock.now()],
    );
    return row ?? { open: 0, overdue: 0 };
  }

  /** The levels of the customer's scheme, the worst first, and when theirs was which. */
  async function lifeOf(customer: string) {
    const [row] = await db.query<Standing>(`${STANDING} where customer = $1`, [customer]);
    if (!row) return { levels: [], timeline: [] };
    const { scheme } = row;
    const { steps } = levelAfter(scheme, await historyOf(db, customer, zone()), clock.now().getTime());
    return {
      levels: scheme.levels.map(({ level }) => ({ level, discount: discountOf(scheme, level) })),
      timeline: steps.map(({ at, to, cause }) => ({ at: new Date(at), level: to, discount: discountOf(scheme, to), cause })),
    };
  }

  /** All schemes that there are, side by side, with what they would have cost here. */
  async function compare() {
    const { noClaims } = rulebook.current().book;
    const schemes = Object.values(noClaims.schemes);
    const past = await costOnOurs(db, schemes, { timeZone: zone(), now: clock.now(), years: PAST_YEARS });
    const figures = schemes.map((scheme, i) => {
      const { bonusHunger, scheme: name, about, meanDiscount, atBest } = schemeFigures(scheme, USUAL_RATE);
      const most = Math.max(...bonusHunger.map(({ forfeits }) => forfeits));
      const hiding = { hidingAtBest: (bonusHunger.at(-1)?.forfeits ?? 0).toFixed(2), hidingAtMost: most.toFixed(2) };
      return { scheme: name, about, meanDiscount, atBest, ...hiding, past: past[i] as (typeof past)[number] };
    });
    return { scheme: noClaims.scheme, rate: USUAL_RATE, years: PAST_YEARS, figures };
  }

  /** Everybody who takes part, after the customer `after`. */
  async function standings(page: { after?: string | undefined; limit: number }): Promise<{ customer: string; name: string; stand: Stand | undefined }[]> {
    const rows = await db.query<{ customer: string; name: string }>(
      `select n.customer, u.name from no_claims n join customers u on u.id = n.customer where ($1::text is null or n.customer > $1) order by n.customer limit $2`,
      [page.after ?? null, page.limit],
    );
    return Promise.all(rows.map(async (row) => ({ ...row, stand: await standOf(row.customer) })));
  }

  /** Computes every level and the discount of every period anew from the events, and compares; a period by the scheme that it was booked under. */
  async function check(): Promise<{ customers: number; differences: Difference[] }> {
    const rows = await db.query<{ customer: string }>("select customer from no_claims union select customer from no_claims_periods order by customer");
    const differences: Difference[] = [];
    for (const { customer } of rows) differences.push(...(await differencesOf(customer)));
    return { customers: rows.length, differences };
  }

  async function differencesOf(customer: string): Promise<Difference[]> {
    const history = await historyOf(db, customer, zone());
    const [standing] = await db.query<Standing>(`${STANDING} where customer = $1`, [customer]);
    const until = (standing?.settled_at ?? clock.now()).getTime();
    const found: Difference[] = [];
    if (standing) {
      const { level } = levelAfter(standing.scheme, history, until);
      if (level !== standing.level) found.push({ customer, what: "level", stored: standing.level, recomputed: level });
    }
    for (const { from_at, fee, scheme, posted } of await db.query<BookedPeriod>(BOOKED, [customer, discountAccount(customer)])) {
      const present = standing !== undefined && from_at >= standing.enrolled_at;
      const booked = present ? standing.scheme : scheme;
      if (!booked) continue; // from before it was noted under which scheme
      const { steps, periods } = levelAfter(booked, history, until);
      const period = periods.find(({ from }) => from === from_at.getTime());
      const should = period ? discountFor(booked, steps, period, fee) : 0n;
      if (posted !== should && (period || present)) found.push({ customer, what: "discount", stored: String(posted), recomputed: String(should) });
    }
    return found;
  }

  return {
    standOf,
    lifeOf,
    compare,
    incidents,
    changes,
    letters,
    objections,
    waiting,
    standings,
    check,
    historyOf: (customer: string) => historyOf(db, customer, zone()),
  };
}
