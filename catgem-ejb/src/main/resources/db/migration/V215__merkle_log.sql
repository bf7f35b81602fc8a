-- The Merkle log behind the ledger: each row of event becomes a leaf, in the order in which a sequencer takes them. The
-- transactions that write events know nothing of it. Only a sequencer writes here; nothing is ever changed.

-- No foreign key to event: its lock would write to every row of the ledger a second time.
create table log_leaf (
  idx       bigint primary key check (idx >= 0),
  event_id  bigint not null unique,
  subject   uuid,
  n         int,
  hash      bytea not null check (octet_length(hash) = 32),
  check ((subject is null) = (n is null)),
  unique (subject, n)
);
comment on column log_leaf.subject is 'contact, or execution of work that is no contact';
comment on column log_leaf.n is 'number among the leaves of its subject, from 1 without a gap; part of the leaf';

-- Roots over 256, 65536… leaves: a proof reads at most 256 hashes of each level it crosses.
create table log_node (
  level  int not null check (level > 0 and level % 8 = 0),
  idx    bigint not null check (idx >= 0),
  hash   bytea not null check (octet_length(hash) = 32),
  primary key (level, idx)
);

-- How far the sequencer is. Whoever appends or signs holds this row.
create table log_state (
  id       int primary key default 1 check (id = 1),
  size     bigint not null,
  upto     xid8 not null,
  upto_id  bigint not null
);
insert into log_state (size, upto, upto_id) values (0, '0', 0);

-- Public halves of the keys that have signed; the secret ones are in files outside the database.
create table log_key (
  verifier    text primary key,
  algorithm   int not null check (algorithm in (1, 4)),
  first_used  timestamptz not null
);
comment on column log_key.verifier is 'name+id+key, as C2SP signed-note writes it';

create table log_checkpoint (
  size       bigint primary key check (size > 0),
  note       text not null,
  signed_at  timestamptz not null
);
create index log_checkpoint_by_time on log_checkpoint (signed_at);

create table log_cosignature (
  size     bigint not null references log_checkpoint,
  witness  text not null,
  line     text not null,
  at       timestamptz not null,
  primary key (size, witness)
);

-- Checkpoints that left the house.
create table log_mailing (
  day      date primary key,
  size     bigint not null references log_checkpoint,
  address  text not null,
  at       timestamptz not null
);

create trigger log_leaf_is_append_only before update or delete or truncate on log_leaf
  for each statement execute function refuse_change();
create trigger log_node_is_append_only before update or delete or truncate on log_node
  for each statement execute function refuse_change();
create trigger log_key_is_append_only before update or delete or truncate on log_key
  for each statement execute function refuse_change();
create trigger log_checkpoint_is_append_only before update or delete or truncate on log_checkpoint
  for each statement execute function refuse_change();
create trigger log_cosignature_is_append_only before update or delete or truncate on log_cosignature
  for each statement execute function refuse_change();
create trigger log_mailing_is_append_only before update or delete or truncate on log_mailing
  for each statement execute function refuse_change();

-- What the nightly reading of everything found.
create table log_reading (
  id        bigint generated always as identity primary key,
  began_at  timestamptz not null,
  ended_at  timestamptz not null,
  size      bigint not null,
  findings  int not null,
  first     text
);
