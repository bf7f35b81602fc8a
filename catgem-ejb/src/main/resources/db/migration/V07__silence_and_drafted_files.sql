-- When the citizen has the word in a chat: after how long the contact stops weighing, the citizen is asked, the chat
-- ends. Null: never (a mail waits for nobody, and on the phone silence is heard).
alter table channel_rule
  add column quiet_seconds int check (quiet_seconds > 0),
  add column ask_seconds int check (ask_seconds > quiet_seconds),
  add column end_seconds int check (end_seconds > ask_seconds),
  add check ((quiet_seconds is null) = (ask_seconds is null) and (ask_seconds is null) = (end_seconds is null));
update channel_rule set quiet_seconds = 180, ask_seconds = 300, end_seconds = 600 where channel = 'CHAT';

alter table contact
  add column awaiting_since timestamptz,
  add column asked_at timestamptz;

-- Since when the leg holds no points because its citizen is silent.
alter table leg add column quiet_since timestamptz;

-- A file chosen for an answer that has not been sent yet: like the draft's text, it is nobody's but the desk's.
alter table attachment
  add column draft boolean not null default false,
  add check (not draft or message_id is null);

-- A stretch of a message that only the desk may uncover, in characters of the message's text.
create table sensitive_passage (
  message_id  uuid not null references message,
  starts      int not null check (starts >= 0),
  length      int not null check (length > 0),
  staff       text not null references app_user,
  at          timestamptz not null,
  primary key (message_id, starts, length)
);
