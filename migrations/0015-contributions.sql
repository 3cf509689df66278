-- What members of the community bring: a report, a patch or an answer that we accepted. It may earn money for their budget, or a thank-you.
create table contributions (
  id text primary key,
  customer text not null references customers (id),
  contact text references contacts (id),   -- who brought it; null: the organisation as a whole, or somebody who was erased
  kind text not null check (kind in ('report', 'patch', 'answer')),
  link text not null,                      -- where it can be seen
  standing boolean not null default true,  -- false from its withdrawal on
  accepted_by text not null,
  accepted_name text not null,
  accepted_at timestamptz not null,
  decision text not null,
  amount bigint not null check (amount >= 0), -- micro-units that it added to the budget of its customer; 0: none
  transfer text                            -- the booking of it
);
create index contributions_by_customer on contributions (customer, accepted_at);
-- The same work is accepted once, whoever asks, until it is withdrawn.
create unique index contributions_once on contributions (link) where standing;

-- The record that undoes one: once, with what was still there to be taken back.
create table contribution_withdrawals (
  contribution text primary key references contributions (id),
  withdrawn_by text not null,
  withdrawn_name text not null,
  at timestamptz not null,
  taken bigint not null check (taken >= 0),
  transfer text
);

-- The thank-yous that left, one for each contribution. `place` counts those of one contact: of two that counted the same ones before they sent, the second is refused.
create table contribution_thanks (
  contribution text primary key references contributions (id),
  contact text not null references contacts (id),
  place integer not null check (place > 0),
  consent text not null references consents (id),
  decision text not null,
  at timestamptz not null,
  unique (contact, place)
);
-- The last word is that of news (0010): the consent stands, and no safety matter of this person is open.
create trigger contribution_thanks_within_consent before insert on contribution_thanks for each row execute function news_within_consent();

create function contribution_stands() returns trigger language plpgsql as $$
begin
  perform 1 from contributions where id = new.contribution and standing for share;
  if not found then
    raise exception 'contribution % does not stand', new.contribution using errcode = 'P0P04';
  end if;
  return new;
end $$;
create trigger contribution_thanks_stand before insert on contribution_thanks for each row execute function contribution_stands();

create function withdrawals_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a withdrawal never changes: % on % refused', tg_op, tg_table_name using errcode = 'P0N01';
end $$;
create trigger contribution_withdrawals_append_only before update or delete or truncate on contribution_withdrawals for each statement execute function withdrawals_stay();

-- The language in which a turn was asked and answered, as it was heard: how often a rule hits whom is counted by it. Null: nobody had written, or before this.
alter table turns add column language text;

-- What a person brought is part of their file, and read behind the wall (0011).
alter table contributions enable row level security;
create policy within_scope on contributions using (customer = (select current_setting('standin.scope', true)));
alter table contribution_withdrawals enable row level security;
create policy within_scope on contribution_withdrawals using (exists (select from contributions c where c.id = contribution_withdrawals.contribution));
alter table contribution_thanks enable row level security;
create policy within_scope on contribution_thanks using (exists (select from contributions c where c.id = contribution_thanks.contribution));
select raise_wall();
