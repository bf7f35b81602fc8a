-- Failed sign-ins, shared by the nodes: by account, by network and by the pair of both. It also counts for names that
-- nobody has, so that an answer never tells which accounts exist; hence not columns of app_user.
create table sign_in_tally (
  key           text primary key,
  failures      int not null default 0 check (failures >= 0),
  failed_at     timestamptz,
  locked_until  timestamptz,
  succeeded_at  timestamptz
);

alter table app_user drop column failed_logins, drop column locked_until;
