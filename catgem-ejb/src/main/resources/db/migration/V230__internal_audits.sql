-- Internal audits: planned, worked on a sample that anybody can draw again, reported and closed. Nothing here is ever
-- deleted; what changes is the state, and each change is an act of the history and of the ledger.

create table audit (
  id            uuid primary key,
  number        text not null unique,
  title         text not null,
  procedures    text[] not null check (cardinality(procedures) > 0),
  scope_from    date not null,
  scope_to      date not null,
  planned_from  date not null,
  planned_to    date not null,
  lead          text not null references app_user,
  auditors      text[] not null,
  state         text not null check (state in ('PLANNED', 'RUNNING', 'REPORTED', 'CLOSED', 'CANCELLED')),
  planned_by    text not null references app_user,
  planned_at    timestamptz not null,
  begun_at      timestamptz,
  reported_at   timestamptz,
  ended_at      timestamptz,
  conclusion    text,
  check (scope_from <= scope_to and scope_to < planned_from and planned_from <= planned_to),
  check (lead = any (auditors)),
  check ((conclusion is null) = (reported_at is null)),
  check ((ended_at is null) = (state in ('PLANNED', 'RUNNING', 'REPORTED')))
);
comment on column audit.number is 'AI-2026-0001';
comment on column audit.scope_to is 'local days of closing, both included';
comment on column audit.auditors is 'user names, the lead first';
comment on column audit.ended_at is 'closed or cancelled';
create index audit_by_plan on audit (planned_from);

-- Written and committed before anything is drawn: decision 0030 says how to draw again from it.
create table audit_sample (
  audit_id         uuid primary key references audit,
  algorithm        text not null,
  population       int not null check (population > 0),
  population_hash  text not null check (population_hash ~ '^[0-9a-f]{64}$'),
  seed             text not null check (seed ~ '^[0-9a-f]{64}$'),
  size             int not null check (size between 1 and population),
  basis            text not null check (basis in ('DISCOVERY', 'DECLARED')),
  share            int check (share between 1 and 50),
  grounds          text,
  recorded_by      text not null references app_user,
  recorded_at      timestamptz not null,
  xact             xid8 not null default pg_current_xact_id(),
  check ((basis = 'DISCOVERY') = (share is not null)),
  check ((basis = 'DECLARED') = (grounds is not null))
);
comment on column audit_sample.share is 'percent of the population that is not to go unseen, with 95 % confidence';

create table audit_item (
  id          uuid primary key,
  audit_id    uuid not null references audit_sample,
  ordinal     int not null,
  contact_id  uuid not null references contact,
  auditor     text not null references app_user,
  unique (audit_id, ordinal),
  unique (audit_id, contact_id)
);
comment on column audit_item.ordinal is 'in the order of the draw, from 1';

create table audit_mark (
  id             uuid primary key,
  item_id        uuid not null references audit_item,
  verdict        text not null check (verdict in ('CONFORMS', 'OBSERVATION', 'FINDING')),
  step_code      text,
  note           text,
  marked_by      text not null references app_user,
  marked_at      timestamptz not null,
  taken_back_at  timestamptz,
  check (verdict = 'CONFORMS' or note is not null)
);
comment on column audit_mark.step_code is 'null when it is about the contact as a whole';
create index audit_mark_of_item on audit_mark (item_id);
create unique index audit_conforms_once on audit_mark (item_id) where verdict = 'CONFORMS' and taken_back_at is null;

-- What was done, in the words of who did it; the ledger has the same without words.
create table audit_act (
  id        bigint generated always as identity primary key,
  audit_id  uuid not null references audit,
  act       text not null,
  words     text,
  staff     text not null,
  at        timestamptz not null
);
create index audit_act_of_audit on audit_act (audit_id, id);

create trigger audit_stays before delete or truncate on audit
  for each statement execute function refuse_change();
create trigger audit_sample_is_for_ever before update or delete or truncate on audit_sample
  for each statement execute function refuse_change();
create trigger audit_item_stays before delete or truncate on audit_item
  for each statement execute function refuse_change();
create trigger audit_mark_stays before delete or truncate on audit_mark
  for each statement execute function refuse_change();
create trigger audit_act_is_for_ever before update or delete or truncate on audit_act
  for each statement execute function refuse_change();

-- Whoever writes the row: states go forward, and what is audited by whom is settled before it begins.
create function refuse_another_audit() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (('PLANNED', 'RUNNING'), ('PLANNED', 'CANCELLED'),
      ('RUNNING', 'REPORTED'), ('RUNNING', 'CANCELLED'), ('REPORTED', 'CLOSED')) then
    raise exception 'audit % does not go from % to %', old.number, old.state, new.state;
  end if;
  if old.state <> 'PLANNED' and (new.title, new.procedures, new.scope_from, new.scope_to, new.planned_from, new.planned_to,
                                 new.lead, new.auditors)
     is distinct from (old.title, old.procedures, old.scope_from, old.scope_to, old.planned_from, old.planned_to,
                       old.lead, old.auditors) then
    raise exception 'audit % has begun: its scope and its people stay', old.number;
  end if;
  return new;
end $$;
create trigger an_audit_goes_forward before update on audit for each row execute function refuse_another_audit();

create function refuse_draw_without_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.audit_id, new.ordinal, new.contact_id) is distinct from (old.id, old.audit_id, old.ordinal, old.contact_id) then
      raise exception 'what was drawn stays drawn';
    end if;
  elsif not exists (select 1 from audit_sample s where s.audit_id = new.audit_id and s.xact <> pg_current_xact_id()) then
    raise exception 'nothing is drawn before seed and population are on record, in a transaction of their own';
  end if;
  return new;
end $$;
create trigger record_before_draw before insert or update on audit_item
  for each row execute function refuse_draw_without_record();

create function refuse_another_mark() returns trigger language plpgsql as $$
begin
  if old.taken_back_at is not null
     or (new.id, new.item_id, new.verdict, new.step_code, new.note, new.marked_by, new.marked_at)
        is distinct from (old.id, old.item_id, old.verdict, old.step_code, old.note, old.marked_by, old.marked_at) then
    raise exception 'what was said of a folio is taken back once, and never changed';
  end if;
  return new;
end $$;
create trigger a_mark_is_only_taken_back before update on audit_mark
  for each row execute function refuse_another_mark();
