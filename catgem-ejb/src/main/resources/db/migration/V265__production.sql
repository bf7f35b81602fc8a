-- What production refuses, where nobody can go round it: a try-out's people, and procedures that nobody has signed.

-- A database does not become a production centre with the content of a try-out in it (V50 is in try-outs only).
create function refuse_birth_with_tryout_content() returns trigger language plpgsql as $$
begin
  if new.mode = 'PRODUCTION'
     and (exists (select from app_user where demo)
          or exists (select from flyway_schema_history where version = '50')) then
    raise exception 'this database has the people or entries of a try-out: a production centre begins without them';
  end if;
  return new;
end $$;
create trigger production_begins_clean before insert on installation
  for each row execute function refuse_birth_with_tryout_content();

create function refuse_demo_people() returns trigger language plpgsql as $$
begin
  if new.demo and exists (select from installation where mode = 'PRODUCTION') then
    raise exception 'account % is of a try-out: this is a production installation', new.username;
  end if;
  return new;
end $$;
create trigger no_demo_people_in_production before insert or update on app_user
  for each row when (new.demo) execute function refuse_demo_people();

-- The agencies and entries of a try-out say of themselves that they are examples.
create function refuse_example() returns trigger language plpgsql as $$
begin
  if exists (select from installation where mode = 'PRODUCTION') then
    raise exception 'this text is an example of a try-out: this is a production installation';
  end if;
  return new;
end $$;
create trigger no_example_agency_in_production before insert or update on agency
  for each row when (concat_ws(' ', new.email, new.web, new.hours_es) ~* 'dato de ejemplo|edomex\.example')
  execute function refuse_example();
create trigger no_example_entry_in_production before insert or update on knowledge_version
  for each row when (concat_ws(' ', new.title, new.summary, new.body) ~* 'dato de ejemplo|edomex\.example')
  execute function refuse_example();

-- Whether something may begin under a version: in production only when three named people have signed it. The control of
-- the procedures (PCD) may, for by it the others are signed, and so is it.
create function may_be_followed(version procedure_version) returns boolean language sql stable
return not version.proposal or version.procedure_code = 'PCD'
  or not exists (select from installation where mode = 'PRODUCTION');

create function refuse_unsigned_procedure() returns trigger language plpgsql as $$
begin
  if not (select may_be_followed(v) from procedure_version v where v.id = new.procedure_version_id) then
    raise exception 'nothing begins under a procedure that three people have not signed: this is a production installation';
  end if;
  return new;
end $$;
create trigger begins_under_a_signed_version before insert or update of procedure_version_id on execution
  for each row execute function refuse_unsigned_procedure();

-- A proposal never takes the place of what three people have signed.
create function refuse_proposal_over_signed() returns trigger language plpgsql as $$
begin
  if exists (select from installation where mode = 'PRODUCTION')
     and exists (select from procedure_version where procedure_code = new.procedure_code and not proposal) then
    raise exception 'procedure % has been signed: a proposal does not come into force in its place', new.procedure_code;
  end if;
  return new;
end $$;
create trigger no_proposal_in_place_of_signed before insert or update of state on procedure_version
  for each row when (new.proposal and new.state = 'IN_FORCE') execute function refuse_proposal_over_signed();

-- In production: procedures in force as a proposal, which three people have yet to sign; "blocks" when nothing may begin
-- under it until then. Empty in a try-out.
create view procedure_to_sign as
select v.procedure_code, not may_be_followed(v) as blocks
from procedure_version v
where v.state = 'IN_FORCE' and v.proposal and exists (select from installation where mode = 'PRODUCTION')
  and not exists (select from procedure_version n
                  where n.procedure_code = v.procedure_code and n.state = 'AUTHORISED' and n.in_force_from <= now());
