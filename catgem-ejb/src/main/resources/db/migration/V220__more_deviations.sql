-- D3, D5, D6, D7 and D8: what they are judged by is data, as limits and precedences are.

alter table deviation drop constraint deviation_code_check;
alter table deviation add constraint deviation_code_check
  check (code in ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10'));
comment on column deviation.measured is
  'D2: position of the step done too early; D4, D5, D7: seconds (D7 BURST: steps declared); D6: times; D10: missing numbers';
comment on column deviation.allowed is
  'D2: position of the step that had to come first; D4, D5, D7: limit in seconds (D7 BURST: steps); D6: times; D10: 0';

insert into setting (name, value) values
  ('conformity.obsolete-grace-hours', '72'),
  ('conformity.loop-most', '15'),
  ('conformity.loop-most.ASSIGNED', '5'),
  ('conformity.late-entry-seconds', '120'),
  ('conformity.burst-most', '3'),
  ('conformity.burst-seconds', '10');

-- What the record of a step refers to, by the type of evidence the version asks for; a type without a row proves itself.
create table evidence_demand (
  evidence  text primary key,
  refs      text[] not null default '{}',
  outcome   boolean not null default false,
  declared  boolean not null default false
);
comment on column evidence_demand.refs is 'one of them must stand in the event; empty: none is asked for';
comment on column evidence_demand.outcome is 'the event must carry an outcome';
comment on column evidence_demand.declared is 'asked of declared steps too; else the declaration is what proves them';
insert into evidence_demand (evidence, refs, outcome, declared) values
  ('NOTICE_VERSION', '{noticeVersion}', false, false),
  ('TOPIC', '{}', true, true),
  ('ENTRY_VERSION', '{knowledgeVersion,versionES,versionEN}', false, false),
  ('MESSAGE', '{message}', false, false),
  ('SURVEY', '{survey}', false, false),
  ('DISPOSITION', '{}', true, true),
  ('DOCUMENT_HASH', '{sha256}', false, false),
  ('LOG_LINE', '{line}', false, false),
  ('TEXT_HASH', '{text}', false, false),
  ('RULES_HASH', '{rules}', false, false),
  ('RESULT_HASH', '{result}', false, false),
  ('RULE_VERSION', '{version}', false, false);

-- Who may do a step of another role; act null: any of its steps. A step of the role system is the system's record of
-- whatever somebody did, so that it is nobody's in particular.
create table role_stand_in (
  role      text not null,
  act       text,
  stand_in  text not null,
  unique nulls not distinct (role, act, stand_in)
);
insert into role_stand_in (role, act, stand_in) values
  ('advisor', 'CLOSE', 'system'),
  ('advisor', 'CLOSE', 'citizen'),
  ('advisor', 'CLOSE', 'coordinator'),
  ('advisor', 'CLOSE', 'supervisor'),
  ('coordinator', null, 'supervisor');
