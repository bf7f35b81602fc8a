-- A contact that an advisor hands over when they leave: to a colleague, or to the line with its age. The note is an
-- internal note of the contact; the draft stays with the contact.
create table handover (
  id            uuid primary key,
  contact_id    uuid not null references contact,
  from_advisor  text not null references app_user,
  to_advisor    text references app_user,
  note_id       uuid references contact_note,
  at            timestamptz not null,
  taken_at      timestamptz,
  seen_at       timestamptz
);
create unique index one_handover_underway on handover (contact_id) where taken_at is null;
create index handover_unseen on handover (to_advisor) where taken_at is not null and seen_at is null;
