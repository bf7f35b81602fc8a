package mx.gob.edomex.catgem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.Test;

class ApiContactTest {

    @Test
    void equalRequestsHaveTheSameFingerprint() {
        assertThat(of("Predial", "Texto").fingerprint())
                .isEqualTo(of("Predial", "Texto").fingerprint());
    }

    @Test
    void aCharacterMovedFromTitleToTextIsAnotherRequest() {
        assertThat(of("Predial T", "exto").fingerprint())
                .isNotEqualTo(of("Predial ", "Texto").fingerprint());
    }

    @Test
    void aMissingTitleIsNotAnEmptyOne() {
        assertThat(of(null, "Texto").fingerprint()).isNotEqualTo(of("", "Texto").fingerprint());
    }

    @Test
    void caseCounts() {
        assertThat(of(null, "Texto").fingerprint())
                .isNotEqualTo(of(null, "texto").fingerprint());
    }

    @Test
    void withoutAnEntryPointItEntersByTheProgrammingInterface() {
        assertThat(of(null, "Texto").entryPoint()).isEqualTo(ApiContact.OWN_ENTRY_POINT);
    }

    @Test
    void anEmptyTextIsNoContact() {
        assertThatThrownBy(() -> of(null, "  ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ApiContact of(String title, String text) {
        return new ApiContact(
                Channel.CHAT, null, Language.ES, null, null, title, text, ApiContact.Citizen.ANONYMOUS, null, "ext-1");
    }
}
