package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailedSurveysTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private MailHouse house;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void thePersonWhoWroteGetsOneMailInTheThreadAndAMachineNone() throws Exception {
        house = new MailHouse(persistence);
        ContactId contact = mail("");
        assertThat(offered(contact)).isTrue();
        house.sender.tick();
        List<MimeMessage> received = house.received();
        assertThat(received).as("acknowledgement and survey").hasSize(2);
        MimeMessage survey = text(received.get(0)).contains("survey/#") ? received.get(0) : received.get(1);
        assertThat(survey.getSubject()).startsWith("Re: Licencia").contains(house.folioOf(contact));
        assertThat(text(survey)).contains("https://citas.example/catgem/public/survey/#abc");
        assertThat(survey.getHeader("Auto-Submitted")).containsExactly("auto-generated");

        ContactId robot = mail("Auto-Submitted: auto-replied\r\n");
        assertThat(offered(robot)).isFalse();
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return (String) mail.getContent();
    }

    private boolean offered(ContactId contact) {
        return house.surveys.offer(
                contact,
                Language.ES,
                URI.create("https://citas.example/catgem/public/survey/#abc"),
                Instant.parse("2026-03-10T06:00:00Z"));
    }

    private ContactId mail(String header) throws Exception {
        var before = house.contacts();
        house.arrives(("From: Ana <" + MailHouse.CITIZEN + ">\r\nTo: " + MailHouse.CENTRE + "\r\n" + header
                        + "Message-ID: <" + System.nanoTime()
                        + "@correo.example>\r\nSubject: Licencia\r\n\r\n¿Cómo la renuevo?\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        house.fetcher.fetch();
        house.intakeOpensAll();
        return house.contacts().stream()
                .filter(contact -> !before.contains(contact))
                .findFirst()
                .orElseThrow();
    }
}
