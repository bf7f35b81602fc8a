-- What waits, as far as the matcher asks: those of the contacts that wait by a token, and every one marked returned. Asked at every
-- look, and to plan it takes longer than to answer it; in a function the plan is kept (as V250 does for the staff). Stable: it sees
-- what its caller's statement sees.
create function waiting_or_returned(asked uuid[])
returns table (id uuid, class text, first_queued_at timestamptz, paused_seconds int, epoch int, returned boolean,
               preferred_advisor text, preferred_until timestamptz, excluded text)
language plpgsql stable rows 20 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
    select c.id, c.language || '.' || c.topic || '.' || c.channel || '.' || c.priority, c.first_queued_at, c.paused_seconds,
           c.epoch, c.returned, c.preferred_advisor, c.preferred_until,
           (select string_agg(x.advisor, ',') from offer_exclusion x where x.contact_id = c.id)
    from contact c where c.state = 'QUEUED' and not c.returned and c.id = any (asked)
    union all
    select c.id, c.language || '.' || c.topic || '.' || c.channel || '.' || c.priority, c.first_queued_at, c.paused_seconds,
           c.epoch, c.returned, c.preferred_advisor, c.preferred_until,
           (select string_agg(x.advisor, ',') from offer_exclusion x where x.contact_id = c.id)
    from contact c where c.state = 'QUEUED' and c.returned;
end $$;
