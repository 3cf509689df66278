-- The ledger: double entry, integer micro-units, append-only. What the service's code promises, these triggers enforce
-- for everybody who writes here: rows never change, a transfer sums to zero, a capped account is never overdrawn.
-- What a row points to is checked by its table's trigger, once for all rows of a statement: foreign keys would ask once for each,
-- which was a third of a turn's work in the embedded database. Nothing that is pointed to here can be deleted.

-- A named path with its running balance. balance and held are caches of postings and holds: only the triggers below move them.
create table accounts (
  id text primary key,
  currency text not null,
  capped boolean not null default false, -- never below what is held
  balance bigint not null default 0,
  held bigint not null default 0,
  period text -- the last period whose grant stands on it, e.g. 2026-11
);

create table transfers (
  id text primary key,
  key text not null unique, -- the cause's own key: booked once
  kind text not null,
  cause text not null,      -- topic or error code, with the product version where known
  customer text,
  conversation text,
  turn text,
  episode text,
  reverses text references transfers (id),
  facts jsonb not null default '{}', -- usage, price and rate; ids and numbers only
  at timestamptz not null
);
create index transfers_by_customer on transfers (customer, at);
create index transfers_by_turn on transfers (turn) where turn is not null;
create index transfers_by_conversation on transfers (conversation) where conversation is not null;

create table postings (
  id bigint generated always as identity primary key,
  transfer text not null,
  account text not null,
  amount bigint not null,
  currency text not null,
  seal text not null -- md5 of transfer, account, amount and currency: a changed row shows
);
create index postings_by_transfer on postings (transfer);
create index postings_by_account on postings (account, id);

-- Money set aside: taken before the work, ended once.
create table holds (
  id text primary key,
  key text not null unique,
  account text not null,
  amount bigint not null check (amount >= 0),
  currency text not null,
  kind text not null check (kind in ('model', 'staff')),
  customer text,
  conversation text,
  turn text,
  facts jsonb not null default '{}',
  deadline timestamptz not null,
  at timestamptz not null
);
create index holds_by_turn on holds (turn) where turn is not null;
create index holds_by_account on holds (account);

create table hold_ends (
  hold text primary key,
  outcome text not null check (outcome in ('settled', 'voided')),
  transfer text,
  reason text,
  at timestamptz not null
);

-- Open holds, so that the sweep for passed deadlines reads few rows.
create table open_holds (
  hold text primary key,
  deadline timestamptz not null
);
create index open_holds_by_deadline on open_holds (deadline);

create function ledger_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'ledger rows never change: % on % refused; correct it with a reversing transfer', tg_op, tg_table_name
    using errcode = 'P0L01';
end $$;
create trigger transfers_append_only before update or delete or truncate on transfers for each statement execute function ledger_never_changes();
create trigger postings_append_only before update or delete or truncate on postings for each statement execute function ledger_never_changes();
create trigger holds_append_only before update or delete or truncate on holds for each statement execute function ledger_never_changes();
create trigger hold_ends_append_only before update or delete or truncate on hold_ends for each statement execute function ledger_never_changes();
create trigger accounts_stay before delete or truncate on accounts for each statement execute function ledger_never_changes();

create function ledger_missing(what text, id text) returns void language plpgsql as $$
begin
  if id is not null then
    raise exception 'there is no % %', what, id using errcode = 'foreign_key_violation';
  end if;
end $$;

create function postings_move_balances() returns trigger language plpgsql as $$
declare bad text;
begin
  perform ledger_missing('transfer', (select a.transfer from added a where not exists (select 1 from transfers t where t.id = a.transfer) limit 1));
  perform ledger_missing('account', (select a.account from added a where not exists (select 1 from accounts t where t.id = a.account) limit 1));
  select transfer into bad from added group by transfer, currency having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'transfer % does not sum to zero', bad using errcode = 'P0L02';
  end if;
  select a.transfer into bad from added a join accounts t on t.id = a.account where t.currency <> a.currency limit 1;
  if found then
    raise exception 'transfer % posts another currency than its account has', bad using errcode = 'P0L03';
  end if;
  -- always locked in the order of their names, so that two processes never wait for each other in a circle
  perform 1 from accounts where id = any (array(select account from added)) order by id for update;
  update accounts t set balance = t.balance + s.amount
    from (select account, sum(amount) as amount from added group by account) s
    where t.id = s.account and s.amount <> 0;
  return null;
end $$;
create trigger postings_balances after insert on postings referencing new table as added
  for each statement execute function postings_move_balances();

create function holds_move_held() returns trigger language plpgsql as $$
declare bad text;
begin
  perform ledger_missing('account', (select a.account from added a where not exists (select 1 from accounts t where t.id = a.account) limit 1));
  select a.id into bad from added a join accounts t on t.id = a.account where t.currency <> a.currency limit 1;
  if found then
    raise exception 'hold % is in another currency than its account has', bad using errcode = 'P0L03';
  end if;
  insert into open_holds (hold, deadline) select id, deadline from added;
  perform 1 from accounts where id = any (array(select account from added)) order by id for update;
  update accounts t set held = t.held + s.amount
    from (select account, sum(amount) as amount from added group by account) s
    where t.id = s.account and s.amount <> 0;
  return null;
end $$;
create trigger holds_held after insert on holds referencing new table as added
  for each statement execute function holds_move_held();

create function hold_ends_move_held() returns trigger language plpgsql as $$
begin
  perform ledger_missing('hold', (select e.hold from added e where not exists (select 1 from holds h where h.id = e.hold) limit 1));
  perform ledger_missing('transfer', (select e.transfer from added e where e.transfer is not null and not exists (select 1 from transfers t where t.id = e.transfer) limit 1));
  delete from open_holds o using added e where o.hold = e.hold;
  update accounts t set held = t.held - s.amount
    from (select h.account, sum(h.amount) as amount from added e join holds h on h.id = e.hold group by h.account) s
    where t.id = s.account and s.amount <> 0;
  return null;
end $$;
create trigger hold_ends_held after insert on hold_ends referencing new table as added
  for each statement execute function hold_ends_move_held();

-- Nobody sets a balance by hand: only the triggers above (depth 2) may move it.
create function accounts_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.balance <> 0 or new.held <> 0 then
      raise exception 'account % must start at zero', new.id using errcode = 'P0L04';
    end if;
  elsif pg_trigger_depth() < 2 and (new.balance, new.held, new.capped, new.currency, new.id) is distinct from (old.balance, old.held, old.capped, old.currency, old.id) then
    raise exception 'the balance of % is moved by postings and holds only', old.id using errcode = 'P0L04';
  end if;
  return new;
end $$;
create trigger accounts_guarded before insert or update on accounts for each row execute function accounts_guard();

-- Checked at commit, so that a settlement (held down, balance down) may pass through any order.
create function accounts_no_overdraft() returns trigger language plpgsql as $$
begin
  if exists (select 1 from accounts where id = new.id and capped and (balance - held < 0 or held < 0)) then
    raise exception 'account % would be overdrawn', new.id using errcode = 'P0L05';
  end if;
  return null;
end $$;
create constraint trigger accounts_solvent after insert or update on accounts deferrable initially deferred
  for each row when (new.capped) execute function accounts_no_overdraft();
