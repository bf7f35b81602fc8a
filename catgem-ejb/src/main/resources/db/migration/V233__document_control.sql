-- Procedures as controlled documents: drafted, reviewed and authorised by three people, in force from a moment, never
-- changed afterwards.

alter table procedure_version drop constraint procedure_version_state_check;
alter table procedure_version
  add constraint procedure_version_state_check
    check (state in ('DRAFT', 'IN_REVIEW', 'AUTHORISED', 'IN_FORCE', 'OBSOLETE', 'ABANDONED')),
  add column base_id uuid references procedure_version,
  add column sections jsonb,
  add column reason text not null default '',
  add column review_note text,
  add column opened_by text references app_user,
  add column opened_at timestamptz,
  add column prepared_by text references app_user,
  add column prepared_at timestamptz,
  add column reviewed_by text references app_user,
  add column reviewed_at timestamptz,
  add column authorised_by text references app_user,
  add column authorised_at timestamptz,
  -- What a migration brings is a proposal until three named people have authorised a version.
  add constraint three_people_authorise check (
    proposal or (prepared_by is not null and reviewed_by is not null and authorised_by is not null
                 and prepared_by <> reviewed_by and prepared_by <> authorised_by and reviewed_by <> authorised_by)),
  add constraint authorised_is_no_proposal check (state <> 'AUTHORISED' or (not proposal and in_force_from is not null));
comment on column procedure_version.sections is
  'purpose, scope, references, responsibilities, definitions; null for what a migration brought';
comment on column procedure_version.base_id is 'the version in force when the draft began';
-- One change of a document at a time, so that nobody undoes what they have not seen.
create unique index one_open_version on procedure_version (procedure_code)
  where state in ('DRAFT', 'IN_REVIEW', 'AUTHORISED');

-- Every text that was ever saved, sound or not, by whom: whoever saved one is an author.
create table procedure_draft_revision (
  version_id  uuid not null references procedure_version,
  revision    int not null,
  content     jsonb not null,
  staff       text not null references app_user,
  saved_at    timestamptz not null,
  primary key (version_id, revision)
);
create trigger a_revision_stays before update or delete or truncate on procedure_draft_revision
  for each statement execute function refuse_change();

-- A version goes forward only, and what was signed stays as it was signed.
create function refuse_change_of_a_document() returns trigger language plpgsql as $$
begin
  if new.state <> old.state
     and (old.state || '>' || new.state) <> all (array[
       'DRAFT>IN_REVIEW', 'DRAFT>ABANDONED', 'IN_REVIEW>DRAFT', 'IN_REVIEW>AUTHORISED', 'IN_REVIEW>ABANDONED',
       'AUTHORISED>IN_FORCE', 'AUTHORISED>ABANDONED', 'IN_FORCE>OBSOLETE'])
     and not (old.state = 'DRAFT' and new.state = 'IN_FORCE' and new.proposal) then
    raise exception 'procedure % version % does not go from % to %',
      old.procedure_code, old.number, old.state, new.state;
  end if;
  if old.state <> 'DRAFT' and (new.procedure_code, new.number, new.base_id, new.sections, new.reason, new.opened_by)
     is distinct from (old.procedure_code, old.number, old.base_id, old.sections, old.reason, old.opened_by) then
    raise exception 'procedure % version % is no draft', old.procedure_code, old.number;
  end if;
  if old.state not in ('DRAFT', 'IN_REVIEW')
     and (new.proposal, new.prepared_by, new.prepared_at, new.reviewed_by, new.reviewed_at, new.authorised_by,
          new.authorised_at, new.in_force_from)
     is distinct from (old.proposal, old.prepared_by, old.prepared_at, old.reviewed_by, old.reviewed_at,
                       old.authorised_by, old.authorised_at, old.in_force_from) then
    raise exception 'procedure % version % is signed', old.procedure_code, old.number;
  end if;
  return new;
end $$;
create trigger a_version_goes_forward before update on procedure_version
  for each row execute function refuse_change_of_a_document();
create trigger a_version_is_kept before delete or truncate on procedure_version
  for each statement execute function refuse_change();
create trigger no_step_is_emptied_away before truncate on procedure_step
  for each statement execute function refuse_change();
create trigger no_precedence_is_emptied_away before truncate on step_precedence
  for each statement execute function refuse_change();
create trigger no_exit_is_emptied_away before truncate on early_exit_step
  for each statement execute function refuse_change();

-- Procedure PCD, control of the procedures themselves, version 1, marked "propuesta". Its execution is no contact.
insert into procedure (code, name_es, name_en) values
  ('PCD', 'Control de los procedimientos', 'Control of the procedures');
insert into procedure_version (procedure_code, number, state) values ('PCD', 1, 'DRAFT');
insert into procedure_step (version_id, code, act, ordinal, name_es, name_en, role, mandatory, repeats, limit_seconds,
                            evidence, declarable, mandatory_for)
select v.id, 'PCD-' || to_char(s.number, 'FM00'), s.act, s.number, s.name_es, s.name_en, s.role, true, s.repeats, null,
       'TEXT_HASH', false, null
from procedure_version v cross join (values
  ('CAPTURE',   1, 'coordinator', true,  'Elabora la versión y dice por qué cambia', 'Prepares the version and says why it changes'),
  ('REVIEW',    2, 'coordinator', true,  'Revisa otra persona', 'Another person reviews'),
  ('AUTHORISE', 3, 'supervisor',  false, 'Autoriza una tercera persona', 'A third person authorises'),
  ('PUBLISH',   4, 'system',      false, 'Entra en vigor en su fecha', 'Comes into force on its date')
) as s (act, number, role, repeats, name_es, name_en)
where v.procedure_code = 'PCD' and v.number = 1;
insert into step_precedence (version_id, before_code, after_code)
select v.id, p.b, p.a from procedure_version v
join (values ('PCD-01', 'PCD-02'), ('PCD-02', 'PCD-03'), ('PCD-03', 'PCD-04')) as p (b, a) on true
where v.procedure_code = 'PCD' and v.number = 1;
update procedure_version set state = 'IN_FORCE', in_force_from = now() where procedure_code = 'PCD' and number = 1;
insert into role_stand_in (role, act, stand_in) values ('coordinator', 'CAPTURE', 'information');
