-- The whole house's tables. Words are those of the manual; every table says what it promises.
-- All times come from the service's clock as parameters: no column defaults to now().

-- Secrets made at first start, the stored clock, and other single facts of this installation.
create table settings (
  key text primary key,
  value jsonb not null
);

-- Every rulebook that was ever in force; a decision names its version, so that yesterday's "why" replays.
create table rulebooks (
  version text primary key,
  body text not null,
  activated_at timestamptz not null
);
-- When each came into force; an old one may return.
create table rulebook_activations (
  seq bigint generated always as identity primary key,
  version text not null references rulebooks (version),
  at timestamptz not null
);
create index rulebook_activations_by_time on rulebook_activations (at, seq);

-- ─── customers ───────────────────────────────────────────────────────────────────────────────────

create table customers (
  id text primary key,
  external_id text unique,
  name text not null,
  plan text not null,
  -- the budget account that pays for this customer's model steps (its own, or a fund of the company)
  payer text not null,
  sample boolean not null default false,
  notes text not null default '',
  created_at timestamptz not null
);

create table contacts (
  id text primary key,
  customer text not null references customers (id),
  name text,
  email text,
  locale text,
  created_at timestamptz not null
);
create index contacts_by_customer on contacts (customer);

-- How a person is known on a channel: a host's `sub`, a Slack user, a mail address.
create table identities (
  kind text not null,
  key text not null,
  contact text not null references contacts (id),
  primary key (kind, key)
);
create index identities_by_contact on identities (contact);

create table contracts (
  id text primary key,
  customer text not null unique references customers (id),
  plan text not null,
  fee bigint not null check (fee >= 0), -- micro-units a month
  currency text not null,
  starts_on date not null,
  renews_on date,
  response_minutes integer, -- a promised time to a person, where the contract has its own
  recorded_at timestamptz not null
);

-- ─── conversations ───────────────────────────────────────────────────────────────────────────────

-- A matter with all its follow-ups; what call-frequency alerts count.
create table episodes (
  id text primary key,
  customer text not null references customers (id),
  topic text not null,
  error_code text,
  product_version text,
  ours boolean not null default false, -- we caused it: never counts against the customer
  opened_at timestamptz not null,
  last_at timestamptz not null,
  closed_at timestamptz
);
create index episodes_by_customer on episodes (customer, opened_at);

-- A thread on a channel. Pending work is inbound_seq > covered_seq; the lease gives it to one turn at a time,
-- and the fence refuses whoever comes late.
create table conversations (
  id text primary key,
  channel text not null,
  thread text not null,
  customer text not null references customers (id),
  contact text not null references contacts (id),
  locale text,
  mode text not null default 'avatar' check (mode in ('avatar', 'human')),
  held_by text,
  holder_name text,
  disclosed boolean not null default false, -- the avatar has said here that it is an AI
  last_seq bigint not null default 0,
  inbound_seq bigint not null default 0,
  covered_seq bigint not null default 0,
  fence bigint not null default 0,
  turn text,
  lease_by text,
  lease_until timestamptz,
  episode text references episodes (id),
  sample boolean not null default false,
  created_at timestamptz not null,
  last_at timestamptz not null,
  unique (channel, thread)
);
create index conversations_by_customer on conversations (customer, last_at desc);
create index conversations_by_time on conversations (last_at desc);
create index conversations_pending on conversations (lease_until) where inbound_seq > covered_seq and mode = 'avatar';
create index conversations_leased on conversations (lease_until) where turn is not null;

-- Web sessions; the token itself is never stored.
create table chat_sessions (
  token_hash text primary key,
  conversation text not null references conversations (id),
  contact text not null references contacts (id),
  customer text not null references customers (id),
  anonymous boolean not null,
  expires_at timestamptz not null
);

-- One thing said (or, as `mode`, who speaks from here on). Also the interaction on the customer, whatever it cost.
create table messages (
  id text primary key,
  conversation text not null references conversations (id),
  seq bigint not null,
  author text not null check (author in ('contact', 'avatar', 'human', 'notice', 'mode')),
  name text,
  text text not null,
  -- what the model may see of an own reply: an earlier slot reads "[note from the service]"
  model_text text,
  sources jsonb not null default '[]',
  in_reply_to jsonb not null default '[]',
  public_id text not null,
  external_id text, -- the channel's own id of it: the inbox is unique on (channel, external_id)
  event_id text,    -- the channel's id of the event that brought it
  channel text not null,
  customer text not null, -- its conversation's
  contact text not null,  -- its conversation's
  episode text references episodes (id),
  turn text,
  at timestamptz not null,
  unique (conversation, seq)
);
create unique index messages_inbox on messages (channel, external_id) where external_id is not null;
create unique index messages_event on messages (channel, event_id) where event_id is not null;
create index messages_by_episode on messages (episode) where author = 'contact';
create index messages_by_customer on messages (customer, at);

-- Exactly one terminal outcome for each accepted message: the primary key is the promise.
create table outcomes (
  message text primary key references messages (id),
  outcome text not null check (outcome in ('replied', 'human', 'ignored')),
  rule text,
  turn text,
  reply text,
  at timestamptz not null
);

create table turns (
  id text primary key,
  conversation text not null references conversations (id),
  fence bigint not null,
  cause text not null check (cause in ('message', 'question')),
  covers jsonb not null, -- public ids of the messages that it answers
  outcome text not null check (outcome in ('replied', 'fallback', 'superseded', 'crashed')),
  reply text,
  model text,
  prompt text,    -- hash of the prompt files
  rulebook text,
  drafts integer not null default 0,
  discards integer not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz not null
);
create index turns_by_conversation on turns (conversation, started_at);

