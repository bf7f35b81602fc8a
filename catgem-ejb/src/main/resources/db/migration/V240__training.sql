-- Training: who was evaluated in which version of which procedure. Nothing here is ever changed or deleted: a correction
-- is a record of its own, and what a version demands is its newest row.

create table training_demand (
  id             bigint generated always as identity primary key,
  version_id     uuid not null references procedure_version,
  demanded_from  date,
  pass_mark      int not null check (pass_mark between 1 and 100),
  valid_months   int check (valid_months between 1 and 60),
  set_by         text not null references app_user,
  set_at         timestamptz not null
);
comment on column training_demand.demanded_from is
  'first local day on which work under the version asks for training; null: none is asked for';
create index training_demand_of_version on training_demand (version_id, id);

create table training_record (
  id           bigint generated always as identity primary key,
  version_id   uuid not null references procedure_version,
  person       text not null references app_user,
  held_on      date,
  trainer      text,
  score        int check (score between 0 and 100),
  pass_mark    int check (pass_mark between 1 and 100),
  valid_until  date,
  corrects     bigint unique references training_record,
  grounds      text,
  recorded_by  text not null references app_user,
  recorded_at  timestamptz not null,
  check ((corrects is null) = (grounds is null)),
  check (score is not null or corrects is not null),
  check ((score is null) = (held_on is null) and (score is null) = (trainer is null)
         and (score is null) = (pass_mark is null)),
  check (valid_until is null or (score >= pass_mark and valid_until >= held_on)),
  check (person <> recorded_by)
);
comment on column training_record.score is 'points of 100; null: the record it corrects is annulled';
comment on column training_record.valid_until is 'last local day on which it counts; null: as long as the version';
create index training_record_of_version on training_record (version_id, person);
create index training_record_of_person on training_record (person, id);

create view standing_training as
select r.* from training_record r
where r.score is not null and not exists (select 1 from training_record c where c.corrects = r.id);

create trigger training_demand_is_for_ever before update or delete or truncate on training_demand
  for each statement execute function refuse_change();
create trigger training_record_is_for_ever before update or delete or truncate on training_record
  for each statement execute function refuse_change();

-- A correction is about the same person and version as what it corrects.
create function refuse_correction_of_another() returns trigger language plpgsql as $$
begin
  if new.corrects is not null and not exists (select 1 from training_record r where r.id = new.corrects
       and (r.version_id, r.person) = (new.version_id, new.person)) then
    raise exception 'training record % is about somebody or something else', new.corrects;
  end if;
  return new;
end $$;
create trigger a_correction_is_of_the_same before insert on training_record
  for each row execute function refuse_correction_of_another();

insert into setting (name, value) values
  ('training.pass-mark', '80'),
  ('training.soon-days', '30'),
  ('conformity.training-grace-days', '7');

comment on column deviation.measured is
  'D2: position of the step done too early; D3: days without the training demanded, else null; D4, D5, D7: seconds (D7 BURST: steps declared); D6: times; D10: missing numbers';
comment on column deviation.allowed is
  'D2: position of the step that had to come first; D3: days of grace, else null; D4, D5, D7: limit in seconds (D7 BURST: steps); D6: times; D10: 0';
