package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.contact.QueueBoard;
import mx.gob.edomex.catgem.contact.QueueClass;
import mx.gob.edomex.catgem.contact.QueueQueries;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Looks at the centre by the supervisor's rules. A condition that holds long enough is alerted once, whoever ends the
 * alert meanwhile, and its alert ends when it holds no more.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class AlertRules {

    private static final Duration NOW = Duration.ofMinutes(30);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    QueueQueries queue;

    @Inject
    Alerts alerts;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    public List<AlertRule> all() {
        return read("");
    }

    /** @throws RuleNotSound when threshold or minutes are out of range */
    @RolesAllowed(Roles.SUPERVISOR)
    public void change(
            AlertRule.Kind kind, boolean enabled, int threshold, int minutes, Alerts.Severity severity, boolean sound) {
        if (!kind.takes(threshold) || minutes < 0 || minutes > 120) {
            throw new RuleNotSound();
        }
        int changed = Sql.on(
                        entities,
                        """
                        update alert_rule set enabled = :enabled, threshold = :threshold, minutes = :minutes,
                          severity = :severity, sound = :sound, since = null, raised_at = null
                        where kind = :kind and (enabled, threshold, minutes, severity, sound)
                          is distinct from (:enabled, :threshold, :minutes, :severity, :sound)
                        """)
                .set("enabled", enabled)
                .set("threshold", threshold)
                .set("minutes", minutes)
                .set("severity", severity)
                .set("sound", sound)
                .set("kind", kind)
                .update();
        if (changed > 0) {
            alerts.end(kind.name(), null);
            ledger.system(
                    "ALERT_RULE_CHANGED",
                    new Actor(staff.username(), Roles.SUPERVISOR, Source.SCREEN),
                    clock.instant(),
                    null,
                    Map.of(
                            "rule", kind.name(),
                            "enabled", Boolean.toString(enabled),
                            "threshold", Integer.toString(threshold),
                            "minutes", Integer.toString(minutes),
                            "severity", severity.name(),
                            "sound", Boolean.toString(sound)));
        }
    }

    /** Kinds of alert that make a sound, besides everything critical. */
    public List<String> sounding() {
        return Sql.on(entities, "select kind from alert_rule where sound").list(row -> row.text("kind"));
    }

    /** One look, in the name of the centre: raises and ends what the rules say. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void look() {
        Instant now = clock.instant();
        List<AlertRule> rules = read(" for update");
        if (rules.stream().noneMatch(rule -> rule.enabled() || rule.since() != null)) {
            return;
        }
        Sight sight = sight(now);
        rules.forEach(rule -> judge(rule, rule.enabled() && sight.shows(rule), now));
    }

    private void judge(AlertRule rule, boolean holds, Instant now) {
        if (!holds) {
            if (rule.since() != null) {
                mark(rule, null, null);
                alerts.end(rule.kind().name(), null);
            }
            return;
        }
        Instant since = rule.since() == null ? now : rule.since();
        boolean due = !since.plus(Duration.ofMinutes(rule.minutes())).isAfter(now);
        boolean raise = due && rule.raisedAt() == null;
        if (raise) {
            alerts.raise(rule.kind().name(), rule.severity(), null, null, null);
        }
        if (raise || rule.since() == null) {
            mark(rule, since, raise ? now : rule.raisedAt());
        }
    }

    private void mark(AlertRule rule, Instant since, Instant raisedAt) {
        Sql.on(
                        entities,
                        """
                        update alert_rule set since = cast(:since as timestamptz),
                          raised_at = cast(:raised as timestamptz) where kind = :kind
                        """)
                .set("since", since == null ? null : since.toString())
                .set("raised", raisedAt == null ? null : raisedAt.toString())
                .set("kind", rule.kind())
                .update();
    }

    /** What there is to see at one moment. */
    private record Sight(
            Figure serviceLevel,
            Figure abandonRate,
            int waiting,
            int oldestPercent,
            int ready,
            int hands,
            int overdue) {

        boolean shows(AlertRule rule) {
            double limit = rule.threshold() / 100.0;
            return switch (rule.kind()) {
                case SERVICE_LEVEL_LOW -> serviceLevel.value() != null && serviceLevel.value() < limit;
                case ABANDON_RATE_HIGH -> abandonRate.value() != null && abandonRate.value() > limit;
                case OLDEST_WAIT_LONG -> oldestPercent > rule.threshold();
                case NOBODY_AVAILABLE -> waiting > 0 && ready < rule.threshold();
                case QUEUE_LONG -> waiting > rule.threshold();
                case HAND_WAITING -> hands >= rule.threshold();
                case ACTION_OVERDUE -> overdue >= rule.threshold();
            };
        }
    }

    private Sight sight(Instant now) {
        FigureTable.Line line = new Counting(entities, installation.timeZone(), now)
                .table(Window.last(NOW, now), Cut.ALL, Grouping.NONE)
                .lines()
                .get(0);
        QueueBoard board = queue.board(Language.ES, 0);
        int hands = Sql.on(
                        entities,
                        """
                        select count(*) as n from raised_hand h join contact c on c.id = h.contact_id
                        where h.answered_at is null and h.lowered_at is null and c.closed_at is null
                        """)
                .first(row -> row.number("n"))
                .orElse(0);
        return new Sight(
                line.get(Measure.SERVICE_LEVEL),
                line.get(Measure.ABANDON_RATE),
                board.depth(),
                board.classes().stream().mapToInt(QueueClass::usedPercent).max().orElse(0),
                board.byState().getOrDefault("AVAILABLE", 0),
                hands,
                overdue(now));
    }

    private int overdue(Instant now) {
        return Sql.on(entities, "select count(*) as n from corrective_action where done_at is null and due_on < :today")
                .set("today", LocalDate.ofInstant(now, installation.timeZone()))
                .first(row -> row.number("n"))
                .orElse(0);
    }

    private List<AlertRule> read(String lock) {
        return Sql.on(
                        entities,
                        "select kind, enabled, threshold, minutes, severity, sound, since, raised_at from alert_rule"
                                + " order by kind" + lock)
                .list(row -> new AlertRule(
                        row.constant("kind", AlertRule.Kind.class),
                        row.flag("enabled"),
                        row.number("threshold"),
                        row.number("minutes"),
                        row.constant("severity", Alerts.Severity.class),
                        row.flag("sound"),
                        row.instant("since"),
                        row.instant("raised_at")));
    }
}
