package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An accepted mail is no answered mail: at nine tenths of its four hours somebody is told. */
class DueMailsTest {

    private static final String ADVISOR = "asesora31";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final DueMails mails = persistence.wire(new DueMails(), centre.alerts, centre.time);

    @Test
    void anAcceptedMailIsToldOnceAtNineTenthsOfItsTargetUntilItIsAnswered() {
        centre.available(ADVISOR);
        ContactId mail = centre.aQueued(Channel.EMAIL, Priority.NORMAL, "GENERAL", centre.time.instant());
        centre.time.pass(Duration.ofMinutes(216));
        look();
        assertThat(alerts(mail, ""))
                .as("nobody has it yet: that is the queue's business")
                .isZero();

        OfferId offer = centre.offer(mail, ADVISOR).orElseThrow();
        centre.as(ADVISOR);
        centre.run(() -> centre.offers.accept(offer));
        look();
        look();
        assertThat(alerts(mail, " and ended_at is null and staff = '" + ADVISOR + "'"))
                .isEqualTo(1);

        centre.run(() -> centre.endings.contacts.answered(mail, Actor.advisor(ADVISOR), centre.time.instant()));
        look();
        look();
        assertThat(alerts(mail, " and ended_at is not null")).isEqualTo(1);
        assertThat(alerts(mail, "")).as("once a contact").isEqualTo(1);
    }

    @Test
    void beforeNineTenthsNobodyIsDisturbed() {
        centre.available(ADVISOR);
        ContactId mail = centre.aQueued(Channel.EMAIL, Priority.NORMAL, "GENERAL", centre.time.instant());
        OfferId offer = centre.offer(mail, ADVISOR).orElseThrow();
        centre.as(ADVISOR);
        centre.run(() -> centre.offers.accept(offer));
        centre.time.pass(Duration.ofMinutes(215));
        look();
        assertThat(alerts(mail, "")).isZero();
    }

    private void look() {
        centre.run(mails::tell);
        centre.run(mails::settle);
    }

    private int alerts(ContactId contact, String also) {
        return centre.integer(
                "select count(*) from alert where kind = 'MAIL_ANSWER_DUE' and contact_id = '" + contact + "'" + also);
    }
}
