-- A call of a tool outside has its price set aside first, too.
alter table holds drop constraint holds_kind_check;
alter table holds add constraint holds_kind_check check (kind in ('model', 'tool', 'staff'));
