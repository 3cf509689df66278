-- A conference call that somebody at a customer organised: what alerts count beside episodes. `ours`: we asked for it.
create table organised_calls (
  id text primary key,
  customer text not null references customers (id),
  contact text references contacts (id), -- who organised it
  series text, -- the id of the calendar's series, for calls that come again
  ours boolean not null default false,
  at timestamptz not null -- when it takes place
);
create index organised_calls_by_customer on organised_calls (customer, at);

-- Whoever writes one down, it is looked at when it takes place.
create function organised_call_watched() returns trigger language plpgsql as $$
begin
  insert into timers (kind, ref, due_at) values ('alert.call', new.id, new.at)
  on conflict (kind, ref) do update set due_at = excluded.due_at, done_at = null, lease_until = null, attempts = 0;
  return new;
end $$;
create trigger organised_calls_watched after insert or update of at on organised_calls for each row execute function organised_call_watched();

-- A time in which something of ours was broken, as staff know it: matters about it that began then are ours, and while it lasts nobody is
-- told that a customer calls often.
create table outages (
  id text primary key,
  cause text, -- a topic, an error code, or one of them with @version; null: everything
  began_at timestamptz not null,
  ended_at timestamptz check (ended_at >= began_at),
  declared_by text not null, -- id and name of a person who works here
  ended_by text
);
create index outages_by_time on outages (began_at);

-- Nobody is told of such alerts until then; they stand in the list all the same.
create table alert_silences (
  id text primary key,
  rule text, -- null: of every rule
  customer text references customers (id), -- null: about every customer
  made_by text not null, -- id and name of a person who works here
  made_at timestamptz not null,
  until timestamptz not null check (until >= made_at),
  ended_at timestamptz,
  ended_by text,
  check (rule is not null or customer is not null)
);
create index alert_silences_standing on alert_silences (until) where ended_at is null;

-- A stretch in which no process of ours ran: what was not seen then has not got better.
create table unwatched (
  id text primary key,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at >= from_at)
);

-- `at` is when it began to hold. Told: when people last heard of it, and that it was told at all.
alter table alerts add column fired_at timestamptz;
alter table alerts add column over boolean not null default true; -- whether it held when it was looked at last …
alter table alerts add column turned_at timestamptz; -- … and since when; also while it cools down
alter table alerts add column told_at timestamptz;
alter table alerts add column expected numeric; -- null: the rule expects nothing
alter table alerts add column peak numeric not null default 0; -- the most that was counted while it fired
update alerts set fired_at = at, told_at = at, peak = value, over = state <> 'resolved', turned_at = coalesce(resolved_at, at);
create index alerts_told on alerts (rule, told_at) where told_at is not null;
create index alerts_of_customer on alerts (customer, rule, at desc) where customer is not null and ref is null;
-- Whoever answers our own news is not calling us: asked of each matter that is counted.
create index news_told_by_conversation on news_told (conversation, at);

-- What a person organised is part of their file, and read behind the wall (0011).
alter table organised_calls enable row level security;
create policy within_scope on organised_calls using (customer = (select current_setting('standin.scope', true)));
select raise_wall();
