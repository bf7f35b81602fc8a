-- A desk asks for its advisor's own day at every redraw.
create index event_accepted_by_staff on event (staff, at) where kind = 'STATE' and code = 'ACCEPTED';
