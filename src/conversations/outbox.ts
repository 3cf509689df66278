import type { Clock } from "../platform/clock.ts";
import { createGroup, type Statement, type Write } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import type { AlertCard, ChatItem, Delivered, Envelope, EscalationCard } from "./channel.ts";

/** What delivers: a channel by its name. */
export type Deliver = (channel: string, envelope: Envelope, attempt: { uncertain: boolean }) => Promise<Delivered>;

/** Whoever commits it may deliver it until `lease`. */
export type Sending = { write: Write; channel: string; envelope: Envelope; lease: Date };

const outbox_: Statement = {
  name: "outbox_add",
  columns: "id text, channel text, conversation text, message text, envelope jsonb, next_at timestamptz, lease_until timestamptz, created_at timestamptz",
  sql: `insert into outbox (id, channel, conversation, message, envelope, next_at, lease_until, created_at)
    select r.id, r.channel, r.conversation, r.message, r.envelope, r.next_at, r.lease_until, r.created_at from {rows}`,
};

/** The timer of each delivery that failed, or of which nobody can tell: people hear of it. Written with its mark, so that no crash comes between. */
export const TELL_OF_DELIVERY = "delivery.tell";

const LEASE_MS = 30_000; // who commits delivers at once; if it dies, another does after this
const RETRY_BASE_MS = 2_000; // then 4, 8, 16 … s
const RETRY_MAX_MS = 10 * 60_000;
const GIVE_UP_AFTER = 30; // attempts: about four hours with these pauses
const BATCH = 100;

type Row = {
  id: string;
  channel: string;
  conversation: string | null;
  message: string | null;
  seq: bigint | null;
  envelope: Envelope;
  attempts: number;
  lease_until: Date;
  /** its last attempt died under way */ uncertain: boolean;
};
type Mark = { id: string; state: string; attempts: number; next_at: Date; receipt: Record<string, string> | null; error: string | null; done_at: Date | null };

/**
 * What is to be sent. A row is committed with the effect that it reports; delivering is at least once, under an
 * idempotency key (the row's id), in order per conversation, and ends in an honest state.
 */
