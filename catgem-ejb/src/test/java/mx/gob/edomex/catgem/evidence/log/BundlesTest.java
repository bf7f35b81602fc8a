package mx.gob.edomex.catgem.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bundles as the centre makes them, in the hands of both verifiers. */
class BundlesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    @TempDir
    Path folder;

    private LogFixture log;
    private ContactId contact;

    @BeforeEach
    void aContactAmongOthers() {
        log = new LogFixture(persistence, folder, Clock.systemUTC());
        log.contact(260);
        contact = log.contact(4);
        log.append();
        log.sign();
        log.contact(3);
        log.append();
        log.sign();
    }

    @Test
    void aFolioAndADayAreValid() {
        Path folio = written("folio", ofFolio(null));
        Path day = written("day", ofDay());

        for (Path bundle : List.of(folio, day)) {
            assertThat(Verifiers.java(bundle, "--key", key())).startsWith("0 V\u00c1LIDO");
        }
        assertThat(Verifiers.java(folio)).contains("registros: 5\n");
        assertThat(Verifiers.python(List.of(folio, day), "--key", key()).values())
                .containsOnly("VALID");
    }

    @Test
    void theBundleLeadsToTheCheckpointThatIsHeld() throws IOException {
        long newest = size();
        SignedNote held =
                persistence.inTransaction(() -> log.checkpoints.before(newest)).orElseThrow();
        log.contact(2);
        log.append();
        log.sign();
        Path file = folder.resolve("held.txt");
        Files.writeString(file, held.toString());

        Path without = written("without", persistence.inTransaction(() -> log.bundles.ofDay(today(), null)));
        Path with = written("with", ofFolio(Checkpoint.of(held).size()));

        assertThat(Verifiers.java(without, "--checkpoint", file.toString())).startsWith("2 INCOMPLETO");
        assertThat(Verifiers.java(with, "--checkpoint", file.toString())).startsWith("0 V\u00c1LIDO");
    }

    @Test
    void aRowRewrittenBetweenIsFoundInItsBundle() {
        Path before = written("before", ofFolio(null));
        log.asSuperuser("update event set staff = 'asesora02' where contact_id = '" + contact + "' and k = 2");
        Path after = written("after", ofFolio(null));
        try {
            assertThat(Verifiers.java(before)).startsWith("0");
            assertThat(Verifiers.java(after)).startsWith("1 ALTERADO").contains("rengl\u00f3n 2");
            assertThat(Verifiers.python(List.of(after)).values()).containsOnly("ALTERED");
        } finally {
            log.asSuperuser("update event set staff = 'asesora01' where contact_id = '" + contact + "' and k = 2");
        }
    }

    @Test
    void whatIsNotSealedYetIsSaid() {
        ContactId fresh = log.contact(1);
        assertThat(persistence.inTransaction(() -> log.bundles.isSealed(fresh.value())))
                .isFalse();
        assertThat(persistence.inTransaction(() -> log.standing.of(fresh.value())))
                .isEqualTo(new LogStanding.Sealed(0, 2));
        assertThatThrownBy(() -> persistence.inTransaction(() -> log.bundles.ofSubject(fresh.value(), null)))
                .isInstanceOf(NothingSealed.class);
        log.append();
        log.sign();
        assertThat(persistence.inTransaction(() -> log.bundles.isSealed(fresh.value())))
                .isTrue();
        assertThat(persistence.inTransaction(() -> log.standing.of(fresh.value())))
                .isEqualTo(new LogStanding.Sealed(2, 0));
    }

    private BundleContent ofFolio(Long held) {
        return persistence.inTransaction(() -> log.bundles.ofSubject(contact.value(), held));
    }

    private BundleContent ofDay() {
        return persistence.inTransaction(() -> log.bundles.ofDay(today(), null));
    }

    private LocalDay today() {
        return LocalDay.of(log.now(), ZoneId.of("America/Mexico_City"));
    }

    private long size() {
        return Checkpoint.of(
                        persistence.inTransaction(() -> log.checkpoints.last()).orElseThrow())
                .size();
    }

    private String key() {
        return persistence.inTransaction(() -> log.keys.signer().verifier().toString());
    }

    private Path written(String name, BundleContent content) {
        Path path = folder.resolve(name + ".zip");
        persistence.inTransaction(() -> {
            try (OutputStream out = Files.newOutputStream(path)) {
                log.bundles.write(out, content, name, "auditora", Map.of("LEEME.txt", new byte[] {'x'}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return path;
    }
}
