-- Cases of a centre that has kept its quality for some months: publications of rules that skipped a step, and what was
-- done about it. The executions are of procedure PRF, so that no contact, and no figure of contacts, is invented.
-- Times are relative to the day the try-out begins.

create temporary table demo_run (n int, id uuid, days int, fault text) on commit drop;
insert into demo_run
select n, cast(md5('demonstration run ' || n) as uuid), days, fault
from (values (1, 84, 'D1'), (2, 82, 'D1'), (3, 80, ''), (4, 77, 'D1'), (5, 75, ''), (6, 70, ''), (7, 66, ''), (8, 63, ''),
             (9, 60, ''), (10, 55, ''), (11, 52, ''), (12, 38, 'D7'), (13, 36, 'D7'), (14, 34, ''), (15, 31, 'D7'), (16, 20, ''),
             (17, 16, ''), (18, 12, 'D7'), (19, 8, ''), (20, 5, 'D1'), (21, 3, 'D2'), (22, 2, 'D1')) as r (n, days, fault);

insert into execution (id, procedure_version_id, begun_at, steps)
select r.id, v.id, now() - make_interval(days => r.days), case when r.fault = 'D1' then 2 else 3 end
from demo_run r join procedure_version v on v.procedure_code = 'PRF' and v.number = 1;

-- Proposed, reviewed an hour later and published: without the review (D1), the review after the publication (D2), or
-- entered only at the end of the day (D7).
insert into event (kind, code, execution_id, k, step_code, step_kind, version_id, staff, role, source, basis, outcome, refs,
                   at, app_clock)
select 'STEP', s.act, r.id,
       case when r.fault = 'D1' and s.n = 3 then 2 when r.fault = 'D2' then case s.n when 2 then 3 when 3 then 2 else 1 end
            else s.n end,
       s.step, 'END', v.id, s.staff, 'coordinator', 'SCREEN', 'MEASURED', s.outcome, cast(s.refs as jsonb),
       now() - make_interval(days => r.days) + make_interval(hours => case when r.fault = 'D2' and s.n = 2 then 4 else s.n end),
       now() - make_interval(days => r.days) + make_interval(hours => case when r.fault = 'D2' and s.n = 2 then 4 else s.n end)
         + case when r.fault = 'D7' and s.n = 2 then interval '40 minutes' else interval '0' end
from demo_run r
join procedure_version v on v.procedure_code = 'PRF' and v.number = 1
cross join (values (1, 'CAPTURE', 'PRF-01', 'coordinadora1', null, '{"rules": "demo"}'),
                   (2, 'REVIEW', 'PRF-03', 'coordinadora2', 'APPROVED', '{"rules": "demo"}'),
                   (3, 'PUBLISH', 'PRF-04', 'coordinadora2', 'IN_FORCE', '{"version": "1"}')) as s (n, act, step, staff, outcome, refs)
where not (r.fault = 'D1' and s.n = 2)
order by r.n, s.n;

-- As the rules of conformity read them; the nightly sweep would come to the same.
insert into execution_check (execution_id, version_id, procedure_code, counted_at, ended_at, early_exit, staff, measured,
                             declared, skipped, missing, late, deviations, steps)
select r.id, e.procedure_version_id, 'PRF', e.begun_at, e.begun_at + interval '3 hours', false, 'coordinadora2',
       case when r.fault = 'D1' then '{PRF-01,PRF-04}'::text[] else '{PRF-01,PRF-03,PRF-04}' end, '{}', '{}',
       case when r.fault = 'D1' then '{PRF-03}'::text[] else '{}' end, '{}', case when r.fault = '' then 0 else 1 end, e.steps
from demo_run r join execution e on e.id = r.id;
insert into deviation (execution_id, code, subject, step_code, version_id, procedure_code, measured, allowed, staff,
                       counted_at, at)
select r.id, r.fault, case r.fault when 'D2' then 'PRF-03>PRF-04' else 'PRF-03' end,
       case r.fault when 'D2' then 'PRF-04' else 'PRF-03' end, e.procedure_version_id, 'PRF',
       case r.fault when 'D2' then 2 when 'D7' then 2400 end, case r.fault when 'D2' then 3 when 'D7' then 120 end,
       'coordinadora2', e.begun_at, e.begun_at + interval '3 hours'
from demo_run r join execution e on e.id = r.id where r.fault <> '';
insert into event (kind, code, staff, role, source, reason, refs, at, app_clock)
select 'SYSTEM', 'DEVIATION_FOUND', null, 'system', 'SYSTEM', d.code,
       jsonb_build_object('deviation', cast(d.id as text), 'execution', cast(d.execution_id as text)), d.at, d.at
