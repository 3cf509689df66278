-- A human look: one of the places that a month of a plan has. Whoever takes a place that is taken is refused by the primary key,
-- so that the cap holds however many ask at once. A place whose look nobody needed any more is given back by taking its row away.
create table human_looks (
  plan text not null,
  period text not null, -- the owner's month, e.g. 2026-11
  place integer not null check (place > 0),
  escalation text not null unique references escalations (id),
  decision text not null,
  at timestamptz not null,
  primary key (plan, period, place)
);

-- What somebody asked to be reminded of, in their own words, and when.
create table reminders (
  id text primary key,
  conversation text not null references conversations (id),
  customer text not null references customers (id),
  contact text not null references contacts (id),
  message text references messages (id), -- where it was asked for
  what text not null,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'kept')),
  created_at timestamptz not null,
  closed_at timestamptz
);
create index reminders_of_contact on reminders (contact) where state = 'open';
create index reminders_by_conversation on reminders (conversation, due_at);

alter table turns drop constraint turns_cause_check;
alter table turns add constraint turns_cause_check check (cause in ('message', 'question', 'reminder'));
