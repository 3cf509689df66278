import { periodBounds, periodOf } from "../../policies/index.ts";
import type { Book } from "../../rulebook/index.ts";
import { bookedFor } from "../phone/rows.ts";
import { takes } from "./facts.ts";
import type { MailoutRooms } from "./rooms.ts";
import type { MailoutRow } from "./rows.ts";

/** So long after a thank-you, or the moment at which it was held back, is looked at what it did. */
const AFTER_DAYS = 90;

export type MailoutQuery = { campaign?: string | undefined; customer?: string | undefined; after?: string | undefined; limit: number };
/** How a thank-you stands, whether it is a mail or was handed to a call: planned, called (somebody was reached), not_reached. */
const STATES = ["waiting", "sending", "sent", "planned", "called", "not_reached", "unknown", "bounced", "held_out", "refused", "lapsed"] as const;
export type ShownState = (typeof STATES)[number];
export type MailoutView = Omit<MailoutRow, "state"> & { state: ShownState; customer_name: string; contact_name: string | null };

/** What a group did in the days after: people who were thanked, or would have been. */
export type Group = {
  customers: number;
  /** matters of theirs since, ours and safety among them */ episodes: number;
  /** customers who still have a contract */ kept: number;
};

export type CampaignFigures = Book["thanks"]["campaigns"][number] & {
  counts: Record<ShownState, number>;
  /** why so many did not leave; the most frequent first */
  refused: { reason: string; count: number }[];
  /** micro-units, since it began and of this month's budget */
  cost: bigint;
  left: bigint;
  /** up to which day occasions are planned; null: not at all yet */
  plannedTo: string | null;
  thanked: Group;
  heldOut: Group;
};

const CALL_STATE = `case when p.state <> 'ended' then 'planned' when p.outcome in ('reached', 'voicemail', 'asked_not_to') then 'called' when p.outcome = 'unknown' then 'unknown' else 'not_reached' end`;
/** What left, or may have left, has been paid for, and so has every call. */
const TAKEN = "(call is not null or state in ('sending', 'sent', 'unknown'))";
/** Each with what it is: once a call has it, the call's own row says how it stands, and what it cost. */
const SHOWN = `select m.id, m.campaign, m.occasion, m.occasion_at, m.customer, m.contact, m.decision, m.call, m.words, m.language, m.due_at, m.reply, m.sent_at, m.created_at, m.currency,
    case when m.call is null then m.state else ${CALL_STATE} end as state, coalesce(p.outcome, m.reason) as reason, coalesce(p.ended_at, m.ended_at) as ended_at,
    case when m.call is null then m.amount else ${bookedFor("m.call")} end as amount, ${takes("m")} as takes
  from mailouts m left join phone_calls p on p.id = m.call`;
const LISTED = `select m.*, u.name as customer_name, k.name as contact_name from (${SHOWN}) m join customers u on u.id = m.customer join contacts k on k.id = m.contact`;
const COUNTED = `select state, coalesce(reason, 'none') as reason, count(*)::int as count, coalesce(sum(amount) filter (where ${TAKEN}), 0)::bigint as amount,
    coalesce(sum(takes) filter (where ${TAKEN} and sent_at >= $2 and sent_at < $3), 0)::bigint as month
  from (${SHOWN}) m where campaign = $1 group by 1, 2`;
const GROUP = `select count(*)::int as customers, coalesce(sum(g.episodes), 0)::int as episodes, count(*) filter (where g.kept)::int as kept from (
    select f.customer, exists (select 1 from contracts c where c.customer = f.customer and c.fee > 0) as kept,
      (select count(*) from episodes e where e.customer = f.customer and e.opened_at > f.at and e.opened_at <= f.at + interval '${AFTER_DAYS} days') as episodes
    from (select customer, min(coalesce(sent_at, ended_at)) as at from (${SHOWN}) m where campaign = $1 and state = any ($2::text[]) group by customer) f) g`;

/** What staff see of campaigns and their mails. */
export function createMailoutReads({ db, clock, rulebook }: Pick<MailoutRooms, "db" | "clock" | "rulebook">) {
  async function campaigns(): Promise<CampaignFigures[]> {
    const { book } = rulebook.current();
    return Promise.all(book.thanks.campaigns.map((campaign) => figuresOf(campaign, book.business.timeZone)));
  }

  async function figuresOf(campaign: Book["thanks"]["campaigns"][number], timeZone: string): Promise<CampaignFigures> {
    const month = periodBounds(periodOf(clock.now().getTime(), timeZone), timeZone);
    const rows = await db.query<{ state: ShownState; reason: string; count: number; amount: bigint; month: bigint }>(COUNTED, [
      campaign.id,
      new Date(month.from),
      new Date(month.to),
    ]);
    const [last] = await db.query<{ day: string }>("select max(day)::text as day from mailout_days where campaign = $1", [campaign.id]);
    const [thanked] = await db.query<Group>(GROUP, [campaign.id, ["sent", "called", "unknown"]]);
    const [heldOut] = await db.query<Group>(GROUP, [campaign.id, ["held_out"]]);
    const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<ShownState, number>;
    for (const { state, count } of rows) counts[state] += count;
    const spent = rows.reduce((sum, row) => sum + row.month, 0n);
    return {
      ...campaign,
      counts,
      refused: rows
        .filter(({ state }) => state === "refused")
        .map(({ reason, count }) => ({ reason, count }))
        .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
      cost: rows.reduce((sum, row) => sum + row.amount, 0n),
      left: campaign.budget.amount - spent,
      plannedTo: last?.day ?? null,
      thanked: thanked as Group,
      heldOut: heldOut as Group,
    };
  }

  /** The newest first. */
  async function list({ campaign, customer, after, limit }: MailoutQuery): Promise<MailoutView[]> {
    return db.query<MailoutView>(
      `${LISTED} where ($1::text is null or m.campaign = $1) and ($2::text is null or m.customer = $2)
       and ($3::text is null or (m.created_at, m.id) < (select o.created_at, o.id from mailouts o where o.id = $3))
       order by m.created_at desc, m.id desc limit $4`,
      [campaign ?? null, customer ?? null, after ?? null, limit],
    );
  }

  async function find(id: string): Promise<{ id: string } | undefined> {
    const [row] = await db.query<{ id: string }>("select id from mailouts where id = $1", [id]);
    return row;
  }

  return { campaigns, list, find };
}
