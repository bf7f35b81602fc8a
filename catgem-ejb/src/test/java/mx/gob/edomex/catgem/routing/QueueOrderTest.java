package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.Test;

class QueueOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private final QueueOrder order = new QueueOrder(RoutingRules.standard(), NOW);

    @Test
    void aMailNearItsTargetGoesBeforeAFreshCallAndALateCallBeforeBoth() {
        WaitingContact mail = waiting(Channel.EMAIL, Priority.NORMAL, Duration.ofSeconds((long) (14_400 * 0.98)));
        WaitingContact freshCall = waiting(Channel.PHONE, Priority.NORMAL, Duration.ofSeconds(10));
        WaitingContact lateCall = waiting(Channel.PHONE, Priority.NORMAL, Duration.ofSeconds(25));
        assertThat(sorted(freshCall, mail, lateCall)).containsExactly(lateCall, mail, freshCall);
    }

    @Test
    void urgentGoesFirstHoweverFresh() {
        WaitingContact old = waiting(Channel.CHAT, Priority.HIGH, Duration.ofHours(2));
        WaitingContact urgent = waiting(Channel.EMAIL, Priority.URGENT, Duration.ofSeconds(1));
        assertThat(sorted(old, urgent)).containsExactly(urgent, old);
    }

    @Test
    void withTheSamePartUsedTheHigherLevelGoesFirst() {
        WaitingContact low = waiting(Channel.CHAT, Priority.LOW, Duration.ofSeconds(30));
        WaitingContact high = waiting(Channel.CHAT, Priority.HIGH, Duration.ofSeconds(30));
        assertThat(sorted(low, high)).containsExactly(high, low);
    }

    @Test
    void pausedTimeDoesNotCount() {
        WaitingContact waited = waiting(Channel.CHAT, Priority.NORMAL, Duration.ofSeconds(20));
        WaitingContact paused = new WaitingContact(
                ContactId.random(),
                waited.serviceClass(),
                NOW.minusSeconds(60),
                Duration.ofSeconds(50),
                1,
                Set.of(),
                null);
        assertThat(order.used(paused)).isEqualTo(10 / 60.0);
        assertThat(sorted(paused, waited)).containsExactly(waited, paused);
    }

    @Test
    void whereTheRulesSayCallsBeforeMailEvenALateMailWaits() {
        RoutingRules standard = RoutingRules.standard();
        QueueOrder callsFirst = new QueueOrder(
                new RoutingRules(
                        1,
                        standard.targets(),
                        standard.points(),
                        standard.level(),
                        standard.widening(),
                        standard.neighbours(),
                        true),
                NOW);
        WaitingContact mail = waiting(Channel.EMAIL, Priority.HIGH, Duration.ofHours(9));
        WaitingContact urgentMail = waiting(Channel.EMAIL, Priority.URGENT, Duration.ofSeconds(1));
        WaitingContact call = waiting(Channel.PHONE, Priority.LOW, Duration.ofSeconds(1));
        assertThat(Stream.of(mail, call, urgentMail).sorted(callsFirst)).containsExactly(urgentMail, call, mail);
    }

    @Test
    void nobodyStarves() {
        WaitingContact patient = waiting(Channel.EMAIL, Priority.LOW, Duration.ofSeconds(1));
        WaitingContact call = waiting(Channel.PHONE, Priority.HIGH, Duration.ofSeconds(60));
        assertThat(sorted(patient, call)).first().isEqualTo(call);
        QueueOrder later = new QueueOrder(RoutingRules.standard(), NOW.plus(Duration.ofHours(13)));
        WaitingContact newCall = new WaitingContact(
                ContactId.random(),
                call.serviceClass(),
                NOW.plus(Duration.ofHours(13)).minusSeconds(60),
                Duration.ZERO,
                1,
                Set.of(),
                null);
        assertThat(later.compare(patient, newCall)).isNegative();
    }

    private List<WaitingContact> sorted(WaitingContact... contacts) {
        return Stream.of(contacts).sorted(order).toList();
    }

    private static WaitingContact waiting(Channel channel, Priority priority, Duration age) {
        return new WaitingContact(
                ContactId.random(),
                new ServiceClass(Language.ES, "GENERAL", channel, priority),
                NOW.minus(age),
                Duration.ZERO,
                1,
                Set.of(),
                null);
    }
}
