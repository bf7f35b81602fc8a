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
import mx.gob.edomex.catgem.shared.ContactId;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // no container fills the fields here
class IntakeConsumerTest {

    private final List<String> buried = new ArrayList<>();
    private final List<ContactId> opened = new ArrayList<>();
    private final IntakeConsumer consumer = new IntakeConsumer();

    IntakeConsumerTest() {
        consumer.deadLetters = new DeadLetters() {
            @Override
            void bury(String queue, Message message) {
                buried.add(queue);
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
    void whatFailsOnTheWayIsDeliveredAgain() {
        consumer.intake = new Intake() {
            @Override
            public Optional<ContactQueued> open(ContactId id) {
                throw new IllegalArgumentException("the database is away");
            }
        };
        assertThatThrownBy(() -> consumer.onMessage(message(ContactId.random().toString())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(buried).isEmpty();
    }

    private static Message message(Object body) {
        return (Message) Proxy.newProxyInstance(
                Message.class.getClassLoader(), new Class<?>[] {Message.class}, (proxy, method, arguments) -> {
                    if (body instanceof MessageFormatException failure) {
                        throw failure;
                    }
                    return body;
                });
    }
}
