-- Who leads the centre may read a contact while it goes on, unseen by both sides; how long, and that it was done, is on record.
create table listening (
  contact_id  uuid not null references contact,
  staff       text not null references app_user,
  begun_at    timestamptz not null,
  looked_at   timestamptz not null,
  primary key (contact_id, staff, begun_at),
  check (looked_at >= begun_at)
);

-- A coordinator may speak first: then there is no question.
alter table raised_hand alter column question_sealed drop not null;
alter table raised_hand add check (question_sealed is not null or answer_sealed is not null);
