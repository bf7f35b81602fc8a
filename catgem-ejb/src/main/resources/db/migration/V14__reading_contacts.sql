-- The depth of a class is asked for every few seconds: it is counted in the index, without a visit to the table.
create index contact_waiting_by_class on contact (language, topic, channel, priority) include (first_queued_at, paused_seconds)
  where state = 'QUEUED' and closed_at is null;

-- Lists by one property, newest first.
create index contact_by_state on contact (state, created_at desc, id);
create index contact_by_topic on contact (topic, created_at desc, id);
