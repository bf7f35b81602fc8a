-- Telephones in advisors' browsers: accounts at the exchange that are made for one page and end with it. The secret stands nowhere here.
create table softphone (
  -- Made up; what the exchange calls it, and never given twice.
  name      text primary key,
  advisor   text not null references app_user,
  made_at   timestamptz not null,
  used_at   timestamptz not null,
  -- Registered, with a microphone: a call would be heard.
  ready     boolean not null default false,
  -- The row goes once the exchange has forgotten the account.
  ended_at  timestamptz,
  check (not ready or ended_at is null)
);
create unique index softphone_of_advisor on softphone (advisor) where ended_at is null;
create index softphone_over on softphone (ended_at) where ended_at is not null;

-- Where an advisor takes calls; without a row at the telephone on their desk.
create table telephone_choice (
  advisor    text primary key references app_user,
  browser    boolean not null,
  chosen_at  timestamptz not null
);

-- Whose telephone is the browser can attend calls only while it is ready. A view, which is planned as one with what asks it;
-- a function would be planned anew in every statement.
create view deaf_to_calls as
  select t.advisor from telephone_choice t
  where t.browser and not exists (select 1 from softphone s where s.advisor = t.advisor and s.ready);

-- What somebody with an open desk can be asked to do now.
create view skill_at_work as
  select * from valid_skill s
  where s.kind <> 'CHANNEL' or s.code <> 'PHONE'
    or not exists (select 1 from deaf_to_calls d where d.advisor = s.username);

-- As V250 has it, but nobody is asked to take calls who would not hear them.
create or replace view staff_at_work as
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
       where s.username = a.username and (s.kind <> 'CHANNEL' or s.code <> 'PHONE'
         or not exists (select 1 from deaf_to_calls d where d.advisor = a.username))) as skills
  from advisor a;

-- As V210 has it, of what they could attend at that moment.
create or replace function skills_of(person text) returns jsonb language sql stable as $$
  select jsonb_build_object('advisor', person) || coalesce(jsonb_object_agg(
    s.kind || '.' || s.code,
    s.level || ':' || coalesce(cast(cast(floor(extract(epoch from s.valid_from) * 1000) as bigint) as text), '-')
            || ':' || coalesce(cast(cast(floor(extract(epoch from least(s.valid_until, t.agreement_until)) * 1000) as bigint) as text), '-')),
    '{}')
  from advisor_skill s left join topic t on s.kind = 'TOPIC' and t.code = s.code
  where s.username = person and (s.kind <> 'CHANNEL' or s.code <> 'PHONE'
    or not exists (select 1 from deaf_to_calls d where d.advisor = person))
$$;

create function note_hearing() returns trigger language plpgsql as $$
declare
  person text := coalesce(to_jsonb(new) ->> 'advisor', to_jsonb(old) ->> 'advisor');
begin
  update advisor set points = points where username = person;
  perform note_of_advisor('SKILLS', username) from advisor where username = person;
  return null;
end $$;

create constraint trigger softphone_heard after update of ready on softphone deferrable initially deferred for each row
  when (old.ready is distinct from new.ready) execute function note_hearing();

create constraint trigger telephone_chosen after insert or update or delete on telephone_choice
  deferrable initially deferred for each row execute function note_hearing();
