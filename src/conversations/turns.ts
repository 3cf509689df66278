import type { Clock } from "../platform/clock.ts";
import { createCommitter, createGroup, nameOf, type Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Live } from "../platform/live.ts";
import type { Log } from "../platform/log.ts";
import type { ChatItem } from "./channel.ts";
import type { Claimed } from "./claim.ts";
import type { Outbox } from "./outbox.ts";
import { createDeadTurns, late_ } from "./dead-turns.ts";
import { CLAIM, head, outcome_, reply_, turn_, type ClaimRow, type Told } from "./turn-statements.ts";
import type { Answer, Turn, TurnCause, TurnShow } from "./turn.ts";

export type TurnRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  log: Log;
  live: Live;
  outbox: Outbox;
  process: string;
  leaseMs: number;
  answer: (turn: Turn) => Promise<Answer>;
  /** ends the holds of a turn that died */
  abandon: (turn: string) => Promise<void>;
  applyLate: (writes: Write[]) => Promise<void>;
};

const POLL_BATCH = 200;
const GIVE_UP_MODEL_AFTER = 3; // failures in a row; then the plain fallback answers
const MAX_FAILURES_KEPT = 10_000;

/** The turn loop: one turn at a time per conversation, leased, fenced, committed as one. */
export function createTurns(rooms: TurnRooms) {
  const { db, clock, ids, log, live, outbox } = rooms;
  const dead = createDeadTurns(rooms);
  const committer = createCommitter<Told>(db, head);
  const running = new Map<string, { conversation: string; fence: string; stop: AbortController; done: Promise<void> }>();
  const failures = new Map<string, number>();
  let stopping = false;

  const claims = createGroup<{ conversation: string; pending: boolean }, Claimed | null>(async (items) => {
    const at = clock.now();
    const lease_until = new Date(at.getTime() + rooms.leaseMs);
    const rows = items.map((item, ord) => ({ ...item, ord, turn: ids.next("turn"), process: rooms.process, lease_until, at }));
    const found = await db.query<ClaimRow>(CLAIM, [JSON.stringify(rows)], nameOf(CLAIM));
    const byOrd = new Map(found.map((row) => [row.ord, row.claimed]));
    return items.map((_item, ord) => byOrd.get(ord) ?? null);
  });

  /** Leases the conversation and runs its next turn, if it is free and has something to answer. Resolves when that ended. */
  async function wake(conversation: string, cause: TurnCause = { kind: "message" }): Promise<boolean> {
    if (stopping) return false;
    const claimed = await claims.add({ conversation, pending: cause.kind === "message" });
    if (!claimed) return false;
    await start(claimed, cause);
    return true;
  }

  /** Runs a turn that is leased to this process already. Never rejects: a turn that fails keeps its lease until it is taken over. */
  function start(claimed: Claimed, cause: TurnCause = { kind: "message" }): Promise<void> {
    const stop = new AbortController();
    const done = work(claimed, cause, stop)
      .catch((error: unknown) => {
        failures.set(claimed.conversation.id, (failures.get(claimed.conversation.id) ?? 0) + 1);
        if (failures.size > MAX_FAILURES_KEPT) failures.clear();
        log.error({ turn: claimed.turn, err: error }, "turn failed");
      })
      .finally(() => running.delete(claimed.turn));
    running.set(claimed.turn, { conversation: claimed.conversation.id, fence: claimed.fence, stop, done });
    return done;
  }

  async function work(claimed: Claimed, cause: TurnCause, stop: AbortController): Promise<void> {
    if (claimed.previous) await takeOver(claimed, claimed.previous);
    const turn = open(claimed, cause, stop.signal);
    turn.show.typing();
    const answer = await rooms.answer(turn);
    const told = await commit(turn, answer).catch((error: unknown) => instead(turn, answer, error));
    if (!told) return superseded(turn, answer);
    failures.delete(turn.conversation.id);
    answer.after?.();
    if (told.more && !stopping) await wake(turn.conversation.id);
  }

  function open(claimed: Claimed, cause: TurnCause, signal: AbortSignal): Turn {
    const waiting = claimed.messages.filter((message) => message.author === "contact" && message.seq > claimed.conversation.coveredSeq);
    // What waits beside a date is not answered by it: it has the next turn.
    const covers = cause.kind === "message" ? waiting : [];
    const replyTo = covers.at(-1)?.publicId ?? "";
    const topic = `conversation/${claimed.conversation.id}`;
    const show: TurnShow = {
      typing: () => live.publish(topic, { type: "typing" }),
      delta: (draft, offset, text) => live.publish(topic, { type: "delta", replyTo, draft, offset, text }),
      discard: (draft) => live.publish(topic, { type: "discard", replyTo, draft }),
    };
    return {
      ...claimed,
      cause,
      startedAt: clock.now(),
      covers,
      replyTo,
      failures: Math.min(failures.get(claimed.conversation.id) ?? 0, GIVE_UP_MODEL_AFTER),
      show,
      signal,
    };
  }

  // The turn before died: what it may have paid is the company's loss, what it showed is taken back.
  async function takeOver(claimed: Claimed, previous: string): Promise<void> {
    log.warn({ turn: claimed.turn, previous }, "turn taken over");
    await dead.takeOver(claimed, previous);
    for (const draft of [1, 2])
      live.publish(`conversation/${claimed.conversation.id}`, {
        type: "discard",
        replyTo: claimed.messages.at(-1)?.publicId ?? "",
        draft: `${previous}/${draft}`,
      });
  }

  async function commit(turn: Turn, answer: Answer): Promise<Told | undefined> {
    const at = clock.now();
    const { id: conversation, customer, contact, channel, thread } = turn.conversation;
    const reply = answer.reply ? { ...answer.reply, id: ids.next("m") } : null;
    const upto = turn.covers.at(-1)?.seq ?? turn.conversation.coveredSeq;
    const covers = turn.covers.map((message) => message.publicId);
    const unit = {
      key: turn.turn,
      head: { key: turn.turn, conversation, fence: turn.fence, covers_to: upto, says: reply ? 1 : 0, disclosed: reply?.disclosed ?? false, at },
      writes: [...answer.writes, turnRow(turn, answer, answer.outcome, covers, reply?.id ?? null, at)],
    };
    if (turn.covers.length > 0) {
      unit.writes.push({
        statement: outcome_,
        row: { conversation, above: turn.conversation.coveredSeq, upto, outcome: "replied", turn: turn.turn, reply: reply?.id ?? null, at },
      });
    }
    if (reply) {
      const { id, name, text, sources, modelText } = reply;
      unit.writes.push({
        statement: reply_,
        row: {
          id,
          conversation,
          name,
          text,
          model_text: modelText,
          sources,
          in_reply_to: covers,
          channel,
          customer,
          contact,
          episode: turn.episode?.id ?? null,
          turn: turn.turn,
          at,
        },
      });
      const item: ChatItem = {
        seq: 0,
        id,
        from: "avatar",
        name,
        text,
        sources,
        at: at.toISOString(),
        inReplyTo: covers,
        ...(reply.sorry ? { sorry: true } : {}),
      };
      const sending = outbox.reply({ conversation, thread, channel, message: id, item, at });
      unit.writes.push(sending.write);
      const told = await committer.commit(unit);
      if (told) outbox.send(sending, Number(told.seq), told.behind);
      return told;
    }
    return committer.commit(unit);
  }

  // What may not leave any more is not said; the turn ends all the same.
  async function instead(turn: Turn, { refused }: Answer, error: unknown): Promise<Told | undefined> {
    if (!refused || !isRefused(error)) throw error;
    log.info({ turn: turn.turn, cause: turn.cause.kind }, "what was decided holds no more");
    return commit(turn, refused);
  }

  // A person (or another process) has the conversation now. Nothing of this turn is said; what was paid is booked.
  async function superseded(turn: Turn, answer: Answer): Promise<void> {
    log.info({ turn: turn.turn }, "turn superseded");
    turn.show.discard(`${turn.turn}/${Math.max(1, answer.drafts)}`);
    const covers = turn.covers.map((message) => message.publicId);
    const row = { ...turnRow(turn, answer, "superseded", covers, null, clock.now()), statement: late_ };
    await rooms.applyLate([...answer.late, row]).catch((error: unknown) => {
      // Whoever took over has ended the holds already, at their ceiling: once is what was asked for.
      if ((error as { code?: string }).code !== "23505") throw error;
      return rooms.applyLate([row]);
    });
    await rooms.abandon(turn.turn);
  }

  function turnRow(turn: Turn, answer: Answer, outcome: Answer["outcome"] | "superseded", covers: string[], reply: string | null, at: Date): Write {
    const { model, prompt, rulebook, drafts, discards, language } = answer;
    return {
      statement: turn_,
      row: {
        id: turn.turn,
        conversation: turn.conversation.id,
        fence: turn.fence,
        cause: turn.cause.kind,
        covers,
        outcome,
        reply,
        model,
        prompt,
        rulebook,
        drafts,
        discards,
        language,
        started_at: turn.startedAt,
        ended_at: at,
      },
    };
  }

  /** Renews the leases of what runs here, and stops what has lost its own. */
  async function renew(): Promise<void> {
    if (running.size === 0) return;
    const lease_until = new Date(clock.now().getTime() + rooms.leaseMs);
    const mine = [...running].map(([turn, { conversation, fence }]) => ({ turn, conversation, fence }));
    const rows = await db.query<{ turn: string }>(
      `update conversations c set lease_until = $2 from jsonb_to_recordset($1::jsonb) as g(turn text, conversation text, fence bigint)
       where c.id = g.conversation and c.turn = g.turn and c.fence = g.fence returning g.turn`,
      [JSON.stringify(mine), lease_until],
      "turns_renew",
    );
    const kept = new Set(rows.map((row) => row.turn));
    for (const { turn } of mine) if (!kept.has(turn)) running.get(turn)?.stop.abort(new Error("the lease was lost"));
  }

  /** Finds conversations that wait and that nobody works on: a wake-up may be lost, a row is not. Resolves when their turns ended. */
  async function poll(): Promise<number> {
    const waiting = await db.query<{ id: string }>(
      `select id from conversations where inbound_seq > covered_seq and mode = 'avatar' and (turn is null or lease_until <= $1)
       union select id from conversations where turn is not null and lease_until <= $1 limit ${POLL_BATCH}`,
      [clock.now()],
      "turns_poll",
    );
    const woken = await Promise.all(waiting.map(({ id }) => wakeOrRelease(id)));
    return woken.filter(Boolean).length;
  }

  async function wakeOrRelease(conversation: string): Promise<boolean> {
    if (await wake(conversation)) return true;
    await dead.release(conversation);
    return false;
  }

  return {
    wake,
    start,
    renew,
    poll,
    sweep: dead.sweep,
    /** Stops one conversation's running turn: a person has taken over. */
    interrupt(turn: string) {
      running.get(turn)?.stop.abort(new Error("a person has taken over"));
    },
    /** Resolves when nothing runs. */
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
      await committer.idle();
    },
    stop() {
      stopping = true;
    },
    /** Ends the leases of a process that died: only where this process is the only one. */
    takeBack: () => db.query("update conversations set lease_until = 'epoch' where turn is not null"),
    running: () => running.size,
  };
}

export type Turns = ReturnType<typeof createTurns>;

/** Somebody was first (a key is taken), or it may not be any more (migration 0010). */
function isRefused(error: unknown): boolean {
  return ["23505", "P0P02"].includes((error as { code?: string }).code ?? "");
}