-- Each call of a model that we paid or may have paid, with what it used and what that cost.
create table attempts (
  id text primary key,
  turn text not null,
  conversation text not null references conversations (id),
  step integer not null,
  model text not null,
  status text not null check (status in ('ok', 'failed', 'timeout', 'refused', 'aborted', 'crashed')),
  hold text,
  usage jsonb,
  price jsonb,
  amount bigint not null,
  currency text not null,
  estimated boolean not null default false,
  started_at timestamptz not null,
  ended_at timestamptz not null
);
create index attempts_by_turn on attempts (turn);

create table decisions (
  id text primary key,
  policy text not null,
  verdict text not null,
  reasons jsonb not null,
  facts jsonb not null, -- ids and numbers, never text or personal data
  rulebook text not null,
  customer text,
  conversation text,
  turn text,
  at timestamptz not null
);
create index decisions_by_conversation on decisions (conversation, at);
create index decisions_by_policy on decisions (policy, at);

-- A question whose answer is still owed, with the date by which we come back.
create table open_questions (
  id text primary key,
  conversation text not null references conversations (id),
  customer text not null references customers (id),
  contact text not null references contacts (id),
  message text references messages (id), -- the question, in the contact's words
  cause text not null check (cause in ('deferred', 'fallback', 'unknown', 'later')),
  known jsonb not null default '[]', -- page versions that the first answer had seen: new work means others
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'kept')),
  answered_by text check (answered_by in ('avatar', 'staff', 'plain_no')),
  escalation text,
  created_at timestamptz not null,
  closed_at timestamptz
);
create index open_questions_open on open_questions (due_at) where state = 'open';
create index open_questions_by_conversation on open_questions (conversation);

-- What is to be sent, and what became of it. `unknown`: we cannot know whether it arrived.
create table outbox (
  id text primary key,
  place bigint generated always as identity, -- the order of sending; clocks of two processes may differ
  channel text not null,
  conversation text references conversations (id),
  message text, -- written by the same statement
  envelope jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'unknown', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  lease_until timestamptz,
  receipt jsonb,
  error text,
  created_at timestamptz not null,
  done_at timestamptz
);
create index outbox_due on outbox (next_at) where state = 'pending';
create index outbox_unknown on outbox (created_at) where state in ('unknown', 'failed');
create index outbox_by_conversation on outbox (conversation, place) where state = 'pending';

-- Work that waits for a moment. The row is both lock and watermark: done_at is written with the work's effect.
create table timers (
  kind text not null,
  ref text not null,
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  done_at timestamptz,
  primary key (kind, ref)
);
create index timers_due on timers (due_at) where done_at is null;

-- ─── staff ───────────────────────────────────────────────────────────────────────────────────────

create table staff (
  id text primary key,
  email text unique,
  name text not null,
  role text not null check (role in ('owner', 'agent')),
  password text, -- scrypt
  created_at timestamptz not null
);

create table staff_sessions (
  token_hash text primary key,
  staff text not null references staff (id),
  expires_at timestamptz not null
);

create table escalations (
  id text primary key,
  conversation text not null references conversations (id),
  customer text not null references customers (id),
  contact text not null references contacts (id),
  turn text,
  verdict text not null check (verdict in ('granted', 'deferred', 'overridden')),
  state text not null default 'open' check (state in ('open', 'claimed', 'resolved', 'handed_back')),
  class text not null check (class in ('request', 'security', 'data_loss', 'danger', 'legal', 'outage')),
  reasons jsonb not null,
  decision text,
  estimate bigint not null, -- micro-units
  hold text,
  payer text not null,
  currency text not null,
  due_at timestamptz,
  claimed_by text,
  claimed_name text,
  claimed_at timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz,
  downgraded jsonb,
  minutes integer,
  outcome text,
  ended_at timestamptz,
  created_at timestamptz not null
);
create unique index escalations_one_open on escalations (conversation) where state in ('open', 'claimed');
create index escalations_by_state on escalations (state, created_at);
create index escalations_by_customer on escalations (customer, created_at);

create table notes (
  id text primary key,
  conversation text not null references conversations (id),
  escalation text,
  staff text not null,
  name text not null,
  text text not null,
  at timestamptz not null
);
create index notes_by_conversation on notes (conversation, at);

create table alerts (
  id text primary key,
  rule text not null,
  customer text references customers (id),
  ref text,
  state text not null check (state in ('pending', 'firing', 'resolved')),
  value numeric not null,
  "limit" numeric not null,
  episodes jsonb not null default '[]',
  detail jsonb not null default '{}',
  at timestamptz not null,
  resolved_at timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz
);
create unique index alerts_one_live on alerts (rule, customer) where state <> 'resolved' and customer is not null and ref is null;
create index alerts_by_time on alerts (at desc);

-- Answers to writes that carried an Idempotency-Key, bound to who asked and what.
create table idempotency_keys (
  key text not null,
  actor text not null,
  request text not null,
  status integer not null,
  answer jsonb,
  at timestamptz not null,
  primary key (actor, key)
);

-- Every message is an interaction on the customer and belongs to an episode with a cause.
create view interactions as
  select m.id as message, m.customer, m.contact, m.conversation, m.episode, e.topic, e.error_code, e.product_version, m.author, m.at
  from messages m left join episodes e on e.id = m.episode
  where m.author <> 'mode';
