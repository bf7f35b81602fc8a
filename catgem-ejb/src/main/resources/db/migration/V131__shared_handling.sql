-- Concurrent contacts share an advisor's time: each second of handling is divided among the legs that were live in it.
-- When a leg was live; a stretch ends with the next state of the contact, or when the citizen falls silent.
create table live_fact (
  event_id    bigint primary key,
  contact_id  uuid not null,
  leg         int not null,
  advisor     text not null,
  begun_at    timestamptz not null,
  ended_at    timestamptz,
  check (ended_at > begun_at)
);
create index live_fact_by_contact on live_fact (contact_id);
create index live_fact_by_advisor on live_fact (advisor, begun_at);

alter table leg_fact add column shared_seconds numeric(20, 9);
comment on column leg_fact.shared_seconds is 'its part of its advisor''s handling seconds; null while it goes on';
create index leg_fact_by_advisor on leg_fact (advisor, connected_at);
comment on column contact_fact.handled_seconds is 'the parts of all its legs, after-call work included';

-- The read model is filled again from the ledger.
delete from contact_fact;
delete from leg_fact;
delete from presence_fact;
delete from update_fact;
update projection set upto = '0', updated_at = 'epoch' where name = 'FIGURES';
