-- Who leads the centre may hear a call while it goes on, say something to its advisor alone, or speak to everybody in it; one at a time.
-- The row goes when they are out of it: what they did stands in the ledger.
create table call_listener (
  contact_id  uuid primary key references phone_call,
  staff       text not null references app_user,
  mode        text not null check (mode in ('HEAR', 'WHISPER', 'SPEAK')),
  -- Their telephone's number among those that were rung for the call, and the number of the ear at the advisor's line.
  attempt     int not null,
  ear         int,
  up          boolean not null default false,
  check (up or ear is null)
);

-- Whether the advisor is told on the desk that somebody is there.
insert into setting (name, value) values
  ('listening.announced.hear', 'false'),
  ('listening.announced.whisper', 'true'),
  ('listening.announced.speak', 'true');
