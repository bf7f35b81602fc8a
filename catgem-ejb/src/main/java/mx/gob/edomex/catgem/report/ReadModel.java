package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Keeps the read model up with the ledger. Whatever an event touches (a contact, a leg, an advisor's presence, a
 * directory update) is computed anew from all its raw events, so that order, repetition and late commits do not matter.
 */
@Stateless
@PermitAll
public class ReadModel {

    /** What the ledger got since the last time and no open transaction can still add to. */
    private static final String TOUCHED =
            "with touched as (select distinct contact_id from event where xact >= cast(:after as xid8)"
                    + " and xact < cast(:upto as xid8) and contact_id is not null) ";

    private static final String LEGS = TOUCHED
            + """
            insert into leg_fact (contact_id, leg, advisor, connected_at, finished_at, ended_at, ended_by)
            select a.contact_id, a.leg, a.staff, a.at, finished.at, ended.at, ended.code
            from event a join touched using (contact_id)
            left join lateral (
              select e.at from event e where e.contact_id = a.contact_id and e.id > a.id and e.kind = 'STATE'
                and e.leg = a.leg and e.state_to = 'AFTER_CALL_WORK' order by e.id limit 1) finished on true
            left join lateral (
              select e.at, e.code from event e where e.contact_id = a.contact_id and e.id > a.id and e.kind = 'STATE'
                and e.leg = a.leg
                and e.state_to not in ('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN', 'AFTER_CALL_WORK')
              order by e.id limit 1) ended on true
            where a.kind = 'STATE' and a.code in ('ACCEPTED', 'BEGUN') and a.leg is not null
            on conflict (contact_id, leg) do update set advisor = excluded.advisor,
              connected_at = excluded.connected_at, finished_at = excluded.finished_at, ended_at = excluded.ended_at,
              ended_by = excluded.ended_by
            """;

