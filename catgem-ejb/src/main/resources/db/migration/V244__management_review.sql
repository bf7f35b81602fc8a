-- Management reviews: inputs frozen as they stood, minutes, and decisions as tasks. Nothing here is ever deleted.

create table management_review (
  id            uuid primary key,
  number        text not null unique,
  held_on       date not null,
  period_from   date not null,
  period_to     date not null,
  participants  text not null,
  minutes       text,
  state         text not null check (state in ('PLANNED', 'ASSEMBLED', 'CLOSED')),
  planned_by    text not null references app_user,
  planned_at    timestamptz not null,
  closed_at     timestamptz,
  check (period_from <= period_to and period_to < held_on),
  check ((state = 'CLOSED') = (closed_at is not null)),
  check (state <> 'CLOSED' or minutes is not null)
);
comment on column management_review.number is 'RD-2026-0001';

-- Each time they are assembled is a row; the newest counts. The hash is of the content in UTF-8, and in the ledger too.
create table review_input (
  id            bigint generated always as identity primary key,
  review_id     uuid not null references management_review,
  content       text not null,
  sha256        text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  assembled_by  text not null references app_user,
  assembled_at  timestamptz not null
);
create index review_input_of_review on review_input (review_id, id);

create table review_decision (
  id          uuid primary key,
  review_id   uuid not null references management_review,
  ordinal     int not null,
  what        text not null,
  owner       text not null references app_user,
  due_on      date not null,
  decided_by  text not null references app_user,
  decided_at  timestamptz not null,
  done_at     timestamptz,
  outcome     text,
  unique (review_id, ordinal),
  check ((done_at is null) = (outcome is null))
);
create index review_decision_open on review_decision (owner, due_on) where done_at is null;

create trigger review_stays before delete or truncate on management_review
  for each statement execute function refuse_change();
create trigger review_input_is_for_ever before update or delete or truncate on review_input
  for each statement execute function refuse_change();
create trigger review_decision_stays before delete or truncate on review_decision
  for each statement execute function refuse_change();

create function refuse_another_review() returns trigger language plpgsql as $$
begin
  if old.state = 'CLOSED' then
    raise exception 'review % is closed', old.number;
  end if;
  if old.state = 'ASSEMBLED' and (new.state = 'PLANNED' or (new.period_from, new.period_to) <> (old.period_from, old.period_to)) then
    raise exception 'review %: its inputs are frozen', old.number;
  end if;
  if new.state = 'CLOSED' and not exists (select 1 from review_input i where i.review_id = new.id) then
    raise exception 'review % has no inputs', new.number;
  end if;
  return new;
end $$;
create trigger a_review_goes_forward before update on management_review
  for each row execute function refuse_another_review();

create function refuse_another_decision() returns trigger language plpgsql as $$
begin
  if old.done_at is not null
     or (new.id, new.review_id, new.ordinal, new.what, new.owner, new.due_on, new.decided_by, new.decided_at)
        is distinct from (old.id, old.review_id, old.ordinal, old.what, old.owner, old.due_on, old.decided_by, old.decided_at) then
    raise exception 'a decision is done once, and nothing else of it changes';
  end if;
  return new;
end $$;
create trigger a_decision_is_only_done before update on review_decision
  for each row execute function refuse_another_decision();
create function refuse_decision_after_closing() returns trigger language plpgsql as $$
begin
  if exists (select 1 from management_review r where r.id = new.review_id and r.state = 'CLOSED') then
    raise exception 'the review is closed';
  end if;
  return new;
end $$;
create trigger no_decision_after_closing before insert on review_decision
  for each row execute function refuse_decision_after_closing();
