import { applyWrites } from "../../platform/commit.ts";
import type { Queryable } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import { schedule } from "../../platform/timers.ts";
import { discountAccount, openAccount, transfer, transferId } from "../../ledger/index.ts";
import { discountFor, discountOf, levelAfter, noClaims, type ClaimsHistory, type Period, type Replayed, type Scheme, type Step } from "../../policies/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import { versionOf, type ContractRow, type Standing } from "./rows.ts";

/** The timer of each change of a level: the people of the customer are told. Its ref is the change. */
export const TELL_OF_DISCOUNT = "no-claims.letter";
/** What bears the discounts. */
export const DISCOUNTS = "company/no-claims";

const PERIODS = "select customer, from_at, fee, booked, scheme from no_claims_periods where customer = $1 order by from_at";

type BookRooms = { tx: Queryable; ids: Ids; rulebook: Rulebook };
type PeriodRow = { customer: string; from_at: Date; fee: bigint; booked: bigint; scheme: Scheme | null };
/** One transfer to be booked; `cause` says why. `scheme`: the one that the period was booked under, where it is an earlier one. */
type Booking = { part: string; amount: bigint; period: number; cause: string; scheme?: Scheme };
type Booked = Omit<Standing, "enrolled_at" | "settled_at">;
type Change = { cause: Parameters<typeof noClaims.decide>[0]["cause"]; from: string; to: string; incidents: string[] };

/**
 * Books what a moment changed: the level, and the difference between what each period's discount should be and what is booked for it. What
 * should be is computed from the whole history, so whatever was shown not to count is given back to the last unit. Nothing changed, nothing booked.
 */
export async function bookChange(rooms: BookRooms, standing: Standing, contract: ContractRow | undefined, history: ClaimsHistory, at: number): Promise<void> {
  const { tx } = rooms;
  const replayed = levelAfter(standing.scheme, history, at);
  const stored = await tx.query<PeriodRow>(PERIODS, [standing.customer]);
  const earlier = ruledAt(history, at).length > 0 ? await owedEarlier(tx, standing.enrolled_at, history, stored, at) : [];
  const bookings = [...earlier, ...(await owed(tx, standing, contract, replayed, stored))];
  const change = changeAt(standing, replayed, history, at);
  if (change.from === change.to && bookings.length === 0) return;
  await write(rooms, standing, change, bookings, at);
  Object.assign(standing, { level: change.to, changes: standing.changes + 1 });
  await tx.query("update no_claims set level = $2, changes = $3, settled_at = greatest(settled_at, $4) where customer = $1", [
    standing.customer,
    standing.level,
    standing.changes,
    new Date(at),
  ]);
}

/** What rulings give back to whoever takes part no more, because the owner has ended the discounts: money, and no level. */
export async function giveBack(rooms: BookRooms, customer: string, history: ClaimsHistory, at: number): Promise<void> {
  const { tx } = rooms;
  const stored = await tx.query<PeriodRow>(PERIODS, [customer]);
  const scheme = stored.findLast((row) => row.scheme !== null)?.scheme;
  const [last] = await tx.query<{ place: number; level: string; at: Date }>(
    "select place, to_level as level, at from no_claims_changes where customer = $1 order by place desc limit 1",
    [customer],
  );
  const bookings = await owedEarlier(tx, new Date(at), history, stored, at);
  if (!scheme || bookings.length === 0) return;
  const { place: changes, level, at: since } = last ?? { place: 0, level: scheme.start, at: new Date(0) };
  const incidents = history.incidents.filter(({ rulings }) => rulings.some((ruling) => ruling.at > since.getTime())).map(({ id }) => id);
  const standing = { customer, scheme, version: versionOf(scheme), level, changes };
  await write(rooms, standing, { cause: "restored", from: level, to: level, incidents }, bookings, at);
}

