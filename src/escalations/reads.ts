import type { Database, Queryable } from "../platform/database.ts";
import { StaffRefused, type EscalationCard } from "../conversations/channel.ts";
import { cardOf, detailOf, ESCALATIONS, type EscalationRow } from "./rows.ts";
import type { EscalationDetail, EscalationQuery } from "./types.ts";

/** What a request is about: whose conversation it is, and the words that ask. */
export type Matter = {
  conversation: string;
  customer: string;
  customer_name: string;
  contact: string;
  contact_name: string;
  locale: string | null;
  question: string;
  /** earlier requests of this contact today */
  requestsToday: number;
};

/** A request that has not ended, as its contact may hear of it. */
export type OpenRequest = Pick<EscalationRow, "id" | "verdict" | "state" | "claimed_name" | "due_at" | "created_at">;

const LIVE = "e.state in ('open', 'claimed')";

// Most urgent first: safety matters that nobody has acknowledged, the other safety matters, then by date; what has ended, the last first.
const RANKED = `with ranked as (select e.id, case when not ${LIVE} then 3 when e.verdict <> 'overridden' then 2 when e.acknowledged_at is null then 0 else 1 end as rank,
  case when ${LIVE} then extract(epoch from coalesce(e.due_at, e.created_at)) else -extract(epoch from e.ended_at) end as sort
  from escalations e where ($1::text is null or e.state = $1) and ($2::text is null or e.verdict = $2) and ($3::text is null or e.customer = $3))`;

export function createReads({ db, publicUrl }: { db: Database; publicUrl: string }) {
  async function matter(conversation: string, message: string | null, dayStart: Date): Promise<Matter> {
    const [row] = await db.query<Matter>(
      `select c.id as conversation, c.customer, u.name as customer_name, c.contact, coalesce(k.name, k.email, k.id) as contact_name, coalesce(c.locale, k.locale) as locale,
         coalesce(left(m.text, 400), '') as question, (select count(*)::int from escalations x where x.contact = c.contact and x.customer = c.customer and x.created_at >= $3) as "requestsToday"
       from conversations c join customers u on u.id = c.customer join contacts k on k.id = c.contact left join messages m on m.id = $2 where c.id = $1`,
      [conversation, message, dayStart],
      "escalations_matter",
    );
    if (!row) throw new Error(`There is no conversation ${conversation}.`);
    return row;
  }

  /** What a matter outside a turn needs to know of its customer. */
  async function outside(conversation: string, currency: string): Promise<{ conversation: string; plan: string; currency: string }> {
    const [row] = await db.query<{ plan: string; currency: string | null }>(
      "select u.plan, k.currency from conversations c join customers u on u.id = c.customer left join contracts k on k.customer = u.id where c.id = $1",
      [conversation],
    );
    if (!row) throw new Error(`There is no conversation ${conversation}.`);
    return { conversation, plan: row.plan, currency: row.currency ?? currency };
  }

  async function openOf(conversation: string, on: Queryable = db): Promise<EscalationRow | undefined> {
    const [row] = await on.query<EscalationRow>(`${ESCALATIONS} where e.conversation = $1 and ${LIVE}`, [conversation], "escalations_open_of");
    return row;
  }

  /** @throws StaffRefused not_found */
  async function row(id: string, on: Queryable = db): Promise<EscalationRow> {
    const [found] = await on.query<EscalationRow>(`${ESCALATIONS} where e.id = $1`, [id], "escalations_row");
    if (!found) throw new StaffRefused("not_found", "There is no such escalation.");
    return found;
  }

  async function get(id: string): Promise<EscalationDetail | undefined> {
    const [found] = await db.query<EscalationRow>(`${ESCALATIONS} where e.id = $1`, [id], "escalations_row");
    return found && detailOf(found);
  }

  async function list(query: EscalationQuery): Promise<{ items: EscalationDetail[]; next: string | null }> {
    const rows = await db.query<EscalationRow>(
      `${RANKED}, page as (select * from ranked where $4::text is null or (rank, sort, id) > (select rank, sort, id from ranked where id = $4) order by rank, sort, id limit $5)
       select x.* from page p join lateral (${ESCALATIONS} where e.id = p.id) x on true order by p.rank, p.sort, p.id`,
      [query.state ?? null, query.verdict ?? null, query.customer ?? null, query.after ?? null, query.limit + 1],
      "escalations_list",
    );
    const items = rows.slice(0, query.limit).map(detailOf);
    return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** For Slack, mail and the like. */
  async function card(id: string): Promise<EscalationCard> {
    const [asked] = await db.query<{ count: number }>(
      `select count(*)::int as count from timers t join escalations e on e.id = $1
       where t.kind = 'escalation.remind' and t.done_at is not null and starts_with(t.ref, e.id || '/') and split_part(t.ref, '/', 3) = e.decision`,
      [id],
    );
    return cardOf(await row(id), publicUrl, asked?.count ?? 0);
  }

  /** The newest of a conversation, whatever became of it. */
  async function latestOf(conversation: string): Promise<EscalationDetail | undefined> {
    const [found] = await db.query<EscalationRow>(`${ESCALATIONS} where e.conversation = $1 order by e.created_at desc, e.id desc limit 1`, [conversation]);
    return found && detailOf(found);
  }

  /** What a contact of a customer has asked people for, and what has not ended. */
  async function openFor(customer: string, contact: string): Promise<OpenRequest[]> {
    return db.query<OpenRequest>(
      `select e.id, e.verdict, e.state, e.claimed_name, e.due_at, e.created_at from escalations e where e.customer = $1 and e.contact = $2 and ${LIVE} order by e.created_at, e.id`,
      [customer, contact],
    );
  }

  /** The console's badges: what is open, which of it is an alarm that nobody has acknowledged, and what this person holds. */
  async function counts(staff: string): Promise<{ open: number; overridden: number; mine: number }> {
    const [found] = await db.query<{ open: number; overridden: number; mine: number }>(
      `select count(*) filter (where state = 'open')::int as open,
         count(*) filter (where verdict = 'overridden' and acknowledged_at is null)::int as overridden,
         count(*) filter (where state = 'claimed' and claimed_by = $1)::int as mine
       from escalations where state in ('open', 'claimed')`,
      [staff],
    );
    return found ?? { open: 0, overridden: 0, mine: 0 };
  }

  return { matter, outside, openOf, row, get, list, card, latestOf, openFor, counts };
}

export type EscalationReads = ReturnType<typeof createReads>;
