-- A screen on a wall: opened by a token nobody can read back, since only its hash is kept.
create table wallboard (
  id          uuid primary key,
  name        text not null check (length(name) between 1 and 80),
  token_hash  bytea not null unique,
  made_by     text not null references app_user,
  made_at     timestamptz not null,
  seen_at     timestamptz,
  revoked_at  timestamptz
);
