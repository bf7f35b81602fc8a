-- First-contact resolution is counted from the ledger alone. From now on the event that queues a contact says its
-- matter, as those that link it elsewhere always have. For contacts queued before, their matter is put on record once.
insert into event (kind, code, contact_id, source, refs, at, app_clock)
select 'SYSTEM', 'MATTER_RECORDED', c.id, 'SYSTEM', jsonb_build_object('matter', cast(c.matter_id as text)),
       c.created_at, now()
from contact c order by c.created_at;
create index event_of_matter on event ((refs ->> 'matter')) where refs ->> 'matter' is not null;

alter table contact_fact
  add column matter text,
  add column again_at timestamptz,
  add column repeated boolean not null default false;
comment on column contact_fact.again_at is 'when the next inbound contact on the same matter was queued';
comment on column contact_fact.repeated is 'another contact on the matter was answered and ended at most seven days before';
create index contact_fact_by_matter on contact_fact (matter, queued_at);

-- The read model is filled again from the ledger.
delete from contact_fact;
delete from leg_fact;
delete from live_fact;
delete from presence_fact;
delete from update_fact;
update projection set upto = '0', updated_at = 'epoch' where name = 'FIGURES';
