package mx.gob.edomex.catgem.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TryoutLeftoversTest {

    private static final String GOOD = "x7Qv0-lluvia-94-cántaro";

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "CATGEM_DB_USER", "centro",
            "CATGEM_DB_PASSWORD", GOOD,
            "CATGEM_BROKER_PASSWORD", GOOD,
            "CATGEM_MAIL_IMAP_PASSWORD", GOOD));

    private List<String> found() {
        return TryoutLeftovers.among(settings::get);
    }

    private void key(byte[] bytes) throws IOException {
        Path file =
                Files.writeString(folder.resolve("the.key"), Base64.getEncoder().encodeToString(bytes));
        settings.put("CATGEM_MASTER_KEY_FILE", file.toString());
    }

    private static byte[] ascending() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        return bytes;
    }

    @Test
    void nothingIsFoundInACentreWithSecretsOfItsOwn() throws IOException {
        key(ascending());
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CATGEM_DB_PASSWORD, catgem-demo",
        "CATGEM_DB_PASSWORD, centro",
        "CATGEM_DB_PASSWORD, CATGEM",
        "CATGEM_BROKER_PASSWORD, artemis",
        "CATGEM_MAIL_IMAP_PASSWORD, catgem-demo"
    })
    void aPasswordThatEverybodyKnowsIsFoundAndNotRepeated(String name, String password) {
        settings.put(name, password);
        assertThat(found()).singleElement().asString().contains(name).doesNotContain(" " + password);
    }

    @Test
    void aKeyFromTheDataOfATryoutIsFound() throws IOException {
        key(ascending());
        Files.writeString(folder.resolve(TryoutLeftovers.MARKER), "Data of a CATGEM try-out.");
        assertThat(found()).singleElement().asString().contains("CATGEM_MASTER_KEY_FILE", "try-out");
    }

    @Test
    void aKeyThatNobodyMadeByChanceIsFound() throws IOException {
        key(new byte[32]);
        assertThat(found()).singleElement().asString().contains("not random");
    }

    @Test
    void theSimulatorIsFound() {
        settings.put("catgem.traffic", "600");
        assertThat(found()).singleElement().asString().contains("catgem.traffic");
    }
}
