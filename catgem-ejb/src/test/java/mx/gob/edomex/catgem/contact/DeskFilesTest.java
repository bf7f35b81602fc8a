package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.FilePolicy;
import mx.gob.edomex.catgem.channel.FileTooLarge;
import mx.gob.edomex.catgem.channel.FileTypeNotAllowed;
import mx.gob.edomex.catgem.channel.FilesTooLarge;
import mx.gob.edomex.catgem.channel.TooManyFiles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeskFilesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final byte[] PDF = "%PDF-1.7 requisitos".getBytes(StandardCharsets.US_ASCII);

    private final CentreFixture centre = new CentreFixture(persistence);

    @Test
    void aFileLeavesWithTheNextMessageAndOnlyOnce() {
        ContactId contact = chat("asesora21");
        UUID file = UUID.randomUUID();
        attach(contact, file, PDF);
        attach(contact, file, PDF);
        assertThat(centre.text(sent(contact))).isEqualTo("0");

        centre.run(() -> centre.desk.send(contact, "m1", "Se los envío.", List.of()));
        centre.run(() -> centre.desk.send(contact, "m2", "¿Algo más?", List.of()));
        assertThat(centre.text("select count(*) from attachment where contact_id = '" + contact + "'"))
                .isEqualTo("1");
        assertThat(centre.text(
                        "select m.client_id from attachment a join message m on m.id = a.message_id where a.id = '"
                                + file + "'"))
                .isEqualTo("m1");
        centre.run(() -> centre.files.remove(contact, file));
        assertThat(centre.text(sent(contact))).isEqualTo("1");
    }

    @Test
    void inAChatAFileIsAnAnswerByItself() {
        ContactId contact = chat("asesora22");
        assertThatThrownBy(() -> centre.run(() -> centre.desk.send(contact, "m1", " ", List.of())))
                .isInstanceOf(NothingToSend.class);
        attach(contact, UUID.randomUUID(), PDF);
        centre.run(() -> centre.desk.send(contact, "m1", " ", List.of()));
        assertThat(centre.text(sent(contact))).isEqualTo("1");
    }

    @Test
    void whatIsTooLargeTooManyOrOfAnotherKindIsRefused() {
        ContactId contact = chat("asesora23");
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> attach(contact, UUID.randomUUID(), page)).isInstanceOf(FileTypeNotAllowed.class);
        assertThatThrownBy(() -> attach(contact, UUID.randomUUID(), Arrays.copyOf(PDF, FilePolicy.MAX_BYTES + 1)))
                .isInstanceOf(FileTooLarge.class);
        byte[] largest = Arrays.copyOf(PDF, FilePolicy.MAX_BYTES);
        attach(contact, UUID.randomUUID(), largest);
        attach(contact, UUID.randomUUID(), largest);
        assertThatThrownBy(() -> attach(contact, UUID.randomUUID(), largest)).isInstanceOf(FilesTooLarge.class);
        for (int i = 2; i < FilePolicy.MAX_FILES; i++) {
            attach(contact, UUID.randomUUID(), PDF);
        }
        assertThatThrownBy(() -> attach(contact, UUID.randomUUID(), PDF)).isInstanceOf(TooManyFiles.class);
    }

    @Test
    void nobodyElseAddsToAnAnswerAndWhatWasNotSentGoesWithTheContact() {
        ContactId contact = chat("asesora24");
        UUID file = UUID.randomUUID();
        attach(contact, file, PDF);
        centre.as("asesora25");
        assertThatThrownBy(() -> attach(contact, UUID.randomUUID(), PDF)).isInstanceOf(NotYourContact.class);
        assertThatThrownBy(() -> centre.run(() -> centre.files.remove(contact, file)))
                .isInstanceOf(NotYourContact.class);
        centre.as("asesora24");
        centre.run(() -> centre.desk.close(contact, "CITIZEN_LEFT"));
        assertThat(centre.text("select count(*) from attachment where contact_id = '" + contact + "'"))
                .isEqualTo("0");
    }

    private ContactId chat(String advisor) {
        centre.available(advisor);
        return centre.aChatWith(advisor);
    }

    private void attach(ContactId contact, UUID file, byte[] content) {
        centre.run(() -> centre.files.attach(contact, file, "requisitos.exe", content));
    }

    private static String sent(ContactId contact) {
        return "select count(*) from attachment where contact_id = '" + contact
                + "' and message_id is not null and not draft";
    }
}
