-- The menu of the telephone as versions: drafted by one, published by another, never changed; and the way each call took.

create table flow_draft (
  id            uuid primary key,
  state         text not null default 'DRAFT' check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'ABANDONED')),
  base          int not null,
  revision      int not null default 1,
  flow          jsonb not null,
  reason        text not null default '',
  opened_by     text not null references app_user,
  opened_at     timestamptz not null,
  submitted_by  text references app_user,
  submitted_at  timestamptz,
  review_note   text,
  closed_by     text references app_user,
  closed_at     timestamptz,
  check ((state in ('PUBLISHED', 'ABANDONED')) = (closed_at is not null))
);
-- Whoever wrote any of it does not approve it.
create table flow_draft_author (
  draft_id  uuid not null references flow_draft,
  staff     text not null references app_user,
  primary key (draft_id, staff)
);

create table call_flow (
  version         int primary key,
  flow            jsonb not null,
  author          text not null,
  approved_by     text,
  reason          text not null,
  effective_from  timestamptz not null,
  draft_id        uuid unique references flow_draft
);
create trigger call_flow_is_for_ever before update or delete or truncate on call_flow
  for each statement execute function refuse_change();
alter table flow_draft add foreign key (base) references call_flow;

-- Whoever phones a number without a menu is greeted and stands in the line.
alter table entry_point add column menu boolean not null default false;
update entry_point set menu = true where channel = 'PHONE';

-- The number the call came from: a person may have several, and is phoned back at the one they hold in their hand.
alter table phone_call add column caller_sealed bytea;

alter table phone_call drop constraint phone_call_phase_check;
alter table phone_call add constraint phone_call_phase_check
  check (phase in ('GREETING', 'MENU', 'WAITING', 'CALLING', 'TALKING', 'LEAVING', 'ENDED'));

-- Where a call stands in the menu, and how it came there: [{"node", "by", "at"}, …]. A call keeps the version it began with.
create table phone_path (
  contact_id    uuid primary key references phone_call,
  flow_version  int not null references call_flow,
  state         jsonb not null,
  path          jsonb not null,
  began_at      timestamptz not null,
  ended_at      timestamptz
);
create index phone_path_by_time on phone_path (began_at);
