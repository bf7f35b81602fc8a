package mx.gob.edomex.catgem.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The centre dies with a mail in its hands. */
@ExtendWith(FaultyCentre.Shared.class)
class MailFaults {

    private final FaultyCentre centre = FaultyCentre.centre();

    @Test
    void aCrashBetweenFetchAndMoveMakesOneContactOfTheMail() throws Exception {
        MailGate gate = centre.gate();
        centre.await(
                "what earlier tests had to say to citizens has gone out",
                () -> centre.number("select count(*) from outbound_mail where state = 'QUEUED'") == 0);
        int contacts = contacts();
        int processed = gate.processed();
        int acknowledged = gate.sentTo("example.org");
        CountDownLatch crashed = new CountDownLatch(1);
        gate.insteadOf("MOVE", () -> {
            centre.kill();
            crashed.countDown();
        });

        Mails.send(centre.server().settings().ports().smtp(), "crash-1", "Correo durante la caida");
        assertThat(crashed.await(90, TimeUnit.SECONDS))
                .as("the mail was committed and about to be moved")
                .isTrue();
        assertThat(gate.inbox()).isEqualTo(1);
        assertThat(arrivals()).isEqualTo(contacts + 1);

        centre.restart();
        centre.await("the mail is out of the inbox", () -> gate.inbox() == 0 && contacts() > contacts);
        centre.await("the acknowledgement has gone out", () -> gate.sentTo("example.org") > acknowledged);
        assertThat(gate.processed()).isEqualTo(processed + 1);
        assertThat(arrivals()).isEqualTo(contacts + 1);
        assertThat(contacts()).isEqualTo(contacts + 1);
        assertThat(gate.sentTo("example.org")).isEqualTo(acknowledged + 1);
        assertThat(centre.findings()).isEmpty();
    }

    private int arrivals() throws SQLException {
        return centre.number("select count(*) from arrival where channel = 'EMAIL'");
    }

    private int contacts() throws SQLException {
        return centre.number("select count(*) from contact where channel = 'EMAIL'");
    }
}
