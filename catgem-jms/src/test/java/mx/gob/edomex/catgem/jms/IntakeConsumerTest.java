package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.ContactQueued;
import mx.gob.edomex.catgem.contact.Intake;
import mx.gob.edomex.catgem.contact.StuckArrivals;
import mx.gob.edomex.catgem.shared.ContactId;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // no container fills the fields here
class IntakeConsumerTest {

    private final List<String> buried = new ArrayList<>();
    private final List<ContactId> opened = new ArrayList<>();
    private final List<ContactId> told = new ArrayList<>();
    private int tries = 1;
    private final IntakeConsumer consumer = new IntakeConsumer();

    IntakeConsumerTest() {
        consumer.deadLetters = new DeadLetters() {
            @Override
            void bury(String queue, Message message) {
                buried.add(queue);
            }
        };
        consumer.stuckArrivals = new StuckArrivals() {
            @Override
            public void tell(ContactId arrival) {
                told.add(arrival);
            }
        };
        consumer.intake = new Intake() {
            @Override
            public Optional<ContactQueued> open(ContactId id) {
                opened.add(id);
                return Optional.empty();
            }
        };
    }

    @Test
    void whatNamesNoContactIsPutAsideAndNotDeliveredForEver() {
        consumer.onMessage(message("rubbish"));
        consumer.onMessage(message(null));
        consumer.onMessage(message(new MessageFormatException("bytes")));
        assertThat(buried).containsExactly(Destinations.INTAKE, Destinations.INTAKE, Destinations.INTAKE);
        assertThat(opened).isEmpty();
    }

    @Test
    void whatFailsOnTheWayIsDeliveredAgainAndNobodyIsAlarmedYet() {
        nothingCanBeOpened();
        for (tries = 1; tries < IntakeConsumer.ENOUGH; tries++) {
            assertThatThrownBy(
                            () -> consumer.onMessage(message(ContactId.random().toString())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(buried).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whatFailsAgainAndAgainIsAnAlertAndLeavesNoMessage() {
        nothingCanBeOpened();
        tries = IntakeConsumer.ENOUGH;
        ContactId poison = ContactId.random();
        consumer.onMessage(message(poison.toString()));
        assertThat(told).containsExactly(poison);
    }

    @Test
    void whileNobodyCanBeToldNothingIsTaken() {
        nothingCanBeOpened();
        tries = IntakeConsumer.ENOUGH;
        consumer.stuckArrivals = new StuckArrivals() {
            @Override
            public void tell(ContactId arrival) {
                throw new IllegalStateException("the database is away");
            }
        };
        assertThatThrownBy(() -> consumer.onMessage(message(ContactId.random().toString())))
                .isInstanceOf(IllegalStateException.class);
    }

    private void nothingCanBeOpened() {
        consumer.intake = new Intake() {
            @Override
            public Optional<ContactQueued> open(ContactId id) {
                throw new IllegalArgumentException("it cannot be opened");
            }
        };
    }

    private Message message(Object body) {
        return (Message) Proxy.newProxyInstance(
                Message.class.getClassLoader(), new Class<?>[] {Message.class}, (proxy, method, arguments) -> {
                    if (body instanceof MessageFormatException failure) {
                        throw failure;
                    }
                    return "getIntProperty".equals(method.getName()) ? (Object) tries : body;
                });
    }
}
