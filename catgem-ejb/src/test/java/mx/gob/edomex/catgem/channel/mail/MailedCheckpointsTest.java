package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailedCheckpointsTest {

    private static final String CHECKPOINT =
            "catgem.edomex.gob.mx/TRYOUT/x\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 x AAAAAAA=\n";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final MailHouse house = new MailHouse(persistence);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theControlBodyGetsTheCheckpointAsItStands() throws Exception {
        house.checkpoints.checkpoint(
                "oic@correo.example",
                Map.of("day", "2026-03-02", "size", "7", "checkpoint", CHECKPOINT, "key", "x+1+y"));
        house.sender.tick();

        assertThat(house.received()).hasSize(1);
        MimeMessage mail = house.received().get(0);
        assertThat(mail.getSubject()).contains("2026-03-02");
        String text = ((String) mail.getContent()).replace("\r\n", "\n");
        assertThat(text.split("--------\n")[1]).isEqualTo(CHECKPOINT);
        assertThat(text).contains("tiene 7 asientos", "x+1+y");
        assertThat(house.value("select state from outbound_mail where kind = 'CHECKPOINT'"))
                .isEqualTo("SENT");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> house.checkpoints.checkpoint("nadie", Map.of()))
                .isInstanceOf(InvalidRecipient.class);
    }
}
