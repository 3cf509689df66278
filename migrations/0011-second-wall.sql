-- The second wall: a read about one customer is made by a role that may only read, and sees nothing but what is that customer's
-- (platform/wall.ts says whose it is, in the setting standin.scope). Whoever owns these tables is not bound by it: grouped statements
-- work for many customers at once. Without a scope, nothing is in sight.

alter table customers enable row level security;
create policy within_scope on customers using (id = (select current_setting('standin.scope', true)));
alter table contacts enable row level security;
create policy within_scope on contacts using (customer = (select current_setting('standin.scope', true)));
alter table conversations enable row level security;
create policy within_scope on conversations using (customer = (select current_setting('standin.scope', true)));
alter table messages enable row level security;
create policy within_scope on messages using (customer = (select current_setting('standin.scope', true)));
alter table memories enable row level security;
create policy within_scope on memories using (customer = (select current_setting('standin.scope', true)));
alter table open_questions enable row level security;
create policy within_scope on open_questions using (customer = (select current_setting('standin.scope', true)));
alter table reminders enable row level security;
create policy within_scope on reminders using (customer = (select current_setting('standin.scope', true)));
alter table consents enable row level security;
create policy within_scope on consents using (customer = (select current_setting('standin.scope', true)));
alter table news_told enable row level security;
create policy within_scope on news_told using (customer = (select current_setting('standin.scope', true)));
alter table escalations enable row level security;
create policy within_scope on escalations using (customer = (select current_setting('standin.scope', true)));

-- What names no customer of its own is in sight with what it hangs on, by that table's own policy.
alter table identities enable row level security;
create policy within_scope on identities using (exists (select from contacts k where k.id = identities.contact));
alter table summaries enable row level security;
create policy within_scope on summaries using (exists (select from conversations c where c.id = summaries.conversation));
alter table moods enable row level security;
create policy within_scope on moods using (exists (select from conversations c where c.id = moods.conversation));
alter table notes enable row level security;
create policy within_scope on notes using (exists (select from conversations c where c.id = notes.conversation));
alter table decisions enable row level security;
create policy within_scope on decisions using (exists (select from conversations c where c.id = decisions.conversation));
alter table transfers enable row level security;
create policy within_scope on transfers using (exists (select from conversations c where c.id = transfers.conversation));
alter table postings enable row level security;
create policy within_scope on postings using (exists (select from transfers t where t.id = postings.transfer));

-- Roles belong to the server, not to the database: each start sees to it that the reader is there, for a database may have moved.
-- It may read the tables that have row security, and no others, so that none can be read without a wall.
create function raise_wall() returns void language plpgsql as $$
declare found_table regclass;
begin
  begin
    if not exists (select from pg_roles where rolname = 'standin_reader') then
      create role standin_reader nologin;
    end if;
  exception when duplicate_object or unique_violation then null; -- another database of this server was first
  end;
  if not pg_has_role(current_user, 'standin_reader', 'member') then
    execute format('grant standin_reader to %I', current_user);
  end if;
  if not has_schema_privilege('standin_reader', current_schema(), 'usage') then
    execute format('grant usage on schema %I to standin_reader', current_schema());
  end if;
  for found_table in select oid from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' and relrowsecurity loop
    if not has_table_privilege('standin_reader', found_table, 'select') then
      execute format('grant select on %s to standin_reader', found_table);
    end if;
  end loop;
exception when insufficient_privilege then
  raise exception 'the database user % may not make the role that reads for one customer at a time. Once, as an administrator of this PostgreSQL server, run: create role standin_reader nologin; grant standin_reader to %;', quote_ident(current_user), quote_ident(current_user)
    using errcode = 'P0W01';
end $$;
select raise_wall();
