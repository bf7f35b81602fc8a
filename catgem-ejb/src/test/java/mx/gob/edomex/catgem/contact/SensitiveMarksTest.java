package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.channel.ConversationMessage.Piece;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SensitiveMarksTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final String TEXT = "Mi CURP es XEXX010101 y vivo en Toluca";

    private final CentreFixture centre = new CentreFixture(persistence);

    @Test
    void aPassageIsCoveredForEverybodyElseAndOutOfSearch() {
        ContactId contact = chat("asesora31");
        cover(contact, "XEXX010101");
        cover(contact, "X010101 y");

        ConversationMessage message = message(contact);
        assertThat(message.pieces())
                .containsExactly(
                        new Piece("Mi CURP es ", false),
                        new Piece("XEXX010101 y", true),
                        new Piece(" vivo en Toluca", false));
        assertThat(message.withoutCovered().text()).isEqualTo("Mi CURP es █████ vivo en Toluca");
        assertThat(message.withoutCovered().html()).isNull();
        assertThat(centre.isFound(contact, "toluca")).isTrue();
        assertThat(centre.isFound(contact, "xexx010101")).isFalse();
        assertThat(centre.text("select string_agg(code, ' ') from event where contact_id = '" + contact
                        + "' and code = 'MARKED_SENSITIVE'"))
                .isEqualTo("MARKED_SENSITIVE MARKED_SENSITIVE");
    }

    @Test
    void aPassageLiesWithinAMessageOfTheCallersContact() {
        ContactId contact = chat("asesora32");
        UUID message = message(contact).id();
        for (int[] wrong : new int[][] {{-1, 2}, {0, 0}, {0, TEXT.length() + 1}, {Integer.MAX_VALUE, 1}}) {
            assertThatThrownBy(() -> centre.run(() -> centre.marks.passage(contact, message, wrong[0], wrong[1])))
                    .isInstanceOf(PassageUnknown.class);
        }
        assertThatThrownBy(() -> centre.run(() -> centre.marks.passage(contact, UUID.randomUUID(), 0, 1)))
                .isInstanceOf(PassageUnknown.class);
        centre.as("asesora33");
        assertThatThrownBy(() -> centre.run(() -> centre.marks.passage(contact, message, 0, 1)))
                .isInstanceOf(NotYourContact.class);
    }

    private ContactId chat(String advisor) {
        centre.available(advisor);
        ContactId contact = centre.aChatWith(advisor);
        centre.says(contact, TEXT);
        return contact;
    }

    private void cover(ContactId contact, String passage) {
        UUID message = message(contact).id();
        centre.run(() -> centre.marks.passage(contact, message, TEXT.indexOf(passage), passage.length()));
    }

    private ConversationMessage message(ContactId contact) {
        List<ConversationMessage> all = centre.does(() -> centre.conversations.all(contact));
        return all.stream().filter(one -> one.text().equals(TEXT)).findFirst().orElseThrow();
    }
}
