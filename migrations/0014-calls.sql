-- What a consent is for. News: the contact's own message in a conversation. A call: a colleague has written down who agreed, when, in which words, to be
-- rung at which number, by people or by a machine.
alter table consents alter column conversation drop not null;
alter table consents add column scope text not null default 'news' check (scope in ('news', 'personal_call', 'automatic_call'));
alter table consents add column phone text;       -- E.164; a call needs one
alter table consents add column recorded_by text; -- who of us wrote it down: an id
alter table consents add column recorded_name text;
alter table consents add constraint consents_of_calls check (case scope when 'news' then conversation is not null else phone is not null end);

-- Being called is not being written to.
create or replace function news_within_consent() returns trigger language plpgsql as $$
begin
  perform 1 from consents where id = new.consent and contact = new.contact and scope = 'news' and withdrawn_at is null for share;
  if not found then
    raise exception 'contact % has not asked for news', new.contact using errcode = 'P0P02';
  end if;
  perform 1 from escalations where contact = new.contact and class <> 'request' and state in ('open', 'claimed');
  if found then
    raise exception 'a safety matter of contact % is open', new.contact using errcode = 'P0P02';
  end if;
  return new;
end $$;

-- Numbers that nobody calls any more, as a keyed hash: whoever said "stop" stays unrung when they are erased, or imported again.
create table do_not_call (
  number text primary key,
  call text, -- in which it was said
  at timestamptz not null
);

-- A call of ours to somebody's telephone: a task for a colleague, or made by the machine.
create table phone_calls (
  id text primary key,
  customer text not null references customers (id),
  contact text not null references contacts (id),
  kind text not null check (kind in ('personal', 'automatic')),
  about text not null check (about in ('thank_you', 'renewal', 'complaint', 'executive', 'promised')),
  campaign text,                         -- the campaign that brought it; null: by hand
  reason text,                           -- what a colleague wrote beside it
  consent text references consents (id), -- null once its contact is erased
  number text not null,                  -- keyed hash of the number, as in do_not_call
  state text not null default 'waiting' check (state in ('waiting', 'claimed', 'dialling', 'talking', 'ended')),
  outcome text check (outcome in ('reached', 'voicemail', 'no_answer', 'busy', 'asked_not_to', 'failed', 'canceled', 'withdrawn', 'lapsed', 'unknown')),
  decision text,
  not_before timestamptz not null,
  lapses_at timestamptz not null,
  claimed_by text,
  claimed_name text,
  claimed_at timestamptz,
  minutes integer,
  note text,
  payer text not null,
  currency text not null,
  tries integer not null default 0,      -- holds that were given back before it was dialled
  hold text,
  provider text unique,                  -- the provider's own id of it
  progress integer not null default 0,   -- how far it has come, by the provider's word
  heard text check (heard in ('person', 'machine')),
  rounds integer not null default 0,     -- how often it has listened
  stopped_at timestamptz,                -- they said stop
  created_by text,
  created_name text,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'ended') = (outcome is not null))
);
create unique index phone_calls_one_of_contact on phone_calls (contact) where state <> 'ended';
-- One thank-you is enough for a customer: its other people are not rung for the same.
create unique index phone_calls_one_thank_you on phone_calls (customer) where state <> 'ended' and about = 'thank_you';
create index phone_calls_open on phone_calls (not_before) where state <> 'ended';
create index phone_calls_by_customer on phone_calls (customer, created_at desc);

-- The last word before anybody rings, in the statement that says so: the consent stands, is for this kind of call, and nobody has said stop. Whoever takes
-- it back at this moment is waited for.
create function phone_call_within_consent() returns trigger language plpgsql as $$
begin
  perform 1 from consents where id = new.consent and contact = new.contact and withdrawn_at is null and scope = new.kind || '_call' for share;
  if not found then
    raise exception 'contact % has not agreed to be called', new.contact using errcode = 'P0P03';
  end if;
  perform 1 from do_not_call where number = new.number;
  if found then
    raise exception 'contact % has asked not to be called', new.contact using errcode = 'P0P03';
  end if;
  return new;
end $$;
create trigger phone_calls_within_consent before update of state on phone_calls for each row
  when (new.state in ('claimed', 'dialling') and old.state = 'waiting') execute function phone_call_within_consent();

-- A call has its highest price set aside first, too.
alter table holds drop constraint holds_kind_check;
alter table holds add constraint holds_kind_check check (kind in ('model', 'tool', 'staff', 'call'));

-- Whom we called is part of a person's file, and read behind the wall (0011); so is what it cost, which hangs on no conversation.
alter table phone_calls enable row level security;
create policy within_scope on phone_calls using (customer = (select current_setting('standin.scope', true)));
alter policy within_scope on transfers using (exists (select from conversations c where c.id = transfers.conversation)
  or (key like 'phone-call/%' and customer = (select current_setting('standin.scope', true))));
select raise_wall();
