import type { Clock } from "../../platform/clock.ts";
import type { Write } from "../../platform/commit.ts";
import type { Database, Queryable } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import { schedule } from "../../platform/timers.ts";
import { LOOK_AT_DISCOUNT } from "../../customers/index.ts";
import { dateIn, levelAfter, momentAt, momentsOf, type ClaimsHistory, type Scheme } from "../../policies/index.ts";
import { NO_SCHEME, type Book, type Rulebook } from "../../rulebook/index.ts";
import { bookChange, giveBack } from "./book.ts";
import { takeInClaims } from "./claims.ts";
import { contractOf, historyOf, knownAt, versionOf, type ContractRow, type Standing } from "./rows.ts";

export type SettleRooms = { db: Database; clock: Clock; ids: Ids; rulebook: Rulebook };

const STANDING = "select customer, scheme, version, enrolled_at, level, changes, settled_at from no_claims where customer = $1 for update";

/** The scheme that a book has in force; undefined: none. */
export function schemeOf(book: Book): Scheme | undefined {
  return book.noClaims.scheme === NO_SCHEME ? undefined : book.noClaims.schemes[book.noClaims.scheme];
}

/**
 * Brings a customer's level and discount up to a moment: each moment at which something changed is booked by itself, in order, with what was
 * known then. So a service that stood still for weeks books what one that ran through would have booked.
 */
export function createSettling(rooms: SettleRooms) {
  const { db, ids, rulebook } = rooms;
  const zone = () => rulebook.current().book.business.timeZone;

  /** Resolves to the timer of the next moment, if there is one. */
  async function look(customer: string, now: Date): Promise<Write[]> {
    const next = await db.transaction((tx) => lookIn(tx, customer, now));
    return next === undefined ? [] : [schedule(LOOK_AT_DISCOUNT, customer, new Date(next))];
  }

  /** The same within a transaction, for whoever has just written what it depends on. */
  async function lookIn(tx: Queryable, customer: string, now: Date): Promise<number | undefined> {
    await tx.query("select 1 from customers where id = $1 for update", [customer]);
    await takeInClaims(tx, { ids, rulebook }, customer, now);
    const history = await historyOf(tx, customer, zone());
    const contract = await contractOf(tx, customer);
    const [stored] = await tx.query<Standing>(STANDING, [customer]);
    const standing = stored ?? (await enrol(tx, customer, contract, history, now));
    if (!standing) {
      await giveBack({ tx, ids, rulebook }, customer, history, now.getTime());
      return undefined;
    }
    return walk(tx, standing, contract, history, now.getTime());
  }

  /** Whoever pays a fee takes part from here on: at the level that the years so far have earned, and nothing is booked for these. */
  async function enrol(tx: Queryable, customer: string, contract: ContractRow | undefined, history: ClaimsHistory, now: Date): Promise<Standing | undefined> {
    const scheme = schemeOf(rulebook.current().book);
    if (!scheme || !contract || contract.fee === 0n || contract.starts_on > dateIn(now.getTime(), zone())) return undefined;
    const { level, periods } = levelAfter(scheme, history, now.getTime());
    const begun = periods.at(-1)?.from ?? now.getTime();
    // A contract that was recorded before it began takes part from its first day.
    const fromStart = contract.recorded_at.getTime() <= begun || dateIn(contract.recorded_at.getTime(), zone()) === contract.starts_on;
    const enrolled = fromStart && contract.starts_on === dateIn(begun, zone()) ? new Date(begun) : now;
    const [before] = await tx.query<{ changes: number }>("select coalesce(max(place), 0)::int as changes from no_claims_changes where customer = $1", [
      customer,
    ]);
    const changes = before?.changes ?? 0;
    const row: Standing = { customer, scheme, version: versionOf(scheme), enrolled_at: enrolled, level, changes, settled_at: now };
    await tx.query("insert into no_claims (customer, scheme, version, enrolled_at, level, changes, settled_at) values ($1, $2::jsonb, $3, $4, $5, $6, $7)", [
      customer,
      JSON.stringify(scheme),
      row.version,
      enrolled,
      level,
      changes,
      now,
    ]);
    return row;
  }

  async function walk(tx: Queryable, standing: Standing, contract: ContractRow | undefined, history: ClaimsHistory, now: number): Promise<number | undefined> {
    const endOf = (day: string) => momentAt(day, "00:00", history.timeZone);
    const fixed = momentsOf(history).toSorted((a, b) => a - b);
    let at = standing.settled_at.getTime();
    for (;;) {
      const known = knownAt(history, at, endOf);
      await bookChange({ tx, ids, rulebook }, standing, contract, known, at);
      const { next: renewal } = levelAfter(standing.scheme, known, at);
      const next = Math.min(renewal ?? Infinity, fixed.find((moment) => moment > at) ?? Infinity);
      if (next > now) {
        await tx.query("update no_claims set settled_at = greatest(settled_at, $2) where customer = $1", [standing.customer, new Date(now)]);
        return Number.isFinite(next) ? next : undefined;
      }
      at = next;
      if (at === renewal && !(await renewScheme(tx, standing, at))) return undefined;
    }
  }

  /** A scheme that the owner has chosen meanwhile holds from a renewal on. Resolves to false when there is none any more. */
  async function renewScheme(tx: Queryable, standing: Standing, at: number): Promise<boolean> {
    const scheme = schemeOf((await rulebook.at(new Date(at), tx)).book);
    if (!scheme) {
      await tx.query("delete from no_claims where customer = $1", [standing.customer]);
      return false;
    }
    const version = versionOf(scheme);
    if (version === standing.version) return true;
    Object.assign(standing, { scheme, version, enrolled_at: new Date(at) });
    await tx.query("update no_claims set scheme = $2::jsonb, version = $3, enrolled_at = $4 where customer = $1", [
      standing.customer,
      JSON.stringify(scheme),
      version,
      new Date(at),
    ]);
    return true;
  }

  return { look, lookIn };
}

export type Settling = ReturnType<typeof createSettling>;