/** Writes down a change with its bookings and its decision, and has the people told: of another level, and of what they are given back. */
async function write(rooms: BookRooms, standing: Booked, change: Change, bookings: Booking[], at: number): Promise<void> {
  const { tx } = rooms;
  const amount = bookings.reduce((sum, booking) => sum + booking.amount, 0n);
  const id = rooms.ids.next("ncc");
  const transfers = await post(rooms, standing, change, bookings, { id, at });
  const decision = await decide(rooms, standing, change, at);
  await tx.query(
    `insert into no_claims_changes (id, customer, place, cause, from_level, to_level, from_discount, to_discount, incidents, amount, transfers, decision, version, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11::jsonb, $12, $13, $14)`,
    [
      id,
      standing.customer,
      standing.changes + 1,
      change.cause,
      change.from,
      change.to,
      discountOf(standing.scheme, change.from),
      discountOf(standing.scheme, change.to),
      JSON.stringify(change.incidents),
      amount,
      JSON.stringify(transfers),
      decision,
      standing.version,
      new Date(at),
    ],
  );
  const given = change.cause === "restored" && amount > 0n;
  if (change.from !== change.to || given) await applyWrites(tx, [schedule(TELL_OF_DISCOUNT, id, new Date(at))]);
}

/** The differences between what is booked and what should be, a booking for each; a new period is booked at the level before, and then its change. */
async function owed(
  tx: Queryable,
  standing: Standing,
  contract: ContractRow | undefined,
  { periods, steps }: Replayed,
  stored: PeriodRow[],
): Promise<Booking[]> {
  const { scheme } = standing;
  const since = standing.enrolled_at.getTime();
  const due = new Map<number, Period>(periods.filter(({ from }) => from >= since).map((period) => [period.from, period]));
  const known = new Map(stored.filter(({ from_at }) => from_at.getTime() >= since).map((row) => [row.from_at.getTime(), row]));
  const bookings: Booking[] = [];
  for (const [from, period] of due) {
    const row = known.get(from);
    const fee = row?.fee ?? contract?.fee ?? 0n;
    const should = discountFor(scheme, steps, period, fee);
    if (row) {
      if (should !== row.booked) bookings.push({ part: `p${from}`, amount: should - row.booked, period: from, cause: "change" });
    } else {
      await tx.query("insert into no_claims_periods (customer, from_at, fee, scheme) values ($1, $2, $3, $4::jsonb)", [
        standing.customer,
        new Date(from),
        fee,
        JSON.stringify(scheme),
      ]);
      const before = unchanged(scheme, steps, period, fee, standing.level);
      bookings.push(
        { part: "period", amount: before, period: from, cause: "period" },
        { part: "change", amount: should - before, period: from, cause: "change" },
      );
    }
    await tx.query("update no_claims_periods set booked = $3 where customer = $1 and from_at = $2", [standing.customer, new Date(from), should]);
  }
  for (const [from, row] of known) {
    if (due.has(from) || row.booked === 0n) continue;
    bookings.push({ part: `p${from}`, amount: -row.booked, period: from, cause: "change" });
    await tx.query("update no_claims_periods set booked = 0 where customer = $1 and from_at = $2", [standing.customer, new Date(from)]);
  }
  return bookings.filter(({ amount }) => amount !== 0n);
}

/**
 * What rulings change of the periods that began before a moment, under earlier schemes of the owner's: each is owed what its own scheme says, so that
 * what is given back is given back in full, whatever was chosen meanwhile.
 */
async function owedEarlier(tx: Queryable, before: Date, history: ClaimsHistory, stored: PeriodRow[], at: number): Promise<Booking[]> {
  const bookings: Booking[] = [];
  for (const { customer, from_at, fee, booked, scheme } of stored) {
    const from = from_at.getTime();
    if (!scheme || from_at >= before) continue;
    const { periods, steps } = levelAfter(scheme, history, at);
    const period = periods.find((one) => one.from === from);
    const should = period ? discountFor(scheme, steps, period, fee) : booked;
    if (should === booked) continue;
    bookings.push({ part: `p${from}`, amount: should - booked, period: from, cause: "change", scheme });
    await tx.query("update no_claims_periods set booked = $3 where customer = $1 and from_at = $2", [customer, from_at, should]);
  }
  return bookings;
}

