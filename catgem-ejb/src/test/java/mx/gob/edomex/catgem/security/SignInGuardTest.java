package mx.gob.edomex.catgem.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.shared.Alerts;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInGuardTest {

    private static final String DESK = "10.1.2.3";
    private static final String STRANGER = "203.0.113.9";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final SignInGuard guard = node();

    /** The same database behind it, as another node has. */
    private SignInGuard node() {
        Signals silent = new Signals(null) {
            @Override
            public void toAll(
                    mx.gob.edomex.catgem.shared.DeskSignal.Kind kind, mx.gob.edomex.catgem.shared.ContactId contact) {}
        };
        return persistence.wire(new SignInGuard(), persistence.wire(new Alerts(), silent), clock);
    }

    @BeforeEach
    void forgetAll() {
        persistence.inTransaction(() -> {
            Sql.on(persistence.entityManager(), "delete from sign_in_tally").update();
            Sql.on(persistence.entityManager(), "delete from alert").update();
            return null;
        });
    }

    @Test
    void fourWrongPasswordsAreForgivenAndTheFifthWaitsHalfAMinute() {
        for (int i = 0; i < 4; i++) {
            assertThat(wrong("asesora01", STRANGER)).isZero();
        }
        assertThat(wrong("asesora01", STRANGER)).isEqualTo(30);
        assertThat(begin("asesora01", STRANGER).refused()).isTrue();
        assertThat(begin("asesora01", STRANGER).seconds()).isEqualTo(30);
    }

    @Test
    void delaysDoubleAndEndAtAQuarterOfAnHour() {
        List<Long> delays = IntStream.range(0, 12)
                .mapToObj(i -> {
                    long delay = wrong("asesora01", STRANGER);
                    clock.pass(Duration.ofSeconds(delay));
                    return delay;
                })
                .toList();
        assertThat(delays).containsExactly(0L, 0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
        clock.pass(Duration.ofHours(13));
        assertThat(wrong("asesora01", STRANGER)).as("all is forgotten").isZero();
    }

    @Test
    void aNameNobodyHasIsAnsweredAlike() {
        List<Long> real = delays("asesora02");
        assertThat(delays("no-such-person")).isEqualTo(real);
    }

    private List<Long> delays(String name) {
        return IntStream.range(0, 5).mapToObj(i -> wrong(name, STRANGER)).toList();
    }

    @Test
    void changingAddressOrCapitalsDoesNotHelp() {
        for (int i = 0; i < 5; i++) {
            wrong(i % 2 == 0 ? "asesora01" : "ASESORA01 ", "203.0.113." + i);
        }
        assertThat(begin("asesora01", "203.0.113.200").refused()).isTrue();
    }

    @Test
    void whatOneNodeCountsAllKnow() {
        SignInGuard other = node();
        for (int i = 0; i < 5; i++) {
            SignInGuard asked = i % 2 == 0 ? guard : other;
            does(() -> asked.begin("asesora01", STRANGER));
        }
        assertThat(does(() -> guard.begin("asesora01", STRANGER)).refused()).isTrue();
        assertThat(does(() -> other.begin("asesora01", STRANGER)).refused()).isTrue();
    }

    @Test
    void successForgivesEverything() {
        for (int i = 0; i < 4; i++) {
            wrong("asesora01", STRANGER);
        }
        right("asesora01", STRANGER);
        for (int i = 0; i < 4; i++) {
            assertThat(wrong("asesora01", STRANGER)).isZero();
        }
    }

    @Test
    void aStrangerLocksNobodyOutOfTheirOwnDesk() {
        right("asesora01", DESK);
        for (int i = 0; i < 50; i++) {
            clock.pass(Duration.ofSeconds(wrong("asesora01", STRANGER)));
        }
        wrong("asesora01", STRANGER);
        assertThat(begin("asesora01", STRANGER).refused()).isTrue();
        assertThat(begin("asesora01", DESK).refused()).isFalse();
        right("asesora01", DESK);
        assertThat(begin("asesora01", STRANGER).refused())
                .as("nor does the owner free the stranger")
                .isTrue();
    }

    @Test
    void aHouseBehindOneAddressThatMistypesAndGetsInIsNeverLocked() {
        for (int person = 1; person <= 48; person++) {
            String name = String.format("asesora%02d", person);
            wrong(name, DESK);
            wrong(name, DESK);
            right(name, DESK);
        }
        assertThat(wrong("coordinadora1", DESK)).isZero();
        assertThat(begin("coordinadora1", DESK).refused()).isFalse();
    }

    @Test
    void oneAddressThatTriesManyNamesIsLockedForNewNamesOnly() {
        right("asesora01", DESK);
        for (int i = 0; i < 40; i++) {
            wrong("name" + i, DESK);
        }
        assertThat(begin("another", DESK).refused()).isTrue();
        assertThat(begin("asesora01", DESK).refused()).isFalse();
        assertThat(alerts()).isEqualTo("null " + DESK);
    }

    @Test
    void aBurstRaisesOneAlertForEachSideThatEndsWhenItIsCalm() {
        for (int i = 0; i < 12; i++) {
            clock.pass(Duration.ofSeconds(wrong("asesora01", STRANGER)));
        }
        assertThat(alerts()).isEqualTo("asesora01 " + STRANGER + ", asesora01 null");
        run(guard::forget);
        assertThat(alerts()).isNotNull();
        clock.pass(Duration.ofHours(2));
        run(guard::forget);
        assertThat(alerts()).isNull();
        clock.pass(SignInTally.KNOWN);
        run(guard::forget);
        assertThat(does(() -> Sql.on(persistence.entityManager(), "select 1 from sign_in_tally")
                        .exists()))
                .isFalse();
    }

    @Test
    void aHundredGuessesAtOnceGetNoFurtherThanOneAfterTheOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Boolean> guess = () -> !begin("asesora01", STRANGER).refused();
            int looked = 0;
            for (Future<Boolean> result : threads.invokeAll(
                    IntStream.range(0, 100).mapToObj(i -> guess).toList())) {
                looked += result.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoIsKnownAtTheirNetworkWritesNothing() {
        right("asesora01", DESK);
        assertThat(begin("asesora01", DESK).counted()).isFalse();
    }

    @Test
    void anIpv6SubscriberIsOneNetworkAndANameIsNotLookedUp() {
        assertThat(Network.of("2001:db8:1:2::1")).isEqualTo(Network.of("2001:db8:1:2:ffff::9"));
        assertThat(Network.of("2001:db8:1:3::1")).isNotEqualTo(Network.of("2001:db8:1:2::1"));
        assertThat(Network.of("203.0.113.7")).isNotEqualTo(Network.of("203.0.113.8"));
        assertThat(Network.of("localhost")).isEqualTo("?");
    }

    private SignInAttempt begin(String name, String address) {
        return does(() -> guard.begin(name, address));
    }

    /** @return seconds that the next one waits */
    private long wrong(String name, String address) {
        SignInAttempt attempt = begin(name, address);
        assertThat(attempt.refused()).isFalse();
        run(() -> guard.failed(attempt));
        return attempt.seconds();
    }

    private void right(String name, String address) {
        SignInAttempt attempt = begin(name, address);
        assertThat(attempt.refused()).isFalse();
        run(() -> guard.succeeded(attempt));
    }

    private String alerts() {
        return does(() -> Sql.on(
                        persistence.entityManager(),
                        """
                        select string_agg(coalesce(staff, 'null') || ' ' || coalesce(detail, 'null'), ', '
                          order by detail nulls last) as them from alert where ended_at is null
                        """)
                .list(row -> java.util.Optional.ofNullable(row.text("them")))
                .get(0)
                .orElse(null));
    }

    private static <T> T does(Callable<T> work) {
        return persistence.inTransaction(work);
    }

    private static void run(Runnable work) {
        persistence.inTransaction(work::run);
    }
}
