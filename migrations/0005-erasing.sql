-- Who was erased stays as a number under which the books keep their amounts. Nothing more is ever written about that number.
alter table contacts add column erased_at timestamptz;
-- An erased conversation takes nothing in and is leased to nobody: every statement that writes there asks for this under its lock.
alter table conversations add column erased_at timestamptz;

-- Somebody may be recognised, or open a chat, at the very moment at which they are erased: whoever comes second waits, and is refused.
create function nobody_erased() returns trigger language plpgsql as $$
begin
  perform 1 from contacts where id = new.contact and erased_at is not null for share;
  if found then
    raise exception 'contact % was erased', new.contact using errcode = 'P0P01';
  end if;
  return new;
end $$;
create trigger conversations_of_nobody_erased before insert on conversations for each row execute function nobody_erased();
create trigger identities_of_nobody_erased before insert on identities for each row execute function nobody_erased();
