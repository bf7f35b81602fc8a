-- What information officers are asked to do: an entry that nobody found, an entry that is wrong, the check after 24 h.
-- The words are an advisor's, written beside a citizen: they are sealed and can be erased.
create table officer_task (
  id            uuid primary key,
  kind          text not null check (kind in ('MISSING', 'WRONG', 'CHECK')),
  state         text not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'RESOLVED', 'DECLINED')),
  opened_by     text references app_user,
  opened_at     timestamptz not null,
  due_at        timestamptz not null,
  subject_id    uuid references subject,
  words_sealed  bytea,
  language      text not null check (language in ('ES', 'EN')),
  version_id    uuid references knowledge_version,
  update_id     uuid references knowledge_update,
  taken_by      text references app_user,
  taken_at      timestamptz,
  ended_by      text references app_user,
  ended_at      timestamptz,
  answer        text,
  answer_version uuid references knowledge_version,
  told_at       timestamptz,
  check ((ended_at is null) = (state in ('OPEN', 'TAKEN')))
);
create index officer_task_open on officer_task (due_at) where ended_at is null;
create index officer_task_to_tell on officer_task (opened_by) where ended_at is not null and told_at is null;

insert into setting (name, value) values
  ('knowledge.wrong.minutes', '30'),
  ('knowledge.missing.minutes', '240'),
  ('knowledge.review.days', '30');
