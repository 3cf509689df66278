import type { CallScope } from "../../customers/index.ts";
import type { Queryable } from "../../platform/database.ts";
import { dateIn, DAY, lotOf, periodBounds, periodOf, wallMinutes } from "../../policies/index.ts";
import type { Book } from "../../rulebook/index.ts";
import { monthsBetween } from "./occasions.ts";
import type { Counting } from "../counted.ts";
import { missedDates } from "../missed.ts";
import { bookedFor } from "../phone/rows.ts";
import { addressHash, type MailoutRow } from "./rows.ts";

type Campaign = Book["thanks"]["campaigns"][number];
type Suppression = "unsubscribed" | "hard_bounce" | "soft_bounces" | "complaint";
/** Who is to be thanked, as far as a letter and the policy need to know them. */
export type Reader = {
  customerName: string;
  name: string | null;
  locale: string | null;
  timeZone: string;
  began: string | null;
  consent: { id: string; address: string } | null;
  address: string | null;
};

/** What a contact has to have agreed to, for each way. Who calls in the end, people or a computer voice, `place-call` says. */
export const SCOPES: Record<Campaign["by"], readonly ("thanks_mail" | CallScope)[]> = {
  mail: ["thanks_mail"],
  call: ["personal_call"],
  automatic_call: ["automatic_call", "personal_call"],
};

// What left, or may have left, counts against the caps; so does a call that thanked somebody.
const OUT = "state in ('sending', 'sent', 'unknown')";
const THANKS = (who: "contact" | "customer") => `(select coalesce(jsonb_agg(t.at), '[]') from (
    select o.sent_at as at from mailouts o where o.${who} = m.${who} and o.id <> m.id and o.${OUT}
    union all select coalesce(p.claimed_at, p.not_before) from phone_calls p where p.${who} = m.${who} and p.about = 'thank_you' and p.id is distinct from m.call
      and (p.state in ('claimed', 'dialling', 'talking') or p.outcome in ('reached', 'voicemail', 'asked_not_to', 'unknown'))) t)`;

/** What a thank-you takes of its campaign's budget, as SQL: for a call what it may cost, and once it has ended what it did. `o` names the row. */
export const takes = (o: string) =>
  `(case when ${o}.call is null then ${o}.amount else coalesce(${bookedFor(`${o}.call`)}, (select ${o}.amount from phone_calls p where p.id = ${o}.call and p.state <> 'ended')) end)`;

// $1 the mailout, $2 now, $3 the owner's zone, $4 and $5 the bounds of the month, $6 the scopes.
const READER = `select u.name as "customerName", u.plan, k.name, k.locale, k.time_zone as "timeZone", c.fee, c.starts_on::text as began, k.erased_at is not null as erased,
    (select jsonb_build_object('id', s.id, 'address', coalesce(s.address, s.phone)) from consents s
      where s.contact = k.id and s.scope = any ($6::text[]) and s.withdrawn_at is null order by s.given_at desc, s.id desc limit 1) as consent,
    exists (select 1 from mailouts o where o.contact = m.contact and o.id <> m.id and o.occasion = m.occasion and o.occasion_at = m.occasion_at
      and (o.${OUT} or o.state in ('called', 'held_out'))) as done,
    (select count(*)::int from (${missedDates({ customer: "m.customer", now: "$2", zone: "$3" })}) d) as missed,
    (select count(*)::int from open_questions q where q.customer = m.customer and q.state = 'open')
      + (select count(*)::int from no_claims_objections b where b.customer = m.customer and b.state = 'open')
      + (select count(*)::int from conversations v where v.customer = m.customer and v.inbound_seq > v.covered_seq) as questions,
    (select count(*)::int from escalations e where e.customer = m.customer and e.state in ('open', 'claimed') and e.verdict <> 'deferred')
      + (select count(*)::int from incidents i where i.customer = m.customer and i.happened_at <= $2 and i.deadline > $2 and not exists (select 1 from incident_rulings r where r.incident = i.id))
      as incidents,
    exists (select 1 from outages o where o.began_at <= $2 and (o.ended_at is null or o.ended_at > $2)) as outage,
    exists (select 1 from phone_calls p where p.state <> 'ended' and p.id is distinct from m.call and (p.contact = m.contact or (p.customer = m.customer and p.about = 'thank_you'))) as planned,
    ${THANKS("contact")} as sent, ${THANKS("customer")} as "customerSent",
    (select coalesce(sum(${takes("o")}), 0)::bigint from mailouts o where o.campaign = m.campaign and o.id <> m.id and (o.${OUT} or o.state = 'called')
      and o.sent_at >= $4 and o.sent_at < $5) as spent
  from mailouts m join customers u on u.id = m.customer join contacts k on k.id = m.contact left join contracts c on c.customer = m.customer where m.id = $1`;

type Row = Omit<Reader, "address" | "timeZone"> & {
  plan: string;
  timeZone: string | null;
  fee: bigint | null;
  erased: boolean;
  done: boolean;
  missed: number;
  questions: number;
  incidents: number;
  outage: boolean;
  planned: boolean;
  sent: string[];
  customerSent: string[];
  spent: bigint;
};

/** What `thank` has to know about one thank-you at this moment, read on this connection; and whom it is for. */
export async function factsFor(
  on: Queryable,
  rooms: { counting: Pick<Counting, "countedOf">; secret: string },
  row: MailoutRow,
  { book, now }: { book: Book; now: Date },
) {
  const { timeZone } = book.business;
  const at = now.getTime();
  const month = periodBounds(periodOf(at, timeZone), timeZone);
  const campaign = book.thanks.campaigns.find(({ id }) => id === row.campaign);
  const by = campaign?.by ?? "mail";
  const [found] = await on.query<Row>(READER, [row.id, now, timeZone, new Date(month.from), new Date(month.to), SCOPES[by]]);
  if (!found) throw new Error(`There is no mailout ${row.id}.`);
  const consent = found.erased ? null : found.consent;
  const address = by === "mail" && consent ? addressHash(rooms.secret, consent.address) : null;
  const [stop] = address ? await on.query<{ why: Suppression }>("select why from mail_suppressions where address = $1", [address]) : [];
  const episodes = await rooms.counting.countedOf(on, row.customer, new Date(at - book.thanks.episodeDays * DAY));
  const reader: Reader = { ...found, timeZone: found.timeZone ?? timeZone, consent, address };
  const facts = {
    campaign: row.campaign,
    now: at,
    wall: wallMinutes(at, reader.timeZone),
    occasion: row.occasion_at.getTime(),
    lot: lotOf(row.campaign, row.customer),
    plan: found.plan,
    months: found.began === null ? 0 : monthsBetween(found.began, dateIn(at, timeZone)),
    pays: found.fee !== null && found.fee > 0n && found.began !== null && found.began <= dateIn(at, timeZone),
    consent: consent !== null,
    suppressed: stop?.why ?? null,
    done: found.done,
    missed: found.missed,
    episodes: episodes.map((one) => one.at),
    questions: found.questions,
    incidents: found.incidents,
    outage: found.outage,
    planned: by !== "mail" && found.planned,
    sent: found.sent.map((moment) => Date.parse(moment)),
    customerSent: found.customerSent.map((moment) => Date.parse(moment)),
    left: (campaign?.budget.amount ?? 0n) - found.spent,
    filledAt: month.to,
  };
  return { facts, reader, campaign };
}
