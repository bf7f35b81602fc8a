-- The read model of every figure: one row a contact, a leg, a presence, a directory update, each computed from the
-- raw events of the ledger and from nothing else. It may be emptied and filled again at any time.

create table projection (
  name        text primary key,
  upto        xid8 not null,
  updated_at  timestamptz not null
);
insert into projection (name, upto, updated_at) values ('FIGURES', '0', 'epoch');

create table contact_fact (
  contact_id       uuid primary key,
  channel          text not null,
  direction        text not null,
  entry_point      text not null,
  language         text not null,
  topic            text not null,
  priority         text not null,
  target_seconds   int not null,
  queued_at        timestamptz not null,
  connected_at     timestamptz,
  answered_at      timestamptz,
  delivered_at     timestamptz,
  finished_at      timestamptz,
  ended_at         timestamptz,
  ended_as         text,
  outcome          text,
  disposition      text,
  referred         boolean not null,
  advisor          text,
  offers           int not null,
  missed           int not null,
  rejected         int not null,
  open_seconds     double precision,
  handled_seconds  double precision,
  surveyed_at      timestamptz,
  scored_at        timestamptz,
  score            int,
  scored_advisor   text
);
comment on column contact_fact.open_seconds is 'seconds before an advisor until the information was delivered (indicator 3)';
comment on column contact_fact.handled_seconds is 'seconds of all legs, after-call work included';
create index contact_fact_by_time on contact_fact (queued_at);
create index contact_fact_by_advisor on contact_fact (advisor, queued_at);

-- How long an advisor was in which state; the current one has no end.
create table presence_fact (
  event_id  bigint primary key,
  advisor   text not null,
  state     text not null,
  reason    text,
  begun_at  timestamptz not null,
  ended_at  timestamptz
);
create index presence_fact_by_advisor on presence_fact (advisor, begun_at);
create index presence_fact_by_time on presence_fact (begun_at, ended_at);

create table leg_fact (
  contact_id    uuid not null,
  leg           int not null,
  advisor       text not null,
  connected_at  timestamptz not null,
  finished_at   timestamptz,
  ended_at      timestamptz,
  ended_by      text,
  primary key (contact_id, leg)
);
create index leg_fact_by_time on leg_fact (connected_at);

-- A directory update under procedure ABD, for indicator 2.
create table update_fact (
  execution_id   uuid primary key,
  registered_at  timestamptz not null,
  published_at   timestamptz
);
create index update_fact_by_time on update_fact (registered_at);

-- What the nightly recount found, day by day; 0 differences or an alert.
create table recount (
  day          date primary key,
  figures      int not null,
  differences  int not null,
  detail       jsonb,
  counted_at   timestamptz not null
);