    private static final String CONTACTS = TOUCHED
            + """
            , facts as (
            select e.contact_id,
              max(refs ->> 'channel') filter (where code in ('QUEUED', 'BEGUN')) as channel,
              max(refs ->> 'direction') filter (where code in ('QUEUED', 'BEGUN')) as direction,
              max(refs ->> 'entryPoint') filter (where code in ('QUEUED', 'BEGUN')) as entry_point,
              max(refs ->> 'language') filter (where code in ('QUEUED', 'BEGUN')) as language,
              max(refs ->> 'topic') filter (where code in ('QUEUED', 'BEGUN')) as topic,
              max(refs ->> 'priority') filter (where code in ('QUEUED', 'BEGUN')) as priority,
              max(cast(refs ->> 'target' as int)) filter (where code in ('QUEUED', 'BEGUN')) as target_seconds,
              min(cast(refs ->> 'queuedAt' as timestamptz)) filter (where code in ('QUEUED', 'BEGUN')) as queued_at,
              (array_agg(refs ->> 'matter' order by e.id desc) filter (where refs ->> 'matter' is not null))[1] as matter,
              min(e.at) filter (where code in ('ACCEPTED', 'BEGUN')) as connected_at,
              min(e.at) filter (where code = 'ANSWERED') as answered_at,
              min(e.at) filter (where kind = 'STEP' and code = 'DELIVER' and step_kind = 'END') as delivered_at,
              max(e.at) filter (where state_to = 'AFTER_CALL_WORK') as finished_at,
              max(e.at) filter (where kind = 'STATE' and state_to in (:terminal)) as ended_at,
              max(state_to) filter (where kind = 'STATE' and state_to in (:terminal)) as ended_as,
              max(refs ->> 'outcome') filter (where code = 'CLOSED') as outcome,
              max(reason) filter (where code = 'CLOSED') as disposition,
              coalesce(bool_or(kind = 'STEP' and code = 'REFER' and step_kind = 'END'
                and reason is distinct from 'TRANSFER'), false) as referred,
              count(*) filter (where kind = 'STATE' and code = 'TRANSFERRED') as transfers,
              (array_agg(staff order by e.id desc) filter (where code in ('ACCEPTED', 'BEGUN')))[1] as advisor,
              count(*) filter (where code = 'OFFERED') as offers,
              count(*) filter (where code = 'MISSED') as missed,
              count(*) filter (where code = 'REJECTED') as rejected,
              min(e.at) filter (where state_to = 'CALLBACK_SCHEDULED') as callback_at,
              count(*) filter (where code = 'CALLBACK_ATTEMPT') as callback_attempts,
              min(e.at) filter (where code = 'CALLBACK_ATTEMPT' and reason = 'ANSWERED') as reached_at,
              min(e.at) filter (where code = 'SURVEY_OFFERED') as surveyed_at,
              min(e.at) filter (where code = 'SURVEY_ANSWERED') as scored_at,
              min(cast(substr(reason, 2) as int)) filter (where code = 'SURVEY_ANSWERED' and reason ~ '^S[1-5]$') as score,
              min(refs ->> 'advisor') filter (where code = 'SURVEY_ANSWERED') as scored_advisor
            from event e join touched using (contact_id) group by e.contact_id)
            insert into contact_fact (contact_id, channel, direction, entry_point, language, topic, priority,
              target_seconds, queued_at, connected_at, answered_at, delivered_at, finished_at, ended_at, ended_as,
              outcome, disposition, referred, transfers, advisor, offers, missed, rejected, open_seconds,
              surveyed_at, scored_at, score, scored_advisor, matter, callback_at, callback_attempts, reached_at)
            select contact_id, channel, direction, entry_point, language, topic, priority,
              target_seconds, queued_at, connected_at, answered_at, delivered_at, finished_at, ended_at, ended_as,
              outcome, disposition, referred, transfers, advisor, offers, missed, rejected,
              case when delivered_at is not null then
                (select sum(extract(epoch from least(coalesce(l.finished_at, l.ended_at, f.delivered_at), f.delivered_at)
                                               - greatest(l.connected_at, f.reached_at)))
                 from leg_fact l where l.contact_id = f.contact_id and l.connected_at <= f.delivered_at
                   and coalesce(l.finished_at, l.ended_at, f.delivered_at) >= coalesce(f.reached_at, l.connected_at))
                - coalesce((select sum(extract(epoch from least(p.until, f.delivered_at) - p.at)) from (
                    select e.code, e.at, lead(e.at) over (order by e.id) as until from event e
                    where e.contact_id = f.contact_id and e.kind = 'STATE') p
                  where p.code = 'INTERRUPTED' and p.at < f.delivered_at), 0) end,
              surveyed_at, scored_at, score, scored_advisor, matter, callback_at, callback_attempts, reached_at
            from facts f where channel is not null
            on conflict (contact_id) do update set connected_at = excluded.connected_at,
              answered_at = excluded.answered_at, delivered_at = excluded.delivered_at,
              finished_at = excluded.finished_at, ended_at = excluded.ended_at, ended_as = excluded.ended_as,
              outcome = excluded.outcome, disposition = excluded.disposition, referred = excluded.referred,
              transfers = excluded.transfers, advisor = excluded.advisor, offers = excluded.offers, missed = excluded.missed,
              rejected = excluded.rejected, open_seconds = excluded.open_seconds,
              surveyed_at = excluded.surveyed_at,
              scored_at = excluded.scored_at, score = excluded.score, scored_advisor = excluded.scored_advisor,
              matter = excluded.matter, callback_at = excluded.callback_at,
              callback_attempts = excluded.callback_attempts, reached_at = excluded.reached_at
            """;

    // Every matter that a touched contact was ever on: where it left, its neighbours change too.
    private static final String MATTERS = TOUCHED
            + """
            , seen as (
              select contact_id,
                lead(queued_at) over ordered as again_at,
                coalesce(max(case when answered_at is not null then coalesce(ended_at, 'infinity') end) over
                  (ordered rows between unbounded preceding and 1 preceding) + interval '7 days' >= queued_at, false)
                  as repeated
              from contact_fact where direction = 'INBOUND' and matter in (
                select refs ->> 'matter' from event join touched using (contact_id) where refs ->> 'matter' is not null)
              window ordered as (partition by matter order by queued_at, contact_id))
            update contact_fact f set again_at = s.again_at, repeated = s.repeated from seen s
            where f.contact_id = s.contact_id
              and (f.again_at is distinct from s.again_at or f.repeated is distinct from s.repeated)
            """;

    private static final String NO_LIVE =
            TOUCHED + "delete from live_fact where contact_id in (select contact_id from touched)";