from deviation d join demo_run r on r.id = d.execution_id;
insert into finding_candidate (kind, rule, execution_id, procedure_code, step_code, staff, occurred_at, found_at)
select 'DEVIATION', d.code, d.execution_id, 'PRF', d.step_code, d.staff, d.counted_at, d.at
from deviation d join demo_run r on r.id = d.execution_id;

-- Numbers follow the days on which they were given.
create temporary table demo_case (n int, id uuid, state text, rule text, step text, title text, what text, round int,
                                  opened int, acted int, closed int) on commit drop;
insert into demo_case values
  (1, 'dc000000-0000-4000-8000-000000000001', 'EFFECTIVE', 'D1', 'PRF-03', 'Reglas publicadas sin revisión de una segunda persona',
   'Tres publicaciones en una semana salieron sin que nadie más las leyera.', 1, 76, 62, 33),
  (2, 'dc000000-0000-4000-8000-000000000002', 'REOPENED', 'D7', 'PRF-03', 'La revisión se registra mucho después de hacerse',
   'Se revisa de palabra y se anota al final del turno: la hora que queda no es la de la revisión.', 2, 35, null, null),
  (3, 'dc000000-0000-4000-8000-000000000003', 'IN_ACTION', 'D1', 'PRF-03', 'Otra vez una publicación sin revisión',
   'Volvió a pasar cuando faltó la segunda coordinadora del turno.', 1, 4, null, null),
  (4, 'dc000000-0000-4000-8000-000000000004', 'OBSERVATION', 'D2', 'PRF-04', 'Una publicación antes de su revisión',
   'Un solo caso, el día de la contingencia; la revisión se hizo una hora después.', 1, 3, null, 2);

insert into finding (id, number, nonconformity, state, kind, rule, procedure_code, step_code, title, what, round, weeks,
                     opened_by, opened_at, confirmed_at, acted_at, check_on, closed_at)
select c.id, 'H-' || to_char(now() - make_interval(days => c.opened), 'YYYY') || '-' || lpad(cast(c.n as text), 4, '0'),
       case when c.state <> 'OBSERVATION' then 'NC-' || to_char(now() - make_interval(days => c.opened), 'YYYY') || '-'
         || lpad(cast(c.n as text), 4, '0') end,
       c.state, 'DEVIATION', c.rule, 'PRF', c.step, c.title, c.what, c.round, 4, 'auditora',
       now() - make_interval(days => c.opened),
       case when c.state <> 'OBSERVATION' then now() - make_interval(days => c.opened) end,
       now() - make_interval(days => c.acted),
       case when c.state = 'EFFECTIVE' then cast(now() - make_interval(days => c.acted - 28) as date) end,
       now() - make_interval(days => c.closed)
from demo_case c;
insert into finding_number (prefix, year, last)
select p.prefix, cast(to_char(now() - make_interval(days => c.opened), 'YYYY') as int), max(c.n)
from demo_case c join (values ('H'), ('NC')) as p (prefix) on p.prefix = 'H' or c.state <> 'OBSERVATION' group by 1, 2
on conflict do nothing;

update finding_candidate f set state = 'JOINED', finding_id = c.id, decided_by = 'auditora',
       decided_at = now() - make_interval(days => c.opened)
from demo_run r join demo_case c on (c.n, r.n) in ((1, 1), (1, 2), (1, 4), (2, 12), (2, 13), (3, 20), (4, 21))
where f.execution_id = r.id;

insert into finding_cause (finding_id, round, stated_at, ordinal, why, stated_by)
select c.id, w.round, now() - make_interval(days => w.days), w.ordinal, w.why, 'supervisora'
from demo_case c join (values
  (1, 1, 74, 1, 'Quien propone las reglas también podía publicarlas'),
  (1, 1, 74, 2, 'El sistema no distinguía quién las había escrito'),
  (1, 1, 74, 3, 'Nadie lo pidió cuando se pasó del papel al sistema'),
  (2, 1, 34, 1, 'Se anota al final del turno'),
  (2, 1, 34, 2, 'En el turno no hay un momento apartado para revisar'),
  (3, 1, 3, 1, 'Faltó la segunda coordinadora y nadie la suplió'),
  (3, 1, 3, 2, 'El rol de turnos no prevé quién revisa cuando alguien falta')) as w (n, round, days, ordinal, why) on w.n = c.n;

insert into corrective_action (id, finding_id, round, what, owner, due_on, planned_by, planned_at, done_at, evidence)
select cast('da000000-0000-4000-8000-' || lpad(cast(a.k as text), 12, '0') as uuid), c.id, a.round, a.what, a.owner,
       cast(now() + make_interval(days => a.due) as date), 'supervisora', now() - make_interval(days => a.planned),
       now() - make_interval(days => a.done), a.evidence
