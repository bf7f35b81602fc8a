-- A colleague who is asked into a call has a telephone of their own in it, numbered on with those of its advisors.
alter table phone_call add column attempts int not null default 0;
update phone_call set attempts = attempt;
alter table phone_call add column colleague text references app_user;
alter table phone_call add column colleague_attempt int;
alter table phone_call add column colleague_up boolean not null default false;
alter table phone_call add check ((colleague is null) = (colleague_attempt is null) and (colleague is not null or not colleague_up));