    // From a state with an advisor to the next state; a citizen who falls silent ends it, a later state begins another.
    // An interrupted mail has no part of anybody's time.
    private static final String LIVE = TOUCHED
            + """
            insert into live_fact (event_id, contact_id, leg, advisor, begun_at, ended_at)
            select m.id, m.contact_id, m.leg, l.advisor, m.at, m.following
            from (select e.id, e.contact_id, e.kind, e.code, e.leg, e.at, e.state_to,
                         lead(e.at) over (partition by e.contact_id order by e.id) as following
                  from event e join touched using (contact_id)
                  where e.kind = 'STATE' or e.code = 'CITIZEN_QUIET') m
            join leg_fact l on l.contact_id = m.contact_id and l.leg = m.leg
            where m.kind = 'STATE' and m.code <> 'INTERRUPTED' and m.state_to in ('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN', 'AFTER_CALL_WORK')
              and (m.following is null or m.following > m.at)
            """;

    // Legs whose part may be another now: those touched, and what their advisors had in hand since these began.
    private static final String DUE = TOUCHED
            + """
            , since as (
              select l.advisor, min(l.connected_at) as at from leg_fact l join touched using (contact_id) group by l.advisor),
            due as (
              select l.contact_id, l.leg, l.advisor, l.connected_at, l.ended_at from leg_fact l join since using (advisor)
              where l.ended_at is null or l.ended_at >= since.at)
            """;

    // Concurrent contacts share time (ROUTING): a clock of the advisor that runs at 1/n while n legs are live; a leg's
    // part is what that clock went on in its live stretches. Without joins of what is computed here: nobody can tell
    // PostgreSQL how many rows that are, and a wrong guess makes a month of it quadratic.
    private static final String SHARES = DUE
            + """
            , earliest as (select advisor, min(connected_at) as at from due group by advisor),
            live as (
              select v.* from live_fact v join earliest b using (advisor) where v.ended_at is null or v.ended_at >= b.at),
            edges as (
              select contact_id, leg, advisor, begun_at as at, 1 as change from live
              union all
              select contact_id, leg, advisor, ended_at, -1 from live where ended_at is not null),
            moments as (
              select *, sum(change) over ordered as n, row_number() over (partition by advisor, at) as nth,
                min(at) over (ordered groups between 1 following and 1 following) as following
              from edges window ordered as (partition by advisor order by at)),
            clock as (
              select *, coalesce(sum(case when n > 0 and nth = 1 then extract(epoch from following - at) / n end) over
                (partition by advisor order by at groups between unbounded preceding and 1 preceding), 0) as ran
              from moments),
            parts as (
              select contact_id, leg, round(sum(seconds), 9) as seconds
              from (select contact_id, leg, -change * ran as seconds, false as due from clock
                    union all select contact_id, leg, 0, true from due where ended_at is not null) p
              group by contact_id, leg having bool_or(due))
            update leg_fact l set shared_seconds = p.seconds from parts p
            where l.contact_id = p.contact_id and l.leg = p.leg and l.shared_seconds is distinct from p.seconds
            """;

    private static final String HANDLED = DUE
            + """
            update contact_fact f set handled_seconds = h.seconds
            from (select contact_id, cast(sum(shared_seconds) as double precision) as seconds from leg_fact
                  where contact_id in (select contact_id from due) group by contact_id) h
            where f.contact_id = h.contact_id and f.handled_seconds is distinct from h.seconds
            """;

    private static final String PRESENCES =
            """
            insert into presence_fact (event_id, advisor, state, reason, begun_at)
            select id, refs ->> 'advisor', refs ->> 'to', reason, at from event
            where kind = 'SYSTEM' and code = 'PRESENCE' and xact >= cast(:after as xid8) and xact < cast(:upto as xid8)
            on conflict do nothing
            """;

    private static final String PRESENCE_ENDS =
            """
            update presence_fact p set ended_at = following.at
            from (select event_id, lead(begun_at) over (partition by advisor order by begun_at, event_id) as at
                  from presence_fact
                  where advisor in (select refs ->> 'advisor' from event where kind = 'SYSTEM' and code = 'PRESENCE'
                                      and xact >= cast(:after as xid8) and xact < cast(:upto as xid8))
                    and (ended_at is null or begun_at >= (
                      select min(at) from event where kind = 'SYSTEM' and code = 'PRESENCE'
                         and xact >= cast(:after as xid8) and xact < cast(:upto as xid8)) - interval '1 day')) following
            where following.event_id = p.event_id and following.at is distinct from p.ended_at
              and following.at is not null
            """;

