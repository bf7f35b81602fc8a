package mx.gob.edomex.catgem.bench;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The base of the queue's figures: one durable commit of the database and one of the broker, in the same minutes. */
final class QueueBase implements AutoCloseable {

    private final Connection database;
    private final Statement statement;
    private final jakarta.jms.Connection broker;
    private final Session session;
    private final MessageProducer producer;
    private final List<Double> commits = new ArrayList<>();
    private final List<Double> sends = new ArrayList<>();

    QueueBase(Connection database, ConnectionFactory factory) throws SQLException, JMSException {
        this.database = database;
        statement = database.createStatement();
        statement.execute("create table if not exists bench_probe (at timestamptz)");
        broker = factory.createConnection();
        session = broker.createSession(true, Session.SESSION_TRANSACTED);
        producer = session.createProducer(session.createQueue("fila.bench"));
    }

    void sample() throws SQLException, JMSException {
        long begin = System.nanoTime();
        statement.executeUpdate("insert into bench_probe values (now())");
        long committed = System.nanoTime();
        producer.send(session.createTextMessage("probe"));
        session.commit();
        commits.add((committed - begin) / 1e6);
        sends.add((System.nanoTime() - committed) / 1e6);
    }

    double commitMillis() {
        return Figures.median(commits);
    }

    double sendMillis() {
        return Figures.median(sends);
    }

    double millis() {
        return commitMillis() + sendMillis();
    }

    @Override
    public void close() throws SQLException, JMSException {
        broker.close();
        database.close();
    }
}
