import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { walled } from "../platform/wall.ts";
import type { ChatItem, Source } from "./channel.ts";
import type { Outbox, Sending } from "./outbox.ts";

export type ConversationRow = {
  id: string;
  channel: string;
  thread: string;
  customer: string;
  contact: string;
  contact_name: string | null;
  customer_name: string;
  locale: string | null;
  mode: "avatar" | "human";
  held_by: string | null;
  holder_name: string | null;
  disclosed: boolean;
  turn: string | null;
  episode: string | null;
  sample: boolean;
  created_at: Date;
  last_at: Date;
  last_seq: bigint;
  /** how the contact seems at present, if in any way */
  mood: "frustrated" | "hurry" | null;
};

export type TurnRow = {
  id: string;
  covers: string[];
  outcome: string;
  reply: string | null;
  model: string | null;
  rulebook: string | null;
  drafts: number;
  discards: number;
  cause: string;
  started_at: Date;
  ended_at: Date;
};

/** An item of the stream that a watcher resumes: what was said, or who speaks from here on. */
export type StreamItem = { type: "message"; item: ChatItem } | { type: "mode"; seq: number; mode: "avatar" | "human"; name?: string };

type MessageRow = {
  id: string;
  public_id: string;
  seq: bigint;
  author: "contact" | "avatar" | "human" | "notice" | "mode";
  name: string | null;
  text: string;
  sources: Source[];
  in_reply_to: string[];
  turn: string | null;
  at: Date;
  contact_name: string | null;
};

type Whose = { conversation: string; customer: string }; // of the conversation of another customer nothing is read

/** Back to the avatar. `takesUp`: what nobody has answered waits for it again; `notice`: said with the change. */
export type Back = { mode: "avatar"; takesUp?: boolean; notice?: Saying | undefined };

/** What somebody else than the contact or a turn says: a person of ours, or the service itself. */
export type Saying = { conversation: string; author: "human" | "notice" | "avatar"; name: string; text: string; sources?: Source[] };

const MESSAGES = `select m.id, m.public_id, m.seq, m.author, m.name, m.text, m.sources, m.in_reply_to, m.turn, m.at, k.name as contact_name
  from messages m join contacts k on k.id = m.contact`;

const CONVERSATIONS = `select c.id, c.channel, c.thread, c.customer, c.contact, k.name as contact_name, u.name as customer_name, c.locale, c.mode, c.held_by, c.holder_name,
  c.disclosed, c.turn, c.episode, c.sample, c.created_at, c.last_at, c.last_seq,
  (select o.word from moods o where o.conversation = c.id and o.ends_at > $1) as mood
  from conversations c join contacts k on k.id = c.contact join customers u on u.id = c.customer`;

/**
 * The timer of each message that goes to a person instead of a turn: no turn reads it for safety matters, and whoever holds the
 * conversation may look away. Written with the handing over, so that no crash comes between.
 */
export const READ_FOR_SAFETY = "safety.read";