    private static final String UPDATES =
            """
            insert into update_fact (execution_id, registered_at, published_at)
            select e.execution_id, min(e.at) filter (where e.step_code = 'ABD-01'),
                   min(e.at) filter (where e.step_code = 'ABD-06')
            from event e
            where e.execution_id in (select execution_id from event where kind = 'STEP' and step_code like 'ABD-%'
                                       and xact >= cast(:after as xid8) and xact < cast(:upto as xid8))
              and e.kind = 'STEP' and e.step_kind = 'END'
            group by e.execution_id having min(e.at) filter (where e.step_code = 'ABD-01') is not null
            on conflict (execution_id) do update set registered_at = excluded.registered_at,
              published_at = excluded.published_at
            """;

    private static final String TERMINAL = Arrays.stream(ContactState.values())
            .filter(ContactState::isTerminal)
            .map(state -> "'" + state + "'")
            .collect(Collectors.joining(", "));

    /** Events of a minute or two of the busiest hour; more come at once only after a pause or when all is read anew. */
    private static final int MANY = 5_000;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * Takes in what the ledger got since the last call.
     *
     * @return how many rows of the read model changed
     */
    public int catchUp() {
        String after = Sql.on(
                        entities, "select cast(upto as text) as upto from projection where name = 'FIGURES' for update")
                .first(row -> row.text("upto"))
                .orElseThrow();
        String upto = Sql.on(entities, "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as upto")
                .first(row -> row.text("upto"))
                .orElseThrow();
        int changed = 0;
        int news = news(after, upto);
        if (news > 0) {
            if (news == MANY) {
                expectMany();
            }
            // A leg is part of its contact's seconds, so legs come first.
            changed += run(LEGS, after, upto);
            changed += run(CONTACTS, after, upto);
            run(MATTERS, after, upto);
            run(NO_LIVE, after, upto);
            run(LIVE, after, upto);
            run(SHARES, after, upto);
            run(HANDLED, after, upto);
            changed += run(PRESENCES, after, upto);
            run(PRESENCE_ENDS, after, upto);
            changed += run(UPDATES, after, upto);
            if (news == MANY) {
                knowMany();
            }
        }
        Sql.on(entities, "update projection set upto = cast(:upto as xid8), updated_at = now() where name = 'FIGURES'")
                .set("upto", upto)
                .update();
        return changed;
    }

    /** Empties the read model; the next {@link #catchUp} fills it from the whole ledger. */
    public void forget() {
        for (String table : new String[] {"contact_fact", "leg_fact", "live_fact", "presence_fact", "update_fact"}) {
            Sql.on(entities, "delete from " + table).update();
        }
        Sql.on(entities, "update projection set upto = '0', updated_at = 'epoch' where name = 'FIGURES'")
                .update();
    }

    /** How many events came, counted no further than {@link #MANY}. */
    private int news(String after, String upto) {
        return Sql.on(
                        entities,
                        """
                        select count(*) as n from (
                          select 1 from event where xact >= cast(:after as xid8) and xact < cast(:upto as xid8) limit :many) news
                        """)
                .set("after", after)
                .set("upto", upto)
                .set("many", MANY)
                .first(row -> row.number("n"))
                .orElseThrow();
    }

    /**
     * Until the transaction ends. What is touched is computed, and PostgreSQL guesses that it is next to nothing: it would
     * read all of it again for every single event.
     */
    private void expectMany() {
        Sql.on(entities, "set local enable_nestloop = off").update();
        Sql.on(entities, "set local jit = off").update(); // what cannot do without a loop looks dear, and is not
    }

    /**
     * PostgreSQL counts anew within a minute by itself. A small intake before that would be planned for tables that are as
     * good as empty, and takes minutes: it goes through all of them for each of their rows.
     */
    private void knowMany() {
        Sql.on(entities, "analyze contact_fact, leg_fact, live_fact, presence_fact, update_fact")
                .update();
    }

    private int run(String text, String after, String upto) {
        return Sql.on(entities, text.replace(":terminal", TERMINAL))
                .set("after", after)
                .set("upto", upto)
                .update();
    }
}
