package mx.gob.edomex.catgem.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an advisor does at the desk, step by step, proves itself: the product's own records are no deviation. */
class DeskEvidenceTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private CentreFixture centre;
    private QualityFixture quality;

    @BeforeEach
    void aCentre() {
        centre = new CentreFixture(persistence);
        quality = new QualityFixture(persistence);
        centre.available("asesora05");
    }

    @Test
    void anAttendedChatRefersToWhatProvesEachStep() {
        ContactId chat = centre.aChatWith("asesora05");
        attend(chat, () -> centre.desk.consult(chat, UUID.randomUUID()));
        centre.run(() -> centre.desk.send(chat, "m1", "Necesita su acta.", List.of()));
        assertThat(deviations(chat)).isEmpty();
    }

    @Test
    void anAnswerKnownByHeartRefersToTheMessageThatGaveIt() {
        ContactId chat = centre.aChatWith("asesora05");
        centre.run(() -> centre.desk.send(chat, "m1", "Necesita su acta.", List.of()));
        attend(chat, () -> centre.desk.knownByHeart(chat));
        assertThat(deviations(chat)).isEmpty();
    }

    private void attend(ContactId chat, Runnable lookUp) {
        centre.run(() -> centre.desk.classify(chat, "REGISTRO_CIVIL"));
        centre.run(() -> centre.desk.declare(chat, Act.COMPETENCE));
        centre.time.pass(Duration.ofSeconds(20));
        centre.run(lookUp);
    }

    /** The survey is another domain's, which this centre has not got. */
    private List<String> deviations(ContactId chat) {
        centre.run(() -> centre.desk.declare(chat, Act.CONFIRM));
        centre.time.pass(Duration.ofSeconds(20));
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
        quality.sweep();
        return quality.deviations().getOrDefault(chat.toString(), java.util.Set.of()).stream()
                .filter(found -> !found.equals("D1 AVC-11"))
                .toList();
    }
}
