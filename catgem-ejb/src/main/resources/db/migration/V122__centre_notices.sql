-- What coordinators tell every desk, from when to when, and who has read it.
create table centre_notice (
  id            uuid primary key,
  text          text not null check (length(text) between 1 and 1000),
  author        text not null references app_user,
  from_at       timestamptz not null,
  to_at         timestamptz not null,
  created_at    timestamptz not null,
  withdrawn_at  timestamptz,
  check (from_at < to_at)
);
create index centre_notice_by_time on centre_notice (to_at, from_at);
create table notice_receipt (
  notice_id  uuid not null references centre_notice,
  username   text not null references app_user,
  read_at    timestamptz not null,
  primary key (notice_id, username)
);
