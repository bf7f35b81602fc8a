package mx.gob.edomex.catgem.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.PasswordTooShort;
import mx.gob.edomex.catgem.security.Passwords;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirstSupervisorTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.newProduction();

    private final FirstSupervisor first = persistence.wire(
            new FirstSupervisor(), persistence.wire(new EventLedger(), Clock.systemUTC()), Clock.systemUTC());

    private boolean ensure(String password) {
        return persistence.inTransaction(() -> first.ensure(password));
    }

    @Test
    void aNewCentreGetsOneSupervisorWhoMustChangeThePassword() throws Exception {
        assertThatThrownBy(() -> ensure("corta")).isInstanceOf(PasswordTooShort.class);
        assertThat(ensure("tres gatos leen de noche")).isTrue();
        assertThat(ensure("otra frase bastante larga")).as("there is one now").isFalse();
        assertThat(persistence.database().value("select cast(must_change as text) from app_user"))
                .isEqualTo("true");
        assertThat(Passwords.matches(
                        persistence.database().value("select password from app_user"), "tres gatos leen de noche"))
                .isTrue();
        assertThat(persistence.database().value("select role from user_role")).isEqualTo("supervisor");
    }
}
