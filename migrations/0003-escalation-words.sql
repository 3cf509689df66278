-- The message that led to an escalation: a graver one that joins it brings its own.
alter table escalations add column message text;
