package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.OfferGone;
import mx.gob.edomex.catgem.routing.WideningStep.Kind;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What should not be, and is one day: the answer is clear and nobody is lost. */
class BadInputTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final DatabaseCentre matching = new DatabaseCentre(centre);

    @BeforeEach
    void anEmptyCentre() throws SQLException {
        CleanCentre.sweep(persistence.database());
    }

    @Test
    void aClockThatJumpsBackAndForthLosesNobodyAndNoOffer() {
        centre.available("asesora01");
        ContactId chat = centre.aQueuedChat();
        String age = centre.text("select first_queued_at from contact where id = '" + chat + "'");
        long lease = centre.lease();
        centre.time.pass(Duration.ofMinutes(-10));
        ContactId inThePast = centre.aQueuedChat();
        OfferMade offer = matching.match().get(0);
        assertThat(offer.contact())
                .as("who has waited longer by the clock there is")
                .isEqualTo(inThePast);
        centre.run(() -> centre.dispatch.expire(offer.offer()));
        assertThat(centre.state(inThePast)).as("its time has not come").isEqualTo(ContactState.OFFERED);
        centre.time.pass(Duration.ofMinutes(20));
        centre.run(() -> centre.dispatch.expire(offer.offer()));
        assertThat(centre.state(inThePast)).as("missed, once").isEqualTo(ContactState.QUEUED);
        centre.time.pass(Duration.ofMinutes(-10));
        Match match = new Match(chat, 1, "asesora01");
        assertThat(centre.does(() -> centre.dispatch.offer(List.of(match), lease))
                        .made())
                .as("the lease is by the database's clock")
                .hasSize(1);
        assertThat(centre.text("select first_queued_at from contact where id = '" + chat + "'"))
                .isEqualTo(age);
    }

    @Test
    void anAdvisorAtTwoDesksHasOneCapacityAndBothShowTheSame() {
        centre.available("asesora01");
        centre.available("asesora01"); // the other desk says so too
        List<ContactId> chats = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            chats.add(centre.aQueuedChat());
            List<OfferMade> offers = matching.match();
            assertThat(offers).as("one offer at a time, whatever the desks").hasSize(1);
            centre.as("asesora01");
            assertThat(centre.does(() -> centre.deskQueries.offers(Language.ES)))
                    .hasSize(1);
            centre.run(() -> centre.offers.accept(offers.get(0).offer()));
            assertThatThrownBy(() ->
                            centre.run(() -> centre.offers.accept(offers.get(0).offer())))
                    .as("the other desk")
                    .isInstanceOf(OfferGone.class);
        }
        centre.aQueuedChat();
        assertThat(matching.match()).as("33 × 3, not × 6").isEmpty();
        assertThat(centre.points("asesora01")).isEqualTo(99);
        centre.as("asesora01");
        assertThat(centre.does(() -> centre.deskQueries.contacts(Language.ES)))
                .extracting(card -> card.contact())
                .as("whichever desk asks")
                .containsExactlyInAnyOrderElementsOf(chats);
        // One desk dies; the other one's heartbeat keeps what is in hand.
        centre.run(() -> centre.presence.connectionLost("asesora01"));
        centre.run(centre.presence::heartbeat);
        centre.time.pass(Duration.ofMinutes(2));
        centre.run(centre.presence::heartbeat);
        assertThat(centre.does(centre.capacity::graceOver)).doesNotContain("asesora01");
        assertThat(centre.state(chats.get(0))).isEqualTo(ContactState.IN_PROGRESS);
    }

    @Test
    void skillsNobodyKnowsHarmNobodyAndWhatNobodyCanDoWaitsInSight() throws SQLException {
        persistence
                .database()
                .execute(
                        """
                        insert into advisor_skill (username, kind, code, level) values ('asesora01', 'TOPIC', 'NO_SUCH_TOPIC', 5),
                          ('asesora01', 'CHANNEL', 'FAX', 5), ('asesora01', 'LANGUAGE', 'NAHUATL', 5)
                        """);
        centre.available("asesora01");
        ContactId chat = centre.aQueuedChat();
        assertThat(matching.match()).extracting(OfferMade::contact).containsExactly(chat);
        persistence.database().execute("delete from advisor_skill where kind = 'LANGUAGE' and code = 'ES'");
        ContactId nobodys = centre.aQueued(Channel.EMAIL, Priority.NORMAL, "GENERAL", centre.time.instant());
        centre.available("asesora02");
        centre.time.pass(Duration.ofDays(1));
        assertThat(matching.match()).as("no step is so wide").isEmpty();
        assertThat(centre.state(nobodys)).isEqualTo(ContactState.QUEUED);
        persistence
                .database()
                .execute(
                        "insert into advisor_skill (username, kind, code, level) select username, 'LANGUAGE', 'ES', 5 from advisor");
        assertThat(matching.match()).extracting(OfferMade::contact).containsExactly(nobodys);
    }

    @Test
    void rulesThatContradictThemselvesGiveAnAnswer() {
        centre.available("asesora01");
        ContactId chat = centre.aQueuedChat();
        RoutingRules wild = new RoutingRules(
                9,
                Map.of("CHAT.NORMAL", 1),
                Map.of("CHAT", 1),
                5,
                List.of(
                        new WideningStep(Kind.EVERYONE, 900, true, 0),
                        new WideningStep(Kind.DROP_LEVEL, 10, false, 9),
                        new WideningStep(Kind.DROP_LEVEL, 5, false, 0),
                        new WideningStep(Kind.NEIGHBOURS, 0, true, 0)),
                Map.of("GENERAL", List.of("AGUA", "GENERAL"), "AGUA", List.of("GENERAL", "NO_SUCH_TOPIC")),
                true);
        DatabaseCentre contradicting = new DatabaseCentre(centre, wild);
        assertThat(contradicting.match()).extracting(OfferMade::contact).containsExactly(chat);
        assertThat(centre.points("asesora01"))
                .as("what a chat weighs in the database")
                .isEqualTo(33);

        // The rules say that a chat weighs 1, the database 33: the engine goes on offering, and nobody is overloaded.
        centre.as("asesora01");
        OfferMade first = centre.does(centre.dispatch::liveOffers).get(0);
        centre.run(() -> centre.offers.accept(first.offer()));
        for (int i = 0; i < 3; i++) {
            centre.aQueuedChat();
            for (OfferMade offer : contradicting.match()) {
                centre.run(() -> centre.offers.accept(offer.offer()));
            }
        }
        assertThat(centre.points("asesora01")).isEqualTo(99);
        assertThat(centre.integer("select count(*) from contact where state = 'QUEUED'"))
                .as("who did not fit waits")
                .isEqualTo(1);
    }
}
