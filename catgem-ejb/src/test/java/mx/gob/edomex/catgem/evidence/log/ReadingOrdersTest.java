package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReadingOrdersTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    @TempDir
    Path folder;

    private final List<Runnable> begun = new ArrayList<>();
    private ReadingOrders orders;

    @BeforeEach
    void aLog() {
        LogFixture log = new LogFixture(persistence, folder, Clock.systemUTC());
        log.contact(2);
        log.append();
        log.sign();
        ReadingTimer readings = persistence.wire(
                new ReadingTimer(),
                log.reading,
                persistence.wire(new LogReadings(), persistence.wire(new Alerts())),
                log.keys,
                log.leases,
                Clock.systemUTC());
        readings.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, method, work) -> {
                    begun.add((Runnable) work[0]);
                    return null;
                });
        CurrentStaff auditora = new CurrentStaff() {
            @Override
            public String username() {
                return "auditora";
            }

            @Override
            public boolean has(String role) {
                return role.equals("auditor");
            }
        };
        orders = persistence.wire(new ReadingOrders(), readings, log.ledger, auditora, Clock.systemUTC());
    }

    @Test
    void everythingIsReadOnceAtATimeAndWhoAskedIsOnRecord() throws Exception {
        persistence.inTransaction(orders::order);

        assertThat(persistence.inTransaction(orders::isUnderWay)).isTrue();
        assertThatThrownBy(() -> persistence.inTransaction(orders::order)).isInstanceOf(ReadingUnderWay.class);
        assertThat(begun).hasSize(1);

        persistence.inTransaction(begun.get(0)::run);

        assertThat(persistence.inTransaction(orders::isUnderWay)).isFalse();
        assertThat(persistence.database().value("select findings from log_reading"))
                .isEqualTo("0");
        assertThat(persistence
                        .database()
                        .value("select staff || ' ' || role from event where code = 'LOG_READING_ASKED'"))
                .isEqualTo("auditora auditor");
        persistence.inTransaction(orders::order);
        assertThat(begun).hasSize(2);
    }
}
