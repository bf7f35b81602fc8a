-- An update (actualización) of an entry: from the first word of the draft, with or without a document yet, to the
-- published version. Once a supporting document is registered it is also an execution of procedure ABD, of the same id.

alter table knowledge_entry add column valid_from date;
alter table knowledge_entry add column valid_until date;
alter table knowledge_entry add column retired_at timestamptz;

create table knowledge_update (
  id            uuid primary key,
  kind          text not null check (kind in ('NEW', 'CHANGE', 'RETIRE')),
  state         text not null default 'DRAFT' check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'ABANDONED')),
  entry_id      uuid references knowledge_entry,
  opened_by     text not null references app_user,
  opened_at     timestamptz not null,
  submitted_by  text references app_user,
  review_note   text,
  closed_by     text references app_user,
  closed_at     timestamptz,
  base          jsonb not null,
  check (kind = 'NEW' or entry_id is not null)
);
create index knowledge_update_open on knowledge_update (opened_at) where state in ('DRAFT', 'IN_REVIEW');
create index knowledge_update_by_entry on knowledge_update (entry_id);
comment on column knowledge_update.base is 'the published text the draft began from; when another is published the draft is brought up to it';

-- Every saved text of a draft, the last one being what would be published. What was saved while somebody else had
-- gone on and could not be joined is kept aside, for its author to resolve: no text is ever lost.
create table knowledge_revision (
  update_id  uuid not null references knowledge_update,
  number     int not null,
  staff      text not null references app_user,
  at         timestamptz not null,
  text       jsonb not null,
  joined     boolean not null default false,
  primary key (update_id, number)
);
create table knowledge_aside (
  update_id  uuid not null references knowledge_update,
  staff      text not null references app_user,
  base       jsonb not null,
  at         timestamptz not null,
  text       jsonb not null,
  primary key (update_id, staff)
);

alter table knowledge_version add column update_id uuid references knowledge_update;
alter table knowledge_version add column reviewer text;

-- The document an update rests on, sealed under a key of its own like a citizen's file: it may name people.
create table supporting_document (
  id              uuid primary key,
  update_id       uuid not null references knowledge_update,
  subject_id      uuid not null references subject,
  name_sealed     bytea not null,
  reference       text,
  media_type      text not null,
  size_bytes      int not null,
  content_sealed  bytea not null,
  sha256          bytea not null,
  staff           text not null references app_user,
  at              timestamptz not null
);
create index supporting_document_by_update on supporting_document (update_id, at);
create trigger a_document_stays before update or delete or truncate on supporting_document
  for each statement execute function refuse_change();