/** Reading conversations, and what is said in them outside a turn. */
export function createThreads(rooms: { db: Database; clock: Clock; ids: Ids; outbox: Outbox; interrupt: (turn: string) => void }) {
  const { db, clock, ids, outbox } = rooms;

  async function get(id: string): Promise<ConversationRow | undefined> {
    const [row] = await db.query<ConversationRow>(`${CONVERSATIONS} where c.id = $2`, [clock.now(), id]);
    return row;
  }

  /** The newest first; `before` is the id after which to go on. */
  async function list(filter: { mode?: string; customer?: string; after?: string; limit: number }): Promise<ConversationRow[]> {
    return db.query<ConversationRow>(
      `${CONVERSATIONS} where ($2::text is null or c.mode = $2) and ($3::text is null or c.customer = $3)
       and ($4::text is null or (c.last_at, c.id) < (select last_at, id from conversations where id = $4)) order by c.last_at desc, c.id desc limit $5`,
      [clock.now(), filter.mode ?? null, filter.customer ?? null, filter.after ?? null, filter.limit],
    );
  }

  async function said({ customer, conversation }: Whose, after: number, limit: number, which = ""): Promise<MessageRow[]> {
    const text = `${MESSAGES} where m.conversation = $1 and m.seq > $2 ${which} order by m.seq limit $3`;
    return walled(db, customer, (own) => own.query<MessageRow>(text, [conversation, after, limit]));
  }

  /** The messages and changes of mode after `after`, the oldest first. */
  async function stream(whose: Whose, after: number, limit: number): Promise<StreamItem[]> {
    return (await said(whose, after, limit)).map(streamItem);
  }

  /** The messages after `after`, the oldest first. */
  async function items(whose: Whose, after: number, limit: number): Promise<(ChatItem & { turn: string | null })[]> {
    const rows = await said(whose, after, limit, "and m.author <> 'mode'");
    return rows.map((row) => ({ ...chatItem(row), turn: row.turn }));
  }

  /** One message. Throws when there is none. */
  async function message(id: string): Promise<{ conversation: string; text: string }> {
    const [row] = await db.query<{ conversation: string; text: string }>("select conversation, text from messages where id = $1", [id], "threads_message");
    if (!row) throw new Error(`There is no message ${id}.`);
    return row;
  }

  async function turns(conversation: string): Promise<TurnRow[]> {
    return db.query<TurnRow>(
      "select id, covers, outcome, reply, model, rulebook, drafts, discards, cause, started_at, ended_at from turns where conversation = $1 order by started_at, id",
      [conversation],
    );
  }

  /** Says something and commits `writes` with it. Resolves after the commit, with what was said. */
  async function say(saying: Saying, writes: Write[] = []): Promise<ChatItem> {
    const { item, sending, behind } = await db.transaction((tx) => sayIn(tx, saying, writes));
    outbox.send(sending, item.seq, behind);
    return item;
  }

  async function sayIn(tx: Queryable, saying: Saying, writes: Write[]): Promise<{ item: ChatItem; sending: Sending; behind: number }> {
    const at = clock.now();
    const row = await nextSeq(tx, saying.conversation, at);
    const id = ids.next("m");
    const sources = saying.sources ?? [];
    await tx.query(
      `insert into messages (id, conversation, seq, author, name, text, sources, public_id, channel, customer, contact, episode, at)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $1, $8, $9, $10, $11, $12)`,
      [
        id,
        saying.conversation,
        row.last_seq,
        saying.author,
        saying.name,
        saying.text,
        JSON.stringify(sources),
        row.channel,
        row.customer,
        row.contact,
        row.episode,
        at,
      ],
    );
    const item: ChatItem = {
      seq: Number(row.last_seq),
      id,
      from: saying.author,
      name: saying.name,
      text: saying.text,
      sources,
      at: at.toISOString(),
      inReplyTo: [],
    };
    const sending = outbox.reply({ conversation: saying.conversation, thread: row.thread, channel: row.channel, message: id, item, at });
    const behind = await outbox.waiting(tx, saying.conversation);
    await applyWrites(tx, [...writes, sending.write]);
    return { item, sending, behind };
  }

  /**
   * Changes who speaks. To a person: the avatar's running turn is fenced off, and what waited for it is handed to the person.
   * `check` runs in the same transaction first and may refuse by throwing; `writes` are committed with the change.
   */
  async function setMode(
    conversation: string,
    to: { mode: "human"; staff: string; name: string } | Back,
    writes: Write[] = [],
    check?: (tx: Queryable) => Promise<void>,
  ): Promise<void> {
    const at = clock.now();
    const done = await db.transaction(async (tx) => {
      if (check) await check(tx);
      const [before] = await tx.query<{ mode: string; held_by: string | null; turn: string | null; covered_seq: bigint }>(
        "select mode, held_by, turn, covered_seq from conversations where id = $1 and erased_at is null for update",
        [conversation],
      );
      if (!before) throw new Error(`There is no conversation ${conversation}.`);
      const staff = to.mode === "human" ? to.staff : null;
      if (before.mode === to.mode && before.held_by === staff) {
        await applyWrites(tx, writes);
        return undefined;
      }
      const row = await nextSeq(tx, conversation, at);
      await tx.query(
        `update conversations set mode = $2, held_by = $3, holder_name = $4, fence = fence + 1, turn = null, lease_by = null, lease_until = null,
           held_from = case when mode = 'avatar' then covered_seq else held_from end where id = $1`,
        [conversation, to.mode, staff, to.mode === "human" ? to.name : null],
      );
      // Back from a person: what there was is behind them.
      if (to.mode === "avatar") await tx.query("delete from moods where conversation = $1", [conversation]);
      if (to.mode === "human") await handOver(tx, conversation, before.covered_seq, at);
      const name = to.mode === "human" ? to.name : undefined;
      await tx.query(
        `insert into messages (id, conversation, seq, author, name, text, public_id, channel, customer, contact, episode, at)
         values ($1, $2, $3, 'mode', $4, $5, $1, $6, $7, $8, $9, $10)`,
        [ids.next("m"), conversation, row.last_seq, name ?? null, to.mode, row.channel, row.customer, row.contact, row.episode, at],
      );
      const sending = outbox.mode({
        conversation,
        thread: row.thread,
        channel: row.channel,
        mode: to.mode,
        ...(name ? { name } : {}),
        seq: Number(row.last_seq),
        at,
      });
      const behind = await outbox.waiting(tx, conversation);
      await applyWrites(tx, [...writes, sending.write]);
      if (to.mode === "avatar" && to.takesUp) await takeUp(tx, conversation);
      const notice = to.mode === "avatar" && to.notice ? await sayIn(tx, to.notice, []) : undefined;
      return { sending, behind, turn: before.turn, notice };
    });
    if (!done) return;
    if (done.turn) rooms.interrupt(done.turn);
    outbox.send(done.sending, undefined, done.behind);
    if (done.notice) outbox.send(done.notice.sending, done.notice.item.seq, done.notice.behind);
  }

  return { get, list, stream, items, message, turns, say, setMode };
}

