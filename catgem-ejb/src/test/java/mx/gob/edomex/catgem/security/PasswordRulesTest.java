package mx.gob.edomex.catgem.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mx.gob.edomex.catgem.shared.Violation;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    @Test
    void aPhraseWillDo() {
        assertThatCode(() -> PasswordRules.check("asesora01", "tres gatos leen de noche"))
                .doesNotThrowAnyException();
        assertThatCode(() -> PasswordRules.check("asesora01", "ñandúñandúño!")).doesNotThrowAnyException();
    }

    @Test
    void eachRuleSaysWhichOneItIs() {
        refused(PasswordTooShort.class, "once signos");
        refused(PasswordTooLong.class, "ñ".repeat(37));
        refused(PasswordLikeName.class, "mi-Asesora01-favorita");
        refused(PasswordLikeName.class, "mi a.s.e.s.o.r.a.0.1 favorita");
        refused(PasswordTooCommon.class, "123456789012");
        refused(PasswordTooCommon.class, "Contraseña2026!");
        refused(PasswordTooCommon.class, "P-a-s-s-w-o-r-d-2026");
        refused(PasswordTooCommon.class, "aaaaaaaaaaab");
    }

    private static void refused(Class<? extends Violation> rule, String password) {
        assertThatThrownBy(() -> PasswordRules.check("asesora01", password)).isInstanceOf(rule);
    }

    @Test
    void aHashIsReadAgainAndIsNoOthers() {
        String hash = Passwords.hash("tres gatos leen de noche", Passwords.COST_OF_SECRETS);
        assertThat(hash).startsWith("$2a$04$");
        assertThat(Passwords.matches(hash, "tres gatos leen de noche")).isTrue();
        assertThat(Passwords.matches(hash, "tres gatos leen de Noche")).isFalse();
        assertThat(Passwords.hash("tres gatos leen de noche", Passwords.COST_OF_SECRETS))
                .isNotEqualTo(hash);
    }

    @Test
    void whatChanceMakesIsEasyToReadAndKeepsTheRules() {
        String made = Passwords.oneTime();
        assertThat(made)
                .matches("([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}")
                .isNotEqualTo(Passwords.oneTime());
        assertThatCode(() -> PasswordRules.check("asesora01", made)).doesNotThrowAnyException();
        assertThat(Passwords.secret()).hasSize(43);
    }
}
