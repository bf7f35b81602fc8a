-- Rules of the routing as versions, skills with levels and validity, and the advisor who knows a matter.

-- Level 1 (just trained) to 5 (expert). Null: valid from ever, or for ever.
alter table advisor_skill
  add column level int not null default 5 check (level between 1 and 5),
  add column valid_from timestamptz,
  add column valid_until timestamptz,
  add check (valid_from < valid_until);

-- A topic is served for an agency under an agreement; null: it needs none. After it the topic's skills do not count.
alter table topic add column agreement_until timestamptz;

create view valid_skill as
  select s.username, s.kind, s.code, s.level from advisor_skill s
  left join topic t on s.kind = 'TOPIC' and t.code = s.code
  where (s.valid_from is null or s.valid_from <= now())
    and coalesce(least(s.valid_until, t.agreement_until), 'infinity') > now();

-- The last advisor's claim to a contact; whoever has one waits out of the class's line, marked returned.
alter table contact
  add column preferred_advisor text references app_user,
  add column preferred_until timestamptz,
  add check ((preferred_advisor is null) = (preferred_until is null));

-- One row a version, for ever: the one in force is the newest that has come into effect.
create table routing_rule (
  version         int primary key check (version > 0),
  author          text not null,
  effective_from  timestamptz not null,
  recorded_at     timestamptz not null default now(),
  rules           jsonb not null
);
create index routing_rule_by_effect on routing_rule (effective_from, version);
create trigger routing_rule_is_append_only before update or delete or truncate on routing_rule
  for each statement execute function refuse_change();

-- Targets and points as they are today, and for the rest the proposal.
insert into routing_rule (version, author, effective_from, rules)
select 1, 'SYSTEM', now(), jsonb_build_object(
  'targets', (select jsonb_object_agg(channel || '.' || priority, seconds) from wait_target),
  'points', (select jsonb_object_agg(channel, points) from channel_rule),
  'level', 3,
  'widening', jsonb_build_array(
    jsonb_build_object('kind', 'DROP_LEVEL', 'after', 50, 'percent', true, 'level', 1),
    jsonb_build_object('kind', 'NEIGHBOURS', 'after', 75, 'percent', true),
    jsonb_build_object('kind', 'RESERVE', 'after', 100, 'percent', true),
    jsonb_build_object('kind', 'EVERYONE', 'after', 150, 'percent', true)),
  'neighbours', jsonb_build_object(
    'LICENCIAS', jsonb_build_array('VEHICULOS'),
    'VEHICULOS', jsonb_build_array('LICENCIAS'),
    'PREDIAL', jsonb_build_array('AGUA'),
    'AGUA', jsonb_build_array('PREDIAL'),
    'EDUCACION', jsonb_build_array('APOYOS'),
    'APOYOS', jsonb_build_array('EDUCACION', 'SALUD'),
    'SALUD', jsonb_build_array('APOYOS'),
    'TRABAJO', jsonb_build_array('JUSTICIA'),
    'JUSTICIA', jsonb_build_array('TRABAJO'),
    'REGISTRO_CIVIL', jsonb_build_array('MIGRANTES'),
    'MIGRANTES', jsonb_build_array('REGISTRO_CIVIL')),
  'callsBeforeMail', false);
