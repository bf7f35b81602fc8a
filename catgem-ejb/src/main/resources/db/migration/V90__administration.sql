-- Accounts that end at once, catalogues that keep what was, and an index for the history of changes.

-- Sessions remember the epoch they began in; a reset password, changed roles or a disabled account make it go on, and
-- every node ends what is older. changed_at in the last seconds tells a node not to trust what it has cached.
alter table app_user
  add column must_change boolean not null default false,
  add column credential_epoch int not null default 1,
  add column credentials_changed_at timestamptz not null default '-infinity';

alter table auxiliary_reason add column active boolean not null default true;
alter table template add column active boolean not null default true;

-- What a row of a catalogue was before each change, so that a change can be undone. The centre's own texts, nobody's data.
create table catalogue_change (
  id          bigint generated always as identity primary key,
  catalogue   text not null,
  item        text not null,
  before      jsonb,
  after       jsonb not null,
  staff       text not null references app_user,
  at          timestamptz not null,
  undone      boolean not null default false
);
create index catalogue_change_by_item on catalogue_change (catalogue, item, id desc);

create index event_of_administration on event (id) where left(code, 6) = 'ADMIN_';
