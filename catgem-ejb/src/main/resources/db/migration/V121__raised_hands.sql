-- An advisor asks a coordinator inside a contact and is answered there; the citizen never sees any of it.
create table raised_hand (
  id               uuid primary key,
  contact_id       uuid not null references contact,
  advisor          text not null references app_user,
  subject_id       uuid not null references subject,
  question_sealed  bytea not null,
  raised_at        timestamptz not null,
  answered_by      text references app_user,
  answer_sealed    bytea,
  answered_at      timestamptz,
  lowered_at       timestamptz,
  check ((answer_sealed is null) = (answered_at is null) and (answered_by is null) = (answered_at is null))
);
create unique index one_hand_up_a_contact on raised_hand (contact_id) where answered_at is null and lowered_at is null;
create index raised_hand_by_contact on raised_hand (contact_id, raised_at);
