package mx.gob.edomex.catgem.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two that send over one connection when it breaks. A send is told by its text, a connection by its number. */
class SenderTest {

    private final List<Boolean> open = new ArrayList<>();
    private final List<String> confirmed = new ArrayList<>();
    private Sending broker = (connection, text) -> {};
    private final Sender sender = new Sender(part(ConnectionFactory.class, Map.of("createConnection", a -> connect())));

    @Test
    void whoFailsOnTheOldConnectionLeavesTheNewOneToTheOthers() {
        broker = (connection, text) -> {
            if (connection == 0) {
                if ("slow".equals(text)) {
                    // Meanwhile another fails on the same connection and goes on with a new one.
                    sender.hint("fila.evt", "quick");
                }
                throw new JMSException("the connection broke");
            }
        };
        sender.hint("fila.evt", "slow");
        assertThat(confirmed).containsExactly("1:quick", "1:slow");
        assertThat(open).as("the broken one is closed, the new one is not").containsExactly(false, true);
    }

    @Test
    void aSessionOfABrokenConnectionIsNotUsedAgain() {
        sender.hint("fila.evt", "before");
        broker = (connection, text) -> {
            if (connection == 0) {
                throw new JMSException("the connection broke");
            }
        };
        sender.hint("fila.evt", "after");
        sender.hint("fila.evt", "last");
        assertThat(confirmed).containsExactly("0:before", "1:after", "1:last");
    }

    @Test
    void aSessionThatComesBackLateIsNotKeptForTheNewConnection() {
        broker = (connection, text) -> {
            if (connection == 0 && "confirmed late".equals(text)) {
                sender.hint("fila.evt", "fails");
            } else if (connection == 0) {
                throw new JMSException("the connection broke");
            }
        };
        sender.hint("fila.evt", "confirmed late");
        sender.hint("fila.evt", "next");
        assertThat(confirmed).containsExactly("1:fails", "0:confirmed late", "1:next");
    }

    @Test
    void aBrokerThatIsAwayIsSaidAfterTheSecondTry() {
        broker = (connection, text) -> {
            throw new JMSException("away");
        };
        assertThatThrownBy(() -> sender.sendDurable("fila.intake", "text", null))
                .isInstanceOf(Sender.BrokerAway.class);
        assertThat(open).containsExactly(false, false);
    }

    private Connection connect() {
        int number = open.size();
        open.add(true);
        return part(
                Connection.class,
                Map.of(
                        "createSession",
                        a -> session(number),
                        "close",
                        a -> open.set(number, false),
                        "start",
                        a -> null));
    }

    private Session session(int connection) {
        return part(
                Session.class,
                Map.of(
                        "createTextMessage", text -> part(TextMessage.class, Map.of("getText", a -> text[0])),
                        "createQueue", a -> null,
                        "createProducer", a -> producer(connection)));
    }

    private MessageProducer producer(int connection) {
        return part(MessageProducer.class, Map.of("send", arguments -> {
            String text = ((TextMessage) arguments[0]).getText();
            broker.send(connection, text);
            confirmed.add(connection + ":" + text);
            return null;
        }));
    }

    /** Does what is named; whatever else is asked of it is done without effect. */
    private static <T> T part(Class<T> type, Map<String, Answer> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Answer answer = answers.get(method.getName());
                    return answer == null ? null : answer.to(arguments);
                }));
    }

    private interface Answer {
        Object to(Object[] arguments) throws JMSException;
    }

    private interface Sending {
        void send(int connection, String text) throws JMSException;
    }
}