/** The incidents on which somebody ruled at this very moment. */
function ruledAt({ incidents }: ClaimsHistory, at: number): string[] {
  return incidents.filter(({ rulings }) => rulings.some((ruling) => ruling.at === at)).map(({ id }) => id);
}

/** What a period would get if its first moment changed nothing. */
function unchanged(scheme: Standing["scheme"], steps: readonly Step[], period: Period, fee: bigint, level: string): bigint {
  if (!scheme.levels.some((one) => one.level === level)) return 0n;
  const before: Step = { at: period.from, cause: "kept", from: level, to: level, incidents: [] };
  return discountFor(scheme, [...steps.filter(({ at }) => at < period.from), before], period, fee);
}

/** Why the level is another one now. Without a step at this very moment, something earlier was shown to count no more, or the contract ended. */
function changeAt(standing: Standing, { level, steps, inForce }: Replayed, history: ClaimsHistory, at: number): Change {
  const known = standing.scheme.levels.some((one) => one.level === standing.level);
  const from = known ? standing.level : level;
  const step = steps.findLast((one) => one.at === at);
  if (!known) return { cause: "scheme", from, to: level, incidents: [] };
  if (step && (step.from === from || step.incidents.length > 0)) return { cause: step.cause, from, to: level, incidents: step.incidents };
  const cleared = ruledAt(history, at);
  if (cleared.length > 0) return { cause: "restored", from, to: level, incidents: cleared };
  return { cause: inForce ? (step?.cause ?? "restored") : "ended", from, to: level, incidents: [] };
}

async function post(rooms: BookRooms, standing: Booked, change: Change, bookings: Booking[], about: { id: string; at: number }): Promise<string[]> {
  if (bookings.length === 0) return [];
  const { currency } = rooms.rulebook.current().book.business;
  const { customer } = standing;
  const account = discountAccount(customer);
  await applyWrites(rooms.tx, [openAccount(account, currency, false)]);
  // The place of a change counts the changes of this customer: whoever books the same one again meets it.
  const keyOf = (part: string) => `no-claims/${customer}/${standing.changes + 1}/${part}`;
  const writes = bookings.flatMap(({ part, amount, period, cause, scheme: earlier }) =>
    transfer({
      key: keyOf(part),
      kind: "no_claims",
      cause: cause === "period" ? "no-claims period" : `no-claims ${change.cause}`,
      customer,
      currency,
      at: new Date(about.at),
      facts: {
        change: about.id,
        scheme: (earlier ?? standing.scheme).name,
        version: earlier ? versionOf(earlier) : standing.version,
        // An earlier scheme has levels of its own.
        ...(earlier ? {} : { from: change.from, to: cause === "period" ? change.from : change.to }),
        period: new Date(period).toISOString(),
        incidents: cause === "period" ? [] : change.incidents,
      },
      lines: [
        { account, amount },
        { account: DISCOUNTS, amount: -amount },
      ],
    }),
  );
  await applyWrites(rooms.tx, writes);
  return bookings.map(({ part }) => transferId(keyOf(part)));
}

async function decide({ tx, rulebook }: BookRooms, standing: Booked, change: Change, at: number): Promise<string> {
  const { scheme } = standing;
  const place = (level: string) =>
    Math.max(
      0,
      scheme.levels.findIndex((one) => one.level === level),
    );
  const { cause, incidents } = change;
  const decision = rulebook.decide(noClaims, { scheme: scheme.name, before: place(change.from), after: place(change.to), cause, incidents, at });
  await applyWrites(tx, [rulebook.decisionWrite(decision, { customer: standing.customer, at: new Date(at) })]);
  return decision.id;
}
