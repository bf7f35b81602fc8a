package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.NoRoomForContact;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails in hand make room for a chat: from the matcher's decision to the end of the pause, on the real database. */
class InterruptedMailTest {

    private static final String ADVISOR = "asesora01";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final DatabaseCentre matching = new DatabaseCentre(centre);

    /** One advisor at work, with all that she can hold: four mails, the last of them from whoever has waited least. */
    private List<ContactId> mails;

    @BeforeEach
    void fullHands() throws SQLException {
        CleanCentre.sweep(persistence.database());
        centre.available(ADVISOR);
        mails = new ArrayList<>();
        for (int i = 4; i > 0; i--) {
            ContactId mail = centre.aQueued(
                    Channel.EMAIL,
                    Priority.NORMAL,
                    "GENERAL",
                    centre.time.instant().minusSeconds(i * 60L));
            accept(matching.match().get(0));
            mails.add(mail);
        }
        assertThat(centre.points(ADVISOR)).isEqualTo(100);
    }

    @Test
    void aChatInterruptsNoMoreMailsThanItNeedsAndTheyGoOnWhenItEnds() {
        centre.run(() -> centre.papers.saveDraft(mails.get(3), "Le informo que"));
        ContactId chat = centre.aQueuedChat();
        OfferMade offer = matching.match().get(0);

        assertThat(offer.contact()).isEqualTo(chat);
        assertThat(states())
                .as("those who waited least")
                .containsExactly("IN_PROGRESS", "IN_PROGRESS", "ON_HOLD", "ON_HOLD");
        assertThat(centre.points(ADVISOR)).isEqualTo(50 + 33);
        assertThat(centre.text("select refs ->> 'by' from event where code = 'INTERRUPTED' and contact_id = '"
                        + mails.get(2) + "'"))
                .isEqualTo(chat.toString());

        accept(offer);
        centre.time.pass(Duration.ofSeconds(90));
        assertThat(states()).containsExactly("IN_PROGRESS", "IN_PROGRESS", "ON_HOLD", "ON_HOLD");
        centre.run(() -> centre.desk.end(chat));
        assertThat(states()).as("after-call work holds its points").contains("ON_HOLD");
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));

        assertThat(states()).containsOnly("IN_PROGRESS");
        assertThat(centre.points(ADVISOR)).isEqualTo(100);
        assertThat(centre.integer("select paused_seconds from contact where id = '" + mails.get(3) + "'"))
                .as("the pause is stored")
                .isEqualTo(90);
        assertThat(centre.integer("select paused_seconds from contact where id = '" + mails.get(0) + "'"))
                .isZero();
        assertThat(centre.integer("select count(*) from draft where contact_id = '" + mails.get(3) + "'"))
                .as("the draft is kept")
                .isEqualTo(1);
    }

    @Test
    void whateverEndsTheOfferUnpausesTheMailsAtOnce() {
        ContactId chat = centre.aQueuedChat();
        OfferMade rejected = matching.match().get(0);
        assertThat(states()).contains("ON_HOLD");
        centre.as(ADVISOR);
        centre.run(() -> centre.offers.reject(rejected.offer(), "OTHER_TOPIC"));
        assertThat(states()).as("rejected").containsOnly("IN_PROGRESS");
        assertThat(centre.points(ADVISOR)).isEqualTo(100);
        centre.run(() -> centre.endings.citizenLeft(chat, Actor.citizen(Source.CHAT)));

        ContactId another = centre.aQueuedChat();
        assertThat(matching.match()).hasSize(1);
        centre.run(() -> centre.endings.citizenLeft(another, Actor.citizen(Source.CHAT)));
        assertThat(states()).as("left while alerting").containsOnly("IN_PROGRESS");
        assertThat(centre.points(ADVISOR)).isEqualTo(100);
    }

    @Test
    void aMissedOfferUnpausesAlsoForWhoDoesNotRespond() throws SQLException {
        persistence.database().execute("update advisor set misses = 1 where username = '" + ADVISOR + "'");
        centre.aQueuedChat();
        OfferMade missed = matching.match().get(0);
        centre.time.pass(Duration.ofSeconds(31));
        centre.run(() -> centre.dispatch.expire(missed.offer()));
        assertThat(centre.text("select presence from advisor where username = '" + ADVISOR + "'"))
                .isEqualTo("NOT_RESPONDING");
        assertThat(states()).containsOnly("IN_PROGRESS");
        assertThat(centre.points(ADVISOR)).isEqualTo(100);
    }

    @Test
    void noMailIsInterruptedAThirdTime() throws SQLException {
        for (int i = 0; i < 4; i++) {
            // Each takes two of the four mails: after four chats all have been interrupted twice.
            ContactId chat = centre.aQueuedChat();
            accept(matching.match().get(0));
            centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
        }
        assertThat(persistence
                        .database()
                        .column("select interruptions from contact where advisor = '" + ADVISOR
                                + "' and closed_at is null"))
                .hasSize(4)
                .containsOnly("2");
        centre.aQueuedChat();
        assertThat(matching.match()).isEmpty();
        assertThat(states()).containsOnly("IN_PROGRESS");
        assertThatThrownBy(() -> persistence
                        .database()
                        .execute("update contact set interruptions = 3 where id = '" + mails.get(0) + "'"))
                .hasMessageContaining("interruptions");
    }

    @Test
    void aPausedMailIsNotWorkedOnUntilItFitsButMayBeEndedAndDangerIsHeard() {
        ContactId chat = centre.aQueuedChat();
        accept(matching.match().get(0));
        ContactId paused = mails.get(3);
        assertThatThrownBy(() -> centre.run(() -> centre.desk.send(paused, "m", "Le informo.", List.of())))
                .isInstanceOf(NoRoomForContact.class);
        assertThatThrownBy(() -> centre.run(() -> centre.desk.resume(paused))).isInstanceOf(NoRoomForContact.class);
        centre.run(() -> centre.interruptions.opened(paused));
        assertThat(centre.state(paused)).isEqualTo(ContactState.ON_HOLD);
        centre.run(() -> centre.desk.emergency(paused));
        centre.run(() -> centre.papers.saveDraft(paused, "Le informo que"));
        assertThat(centre.points(ADVISOR)).isEqualTo(83);

        centre.run(() -> centre.desk.close(mails.get(0), "INFORMATION_GIVEN"));
        assertThat(centre.state(mails.get(2))).as("the older one fits now").isEqualTo(ContactState.IN_PROGRESS);
        assertThat(centre.points(ADVISOR)).isEqualTo(83);
        centre.run(() -> centre.desk.classify(paused, "PREDIAL"));
        centre.run(() -> centre.desk.declare(paused, Act.COMPETENCE));
        centre.run(() -> centre.desk.end(paused));
        assertThat(centre.state(paused)).isEqualTo(ContactState.AFTER_CALL_WORK);
        centre.run(() -> centre.desk.close(paused, "DUPLICATE"));
        assertThat(centre.points(ADVISOR)).as("it weighed nothing").isEqualTo(83);
        centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN"));
        assertThat(centre.points(ADVISOR)).isEqualTo(50);
    }

    @Test
    void aSilentChatGivesTheMailsTheirPlaceBackAndItsReplyWaitsInTheLine() {
        ContactId chat = centre.aQueuedChat();
        accept(matching.match().get(0));
        centre.run(() -> centre.desk.awaitCitizen(chat));
        centre.time.pass(Duration.ofMinutes(3).plusMillis(1));
        centre.run(() -> centre.silences.proceed(chat));
        assertThat(states()).containsOnly("IN_PROGRESS");
        assertThat(centre.points(ADVISOR)).isEqualTo(100);

        centre.says(chat, "Ya lo tengo");
        assertThat(centre.state(chat)).as("its points do not fit").isEqualTo(ContactState.QUEUED);
        OfferMade again = matching.match().get(0);
        assertThat(again.contact()).isEqualTo(chat);
        assertThat(again.advisor()).as("who knows it is asked first").isEqualTo(ADVISOR);
        assertThat(states())
                .as("others than before make room")
                .containsExactly("ON_HOLD", "ON_HOLD", "IN_PROGRESS", "IN_PROGRESS");
    }

    @Test
    void aDecisionThatCameTooLateInterruptsNothingOrOnlyWhatIsStillNeeded() {
        ContactId chat = centre.aQueuedChat();
        centre.run(() -> centre.desk.close(mails.get(0), "INFORMATION_GIVEN"));
        Match late = new Match(chat, 1, ADVISOR, List.of(mails.get(0), mails.get(3), mails.get(2)), null, null);
        long lease = centre.lease();
        assertThat(centre.does(() -> centre.dispatch.offer(List.of(late), lease))
                        .made())
                .hasSize(1);
        assertThat(states()).containsExactly("CLOSED", "IN_PROGRESS", "IN_PROGRESS", "ON_HOLD");
        assertThat(centre.points(ADVISOR)).isEqualTo(50 + 33);

        ContactId other = centre.aQueuedChat();
        Match tooLate = new Match(other, 1, ADVISOR, List.of(mails.get(0), mails.get(3)), null, null);
        assertThat(centre.does(() -> centre.dispatch.offer(List.of(tooLate), lease))
                        .made())
                .isEmpty();
        assertThat(centre.points(ADVISOR)).isEqualTo(50 + 33);
    }

    @Test
    void whoIsAboutToLeaveGoesOnWithTheMailFirst() {
        for (ContactId mail : mails.subList(0, 3)) {
            centre.run(() -> centre.desk.close(mail, "INFORMATION_GIVEN"));
        }
        List<ContactId> chats = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            chats.add(centre.aQueuedChat());
            accept(matching.match().get(0));
        }
        assertThat(centre.state(mails.get(3))).isEqualTo(ContactState.ON_HOLD);
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        chats.forEach(chat -> centre.run(() -> centre.desk.close(chat, "INFORMATION_GIVEN")));
        assertThat(centre.state(mails.get(3))).isEqualTo(ContactState.IN_PROGRESS);
        assertThat(centre.text("select presence from advisor where username = '" + ADVISOR + "'"))
                .as("a meal with a mail in hand is none")
                .isEqualTo("AVAILABLE");
    }

    @Test
    void aLostDeskReturnsAPausedMailWithItsAgeAndThePauseIsNoWaiting() {
        ContactId paused = mails.get(3);
        String age = centre.text("select first_queued_at from contact where id = '" + paused + "'");
        ContactId chat = centre.aQueuedChat();
        accept(matching.match().get(0));
        centre.time.pass(Duration.ofSeconds(70));
        centre.run(() -> centre.presence.connectionLost(ADVISOR));
        centre.time.pass(Duration.ofSeconds(36));
        centre.run(() -> centre.capacity.lost(ADVISOR));
        centre.run(() -> centre.endings.advisorLost(chat));
        assertThat(states()).as("nothing goes on where nobody is").contains("ON_HOLD");
        centre.does(centre.endings::orphans).forEach(id -> centre.run(() -> centre.endings.advisorLost(id)));
        assertThat(states()).containsOnly("QUEUED");
        assertThat(centre.points(ADVISOR)).isZero();
        assertThat(centre.returned())
                .filteredOn(one -> one.contact().equals(paused))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.paused()).isEqualTo(Duration.ofSeconds(106));
                    assertThat(centre.text("select first_queued_at from contact where id = '" + paused + "'"))
                            .isEqualTo(age);
                });
    }

    @Test
    void whatWasLockedByAnotherGoesOnAtTheNextSweep() throws SQLException {
        ContactId chat = centre.aQueuedChat();
        accept(matching.match().get(0));
        // As if another transaction had held the mails while the chat ended.
        persistence.database().execute("update advisor set points = points - 33 where username = '" + ADVISOR + "'");
        persistence.database().execute("update leg set points = 0 where contact_id = '" + chat + "'");
        assertThat(centre.does(centre.interruptions::due)).containsExactly(mails.get(2), mails.get(3));
        centre.does(centre.interruptions::due).forEach(mail -> centre.run(() -> centre.interruptions.resume(mail)));
        assertThat(states()).containsOnly("IN_PROGRESS");
        assertThat(centre.points(ADVISOR)).isEqualTo(100);
    }

    private void accept(OfferMade offer) {
        centre.as(offer.advisor());
        centre.run(() -> centre.offers.accept(offer.offer()));
    }

    private List<String> states() {
        return mails.stream().map(mail -> centre.state(mail).name()).toList();
    }
}
