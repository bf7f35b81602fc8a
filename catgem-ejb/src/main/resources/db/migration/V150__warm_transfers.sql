-- A warm transfer: an advisor keeps the contact and asks a colleague in, who holds points for it from the ring on. It
-- is no offer of the contact, which has its advisor. The note is an internal note of the contact.
create table warm_transfer (
  id            uuid primary key,
  contact_id    uuid not null references contact,
  from_advisor  text not null references app_user,
  to_advisor    text not null references app_user,
  points        int not null check (points > 0),
  note_id       uuid not null references contact_note,
  asked_at      timestamptz not null,
  expires_at    timestamptz not null,
  joined_at     timestamptz,
  ended_at      timestamptz,
  outcome       text check (outcome in ('COMPLETED', 'REJECTED', 'MISSED', 'TAKEN_BACK', 'COLLEAGUE_LEFT',
                                        'COLLEAGUE_LOST', 'CONTACT_LEFT')),
  check ((ended_at is null) = (outcome is null)),
  check (from_advisor <> to_advisor)
);
create unique index one_warm_transfer_a_contact on warm_transfer (contact_id) where ended_at is null;
create unique index one_warm_transfer_a_colleague on warm_transfer (to_advisor) where ended_at is null;
