package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.AnswerAccepted;
import mx.gob.edomex.catgem.channel.NoticePresented;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves the house: receipts, answers, and nothing that feeds a loop. */
class MailSenderTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private MailHouse house;

    @BeforeEach
    void open() throws SQLException {
        persistence
                .database()
                .execute(
                        """
                set session_replication_role = replica; -- also what is append-only and hangs on it
                truncate arrival, contact, inbound_mail, mail_quarantine, mail_acknowledgement, outbound_mail,
                         mailbox_cursor, personal_lookup, personal_field, alert, lease cascade
                """);
        house = new MailHouse(persistence);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aNewThreadIsAcknowledgedOnceWithFolioAndNotice() throws Exception {
        ContactId contact = arrived("¿Dónde saco el acta de mi hijo?");
        house.sender.tick();
        assertThat(house.received()).as("no folio yet").isEmpty();
        house.intakeOpensAll();
        house.sender.tick();
        house.sender.tick();
        assertThat(house.received()).singleElement().satisfies(mail -> {
            String folio = house.folioOf(contact);
            assertThat(mail.getSubject()).isEqualTo("Re: Acta [" + folio + "]");
            assertThat(text(mail))
                    .contains(folio)
                    .contains("Aviso de privacidad")
                    .doesNotContain("{");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
            assertThat(mail.getHeader("In-Reply-To")).containsExactly("<q1@correo.example>");
            assertThat(mail.getReplyTo()[0].toString()).containsIgnoringCase("catgem+" + folio + "@edomex.gob.mx");
        });
        assertThat(house.events).contains(new NoticePresented(contact, "2026-1", "MAIL"));
    }

    @Test
    void aReceiptHasAnEmptyEnvelopeSenderAndAnAnswerOurs() throws Exception {
        try (TalkingServer server = new TalkingServer("250 taken")) {
            answeredThrough(server);
            house.sender.tick();
            assertThat(server.senders()).containsExactlyInAnyOrder("<>", "<" + MailHouse.CENTRE + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"501 bad", "550 not without a name", "553 who?", "554 no"})
    void whereTheEmptySenderIsRefusedTheReceiptGoesUnderOurName(String refusal) throws Exception {
        try (TalkingServer server = new TalkingServer("250 taken", refusal)) {
            arrived("hola");
            house.intakeOpensAll();
            house.sender.settings = nobodyAt(server.port());
            house.sender.tick();
            assertThat(server.senders()).containsExactly("<>", "<" + MailHouse.CENTRE + ">");
            assertThat(server.mails()).isOne();
            assertThat(house.value("select kind || state from outbound_mail")).isEqualTo("ACKNOWLEDGEMENTSENT");
        }
    }

    @Test
    void whatNoMailHasCarriedOpensTheFirstAnswer() throws Exception {
        ContactId contact = arrived("hola");
        house.intakeOpensAll();
        persistence.inTransaction(() -> {
            house.unsent(contact, "Le atiende Ana.");
        });
        house.advisorAnswers(contact, "Acuda al módulo.");
        house.advisorAnswers(contact, "Lleve su acta.");
        house.sender.send();
        assertThat(text(house.received().get(0))).contains("Le atiende Ana.").contains("Acuda al módulo.");
        assertThat(text(house.received().get(1))).contains("Lleve su acta.").doesNotContain("Ana", "módulo");
    }

    @Test
    void anEnglishMailIsAcknowledgedInEnglish() throws Exception {
        arrived("Hello, how do I get my birth certificate, please?");
        house.intakeOpensAll();
        house.sender.tick();
        assertThat(text(house.received().get(0))).contains("We have").contains("Privacy notice");
    }

    @Test
    void oneSenderIsAcknowledgedFiveTimesADay() throws Exception {
        for (int i = 0; i < 8; i++) {
            house.arrives("From: ana@correo.example", "Message-ID: <n" + i + "@x>", "Subject: n" + i, "", "hola " + i);
        }
        house.fetcher.fetch();
        house.intakeOpensAll();
        house.sender.tick();
        assertThat(house.received()).hasSize(5);
        assertThat(house.contacts()).hasSize(8);
        house.clock.pass(Duration.ofHours(25));
        house.arrives("From: ana@correo.example", "Subject: mañana", "", "hola otra vez");
        house.fetcher.fetch();
        house.intakeOpensAll();
        house.sender.tick();
        assertThat(house.received()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "Precedence: junk",
                "List-Id: <lista.example>",
                "X-Auto-Response-Suppress: OOF",
                "Return-Path: <>"
            })
    void machinesAreNotAnswered(String header) throws Exception {
        house.arrives(header, "From: ana@correo.example", "Subject: boletín", "", "hola");
        house.fetcher.fetch();
        house.intakeOpensAll();
        house.sender.tick();
        assertThat(house.contacts()).as("but seen").hasSize(1);
        assertThat(house.received()).isEmpty();
    }

    @Test
    void twoRobotsDoNotTalkForEver() throws Exception {
        arrived("hola");
        for (int round = 0; round < 10; round++) {
            house.intakeOpensAll();
            house.sender.tick();
            List<MimeMessage> received = house.received();
            MimeMessage last = received.get(received.size() - 1);
            // The other side answers everything, without a sign that it is a machine, always in a new thread.
            house.arrives(
                    "From: ana@correo.example",
                    "Subject: RE: " + last.getSubject().length() + round,
                    "",
                    "ok " + round);
            house.fetcher.fetch();
        }
        assertThat(house.received()).hasSizeLessThanOrEqualTo(Acknowledgements.MOST_A_DAY);
    }

    @Test
    void theAnswerGoesToTheSenderWithCopiesByChoiceAndQuotesNothing() throws Exception {
        ContactId contact = arrived("Mi secreto es grande");
        house.intakeOpensAll();
        house.advisorAnswers(contact, "Acuda al módulo. Ñandú €", "hija@correo.example");
        house.sender.send();
        MimeMessage answer = house.received().get(0);
        assertThat(answer.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(MailHouse.CITIZEN);
        assertThat(answer.getRecipients(Message.RecipientType.CC))
                .extracting(Object::toString)
                .containsExactly("hija@correo.example");
        assertThat(text(answer)).contains("Acuda al módulo. Ñandú €").doesNotContain("secreto");
        assertThat(answer.getHeader("Auto-Submitted")).isNull();
        assertThat(house.events).filteredOn(AnswerAccepted.class::isInstance).hasSize(1);
        house.advisorAnswers(contact, "Y lleve su acta.");
        house.sender.send();
        assertThat(house.events).filteredOn(AnswerAccepted.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.mx\r\nBcc: todos@x.mx",
                "a@b.mx, c@d.mx",
                "\"x\" <a@b.mx>",
                "a@b.mx\0",
                "sin-arroba",
                "a@",
                "catgem@edomex.gob.mx",
                ""
            })
    void aCopyToAnythingButOneAddressIsRefused(String address) throws Exception {
        ContactId contact = arrived("hola");
        house.intakeOpensAll();
        assertThatThrownBy(() -> house.advisorAnswers(contact, "respuesta", address))
                .isInstanceOf(InvalidRecipient.class);
        assertThat(house.value("select count(*) from outbound_mail")).isEqualTo("0");
    }

    @Test
    void aSubjectCannotAddHeaders() throws Exception {
        house.arrives(
                "From: ana@correo.example", "Subject: =?utf-8?Q?hola=0D=0ABcc:_todos@correo.example=0D=0A?=", "", "x");
        house.fetcher.fetch();
        house.intakeOpensAll();
        house.sender.tick();
        assertThat(house.received()).singleElement().satisfies(mail -> {
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
        });
    }

    @Test
    void aPermanentRefusalIsFailedAndAlarmedAtOnce() throws Exception {
        try (TalkingServer refusing = new TalkingServer("552 too big")) {
            UUID mail = answeredThrough(refusing);
            house.sender.send();
            assertThat(house.value("select state || last_reply from outbound_mail where id = ?", mail))
                    .isEqualTo("FAILED552");
            assertThat(house.value("select count(*) from alert where kind = 'MAIL_NOT_DELIVERED'"))
                    .isEqualTo("1");
            house.clock.pass(Duration.ofDays(1));
            house.sender.send();
            assertThat(refusing.mails()).as("552 is never retried").isOne();
        }
    }

    @Test
    void aTemporaryRefusalIsTriedAgainUnderTheSameMessageId() throws Exception {
        UUID mail;
        try (TalkingServer busy = new TalkingServer("451 later")) {
            mail = answeredThrough(busy);
            house.sender.send();
            house.sender.send();
            assertThat(busy.mails()).isOne();
            house.clock.pass(Duration.ofSeconds(31));
            house.sender.send();
            house.clock.pass(Duration.ofSeconds(61));
            house.sender.send();
            assertThat(busy.mails()).isEqualTo(3);
        }
        assertThat(house.value("select count(*) from alert where kind = 'MAIL_SENDER_STOPPED' and ended_at is null"))
                .as("within five minutes")
                .isEqualTo("1");
        house.sender.settings = house.settings();
        house.clock.pass(Duration.ofMinutes(6));
        house.sender.send();
        assertThat(house.received()).hasSize(1);
        assertThat(house.received().get(0).getMessageID())
                .isEqualTo(house.value("select message_id from outbound_mail where id = ?", mail));
        assertThat(house.value("select count(*) from alert where kind = 'MAIL_SENDER_STOPPED' and ended_at is null"))
                .isEqualTo("0");
    }

    @Test
    void aServerThatIsAwayIsAlarmedAndNothingIsLost() throws Exception {
        ContactId contact = arrived("hola");
        house.intakeOpensAll();
        house.advisorAnswers(contact, "respuesta");
        MailSettings working = house.sender.settings;
        house.sender.settings = nobodyAt(1);
        house.sender.send();
        house.clock.pass(Duration.ofSeconds(70));
        house.sender.send();
        assertThat(house.value("select count(*) from alert where kind = 'MAIL_SENDER_STOPPED'"))
                .isEqualTo("1");
        house.sender.settings = working;
        house.clock.pass(Duration.ofSeconds(11));
        house.sender.send();
        assertThat(house.received()).hasSize(1);
    }

    private UUID answeredThrough(TalkingServer server) throws Exception {
        ContactId contact = arrived("hola");
        house.intakeOpensAll();
        house.advisorAnswers(contact, "respuesta");
        house.sender.settings = nobodyAt(server.port());
        return UUID.fromString(house.value("select id from outbound_mail"));
    }

    private MailSettings nobodyAt(int port) {
        MailSettings settings = house.settings();
        return new MailSettings(
                settings.imap(),
                new MailSettings.Server("127.0.0.1", port, null, null, MailSettings.Protection.NONE),
                settings.address(),
                settings.poll());
    }

    private ContactId arrived(String text) throws SQLException {
        house.arrives("Message-ID: <q1@correo.example>", "From: ana@correo.example", "Subject: Acta", "", text);
        house.fetcher.fetch();
        return house.onlyContact();
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return (String) mail.getContent();
    }
}
