-- Shifts (turnos) and the roster. A shift that ends at or before its start crosses midnight, and belongs to the day on
-- which it starts. Times are local to the centre.

create table shift (
  code     text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,19}$'),
  name_es  text not null,
  name_en  text not null,
  starts   time not null,
  ends     time not null,
  active   boolean not null default true,
  check (starts <> ends)
);

-- Who is to work which shift; the day is the one on which the shift starts.
create table duty (
  username  text not null references advisor,
  day       date not null,
  shift     text not null references shift,
  primary key (username, day, shift)
);
create index duty_by_day on duty (day);

-- Net positions needed: people ready to attend, breaks and absences already taken off.
create table staffing_need (
  weekday    int not null check (weekday between 1 and 7),
  hour       int not null check (hour between 0 and 23),
  positions  int not null check (positions >= 0),
  primary key (weekday, hour)
);

insert into shift (code, name_es, name_en, starts, ends) values
  ('MORNING', 'Matutino', 'Morning', '07:00', '15:00'),
  ('EVENING', 'Vespertino', 'Evening', '15:00', '23:00'),
  ('NIGHT', 'Nocturno', 'Night', '23:00', '07:00');

-- 48 advisors of 40 hours with 30 % shrinkage are 8 net positions on the average of 168 hours; this is their shape.
insert into staffing_need (weekday, hour, positions)
select w, h, case when h >= 7 and h < 15 then case when w < 6 then 10 else 7 end
                  when h >= 15 and h < 23 then case when w < 6 then 8 else 6 end
                  else 5 end
from generate_series(1, 7) as w, generate_series(0, 23) as h;

-- Share of paid time that is not spent ready to attend: breaks, training, absence.
insert into setting (name, value) values ('roster.shrinkage', '0.30');

-- Real presence is read from the ledger, by advisor and time.
create index event_presence on event ((refs ->> 'advisor'), at) where code = 'PRESENCE';
