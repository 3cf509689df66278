import type { Head, Statement } from "../platform/commit.ts";
import { CLAIMED, type Claimed } from "./claim.ts";

/** The statements by which a turn is leased and committed. */

/** `more`: there is something new to answer; `behind`: so many deliveries of this conversation are still on their way. */
export type Told = { key: string; seq: bigint; more: boolean; behind: number };

export const head: Head = {
  name: "turns_0_fence",
  columns: "key text, conversation text, fence bigint, covers_to bigint, says integer, disclosed boolean, at timestamptz",
  sql: `update conversations c set covered_seq = greatest(c.covered_seq, r.covers_to), last_seq = c.last_seq + r.says, disclosed = c.disclosed or r.disclosed,
      turn = null, lease_by = null, lease_until = null, last_at = r.at
    from (select g.* from {rows} as g join conversations k on k.id = g.conversation
      where k.id = any (array(select conversation from {rows} x)) order by k.id for update of k) r
    where c.id = r.conversation and c.fence = r.fence and c.mode = 'avatar'`,
  returning: `r.key, c.last_seq as seq, c.inbound_seq > c.covered_seq as more,
    (select count(*) from outbox o where o.conversation = r.conversation and o.state = 'pending')::int as behind`,
  exposes: ["seq"],
};

export const reply_: Statement = {
  name: "turns_1_reply",
  columns:
    "id text, conversation text, name text, text text, model_text text, sources jsonb, in_reply_to jsonb, channel text, customer text, contact text, episode text, turn text, at timestamptz",
  sql: `insert into messages (id, conversation, seq, author, name, text, model_text, sources, in_reply_to, public_id, channel, customer, contact, episode, turn, at)
    select r.id, r.conversation, r.head_seq, 'avatar', r.name, r.text, r.model_text, r.sources, r.in_reply_to, r.id, r.channel, r.customer, r.contact, r.episode, r.turn, r.at from {rows}`,
};
export const turn_: Statement = {
  name: "turns_2_turn",
  columns:
    "id text, conversation text, fence bigint, cause text, covers jsonb, outcome text, reply text, model text, prompt text, rulebook text, drafts integer, discards integer, language text, started_at timestamptz, ended_at timestamptz",
  sql: `insert into turns (id, conversation, fence, cause, covers, outcome, reply, model, prompt, rulebook, drafts, discards, language, started_at, ended_at)
    select r.id, r.conversation, r.fence, r.cause, r.covers, r.outcome, r.reply, r.model, r.prompt, r.rulebook, r.drafts, r.discards, r.language, r.started_at, r.ended_at from {rows}
    on conflict (id) do nothing`,
};
export const outcome_: Statement = {
  name: "turns_3_outcomes",
  columns: "conversation text, above bigint, upto bigint, outcome text, turn text, reply text, at timestamptz",
  sql: `insert into outcomes (message, outcome, turn, reply, at)
    select m.id, r.outcome, r.turn, r.reply, r.at from {rows} cross join lateral (
      select id from messages where conversation = r.conversation and author = 'contact' and seq > r.above and seq <= r.upto offset 0) m`,
};

export type ClaimRow = { ord: number; claimed: Claimed | null };

export const CLAIM = `
with given as (
  select * from jsonb_to_recordset($1::jsonb) as g(ord int, conversation text, pending boolean, turn text, process text, lease_until timestamptz, at timestamptz)
), locked as (
  select * from conversations c where c.id = any (array(select conversation from given)) order by c.id for update
), first as (
  select distinct on (conversation) * from given order by conversation, ord
), moved as (
  update conversations c set fence = c.fence + 1, turn = f.turn, lease_by = f.process, lease_until = f.lease_until
  from first f join locked l on l.id = f.conversation
  where c.id = f.conversation and l.mode = 'avatar' and l.erased_at is null and (l.turn is null or l.lease_until is null or l.lease_until <= f.at)
    and (not f.pending or l.inbound_seq > l.covered_seq)
  returning c.*, l.turn as old_turn, f.ord
)
select g.ord, ${CLAIMED("c", "null")} as claimed from given g join moved c on c.ord = g.ord`;
