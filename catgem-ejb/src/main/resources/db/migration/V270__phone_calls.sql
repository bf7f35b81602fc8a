-- Calls on the centre's exchange. The contact is named by the citizen's channel there, and exists once the call stands in the line.
create table phone_call (
  contact_id   uuid primary key,
  channel      text not null unique,
  entry_point  text not null references entry_point,
  subject_id   uuid not null references subject,
  phase        text not null check (phase in ('GREETING', 'WAITING', 'CALLING', 'TALKING', 'LEAVING', 'ENDED')),
  -- Which call to an advisor's telephone this is; part of the names given to channels and bridges.
  attempt      int not null default 0,
  advisor      text references app_user,
  epoch        bigint not null,
  arrived_at   timestamptz not null,
  queued_at    timestamptz,
  talking_at   timestamptz,
  ended_at     timestamptz,
  ended_by     text check (ended_by in ('CITIZEN', 'ADVISOR', 'CENTRE', 'UNKNOWN')),
  -- Whether the contact has heard of the end; intake may open it later than the citizen hangs up.
  told         boolean not null default false,
  check ((phase = 'ENDED') = (ended_at is not null)),
  check ((ended_at is null) = (ended_by is null))
);
create index phone_call_live on phone_call (arrived_at) where ended_at is null;
create index phone_call_untold on phone_call (ended_at) where ended_at is not null and not told;

-- What the exchange is to do, in order; written with the change that wants it, carried out after the commit by the one
-- node that owns the exchange. Epoch: of the owner that took it.
create table phone_command (
  id          bigint generated always as identity primary key,
  contact_id  uuid not null references phone_call,
  kind        text not null,
  target      text not null,
  detail      text,
  made_at     timestamptz not null,
  epoch       bigint,
  done_at     timestamptz,
  outcome     text,
  check ((done_at is null) = (outcome is null))
);
create index phone_command_due on phone_command (contact_id, id) where done_at is null;

-- Times in which nobody heard what the exchange said, and what was found after them. Unknown beginning: the node had just started.
create table phone_gap (
  id        bigint generated always as identity primary key,
  epoch     bigint not null,
  began_at  timestamptz,
  ended_at  timestamptz not null,
  kept      int not null,
  lost      int not null,
  adopted   int not null
);
