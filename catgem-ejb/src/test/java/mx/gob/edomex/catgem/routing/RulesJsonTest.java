package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RulesJsonTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final RuleBook book = persistence.wire(new RuleBook());

    @Test
    void theFirstVersionHasTheCataloguesTargetsAndPointsAndTheStandardWidening() {
        RoutingRules rules = persistence.inTransaction(() -> book.inForce(Instant.now()));
        assertThat(rules.version()).isEqualTo(1);
        assertThat(rules.targets()).isEqualTo(RoutingRules.standard().targets());
        assertThat(rules.points()).isEqualTo(RoutingRules.standard().points());
        assertThat(rules.widening()).isEqualTo(RoutingRules.standard().widening());
        assertThat(rules.neighbours("APOYOS")).containsExactly("EDUCACION", "SALUD");
        assertThat(rules.callsBeforeMail()).isFalse();
    }

    @Test
    void aVersionCountsFromItsDateOfEffectAndOnlyNamesWhatItChanges() throws SQLException {
        Instant now = Instant.now();
        persistence
                .database()
                .execute(
                        """
                insert into routing_rule (version, author, effective_from, rules) values
                  (2, 'supervisora', now() + interval '1 day', '{"callsBeforeMail": true, "points": {"CHAT": 50}}')
                """);
        assertThat(persistence.inTransaction(() -> book.inForce(now)).version()).isEqualTo(1);
        RoutingRules tomorrow = persistence.inTransaction(() -> book.inForce(now.plusSeconds(90_000)));
        assertThat(tomorrow.version()).isEqualTo(2);
        assertThat(tomorrow.callsBeforeMail()).isTrue();
        assertThat(tomorrow.points(Channel.CHAT)).isEqualTo(50);
        assertThat(tomorrow.target(ServiceClass.of("ES.GENERAL.PHONE.NORMAL"))).hasSeconds(20);
        assertThat(tomorrow.widening()).isEqualTo(RoutingRules.standard().widening());
    }

    @Test
    void rulesAreReadAsTheyWereWritten() {
        RoutingRules rules = new RoutingRules(
                4,
                Map.of("CHAT.LOW", 75),
                Map.of("CHAT", 50),
                2,
                List.of(new WideningStep(WideningStep.Kind.NEIGHBOURS, 30, false, 0)),
                Map.of("AGUA", List.of("PREDIAL", "GENERAL")),
                true,
                0,
                Map.of("EMAIL", 90),
                Map.of("PHONE", 45));
        assertThat(RulesJson.read(4, RulesJson.write(rules))).isEqualTo(rules);
    }

    @Test
    void aStepIsReadAsItWasWritten() {
        RoutingRules rules = RulesJson.read(
                3, "{\"level\": 2, \"widening\": [{\"kind\": \"DROP_LEVEL\", \"after\": 12, \"level\": 1}]}");
        assertThat(rules.level()).isEqualTo(2);
        assertThat(rules.widening()).isEqualTo(List.of(new WideningStep(WideningStep.Kind.DROP_LEVEL, 12, false, 1)));
    }
}
