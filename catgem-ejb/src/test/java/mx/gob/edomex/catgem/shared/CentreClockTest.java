package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node whose clock is wrong by ten minutes goes by the database's, and no lease is lost by it. */
class CentreClockTest {

    private static final Duration CLOSE = Duration.ofSeconds(2);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final Clock clock = new CentreClock.Source().clock();

    @AfterEach
    void right() throws Exception {
        measured(0);
    }

    /** The database's clock is moved instead of the node's: what counts is how they differ. */
    @ParameterizedTest
    @ValueSource(ints = {-600, 600})
    void ageIsTheDatabasesAge(int ahead) throws Exception {
        measured(ahead);
        assertThat(clock.instant())
                .isBetween(now(ahead).minus(CLOSE), now(ahead).plus(CLOSE));
        measured(0);
        assertThat(clock.instant()).as("and back").isBetween(now(0).minus(CLOSE), now(0).plus(CLOSE));
    }

    @Test
    void aMomentComesBackFromTheDatabaseAsItWentIn() throws Exception {
        measured(0);
        for (int i = 0; i < 1000; i++) {
            Instant moment = clock.instant();
            assertThat(moment).isEqualTo(moment.truncatedTo(ChronoUnit.MICROS));
        }
    }

    @Test
    void aDatabaseThatCannotBeReadLeavesTheLastMeasure() throws Exception {
        measured(600);
        CentreClock measure = new CentreClock();
        inject(measure, source(connection -> {
            throw new SQLException("away");
        }));
        measure.measure();
        assertThat(clock.instant()).isBetween(now(600).minus(CLOSE), now(600).plus(CLOSE));
    }

    @Test
    void aLeaseKnowsNoClockButTheDatabases() throws Exception {
        Leases leases = persistence.wire(new Leases());
        OptionalLong mine = persistence.inTransaction(() -> leases.acquire("matcher", "a", Duration.ofSeconds(60)));
        for (int ahead : new int[] {-600, 600}) {
            measured(ahead);
            assertThat(persistence.inTransaction(() -> leases.isHeld("matcher", mine.getAsLong())))
                    .isTrue();
            assertThat(persistence.inTransaction(() -> leases.acquire("matcher", "b", Duration.ofSeconds(60))))
                    .as("another node whose clock is %s s ahead", ahead)
                    .isEmpty();
        }
    }

    private static Instant now(int ahead) {
        return Instant.now().plusSeconds(ahead);
    }

    private static void measured(int ahead) throws Exception {
        CentreClock measure = new CentreClock();
        inject(measure, source(connection -> shift(connection, ahead)));
        measure.measure();
    }

    private static void shift(Connection connection, int ahead) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists shifted");
            statement.execute("create or replace function shifted.clock_timestamp() returns timestamptz language sql as"
                    + " 'select pg_catalog.clock_timestamp() + interval ''" + ahead + " seconds'''");
            statement.execute("set search_path = shifted, pg_catalog, public");
        }
    }

    private interface Prepared {
        void with(Connection connection) throws SQLException;
    }

    private static DataSource source(Prepared prepared) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = persistence.database().connection();
                    prepared.with(connection);
                    return connection;
                });
    }

    private static void inject(CentreClock measure, DataSource source) throws Exception {
        Field field = CentreClock.class.getDeclaredField("dataSource");
        field.setAccessible(true);
        field.set(measure, source);
    }
}
