package mx.gob.edomex.catgem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.transaction.UserTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What the application builds on: the server gives it exactly this. Runs inside the server. */
@InContainer
class PlatformIT {
    /** Of Artemis; the Jakarta constants know only whole-session acknowledgement. */
    private static final int INDIVIDUAL_ACKNOWLEDGE = 101;

    @Resource(lookup = "java:jboss/datasources/CatgemDS")
    private DataSource database;

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory transacted;

    @Resource(lookup = "java:/jms/CatgemCF")
    private ConnectionFactory plain;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static WebArchive archive() {
        return InContainer.Archive.of(PlatformIT.class);
    }

    @Test
    void theDatabaseIsPostgresWithDurableCommitsAndTwoPhases() throws SQLException {
        assertEquals("on", setting("fsync"));
        assertEquals("on", setting("synchronous_commit"));
        assertTrue(Integer.parseInt(setting("max_prepared_transactions")) > 0);
    }

    @Test
    void aRolledBackTransactionTakesItsMessageAndItsRowBack() throws Exception {
        execute("CREATE TABLE IF NOT EXISTS platform_it (word TEXT)");
        for (boolean commit : new boolean[] {false, true}) {
            transaction.begin();
            execute("INSERT INTO platform_it VALUES ('" + commit + "')");
            try (JMSContext jms = transacted.createContext()) {
                jms.createProducer().send(jms.createQueue("fila.probe.xa"), Boolean.toString(commit));
            }
            if (commit) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
        try (JMSContext jms = plain.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue("fila.probe.xa"))) {
            assertEquals("true", consumer.receiveBody(String.class, 5000));
            assertNull(consumer.receive(200));
        }
        assertEquals("true", query("SELECT string_agg(word, ',') FROM platform_it"));
        execute("DROP TABLE platform_it");
    }

    /** The matcher leans on this: heads are held one by one, and what is not acknowledged comes back in order. */
    @Test
    void unacknowledgedHeadsComeBackInOrderOnAQueueMadeByItsFirstUse() throws JMSException {
        String queue = "fila.class.it.probe.mail";
        try (JMSContext jms = plain.createContext()) {
            for (int i = 1; i <= 5; i++) {
                jms.createProducer().send(jms.createQueue(queue), "token " + i);
            }
        }
        try (Connection connection = plain.createConnection()) {
            Session session = connection.createSession(false, INDIVIDUAL_ACKNOWLEDGE);
            MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
            connection.start();
            consumer.receive(5000);
            Message second = consumer.receive(5000);
            consumer.receive(5000);
            second.acknowledge();
        }
        StringBuilder left = new StringBuilder();
        try (JMSContext jms = plain.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
            for (Message message = consumer.receive(10_000); message != null; message = consumer.receive(2000)) {
                left.append(message.getBody(String.class)).append(';');
            }
        }
        assertEquals("token 1;token 3;token 4;token 5;", left.toString());
    }

    private String setting(String name) throws SQLException {
        return query("SELECT current_setting('" + name + "')");
    }

    private String query(String sql) throws SQLException {
        try (java.sql.Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
