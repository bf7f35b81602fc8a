-- What a program handed over, so that a repeat is recognised and a misuse of its reference refused.
-- The fingerprint is sealed under the contact's subject: from a plain hash a short text could be guessed.
create table api_request (
  contact_id          uuid primary key references arrival (contact_id),
  client              text not null references app_user,
  fingerprint_sealed  bytea not null,
  at                  timestamptz not null
);
