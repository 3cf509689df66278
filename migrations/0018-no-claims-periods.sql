-- Under which scheme a period was booked: what is shown later not to count is given back by that one, whatever the owner has chosen since.
-- Periods from before this column know none, and stay as they were booked.
alter table no_claims_periods add column scheme jsonb;
