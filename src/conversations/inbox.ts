import type { Clock } from "../platform/clock.ts";
import { createGroup, nameOf } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { CLAIMED, type Claimed } from "./claim.ts";
import { READ_FOR_SAFETY } from "./threads.ts";

/** What is known of a message's cause before anybody has read it: from rules, never from a model. */
export type Cause = { topic: string; errorCode: string | null; productVersion: string | null };

/** One message on its way into the inbox. */
export type Incoming = {
  conversation: string;
  channel: string;
  /** the id that its sender sees */
  publicId: string;
  /** unique in the channel: the same again is the same message */
  externalId: string;
  eventId?: string | null;
  text: string;
  cause: Cause;
  /** whether its episode may join, and be joined by, the customer's other conversations (not for visitors) */
  joins: boolean;
};

export type Received = {
  id: string;
  seq: number;
  /** it was here already */
  repeated: boolean;
  /** it was here already with another text */
  differs: boolean;
  mode: "avatar" | "human";
  /** RFC 3339; of this acceptance */
  at: string;
  /** this process has the turn now */
  claimed: Claimed | null;
};

/** How episodes are told apart, from the rulebook. */
export type EpisodeRules = { joinHours: number; closeDays: number };

/** There is no such conversation, or its contact was erased. */
export class ConversationGone extends Error {}

/** The id is new but its twin is being written at this very moment; asked again, it is found. */
class Collision extends Error {}

type Row = {
  ord: number;
  id: string | null;
  seq: bigint | null;
  repeated: boolean;
  differs: boolean;
  mode: "avatar" | "human" | null;
  claimed: Claimed | null;
};

