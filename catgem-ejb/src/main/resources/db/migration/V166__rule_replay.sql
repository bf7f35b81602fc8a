-- Replays of a day under proposed rules, with everything that makes them the same again: day, seed, both rules.

create table rule_replay (
  id          uuid primary key,
  day         date,
  contacts    int,
  seed        bigint not null,
  base        int not null references routing_rule,
  version     int references routing_rule,
  draft_id    uuid references rule_draft,
  rules       jsonb not null,
  state       text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  progress    int not null default 0 check (progress between 0 and 100),
  result      jsonb,
  started_by  text not null references app_user,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  check ((day is null) = (contacts is not null)),
  check ((state = 'DONE') = (result is not null))
);
comment on column rule_replay.day is 'null: the simulator''s day, of so many contacts';
create index rule_replay_by_time on rule_replay (started_at desc);
