package mx.gob.edomex.catgem.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import mx.gob.edomex.catgem.shared.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PasswordConfirmationTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.tryout();

    @Test
    void theStoredHashKnowsItsPasswordAndNoOther() throws SQLException {
        String stored = database.value("select password from app_user where username = 'informacion1'");
        assertThat(Passwords.matches(stored, "catgem-demo")).isTrue();
        assertThat(Passwords.matches(stored, "Catgem-demo")).isFalse();
        assertThat(Passwords.matches(stored, "")).isFalse();
    }
}
