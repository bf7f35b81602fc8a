-- Channels, workforce, contacts and the universal queue (fila universal).

create table topic (
  code     text primary key check (code ~ '^[A-Z][A-Z_]*$'),
  name_es  text not null,
  name_en  text not null,
  active   boolean not null default true
);

create table entry_point (
  code      text primary key,
  channel   text not null check (channel in ('PHONE', 'CHAT', 'EMAIL', 'SOCIAL')),
  name_es   text not null,
  name_en   text not null,
  address   text not null,
  language  text not null check (language in ('ES', 'EN')),
  topic     text not null references topic,
  priority  text not null default 'NORMAL' check (priority in ('URGENT', 'HIGH', 'NORMAL', 'LOW'))
);

-- Seconds a contact may wait, by channel and priority: the T of ROUTING.
create table wait_target (
  channel   text not null,
  priority  text not null,
  seconds   int not null check (seconds > 0),
  primary key (channel, priority)
);

-- What a channel weighs for an advisor, how long an offer rings, how long after-call work lasts.
create table channel_rule (
  channel          text primary key,
  points           int not null check (points between 1 and 100),
  offer_seconds    int not null check (offer_seconds > 0),
  acw_seconds      int not null check (acw_seconds > 0),
  misses_allowed   int not null check (misses_allowed > 0)
);

create table matter (
  id         uuid primary key,
  topic      text not null references topic,
  opened_at  timestamptz not null,
  closed_at  timestamptz
);

-- What a gateway accepted, before intake opens the contact of the same id. Nothing accepted is lost:
-- a row without a contact is sent to intake again by the sweep.
create table arrival (
  contact_id    uuid primary key,
  channel       text not null check (channel in ('PHONE', 'CHAT', 'EMAIL', 'SOCIAL')),
  direction     text not null default 'INBOUND' check (direction in ('INBOUND', 'OUTBOUND')),
  entry_point   text not null references entry_point,
  language      text not null check (language in ('ES', 'EN')),
  topic         text not null references topic,
  priority      text not null check (priority in ('URGENT', 'HIGH', 'NORMAL', 'LOW')),
  subject_id    uuid not null references subject,
  matter_id     uuid references matter,
  title_sealed  bytea,
  external_id   text,
  received_at   timestamptz not null,
  notice_version text,
  opened        boolean not null default false
);
create index arrival_to_open on arrival (received_at) where not opened;

create table contact (
  id                uuid primary key references arrival,
  folio             text not null unique,
  channel           text not null check (channel in ('PHONE', 'CHAT', 'EMAIL', 'SOCIAL')),
  direction         text not null check (direction in ('INBOUND', 'OUTBOUND')),
  entry_point       text not null references entry_point,
  language          text not null check (language in ('ES', 'EN')),
  topic             text not null references topic,
  priority          text not null check (priority in ('URGENT', 'HIGH', 'NORMAL', 'LOW')),
  subject_id        uuid not null references subject,
  matter_id         uuid not null references matter,
  title_sealed      bytea,
  state             text not null,
  outcome           text,
  disposition       text,
  epoch             int not null default 1,
  offer_number      int not null default 0,
  returned          boolean not null default false,
  advisor           text references app_user,
  leg               int not null default 0,
  first_queued_at   timestamptz,
  paused_seconds    int not null default 0,
  offered_at        timestamptz,
  connected_at      timestamptz,
  consulted_at      timestamptz,
  delivered_at      timestamptz,
  acw_until         timestamptz,
  acw_extended      boolean not null default false,
  citizen_waiting_since timestamptz,
  last_citizen_at   timestamptz,
  last_advisor_at   timestamptz,
  read_seq          int not null default 0,
  closed_at         timestamptz,
  created_at        timestamptz not null
);
create index contact_returned on contact (first_queued_at) where state = 'QUEUED' and returned;
create index contact_open on contact (state) where closed_at is null;
create index contact_of_advisor on contact (advisor) where closed_at is null;
create index contact_by_time on contact (created_at desc, id);
create index contact_by_matter on contact (matter_id);
create index contact_by_subject on contact (subject_id);

create table leg (
  contact_id    uuid not null references contact,
  number        int not null,
  advisor       text not null references app_user,
  points        int not null,
  connected_at  timestamptz not null,
  ended_at      timestamptz,
  end_reason    text,
  primary key (contact_id, number)
);
create index leg_by_advisor on leg (advisor, connected_at);

