-- Rules of the routing: one source for targets, points and times, drafts that two people publish, and the procedure.

-- What a version of the rules does not name. The contact's foreign keys stay with it.
alter table wait_target rename to standard_wait_target;
alter table channel_rule rename to channel_setting;
comment on table standard_wait_target is 'seconds of a version of the rules that names no target of its own';
comment on table channel_setting is 'what no rule of the routing says of a channel; points and times only for rules that name none';

create view rule_in_force as
  select version, rules from routing_rule where effective_from <= now() order by effective_from desc, version desc limit 1;
create view wait_target as
  select s.channel, s.priority,
         coalesce(cast(r.rules -> 'targets' ->> (s.channel || '.' || s.priority) as int), s.seconds) as seconds
  from standard_wait_target s left join rule_in_force r on true;
create view channel_rule as
  select s.channel, coalesce(cast(r.rules -> 'points' ->> s.channel as int), s.points) as points,
         coalesce(cast(r.rules -> 'offerSeconds' ->> s.channel as int), s.offer_seconds) as offer_seconds,
         coalesce(cast(r.rules -> 'afterCallSeconds' ->> s.channel as int), s.acw_seconds) as acw_seconds,
         s.misses_allowed, s.quiet_seconds, s.ask_seconds, s.end_seconds
  from channel_setting s left join rule_in_force r on true;

create table rule_draft (
  id              uuid primary key,
  state           text not null default 'DRAFT' check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'ABANDONED')),
  base            int not null references routing_rule,
  revision        int not null default 1,
  rules           jsonb not null,
  reason          text not null default '',
  effective_from  timestamptz,
  opened_by       text not null references app_user,
  opened_at       timestamptz not null,
  submitted_by    text references app_user,
  submitted_at    timestamptz,
  review_note     text,
  closed_by       text references app_user,
  closed_at       timestamptz,
  check ((state in ('PUBLISHED', 'ABANDONED')) = (closed_at is not null))
);
comment on column rule_draft.effective_from is 'null: as soon as it is published';
-- Whoever wrote any of it does not approve it.
create table rule_draft_author (
  draft_id  uuid not null references rule_draft,
  staff     text not null references app_user,
  primary key (draft_id, staff)
);
alter table routing_rule
  add column draft_id uuid unique references rule_draft,
  add column approved_by text,
  add column reason text;

-- Procedure PRF, publication of rules of the line, version 1, marked "propuesta". Its execution is no contact.
insert into procedure (code, name_es, name_en) values
  ('PRF', 'Publicación de las reglas de la fila', 'Publication of the rules of the line');
insert into procedure_version (procedure_code, number, state) values ('PRF', 1, 'DRAFT');
insert into procedure_step (version_id, code, act, ordinal, name_es, name_en, role, mandatory, repeats, limit_seconds,
                            evidence, declarable, mandatory_for)
select v.id, 'PRF-' || to_char(s.number, 'FM00'), s.act, s.number, s.name_es, s.name_en, 'coordinator', s.mandatory, true,
       null, s.evidence, false, null
from procedure_version v cross join (values
  ('CAPTURE', 1, true,  'RULES_HASH',   'Propone las reglas y dice por qué', 'Proposes the rules and says why'),
  ('REPLAY',  2, false, 'RESULT_HASH',  'Repite un día con las reglas propuestas', 'Replays a day under the rules proposed'),
  ('REVIEW',  3, true,  'RULES_HASH',   'Revisa una segunda persona', 'A second person reviews'),
  ('PUBLISH', 4, true,  'RULE_VERSION', 'Publica la versión', 'Publishes the version')
) as s (act, number, mandatory, evidence, name_es, name_en)
where v.procedure_code = 'PRF' and v.number = 1;
insert into step_precedence (version_id, before_code, after_code)
select v.id, p.b, p.a from procedure_version v
join (values ('PRF-01', 'PRF-03'), ('PRF-03', 'PRF-04')) as p (b, a) on true
where v.procedure_code = 'PRF' and v.number = 1;
update procedure_version set state = 'IN_FORCE', in_force_from = now() where procedure_code = 'PRF' and number = 1;
