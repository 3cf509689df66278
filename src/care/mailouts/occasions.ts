import type { Queryable } from "../../platform/database.ts";
import { dateIn, momentAt, type ThankBook } from "../../policies/index.ts";

type Occasion = ThankBook["thanks"]["campaigns"][number]["occasion"];
type Span = { from: number; to: number; timeZone: string };
/** A reason to thank a contact, and when it arose. */
export type Reason = { customer: string; contact: string; at: number };

const QUARTERS = ["01-01", "04-01", "07-01", "10-01"];

/** When a contract that began on a day gives an occasion, after `from` and up to `to`: at midnight on the owner's wall. An upgrade is known only where somebody wrote it down. */
export function occasionsIn(occasion: Occasion, began: string, { from, to, timeZone }: Span): number[] {
  if (occasion === "smooth_upgrade") return [];
  const years = range(Number(dateIn(from, timeZone).slice(0, 4)), Number(dateIn(to, timeZone).slice(0, 4)));
  const days =
    occasion === "anniversary"
      ? years.map((year) => `${year}${began.slice(4)}`.replace(/-02-29$/, "-02-28")).filter((day) => day > began)
      : years.flatMap((year) => QUARTERS.map((day) => `${year}-${day}`)).filter((day) => day > began);
  return days.map((day) => momentAt(day, "00:00", timeZone)).filter((at) => at > from && at <= to);
}

/** Everybody who agreed in one of these scopes and had such an occasion after `from` and up to `to`. */
export async function reasonsFor(tx: Queryable, occasion: Occasion, span: Span & { scopes: readonly string[] }): Promise<Reason[]> {
  const agreed = "exists (select 1 from consents s where s.contact = k.id and s.scope = any ($1::text[]) and s.withdrawn_at is null) and k.erased_at is null";
  if (occasion === "smooth_upgrade") {
    const rows = await tx.query<{ customer: string; contact: string; at: Date }>(
      `select k.customer, k.id as contact, g.at from upgrades g join contacts k on k.customer = g.customer
       where g.recorded_at > $2 and g.recorded_at <= $3 and ${agreed} order by g.at, k.id`,
      [span.scopes, new Date(span.from), new Date(span.to)],
    );
    return rows.map(({ at, ...who }) => ({ ...who, at: at.getTime() }));
  }
  const rows = await tx.query<{ customer: string; contact: string; began: string }>(
    `select k.customer, k.id as contact, c.starts_on::text as began from contacts k join contracts c on c.customer = k.customer where ${agreed} order by k.customer, k.id`,
    [span.scopes],
  );
  return rows.flatMap(({ began, ...who }) => occasionsIn(occasion, began, span).map((at) => ({ ...who, at })));
}

/** Whole months from one calendar day to another; none the other way round. */
export function monthsBetween(from: string, to: string): number {
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.max(0, index(to) - index(from) - (to.slice(8) < from.slice(8) ? 1 : 0));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
