package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.CitizenLeft;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactLifeTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @Test
    void anOfferKeepsWhyItWasMade() {
        centre.available("asesora24");
        ContactId contact = centre.aQueuedChat();
        long epoch = centre.lease();
        Dispatch.Match match = new Dispatch.Match(contact, 1, "asesora24", List.of(), null, "{\"rules\": 7}");
        centre.does(() -> centre.dispatch.offer(List.of(match), epoch));
        assertThat(centre.text("select decision ->> 'rules' from offer where contact_id = '" + contact + "'"))
                .isEqualTo("7");
    }

    @Test
    void anArrivalIsOpenedOnceHoweverOftenItIsDelivered() {
        ContactId contact = centre.aQueuedChat();
        assertThat(centre.does(() -> centre.intake.open(contact))).isPresent();
        assertThat(centre.integer("select count(*) from event where contact_id = '" + contact + "' and kind = 'STATE'"))
                .isEqualTo(1);
        assertThat(centre.integer(
                        "select count(*) from event where contact_id = '" + contact + "' and code = 'NOTICE'"))
                .isEqualTo(1);
    }

    @Test
    void anArrivalOlderThanItsClassGoesByItsRowAndNotToTheEndOfTheLine() {
        Instant now = centre.time.instant();
        centre.aQueued(Channel.CHAT, Priority.LOW, "AGUA", now);
        ContactId late = centre.aQueued(Channel.CHAT, Priority.LOW, "AGUA", now.minusSeconds(5));
        ContactId near = centre.aQueued(Channel.CHAT, Priority.LOW, "AGUA", now.minusMillis(500));
        assertThat(centre.text("select returned from contact where id = '" + late + "'"))
                .isEqualTo("true");
        assertThat(centre.text("select returned from contact where id = '" + near + "'"))
                .isEqualTo("false");
    }

    @Test
    void theJourneyFromQueueToDispositionLeavesEveryStepOnRecord() {
        centre.available("asesora02");
        ContactId contact = centre.aChatWith("asesora02");
        assertThat(centre.points("asesora02")).isEqualTo(33);
        centre.run(() -> centre.desk.classify(contact, "REGISTRO_CIVIL"));
        centre.time.pass(Duration.ofSeconds(30));
        centre.run(() -> centre.desk.consult(contact, UUID.randomUUID()));
        centre.run(() -> centre.desk.send(contact, "m1", "Necesita su CURP.", List.of()));
        centre.run(() -> centre.desk.send(contact, "m1", "Necesita su CURP.", List.of()));
        centre.run(() -> centre.desk.end(contact));
        assertThat(centre.state(contact)).isEqualTo(ContactState.AFTER_CALL_WORK);
        assertThat(centre.points("asesora02")).isEqualTo(33);
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        assertThat(centre.state(contact)).isEqualTo(ContactState.CLOSED);
        assertThat(centre.points("asesora02")).isZero();
        assertThat(centre.text(
                        "select string_agg(code, ' ' order by k) from event where execution_id = '" + contact + "'"))
                .isEqualTo("NOTICE ENTERS_QUEUE ASSIGNED GREETING CLASSIFY CONSULT DELIVER CLOSE");
        assertThat(centre.text("select delivered_at - connected_at from contact where id = '" + contact + "'"))
                .isEqualTo("00:00:30");
        assertThat(centre.integer(
                        "select count(*) from message where contact_id = '" + contact + "' and author = 'ADVISOR'"))
                .isEqualTo(2);
    }

    @Test
    void theAnswerIsNeverDeliveredBeforeAnEntryWasConsultedOrKnownByHeart() {
        centre.available("asesora03");
        ContactId contact = centre.aChatWith("asesora03");
        centre.run(() -> centre.desk.send(contact, "m1", "Le comento…", List.of()));
        assertThat(centre.text("select delivered_at from contact where id = '" + contact + "'"))
                .isNull();
        centre.time.pass(Duration.ofSeconds(10));
        centre.run(() -> centre.desk.knownByHeart(contact));
        assertThat(centre.text("select delivered_at from contact where id = '" + contact + "'"))
                .isNotNull();
    }

    @Test
    void oneOfTwoWhoAcceptTheSameOfferWinsAndTheOtherIsTold() throws Exception {
        centre.available("asesora04");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        int rounds = Integer.getInteger("catgem.races", 100);
        try {
            for (int i = 0; i < rounds; i++) {
                ContactId contact = centre.aQueuedChat();
                OfferId offer = centre.offer(contact, "asesora04").orElseThrow();
                Callable<Boolean> accept = () -> {
                    centre.as("asesora04");
                    try {
                        centre.run(() -> centre.offers.accept(offer));
                        return true;
                    } catch (OfferGone e) {
                        return false;
                    }
                };
                List<Future<Boolean>> both = pool.invokeAll(List.of(accept, accept));
                assertThat(both.get(0).get() ^ both.get(1).get()).isTrue();
                assertThat(centre.integer("select count(*) from leg where contact_id = '" + contact + "'"))
                        .isEqualTo(1);
                centre.as("asesora04");
                centre.run(() -> centre.desk.close(contact, "DUPLICATE"));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(centre.points("asesora04")).isZero();
    }

    @Test
    void anotherAdvisorsOfferCannotBeAccepted() {
        centre.available("asesora05");
        OfferId offer = centre.offer(centre.aQueuedChat(), "asesora05").orElseThrow();
        centre.as("asesora06");
        assertThatThrownBy(() -> centre.run(() -> centre.offers.accept(offer))).isInstanceOf(OfferGone.class);
    }

    @Test
    void aRejectedContactReturnsWithItsAgeAndIsNotOfferedToTheSameAdvisor() {
        centre.available("asesora07");
        ContactId contact = centre.aQueuedChat();
        String age = centre.text("select first_queued_at from contact where id = '" + contact + "'");
        OfferId offer = centre.offer(contact, "asesora07").orElseThrow();
        centre.as("asesora07");
        centre.run(() -> centre.offers.reject(offer, "OTHER_TOPIC"));
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.text("select first_queued_at from contact where id = '" + contact + "'"))
                .isEqualTo(age);
        assertThat(centre.returned())
                .filteredOn(waiting -> waiting.contact().equals(contact))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.excluded()).containsExactly("asesora07"));
        assertThat(centre.points("asesora07")).isZero();
    }

    @Test
    void aMissedOfferReturnsTheContactAndTwoMissedChatsMakeTheAdvisorNotResponding() {
        centre.available("asesora08");
        ContactId contact = centre.aQueuedChat();
        for (int miss = 1; miss <= 2; miss++) {
            OfferId offer = centre.offer(contact, "asesora08").orElseThrow();
            centre.run(() -> centre.dispatch.expire(offer));
            assertThat(centre.state(contact)).as("before its time").isEqualTo(ContactState.OFFERED);
            centre.time.pass(Duration.ofSeconds(31));
            centre.run(() -> centre.dispatch.expire(offer));
            assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        }
        assertThat(centre.text("select presence from advisor where username = 'asesora08'"))
                .isEqualTo("NOT_RESPONDING");
        assertThat(centre.integer(
                        "select count(*) from alert where kind = 'ADVISOR_NOT_RESPONDING' and staff = 'asesora08'"))
                .isEqualTo(1);
    }

    @Test
    void aStaleMatchAndAStaleLeaseChangeNothing() {
        centre.available("asesora09");
        ContactId contact = centre.aQueuedChat();
        long lease = centre.lease();
        Dispatch.Match stale = new Dispatch.Match(contact, 99, "asesora09");
        assertThat(centre.does(() -> centre.dispatch.offer(List.of(stale), lease))
                        .stale())
                .containsExactly(contact);
        Dispatch.Match good = new Dispatch.Match(contact, 1, "asesora09");
        assertThatThrownBy(() -> centre.does(() -> centre.dispatch.offer(List.of(good), lease - 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.points("asesora09")).isZero();
    }

    @Test
    void nobodyIsEverAboveCapacity() {
        centre.available("asesora10");
        for (int i = 0; i < 3; i++) {
            centre.aChatWith("asesora10");
        }
        assertThat(centre.points("asesora10")).isEqualTo(99);
        assertThat(centre.offer(centre.aQueuedChat(), "asesora10")).isEmpty();
        assertThatThrownBy(() ->
                        persistence.database().execute("update advisor set points = 101 where username = 'asesora10'"))
                .hasMessageContaining("points");
    }

    @Test
    void aCitizenWhoLeavesWhileAlertingCostsTheAdvisorNothing() {
        centre.available("asesora11");
        ContactId contact = centre.aQueuedChat();
        centre.offer(contact, "asesora11");
        centre.run(() -> centre.endings.citizenLeft(contact, Actor.citizen(Source.CHAT)));
        assertThat(centre.state(contact)).isEqualTo(ContactState.ABANDONED_WHILE_ALERTING);
        assertThat(centre.text("select outcome from offer where contact_id = '" + contact + "'"))
                .isEqualTo("ABANDONED_WHILE_ALERTING");
        assertThat(centre.points("asesora11")).isZero();
        assertThat(centre.integer("select misses from advisor where username = 'asesora11'"))
                .isZero();
    }

    @Test
    void aLostDeskGivesItsContactsBackWithTheirAgeAndACoordinatorIsTold() {
        centre.available("asesora12");
        List<ContactId> chats =
                List.of(centre.aChatWith("asesora12"), centre.aChatWith("asesora12"), centre.aChatWith("asesora12"));
        String ages = centre.text(
                "select string_agg(cast(first_queued_at as text), ',' order by id) from contact where advisor = 'asesora12'");
        centre.time.pass(Duration.ofSeconds(16));
        assertThat(centre.does(centre.presence::unseen)).contains("asesora12");
        centre.run(() -> centre.presence.connectionLost("asesora12"));
        assertThat(centre.does(centre.capacity::graceOver)).doesNotContain("asesora12");
        centre.time.pass(Duration.ofSeconds(36));
        assertThat(centre.does(centre.capacity::graceOver)).contains("asesora12");
        centre.run(() -> centre.capacity.lost("asesora12"));
        centre.does(centre.endings::orphans).forEach(id -> centre.run(() -> centre.endings.advisorLost(id)));
        for (ContactId chat : chats) {
            assertThat(centre.state(chat)).isEqualTo(ContactState.QUEUED);
            assertThat(centre.integer(
                            "select count(*) from alert where kind = 'ADVISOR_LOST' and contact_id = '" + chat + "'"))
                    .isEqualTo(1);
        }
        assertThat(centre.text(
                        "select string_agg(cast(first_queued_at as text), ',' order by id) from contact where id in ('"
                                + chats.get(0) + "','" + chats.get(1) + "','" + chats.get(2) + "')"))
                .isEqualTo(ages);
        assertThat(centre.points("asesora12")).isZero();
    }

    @Test
    void aDeskThatComesBackWithinItsGraceKeepsItsContacts() {
        centre.available("asesora13");
        ContactId chat = centre.aChatWith("asesora13");
        centre.run(() -> centre.presence.connectionLost("asesora13"));
        centre.as("asesora13");
        centre.run(centre.presence::heartbeat);
        assertThat(centre.text("select presence from advisor where username = 'asesora13'"))
                .isEqualTo("AVAILABLE");
        assertThat(centre.state(chat)).isEqualTo(ContactState.IN_PROGRESS);
    }

    @Test
    void theNextPresenceIsAppliedWhenTheLastContactEnds() {
        centre.available("asesora14");
        ContactId chat = centre.aChatWith("asesora14");
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        assertThat(centre.text("select presence from advisor where username = 'asesora14'"))
                .isEqualTo("AVAILABLE");
        assertThat(centre.offer(centre.aQueuedChat(), "asesora14"))
                .as("no more offers")
                .isEmpty();
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
        assertThat(centre.text("select presence from advisor where username = 'asesora14'"))
                .isEqualTo("AUXILIARY");
    }

    @Test
    void afterCallWorkThatRunsOutClosesUnclassifiedUnlessItWasExtended() {
        centre.available("asesora15");
        ContactId chat = centre.aChatWith("asesora15");
        centre.run(() -> centre.desk.end(chat));
        assertThatThrownBy(() -> centre.run(() -> centre.desk.extendAfterCallWork(chat, null)))
                .isInstanceOf(ExtensionNeedsAReason.class);
        centre.run(() -> centre.desk.extendAfterCallWork(chat, ExtensionReason.LONG_NOTES));
        assertThatThrownBy(() -> centre.run(() -> centre.desk.extendAfterCallWork(chat, ExtensionReason.COORDINATION)))
                .isInstanceOf(AlreadyExtended.class);
        centre.time.pass(Duration.ofSeconds(31));
        assertThat(centre.does(centre.endings::overdueAfterCallWork)).doesNotContain(chat);
        centre.time.pass(Duration.ofSeconds(30));
        assertThat(centre.does(centre.endings::overdueAfterCallWork)).contains(chat);
        centre.run(() -> centre.endings.expireAfterCallWork(chat));
        assertThat(centre.text("select disposition from contact where id = '" + chat + "'"))
                .isEqualTo("UNCLASSIFIED");
    }

    @Test
    void abuseIsWarnedTwiceAndThenEnded() {
        centre.available("asesora16");
        ContactId chat = centre.aChatWith("asesora16");
        assertThat(centre.does(() -> centre.desk.abuse(chat))).isEqualTo(1);
        assertThat(centre.does(() -> centre.desk.abuse(chat))).isEqualTo(2);
        assertThat(centre.does(() -> centre.desk.abuse(chat))).isEqualTo(3);
        assertThat(centre.text("select outcome from contact where id = '" + chat + "'"))
                .isEqualTo("ABUSE");
    }

    @Test
    void aDraftIsKeptAndGoesWithTheMessageItBecame() {
        centre.available("asesora17");
        ContactId chat = centre.aChatWith("asesora17");
        centre.run(() -> centre.papers.saveDraft(chat, "Le informo que"));
        assertThat(centre.integer("select count(*) from draft where contact_id = '" + chat + "'"))
                .isEqualTo(1);
        centre.run(() -> centre.desk.send(chat, "x", "Le informo que sí.", List.of()));
        assertThat(centre.integer("select count(*) from draft where contact_id = '" + chat + "'"))
                .isZero();
        assertThatThrownBy(() -> centre.run(() -> centre.desk.send(chat, "y", "  ", List.of())))
                .isInstanceOf(NothingToSend.class);
    }

    @Test
    void aCitizenWhoEndsTheChatLeavesTheAdvisorToClassifyIt() {
        centre.available("asesora18");
        ContactId chat = centre.aChatWith("asesora18");
        centre.run(() -> centre.endings.citizenLeft(new CitizenLeft(chat).contact(), Actor.citizen(Source.CHAT)));
        assertThat(centre.state(chat)).isEqualTo(ContactState.AFTER_CALL_WORK);
    }

    @Test
    void whatEveryoneDeclinedIsAskedAgainAfterThirtySecondsWithAnAlert() {
        persistence.inTransaction(() -> persistence.database().execute("update advisor set presence = 'OFFLINE'"));
        centre.available("asesora19");
        ContactId contact = centre.aQueuedChat();
        OfferId offer = centre.offer(contact, "asesora19").orElseThrow();
        centre.as("asesora19");
        centre.run(() -> centre.offers.reject(offer, null));
        centre.run(centre.dispatch::clearExclusions);
        assertThat(centre.integer("select count(*) from offer_exclusion where contact_id = '" + contact + "'"))
                .isEqualTo(1);
        centre.time.pass(Duration.ofSeconds(31));
        centre.run(centre.dispatch::clearExclusions);
        assertThat(centre.integer("select count(*) from offer_exclusion where contact_id = '" + contact + "'"))
                .isZero();
        assertThat(centre.integer("select count(*) from alert where kind = 'DECLINED_BY_ALL'"))
                .isEqualTo(1);
    }
}
