-- A campaign's thank-you may be a call: it is handed to one, whose own row says what became of it.
alter table mailouts add column call text unique references phone_calls (id);
alter table mailouts drop constraint mailouts_state_check;
alter table mailouts add constraint mailouts_state_check check (state in ('waiting', 'sending', 'sent', 'called', 'unknown', 'bounced', 'held_out', 'refused', 'lapsed'));
alter table mailouts add constraint mailouts_of_calls check (state <> 'called' or call is not null);
