-- What an ended execution did of the steps it owed, and the deviations found in it.

-- The reading of one execution against the version it was pinned to. Derived from the ledger: written again when the
-- execution got more steps. Each array holds step codes; what was owed is measured + declared + skipped + missing.
create table execution_check (
  execution_id    uuid primary key references execution,
  version_id      uuid not null references procedure_version,
  procedure_code  text not null references procedure,
  contact_id      uuid references contact,
  counted_at      timestamptz not null,
  ended_at        timestamptz not null,
  outcome         text,
  early_exit      boolean not null,
  staff           text,
  measured        text[] not null,
  declared        text[] not null,
  skipped         text[] not null,
  missing         text[] not null,
  late            text[] not null,
  deviations      int not null default 0,
  steps           int not null,
  checked_at      timestamptz not null default clock_timestamp()
);
comment on column execution_check.counted_at is 'entry into the queue, or the beginning where there is no queue: day and shift';
comment on column execution_check.late is 'steps done beyond their limit; they are among measured and declared too';
comment on column execution_check.staff is 'who was assigned last, or ended it';
comment on column execution_check.steps is 'step events the reading knows of';
create index execution_check_by_time on execution_check (counted_at, execution_id);

-- Found once, kept for ever. The subject says what of the execution it is: a step, a pair of steps, a range of k.
create table deviation (
  id              bigint generated always as identity primary key,
  execution_id    uuid not null references execution,
  contact_id      uuid references contact,
  code            text not null check (code in ('D1', 'D2', 'D4', 'D9', 'D10')),
  subject         text not null,
  step_code       text,
  version_id      uuid not null references procedure_version,
  procedure_code  text not null references procedure,
  measured        numeric,
  allowed         numeric,
  staff           text,
  counted_at      timestamptz not null,
  at              timestamptz not null,
  found_at        timestamptz not null default clock_timestamp(),
  unique (execution_id, code, subject)
);
comment on column deviation.measured is 'D2: position of the step done too early; D4: seconds; D10: missing numbers';
comment on column deviation.allowed is 'D2: position of the step that had to come first; D4: limit in seconds; D10: 0';
create index deviation_by_time on deviation (counted_at desc, id desc);
create trigger deviation_is_for_ever before update or delete or truncate on deviation
  for each statement execute function refuse_change();

-- The sweep asks for what ended lately, and for the executions of a procedure without a queue.
create index contact_by_end on contact (closed_at) where closed_at is not null;
create index execution_by_version on execution (procedure_version_id, begun_at);
