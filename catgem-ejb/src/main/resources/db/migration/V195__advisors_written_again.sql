-- The matcher keeps everyone at work in memory and asks only for the rows of advisors that were written since its last look.
-- What it goes by and does not stand in that row writes the row as it is.
create function write_advisor_again() returns trigger language plpgsql as $$
begin
  update advisor set points = points
  where username in (to_jsonb(old) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[0]);
  return null;
end $$;

-- An offer is made together with a change of the advisor's points, or of a mail that makes room for it.
create trigger advisor_answered after update of outcome on offer for each row
  when (old.outcome is distinct from new.outcome) execute function write_advisor_again('advisor');

create trigger advisor_asked_in after insert or update on warm_transfer for each row
  execute function write_advisor_again('to_advisor');

create trigger advisor_has_mail after update on contact for each row
  when (new.channel = 'EMAIL' and (old.advisor, old.state, old.leg, old.interruptions, old.closed_at)
        is distinct from (new.advisor, new.state, new.leg, new.interruptions, new.closed_at))
  execute function write_advisor_again('advisor');

create trigger advisor_writes_mail after insert on contact for each row
  when (new.channel = 'EMAIL' and new.advisor is not null) execute function write_advisor_again('advisor');

create trigger advisor_learned after insert or update or delete on advisor_skill for each row
  execute function write_advisor_again('username');

create trigger advisor_in_reserve after insert or delete on user_role for each row
  execute function write_advisor_again('username');
