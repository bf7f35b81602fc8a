-- The menu of the telephone on screens: when a version is to count from, who saved what, and recordings of what it says.

alter table flow_draft add column effective_from timestamptz;
alter table call_flow add column recorded_at timestamptz not null default now();

-- Each save as it was: whoever typed over an older one is shown what the others changed meanwhile.
create table flow_draft_save (
  draft_id  uuid not null references flow_draft,
  revision  int not null,
  flow      jsonb not null,
  staff     text not null references app_user,
  saved_at  timestamptz not null,
  primary key (draft_id, revision)
);

-- The newest one of a prompt and language counts, as long as its words are what the menu says. Replaced, never changed.
create table prompt_recording (
  id           uuid primary key,
  prompt       text not null,
  language     text not null check (language in ('ES', 'EN')),
  words        text not null,
  millis       int not null check (millis > 0),
  sha256       bytea not null check (octet_length(sha256) = 32),
  wav          bytea not null check (octet_length(wav) <= 8388608),
  uploaded_by  text not null references app_user,
  uploaded_at  timestamptz not null
);
create index prompt_recording_newest on prompt_recording (prompt, language, uploaded_at);
create trigger prompt_recording_is_for_ever before update or delete or truncate on prompt_recording
  for each statement execute function refuse_change();
