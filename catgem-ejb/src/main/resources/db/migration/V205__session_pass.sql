-- What a signed-in browser shows when its node has died or restarted, so that nobody types a password for it. Kept as a digest:
-- who reads this table cannot sign in by it. It is over when the session would be: unused, signed out, or the account changed.
create table session_pass (
  digest    bytea primary key,
  username  text not null references app_user,
  epoch     int not null,
  used_at   timestamptz not null
);
