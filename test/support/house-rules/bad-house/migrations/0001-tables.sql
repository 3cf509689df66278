create table accounts (
  id text primary key, -- never gen_random_uuid()
  -- breaks: sql-takes-time-and-chance-as-parameters
  opened_at timestamptz not null default now(),
  at timestamptz
);
