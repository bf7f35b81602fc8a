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
            where a.kind = 'STATE' and a.code = 'ACCEPTED' and a.leg is not null
            on conflict (contact_id, leg) do update set advisor = excluded.advisor,
              connected_at = excluded.connected_at, finished_at = excluded.finished_at, ended_at = excluded.ended_at,
              ended_by = excluded.ended_by
            """;

    private static final String CONTACTS = TOUCHED
            + """
            , facts as (
            select e.contact_id,
              max(refs ->> 'channel') filter (where code = 'QUEUED') as channel,
              max(refs ->> 'direction') filter (where code = 'QUEUED') as direction,
              max(refs ->> 'entryPoint') filter (where code = 'QUEUED') as entry_point,
              max(refs ->> 'language') filter (where code = 'QUEUED') as language,
              max(refs ->> 'topic') filter (where code = 'QUEUED') as topic,
              max(refs ->> 'priority') filter (where code = 'QUEUED') as priority,
              max(cast(refs ->> 'target' as int)) filter (where code = 'QUEUED') as target_seconds,
              min(cast(refs ->> 'queuedAt' as timestamptz)) filter (where code = 'QUEUED') as queued_at,
              min(e.at) filter (where code = 'ACCEPTED') as connected_at,
              min(e.at) filter (where code = 'ANSWERED') as answered_at,
              min(e.at) filter (where kind = 'STEP' and code = 'DELIVER' and step_kind = 'END') as delivered_at,
              max(e.at) filter (where state_to = 'AFTER_CALL_WORK') as finished_at,
              max(e.at) filter (where kind = 'STATE' and state_to in (:terminal)) as ended_at,
              max(state_to) filter (where kind = 'STATE' and state_to in (:terminal)) as ended_as,
              max(refs ->> 'outcome') filter (where code = 'CLOSED') as outcome,
              max(reason) filter (where code = 'CLOSED') as disposition,
              coalesce(bool_or(kind = 'STEP' and code = 'REFER' and step_kind = 'END'), false) as referred,
              (array_agg(staff order by e.id desc) filter (where code = 'ACCEPTED'))[1] as advisor,
              count(*) filter (where code = 'OFFERED') as offers,
              count(*) filter (where code = 'MISSED') as missed,
              count(*) filter (where code = 'REJECTED') as rejected,
              min(e.at) filter (where code = 'SURVEY_OFFERED') as surveyed_at,
              min(e.at) filter (where code = 'SURVEY_ANSWERED') as scored_at,
              min(cast(substr(reason, 2) as int)) filter (where code = 'SURVEY_ANSWERED' and reason ~ '^S[1-5]$') as score,
              min(refs ->> 'advisor') filter (where code = 'SURVEY_ANSWERED') as scored_advisor
            from event e join touched using (contact_id) group by e.contact_id)
            insert into contact_fact (contact_id, channel, direction, entry_point, language, topic, priority,
              target_seconds, queued_at, connected_at, answered_at, delivered_at, finished_at, ended_at, ended_as,
              outcome, disposition, referred, advisor, offers, missed, rejected, open_seconds, handled_seconds,
              surveyed_at, scored_at, score, scored_advisor)
            select contact_id, channel, direction, entry_point, language, topic, priority,
              target_seconds, queued_at, connected_at, answered_at, delivered_at, finished_at, ended_at, ended_as,
              outcome, disposition, referred, advisor, offers, missed, rejected,
              case when delivered_at is not null then
                (select sum(extract(epoch from least(coalesce(l.finished_at, l.ended_at, f.delivered_at), f.delivered_at)
                                               - l.connected_at))
                 from leg_fact l where l.contact_id = f.contact_id and l.connected_at <= f.delivered_at) end,
              (select sum(extract(epoch from l.ended_at - l.connected_at)) from leg_fact l
               where l.contact_id = f.contact_id),
              surveyed_at, scored_at, score, scored_advisor
            from facts f where channel is not null
            on conflict (contact_id) do update set connected_at = excluded.connected_at,
              answered_at = excluded.answered_at, delivered_at = excluded.delivered_at,
              finished_at = excluded.finished_at, ended_at = excluded.ended_at, ended_as = excluded.ended_as,
              outcome = excluded.outcome, disposition = excluded.disposition, referred = excluded.referred,
              advisor = excluded.advisor, offers = excluded.offers, missed = excluded.missed,
              rejected = excluded.rejected, open_seconds = excluded.open_seconds,
              handled_seconds = excluded.handled_seconds, surveyed_at = excluded.surveyed_at,
              scored_at = excluded.scored_at, score = excluded.score, scored_advisor = excluded.scored_advisor
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
        if (isNews(after, upto)) {
            // A leg is part of its contact's seconds, so legs come first.
            changed += run(LEGS, after, upto);
            changed += run(CONTACTS, after, upto);
            changed += run(PRESENCES, after, upto);
            run(PRESENCE_ENDS, after, upto);
            changed += run(UPDATES, after, upto);
        }
        Sql.on(entities, "update projection set upto = cast(:upto as xid8), updated_at = now() where name = 'FIGURES'")
                .set("upto", upto)
                .update();
        return changed;
    }

    /** Empties the read model; the next {@link #catchUp} fills it from the whole ledger. */
    public void forget() {
        for (String table : new String[] {"contact_fact", "leg_fact", "presence_fact", "update_fact"}) {
            Sql.on(entities, "delete from " + table).update();
        }
        Sql.on(entities, "update projection set upto = '0', updated_at = 'epoch' where name = 'FIGURES'")
                .update();
    }

    private boolean isNews(String after, String upto) {
        return Sql.on(
                        entities,
                        "select 1 from event where xact >= cast(:after as xid8) and xact < cast(:upto as xid8) limit 1")
                .set("after", after)
                .set("upto", upto)
                .exists();
    }

    private int run(String text, String after, String upto) {
        return Sql.on(entities, text.replace(":terminal", TERMINAL))
                .set("after", after)
                .set("upto", upto)
                .update();
    }
}