export function createOutbox(rooms: { db: Database; clock: Clock; ids: Ids; log: Log; deliver: Deliver }) {
  const { db, clock, ids, log } = rooms;
  // What this process delivers, one after the other in each conversation. `last` says whether what stands behind may go.
  const chains = new Map<string, { last: Promise<boolean>; length: number }>();
  const underWay = new Set<Promise<unknown>>();
  // What this process is about to deliver is no other's, even if its clock jumps past the lease meanwhile.
  const own = new Set<string>();

  const marks = createGroup<Mark, null>(async (items) => {
    await db.query(
      `with marked as (
         update outbox o set state = r.state, attempts = r.attempts, next_at = r.next_at, lease_until = null, receipt = r.receipt, error = r.error, done_at = r.done_at
         from jsonb_to_recordset($1::jsonb) as r(id text, state text, attempts int, next_at timestamptz, receipt jsonb, error text, done_at timestamptz)
         where o.id = r.id and o.state = 'pending' returning o.id, o.state, o.done_at
       ) insert into timers (kind, ref, due_at) select '${TELL_OF_DELIVERY}', id, done_at from marked where state in ('unknown', 'failed') on conflict (kind, ref) do nothing`,
      [JSON.stringify(items)],
      "outbox_mark",
    );
    return items.map(() => null);
  });

  function add(channel: string, conversation: string | null, message: string | null, envelope: Envelope, at: Date): Sending {
    const lease = new Date(at.getTime() + LEASE_MS);
    return {
      channel,
      envelope,
      lease,
      write: { statement: outbox_, row: { id: envelope.id, channel, conversation, message, envelope, next_at: at, lease_until: lease, created_at: at } },
    };
  }

  /** The sending of a reply; `item.seq` is filled in when it is known. */
  function reply(given: { conversation: string; thread: string; channel: string; message: string; item: ChatItem; at: Date }): Sending {
    const { conversation, thread, item, at } = given;
    return add(given.channel, conversation, given.message, { kind: "reply", id: ids.next("out"), conversation, thread, item }, at);
  }
  function mode(given: { conversation: string; thread: string; channel: string; mode: "avatar" | "human"; name?: string; seq: number; at: Date }): Sending {
    const { conversation, thread, seq, at } = given;
    return add(
      given.channel,
      conversation,
      null,
      { kind: "mode", id: ids.next("out"), conversation, thread, seq, mode: given.mode, at: at.toISOString(), ...(given.name ? { name: given.name } : {}) },
      at,
    );
  }
  /** A notice to staff, one sending for each way that reaches them. */
  function notice(ways: string[], card: { kind: "escalation"; card: EscalationCard } | { kind: "alert"; card: AlertCard }, at: Date): Sending[] {
    return ways.map((way) => add(way, null, null, { ...card, id: ids.next("out") }, at));
  }

  /**
   * Delivers what was just committed, and returns at once. `behind`: how many rows of its conversation were waiting when it was
   * written. If others than this process's own are among them, it waits for its turn in a round. So does what was committed longer ago than
   * its lease lasts: a round has it by now.
   */
  function send(sending: Sending, seq?: number, behind = 0): void {
    const { envelope, channel, lease } = sending;
    if (envelope.kind === "reply" && seq !== undefined) envelope.item.seq = seq;
    const conversation = "conversation" in envelope ? envelope.conversation : null;
    if (conversation && behind > (chains.get(conversation)?.length ?? 0)) return void leave(envelope.id, lease);
    void enqueue({ id: envelope.id, channel, conversation, message: null, seq: null, envelope, attempts: 0, lease_until: lease, uncertain: false });
  }

  /** Leaves it to a round. */
  function leave(id: string, lease: Date): Promise<false> {
    const left = db
      .query("update outbox set lease_until = null where id = $1 and state = 'pending' and lease_until = $2", [id, lease], "outbox_leave")
      .then(() => false as const)
      .catch((error: unknown) => unsaid(id, error));
    underWay.add(left);
    void left.finally(() => underWay.delete(left));
    return left;
  }

  function unsaid(id: string, error: unknown): false {
    log.error({ delivery: id, err: error }, "delivery failed");
    return false;
  }

  /** How many rows of a conversation wait; ask it in the transaction that writes another. */
  async function waiting(on: Queryable, conversation: string): Promise<number> {
    const [row] = await on.query<{ count: number }>(
      "select count(*)::int as count from outbox where conversation = $1 and state = 'pending'",
      [conversation],
      "outbox_waiting",
    );
    return row?.count ?? 0;
  }

  /** What stands behind one that has to be tried again is left to a round, which takes the earliest of each conversation. */
  function enqueue(row: Row): Promise<unknown> {
    if (own.has(row.id)) return Promise.resolve();
    own.add(row.id);
    const key = row.conversation ?? row.id;
    const before = chains.get(key);
    const turn = before ? before.last.then((clear) => (clear ? attempt(row) : leave(row.id, row.lease_until))) : attempt(row);
    const work = turn.catch((error: unknown) => unsaid(row.id, error));
    const chain = { last: work, length: (before?.length ?? 0) + 1 };
    chains.set(key, chain);
    underWay.add(work);
    void work.finally(() => {
      underWay.delete(work);
      own.delete(row.id);
      const now = chains.get(key);
      if (now && --now.length === 0) chains.delete(key);
    });
    return work;
  }

  /** Says whether it is out of the way. */
  async function attempt(row: Row): Promise<boolean> {
    if (row.lease_until <= clock.now()) return false;
    const envelope = row.envelope;
    if (envelope.kind === "reply" && row.seq !== null) envelope.item.seq = Number(row.seq);
    const result = await rooms
      .deliver(row.channel, envelope, { uncertain: row.uncertain })
      .catch((error: Error): Delivered => ({ state: "unknown", error: error.message }));
    const mark = markOf(row, result);
    await marks.add(mark);
    return mark.state !== "pending";
  }

  function markOf(row: Row, result: Delivered): Mark {
    const now = clock.now();
    const attempts = row.attempts + 1;
    const base = { id: row.id, attempts, next_at: now, receipt: null, error: null, done_at: now };
    if (result.state === "delivered") return { ...base, state: "delivered", receipt: result.receipt ?? null };
    if (result.state !== "retry") return { ...base, state: result.state, error: result.error };
    if (attempts >= GIVE_UP_AFTER) return { ...base, state: "failed", error: `given up after ${attempts} attempts: ${result.error}` };
    const pause = result.afterMs ?? Math.min(RETRY_BASE_MS * 2 ** (attempts - 1), RETRY_MAX_MS);
    return { ...base, state: "pending", next_at: new Date(now.getTime() + pause), error: result.error, done_at: null };
  }

  /** Delivers what is due and what a dead process left behind; the earliest of each conversation first. Resolves to how many were tried. */
  async function run(): Promise<number> {
    const now = clock.now();
    const rows = await db.query<Row>(
      `update outbox o set lease_until = $2 from (
         select p.id, m.seq, p.lease_until is not null as uncertain from outbox p left join messages m on m.id = p.message
         where p.state = 'pending' and p.next_at <= $1 and (p.lease_until is null or p.lease_until <= $1)
           and not exists (select 1 from outbox e where e.conversation = p.conversation and e.state = 'pending' and e.place < p.place)
         order by p.next_at limit ${BATCH} for update of p skip locked) d
       where o.id = d.id returning o.id, o.channel, o.conversation, o.message, d.seq, o.envelope, o.attempts, o.lease_until, d.uncertain`,
      [now, new Date(now.getTime() + LEASE_MS)],
      "outbox_claim",
    );
    await Promise.all(rows.map((row) => enqueue(row)));
    return rows.length;
  }

  async function next(): Promise<Date | undefined> {
    const [row] = await db.query<{ at: Date | null }>(
      `select min(greatest(p.next_at, coalesce(p.lease_until, p.next_at))) as at from outbox p where p.state = 'pending'
         and not exists (select 1 from outbox e where e.conversation = p.conversation and e.state = 'pending' and e.place < p.place)`,
      [],
      "outbox_next",
    );
    return row?.at ?? undefined;
  }

  return {
    reply,
    mode,
    notice,
    send,
    waiting,
    run,
    next,
    /** Ends the leases that a killed process left: only where this process is the only one. That it died stays known. */
    takeBack: () => db.query("update outbox set lease_until = 'epoch' where state = 'pending' and lease_until is not null"),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
      await marks.idle();
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
