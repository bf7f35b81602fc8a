-- Who audits comes for a time: the account lets in from one local day to another, both included.
alter table app_user
  add column valid_from date,
  add column valid_until date,
  add constraint period_has_an_end check ((valid_from is null) = (valid_until is null) and valid_from <= valid_until);
comment on column app_user.valid_until is 'last local day on which the account lets in; null: no period';

-- Those there are already have a year, within which a supervisor says for how long they are to be here.
update app_user set valid_from = today.day, valid_until = today.day + 365
from (select (now() at time zone coalesce((select time_zone from installation), 'America/Mexico_City'))::date as day) today
where username in (select username from user_role where role = 'auditor');

-- Whether an account lets anybody in now; asked by the server's own sign-in too. People of a try-out are not let into
-- production, however their rows came there.
create function may_enter(account app_user) returns boolean language sql stable
return account.enabled and exists (
  select from installation i
  where (account.valid_from is null
         or (now() at time zone i.time_zone)::date between account.valid_from and account.valid_until)
    and not (account.demo and i.mode = 'PRODUCTION'));
