import { COMMUNITY_PLAN } from "../customers/index.ts";

/** What stands where a text was. */
export const ERASED = "[erased]";

// $1 is the contact, $2 the time of the erasing.
const MINE = "(select id from conversations where contact = $1)";
const ABOUT = `(select $1::text as id union all select id from open_questions where contact = $1 union all select id from escalations where contact = $1
  union all select id from phone_calls where contact = $1 union all select id from mailouts where contact = $1 union all select id from contributions where contact = $1
  union all select id from messages where contact = $1 union all select id from reminders where contact = $1
  union all select id from outbox where conversation in ${MINE})`;

/** What is said of every conversation first, so that whoever works on one now finds its fence moved or waits here. In the order in which all others lock. */
export const LOCK = `select id, turn from conversations where contact = $1 order by id for update`;

/** The contact becomes a number. Who is recognised at this moment waits for it (migration 0005). */
export const FORGET = `update contacts set name = null, email = null, locale = null, time_zone = null, erased_at = coalesce(erased_at, $2) where id = $1 returning customer, erased_at`;

/** Whether a customer is this one person, an organisation of one: then its name and the notes on it are about the person. */
const ALONE = `u.plan = '${COMMUNITY_PLAN}' and u.external_id is null and not exists (select 1 from contracts k where k.customer = u.id)
  and not exists (select 1 from contacts k where k.customer = u.id and k.id <> $1)`;

/** In this order: what is found through another table is done before that one forgets. The test beside it knows every column of the schema. */
export const ERASING: Readonly<Record<string, string>> = {
  timers: `delete from timers where done_at is null and split_part(ref, '/', 1) in ${ABOUT}`,
  // Nobody needs to look at what was owed to somebody who is gone.
  alerts: `update alerts set state = 'resolved', resolved_at = coalesce(resolved_at, $2) where state <> 'resolved' and split_part(ref, '/', 1) in ${ABOUT}`,
  // Answers to staff that a retry would be given again. The keys stay: a deed that was done is not done twice.
  idempotency_keys: `update idempotency_keys set answer = '{"value": null}' where answer is not null and exists (
      select 1 from (select $1::text as id union all select id from conversations where contact = $1 union all select id from escalations where contact = $1
        union all select id from notes where conversation in ${MINE}) named
      where strpos(idempotency_keys.answer::text, named.id) > 0)`,
  // Cards for staff belong to no conversation; they name it, its contact, or (an alert) its customer.
  outbox: `update outbox set envelope = jsonb_build_object('kind', envelope->'kind', 'id', id), receipt = null, lease_until = null,
      error = case when state = 'pending' then 'erased' end, done_at = coalesce(done_at, $2), state = case when state = 'pending' then 'failed' else state end
    where conversation in ${MINE} or envelope->'card'->'contact'->>'id' = $1
      or envelope->'card'->'data'->>'customer' in (select u.id from customers u join contacts c on c.customer = u.id where c.id = $1 and ${ALONE})`,
  open_questions: "delete from open_questions where contact = $1 and state = 'open'",
  reminders: "delete from reminders where contact = $1",
  contribution_thanks: "delete from contribution_thanks where contact = $1",
  // What was earned stays with the customer and its books; who brought it, and the link that shows it, are forgotten.
  contributions: "update contributions set link = 'erased/' || id, contact = null where contact = $1",
  news_told: "delete from news_told where contact = $1",
  // That a call took place still counts for the customer; who organised it is forgotten.
  organised_calls: "update organised_calls set contact = null, series = null where contact = $1",
  no_claims_letters: "delete from no_claims_letters where contact = $1",
  // That somebody objected still stands for the customer; who it was is forgotten.
  no_claims_objections: "update no_claims_objections set contact = null, conversation = null, message = null where contact = $1",
  // The books name calls; who was called, why and what came of it is gone. A call that rings now ends by its provider's word.
  phone_calls: `update phone_calls set consent = null, reason = null, note = null, stopped_at = null, provider = case when state in ('dialling', 'talking') then provider end,
      outcome = case when state in ('waiting', 'claimed') then 'withdrawn' else outcome end, ended_at = case when state in ('waiting', 'claimed') then $2 else ended_at end,
      state = case when state in ('waiting', 'claimed') then 'ended' else state end where contact = $1`,
  // That a thank-you left still counts for the customer and the campaign; to which address, and what a server said of it, is gone.
  mailouts: `update mailouts set consent = null, reply = null, language = null, reason = case when state = 'waiting' then 'erased' else reason end,
      ended_at = case when state = 'waiting' then $2 else ended_at end, state = case when state = 'waiting' then 'refused' else state end where contact = $1`,
  consents: "delete from consents where contact = $1",
  memories: "delete from memories where contact = $1",
  summaries: `delete from summaries where conversation in ${MINE}`,
  moods: `delete from moods where conversation in ${MINE}`,
  notes: `delete from notes where conversation in ${MINE}`,
  // A look that nobody has taken up is free for somebody else.
  human_looks: `delete from human_looks l using escalations e where e.id = l.escalation and e.contact = $1 and e.state = 'open'`,
  escalations: `update escalations set outcome = case when outcome is not null or state in ('open', 'claimed') then '${ERASED}' end,
      downgraded = case when downgraded is not null then jsonb_build_object('by', downgraded->'by', 'staff', downgraded->'staff', 'reason', '${ERASED}',
        'at', downgraded->'at', 'from', downgraded->'from', 'class', downgraded->'class') end,
      state = case when state in ('open', 'claimed') then 'resolved' else state end, ended_at = coalesce(ended_at, $2) where contact = $1`,
  // Every message keeps its one outcome: what nobody has answered is answered by nobody.
  outcomes: `insert into outcomes (message, outcome, rule, at) select id, 'ignored', 'erased', $2 from messages
    where conversation in ${MINE} and author = 'contact' on conflict (message) do nothing`,
  turns: `update turns set covers = '[]', language = null where conversation in ${MINE}`,
  // A change of mode has no words: its text is the mode.
  messages: `update messages set text = case when author = 'mode' then text else '${ERASED}' end, name = case when author <> 'contact' then name end,
      model_text = null, sources = '[]', in_reply_to = '[]', public_id = id, external_id = null, event_id = null
    where conversation in ${MINE}`,
  chat_sessions: "delete from chat_sessions where contact = $1",
  identities: "delete from identities where contact = $1",
  conversations: `update conversations set thread = 'erased/' || id, locale = null, mode = 'avatar', held_by = null, holder_name = null,
      covered_seq = inbound_seq, fence = fence + 1, turn = null, lease_by = null, lease_until = null, erased_at = coalesce(erased_at, $2) where contact = $1`,
  customers: `update customers u set name = '—', notes = '' from contacts c where c.id = $1 and u.id = c.customer and ${ALONE}`,
};
