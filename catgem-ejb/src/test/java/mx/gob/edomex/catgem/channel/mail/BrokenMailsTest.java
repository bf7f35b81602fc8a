package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever comes in is seen by somebody. */
class BrokenMailsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private MailHouse house;

    @BeforeEach
    void open() {
        house = new MailHouse(persistence);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void threeHundredBrokenMailsAreThreeHundredVisibleItems() throws SQLException {
        new BrokenMails(20260401).corpus(299).forEach(house::arrives);
        house.arrives(BrokenMails.oneEndlessLine());
        assertThat(house.folder("INBOX").getMessageCount()).isEqualTo(300);

        for (int poll = 0; poll < 200 && house.folder("INBOX").getMessageCount() > 0; poll++) {
            house.fetcher.fetch();
        }

        int contacts = house.contacts().size();
        int held = house.quarantineService.held().size();
        assertThat(contacts + held).isEqualTo(300);
        assertThat(contacts).as("most can be read").isGreaterThan(200);
        assertThat(held).as("the worst cannot").isGreaterThan(30);
        assertThat(house.folder("INBOX").getMessageCount()).isZero();
        assertThat(house.folder("Procesados").getMessageCount()).isEqualTo(300);
        assertThat(house.value("select count(*) from alert where kind = 'MAIL_QUARANTINED'"))
                .isNotEqualTo("0");
        for (ContactId contact : house.contacts()) {
            assertThat(house.conversation(contact)).hasSize(1);
            String text = house.conversation(contact).get(0).text();
            assertThat(text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t'))
                    .isTrue();
        }
        aHeldMailCanBeOpenedByAPerson();
    }

    private void aHeldMailCanBeOpenedByAPerson() throws SQLException {
        List<QuarantineService.HeldMail> held = house.quarantineService.held();
        QuarantineService.HeldMail deep = held.stream()
                .filter(mail -> mail.reason() == QuarantineReason.TOO_DEEP)
                .findFirst()
                .orElseThrow();
        ContactId contact = house.quarantineService.open(deep.id());
        List<ConversationMessage> conversation = house.conversation(contact);
        assertThat(conversation).singleElement().satisfies(message -> assertThat(message.text())
                .contains("fondo"));
        assertThat(house.quarantineService.held()).hasSize(held.size() - 1);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> house.quarantineService.dismiss(deep.id()))
                .isInstanceOf(QuarantineAlreadyDecided.class);
    }
}
