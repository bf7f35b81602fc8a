package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a mail goes on with: the contact, its matter, or nothing. */
class MailThreadsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private MailHouse house;
    private ContactId contact;
    private String answerId;

    @BeforeEach
    void aContactThatWasAnswered() throws SQLException {
        persistence
                .database()
                .execute(
                        """
                set session_replication_role = replica; -- also what is append-only and hangs on it
                truncate arrival, contact, inbound_mail, mail_quarantine, mail_acknowledgement, outbound_mail,
                         mailbox_cursor, personal_lookup, personal_field, alert, lease cascade
                """);
        house = new MailHouse(persistence);
        house.arrives("Message-ID: <q1@correo.example>", "From: ana@correo.example", "Subject: Acta", "", "¿Dónde?");
        house.fetcher.fetch();
        house.intakeOpensAll();
        contact = house.onlyContact();
        house.advisorAnswers(contact, "En el Registro Civil.");
        answerId = house.value("select message_id from outbound_mail");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anAnswerToOurMailJoinsTheOpenContact() throws SQLException {
        house.arrives("From: ana@correo.example", "Subject: Re: Acta", "In-Reply-To: " + answerId, "", "Gracias");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
        assertThat(texts(contact)).containsExactly("¿Dónde?", "En el Registro Civil.", "Gracias");
    }

    @Test
    void anAfterthoughtToTheCitizensOwnMailJoinsItToo() throws SQLException {
        house.arrives(
                "From: ana@correo.example", "Subject: Acta", "References: <q1@correo.example>", "", "y otra cosa");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
    }

    @Test
    void aReplyAfterClosingIsANewContactOnTheSameMatter() throws SQLException {
        house.closes(contact);
        house.arrives("From: ana@correo.example", "Subject: Re: Acta", "References: " + answerId, "", "No me sirvió");
        house.fetcher.fetch();
        house.intakeOpensAll();
        assertThat(house.contacts()).hasSize(2);
        assertThat(house.value("select count(distinct matter_id) from contact")).isEqualTo("1");
        // And what follows joins the new one, not a third.
        house.arrives("From: ana@correo.example", "Subject: Re: Acta", "References: " + answerId, "", "¿Hola?");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(2);
        ContactId other = house.contacts().stream()
                .filter(each -> !each.equals(contact))
                .findFirst()
                .orElseThrow();
        assertThat(texts(other)).containsExactly("No me sirvió", "¿Hola?");
    }

    @Test
    void thePlusAddressAndTheSubjectTokenFindTheContactOfTheirSenderOnly() throws SQLException {
        String folio = house.folioOf(contact);
        house.arrives(
                "From: ana@correo.example",
                "To: catgem+" + folio + "@edomex.gob.mx",
                "Subject: otra",
                "",
                "por dirección");
        house.arrives("From: ana@correo.example", "Subject: sobre mi [" + folio + "]", "", "por folio");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
        house.arrives("From: mirona@otro.example", "Subject: Re: [" + folio + "]", "", "dígame todo");
        house.arrives("From: mirona@otro.example", "To: catgem+" + folio + "@edomex.gob.mx", "Subject: x", "", "ande");
        house.fetcher.fetch();
        house.intakeOpensAll();
        assertThat(house.contacts()).hasSize(3);
        assertThat(texts(contact)).hasSize(4);
        assertThat(house.value("select count(distinct matter_id) from contact")).isEqualTo("3");
    }

    @Test
    void aThirdPersonInTheThreadGetsAContactOfTheirOwnOnTheMatter() throws SQLException {
        house.arrives("From: hijo@otro.example", "Subject: Re: Acta", "References: " + answerId, "", "Soy su hijo");
        house.fetcher.fetch();
        house.intakeOpensAll();
        assertThat(house.contacts()).hasSize(2);
        assertThat(house.value("select count(distinct matter_id) from contact")).isEqualTo("1");
        assertThat(texts(contact)).doesNotContain("Soy su hijo");
    }

    @Test
    void anOutOfOfficeReplyIsSeenButIsNotTheCitizensWord() throws SQLException {
        house.closes(contact);
        house.arrives(
                "From: ana@correo.example",
                "Subject: Fuera de la oficina",
                "Auto-Submitted: auto-replied",
                "In-Reply-To: " + answerId,
                "",
                "Vuelvo el lunes");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
        List<ConversationMessage> conversation = house.conversation(contact);
        ConversationMessage last = conversation.get(conversation.size() - 1);
        assertThat(last.author()).isEqualTo(Author.SYSTEM);
        assertThat(last.text()).contains("Vuelvo el lunes");
        assertThat(house.value("select count(*) from mail_acknowledgement")).isEqualTo("1");
    }

    @Test
    void aBounceIsNotedOnTheMailItSpeaksOfAndOpensNoContact() throws SQLException {
        house.arrives(
                "From: MAILER-DAEMON@correo.example",
                "Return-Path: <>",
                "Subject: Undelivered",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=B",
                "",
                "--B",
                "",
                "sorry",
                "--B",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; correo.example",
                "",
                "Action: failed",
                "Status: 5.1.1",
                "--B",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: " + answerId,
                "--B--");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
        assertThat(house.value("select state || last_reply from outbound_mail")).isEqualTo("BOUNCED5.1.1");
        assertThat(house.value("select contact_id from alert where kind = 'MAIL_BOUNCED'"))
                .isEqualTo(contact.toString());
        assertThat(texts(contact).get(2)).contains("5.1.1");
    }

    @Test
    void aBounceOfSomethingElseIsHeld() throws SQLException {
        house.arrives("From: MAILER-DAEMON@x.example", "X-Failed-Recipients: b@c.mx", "Subject: x", "", "no");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
        assertThat(house.value("select reason from mail_quarantine")).isEqualTo("UNKNOWN_BOUNCE");
    }

    @Test
    void ourOwnMailComeBackIsHeldAndNeverAnswered() throws SQLException {
        house.arrives("From: " + MailHouse.CENTRE, "Subject: Re: Acta", "", "En el Registro Civil.");
        house.fetcher.fetch();
        assertThat(house.contacts()).hasSize(1);
        assertThat(house.value("select reason from mail_quarantine")).isEqualTo("OWN_ADDRESS");
    }

    private List<String> texts(ContactId of) {
        return house.conversation(of).stream().map(ConversationMessage::text).toList();
    }
}
