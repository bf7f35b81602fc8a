-- Recordings of what the menu says that are where the exchange plays them from.
create table prompt_sound (
  recording_id  uuid primary key references prompt_recording,
  arrived_at    timestamptz not null
);
