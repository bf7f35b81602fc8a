package mx.gob.edomex.catgem.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * The clock of the centre is the database's: ages and leases must agree on every node, so each node asks for the
 * database's time every ten seconds and counts on from there by the timer that nobody can set. What the node's own
 * clock says, and whether it is put forward or back, does not matter.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CentreClock {

    /** What the database's clock said, and the reading of this node's timer at that moment. */
    private record Reading(Instant time, long nanos) {}

    private static volatile Reading last;

    private final Trouble trouble = new Trouble(CentreClock.class, "the database's clock cannot be read");

    @Inject
    Beat beat;

    @Resource(lookup = "java:jboss/datasources/CatgemDS")
    private DataSource dataSource;

    @PostConstruct
    void begin() {
        measure();
        beat.every(Duration.ofSeconds(10), this::measure);
    }

    void measure() {
        long before = System.nanoTime();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select extract(epoch from clock_timestamp()) * 1000000")) {
            rows.next();
            long micros = rows.getLong(1);
            long middle = before + (System.nanoTime() - before) / 2;
            last = new Reading(Instant.EPOCH.plusNanos(micros * 1000), middle);
            trouble.over();
        } catch (SQLException e) {
            trouble.met(e); // counted on from the last answer
        }
    }

    /** The clock injected everywhere. */
    @Dependent
    public static class Source {
        @Produces
        Clock clock() {
            return new Counted(ZoneOffset.UTC);
        }
    }

    private static final class Counted extends Clock {
        private final ZoneId zone;

        Counted(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Counted(other);
        }

        @Override
        public Instant instant() {
            Reading from = last;
            // Until the first answer of the database there is only the node's own clock.
            Instant now = from == null ? Instant.now() : from.time().plusNanos(System.nanoTime() - from.nanos());
            // No finer than the database keeps it: rounded up there, an act would seem to come after its own moment.
            return now.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
