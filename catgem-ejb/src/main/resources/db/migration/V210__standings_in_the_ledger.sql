-- What the routing goes by of each advisor, and what they can attend, is put on record as it is when a transaction that may have
-- changed it ends, under the number of that transaction. So the centre can be rebuilt as any look of the matcher saw it, and the
-- skills of a past day are known.
create index event_of_standing on event ((refs ->> 'advisor'), id) where code = 'STANDING';
create index event_of_skills on event ((refs ->> 'advisor'), id) where code = 'SKILLS';

-- The same as workforce.Staffing reads. Instants in microseconds since 1970; of mails the first to be interrupted first.
create function standing_of(person text) returns jsonb language sql stable as $$
  select case when a.presence = 'OFFLINE'
    then jsonb_build_object('advisor', a.username, 'present', 'false')
    else jsonb_build_object(
      'advisor', a.username,
      'present', 'true',
      'available', cast(a.presence = 'AVAILABLE' and a.next_presence is null as text),
      'offered', cast(exists (select 1 from offer o where o.advisor = a.username and o.outcome is null)
                   or exists (select 1 from warm_transfer w where w.to_advisor = a.username
                              and w.ended_at is null and w.joined_at is null) as text),
      'reserve', cast(exists (select 1 from user_role r where r.username = a.username and r.role = 'coordinator') as text),
      'free', cast(100 - a.points as text),
      'idle', cast(cast(extract(epoch from a.last_contact_ended_at) * 1000000 as bigint) as text),
      'mailOpen', cast(exists (select 1 from contact c where c.advisor = a.username and c.channel = 'EMAIL'
                               and c.closed_at is null and c.state <> 'OFFERED') as text))
      || coalesce((
        select jsonb_object_agg('mail' || m.place, m.contact_id || ':' || m.points) from (
          select c.id as contact_id, l.points,
                 row_number() over (order by c.interruptions, c.first_queued_at desc, c.id) as place
          from contact c join leg l on l.contact_id = c.id and l.number = c.leg
          where c.advisor = a.username and c.channel = 'EMAIL' and c.state = 'IN_PROGRESS' and c.interruptions < 2) m), '{}')
    end
  from advisor a where a.username = person
$$;

-- By skill its level and the milliseconds since 1970 from and until which it counts; - is always, or for ever.
create function skills_of(person text) returns jsonb language sql stable as $$
  select jsonb_build_object('advisor', person) || coalesce(jsonb_object_agg(
    s.kind || '.' || s.code,
    s.level || ':' || coalesce(cast(cast(floor(extract(epoch from s.valid_from) * 1000) as bigint) as text), '-')
            || ':' || coalesce(cast(cast(floor(extract(epoch from least(s.valid_until, t.agreement_until)) * 1000) as bigint) as text), '-')),
    '{}')
  from advisor_skill s left join topic t on s.kind = 'TOPIC' and t.code = s.code where s.username = person
$$;

-- The first of a transaction's triggers finds everything done and the advisor's row locked; the others have nothing to add.
create function note_of_advisor(what text, person text) returns void language plpgsql as $$
declare
  last record;
  is_now jsonb;
begin
  if what = 'STANDING' then
    select xact, refs into last from event where code = 'STANDING' and refs ->> 'advisor' = person order by id desc limit 1;
  else
    select xact, refs into last from event where code = 'SKILLS' and refs ->> 'advisor' = person order by id desc limit 1;
  end if;
  if last.xact = pg_current_xact_id() then
    return;
  end if;
  is_now := case what when 'STANDING' then standing_of(person) else skills_of(person) end;
  if is_now is distinct from last.refs then
    insert into event (kind, code, source, refs, at, app_clock)
    values ('SYSTEM', what, 'SYSTEM', is_now, clock_timestamp(), clock_timestamp());
  end if;
end $$;

create function note_standing() returns trigger language plpgsql as $$
begin
  perform note_of_advisor('STANDING', new.username);
  return null;
end $$;

create constraint trigger standing_of_the_new after insert on advisor deferrable initially deferred for each row
  execute function note_standing();

-- A sign of life of the desk, every ten seconds, is nothing the routing goes by; the row written as it is (V195) may be.
create constraint trigger standing_noted after update on advisor deferrable initially deferred for each row
  when (old.last_seen_at is not distinct from new.last_seen_at
        or (old.presence, old.next_presence, old.points, old.last_contact_ended_at)
           is distinct from (new.presence, new.next_presence, new.points, new.last_contact_ended_at))
  execute function note_standing();

create function note_skills() returns trigger language plpgsql as $$
begin
  perform note_of_advisor('SKILLS', coalesce(to_jsonb(new) ->> 'username', to_jsonb(old) ->> 'username'));
  return null;
end $$;

create constraint trigger skills_noted after insert or update or delete on advisor_skill
  deferrable initially deferred for each row execute function note_skills();

-- The end of an agreement is the end of a skill for all who have it. Locked in the order of their names, as everywhere.
create function agreement_changed() returns trigger language plpgsql as $$
begin
  perform 1 from advisor where username in (select username from advisor_skill where kind = 'TOPIC' and code = new.code)
    order by username for no key update;
  update advisor set points = points
    where username in (select username from advisor_skill where kind = 'TOPIC' and code = new.code);
  perform note_of_advisor('SKILLS', username) from advisor_skill where kind = 'TOPIC' and code = new.code;
  return null;
end $$;

create constraint trigger agreement_noted after update of agreement_until on topic deferrable initially deferred for each row
  when (old.agreement_until is distinct from new.agreement_until) execute function agreement_changed();

insert into event (kind, code, source, refs, at, app_clock)
select 'SYSTEM', 'STANDING', 'SYSTEM', standing_of(username), now(), now() from advisor order by username;
insert into event (kind, code, source, refs, at, app_clock)
select 'SYSTEM', 'SKILLS', 'SYSTEM', skills_of(username), now(), now() from advisor order by username;
