-- What only an open contact has: abandoned ones kept theirs until now.
delete from draft d using contact c where c.id = d.contact_id and c.closed_at is not null;
delete from offer_exclusion x using contact c where c.id = x.contact_id and c.closed_at is not null;

-- Nobody can be routed, or shown on the queue page, without these two rows; so they cannot be missing.
alter table contact add constraint contact_has_a_target foreign key (channel, priority) references wait_target;
alter table contact add constraint contact_has_a_rule foreign key (channel) references channel_rule;