create table offer (
  id          uuid primary key,
  contact_id  uuid not null references contact,
  number      int not null,
  epoch       int not null,
  advisor     text not null references app_user,
  points      int not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  ended_at    timestamptz,
  outcome     text check (outcome in ('ACCEPTED', 'REJECTED', 'MISSED', 'WITHDRAWN', 'ABANDONED_WHILE_ALERTING')),
  reason      text,
  decision    jsonb,
  unique (contact_id, number),
  check ((ended_at is null) = (outcome is null))
);
-- I5: at most one live offer a contact, and one an advisor.
create unique index one_live_offer_a_contact on offer (contact_id) where outcome is null;
create unique index one_live_offer_an_advisor on offer (advisor) where outcome is null;
create index offer_by_advisor on offer (advisor, made_at);

-- Who declined or missed a contact is not asked again until the exclusions clear.
create table offer_exclusion (
  contact_id  uuid not null references contact,
  advisor     text not null references app_user,
  since       timestamptz not null,
  primary key (contact_id, advisor)
);

create table service_class (
  key              text primary key,
  newest_token_at  timestamptz not null
);

create table advisor (
  username            text primary key references app_user,
  presence            text not null default 'OFFLINE'
                      check (presence in ('OFFLINE', 'AVAILABLE', 'AUXILIARY', 'NOT_RESPONDING', 'GRACE')),
  reason              text,
  since               timestamptz not null default now(),
  before_grace        text,
  next_presence       text,
  next_reason         text,
  points              int not null default 0 check (points between 0 and 100),
  misses              int not null default 0,
  last_contact_ended_at timestamptz not null default now(),
  last_seen_at        timestamptz,
  grace_until         timestamptz
);
create index advisor_available on advisor (last_contact_ended_at) where presence = 'AVAILABLE';

create table advisor_skill (
  username  text not null references advisor,
  kind      text not null check (kind in ('CHANNEL', 'LANGUAGE', 'TOPIC')),
  code      text not null,
  primary key (username, kind, code)
);

create table auxiliary_reason (
  code             text primary key,
  name_es          text not null,
  name_en          text not null,
  planned_minutes  int,
  productive       boolean not null
);

create table disposition (
  code     text primary key,
  topic    text references topic,
  name_es  text not null,
  name_en  text not null,
  outcome  text not null,
  active   boolean not null default true
);

create table template (
  code      text not null,
  language  text not null check (language in ('ES', 'EN')),
  channel   text check (channel in ('CHAT', 'EMAIL')),
  name      text not null,
  text      text not null,
  primary key (code, language)
);

-- The conversation of a contact, each body sealed under the contact's subject.
create table message (
  id           uuid primary key,
  contact_id   uuid not null references arrival (contact_id),
  seq          int not null,
  author       text not null check (author in ('CITIZEN', 'ADVISOR', 'SYSTEM')),
  staff        text references app_user,
  client_id    text not null,
  subject_id   uuid not null references subject,
  body_sealed  bytea not null,
  html_sealed  bytea,
  sensitive    boolean not null default false,
  at           timestamptz not null,
  unique (contact_id, client_id),
  unique (contact_id, seq)
);

create table attachment (
  id           uuid primary key,
  contact_id   uuid not null references arrival (contact_id),
  message_id   uuid references message,
  subject_id   uuid not null references subject,
  name_sealed  bytea not null,
  media_type   text not null,
  size_bytes   int not null,
  content_sealed bytea not null,
  sha256       bytea not null,
  inline_cid   text,
  sensitive    boolean not null default false,
  at           timestamptz not null
);
create index attachment_by_contact on attachment (contact_id);

create table contact_note (
  id           uuid primary key,
  contact_id   uuid not null references contact,
  staff        text not null references app_user,
  subject_id   uuid not null references subject,
  body_sealed  bytea not null,
  at           timestamptz not null
);
create index contact_note_by_contact on contact_note (contact_id, at);

create table draft (
  contact_id   uuid primary key references contact,
  staff        text not null references app_user,
  subject_id   uuid not null references subject,
  body_sealed  bytea not null,
  updated_at   timestamptz not null
);

-- Erasable search row of a contact's text; kept apart from the sealed original.
create table contact_search (
  contact_id  uuid primary key references contact,
  subject_id  uuid not null references subject,
  words       tsvector not null
);
create index contact_search_words on contact_search using gin (words);

create table matter_link (
  id          bigint generated always as identity primary key,
  contact_id  uuid not null references contact,
  from_matter uuid not null references matter,
  to_matter   uuid not null references matter,
  staff       text not null references app_user,
  at          timestamptz not null,
  undone_at   timestamptz
);
