-- The ground every domain stands on: the installation, leases, people, personal data, the event ledger.
-- Codes and ids only outside personal_* and sealed columns; a sealed column holds AES-256-GCM ciphertext
-- under the key of its subject (see security.PersonalData).

create table installation (
  id            int primary key default 1 check (id = 1),
  mode          text not null check (mode in ('TRYOUT', 'PRODUCTION')),
  centre_id     uuid not null default gen_random_uuid(),
  time_zone     text not null default 'America/Mexico_City',
  created_at    timestamptz not null default now()
);

-- The mode is stamped once, for ever.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: rows of this table are never changed', tg_op, tg_table_name;
end $$;
create trigger installation_is_for_ever before update or delete or truncate on installation
  for each statement execute function refuse_change();

create table lease (
  name        text primary key,
  owner       text not null,
  epoch       bigint not null,
  expires_at  timestamptz not null
);

create table app_user (
  username      text primary key check (username = lower(username)),
  staff_number  text not null unique,
  display_name  text not null,
  password      text not null,
  enabled       boolean not null default true,
  language      text not null default 'ES' check (language in ('ES', 'EN')),
  demo          boolean not null default false,
  failed_logins int not null default 0,
  locked_until  timestamptz
);

create table user_role (
  username  text not null references app_user,
  role      text not null check (role in ('advisor', 'coordinator', 'information', 'supervisor', 'auditor',
                                          'direction', 'support', 'integration')),
  primary key (username, role)
);

-- The person behind a contact, known or anonymous. Erasing destroys the wrapped key: every sealed byte is noise then.
create table subject (
  id           uuid primary key,
  wrapped_key  bytea,
  created_at   timestamptz not null default now(),
  erased_at    timestamptz,
  check ((wrapped_key is null) = (erased_at is not null))
);

create table personal_field (
  subject_id  uuid not null references subject,
  name        text not null,
  sealed      bytea not null,
  primary key (subject_id, name)
);

-- Keyed hashes of what a person can be found by (address, phone); erasable, never shown.
create table personal_lookup (
  subject_id  uuid not null references subject,
  kind        text not null,
  digest      bytea not null,
  primary key (subject_id, kind, digest)
);
create index personal_lookup_by_digest on personal_lookup (kind, digest);

create table setting (
  name   text primary key,
  value  text not null
);

create table procedure (
  code     text primary key,
  name_es  text not null,
  name_en  text not null
);

create table procedure_version (
  id              uuid primary key default gen_random_uuid(),
  procedure_code  text not null references procedure,
  number          int not null,
  state           text not null check (state in ('DRAFT', 'IN_REVIEW', 'AUTHORISED', 'IN_FORCE', 'OBSOLETE')),
  proposal        boolean not null default true,
  in_force_from   timestamptz,
  in_force_to     timestamptz,
  canonical_json  text,
  sha256          bytea,
  unique (procedure_code, number)
);
create unique index one_version_in_force on procedure_version (procedure_code) where state = 'IN_FORCE';

create table procedure_step (
  version_id     uuid not null references procedure_version,
  code           text not null,
  act            text not null,
  ordinal        int not null,
  name_es        text not null,
  name_en        text not null,
  role           text not null,
  mandatory      boolean not null,
  repeats        boolean not null default false,
  limit_seconds  int,
  evidence       text,
  primary key (version_id, code),
  unique (version_id, act)
);

create table step_precedence (
  version_id   uuid not null,
  before_code  text not null,
  after_code   text not null,
  primary key (version_id, before_code, after_code),
  foreign key (version_id, before_code) references procedure_step,
  foreign key (version_id, after_code) references procedure_step
);

-- What an authorised early exit still owes.
create table early_exit_step (
  version_id  uuid not null,
  outcome     text not null,
  step_code   text not null,
  primary key (version_id, outcome, step_code),
  foreign key (version_id, step_code) references procedure_step
);

create table execution (
  id                    uuid primary key,
  procedure_version_id  uuid not null references procedure_version,
  begun_at              timestamptz not null,
  steps                 int not null default 0
);

-- The one ledger. Codes, ids and numbers; never free text. xact lets a later sequencer take only rows
-- older than every running transaction (identity order is not commit order).
create table event (
  id            bigint generated always as identity primary key,
  xact          xid8 not null default pg_current_xact_id(),
  kind          text not null check (kind in ('STATE', 'STEP', 'SYSTEM')),
  code          text not null,
  contact_id    uuid,
  leg           int,
  execution_id  uuid references execution,
  k             int,
  step_code     text,
  step_kind     text check (step_kind in ('START', 'END', 'SKIPPED', 'EXCEPTION', 'CORRECTION')),
  version_id    uuid references procedure_version,
  state_from    text,
  state_to      text,
  staff         text,
  role          text,
  on_behalf_of  text,
  station       text,
  source        text not null check (source in ('SCREEN', 'API', 'CHAT', 'MAIL', 'IVR', 'SYSTEM', 'IMPORT')),
  basis         text check (basis in ('MEASURED', 'DECLARED')),
  outcome       text,
  reason        text,
  corrects      bigint references event,
  refs          jsonb,
  at            timestamptz not null,
  app_clock     timestamptz not null,
  recorded_at   timestamptz not null default clock_timestamp(),
  commitment    bytea,
  check ((kind = 'STEP') = (k is not null and execution_id is not null and step_code is not null and basis is not null)),
  unique (execution_id, k)
);
create index event_by_contact on event (contact_id, id);
create index event_by_time on event (at);
create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();

-- Something a person must look at. Parameters are codes and ids.
create table alert (
  id          bigint generated always as identity primary key,
  kind        text not null,
  severity    text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  contact_id  uuid,
  staff       text,
  detail      text,
  raised_at   timestamptz not null default now(),
  taken_by    text references app_user,
  taken_at    timestamptz,
  ended_at    timestamptz
);
create unique index one_open_alert on alert (kind, coalesce(contact_id::text, ''), coalesce(staff, ''), coalesce(detail, ''))
  where ended_at is null;
