package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.ServiceClass;
import org.junit.jupiter.api.Test;

class RoutingRulesTest {

    @Test
    void whatTheSettingsDoNotNameHasItsDefaultAndStopsNobody() {
        RoutingRules rules = new RoutingRules(Map.of("CHAT.NORMAL", 45), Map.of("CHAT", 50));
        assertThat(rules.target(ServiceClass.of("ES.GENERAL.CHAT.NORMAL"))).isEqualTo(Duration.ofSeconds(45));
        assertThat(rules.target(ServiceClass.of("ES.GENERAL.EMAIL.URGENT"))).isEqualTo(Duration.ofHours(4));
        assertThat(rules.points(Channel.CHAT)).isEqualTo(50);
        assertThat(rules.points(Channel.PHONE)).isEqualTo(100);
    }
}
