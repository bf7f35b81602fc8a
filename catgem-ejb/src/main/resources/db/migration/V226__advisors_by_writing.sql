-- The matcher finds the advisors' rows that were written since its last look by an index: to read all rows for it, dead
-- ones too, took the longest of what a look reads. The number is the transaction's, as pg_snapshot_xmin counts them.
alter table advisor add column written xid8 not null default pg_current_xact_id();
create index advisor_written on advisor (written);

create function number_of_writing() returns trigger language plpgsql as $$
begin
  new.written := pg_current_xact_id();
  return new;
end $$;

create trigger advisor_is_written before update on advisor for each row execute function number_of_writing();
