-- How the contact of a conversation seems at present, for staff: one word, no history. It has an end and goes with the conversation.
create table moods (
  conversation text primary key references conversations (id),
  word text not null check (word in ('frustrated', 'hurry')),
  ends_at timestamptz not null
);
create index moods_by_end on moods (ends_at);

-- What a conversation was about before its last messages: read instead of them, so that a prompt stays bounded. Data, like any message.
create table summaries (
  conversation text primary key references conversations (id),
  upto bigint not null,   -- the seq of the last message in it
  points jsonb not null,  -- what stands in it
  written_by text,        -- the model that wrote it; null: drawn from the messages by rule
  at timestamptz not null
);

-- A step of a model beside any turn (a summary, a reflection) has an attempt and a cost, and no turn.
alter table attempts alter column turn drop not null;
