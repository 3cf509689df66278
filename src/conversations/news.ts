import type { Clock } from "../platform/clock.ts";
import type { Statement, Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import { schedule, scheduleOnce } from "../platform/timers.ts";

/** The timer at whose moment somebody may be told of a page of news: `contact/page`. */
export const NEWS_DUE = "news.due";

/** How one contact stands to one page of news, at this moment. */
export type NewsStanding = {
  customer: string;
  /** as the contact's own browser or channel told it */
  timeZone: string | null;
  seenAt: Date;
  /** the contact's word that stands and is older than the news; the last of several */
  consent: string | null;
  askedAt: Date | null;
  /** the contact's last conversation on the channel where it was given, if it can still be read there */
  conversation: string | null;
  held: boolean;
  told: boolean;
  unread: boolean;
  safety: boolean;
  /** messages of this kind that the contact had before, and when the last of them were sent */
  had: number;
  sent: string[];
};

/** More were never counted by any rulebook. */
const MOST_COUNTED = 100;

const seen_: Statement = {
  name: "news_0_seen",
  columns: "page text, at timestamptz",
  sql: "insert into news (page, seen_at) select r.page, r.at from {rows} on conflict (page) do nothing",
};
const told_: Statement = {
  name: "news_told",
  columns: "contact text, page text, place integer, customer text, conversation text, consent text, decision text, turn text, at timestamptz",
  sql: `insert into news_told (contact, page, place, customer, conversation, consent, decision, turn, at)
    select r.contact, r.page, r.place, r.customer, r.conversation, r.consent, r.decision, r.turn, r.at from {rows}`,
};

/** Whether a message `m` cites one of the pages `$n`. */
const cites = (pages: string) => `exists (select 1 from jsonb_array_elements(m.sources) s where split_part(s->>'url', '/knowledge/', 2) = any (${pages}))`;

// Read from what was said and answered, never guessed: a reply of ours told them of it.
const CONCERNED = `select distinct k.contact from consents k where k.scope = 'news' and k.withdrawn_at is null and k.given_at <= $2
  and exists (select 1 from messages m where m.customer = k.customer and m.contact = k.contact and m.author = 'avatar' and m.at >= $3 and ${cites("$1::text[]")})
  order by 1`;

const STANDING = `select k.customer, k.time_zone as "timeZone", n.seen_at as "seenAt", s.id as consent, s.given_at as "askedAt", v.id as conversation, coalesce(v.mode = 'human', false) as held,
    exists (select 1 from messages m where m.customer = k.customer and m.contact = k.id and m.author = 'avatar' and m.at >= n.seen_at and ${cites("array[n.page]")}) as told,
    exists (select 1 from conversations c where c.customer = k.customer and c.contact = k.id and c.mode = 'avatar' and c.inbound_seq > c.covered_seq) as unread,
    exists (select 1 from escalations e where e.contact = k.id and e.class <> 'request' and e.state in ('open', 'claimed')) as safety,
    (select coalesce(max(place), 0) from news_told d where d.contact = k.id) as had,
    (select coalesce(jsonb_agg(at order by at), '[]') from (select at from news_told d where d.contact = k.id
       union all select at from contribution_thanks d where d.contact = k.id order by at desc limit ${MOST_COUNTED}) d) as sent
  from contacts k join news n on n.page = $2
  left join lateral (select id, given_at, conversation from consents where contact = k.id and scope = 'news' and withdrawn_at is null and given_at <= n.seen_at
    order by given_at desc, id desc limit 1) s on true
  left join lateral (select c.id, c.mode from conversations c join conversations g on g.id = s.conversation and g.channel = c.channel
    where c.customer = k.customer and c.contact = k.id and c.erased_at is null
      and (not exists (select 1 from chat_sessions h where h.conversation = c.id) or exists (select 1 from chat_sessions h where h.conversation = c.id and h.expires_at > $3))
    order by c.last_at desc, c.id limit 1) v on true
  where k.id = $1 and k.erased_at is null and not exists (select 1 from news_told d where d.contact = k.id and d.page = n.page)`;

/** Pages of news: which we have seen, whom they concern, and who was told. */
export function createNews({ db, clock }: { db: Database; clock: Clock }) {
  /** Those of the pages that nobody has seen before. */
  async function unseen(pages: string[]): Promise<string[]> {
    const rows = await db.query<{ page: string }>("select page from news where page = any ($1::text[])", [pages], "news_seen_before");
    const known = new Set(rows.map(({ page }) => page));
    return pages.filter((page) => !known.has(page));
  }

  /** Who has asked to be told, and had a reply since `since` that cited one of these pages. */
  async function concerned(pages: string[], since: Date): Promise<string[]> {
    const rows = await db.query<{ contact: string }>(CONCERNED, [pages, clock.now(), since], "news_concerned");
    return rows.map(({ contact }) => contact);
  }

  /** The writes that count a page as seen and have those looked at whom it concerns, each at once. */
  function saw(page: string, contacts: string[]): Write[] {
    const at = clock.now();
    return [{ statement: seen_, row: { page, at } }, ...contacts.map((contact) => scheduleOnce(NEWS_DUE, `${contact}/${page}`, at))];
  }

  /** The write that looks again later. */
  function again(ref: string, at: Date): Write {
    return schedule(NEWS_DUE, ref, at);
  }

  /** Undefined: they were told, are gone, or nobody knows the page. */
  async function standing(contact: string, page: string): Promise<NewsStanding | undefined> {
    const [row] = await db.query<NewsStanding>(STANDING, [contact, page, clock.now()], "news_standing");
    return row;
  }

  /**
   * The write that goes with the message. The database refuses it, and the message with it, where they were told meanwhile, had another such
   * message, took their word back, or are in danger.
   */
  function told(given: {
    contact: string;
    page: string;
    place: number;
    customer: string;
    conversation: string;
    consent: string;
    decision: string;
    turn: string;
  }): Write {
    return { statement: told_, row: { ...given, at: clock.now() } };
  }

  return { unseen, concerned, saw, again, standing, told };
}

export type NewsRows = ReturnType<typeof createNews>;
