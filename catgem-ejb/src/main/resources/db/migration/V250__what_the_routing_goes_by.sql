-- What the routing goes by of each advisor is said once: the matcher reads it here, and here it is put on record (V210).
-- Of mails the first to be interrupted first; skills with the milliseconds since 1970 from and until which they count.
create view staff_at_work as
  select a.username, a.written, a.presence <> 'OFFLINE' as present,
    a.presence = 'AVAILABLE' and a.next_presence is null as available,
    exists (select 1 from offer o where o.advisor = a.username and o.outcome is null)
      or exists (select 1 from warm_transfer w where w.to_advisor = a.username
                 and w.ended_at is null and w.joined_at is null) as offered,
    exists (select 1 from user_role r where r.username = a.username and r.role = 'coordinator') as reserve,
    100 - a.points as free, a.last_contact_ended_at as idle_since,
    exists (select 1 from contact c where c.advisor = a.username and c.channel = 'EMAIL'
            and c.closed_at is null and c.state <> 'OFFERED') as mail_open,
    (select string_agg(concat_ws('/', c.id, l.points), ',' order by c.interruptions, c.first_queued_at desc, c.id)
       from contact c join leg l on l.contact_id = c.id and l.number = c.leg
       where c.advisor = a.username and c.channel = 'EMAIL' and c.state = 'IN_PROGRESS' and c.interruptions < 2) as mails,
    (select string_agg(concat_ws('/', s.kind, s.code, s.level,
         coalesce(cast(floor(extract(epoch from s.valid_from) * 1000) as text), 'null'),
         coalesce(cast(floor(extract(epoch from least(s.valid_until, t.agreement_until)) * 1000) as text), 'null')),
         ',' order by s.kind, s.code)
       from advisor_skill s left join topic t on s.kind = 'TOPIC' and t.code = s.code
       where s.username = a.username) as skills
  from advisor a;

-- To plan such a question takes four times as long as to answer it, and the planner would do so every time, for it cannot know
-- how few rows were written since the last look. In a function the plan is kept. Stable: it sees what its caller's
-- statement sees. A number that no transaction has had yet came with the rows of another database.
create function staff_written(horizon xid8, asked text[]) returns setof staff_at_work
language plpgsql stable rows 10 set plan_cache_mode = force_generic_plan as $$
begin
  return query select * from staff_at_work a
    where a.written >= horizon and a.written < pg_snapshot_xmax(pg_current_snapshot()) or a.username = any (asked);
end $$;

-- As V210 has it, and with a plan that is kept: it is asked at the end of every transaction that makes or ends an offer.
create or replace function standing_of(person text) returns jsonb language plpgsql stable as $$
declare
  a record;
begin
  select present, available, offered, reserve, free, idle_since, mail_open, mails into a
    from staff_at_work where username = person;
  if not found then
    return null;
  elsif not a.present then
    return jsonb_build_object('advisor', person, 'present', 'false');
  end if;
  return jsonb_build_object(
      'advisor', person,
      'present', 'true',
      'available', cast(a.available as text),
      'offered', cast(a.offered as text),
      'reserve', cast(a.reserve as text),
      'free', cast(a.free as text),
      'idle', cast(cast(extract(epoch from a.idle_since) * 1000000 as bigint) as text),
      'mailOpen', cast(a.mail_open as text))
    || coalesce((
      select jsonb_object_agg('mail' || m.place, replace(m.mail, '/', ':'))
      from unnest(string_to_array(a.mails, ',')) with ordinality as m (mail, place)), '{}');
end $$;
