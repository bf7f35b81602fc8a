package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A citizen who has the word and does not take it; times as in the migration: 3, 5 and 10 minutes. */
class SilencesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @Test
    void aSilentChatWeighsNothingUntilItsCitizenWrites() {
        ContactId contact = waitingChat("asesora11");
        pass(Duration.ofMinutes(2));
        assertThat(centre.points("asesora11")).isEqualTo(33);
        pass(Duration.ofMinutes(1));
        assertThat(centre.points("asesora11")).isZero();

        centre.says(contact, "Ya lo tengo");
        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS);
        assertThat(centre.points("asesora11")).isEqualTo(33);
        assertThat(centre.text("select advisor from contact where id = '" + contact + "'"))
                .isEqualTo("asesora11");
    }

    @Test
    void aReplyThatNoLongerFitsWaitsInTheLineWithItsAge() {
        ContactId contact = waitingChat("asesora12");
        String age = centre.text("select first_queued_at from contact where id = '" + contact + "'");
        pass(Duration.ofMinutes(3));
        for (int i = 0; i < 3; i++) {
            take("asesora12");
        }
        centre.says(contact, "Ya lo tengo");

        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.points("asesora12")).isEqualTo(99);
        assertThat(centre.text("select first_queued_at from contact where id = '" + contact + "'"))
                .isEqualTo(age);
        assertThat(centre.events(ContactReturned.class)).containsExactly(new ContactReturned(contact));
    }

    @Test
    void anAdvisorTakesASilentChatUpAgainOnlyWhileItFits() {
        ContactId contact = waitingChat("asesora13");
        pass(Duration.ofMinutes(3));
        for (int i = 0; i < 3; i++) {
            take("asesora13");
        }
        assertThatThrownBy(() -> centre.run(() -> centre.desk.resume(contact))).isInstanceOf(NoRoomForContact.class);
        assertThat(centre.state(contact)).isEqualTo(ContactState.WAITING_FOR_CITIZEN);
    }

    @Test
    void theCitizenIsAskedOnceAndThenTheChatEndsInSilence() {
        ContactId contact = waitingChat("asesora14");
        pass(Duration.ofMinutes(3));
        pass(Duration.ofMinutes(2));
        pass(Duration.ofSeconds(5));
        assertThat(facts(contact, "CITIZEN_ASKED")).isEqualTo(1);
        assertThat(centre.state(contact)).isEqualTo(ContactState.WAITING_FOR_CITIZEN);
        pass(Duration.ofMinutes(5));

        assertThat(centre.state(contact)).isEqualTo(ContactState.CLOSED);
        assertThat(centre.text("select outcome from contact where id = '" + contact + "'"))
                .isEqualTo("SILENCE");
        assertThat(centre.points("asesora14")).isZero();
    }

    @Test
    void nobodyIsCutOffUnaskedBecauseTheCentreWasAway() {
        ContactId contact = waitingChat("asesora15");
        pass(Duration.ofHours(1));
        pass(Duration.ofSeconds(5));
        assertThat(centre.state(contact)).isEqualTo(ContactState.WAITING_FOR_CITIZEN);
        pass(Duration.ofMinutes(5));
        assertThat(centre.state(contact)).isEqualTo(ContactState.CLOSED);
    }

    @Test
    void whatTheAdvisorSaysGivesTheWholeTimeAgain() {
        ContactId contact = waitingChat("asesora16");
        pass(Duration.ofMinutes(4));
        centre.run(() -> centre.desk.send(contact, "again", "¿Pudo abrirlo?", List.of()));
        pass(Duration.ofMinutes(4));
        assertThat(facts(contact, "CITIZEN_ASKED")).isZero();
    }

    @Test
    void whoWasToldTheAnswerHasTheWordAndIsClassifiedByTheAdvisor() {
        centre.available("asesora17");
        ContactId contact = centre.aChatWith("asesora17");
        pass(Duration.ofMinutes(30));
        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS); // no answer yet: the advisor's turn
        centre.run(() -> centre.desk.consult(contact, UUID.randomUUID()));
        centre.run(() -> centre.desk.send(contact, "m", "Necesita su CURP.", List.of()));
        pass(Duration.ofMinutes(3));
        assertThat(centre.state(contact)).isEqualTo(ContactState.WAITING_FOR_CITIZEN);
        for (int minutes : new int[] {3, 2, 5}) {
            pass(Duration.ofMinutes(minutes));
        }
        assertThat(centre.state(contact)).isEqualTo(ContactState.AFTER_CALL_WORK);
    }

    @Test
    void whoIsInDangerIsNeverHurried() {
        ContactId contact = waitingChat("asesora18");
        centre.run(() -> centre.desk.emergency(contact));
        pass(Duration.ofHours(2));
        assertThat(centre.state(contact)).isEqualTo(ContactState.WAITING_FOR_CITIZEN);
        assertThat(centre.points("asesora18")).isEqualTo(33);
    }

    @Test
    void nobodyGoesOfflineWithAContactThatWeighsNothing() {
        ContactId contact = waitingChat("asesora19");
        pass(Duration.ofMinutes(3));
        centre.run(() -> centre.presence.become(Presence.OFFLINE, null));
        assertThat(presence("asesora19")).isEqualTo("AVAILABLE");
        centre.run(() -> centre.desk.close(contact, "CITIZEN_LEFT"));
        assertThat(presence("asesora19")).isEqualTo("OFFLINE");
    }

    private ContactId waitingChat(String advisor) {
        centre.available(advisor);
        ContactId contact = centre.aChatWith(advisor);
        centre.run(() -> centre.desk.awaitCitizen(contact));
        return contact;
    }

    private void take(String advisor) {
        OfferId offer = centre.offer(centre.aQueuedChat(), advisor).orElseThrow();
        centre.run(() -> centre.offers.accept(offer));
    }

    /** Time goes by, and a little more (the database rounds to microseconds); the timer looks at what it brought. */
    private void pass(Duration time) {
        centre.time.pass(time.plusMillis(1));
        centre.does(centre.silences::due).forEach(contact -> centre.run(() -> centre.silences.proceed(contact)));
    }

    private int facts(ContactId contact, String code) {
        return centre.integer(
                "select count(*) from event where contact_id = '" + contact + "' and code = '" + code + "'");
    }

    private String presence(String advisor) {
        return centre.text("select presence from advisor where username = '" + advisor + "'");
    }
}
