-- Where a person lives, as their own browser or channel told it: quiet hours are meant there. Null: nobody has said; the owner's zone stands in.
alter table contacts add column time_zone text;

-- A contact's own word that we may write first when there is news on what they asked about, and when they took it back.
create table consents (
  id text primary key,
  customer text not null references customers (id),
  contact text not null references contacts (id),
  conversation text not null references conversations (id), -- where it was given
  message text references messages (id),
  words text not null, -- in which words
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consents_standing on consents (contact) where withdrawn_at is null;

-- Pages of news that we have seen, and since when: whoever gave their word later did not mean these.
create table news (
  page text primary key,
  seen_at timestamptz not null
);

-- Who was written to first, about what: once for each contact and page of news. `place` counts the messages of one contact, so that of two
-- processes that counted the same ones before they sent, the database refuses the second: the cap holds however many ask at once.
create table news_told (
  contact text not null references contacts (id),
  page text not null references news (page),
  place integer not null check (place > 0),
  customer text not null references customers (id),
  conversation text not null references conversations (id),
  consent text not null references consents (id),
  decision text not null,
  turn text not null,
  at timestamptz not null,
  primary key (contact, page),
  unique (contact, place)
);

-- The last word before it leaves, in the statement that writes it: the consent stands, and no safety matter of this person is open. Whoever
-- takes the consent back at this moment is waited for.
create function news_within_consent() returns trigger language plpgsql as $$
begin
  perform 1 from consents where id = new.consent and contact = new.contact and withdrawn_at is null for share;
  if not found then
    raise exception 'contact % has not asked for news', new.contact using errcode = 'P0P02';
  end if;
  perform 1 from escalations where contact = new.contact and class <> 'request' and state in ('open', 'claimed');
  if found then
    raise exception 'a safety matter of contact % is open', new.contact using errcode = 'P0P02';
  end if;
  return new;
end $$;
create trigger news_told_within_consent before insert on news_told for each row execute function news_within_consent();

alter table turns drop constraint turns_cause_check;
alter table turns add constraint turns_cause_check check (cause in ('message', 'question', 'reminder', 'news'));
