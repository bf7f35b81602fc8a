package mx.gob.edomex.catgem.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mx.gob.edomex.catgem.shared.MovingClock;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionPassesTest {

    private static final Duration UNUSED = SessionPasses.UNUSED;

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final SessionPasses passes = persistence.wire(new SessionPasses(), clock);
    private String pass;

    @BeforeEach
    void signIn() {
        pass = persistence.inTransaction(() -> passes.issue("asesora01", 1));
        sql("update app_user set credential_epoch = 1 where username = 'asesora01'");
    }

    @AfterEach
    void asBefore() {
        sql("update app_user set enabled = true, credential_epoch = 1 where username = 'asesora01'");
    }

    @Test
    void itLetsInWhoSignedIn() {
        assertThat(holder(pass)).hasValue("asesora01");
        assertThat(holder(pass + "x")).isEmpty();
    }

    @Test
    void itLastsAsLongAsItsSessionIsUsed() {
        clock.pass(UNUSED.minusSeconds(1));
        assertThat(used(pass, "asesora01", 1)).isTrue();
        clock.pass(UNUSED.minusSeconds(1));
        assertThat(holder(pass)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(holder(pass)).isEmpty();
        assertThat(used(pass, "asesora01", 1)).isFalse();
    }

    @Test
    void itEndsWithTheAccountAndWithEveryChangeOfIt() {
        sql("update app_user set enabled = false where username = 'asesora01'");
        assertThat(holder(pass)).isEmpty();
        sql("update app_user set enabled = true, credential_epoch = 2 where username = 'asesora01'");
        assertThat(holder(pass)).isEmpty();
    }

    @Test
    void itFollowsWhoChangedTheirOwnPassword() {
        sql("update app_user set credential_epoch = 2 where username = 'asesora01'");
        assertThat(used(pass, "asesora01", 2)).isTrue();
        assertThat(holder(pass)).isPresent();
    }

    @Test
    void itIsOfOneAccountOnly() {
        assertThat(used(pass, "asesora02", 1)).isFalse();
        assertThat(holder(pass)).hasValue("asesora01");
    }

    @Test
    void whoSignsOutTakesItAway() {
        persistence.inTransaction(() -> {
            passes.end(pass);
            return null;
        });
        assertThat(holder(pass)).isEmpty();
    }

    @Test
    void nobodyCanReadItInTheDatabase() {
        assertThat(persistence
                        .<Optional<String>>inTransaction(() -> Sql.on(
                                        persistence.entityManager(),
                                        "select row_to_json(p)::text as it from session_pass p")
                                .first(row -> row.text("it")))
                        .orElseThrow())
                .doesNotContain(pass);
    }

    private Optional<String> holder(String secret) {
        return persistence.inTransaction(() -> passes.holder(secret).map(AccountStanding::username));
    }

    private boolean used(String secret, String account, int epoch) {
        return persistence.inTransaction(() -> passes.used(secret, account, epoch));
    }

    private void sql(String statement) {
        persistence.inTransaction(
                () -> Sql.on(persistence.entityManager(), statement).update());
    }
}