// One round trip: refuse what is here already, number the rest per conversation, book each on an episode, hand what a person
// holds to that person, and lease every free conversation to this process with all that its turn needs to know.
const ACCEPT = `
with given as (
  select * from jsonb_to_recordset($1::jsonb) as g(ord int, id text, public_id text, external_id text, event_id text, conversation text, channel text,
    text text, topic text, error_code text, product_version text, joins boolean, episode text, turn text, process text,
    lease_until timestamptz, join_after timestamptz, close_after timestamptz, at timestamptz)
), locked as (
  select * from conversations c where c.id = any (array(select conversation from given)) and c.erased_at is null order by c.id for update
), known as (
  select distinct on (g.ord) g.ord, m.id, m.seq, m.text <> g.text as differs
  from given g join lateral (
    (select id, seq, text from messages where channel = g.channel and external_id = g.external_id)
    union all (select id, seq, text from messages where channel = g.channel and event_id = g.event_id)
  ) m on true
), fresh as (
  select f.*, row_number() over (partition by conversation order by ord) as nth, count(*) over (partition by conversation) as many
  from (
    select g.*, row_number() over (partition by g.channel, g.external_id order by g.ord) as copy
    from given g where not exists (select 1 from known k where k.ord = g.ord)
  ) f where copy = 1
), opening as (
  select f.conversation, l.customer, f.topic, f.error_code, f.product_version, f.at, f.joins,
    coalesce(own.id, near.id) as joined, f.episode as new_id
  from fresh f join locked l on l.id = f.conversation
  left join episodes own on own.id = l.episode and own.closed_at is null and own.last_at > f.close_after
  left join lateral (
    select e.id from episodes e
    where own.id is null and f.joins and e.customer = l.customer and e.closed_at is null and e.last_at >= f.join_after
      and (e.error_code = f.error_code or (f.error_code is null and e.topic = f.topic and f.topic <> 'other'))
    order by e.last_at desc limit 1
  ) near on true
  where f.nth = 1
), booked as (
  select o.*, coalesce(joined, case when joins and topic <> 'other'
    then first_value(new_id) over (partition by customer, joins, joined is null, coalesce(error_code, topic) order by new_id) else new_id end) as episode
  from opening o
), opened as (
  insert into episodes (id, customer, topic, error_code, product_version, opened_at, last_at)
  select distinct on (episode) episode, customer, topic, error_code, product_version, at, at from booked where joined is null order by episode
  returning id, topic, error_code, product_version
), kept as (
  update episodes e set last_at = b.at from (select joined, max(at) as at from booked where joined is not null group by joined) b
  where e.id = b.joined and e.last_at < b.at
), watched as (
  insert into timers (kind, ref, due_at)
  select distinct 'alert.evaluate', b.customer, b.at from booked b where b.joined is null and b.joins
  on conflict (kind, ref) do update set due_at = excluded.due_at, done_at = null, lease_until = null, attempts = 0
), next as (
  select l.id, f.many, f.turn as new_turn, f.process, f.lease_until as new_lease, f.at, b.episode as new_episode, l.turn as old_turn,
    l.mode = 'avatar' and (l.turn is null or l.lease_until is null or l.lease_until <= f.at) as free
  from locked l join fresh f on f.conversation = l.id and f.nth = 1 join booked b on b.conversation = l.id
), moved as (
  update conversations c set
    last_seq = c.last_seq + n.many, inbound_seq = c.last_seq + n.many, last_at = n.at, episode = n.new_episode,
    covered_seq = case when c.mode = 'human' then c.last_seq + n.many else c.covered_seq end,
    fence = c.fence + n.free::int, turn = case when n.free then n.new_turn else c.turn end,
    lease_by = case when n.free then n.process else c.lease_by end,
    lease_until = case when n.free then n.new_lease else c.lease_until end
  from next n where n.id = c.id
  returning c.*, n.free, n.old_turn
), written as (
  insert into messages (id, conversation, seq, author, text, public_id, external_id, event_id, channel, customer, contact, episode, at)
  select f.id, f.conversation, l.last_seq + f.nth, 'contact', f.text, f.public_id, f.external_id, f.event_id, f.channel, l.customer, l.contact, n.new_episode, f.at
  from fresh f join locked l on l.id = f.conversation join next n on n.id = f.conversation
  returning id, conversation, seq, text, public_id, at
), handed as (
  insert into outcomes (message, outcome, at)
  select f.id, 'human', f.at from fresh f join locked l on l.id = f.conversation where l.mode = 'human'
), unread as (
  insert into timers (kind, ref, due_at)
  select '${READ_FOR_SAFETY}', f.id, f.at from fresh f join locked l on l.id = f.conversation where l.mode = 'human'
)
select g.ord, coalesce(k.id, w.id) as id, coalesce(k.seq, w.seq) as seq, k.id is not null as repeated, coalesce(k.differs, false) as differs,
  l.mode, case when f.nth = 1 and c.free then ${CLAIMED("c", "(select jsonb_agg(jsonb_build_object('id', x.id, 'publicId', x.public_id, 'seq', x.seq, 'author', 'contact', 'text', x.text, 'at', x.at) order by x.seq) from written x where x.conversation = c.id)", "opened")} end as claimed
from given g left join known k on k.ord = g.ord left join written w on w.id = g.id left join fresh f on f.ord = g.ord
left join locked l on l.id = g.conversation left join moved c on c.id = g.conversation
order by g.ord`;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The inbox: every message is committed before anybody is told that we have it. */
export function createInbox(rooms: { db: Database; clock: Clock; ids: Ids; process: string; leaseMs: number; episodes: () => EpisodeRules }) {
  const { db, clock, ids } = rooms;
  type Item = Incoming & { id: string; episode: string; turn: string };

  const group = createGroup<Item, Row>(async (items) => {
    const at = clock.now();
    const { joinHours, closeDays } = rooms.episodes();
    const rows = items.map((item, ord) => ({
      ord,
      id: item.id,
      public_id: item.publicId,
      external_id: item.externalId,
      event_id: item.eventId ?? null,
      conversation: item.conversation,
      channel: item.channel,
      text: item.text,
      topic: item.cause.topic,
      error_code: item.cause.errorCode,
      product_version: item.cause.productVersion,
      joins: item.joins,
      episode: item.episode,
      turn: item.turn,
      process: rooms.process,
      lease_until: new Date(at.getTime() + rooms.leaseMs),
      join_after: new Date(at.getTime() - joinHours * HOUR_MS),
      close_after: new Date(at.getTime() - closeDays * DAY_MS),
      at,
    }));
    return db.query<Row>(ACCEPT, [JSON.stringify(rows)], nameOf(ACCEPT));
  });

  /**
   * Resolves after the commit.
   * @throws ConversationGone
   */
  async function accept(incoming: Incoming): Promise<Received> {
    const item = { ...incoming, id: ids.next("m"), episode: ids.next("ep"), turn: ids.next("turn") };
    for (let tries = 0; ; tries++) {
      try {
        const row = await group.add(item);
        if (row.mode === null) throw new ConversationGone(`There is no conversation ${incoming.conversation}.`);
        if (row.id === null || row.seq === null) throw new Collision();
        return {
          id: row.id,
          seq: Number(row.seq),
          repeated: row.repeated,
          differs: row.differs,
          mode: row.mode,
          at: clock.now().toISOString(),
          claimed: row.claimed,
        };
      } catch (error) {
        if (tries >= 3 || !(error instanceof Collision || isDuplicate(error))) throw error;
      }
    }
  }
  return { accept, idle: () => group.idle() };
}

/** Another process wrote the same message, or took a lock across ours, between our look and our write: asked again, it is settled. */
function isDuplicate(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === "23505" || code === "40P01" || code === "40001";
}
