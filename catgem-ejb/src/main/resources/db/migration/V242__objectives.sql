-- Each target has somebody who answers for it, and every change of either stays: what was aimed at when, by whom, and why.
create table target_change (
  id          bigint generated always as identity primary key,
  measure     text not null references figure_target,
  target      double precision not null check (target > 0 and target <= 1),
  owner       text references app_user,
  grounds     text,
  changed_by  text references app_user,
  changed_at  timestamptz not null default now()
);
comment on column target_change.changed_by is 'null: a proposal that came with the installation';
create index target_change_of_measure on target_change (measure, id);
insert into target_change (measure, target) select measure, target from figure_target order by measure;
create trigger target_change_is_for_ever before update or delete or truncate on target_change
  for each statement execute function refuse_change();
