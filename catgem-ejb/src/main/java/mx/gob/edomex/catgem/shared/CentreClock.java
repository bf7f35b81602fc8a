package mx.gob.edomex.catgem.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * The clock of the centre is the database's: ages and leases must agree on every node, so each node measures its
 * offset from the database every ten seconds and adds it to its own clock.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CentreClock {

    private static volatile Duration offset = Duration.ZERO;

    private final Trouble trouble = new Trouble(CentreClock.class, "the database's clock cannot be read");

    @Resource(lookup = "java:jboss/datasources/CatgemDS")
    private DataSource dataSource;

    @PostConstruct
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void measure() {
        Instant before = Instant.now();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select extract(epoch from clock_timestamp()) * 1000000")) {
            rows.next();
            long micros = rows.getLong(1);
            Instant after = Instant.now();
            Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
            offset = Duration.between(middle, Instant.EPOCH.plusNanos(micros * 1000));
            trouble.over();
        } catch (SQLException e) {
            trouble.met(e); // the last offset stays
        }
    }

    /** The clock injected everywhere. */
    @Dependent
    public static class Source {
        @Produces
        Clock clock() {
            return new Corrected(ZoneOffset.UTC);
        }
    }

    private static final class Corrected extends Clock {
        private final ZoneId zone;

        Corrected(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Corrected(other);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }
}
