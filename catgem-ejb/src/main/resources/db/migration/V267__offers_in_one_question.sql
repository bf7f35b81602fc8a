-- T2 of the universal queue: offers each contact to its advisor where both still are as the matcher believed. Between an advisor
-- who becomes free and their offer nothing costs as much as the number of questions, so this is one, and its plans are kept. What
-- may be offered is said here and nowhere else; a colleague who gives a contact away (Relay) goes by the same rows and locks.
-- Of matches: place, contact, epoch (of its token), advisor, offer (its id to be), decision (JSON as text, or null).
-- Returns a row for each match, or none at all when the lease is with another node.
create function offer_contacts(lease_epoch bigint, matches json, moment timestamptz)
returns table (place int, waits boolean, offered boolean, leg int, until timestamptz)
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
    from fitting f)
  select m.place, w.place is not null, f.place is not null, w.leg, f.until
  from json_to_recordset(matches) as m (place int)
  left join waiting w on w.place = m.place
  left join fitting f on f.place = m.place
  order by m.place;
end $$;
