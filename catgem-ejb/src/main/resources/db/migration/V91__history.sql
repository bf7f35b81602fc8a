-- Contacts of the years before this system, as they were published: imported, never counted here and never mixed with
-- what is counted. A value stays as published; what people decide about it stands beside it.
create table history_import (
  id       uuid primary key,
  source   text not null,
  sha256   text not null,
  rows     int not null,
  staff    text references app_user,
  at       timestamptz not null
);

create table history_month (
  channel    text not null check (channel in ('PHONE', 'ONLINE')),
  year       int not null check (year between 2000 and 2100),
  month      int not null check (month between 1 and 12),
  published  int not null check (published >= 0),
  import_id  uuid not null references history_import,
  primary key (channel, year, month)
);
create trigger history_month_is_as_published before update or delete or truncate on history_month
  for each statement execute function refuse_change();

-- The last decision on a value counts; earlier ones stay.
create table history_decision (
  id         bigint generated always as identity primary key,
  channel    text not null,
  year       int not null,
  month      int not null,
  decision   text not null check (decision in ('ACCEPT', 'EXCLUDE', 'CORRECT')),
  corrected  int check (corrected >= 0),
  reason     text not null check (length(reason) between 10 and 500),
  staff      text not null references app_user,
  at         timestamptz not null,
  foreign key (channel, year, month) references history_month,
  check ((decision = 'CORRECT') = (corrected is not null))
);
create index history_decision_by_month on history_decision (channel, year, month, id desc);
create trigger history_decision_is_for_ever before update or delete or truncate on history_decision
  for each statement execute function refuse_change();

-- What had been attended before, as one total of a period: it covers the months above in part and is added to nothing.
create table history_opening (
  id        int primary key default 1 check (id = 1),
  contacts  int not null,
  since     date not null,
  until     date not null,
  source    text not null
);
insert into history_opening (contacts, since, until, source) values
  (3882667, date '2011-09-01', date '2017-05-31', 'CATGEM-2017');
