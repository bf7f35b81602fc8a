package mx.gob.edomex.catgem.tests.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds the books up: whatever happened to the centre, these sums must be right at every moment at which no transaction
 * runs. It knows the rules of DOMAIN and ROUTING, not the code that keeps them.
 */
public final class AccountingOracle {

    /** @param wrong a query whose every row is a fault: what it is about, as text */
    private record Rule(String name, String wrong) {}

    private static final String ENDED =
            "('CLOSED', 'ABANDONED_IN_IVR', 'ABANDONED_IN_QUEUE', 'ABANDONED_WHILE_ALERTING', 'OVERFLOWED', "
                    + "'QUARANTINED', 'FAILED')";
    private static final String WITH_ADVISOR = "('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN', 'AFTER_CALL_WORK')";

    private static final Rule ON_ITS_WAY = new Rule(
            "an arrival without its contact",
            """
                    select a.contact_id::text from arrival a left join contact c on c.id = a.contact_id
                    where c.id is null or not a.opened
                    """);

    private static final List<Rule> RULES = List.of(
            ON_ITS_WAY,
            new Rule(
                    "a waiting contact that is somewhere else too",
                    """
                    select c.id::text from contact c where c.state = 'QUEUED' and (c.advisor is not null
                      or exists (select 1 from offer o where o.contact_id = c.id and o.outcome is null)
                      or exists (select 1 from leg l where l.contact_id = c.id and l.ended_at is null))
                    """),
            new Rule(
                    "an offered contact without exactly its one offer",
                    """
                    select c.id::text from contact c where c.state = 'OFFERED' and (
                      (select count(*) from offer o where o.contact_id = c.id and o.outcome is null
                         and o.advisor = c.advisor and o.number = c.offer_number) <> 1
                      or (select count(*) from offer o where o.contact_id = c.id and o.outcome is null) <> 1
                      or exists (select 1 from leg l where l.contact_id = c.id and l.ended_at is null))
                    """),
            new Rule(
                    "a contact in hand without exactly its one advisor",
                    """
                    select c.id::text from contact c where c.state in %s and (
                      (select count(*) from leg l where l.contact_id = c.id and l.ended_at is null
                         and l.number = c.leg and l.advisor = c.advisor) <> 1
                      or (select count(*) from leg l where l.contact_id = c.id and l.ended_at is null) <> 1
                      or exists (select 1 from offer o where o.contact_id = c.id and o.outcome is null))
                    """
                            .formatted(WITH_ADVISOR)),
            new Rule(
                    "an ended contact that is still somewhere, or an open one that has ended",
                    """
                    select c.id::text from contact c where (c.state in %s) <> (c.closed_at is not null)
                      or (c.closed_at is not null and (
                        exists (select 1 from offer o where o.contact_id = c.id and o.outcome is null)
                        or exists (select 1 from leg l where l.contact_id = c.id and l.ended_at is null)))
                    """
                            .formatted(ENDED)),
            new Rule(
                    "an advisor whose points are not those held",
                    """
                    select a.username || ' has ' || a.points || ', holds ' || h.held from advisor a cross join lateral (
                      select coalesce((select sum(points) from offer o where o.advisor = a.username and o.outcome is null), 0)
                           + coalesce((select sum(points) from leg l where l.advisor = a.username and l.ended_at is null
                           and l.quiet_since is null), 0)
                           + coalesce((select sum(points) from warm_transfer w where w.to_advisor = a.username
                                       and w.ended_at is null), 0)
                             as held) h
                    where a.points <> h.held or a.points > 100
                    """),
            new Rule(
                    "a colleague asked into a contact that is not in the hands of who asked",
                    """
                    select w.contact_id::text from warm_transfer w join contact c on c.id = w.contact_id
                    where w.ended_at is null and (c.advisor is distinct from w.from_advisor
                      or c.state not in ('IN_PROGRESS', 'ON_HOLD', 'WAITING_FOR_CITIZEN'))
                    """),
            new Rule(
                    "a step counter with a gap",
                    """
                    select x.id::text from execution x
                    left join event e on e.execution_id = x.id and e.kind = 'STEP'
                    group by x.id having count(e.k) <> x.steps or coalesce(max(e.k), 0) <> x.steps
                    """),
            new Rule(
                    "a conversation with a gap",
                    """
                    select contact_id::text from message group by contact_id
                    having min(seq) <> 1 or max(seq) <> count(*)
                    """),
            new Rule(
                    "a ledger that ends in another state than the contact",
                    """
                    select c.id::text || ' is ' || c.state || ', ledger says ' || coalesce(last.state_to, 'nothing')
                    from contact c left join lateral (
                      select e.state_to from event e where e.contact_id = c.id and e.kind = 'STATE'
                      order by e.id desc limit 1) last on true
                    where last.state_to is distinct from c.state
                    """),
            new Rule(
                    "a ledger whose states do not follow from each other",
                    """
                    select contact_id::text from (
                      select contact_id, state_from, lag(state_to, 1, 'CREATED') over (partition by contact_id order by id)
                        as before from event where kind = 'STATE' and contact_id is not null) e
                    where state_from <> before
                    """),
            new Rule(
                    "an offer that was made twice",
                    """
                    select contact_id::text from event where kind = 'STATE' and state_to = 'OFFERED'
                    group by contact_id having count(*) <> (select count(*) from offer o where o.contact_id = event.contact_id)
                    """),
            new Rule(
                    "an offer that ended twice",
                    """
                    select refs ->> 'offer' from event where kind = 'STATE' and state_from = 'OFFERED'
                      and refs ->> 'offer' is not null group by 1 having count(*) > 1
                    """),
            new Rule(
                    "a contact that ended twice",
                    """
                    select contact_id::text from event where kind = 'STATE' and state_to in %s
                    group by contact_id having count(*) > 1
                    """
                            .formatted(ENDED)),
            new Rule(
                    "an age that is not the one with which it was first queued",
                    """
                    select c.id::text from contact c join event e on e.contact_id = c.id and e.code = 'QUEUED'
                    where c.first_queued_at <> (e.refs ->> 'queuedAt')::timestamptz
                    """),
            new Rule(
                    "a mail that made two contacts, or none",
                    """
                    select i.id::text from inbound_mail i
                    where i.kind = 'NEW' and (select count(*) from arrival a where a.contact_id = i.contact_id) <> 1
                    """),
            new Rule(
                    "a contact acknowledged by two mails",
                    """
                    select contact_id::text from outbound_mail where kind = 'ACKNOWLEDGEMENT'
                    group by contact_id having count(*) > 1
                    """));

    private AccountingOracle() {}

    /** Everything that does not add up when nothing is under way; empty when all is well. */
    public static List<String> findings(Connection connection) throws SQLException {
        return findings(connection, RULES);
    }

    /** The same while people come: only an arrival may be on its way, between the two transactions of intake. */
    public static List<String> findingsAtWork(Connection connection) throws SQLException {
        return findings(
                connection,
                RULES.stream().filter(rule -> !rule.equals(ON_ITS_WAY)).toList());
    }

    private static List<String> findings(Connection connection, List<Rule> rules) throws SQLException {
        List<String> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Rule rule : rules) {
                try (ResultSet rows = statement.executeQuery(rule.wrong())) {
                    while (rows.next()) {
                        findings.add(rule.name() + ": " + rows.getString(1));
                    }
                }
            }
        }
        return findings;
    }

    /** When each contact entered the queue: what no fault may change. */
    static Map<String, Instant> ages(Connection connection) throws SQLException {
        Map<String, Instant> ages = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, first_queued_at from contact")) {
            while (rows.next()) {
                ages.put(rows.getString(1), rows.getTimestamp(2).toInstant());
            }
        }
        return ages;
    }
}
