-- What was said, by leg: each has its recording, or the reason why there is none.
create table call_recording (
  id               bigint generated always as identity primary key,
  contact_id       uuid not null references contact,
  subject_id       uuid not null references subject,
  leg              int not null,
  -- Which call to an advisor's telephone; null where the exchange had no part in the leg.
  attempt          int,
  advisor          text not null references app_user,
  -- The series of the retention schedule that says how long it is kept.
  retention_class  text not null default 'CALL_RECORDING',
  reason           text check (reason in ('NOT_CONNECTED', 'REFUSED', 'NO_NOTICE', 'NOT_STARTED', 'CALL_OVER', 'LOST_AT_EXCHANGE',
                                          'NOT_FETCHED', 'ERASED', 'OUTSIDE_EXCHANGE')),
  begun_at         timestamptz,
  -- Whether what is said now is left out.
  paused           boolean not null default false,
  tries            int not null default 0,
  next_try_at      timestamptz,
  stored_at        timestamptz,
  bytes            bigint,
  -- Of the file as the exchange had it.
  content_sha256   bytea,
  unique (contact_id, attempt),
  check ((stored_at is null) = (bytes is null) and (stored_at is null) = (content_sha256 is null)),
  check (stored_at is null or reason is null)
);
create index call_recording_by_leg on call_recording (contact_id, leg);
create index call_recording_open on call_recording (begun_at) where reason is null and stored_at is null;

-- The file in pieces, each sealed under the citizen's key: it dies with the key.
create table call_recording_part (
  recording_id    bigint not null references call_recording,
  number          int not null,
  contact_id      uuid not null references contact,
  content_sealed  bytea not null,
  primary key (recording_id, number)
);
create index call_recording_part_by_contact on call_recording_part (contact_id);

-- Days whose legs were looked through, and how many had neither recording nor reason.
create table recording_check (
  day         date primary key,
  legs        int not null,
  missing     int not null,
  checked_at  timestamptz not null
);
