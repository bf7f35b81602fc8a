-- A mail in hand makes room for a call or a chat, twice at most. Meanwhile its leg weighs nothing and its clock stands.
alter table contact
  add column interruptions int not null default 0 check (interruptions between 0 and 2),
  add column interrupted_since timestamptz,
  add column interrupted_seconds int not null default 0;
comment on column contact.interrupted_seconds is 'pauses since the first advisor; also in paused_seconds, which no target counts';
create index contact_interrupted on contact (advisor) where interrupted_since is not null;

comment on column leg.quiet_since is 'since when the leg holds no points: its citizen is silent, or it was interrupted';
