-- Who works in the try-out is trained for what they do; some evaluations end soon, so that the matrix shows it.
insert into training_demand (version_id, demanded_from, pass_mark, valid_months, set_by, set_at)
select id, (now() at time zone coalesce((select time_zone from installation), 'America/Mexico_City'))::date, 80, 12,
       'supervisora', now()
from procedure_version where state = 'IN_FORCE';

insert into training_record (version_id, person, held_on, trainer, score, pass_mark, valid_until, recorded_by, recorded_at)
select d.version, d.username, d.held, 'Leonor Peñaloza Zepeda', 82 + abs(hashtext(d.username || d.code)) % 18, 80,
       cast(d.held + interval '12 months' as date) - 1,
       -- Nobody records their own.
       case when d.username = 'supervisora' then 'auditora' else 'supervisora' end, now() - make_interval(days => d.days)
from (select v.id as version, v.procedure_code as code, u.username, p.days, today.day - p.days as held
      from procedure_version v cross join app_user u
      cross join (select (now() at time zone coalesce((select time_zone from installation), 'America/Mexico_City'))::date
                    as day) today
      cross join lateral (select case when u.username in ('asesora12', 'asesora31', 'coordinadora4', 'informacion3')
                                      then 345 else 40 end as days) p
      where v.state = 'IN_FORCE' and u.demo and exists (
        select 1 from procedure_step s join user_role r on r.role = s.role
        where s.version_id = v.id and s.role <> 'system' and r.username = u.username)) d
order by d.days desc, d.username, d.code;

insert into event (kind, code, staff, role, source, reason, refs, at, app_clock)
select 'SYSTEM', 'TRAINING_RECORDED', recorded_by, case when recorded_by = 'auditora' then 'auditor' else 'supervisor' end,
       'SCREEN', 'PASSED',
       jsonb_build_object('training', cast(id as text), 'version', cast(version_id as text), 'person', person,
                          'heldOn', cast(held_on as text), 'score', cast(score as text)), recorded_at, recorded_at
from training_record order by id;
