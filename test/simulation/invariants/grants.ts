import { parse } from "yaml";
import type { History } from "./history.ts";
import { report, type Told } from "./told.ts";

type Book = { plans: Record<string, { share?: string; carryOver?: number }>; funds: Record<string, string> };
type Terms = { amount: bigint; carryOver: number };
type Granting = { account: string; plan: string | null; fee: bigint; since: Date; period: string };
type Given = { account: string; kind: "grant" | "expiry"; period: string; amount: bigint; commit: bigint };

// Every account that something is granted to, since when, and up to which month it has been.
const GRANTING = `
select a.id as account, k.plan, k.fee, k.recorded_at as since, a.period from contracts k join accounts a on a.id = 'customer/' || k.customer || '/budget'
union all select a.id, null, 0, (select created_at from customers order by created_at limit 1), a.period from accounts a where a.id like 'company/%-fund'`;
const GIVEN = `
select p.account, t.kind, t.facts->>'period' as period, p.amount, t.xmin::text::bigint as commit from transfers t join postings p on p.transfer = t.id
where t.kind in ('grant', 'expiry') and p.account <> 'company/grants' order by 3, t.xmin::text::bigint`;

/**
 * Each month's grant is what the rulebook that was in force when the month began says of plan and fee, in full, from the month of the contract
 * on; and of what was left, as much expires as the grants that carry over do not account for.
 */
export async function checkGrants(told: Told, history: History): Promise<void> {
  const books = await told.raw.query<{ at: Date; body: string }>(
    "select a.at, r.body from rulebook_activations a join rulebooks r using (version) order by a.at, a.seq",
  );
  const given = await told.raw.query<Given>(GIVEN);
  for (const one of await told.raw.query<Granting>(GRANTING)) {
    if (one.period === null) continue; // nobody has asked for it yet
    // The terms of the contracts before are not kept anywhere: what they granted cannot be told again.
    if (told.changed.has(one.account)) continue;
    const first = monthOf(one.since);
    const own = given.filter((row) => row.account === one.account);
    const before = own.filter((row) => row.period < first || row.period > one.period);
    if (before.length > 0) report(told, "5 a grant is what the terms say", before);
    for (let period = first; period <= one.period; period = after(period)) {
      const terms = termsOf(books, one, period);
      const of = (kind: Given["kind"]) => own.find((row) => row.kind === kind && row.period === period);
      const expected = { grant: terms.amount, expiry: -expired(own, period, terms, history.get(one.account) ?? []) };
      for (const kind of ["grant", "expiry"] as const)
        if ((of(kind)?.amount ?? 0n) !== expected[kind])
          report(told, "5 a grant is what the terms say", { account: one.account, period, kind, found: of(kind)?.amount ?? 0n, expected: expected[kind] });
    }
  }
}

function termsOf(books: { at: Date; body: string }[], { account, plan, fee }: Granting, period: string): Terms {
  const { body } = books.findLast((one) => one.at.getTime() <= beginOf(period)) ?? books[0] ?? { body: "{}" };
  const book = parse(body) as Book;
  const fund = /^company\/(.+)-fund$/.exec(account)?.[1];
  if (fund !== undefined) return { amount: hundredths(book.funds[fund]) * 10_000n, carryOver: 0 };
  const { share, carryOver = 0 } = book.plans[plan ?? ""] ?? {};
  return { amount: (fee * hundredths(share)) / 10_000n, carryOver };
}

/** "25 %" or "12.50 EUR", as the owner writes it. */
function hundredths(text = "0"): bigint {
  return BigInt(Math.round(Number.parseFloat(text) * 100));
}

/** Of what the account had when the month was opened: what no grant that still lasts accounts for, and nothing that is held. */
function expired(own: Given[], period: string, { carryOver }: Terms, states: { commit: bigint; posted: bigint; held: bigint }[]): bigint {
  const opened = own.find((row) => row.period === period)?.commit;
  if (opened === undefined) return 0n;
  const then = states.findLast((state) => state.commit < opened) ?? { posted: 0n, held: 0n };
  // Months that were slept through are opened together, one after the other.
  const had = own.filter((row) => row.commit === opened && row.period < period).reduce((sum, row) => sum + row.amount, then.posted);
  const lasting = own.filter((row) => row.kind === "grant" && row.period < period && between(row.period, period) <= carryOver);
  const kept = lasting.reduce((sum, row) => sum + row.amount, 0n);
  const most = had - then.held;
  const over = had - kept;
  return over <= 0n || most <= 0n ? 0n : over < most ? over : most;
}

// Months in Berlin, written down by hand: midnight is 23:00 UTC the day before, and 22:00 in summer.
function beginOf(period: string): number {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return Date.UTC(year, month - 1, 1) - (month >= 4 && month <= 10 ? 2 : 1) * 3_600_000;
}

function monthOf(at: Date): string {
  const [year = 0, month = 1] = at.toISOString().slice(0, 7).split("-").map(Number);
  const next = after(`${year}-${String(month).padStart(2, "0")}`);
  return at.getTime() >= beginOf(next) ? next : at.toISOString().slice(0, 7);
}

function after(period: string): string {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}

function between(from: string, to: string): number {
  const index = (period: string) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5));
  return index(to) - index(from);
}
