-- The work log (bitácora de trabajo): written by each edit itself and by hand, never changed; a correction is a new
-- line that points at the old one.
create table work_log (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('AUTOMATIC', 'MANUAL', 'CORRECTION')),
  act        text not null,
  staff      text not null references app_user,
  at         timestamptz not null,
  update_id  uuid references knowledge_update,
  entry_code text,
  detail     text,
  words      text,
  corrects   bigint references work_log,
  check ((kind = 'AUTOMATIC') = (words is null)),
  check ((kind = 'CORRECTION') = (corrects is not null))
);
create index work_log_by_time on work_log (at);
create index work_log_by_update on work_log (update_id);
create trigger work_log_is_append_only before update or delete or truncate on work_log
  for each statement execute function refuse_change();

-- A day of the log, signed. A line that comes later the same day needs another sheet; the earlier one stays.
create table work_log_sheet (
  id            uuid primary key,
  day           date not null,
  number        int not null,
  staff         text not null references app_user,
  signed_at     timestamptz not null,
  lines         int not null,
  last_line     bigint not null references work_log,
  content_hash  bytea not null,
  file_hash     bytea not null,
  pdf           bytea not null,
  unique (day, number)
);
create trigger a_sheet_stays before update or delete or truncate on work_log_sheet
  for each statement execute function refuse_change();
