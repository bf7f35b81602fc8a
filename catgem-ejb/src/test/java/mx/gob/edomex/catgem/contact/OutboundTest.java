package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import mx.gob.edomex.catgem.channel.AnswerNeedsAnAddress;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.report.ReadModel;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutboundTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final CarryingGateway mail = new CarryingGateway(Channel.EMAIL);

    @BeforeEach
    void one() throws Exception {
        TransferBooks.clear(persistence);
        centre.gateways.add(mail);
        centre.available("asesora05");
    }

    @Test
    void itIsInItsAdvisorsHandsOnTheSameMatterAndWasNeverOffered() {
        ContactId earlier = aMailClosedBy("asesora05");
        ContactId contact = write(folio(earlier), " Su acta está lista ");
        assertThat(centre.text("select direction || ' ' || state || ' ' || advisor || ' ' || leg || ' ' || offer_number"
                        + " from contact where id = '" + contact + "'"))
                .isEqualTo("OUTBOUND IN_PROGRESS asesora05 1 0");
        assertThat(centre.text(
                        "select a.matter_id = b.matter_id and a.subject_id = b.subject_id from contact a, contact b"
                                + " where a.id = '" + contact + "' and b.id = '" + earlier + "'"))
                .isEqualTo("true");
        assertThat(centre.points("asesora05")).isEqualTo(25);
        assertThat(centre.text("select string_agg(code || ' ' || state_from || '>' || state_to, ', ') from event where"
                        + " kind = 'STATE' and contact_id = '" + contact + "'"))
                .isEqualTo("BEGUN CREATED>IN_PROGRESS");
        assertThat(centre.does(centre.dispatch::waitingByToken))
                .noneMatch(waiting -> waiting.contact().equals(contact));
        assertThat(TransferBooks.wrong(centre)).isNull();

        centre.time.pass(Duration.ofSeconds(50));
        centre.run(() -> centre.desk.send(contact, "one", "Puede pasar por ella.", List.of()));
        assertThat(mail.said).contains("message");
        centre.time.pass(Duration.ofSeconds(10));
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        assertThat(centre.points("asesora05")).isZero();
        ReadModel figures = persistence.wire(new ReadModel());
        centre.does(figures::catchUp);
        assertThat(centre.text(
                        "select direction || ' ' || offers || ' ' || cast(handled_seconds as int) || ' ' || advisor"
                                + " from contact_fact where contact_id = '" + contact + "'"))
                .isEqualTo("OUTBOUND 0 60 asesora05");
        assertThat(centre.integer("select count(*) from leg_fact where contact_id = '" + contact + "'"))
                .isEqualTo(1);
    }

    /** The gateways ask the contact book whether what arrives goes on with the contact. */
    @Test
    void theAnswerToItIsAContactOfItsOwnOnTheMatter() {
        ContactId earlier = aMailClosedBy("asesora05");
        ContactId contact = write(folio(earlier), "Su acta");
        JpaContactBook book = persistence.wire(new JpaContactBook());
        ContactBook.Standing standing = centre.does(() -> book.find(contact)).orElseThrow();
        assertThat(standing.open()).as("though it is still in hand").isFalse();
        assertThat(standing.matter())
                .isEqualTo(centre.does(() -> book.find(earlier)).orElseThrow().matter());
    }

    @Test
    void itGoesOnLikeAnyOtherWhenItsDeskIsLostOrItIsTransferred() {
        ContactId contact = write(folio(aMailClosedBy("asesora05")), "Su acta");
        centre.run(() -> centre.papers.saveDraft(contact, "Puede pasar"));
        centre.run(() -> centre.endings.advisorLost(contact));
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        centre.available("asesora06");
        var offer = centre.offer(contact, "asesora06").orElseThrow();
        centre.as("asesora06");
        centre.run(() -> centre.offers.accept(offer));
        centre.run(() -> centre.transfers.toTopic(contact, "AGUA", null));
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(TransferBooks.wrong(centre)).isNull();
    }

    @Test
    void whatCannotBeIsSaid() throws Exception {
        ContactId earlier = aMailClosedBy("asesora05");
        assertThatThrownBy(() -> write(Folio.next(), "Su acta")).isInstanceOf(ContactUnknown.class);
        assertThatThrownBy(() -> write(folio(earlier), " ")).isInstanceOf(NothingToSend.class);
        assertThatThrownBy(() -> write(folio(centre.aQueuedChat()), "Su acta"))
                .isInstanceOf(AnswerNeedsAnAddress.class);
        persistence.database().execute("update advisor set points = 90 where username = 'asesora05'");
        assertThatThrownBy(() -> write(folio(earlier), "Su acta")).isInstanceOf(NoRoomToBegin.class);
        persistence.database().execute("update advisor set points = 0 where username = 'asesora05'");
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        assertThatThrownBy(() -> write(folio(earlier), "Su acta")).isInstanceOf(NoRoomToBegin.class);
        assertThat(centre.integer("select count(*) from contact where direction = 'OUTBOUND' and state = 'CREATED'"))
                .as("nothing is left of what was refused")
                .isZero();
    }

    private ContactId aMailClosedBy(String advisor) {
        ContactId contact = centre.aQueued(Channel.EMAIL, Priority.NORMAL, "REGISTRO_CIVIL", centre.time.instant());
        var offer = centre.offer(contact, advisor).orElseThrow();
        centre.as(advisor);
        centre.run(() -> centre.offers.accept(offer));
        centre.run(() -> centre.papers.identify(contact, "Ana Prueba", "ana@example.org", null));
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        return contact;
    }

    private ContactId write(Folio folio, String title) {
        return centre.does(() -> centre.outbound.mail(folio, title));
    }

    private Folio folio(ContactId contact) {
        return new Folio(centre.text("select folio from contact where id = '" + contact + "'"));
    }
}
