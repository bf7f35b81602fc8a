-- What was destroyed of whom, on which ground, by which two people: the act stays when the data are gone.
create table disposal (
  id          uuid primary key,
  number      text not null unique,
  subject_id  uuid not null references subject,
  folio       text not null,
  basis       text not null check (basis in ('ARCO_CANCELLATION', 'CONSENT_REVOKED', 'TERM_OVER', 'AUTHORITY_ORDER')),
  asked_by    text not null references app_user,
  asked_at    timestamptz not null,
  due_on      date not null,
  state       text not null default 'ASKED' check (state in ('ASKED', 'WITHDRAWN', 'DONE')),
  ended_by    text references app_user,
  ended_at    timestamptz,
  destroyed   jsonb,
  check ((state = 'ASKED') = (ended_by is null) and (state = 'ASKED') = (ended_at is null)),
  check ((state = 'DONE') = (destroyed is not null)),
  constraint nobody_disposes_alone check (state <> 'DONE' or ended_by <> asked_by)
);
create unique index one_disposal_a_subject on disposal (subject_id) where state <> 'WITHDRAWN';
create index disposal_by_time on disposal (asked_at desc);

create function keep_disposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'ASKED'
     and (old.id, old.number, old.subject_id, old.folio, old.basis, old.asked_by, old.asked_at, old.due_on)
         = (new.id, new.number, new.subject_id, new.folio, new.basis, new.asked_by, new.asked_at, new.due_on) then
    return new;
  end if;
  raise exception 'an act of disposal is kept as it is';
end $$;
create trigger disposal_is_kept before update or delete on disposal for each row execute function keep_disposal();
create trigger disposals_are_kept before truncate on disposal execute function keep_disposal();

-- Everything of a person is found by their contacts.
create index arrival_by_subject on arrival (subject_id);
create index outbound_mail_by_subject on outbound_mail (subject_id);
create index inbound_mail_by_subject on inbound_mail (subject_id);
