-- From what was found to what was done about it, and whether it helped. Nothing here is ever deleted; what is said stays,
-- what changes is the state, and each change is an act of the history and of the ledger.

-- What may be a finding: a rule broken in an execution, a complaint about the centre, a dissatisfied survey.
create table finding (
  id              uuid primary key,
  number          text not null unique,
  nonconformity   text unique,
  state           text not null check (state in ('FINDING', 'OBSERVATION', 'NONCONFORMITY', 'EXPLAINED', 'IN_ACTION',
                                                 'WATCHED', 'REOPENED', 'EFFECTIVE')),
  kind            text not null check (kind in ('DEVIATION', 'COMPLAINT', 'SURVEY')),
  rule            text,
  procedure_code  text references procedure,
  step_code       text,
  title           text not null,
  what            text not null,
  round           int not null default 1,
  weeks           int not null check (weeks between 1 and 52),
  opened_by       text not null references app_user,
  opened_at       timestamptz not null,
  confirmed_at    timestamptz,
  acted_at        timestamptz,
  check_on        date,
  closed_at       timestamptz,
  check ((nonconformity is null) = (state in ('FINDING', 'OBSERVATION'))),
  check ((check_on is not null) = (state in ('WATCHED', 'EFFECTIVE')))
);
comment on column finding.number is 'H-2026-0001; a nonconformity has NC-2026-0001 besides';
comment on column finding.step_code is 'null when it is about several steps or none';
comment on column finding.round is 'goes on each time the check says that it did not help';
comment on column finding.acted_at is 'when the last action of the round was done';
create index finding_by_rule on finding (rule, procedure_code) where nonconformity is not null;

create table finding_number (
  prefix  text not null,
  year    int not null,
  last    int not null,
  primary key (prefix, year)
);

create table finding_candidate (
  id              bigint generated always as identity primary key,
  kind            text not null check (kind in ('DEVIATION', 'COMPLAINT', 'SURVEY')),
  rule            text not null default '',
  execution_id    uuid not null references execution,
  contact_id      uuid references contact,
  procedure_code  text not null references procedure,
  step_code       text,
  staff           text,
  occurred_at     timestamptz not null,
  found_at        timestamptz not null default clock_timestamp(),
  state           text not null default 'OPEN' check (state in ('OPEN', 'DISMISSED', 'JOINED')),
  finding_id      uuid references finding,
  decided_by      text references app_user,
  decided_at      timestamptz,
  reason          text,
  unique (execution_id, kind, rule),
  check ((state = 'JOINED') = (finding_id is not null)),
  check ((state = 'OPEN') = (decided_at is null)),
  check (state <> 'DISMISSED' or reason is not null)
);
comment on column finding_candidate.rule is 'of a deviation: all its deviations of that rule in that execution are one candidate';
create index finding_candidate_by_state on finding_candidate (state, occurred_at desc, id desc);
create index finding_candidate_by_kind on finding_candidate (kind, occurred_at);
create index finding_candidate_of_finding on finding_candidate (finding_id) where finding_id is not null;

create table finding_cause (
  finding_id  uuid not null references finding,
  round       int not null,
  stated_at   timestamptz not null,
  ordinal     int not null check (ordinal between 1 and 5),
  why         text not null,
  stated_by   text not null references app_user,
  primary key (finding_id, round, stated_at, ordinal)
);
comment on table finding_cause is 'the five whys; the last is the root. What was stated last counts';

create table corrective_action (
  id          uuid primary key,
  finding_id  uuid not null references finding,
  round       int not null,
  what        text not null,
  owner       text not null references app_user,
  due_on      date not null,
  planned_by  text not null references app_user,
  planned_at  timestamptz not null,
  done_at     timestamptz,
  evidence    text,
  check ((done_at is null) = (evidence is null))
);
create index corrective_action_open on corrective_action (owner, due_on) where done_at is null;
create index corrective_action_of_finding on corrective_action (finding_id);

create table effect_check (
  finding_id   uuid not null references finding,
  round        int not null,
  effective    boolean not null,
  grounds      text not null,
  checked_by   text not null references app_user,
  checked_at   timestamptz not null,
  before_from  timestamptz not null,
  before_to    timestamptz not null,
  before_hits  int not null,
  before_of    int not null,
  after_from   timestamptz not null,
  after_to     timestamptz not null,
  after_hits   int not null,
  after_of     int not null,
  primary key (finding_id, round)
);

-- What was done with a candidate or a finding, in the words of who did it; the ledger has the same without words.
create table finding_act (
  id            bigint generated always as identity primary key,
  finding_id    uuid references finding,
  candidate_id  bigint references finding_candidate,
  act           text not null,
  words         text,
  staff         text not null,
  at            timestamptz not null,
  check (finding_id is not null or candidate_id is not null)
);
create index finding_act_of_finding on finding_act (finding_id, id);
create index finding_act_of_candidate on finding_act (candidate_id, id);

create trigger finding_stays before delete or truncate on finding
  for each statement execute function refuse_change();
create trigger candidate_stays before delete or truncate on finding_candidate
  for each statement execute function refuse_change();
create trigger action_stays before delete or truncate on corrective_action
  for each statement execute function refuse_change();
create trigger cause_is_for_ever before update or delete or truncate on finding_cause
  for each statement execute function refuse_change();
create trigger check_is_for_ever before update or delete or truncate on effect_check
  for each statement execute function refuse_change();
create trigger act_is_for_ever before update or delete or truncate on finding_act
  for each statement execute function refuse_change();

create function refuse_closing_without_a_check() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from effect_check c where c.finding_id = new.id and c.round = new.round and c.effective) then
    raise exception 'finding % is not closed: nobody has checked the effect of its actions', new.number;
  end if;
  return new;
end $$;
create trigger no_closing_without_a_check before update of state on finding for each row
  when (new.state = 'EFFECTIVE') execute function refuse_closing_without_a_check();

insert into setting (name, value) values ('correction.effect-weeks', '4');

-- Which contacts are complaints about the centre itself: by what they were closed with, or by their topic.
alter table disposition add column about_centre boolean not null default false;
alter table topic add column about_centre boolean not null default false;
insert into disposition (code, topic, name_es, name_en, outcome, about_centre) values
  ('COMPLAINT_ABOUT_CENTRE', null, 'Queja sobre la atención de este centro', 'Complaint about this centre''s service',
   'RESOLVED', true);

-- What was found before there was triage waits for it too.
insert into finding_candidate (kind, rule, execution_id, contact_id, procedure_code, step_code, staff, occurred_at, found_at)
select 'DEVIATION', code, execution_id, (array_agg(contact_id))[1], min(procedure_code),
       case when count(distinct step_code) = 1 then min(step_code) end, min(staff), min(counted_at), min(found_at)
from deviation group by execution_id, code;
