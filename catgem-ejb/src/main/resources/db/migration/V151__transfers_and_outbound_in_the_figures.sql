-- How often an advisor transferred the contact; a hand-over at the end of a shift is none.
alter table contact_fact add column transfers int not null default 0;

-- The citizen did not ask for what the centre began: nobody is asked about it.
insert into survey_exclusion (kind, code) values ('FACT', 'BEGUN');

-- The read model is filled again from the ledger.
delete from contact_fact;
delete from leg_fact;
delete from live_fact;
delete from presence_fact;
delete from update_fact;
update projection set upto = '0', updated_at = 'epoch' where name = 'FIGURES';
