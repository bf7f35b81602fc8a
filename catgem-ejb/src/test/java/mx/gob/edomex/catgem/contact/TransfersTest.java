package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.Colleagues.Colleague;
import mx.gob.edomex.catgem.contact.TransferTopics.TopicChoice;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cold transfers, to a topic and to a colleague; {@link WarmTransfersTest} has the warm ones. */
class TransfersTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @BeforeEach
    void two() throws Exception {
        TransferBooks.clear(persistence);
        centre.available("asesora01", "asesora02");
    }

    @AfterEach
    void nobodyHoldsWhatTheyDoNotHave() {
        assertThat(TransferBooks.wrong(centre)).isNull();
    }

    @Test
    void toATopicItWaitsWithItsAgeAndTheGiverIsNotAskedAgain() {
        ContactId contact = centre.aChatWith("asesora01");
        String age = age(contact);
        centre.run(() -> centre.papers.saveDraft(contact, "Para el predial"));
        centre.time.pass(Duration.ofMinutes(2));
        centre.run(() -> centre.transfers.toTopic(contact, "PREDIAL", "Pregunta por el predial"));

        assertThat(centre.text("select state || ' ' || topic || ' ' || returned || ' ' || coalesce(advisor, '-')"
                        + " from contact where id = '" + contact + "'"))
                .isEqualTo("QUEUED PREDIAL true -");
        assertThat(age(contact)).isEqualTo(age);
        assertThat(centre.points("asesora01")).isZero();
        assertThat(centre.returned())
                .filteredOn(waiting -> waiting.contact().equals(contact))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.excluded()).containsExactly("asesora01"));
        assertThat(centre.events(ContactReturned.class)).contains(new ContactReturned(contact));

        OfferId offer = centre.offer(contact, "asesora02").orElseThrow();
        centre.as("asesora02");
        assertThat(centre.does(() -> centre.handOver.offered(contact, Language.ES)))
                .hasValueSatisfying(handed -> {
                    assertThat(handed.note()).isEqualTo("Pregunta por el predial");
                    assertThat(handed.draft()).isEqualTo("Para el predial");
                });
        centre.run(() -> centre.offers.accept(offer));
        assertThat(centre.text("select string_agg(number || ' ' || advisor || ' ' || coalesce(end_reason, 'live'), ', '"
                        + " order by number) from leg where contact_id = '" + contact + "'"))
                .isEqualTo("1 asesora01 TRANSFERRED, 2 asesora02 live");
    }

    @Test
    void theStepOfTheProcedureIsRecordedAndTheCitizenTold() {
        CarryingGateway chat = new CarryingGateway(Channel.CHAT);
        centre.gateways.add(chat);
        ContactId contact = centre.aChatWith("asesora01");
        centre.run(() -> centre.transfers.toTopic(contact, "AGUA", null));
        assertThat(centre.text("select step_code || ' ' || basis || ' ' || reason || ' ' || staff || ' ' || (refs ->>"
                        + " 'topic') from event where code = 'REFER' and contact_id = '" + contact + "'"))
                .isEqualTo("AVC-10 MEASURED TRANSFER asesora01 AGUA");
        assertThat(centre.text("select string_agg(code || ' ' || leg, ', ' order by id) from event where kind = 'STATE'"
                        + " and contact_id = '" + contact + "'"))
                .endsWith("ACCEPTED 1, TRANSFERRED 1");
        assertThat(chat.said).endsWith("left", "passed on");
    }

    @Test
    void aTopicThatNobodyServesOrNobodyKnowsIsRefused() throws Exception {
        ContactId contact = centre.aChatWith("asesora01");
        assertThatThrownBy(() -> centre.run(() -> centre.transfers.toTopic(contact, "NO_SUCH", null)))
                .isInstanceOf(TopicUnknown.class);
        persistence.database().execute("update topic set active = false where code = 'AGUA'");
        assertThatThrownBy(() -> centre.run(() -> centre.transfers.toTopic(contact, "AGUA", null)))
                .isInstanceOf(TopicUnknown.class);
        persistence.database().execute("update topic set active = true where code = 'AGUA'");
        persistence
                .database()
                .execute("update topic set agreement_until = now() - interval '1 day' where code = 'AGUA'");
        try {
            assertThatThrownBy(() -> centre.run(() -> centre.transfers.toTopic(contact, "AGUA", null)))
                    .isInstanceOf(TopicNotServed.class);
            assertThat(topic(contact, "AGUA").served()).isFalse();
        } finally {
            persistence.database().execute("update topic set agreement_until = null where code = 'AGUA'");
        }
        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS);
    }

    @Test
    void theTopicsSayHowLongItWouldBe() throws Exception {
        ContactId contact = centre.aChatWith("asesora01");
        assertThat(topic(contact, "PREDIAL"))
                .satisfies(choice -> assertThat(choice.served()).isTrue())
                .satisfies(choice -> assertThat(choice.staffed()).isEqualTo(1))
                .satisfies(choice -> assertThat(choice.expected()).hasToString("UNDER_2"));
        persistence.database().execute("update advisor set points = 99 where username = 'asesora02'");
        centre.aQueued(Channel.CHAT, Priority.NORMAL, "PREDIAL", centre.time.instant());
        assertThat(topic(contact, "PREDIAL").expected()).hasToString("FROM_5_TO_10");
        persistence
                .database()
                .execute("update advisor set points = 0, presence = 'OFFLINE' where username = 'asesora02'");
        assertThat(topic(contact, "PREDIAL").expected()).hasToString("OVER_10");
        assertThat(TransferTopics.minutes(3, 2, 2)).isEqualTo(4.0);
    }

    @Test
    void toAColleagueItRingsWithItsNoteAndIsTheirsWhenTheyAccept() {
        ContactId contact = centre.aChatWith("asesora01");
        String age = age(contact);
        centre.as("asesora01");
        centre.run(() -> centre.transfers.toAdvisor(contact, "asesora02", "Usted conoce el caso"));
        assertThat(centre.state(contact)).isEqualTo(ContactState.OFFERED);
        assertThat(centre.points("asesora01")).isZero();
        assertThat(centre.points("asesora02")).isEqualTo(33);
        centre.as("asesora02");
        assertThat(centre.does(() -> centre.handOver.offered(contact, Language.ES)))
                .hasValueSatisfying(handed -> assertThat(handed.note()).isEqualTo("Usted conoce el caso"));
        OfferId offer = offerOf(contact);
        centre.run(() -> centre.offers.accept(offer));
        assertThat(age(contact)).isEqualTo(age);
        assertThat(centre.does(() -> centre.handOver.unseen(Language.ES))).hasSize(1);
        assertThat(centre.integer("select leg from contact where id = '" + contact + "'"))
                .isEqualTo(2);
    }

    @Test
    void refusedOrMissedItWaitsInTheLineAndNeitherIsAskedAgain() {
        for (boolean refused : List.of(true, false)) {
            centre.available("asesora01", "asesora02");
            ContactId contact = centre.aChatWith("asesora01");
            String age = age(contact);
            centre.run(() -> centre.transfers.toAdvisor(contact, "asesora02", "nota"));
            OfferId offer = offerOf(contact);
            centre.as("asesora02");
            if (refused) {
                centre.run(() -> centre.offers.reject(offer, "FINISHING_OTHER"));
            } else {
                centre.time.pass(Duration.ofSeconds(31));
                centre.run(() -> centre.dispatch.expire(offer));
                assertThatThrownBy(() -> centre.run(() -> centre.offers.accept(offer)))
                        .as("accepted after its time")
                        .isInstanceOf(OfferGone.class);
            }
            assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
            assertThat(age(contact)).isEqualTo(age);
            assertThat(centre.text("select string_agg(advisor, ' ' order by advisor) from offer_exclusion where"
                            + " contact_id = '" + contact + "'"))
                    .isEqualTo("asesora01 asesora02");
            centre.available("asesora03");
            OfferId next = centre.offer(contact, "asesora03").orElseThrow();
            assertThat(centre.does(() -> centre.handOver.offered(contact, Language.ES)))
                    .as("the note waits for whoever comes")
                    .isPresent();
            centre.run(() -> centre.offers.accept(next));
            centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        }
    }

    @Test
    void aColleagueWhoCannotTakeItIsRefusedInWords() throws Exception {
        ContactId contact = centre.aChatWith("asesora01");
        assertRefused(contact, null, "nota", TransferToNobody.class);
        assertRefused(contact, "nadie", "nota", TransferToNobody.class);
        assertRefused(contact, "auditora", "nota", TransferToNobody.class);
        assertRefused(contact, "asesora01", "nota", TransferToOneself.class);
        assertRefused(contact, "asesora02", "  ", TransferNeedsANote.class);
        assertRefused(contact, "asesora03", "nota", ReceiverNotAvailable.class); // not there
        persistence.database().execute("update advisor set points = 99 where username = 'asesora02'");
        assertRefused(contact, "asesora02", "nota", ReceiverNotAvailable.class); // full
        persistence.database().execute("update advisor set points = 0 where username = 'asesora02'");
        centre.as("asesora02");
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        assertRefused(contact, "asesora02", "nota", ReceiverNotAvailable.class); // at a meal
        centre.available("asesora02");
        OfferId ringing = centre.offer(centre.aQueuedChat(), "asesora02").orElseThrow();
        assertRefused(contact, "asesora02", "nota", ReceiverNotAvailable.class); // something rings there
        centre.as("asesora02");
        centre.run(() -> centre.offers.reject(ringing, "TECHNICAL"));
        persistence
                .database()
                .execute("update advisor_skill set valid_until = now() - interval '1 day', valid_from = null"
                        + " where username = 'asesora02' and code = 'CHAT'");
        assertRefused(contact, "asesora02", "nota", ReceiverNotAvailable.class); // not trained
        persistence.database().execute("update advisor_skill set valid_until = null where username = 'asesora02'");
        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS);
        assertThat(centre.points("asesora01")).isEqualTo(33);
        centre.as("asesora01");
        assertThat(centre.does(() -> centre.transfers.colleagues(contact)))
                .extracting(Colleague::username, Colleague::canBeAsked)
                .containsExactly(tuple("asesora02", true));
    }

    @Test
    void onlyWhatIsInOnesHandsIsTransferred() {
        ContactId contact = centre.aChatWith("asesora01");
        centre.as("asesora02");
        assertThatThrownBy(() -> centre.run(() -> centre.transfers.toTopic(contact, "AGUA", null)))
                .isInstanceOf(NotYourContact.class);
        centre.as("asesora01");
        centre.run(() -> centre.desk.end(contact));
        assertThatThrownBy(() -> centre.run(() -> centre.transfers.toTopic(contact, "AGUA", null)))
                .as("in after-call work")
                .isInstanceOf(ContactNotInState.class);
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        assertThatThrownBy(() -> centre.run(() -> centre.transfers.toAdvisor(contact, "asesora02", "nota")))
                .as("closed")
                .isInstanceOf(ContactNotInState.class);
    }

    @Test
    void twiceAtOnceItGoesOnce() throws Exception {
        ContactId contact = centre.aChatWith("asesora01");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> one = () -> gives(() -> centre.transfers.toTopic(contact, "AGUA", null));
            Callable<Boolean> other = () -> gives(() -> centre.transfers.toAdvisor(contact, "asesora02", "nota"));
            int given = 0;
            for (var done : pool.invokeAll(List.of(one, other))) {
                given += done.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(centre.integer(
                        "select count(*) from event where code = 'TRANSFERRED' and contact_id = '" + contact + "'"))
                .isEqualTo(1);
    }

    /** The matcher may believe an advisor free at whose desk a colleague's transfer rings: it makes no second offer. */
    @Test
    void oneThingRingsAtADesk() {
        ContactId contact = centre.aChatWith("asesora01");
        centre.run(() -> centre.transfers.toAdvisor(contact, "asesora02", "nota"));
        assertThat(centre.offer(centre.aQueuedChat(), "asesora02")).isEmpty();
    }

    @Test
    void aSilentChatGoesOnWithItsPoints() {
        ContactId contact = centre.aChatWith("asesora01");
        centre.run(() -> centre.desk.awaitCitizen(contact));
        centre.time.pass(Duration.ofMinutes(4));
        centre.run(() -> centre.silences.proceed(contact));
        assertThat(centre.points("asesora01")).isZero();
        centre.run(() -> centre.transfers.toAdvisor(contact, "asesora02", "nota"));
        assertThat(centre.points("asesora01")).isZero();
        assertThat(centre.points("asesora02")).isEqualTo(33);
    }

    @Test
    void aColleagueWhoseDeskIsLostWhileItRingsGivesItBackToTheLine() throws Exception {
        ContactId contact = centre.aChatWith("asesora01");
        centre.run(() -> centre.transfers.toAdvisor(contact, "asesora02", "nota"));
        persistence.database().execute("update advisor set presence = 'OFFLINE' where username = 'asesora02'");
        centre.run(() -> centre.endings.advisorLost(contact));
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.points("asesora02")).isZero();
        assertThat(centre.text("select string_agg(advisor, ' ' order by advisor) from offer_exclusion where"
                        + " contact_id = '" + contact + "'"))
                .isEqualTo("asesora01 asesora02");
    }

    private boolean gives(Runnable transfer) {
        centre.as("asesora01");
        try {
            centre.run(transfer);
            return true;
        } catch (NotYourContact | ContactNotInState e) {
            return false;
        }
    }

    private void assertRefused(ContactId contact, String to, String note, Class<?> how) {
        centre.as("asesora01");
        assertThatThrownBy(() -> centre.run(() -> centre.transfers.toAdvisor(contact, to, note)))
                .isInstanceOf(how);
        assertThatThrownBy(() -> centre.run(() -> centre.transfers.ask(contact, to, note)))
                .isInstanceOf(how);
    }

    private TopicChoice topic(ContactId contact, String code) {
        return centre.does(() -> centre.transfers.topics(contact, Language.ES)).stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private OfferId offerOf(ContactId contact) {
        return new OfferId(UUID.fromString(
                centre.text("select id from offer where outcome is null and contact_id = '" + contact + "'")));
    }

    private String age(ContactId contact) {
        return centre.text("select first_queued_at from contact where id = '" + contact + "'");
    }
}
