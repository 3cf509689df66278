-- Where a person's hold of a conversation begins: what the contact wrote after this number is that person's. A number, for the clocks of
-- two processes differ: by its time, a message that came after the taking over may be older than it.
alter table conversations add column held_from bigint;
-- Whoever holds one now took it over after what the avatar had covered or handed back last.
update conversations c set held_from = coalesce((
    select min(m.seq) - 1 from messages m join outcomes o on o.message = m.id where m.conversation = c.id and m.author = 'contact' and o.outcome = 'human'
      and m.seq > coalesce((select max(x.seq) from messages x join outcomes y on y.message = x.id where x.conversation = c.id and y.outcome <> 'human'), 0)
  ), c.covered_seq)
where c.mode = 'human';
