-- What each entry point is besides its address: greeting, report line, hours; and how long its line may become.

alter table entry_point
  add column greeting_es text,
  add column greeting_en text,
  add column report_line text,
  add column always_open boolean not null default true,
  add column keeps_holidays boolean not null default false;
update entry_point set report_line = name_es;
alter table entry_point alter column report_line set not null;

-- Weekly hours of an entry point that is not always open; Monday is 1. Who closes at or before the opening closes on the
-- next day; both the same is the whole day round.
create table opening_week (
  entry_point  text not null references entry_point,
  weekday      int not null check (weekday between 1 and 7),
  opens        time not null,
  closes       time not null,
  primary key (entry_point, weekday, opens)
);

-- Days on which an entry point that keeps holidays is closed: the state's calendar, year by year.
create table holiday (
  day      date primary key,
  name_es  text not null,
  name_en  text not null
);

-- Other hours of one day, or closed (no times); it counts before holiday and week, and for who is always open too.
create table opening_exception (
  entry_point  text not null references entry_point,
  day          date not null,
  opens        time,
  closes       time,
  note         text not null,
  primary key (entry_point, day),
  check ((opens is null) = (closes is null))
);

-- How long a line may become, by entry point or topic, and what then.
create table queue_limit (
  scope        text not null check (scope in ('ENTRY_POINT', 'TOPIC')),
  code         text not null,
  most_waiting int check (most_waiting > 0),
  most_minutes int check (most_minutes > 0),
  action       text not null check (action in ('OFFER_CALLBACK', 'OVERFLOW', 'REFUSE')),
  to_scope     text check (to_scope in ('ENTRY_POINT', 'TOPIC')),
  to_code      text,
  primary key (scope, code),
  check (most_waiting is not null or most_minutes is not null),
  check ((action = 'OVERFLOW') = (to_scope is not null)),
  check ((to_scope is null) = (to_code is null))
);

insert into holiday (day, name_es, name_en) values
  ('2026-12-25', 'Navidad', 'Christmas Day'),
  ('2027-01-01', 'Año Nuevo', 'New Year''s Day'),
  ('2027-02-01', 'Día de la Constitución', 'Constitution Day'),
  ('2027-03-15', 'Natalicio de Benito Juárez', 'Birthday of Benito Juárez'),
  ('2027-05-01', 'Día del Trabajo', 'Labour Day'),
  ('2027-09-16', 'Día de la Independencia', 'Independence Day'),
  ('2027-11-15', 'Aniversario de la Revolución', 'Revolution Day'),
  ('2027-12-25', 'Navidad', 'Christmas Day');