from demo_case c join (values
  (1, 1, 1, 'Pedir que otra persona apruebe cada publicación', 'coordinadora2', -60, 73, 62, 'Versión 3 de las reglas: la aprueba quien no las escribió'),
  (2, 2, 1, 'Recordar en la junta de turno que se anota al revisar', 'coordinadora3', -31, 33, 32, 'Minuta de la junta de turno'),
  (3, 3, 1, 'Agregar al rol de turnos quién revisa cuando falta alguien', 'coordinadora1', -2, 3, null, null),
  (4, 3, 1, 'Avisar a la supervisión cuando nadie pueda revisar', 'asesora01', 10, 3, null, null)) as a
  (k, n, round, what, owner, due, planned, done, evidence) on a.n = c.n;

insert into effect_check (finding_id, round, effective, grounds, checked_by, checked_at, before_from, before_to, before_hits,
                          before_of, after_from, after_to, after_hits, after_of)
select c.id, v.round, v.effective, v.grounds, 'auditora', now() - make_interval(days => v.days),
       now() - make_interval(days => c.opened + 28), now() - make_interval(days => c.opened), v.bh, v.bo,
       now() - make_interval(days => v.acted), now() - make_interval(days => v.acted - 28), v.ah, v.ao
from demo_case c join (values
  (1, 1, true, 'Cinco publicaciones desde entonces, todas con revisión de otra persona.', 33, 62, 3, 4, 0, 5),
  (2, 1, false, 'En las semanas siguientes se volvió a anotar tarde: el recordatorio no bastó.', 4, 32, 2, 6, 2, 6)) as v
  (n, round, effective, grounds, days, acted, bh, bo, ah, ao) on v.n = c.n;

insert into finding_act (finding_id, act, words, staff, at)
select c.id, h.act, h.words, h.staff, now() - make_interval(days => h.days)
from demo_case c join (values
  (1, 'FINDING_OPENED', null, 'auditora', 76), (1, 'NONCONFORMITY_RAISED', null, 'auditora', 76),
  (1, 'CAUSE_STATED', 'Nadie lo pidió cuando se pasó del papel al sistema', 'supervisora', 74),
  (1, 'ACTION_PLANNED', 'Pedir que otra persona apruebe cada publicación', 'supervisora', 73),
  (1, 'ACTION_DONE', 'Versión 3 de las reglas: la aprueba quien no las escribió', 'coordinadora2', 62),
  (1, 'EFFECT_CONFIRMED', 'Cinco publicaciones desde entonces, todas con revisión de otra persona.', 'auditora', 33),
  (2, 'FINDING_OPENED', null, 'auditora', 35), (2, 'NONCONFORMITY_RAISED', null, 'auditora', 35),
  (2, 'CAUSE_STATED', 'En el turno no hay un momento apartado para revisar', 'supervisora', 34),
  (2, 'ACTION_PLANNED', 'Recordar en la junta de turno que se anota al revisar', 'supervisora', 33),
  (2, 'ACTION_DONE', 'Minuta de la junta de turno', 'coordinadora3', 32),
  (2, 'EFFECT_REFUTED', 'En las semanas siguientes se volvió a anotar tarde: el recordatorio no bastó.', 'auditora', 4),
  (3, 'FINDING_OPENED', null, 'auditora', 4), (3, 'NONCONFORMITY_RAISED', null, 'auditora', 4),
  (3, 'CAUSE_STATED', 'El rol de turnos no prevé quién revisa cuando alguien falta', 'supervisora', 3),
  (3, 'ACTION_PLANNED', 'Agregar al rol de turnos quién revisa cuando falta alguien', 'supervisora', 3),
  (3, 'ACTION_PLANNED', 'Avisar a la supervisión cuando nadie pueda revisar', 'supervisora', 3),
  (4, 'FINDING_OPENED', null, 'auditora', 3),
  (4, 'FINDING_SET_ASIDE', 'Caso único en una contingencia', 'auditora', 2)) as h (n, act, words, staff, days) on h.n = c.n
order by h.days desc, array_position(array['FINDING_OPENED', 'NONCONFORMITY_RAISED', 'CAUSE_STATED'], h.act);
insert into event (kind, code, staff, role, source, refs, at, app_clock)
select 'SYSTEM', a.act, a.staff, case a.staff when 'auditora' then 'auditor' when 'supervisora' then 'supervisor' else 'coordinator' end,
       'SCREEN', jsonb_build_object('finding', cast(a.finding_id as text)), a.at, a.at
from finding_act a join demo_case c on c.id = a.finding_id order by a.id;
