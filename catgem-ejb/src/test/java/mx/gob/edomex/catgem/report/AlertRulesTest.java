package mx.gob.edomex.catgem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.QueueQueries;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The centre alerts by its rules: long enough, once, and not longer than the reason lasts. */
class AlertRulesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private CentreFixture centre;
    private AlertRules rules;
    private Wallboards wallboards;
    private WallboardReading reading;

    @BeforeEach
    void anEmptyCentre() throws Exception {
        centre = new CentreFixture(persistence);
        CurrentStaff supervisora = new CurrentStaff() {
            @Override
            public String username() {
                return "supervisora";
            }
        };
        EventLedger ledger = persistence.wire(new EventLedger(), centre.time);
        Installation installation = persistence.wire(new Installation());
        QueueQueries queue = persistence.wire(new QueueQueries(), centre.time);
        rules = persistence.wire(
                new AlertRules(), installation, queue, centre.alerts, ledger, supervisora, centre.time);
        wallboards = persistence.wire(new Wallboards(), ledger, supervisora, centre.time);
        reading = persistence.wire(new WallboardReading(), installation, queue, centre.time);
        persistence.database().execute("update alert set ended_at = now() where ended_at is null");
        persistence.database().execute("update alert_rule set since = null, raised_at = null");
        persistence
                .database()
                .execute("update contact set state = 'ABANDONED_IN_QUEUE', closed_at = now() where closed_at is null");
    }

    @Test
    void aLongWaitIsAlertedOnceWhoeverEndsTheAlertAndAgainOnlyWhenItHasBeenOver() {
        var contact = centre.aQueued(
                Channel.CHAT, Priority.NORMAL, "GENERAL", centre.time.instant().minus(Duration.ofMinutes(3)));
        look();
        assertThat(open("OLDEST_WAIT_LONG")).isEqualTo(1);
        look();
        assertThat(raised("OLDEST_WAIT_LONG")).isEqualTo(1);

        centre.run(() -> centre.alerts.end("OLDEST_WAIT_LONG", null));
        look();
        assertThat(open("OLDEST_WAIT_LONG")).isZero();

        String waits = "update contact set state = '%s', closed_at = %s where id = '" + contact + "'";
        execute(waits.formatted("ABANDONED_IN_QUEUE", "now()"));
        look();
        execute(waits.formatted("QUEUED", "null"));
        look();
        assertThat(raised("OLDEST_WAIT_LONG")).isEqualTo(2);
        execute(waits.formatted("ABANDONED_IN_QUEUE", "now()"));
        look();
        assertThat(open("OLDEST_WAIT_LONG")).isZero();
    }

    @Test
    void nobodyAvailableIsAlertedOnlyWhenItLasts() {
        centre.aQueuedChat();
        look();
        assertThat(open("NOBODY_AVAILABLE")).isZero();
        centre.time.pass(Duration.ofSeconds(61));
        look();
        assertThat(open("NOBODY_AVAILABLE")).isEqualTo(1);

        centre.available("asesora09");
        look();
        assertThat(open("NOBODY_AVAILABLE")).isZero();
        centre.run(() -> centre.presence.become(Presence.OFFLINE, null));
    }

    @Test
    void anActionThatIsNotDoneOnItsDayIsAlertedUntilItIs() {
        String today = "cast(timestamp '%s' at time zone 'UTC' at time zone 'America/Mexico_City' as date)"
                .formatted(centre.time.instant().toString().replace("Z", ""));
        execute("update corrective_action set due_on = " + today);
        look();
        assertThat(open("ACTION_OVERDUE")).isZero();
        centre.time.pass(Duration.ofDays(1));
        look();
        assertThat(open("ACTION_OVERDUE")).isEqualTo(1);
        execute("update corrective_action set done_at = now(), evidence = 'x' where done_at is null");
        look();
        assertThat(open("ACTION_OVERDUE")).isZero();
    }

    @Test
    void aRuleThatIsOffIsSilentAndItsChangeIsOnRecord() {
        centre.aQueued(
                Channel.CHAT, Priority.NORMAL, "GENERAL", centre.time.instant().minus(Duration.ofMinutes(30)));
        change(false, 150);
        look();
        assertThat(open("OLDEST_WAIT_LONG")).isZero();
        change(true, 10_000);
        look();
        assertThat(open("OLDEST_WAIT_LONG")).isZero();
        change(true, 150);
        look();
        assertThat(open("OLDEST_WAIT_LONG")).isEqualTo(1);
        assertThat(centre.integer("select count(*) from event where code = 'ALERT_RULE_CHANGED'"))
                .isEqualTo(3);
        assertThatThrownBy(() -> change(true, 0)).isInstanceOf(RuleNotSound.class);
    }

    @Test
    void aWallboardOpensByItsKeyUntilItIsRevokedAndNobodyCanReadTheKeyBack() throws Exception {
        String token = persistence.inTransaction(() -> wallboards.make("Sala norte"));
        assertThat(look(token)).isPresent();
        assertThat(look(token).orElseThrow().name()).isEqualTo("Sala norte");
        assertThat(look("A".repeat(43))).isEmpty();
        assertThat(look(null)).isEmpty();
        assertThat(persistence
                        .database()
                        .column("select cast(wallboard as text) || encode(token_hash, 'escape') from wallboard"))
                .noneMatch(row -> row.contains(token));
        var made = persistence.inTransaction(() -> wallboards.all());
        assertThat(made.get(0).seenAt()).isNotNull();

        persistence.inTransaction(() -> wallboards.revoke(made.get(0).id()));
        assertThat(look(token)).isEmpty();
    }

    private Optional<WallboardReading.Sight> look(String token) {
        return persistence.inTransaction(() -> reading.look(token, Language.ES));
    }

    private void change(boolean on, int threshold) {
        persistence.inTransaction(
                () -> rules.change(AlertRule.Kind.OLDEST_WAIT_LONG, on, threshold, 0, Alerts.Severity.WARNING, true));
    }

    /** As the centre looks: every five seconds. */
    private void look() {
        centre.time.pass(Duration.ofSeconds(5));
        persistence.inTransaction(rules::look);
    }

    private int open(String kind) {
        return centre.integer("select count(*) from alert where ended_at is null and kind = '" + kind + "'");
    }

    private int raised(String kind) {
        Instant begin = centre.time.instant().minus(Duration.ofHours(1));
        return centre.integer("select count(*) from alert where kind = '" + kind + "' and raised_at > '" + begin + "'");
    }

    private static void execute(String sql) {
        try {
            persistence.database().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
