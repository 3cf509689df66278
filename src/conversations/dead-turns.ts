import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Statement } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Claimed } from "./claim.ts";
import { turn_ } from "./turn-statements.ts";

/**
 * How long a turn without its conversation may still book by itself what it paid: it hears of its loss at once, or (in another
 * process) when it next renews its lease, a few seconds later. Whoever is silent for so long is dead; were it not, its step would
 * stand at its ceiling, at the company's cost.
 */
export const ORPHAN_GRACE_MS = 60_000;

const SWEEP_BATCH = 500;

const crashed_: Statement = {
  name: "turns_4_crashed",
  columns: "id text, conversation text, fence bigint, cause text, covers jsonb, since timestamptz, at timestamptz",
  // It began when the first of its messages was there and the turn before it had ended; without a message, its first hold tells of it.
  sql: `insert into turns (id, conversation, fence, cause, covers, outcome, started_at, ended_at)
    select r.id, r.conversation, r.fence, r.cause, r.covers, 'crashed',
      least(r.at, coalesce(case when r.since is not null then greatest(r.since, (select max(t.ended_at) from turns t where t.conversation = r.conversation)) end,
        (select min(h.at) from holds h where h.turn = r.id), r.at)), r.at
    from {rows} on conflict (id) do nothing`,
};

/** The row of a turn that came late. It was thought dead, perhaps, and has more to tell than whoever took over. */
export const late_: Statement = {
  ...turn_,
  name: "turns_2_turn_late",
  sql: turn_.sql.replace(
    "do nothing",
    `do update set cause = excluded.cause, covers = excluded.covers, outcome = excluded.outcome, model = excluded.model, prompt = excluded.prompt,
      rulebook = excluded.rulebook, drafts = excluded.drafts, discards = excluded.discards, started_at = excluded.started_at, ended_at = excluded.ended_at
      where turns.outcome = 'crashed'`,
  ),
};

const RELEASE = `
with freed as (
  update conversations c set turn = null, lease_by = null, lease_until = null, fence = c.fence + 1 from conversations o
  where o.id = c.id and c.id = $1 and c.turn is not null and c.lease_until <= $2 and c.inbound_seq <= c.covered_seq returning o.id, o.turn, o.fence
), noted as (
  insert into turns (id, conversation, fence, cause, covers, outcome, started_at, ended_at)
  select f.turn, f.id, f.fence, 'question', '[]', 'crashed', coalesce((select min(h.at) from holds h where h.turn = f.turn), $2), $2 from freed f
  on conflict (id) do nothing
)
select turn from freed`;

// Held by a turn that neither has the conversation nor has answered: what it still holds, nobody will end.
const UNENDED = `select distinct h.turn, h.conversation, c.fence::text as fence
  from open_holds o join holds h on h.id = o.hold join conversations c on c.id = h.conversation
  where c.turn is distinct from h.turn and not exists (select 1 from turns t where t.id = h.turn and t.outcome in ('replied', 'fallback'))`;

type Unended = { turn: string; conversation: string; fence: string };

/** Turns that died: each leaves a row, so that nobody has to guess what became of it, and gives up what it held. */
export function createDeadTurns(rooms: { db: Database; clock: Clock; abandon: (turn: string) => Promise<void> }) {
  const { db, clock, abandon } = rooms;

  /** Clears up after the turn that held the lease before, and after those that nobody has cleared up after yet. */
  async function takeOver(claimed: Claimed, previous: string): Promise<void> {
    const at = clock.now();
    const { id: conversation, coveredSeq } = claimed.conversation;
    // Whoever took a dead turn over may have died before it had cleared up: then only the holds still tell of that turn.
    const unended = await db.query<Unended>(`${UNENDED} and h.conversation = $1 and h.turn is not null`, [conversation], "turns_unended");
    const others = unended.filter(({ turn }) => turn !== previous);
    const waiting = claimed.messages.filter((message) => message.author === "contact" && message.seq > coveredSeq);
    const cause = waiting.length > 0 ? "message" : "question";
    const row = { id: previous, conversation, fence: lastFence(claimed.fence), cause, covers: waiting.map((message) => message.publicId) };
    await applyWrites(db, [{ statement: crashed_, row: { ...row, since: waiting[0]?.at ?? null, at } }, ...others.map((one) => crashed(one, at))]);
    for (const turn of [previous, ...others.map((one) => one.turn)]) await abandon(turn);
  }

  /** Frees a conversation whose turn without a message (a question's date) died: it left a lease and nothing pending. */
  async function release(conversation: string): Promise<void> {
    const [dead] = await db.query<{ turn: string }>(RELEASE, [conversation, clock.now()], "turns_release");
    if (dead) await abandon(dead.turn);
  }

  /**
   * Ends what turns hold that lost their conversation and died before they could say so: nobody takes over from them. Resolves to
   * how many they were. A conversation's last event is the latest at which a turn can have lost it to a person.
   */
  async function sweep(): Promise<number> {
    const at = clock.now();
    const quiet = new Date(at.getTime() - ORPHAN_GRACE_MS);
    const dead = await db.query<Unended>(
      `${UNENDED} and h.kind in ('model', 'tool') and h.turn is not null and h.at <= $1 and c.last_at <= $1 limit ${SWEEP_BATCH}`,
      [quiet],
      "turns_orphans",
    );
    if (dead.length === 0) return 0;
    await applyWrites(
      db,
      dead.map((one) => crashed(one, at)),
    );
    for (const { turn } of dead) await abandon(turn);
    return dead.length;
  }

  return { takeOver, release, sweep };
}

// What it had read is not known any more; of its fence, that it was below the one of now.
function crashed({ turn, conversation, fence }: Unended, at: Date) {
  return { statement: crashed_, row: { id: turn, conversation, fence: lastFence(fence), cause: "message", covers: [], since: null, at } };
}

function lastFence(fence: string): string {
  return (BigInt(fence) - 1n).toString();
}
