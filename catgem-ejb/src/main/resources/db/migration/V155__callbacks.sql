-- Callbacks (devolución de llamada): the citizen asked to be phoned within a window of their own time zone. The contact
-- waits in the state CALLBACK_SCHEDULED; the number is sealed under its subject.

-- The citizen is to be phoned and has not been reached yet.
alter table contact add column to_call boolean not null default false;

-- Kept from the moment it is asked, before intake has opened the contact. parked_at: since when the wait is paused,
-- null while the contact stands in line, is in hand or has ended. tries counts since the citizen was last spoken to.
create table callback (
  contact_id     uuid primary key references arrival,
  subject_id     uuid not null references subject,
  number_sealed  bytea not null,
  zone           text not null,
  window_from    timestamptz not null,
  window_to      timestamptz not null,
  due_at         timestamptz not null,
  parked_at      timestamptz,
  attempts       int not null default 0,
  tries          int not null default 0,
  asked_at       timestamptz not null,
  asked_by       text references app_user,
  check (window_to > window_from)
);
create index callback_by_due on callback (due_at) where parked_at is not null;
create index contact_to_call on contact (id) where to_call and closed_at is null;

create table callback_attempt (
  contact_id  uuid not null references callback,
  number      int not null,
  advisor     text not null references app_user,
  begun_at    timestamptz not null,
  ended_at    timestamptz not null,
  result      text not null check (result in ('ANSWERED', 'NO_ANSWER', 'BUSY', 'WRONG_NUMBER', 'ANOTHER_TIME')),
  primary key (contact_id, number)
);

insert into setting (name, value) values
  ('callback.attempts', '3'),
  ('callback.minutes-to-second', '15'),
  ('callback.minutes-to-third', '60'),
  ('callback.earliest-hour', '8'),
  ('callback.latest-hour', '21');

insert into disposition (code, topic, name_es, name_en, outcome) values
  ('CALLBACK_UNREACHED', null, 'Devolución de llamada sin respuesta', 'Callback not answered', 'SILENCE');

alter table chat_session
  drop constraint chat_session_ended_by_check,
  add constraint chat_session_ended_by_check
    check (ended_by in ('CITIZEN', 'CENTRE', 'SYSTEM', 'CALLBACK', 'OVERFLOW'));

-- A callback has measures of its own and is in none of a wait.
alter table contact_fact
  add column callback_at timestamptz,
  add column callback_attempts int not null default 0,
  add column reached_at timestamptz;
comment on column contact_fact.reached_at is 'the citizen of a callback picked up: indicator 3 starts here';
