-- No-claims discounts. What a level is computed from is kept here and changes by addition only: contracts that ended, incidents, and rulings on
-- whose doing they were. The level itself is a cache of it; each of its changes stands beside the postings that it caused.

-- A contract that ended: for how long somebody was a customer is still asked when they come back.
create table past_contracts (
  id text primary key,
  customer text not null references customers (id),
  starts_on date not null,
  ended_at timestamptz not null
);
create index past_contracts_by_customer on past_contracts (customer, starts_on);

-- An escalation that was charged to the customer, or a crash. No words: what was said stands in its conversation.
create table incidents (
  id text primary key,
  customer text not null references customers (id),
  kind text not null check (kind in ('crash', 'escalation')),
  security boolean not null,                -- about a security hole: never counts
  escalation text unique references escalations (id),
  conversation text references conversations (id),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text,                         -- who works here; null: the service itself
  deadline timestamptz not null,            -- unknown until then, still unknown from there on
  cost bigint not null check (cost >= 0),   -- micro-units
  check (happened_at <= recorded_at)
);
create index incidents_by_customer on incidents (customer, happened_at);

-- Whose doing it was; the last ruling holds. `place` counts those of one incident, so that of two people who rule at once one is refused.
create table incident_rulings (
  incident text not null references incidents (id),
  place integer not null check (place > 0),
  class text not null check (class in ('customer', 'shared', 'third_party', 'ours', 'withdrawn')),
  ruled_by text,
  at timestamptz not null,
  primary key (incident, place)
);

create function incidents_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what a level is computed from never changes: % on % refused', tg_op, tg_table_name using errcode = 'P0N01';
end $$;
create trigger incidents_append_only before update or delete or truncate on incidents for each statement execute function incidents_stay();
create trigger incident_rulings_append_only before update or delete or truncate on incident_rulings for each statement execute function incidents_stay();

-- How a customer stands, as computed when it was last looked at. The scheme is kept whole: an edit of it holds from the next renewal on.
create table no_claims (
  customer text primary key references customers (id),
  scheme jsonb not null,
  version text not null,
  enrolled_at timestamptz not null,  -- discounts are booked for periods that begin from here on
  level text not null,
  changes integer not null default 0,
  settled_at timestamptz not null
);

-- The monthly fee that a period's discount is computed from.
create table no_claims_periods (
  customer text not null references customers (id),
  from_at timestamptz not null,
  fee bigint not null,
  booked bigint not null default 0, -- micro-units, the sum of its postings
  primary key (customer, from_at)
);

-- Each change of a level or of what is owed for it: why, by what evidence, under which version of the scheme, and booked as which transfers.
create table no_claims_changes (
  id text primary key,
  customer text not null references customers (id),
  place integer not null check (place > 0),
  cause text not null,
  from_level text not null,
  to_level text not null,
  from_discount integer not null, -- hundredths of a percent of the fee
  to_discount integer not null,
  incidents jsonb not null,
  amount bigint not null,
  transfers jsonb not null,
  decision text not null,
  version text not null,
  at timestamptz not null
);
create index no_claims_changes_by_customer on no_claims_changes (customer, place);

-- Who was told of a change, once each.
create table no_claims_letters (
  change text not null references no_claims_changes (id),
  contact text not null references contacts (id),
  message text references messages (id),
  at timestamptz not null,
  primary key (change, contact)
);

-- An objection that a person decides.
create table no_claims_objections (
  id text primary key,
  customer text not null references customers (id),
  contact text references contacts (id),
  conversation text references conversations (id),
  message text references messages (id),
  incidents jsonb not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'dismissed')),
  due_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  at timestamptz not null
);
create index no_claims_objections_open on no_claims_objections (due_at) where state = 'open';
create unique index no_claims_objections_one_open on no_claims_objections (customer) where state = 'open';

-- What a person was told of it, and what they objected to, is part of their file, and read behind the wall (0011).
alter table no_claims_changes enable row level security;
create policy within_scope on no_claims_changes using (customer = (select current_setting('standin.scope', true)));
alter table no_claims_objections enable row level security;
create policy within_scope on no_claims_objections using (customer = (select current_setting('standin.scope', true)));
alter table no_claims_letters enable row level security;
create policy within_scope on no_claims_letters using (exists (select from no_claims_changes c where c.id = no_claims_letters.change));
select raise_wall();
