-- Thank-yous by mail. Whom they reach has agreed to them: when, in which words, at which address, and who of us wrote it down.
alter table consents drop constraint consents_scope_check;
alter table consents add constraint consents_scope_check check (scope in ('news', 'personal_call', 'automatic_call', 'thanks_mail'));
alter table consents add column address text; -- a mail needs one
alter table consents drop constraint consents_of_calls;
alter table consents add constraint consents_of_scopes check (case scope when 'news' then conversation is not null when 'thanks_mail' then address is not null else phone is not null end);

-- Addresses that nothing goes to any more, as a keyed hash: whoever said so is left alone when they are erased, or imported again.
create table mail_suppressions (
  address text primary key,
  why text not null check (why in ('unsubscribed', 'hard_bounce', 'soft_bounces', 'complaint')),
  at timestamptz not null
);

-- A customer has changed to a new version, and a colleague says that it went well.
create table upgrades (
  id text primary key,
  customer text not null references customers (id),
  at timestamptz not null,
  recorded_by text not null,
  recorded_name text not null,
  recorded_at timestamptz not null
);
create index upgrades_by_time on upgrades (at);

-- The days up to which a campaign is planned: the last row is its watermark, and the lock of whoever plans or spends.
create table mailout_days (
  campaign text not null,
  day date not null,
  planned integer not null,
  at timestamptz not null,
  primary key (campaign, day)
);

-- One thank-you of one campaign for one occasion of one person, whatever became of it.
create table mailouts (
  id text primary key,
  campaign text not null,
  occasion text not null check (occasion in ('anniversary', 'quiet_quarter', 'smooth_upgrade')),
  occasion_at timestamptz not null,
  customer text not null references customers (id),
  contact text not null references contacts (id),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unknown', 'bounced', 'held_out', 'refused', 'lapsed')),
  reason text,                           -- the policy's first reason, as a code
  decision text,
  consent text references consents (id), -- null until it leaves, and once its contact is erased
  address text,                          -- keyed hash, as in mail_suppressions
  words text,                            -- which of the occasion's texts
  language text,
  due_at timestamptz not null,           -- when it is asked about next
  tries integer not null default 0,
  amount bigint,                         -- what it takes of the campaign's budget, from the moment at which it leaves
  currency text,
  reply text,                            -- what the receiving server said, where it was no yes
  bounce text check (bounce in ('hard', 'soft')),
  sent_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (campaign, contact, occasion_at),
  check ((state in ('waiting', 'sending')) = (ended_at is null))
);
create index mailouts_by_customer on mailouts (customer, created_at desc);
create index mailouts_by_campaign on mailouts (campaign, created_at desc, id);
create index mailouts_by_address on mailouts (address) where state = 'bounced';

-- The last word before one leaves, in the statement that says so. Whoever takes it back at this moment is waited for.
create function mailout_within_consent() returns trigger language plpgsql as $$
begin
  perform 1 from consents where id = new.consent and contact = new.contact and withdrawn_at is null and scope = 'thanks_mail' for share;
  if not found then
    raise exception 'contact % has not agreed to such mail', new.contact using errcode = 'P0P04';
  end if;
  perform 1 from mail_suppressions where address = new.address;
  if found then
    raise exception 'nothing may go to the address of contact %', new.contact using errcode = 'P0P04';
  end if;
  return new;
end $$;
create trigger mailouts_within_consent before update of state on mailouts for each row
  when (new.state = 'sending' and old.state = 'waiting') execute function mailout_within_consent();

-- What we sent somebody is part of their file, and read behind the wall (0011).
alter table mailouts enable row level security;
create policy within_scope on mailouts using (customer = (select current_setting('standin.scope', true)));
select raise_wall();
