package mx.gob.edomex.catgem.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeadLetterBoxTest {

    private static final DeadLetter UNREADABLE = letter("ID:unreadable", null);
    private static final DeadLetter CONTACT = letter("ID:contact", "3f2b8f1e-0000-4000-8000-000000000001");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final AdministrationFixture administration =
            new AdministrationFixture(persistence, new CentreFixture(persistence));
    private final Letters broker = new Letters();
    private final DeadLetterBox box = administration.deadLetters(broker);

    @BeforeEach
    void support() {
        administration.is("soporte", "support");
    }

    @Test
    void whatCannotBeReadIsThrownAwayWithAReasonAndOnRecord() {
        persistence.inTransaction(() -> box.discard(UNREADABLE.id(), DeadLetterReason.UNREADABLE));
        assertThat(broker.letters).containsExactly(CONTACT);
        assertThat(administration.lastEvent())
                .startsWith("ADMIN_DEAD_LETTER_DISCARDED soporte")
                .contains("fila.intake", UNREADABLE.id(), "UNREADABLE")
                .doesNotContain("subject");
    }

    @Test
    void whatIsSentBackIsOnRecordWithWhatItIsAbout() {
        persistence.inTransaction(() -> box.sendBack(CONTACT.id(), DeadLetterReason.CAUSE_MENDED));
        assertThat(broker.letters).containsExactly(UNREADABLE);
        assertThat(administration.lastEvent())
                .startsWith("ADMIN_DEAD_LETTER_SENT_BACK soporte")
                .contains(CONTACT.subject());
    }

    @Test
    void aSignalIsOnRecordAsWell() {
        broker.letters.add(letter("ID:signal", "KNOWLEDGE||"));
        persistence.inTransaction(() -> box.discard("ID:signal", DeadLetterReason.TEST));
        assertThat(administration.lastEvent()).contains("KNOWLEDGE::");
    }

    @Test
    void withoutAReasonOrWhenItIsGoneNothingIsDoneNorRecorded() {
        String before = administration.count();
        assertThatThrownBy(() -> persistence.inTransaction(() -> box.sendBack(CONTACT.id(), null)))
                .isInstanceOf(DeadLetterReasonMissing.class);
        assertThatThrownBy(() -> persistence.inTransaction(() -> box.discard("ID:gone", DeadLetterReason.TEST)))
                .isInstanceOf(DeadLetterGone.class);
        broker.someoneIsFirst = true;
        assertThatThrownBy(() -> persistence.inTransaction(() -> box.discard(CONTACT.id(), DeadLetterReason.TEST)))
                .isInstanceOf(DeadLetterGone.class);
        assertThat(administration.count()).isEqualTo(before);
        assertThat(broker.letters).containsExactly(UNREADABLE, CONTACT);
    }

    @Test
    void whatTheLedgerRefusesIsNotDone() {
        DeadLetter strange = letter("ID:strange", "two words");
        broker.letters.add(strange);
        assertThatThrownBy(() -> persistence.inTransaction(() -> box.sendBack(strange.id(), DeadLetterReason.TEST)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(broker.letters).contains(strange);
    }

    private static DeadLetter letter(String id, String subject) {
        return new DeadLetter(id, "fila.intake", subject, 40, Instant.parse("2026-11-28T22:00:00Z"));
    }

    /** A broker with two dead letters. */
    private static final class Letters implements Broker {
        private final List<DeadLetter> letters = new ArrayList<>(List.of(UNREADABLE, CONTACT));
        private boolean someoneIsFirst;

        @Override
        public Map<String, Integer> depths(List<ServiceClass> classes) {
            return Map.of();
        }

        @Override
        public List<DeadLetter> deadLetters() {
            return letters;
        }

        @Override
        public Optional<DeadLetter> sendBack(String id) {
            return discard(id);
        }

        @Override
        public Optional<DeadLetter> discard(String id) {
            Optional<DeadLetter> found = letters.stream()
                    .filter(one -> !someoneIsFirst && one.id().equals(id))
                    .findFirst();
            found.ifPresent(letters::remove);
            return found;
        }
    }
}
