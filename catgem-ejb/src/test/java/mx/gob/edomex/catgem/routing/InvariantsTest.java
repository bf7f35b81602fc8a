package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.Dispatch.OfferMade;
import mx.gob.edomex.catgem.contact.OfferGone;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invariants of ARCHITECTURE, each by its name, on the real database. */
class InvariantsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final DatabaseCentre matching = new DatabaseCentre(centre);

    @BeforeEach
    void anEmptyCentre() throws SQLException {
        CleanCentre.sweep(persistence.database());
    }

    @Test
    @DisplayName("I1: a waiting contact has a token or a row marked returned")
    void whoseTokenIsLostWaitsByTheRow() {
        ContactId chat = centre.aQueuedChat();
        ContactId fresh = centre.aQueuedChat();
        centre.available("asesora01", "asesora02");
        DatabaseCentre withoutTokens = new DatabaseCentre(centre);
        assertThat(withoutTokens.round()).as("a broker that lost everything").isEmpty();
        centre.run(() -> centre.dispatch.markReturned(
                List.of(chat, fresh), centre.time.instant().minusSeconds(15)));
        assertThat(withoutTokens.round()).as("a token may still be on its way").isEmpty();
        centre.time.pass(Duration.ofSeconds(16));
        centre.run(() -> centre.dispatch.markReturned(
                List.of(chat, fresh), centre.time.instant().minusSeconds(15)));
        assertThat(withoutTokens.round()).extracting(OfferMade::contact).containsExactlyInAnyOrder(chat, fresh);
    }

    @Test
    @DisplayName("I2: a token is taken only after the database says so")
    void aTokenOutlivesAMatchThatWasNotCommitted() {
        ContactId chat = centre.aQueuedChat();
        centre.available("asesora01");
        DatabaseCentre failing = new DatabaseCentre(centre) {
            @Override
            public Batch offer(List<Decision> decisions) {
                throw new IllegalStateException("the database is away");
            }
        };
        assertThatThrownBy(failing::match).isInstanceOf(IllegalStateException.class);
        assertThat(failing.tokens("ES.GENERAL.CHAT.NORMAL")).containsExactly(new Token(chat, 1));
        matching.match();
        assertThat(matching.tokens("ES.GENERAL.CHAT.NORMAL")).isEmpty();
        assertThat(centre.state(chat)).isEqualTo(ContactState.OFFERED);
    }

    @Test
    @DisplayName("I3: a stale accept, timeout or token changes nothing")
    void anOfferIsAcceptedInTimeOrNotAtAll() {
        centre.available("asesora01");
        ContactId chat = centre.aQueuedChat();
        OfferId missed = matching.match().get(0).offer();
        centre.time.pass(Duration.ofSeconds(31));
        centre.run(() -> centre.dispatch.expire(missed));
        centre.as("asesora01");
        assertThatThrownBy(() -> centre.run(() -> centre.offers.accept(missed))).isInstanceOf(OfferGone.class);
        assertThat(centre.state(chat)).isEqualTo(ContactState.QUEUED);

        OfferId next = matching.match().get(0).offer();
        assertThatThrownBy(() -> centre.run(() -> centre.offers.accept(missed)))
                .as("while the next one rings")
                .isInstanceOf(OfferGone.class);
        centre.run(() -> centre.dispatch.expire(missed));
        assertThat(centre.state(chat)).isEqualTo(ContactState.OFFERED);
        centre.run(() -> centre.offers.accept(next));
        centre.time.pass(Duration.ofSeconds(31));
        centre.run(() -> centre.dispatch.expire(next));
        long lease = centre.lease();
        assertThat(centre.does(() -> centre.dispatch.offer(List.of(new Match(chat, 1, "asesora01")), lease))
                        .stale())
                .as("the token of its first waiting")
                .containsExactly(chat);
        assertThat(centre.state(chat)).isEqualTo(ContactState.IN_PROGRESS);
        assertThat(centre.points("asesora01")).isEqualTo(33);
    }

    @Test
    @DisplayName("I4: the line of a class is in order, and what is out of order waits beside it")
    void whoComesLateWithAnOlderAgeIsNotBehindTheYounger() {
        Instant now = centre.time.instant();
        ContactId young = centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", now.minusSeconds(5));
        ContactId old = centre.aQueued(Channel.CHAT, Priority.NORMAL, "GENERAL", now.minusSeconds(50));
        centre.available("asesora01");
        assertThat(matching.match()).extracting(OfferMade::contact).containsExactly(old);
        assertThat(centre.text("select returned from contact where id = '" + young + "'"))
                .isEqualTo("false");
    }

    @Test
    @DisplayName("I5: one live offer a contact and an advisor, and points between 0 and 100, whoever writes")
    void theDatabaseRefusesWhatNoMatcherMayDo() {
        centre.available("asesora01");
        ContactId chat = centre.aQueuedChat();
        matching.match();
        ContactId other = centre.aQueuedChat();
        String insert = "insert into offer (id, contact_id, number, epoch, advisor, points, made_at, expires_at)"
                + " values (gen_random_uuid(), '%s', 9, 1, '%s', 33, now(), now())";
        assertThatThrownBy(() -> persistence.database().execute(insert.formatted(chat, "asesora02")))
                .hasMessageContaining("one_live_offer_a_contact");
        assertThatThrownBy(() -> persistence.database().execute(insert.formatted(other, "asesora01")))
                .hasMessageContaining("one_live_offer_an_advisor");
        for (String points : List.of("-1", "101")) {
            assertThatThrownBy(() -> persistence
                            .database()
                            .execute("update advisor set points = " + points + " where username = 'asesora01'"))
                    .hasMessageContaining("advisor_points_check");
        }
    }

    /** I5 and I6 hold whatever happens: chats, mails, interruptions, refusals, misses, silences and replies, at random. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("I6: nobody eligible is idle while somebody waits")
    void whateverHappensThePointsAreThoseOfWhatWeighsAndNobodyWaitsForWhoIsFree(long seed) throws SQLException {
        Random random = new Random(seed);
        centre.available("asesora01", "asesora02");
        List<OfferMade> ringing = new ArrayList<>();
        List<ContactId> inHand = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("catgem.life.steps", 80); i++) {
            centre.time.pass(Duration.ofSeconds(1 + random.nextInt(20)));
            switch (random.nextInt(12)) {
                case 10 ->
                    some(inHand, random)
                            .filter(id -> centre.state(id) == ContactState.IN_PROGRESS)
                            .ifPresent(id -> {
                                with(id);
                                centre.run(() -> centre.desk.end(id));
                            });
                case 0, 1, 8, 9 -> centre.aQueued(Channel.EMAIL, Priority.NORMAL, "GENERAL", centre.time.instant());
                case 2 -> centre.aQueuedChat();
                case 3 -> some(inHand, random).ifPresent(this::silent);
                case 4 ->
                    some(inHand, random).ifPresent(id -> {
                        if (centre.text("select channel from contact where id = '" + id + "'")
                                .equals("CHAT")) {
                            centre.says(id, "Sigo aquí");
                        }
                    });
                case 5, 6 ->
                    some(inHand, random).ifPresent(id -> {
                        if (centre.state(id).isInHand()) {
                            with(id);
                            centre.run(() -> centre.desk.close(id, "INFORMATION_GIVEN"));
                        }
                        inHand.remove(id);
                    });
                default ->
                    centre.does(centre.silences::due).forEach(id -> centre.run(() -> centre.silences.proceed(id)));
            }
            ringing.addAll(matching.match());
            assertThat(matching.engine()).as("I6").isEmpty();
            for (OfferMade offer : List.copyOf(ringing)) {
                answer(offer, random, inHand);
                ringing.remove(offer);
            }
            assertThat(
                            persistence
                                    .database()
                                    .column(
                                            """
                            select a.username || ' has ' || a.points || ', holds ' || h.held from advisor a cross join lateral (
                              select coalesce((select sum(points) from offer o where o.advisor = a.username and o.outcome is null), 0)
                                   + coalesce((select sum(points) from leg l where l.advisor = a.username and l.ended_at is null
                                                 and l.quiet_since is null), 0) as held) h
                            where a.points <> h.held
                            """))
                    .as("I5")
                    .isEmpty();
        }
        assertThat(centre.integer("select count(*) from event where code = 'INTERRUPTED'"))
                .isPositive();
    }

    private void answer(OfferMade offer, Random random, List<ContactId> inHand) {
        centre.as(offer.advisor());
        switch (random.nextInt(6)) {
            case 0 -> {
                centre.time.pass(Duration.ofSeconds(121));
                centre.run(() -> centre.dispatch.expire(offer.offer()));
                centre.available(offer.advisor());
            }
            case 1 -> {
                centre.run(() -> centre.offers.reject(offer.offer(), "OTHER_TOPIC"));
                centre.run(() -> centre.endings.citizenLeft(offer.contact(), Actor.citizen(Source.CHAT)));
            }
            default -> {
                centre.run(() -> centre.offers.accept(offer.offer()));
                inHand.add(offer.contact());
            }
        }
    }

    private void silent(ContactId id) {
        if (centre.state(id) == ContactState.IN_PROGRESS
                && centre.text("select channel from contact where id = '" + id + "'")
                        .equals("CHAT")) {
            with(id);
            centre.run(() -> centre.desk.awaitCitizen(id));
            centre.time.pass(Duration.ofMinutes(3).plusMillis(1));
            centre.run(() -> centre.silences.proceed(id));
        }
    }

    private void with(ContactId id) {
        centre.as(centre.text("select advisor from contact where id = '" + id + "'"));
    }

    private static Optional<ContactId> some(List<ContactId> all, Random random) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
