-- What the routing asks for at every look and every commit that changes an advisor has an index of its own. The mails in advisors'
-- hands: without one it read every contact there is, open or not, or every one in progress for each advisor.
create index contact_mail_in_hand on contact (advisor)
  where channel = 'EMAIL' and closed_at is null and state <> 'OFFERED' and advisor is not null;

-- Who coordinates, of ten thousand who advise.
create index coordinator on user_role (username) where role = 'coordinator';

-- As V290 has it, said so that this index serves it however the database chooses to read it (all of them, or one advisor's).
create or replace view staff_at_work as
  select a.username, a.written, a.presence <> 'OFFLINE' as present,
    a.presence = 'AVAILABLE' and a.next_presence is null as available,
    exists (select 1 from offer o where o.advisor = a.username and o.outcome is null)
      or exists (select 1 from warm_transfer w where w.to_advisor = a.username
                 and w.ended_at is null and w.joined_at is null) as offered,
    exists (select 1 from user_role r where r.username = a.username and r.role = 'coordinator') as reserve,
    100 - a.points as free, a.last_contact_ended_at as idle_since,
    exists (select 1 from contact c where c.advisor = a.username and c.advisor is not null and c.channel = 'EMAIL'
            and c.closed_at is null and c.state <> 'OFFERED') as mail_open,
    (select string_agg(concat_ws('/', c.id, l.points), ',' order by c.interruptions, c.first_queued_at desc, c.id)
       from contact c join leg l on l.contact_id = c.id and l.number = c.leg
       where c.advisor = a.username and c.channel = 'EMAIL' and c.closed_at is null and c.state = 'IN_PROGRESS'
         and c.interruptions < 2) as mails,
    (select string_agg(concat_ws('/', s.kind, s.code, s.level,
         coalesce(cast(floor(extract(epoch from s.valid_from) * 1000) as text), 'null'),
         coalesce(cast(floor(extract(epoch from least(s.valid_until, t.agreement_until)) * 1000) as text), 'null')),
         ',' order by s.kind, s.code)
       from advisor_skill s left join topic t on s.kind = 'TOPIC' and t.code = s.code
       where s.username = a.username and (s.kind <> 'CHANNEL' or s.code <> 'PHONE'
         or not exists (select 1 from deaf_to_calls d where d.advisor = a.username))) as skills
  from advisor a;

-- As V267 has it, and the ledger's row of each offer is written in the same question: it was a second one.
drop function offer_contacts;
create function offer_contacts(lease_epoch bigint, matches json, moment timestamptz)
returns table (place int, waits boolean, offered boolean, until timestamptz)
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  contacts uuid[] := array(select w.contact from json_to_recordset(matches) as w (contact uuid));
  advisors text[] := array(select w.advisor from json_to_recordset(matches) as w (advisor text));
begin
  perform from lease where name = 'matcher' and epoch = lease_epoch and expires_at > clock_timestamp() for share;
  if not found then
    return;
  end if;
  -- As every other command locks them, and each kind in the order of its keys, so that no two wait for each other.
  perform from arrival where contact_id = any (contacts) order by contact_id for no key update;
  perform from contact where id = any (contacts) order by id for no key update;
  perform from advisor where username = any (advisors) order by username for no key update;
  -- Asked once all are locked: nothing new rings meanwhile.
  return query
  with waiting as (
    select w.place, w.contact, w.epoch, w.advisor, w.offer, w.decision, c.leg, c.channel, c.offer_number + 1 as number
    from json_to_recordset(matches)
      as w (place int, contact uuid, epoch int, advisor text, offer uuid, decision text)
    join contact c on c.id = w.contact and c.id = any (contacts)
    where c.state = 'QUEUED' and c.epoch = w.epoch),
  fitting as (
    select distinct on (w.advisor) w.*, r.points, moment + make_interval(secs => r.offer_seconds) as until
    from waiting w
    join channel_rule r on r.channel = w.channel
    join advisor a on a.username = w.advisor and a.username = any (advisors)
    where a.presence = 'AVAILABLE' and a.next_presence is null and a.points + r.points <= 100
      and not exists (select from offer o where o.advisor = w.advisor and o.outcome is null)
      and not exists (select from warm_transfer t
                      where t.to_advisor = w.advisor and t.ended_at is null and t.joined_at is null)
    order by w.advisor, w.place),
  asked as (
    update contact c set state = 'OFFERED', offer_number = f.number, advisor = f.advisor, offered_at = moment
    from fitting f where c.id = f.contact),
  held as (
    update advisor a set points = a.points + f.points from fitting f where a.username = f.advisor),
  made as (
    insert into offer (id, contact_id, number, epoch, advisor, points, made_at, expires_at, decision)
    select f.offer, f.contact, f.number, f.epoch, f.advisor, f.points, moment, f.until, cast(f.decision as jsonb)
    from fitting f),
  noted as (
    insert into event (kind, code, contact_id, leg, state_from, state_to, role, source, refs, at, app_clock)
    select 'STATE', 'OFFERED', f.contact, f.leg, 'QUEUED', 'OFFERED', 'system', 'SYSTEM',
           jsonb_build_object('offer', f.offer, 'advisor', f.advisor), moment, moment
    from fitting f order by f.place)
  select m.place, w.place is not null, f.place is not null, f.until
  from json_to_recordset(matches) as m (place int)
  left join waiting w on w.place = m.place
  left join fitting f on f.place = m.place
  order by m.place;
end $$;
