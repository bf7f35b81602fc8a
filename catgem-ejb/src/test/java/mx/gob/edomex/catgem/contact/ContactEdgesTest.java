package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Sql;
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
        assertThatThrownBy(() -> centre.run(() -> centre.desk.extendAfterCallWork(chat, ExtensionReason.LONG_NOTES)))
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
        centre.run(() -> centre.marks.message(chat, first));
        assertThat(centre.text("select coalesce(c.title_sealed, a.title_sealed) from contact c join arrival a"
                        + " on a.contact_id = c.id where c.id = '" + chat + "'"))
                .isNull();
        assertThat(centre.isFound(chat, "acta")).isFalse();
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
    void whoLeavesTakesDraftAndRefusalsAlong() {
        centre.available("asesora11", "asesora12");
        ContactId contact = centre.aChatWith("asesora11");
        centre.run(() -> centre.papers.saveDraft(contact, "Le informo que"));
        centre.run(() -> centre.endings.advisorLost(contact));
        OfferId offer = centre.offer(contact, "asesora12").orElseThrow();
        centre.as("asesora12");
        centre.run(() -> centre.offers.reject(offer, "NEEDS_OTHER_SKILL"));
        assertThat(left(contact)).isEqualTo(2);
        centre.run(() -> centre.endings.citizenLeft(contact, Actor.citizen(Source.CHAT)));
        assertThat(centre.state(contact)).isEqualTo(ContactState.ABANDONED_IN_QUEUE);
        assertThat(left(contact)).isZero();
    }

    @Test
    void aClosedContactKeepsNoRefusals() {
        centre.available("asesora13", "asesora14");
        ContactId contact = centre.aQueuedChat();
        OfferId refused = centre.offer(contact, "asesora13").orElseThrow();
        centre.as("asesora13");
        centre.run(() -> centre.offers.reject(refused, "NEEDS_OTHER_SKILL"));
        OfferId accepted = centre.offer(contact, "asesora14").orElseThrow();
        centre.as("asesora14");
        centre.run(() -> centre.offers.accept(accepted));
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        assertThat(left(contact)).isZero();
    }

    @Test
    void anArrivalThatCannotBeOpenedIsAnAlertUntilItCan() {
        ContactId stuck = centre.aQueuedChat();
        persistence.inTransaction(() ->
                persistence.database().execute("update arrival set opened = false where contact_id = '" + stuck + "'"));
        centre.run(() -> centre.stuckArrivals.tell(stuck));
        centre.run(() -> centre.stuckArrivals.tell(stuck));
        centre.run(centre.stuckArrivals::settle);
        assertThat(openAlerts(stuck)).isEqualTo(1);
        centre.does(() -> centre.intake.open(stuck));
        centre.run(centre.stuckArrivals::settle);
        assertThat(openAlerts(stuck)).isZero();
    }

    @Test
    void aBatchOfOffersTakesNoAdvisorBeforeItHasEveryContact() throws Exception {
        centre.available("asesora15", "asesora16");
        ContactId first = centre.aQueuedChat();
        ContactId second = centre.aQueuedChat();
        boolean inOrder = first.value().compareTo(second.value()) < 0;
        ContactId late = inOrder ? second : first;
        List<Dispatch.Match> matches = List.of(
                new Dispatch.Match(inOrder ? first : second, 1, "asesora15"), new Dispatch.Match(late, 1, "asesora16"));
        long lease = centre.lease();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Dispatch.Batch> batch = persistence.inTransaction(() -> {
                lock("arrival where contact_id = '" + late + "'");
                Future<Dispatch.Batch> waiting =
                        pool.submit(() -> centre.does(() -> centre.dispatch.offer(matches, lease)));
                waitUntilSomebodyWaits();
                // Would wait for the batch, and the batch for us, had it taken the advisor already.
                lock("advisor where username = 'asesora15'");
                return waiting;
            });
            assertThat(batch.get().made()).hasSize(2);
        } finally {
            pool.shutdownNow();
        }
    }

    private void lock(String row) {
        Sql.on(persistence.entityManager(), "select 1 from " + row + " for no key update")
                .exists();
    }

    private void waitUntilSomebodyWaits() throws InterruptedException {
        while (!Sql.on(persistence.entityManager(), "select 1 from pg_locks where not granted")
                .exists()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private int left(ContactId contact) {
        return centre.integer("select count(*) from (select contact_id from draft union all"
                + " select contact_id from offer_exclusion) kept where contact_id = '" + contact + "'");
    }

    private int openAlerts(ContactId arrival) {
        return centre.integer("select count(*) from alert where kind = 'ARRIVAL_NOT_OPENED' and detail = '" + arrival
                + "' and ended_at is null");
    }
}
