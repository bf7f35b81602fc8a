-- Ended contacts of 31 days from ${from} on, with the steps of their procedures and some faults among them. Random, but
-- the same for the same seed.
select setseed(0.42);

create function pg_temp.folio(number int) returns text language plpgsql as $$
declare
  alphabet text := '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  plain text := '';
  rest bigint := (number::bigint * 7919 + 104729) % 852891037441;
  sum int := 0;
begin
  for i in 0..7 loop
    plain := plain || substr(alphabet, (rest % 31)::int + 1, 1);
    sum := sum + (i + 2) * (rest % 31)::int;
    rest := rest / 31;
  end loop;
  return substr(plain, 1, 4) || '-' || substr(plain, 5, 4) || '-' || substr(alphabet, sum % 31 + 1, 1);
end $$;

create temporary table plan as
select gen_random_uuid() as id, gen_random_uuid() as subject, gen_random_uuid() as matter, pg_temp.folio(n) as folio,
       case when random() < 0.7 then 'CHAT' else 'EMAIL' end as channel,
       timestamptz '${from}' + random() * interval '31 days' as begun,
       'asesora' || to_char(1 + floor(random() * 48), 'FM00') as advisor,
       random() as end_draw,
       20 + random() * 95 + case when random() < 0.03 then 100 else 0 end as answer,
       random() < 0.02 as forgets, random() < 0.005 as turns, random() < 0.0006 as unclosed, random() < 0.0004 as gap
from generate_series(1, ${contacts}) as n;

alter table plan add outcome text;
update plan set outcome = case when end_draw < 0.86 then 'RESOLVED' when end_draw < 0.92 then 'REFERRED'
                               when end_draw < 0.95 then 'CITIZEN_LEFT' when end_draw < 0.965 then 'DUPLICATE'
                               when end_draw < 0.97 then 'PRANK' else 'ABANDONED_IN_QUEUE' end;

insert into subject (id, wrapped_key) select subject, '' from plan;
insert into matter (id, topic, opened_at) select matter, 'GENERAL', begun from plan;
insert into arrival (contact_id, channel, entry_point, language, topic, priority, subject_id, received_at, opened)
select id, channel, 'API', 'ES', 'GENERAL', 'NORMAL', subject, begun, true from plan;
insert into contact (id, folio, channel, direction, entry_point, language, topic, priority, subject_id, matter_id, state,
                     outcome, advisor, first_queued_at, closed_at, created_at)
select id, folio, channel, 'INBOUND', 'API', 'ES', 'GENERAL', 'NORMAL', subject, matter,
       case when outcome = 'ABANDONED_IN_QUEUE' then outcome else 'CLOSED' end, nullif(outcome, 'ABANDONED_IN_QUEUE'),
       case when outcome <> 'ABANDONED_IN_QUEUE' then advisor end, begun, begun + interval '10 minutes', begun
from plan;
insert into leg (contact_id, number, advisor, points, connected_at, ended_at)
select id, 1, advisor, 33, begun + interval '15 seconds', begun + interval '10 minutes' from plan
where outcome <> 'ABANDONED_IN_QUEUE';

create index on plan (id);
create temporary table done as
select p.id, s.version_id, s.code, s.act, p.outcome, p.advisor, s.role, s.act in ('COMPETENCE', 'CONFIRM', 'SECOND_READING') as declared,
       row_number() over (partition by p.id order by case when p.turns and s.act = 'CONSULT' then s.ordinal + 1.5
                                                          else s.ordinal end)
         + case when p.gap and s.ordinal > 5 then 1 else 0 end as k,
       p.begun + case when s.act in ('ENTERS_QUEUE', 'NOTICE') then interval '0' when s.act = 'CLOSE' then interval '10 minutes'
                      when s.act = case p.channel when 'CHAT' then 'DELIVER' else 'SEND' end
                        then make_interval(secs => 15 + p.answer)
                      else make_interval(secs => 14 + s.ordinal / 10.0) end as at
from plan p
join procedure_version v on v.procedure_code = case p.channel when 'CHAT' then 'AVC' else 'AVE' end and v.state = 'IN_FORCE'
join procedure_step s on s.version_id = v.id
left join lateral (select true as owes, bool_or(x.step_code = s.code) as this from early_exit_step x
                   where x.version_id = v.id and x.outcome = p.outcome having count(*) > 0) x on true
where coalesce(x.this, s.mandatory or coalesce(s.mandatory_for = p.outcome, false))
  and not (p.forgets and s.act = 'COMPETENCE') and not (p.unclosed and s.act = 'CLOSE');

create index on done (id);
insert into execution (id, procedure_version_id, begun_at, steps)
select p.id, d.version_id, p.begun, d.k from plan p
join lateral (select version_id, max(k) as k from done where done.id = p.id group by version_id) d on true;
insert into event (kind, code, contact_id, execution_id, k, step_code, step_kind, version_id, staff, role, source, basis,
                   outcome, at, app_clock)
select 'STEP', act, id, id, k, code, 'END', version_id, case when role = 'advisor' or act = 'ASSIGNED' then advisor end,
       role, 'SCREEN', case when declared then 'DECLARED' else 'MEASURED' end, case when act = 'CLOSE' then outcome end, at, at
from done order by at;

drop table plan, done;
