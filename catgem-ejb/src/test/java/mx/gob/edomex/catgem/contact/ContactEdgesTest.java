package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes on at the edges of the life cycle: grace, refusals, alerting, and what an advisor types or sends. */
class ContactEdgesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @Test
    void aBreakOutlivesALostConnectionWithItsReason() {
        centre.available("asesora01");
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        centre.run(() -> centre.presence.connectionLost("asesora01"));
        centre.run(centre.presence::heartbeat);
        assertThat(centre.text("select presence || ' ' || reason from advisor where username = 'asesora01'"))
                .isEqualTo("AUXILIARY MEAL");
    }

    @Test
    void aBreakChosenDuringAContactOutlivesALostConnection() {
        centre.available("asesora02");
        ContactId chat = centre.aChatWith("asesora02");
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        centre.run(() -> centre.presence.connectionLost("asesora02"));
        centre.run(centre.presence::heartbeat);
        assertThat(centre.text("select presence || ' ' || next_reason from advisor where username = 'asesora02'"))
                .isEqualTo("AVAILABLE MEAL");
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
        assertThat(centre.text("select presence || ' ' || reason from advisor where username = 'asesora02'"))
                .isEqualTo("AUXILIARY MEAL");
    }

    @Test
    void missedOffersDoNotTakeALostDeskOutOfItsGrace() {
        centre.available("asesora03");
        centre.aChatWith("asesora03");
        for (int miss = 1; miss <= 2; miss++) {
            OfferId offer = centre.offer(centre.aQueuedChat(), "asesora03").orElseThrow();
            centre.time.pass(Duration.ofSeconds(31));
            if (miss == 2) {
                centre.run(() -> centre.presence.connectionLost("asesora03"));
            }
            centre.run(() -> centre.dispatch.expire(offer));
        }
        assertThat(centre.text("select presence from advisor where username = 'asesora03'"))
                .isEqualTo("GRACE");
    }

    @Test
    void someoneAvailableWithoutTheSkillsDoesNotKeepARefusedContactFromBeingAskedAgain() {
        persistence.inTransaction(() -> persistence.database().execute("update advisor set presence = 'OFFLINE'"));
        persistence.inTransaction(() -> persistence
                .database()
                .execute("delete from advisor_skill where username = 'asesora05' and code = 'CHAT'"));
        centre.available("asesora04", "asesora05");
        ContactId contact = centre.aQueuedChat();
        OfferId offer = centre.offer(contact, "asesora04").orElseThrow();
        centre.as("asesora04");
        centre.run(() -> centre.offers.reject(offer, "NEEDS_OTHER_SKILL"));
        centre.time.pass(Duration.ofSeconds(31));
        centre.run(centre.dispatch::clearExclusions);
        assertThat(centre.integer("select count(*) from offer_exclusion where contact_id = '" + contact + "'"))
                .isZero();
    }

    @Test
    void anOfferAloneLetsNobodyWorkOnTheContact() {
        centre.available("asesora06");
        ContactId contact = centre.aQueuedChat();
        centre.offer(contact, "asesora06");
        centre.as("asesora06");
        assertThatThrownBy(() -> centre.run(() -> centre.desk.resume(contact))).isInstanceOf(NotYourContact.class);
        assertThatThrownBy(() -> centre.run(() -> centre.papers.addNote(contact, "nota")))
                .isInstanceOf(NotYourContact.class);
        assertThat(centre.state(contact)).isEqualTo(ContactState.OFFERED);
    }

    @Test
    void onlyAfterCallWorkIsExtended() {
        centre.available("asesora07");
        ContactId chat = centre.aChatWith("asesora07");
        assertThatThrownBy(() -> centre.run(() -> centre.desk.extendAfterCallWork(chat, "LONG_NOTES")))
                .isInstanceOf(ContactNotInState.class);
    }

    @Test
    void aLateDraftOfAClosedContactIsNotKept() {
        centre.available("asesora08");
        ContactId chat = centre.aChatWith("asesora08");
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
        centre.run(() -> centre.papers.saveDraft(chat, "Le informo"));
        assertThat(centre.integer("select count(*) from draft where contact_id = '" + chat + "'"))
                .isZero();
    }

    @Test
    void theTitleOfAChatIsCoveredWithTheMessageItQuotes() {
        centre.available("asesora09");
        ContactId chat = centre.aChatWith("asesora09");
        persistence.inTransaction(
                () -> persistence.database().execute("delete from message where contact_id = '" + chat + "'"));
        centre.says(chat, "Acta de nacimiento");
        UUID first =
                UUID.fromString(centre.text("select id from message where contact_id = '" + chat + "' and seq = 1"));
        centre.run(() -> centre.desk.markSensitive(chat, first, null));
        assertThat(centre.text("select coalesce(c.title_sealed, a.title_sealed) from contact c join arrival a"
                        + " on a.contact_id = c.id where c.id = '" + chat + "'"))
                .isNull();
        assertThat(centre.text("select words from contact_search where contact_id = '" + chat + "'"))
                .doesNotContain("acta");
    }

    @Test
    void whatAnAdvisorTypesNeverReachesTheLedger() {
        centre.available("asesora10");
        ContactId contact = centre.aQueuedChat();
        OfferId offer = centre.offer(contact, "asesora10").orElseThrow();
        centre.as("asesora10");
        assertThatThrownBy(() -> centre.run(() -> centre.offers.reject(offer, "es mi vecina Juana")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(centre.state(contact)).isEqualTo(ContactState.OFFERED);
    }

    @Test
    void oneContactThatFailsInTheSweepKeepsNobodyElseWaiting() {
        List<Integer> done = new ArrayList<>();
        CentreSweep.each(() -> List.of(1, 2, 3), number -> {
            if (number == 1) {
                throw new IllegalStateException("poison");
            }
            done.add(number);
        });
        assertThat(done).containsExactly(2, 3);
    }
}