export type Threads = ReturnType<typeof createThreads>;

async function nextSeq(tx: Queryable, conversation: string, at: Date) {
  const [row] = await tx.query<{ last_seq: bigint; thread: string; channel: string; customer: string; contact: string; episode: string | null }>(
    "update conversations set last_seq = last_seq + 1, last_at = $2 where id = $1 and erased_at is null returning last_seq, thread, channel, customer, contact, episode",
    [conversation, at],
  );
  if (!row) throw new Error(`There is no conversation ${conversation}.`);
  return row;
}

/**
 * The opposite of handing over: what the contact has written since to the person, and no person has answered, waits for the avatar
 * again. Its outcome was that a person had it; now nobody has.
 */
async function takeUp(tx: Queryable, conversation: string): Promise<void> {
  const taken = await tx.query<{ seq: bigint }>(
    `with left_over as (
       delete from outcomes o using messages m
       where o.message = m.id and o.outcome = 'human' and m.conversation = $1 and m.author = 'contact'
         and m.seq > (select held_from from conversations where id = $1)
         and m.seq > coalesce((select max(seq) from messages where conversation = $1 and author = 'human'), 0)
       returning m.seq
     ) select min(seq) as seq from left_over having count(*) > 0`,
    [conversation],
  );
  const [first] = taken;
  if (first) await tx.query("update conversations set covered_seq = least(covered_seq, $2) where id = $1", [conversation, first.seq - 1n]);
}

async function handOver(tx: Queryable, conversation: string, covered: bigint, at: Date): Promise<void> {
  await tx.query(
    `insert into outcomes (message, outcome, at) select id, 'human', $3 from messages where conversation = $1 and author = 'contact' and seq > $2
     on conflict (message) do nothing`,
    [conversation, covered, at],
  );
  await tx.query(
    `insert into timers (kind, ref, due_at) select $3, id, $4 from messages where conversation = $1 and author = 'contact' and seq > $2 on conflict (kind, ref) do nothing`,
    [conversation, covered, READ_FOR_SAFETY, at],
  );
  await tx.query("update conversations set covered_seq = inbound_seq where id = $1", [conversation]);
}

function streamItem(row: MessageRow): StreamItem {
  if (row.author !== "mode") return { type: "message", item: chatItem(row) };
  return { type: "mode", seq: Number(row.seq), mode: row.text as "avatar" | "human", ...(row.name ? { name: row.name } : {}) };
}

function chatItem(row: MessageRow): ChatItem {
  return {
    seq: Number(row.seq),
    id: row.public_id,
    from: row.author as ChatItem["from"],
    name: row.name ?? (row.author === "contact" ? (row.contact_name ?? "") : ""),
    text: row.text,
    sources: row.sources,
    at: row.at.toISOString(),
    inReplyTo: row.in_reply_to,
  };
}
