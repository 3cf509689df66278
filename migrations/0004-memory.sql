-- What a contact has told us and what may help the next time. It can be read, mended and forgotten by the contact and by staff,
-- and it ends by itself. Every read names the customer of its own turn.
create table memories (
  id text primary key,
  customer text not null references customers (id),
  contact text not null references contacts (id), -- who told us
  shared boolean not null default false,          -- about the customer as a whole: all its contacts are served by it
  fact text not null,
  confidence text not null check (confidence in ('said', 'noticed')),
  message text references messages (id),          -- where it was said
  edited_by text,                                 -- the name of the colleague who mended it last
  noted_at timestamptz not null,
  expires_at timestamptz not null,
  -- visitors without a name share one customer and nothing else
  check (not shared or customer <> 'visitors')
);
create index memories_of_customer on memories (customer, contact);
create index memories_by_end on memories (expires_at);
