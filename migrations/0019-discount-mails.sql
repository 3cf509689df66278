-- A letter about a discount reaches whoever has no conversation with us by mail. `said` stands in a conversation; the others are mails.
alter table no_claims_letters add column state text not null default 'said'
  check (state in ('said', 'waiting', 'sending', 'sent', 'unknown', 'refused', 'lapsed'));
alter table no_claims_letters add column tries integer not null default 0;
alter table no_claims_letters add column reply text;          -- what the receiving server said, where it was no yes
alter table no_claims_letters add column sent_at timestamptz; -- since when it is leaving, or left
