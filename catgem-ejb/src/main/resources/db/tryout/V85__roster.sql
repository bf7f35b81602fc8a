-- A roster for the 48 demonstration advisors: 20 in the morning, 16 in the evening, 12 at night, five days a week each,
-- two free days in a row, more of them at the weekend. From last week on, for eight weeks.
with person as (
  select username, n, case when n <= 20 then 'MORNING' when n <= 36 then 'EVENING' else 'NIGHT' end as shift,
         case when n <= 20 then n when n <= 36 then n - 20 else n - 36 end as k
  from (select username, cast(right(username, 2) as int) as n from advisor where username like 'asesora__') as a
), rest as (
  -- First free day of each: 6 is Saturday with Sunday.
  select p.*, case shift
      when 'NIGHT' then 1 + (k - 1) % 7
      when 'MORNING' then (array[6,6,6,6,6,6,7,7,7,5,5,5,1,1,2,2,3,3,4,4])[k]
      else (array[6,6,6,6,6,7,7,5,5,1,1,2,2,3,3,4])[k] end as first_free
  from person p
), day as (
  select cast(date_trunc('week', now() at time zone (select coalesce((select time_zone from installation), 'America/Mexico_City')))
              as date) - 7 + d as day
  from generate_series(0, 55) as d
)
insert into duty (username, day, shift)
select r.username, d.day, r.shift from rest r cross join day d
where extract(isodow from d.day) not in (r.first_free, r.first_free % 7 + 1);
