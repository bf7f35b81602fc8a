package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.SignalRaised;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** T2 beside what others do meanwhile. */
class OffersTest {

    private static final String BLOCKED =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @BeforeEach
    void nobodyIsBusy() throws SQLException {
        persistence
                .database()
                .execute("update offer set outcome = 'MISSED', ended_at = now() where outcome is null;"
                        + "update advisor set presence = 'OFFLINE', points = 0, misses = 0");
        centre.available("asesora01");
    }

    /** Whoever leaves has locked the arrival, and writes the contact after. */
    @Test
    void whoHoldsAContactIsWaitedForAndWhatBecameOfItCounts() throws Exception {
        ContactId chat = centre.aQueuedChat();
        long lease = centre.lease();
        ExecutorService matcher = Executors.newSingleThreadExecutor();
        try (Connection citizen = persistence.database().connection()) {
            citizen.setAutoCommit(false);
            citizen.createStatement()
                    .execute("select 1 from arrival where contact_id = '" + chat + "' for no key update");
            Future<Batch> batch = matcher.submit(
                    () -> centre.does(() -> centre.dispatch.offer(List.of(new Match(chat, 1, "asesora01")), lease)));
            while (persistence.database().value(BLOCKED).equals("0") && !batch.isDone()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            citizen.createStatement()
                    .execute("update contact set state = 'ABANDONED_IN_QUEUE', closed_at = now() where id = '" + chat
                            + "'");
            citizen.commit();
            assertThat(batch.get().stale()).containsExactly(chat);
            assertThat(batch.get().made()).isEmpty();
        } finally {
            matcher.shutdownNow();
        }
        assertThat(centre.points("asesora01")).isZero();
    }

    @Test
    void theDeskHearsOfItsOfferBeforeTheListsDo() {
        ContactId chat = centre.aQueuedChat();
        centre.events.clear();
        centre.offer(chat, "asesora01");
        assertThat(centre.events(SignalRaised.class).stream()
                        .map(raised -> raised.signal().kind()))
                .containsExactly(DeskSignal.Kind.OFFER, DeskSignal.Kind.CONTACT, DeskSignal.Kind.QUEUE);
    }

    @Test
    void theTimesOfAChannelCountAtOnce() throws SQLException {
        assertThat(seconds()).isEqualTo(30);
        persistence.database().execute("update channel_setting set offer_seconds = 40 where channel = 'CHAT'");
        assertThat(seconds()).isEqualTo(40);
        persistence.database().execute("update channel_setting set offer_seconds = 30 where channel = 'CHAT'");
    }

    @Test
    void oneAdvisorIsOfferedOneOfABatchAndTheOthersWaitOn() {
        ContactId first = centre.aQueuedChat();
        ContactId second = centre.aQueuedChat();
        long lease = centre.lease();

        Batch batch = centre.does(() -> centre.dispatch.offer(
                List.of(new Match(first, 1, "asesora01"), new Match(second, 1, "asesora01")), lease));

        assertThat(batch.made()).extracting(Dispatch.OfferMade::contact).containsExactly(first);
        assertThat(batch.stale()).isEmpty();
        assertThat(centre.state(second)).isEqualTo(ContactState.QUEUED);
    }

    @Test
    void theOffersOfAContactAreCountedWithoutAGap() throws SQLException {
        centre.available("asesora02");
        ContactId chat = centre.aQueuedChat();
        OfferId first = centre.offer(chat, "asesora01").orElseThrow();
        centre.as("asesora01");
        centre.run(() -> centre.offers.reject(first, "OTHER_TOPIC"));

        assertThat(centre.offer(chat, "asesora02")).isPresent();

        assertThat(persistence
                        .database()
                        .column("select cast(number as text) from offer where contact_id = '" + chat
                                + "' order by made_at"))
                .containsExactly("1", "2");
    }

    @Test
    void whereOneRingsNothingElseIsOfferedThoughItWouldFit() {
        assertThat(centre.offer(centre.aQueuedChat(), "asesora01")).isPresent();
        ContactId second = centre.aQueuedChat();
        long lease = centre.lease();

        Batch batch = centre.does(() -> centre.dispatch.offer(List.of(new Match(second, 1, "asesora01")), lease));

        assertThat(batch.made()).isEmpty();
        assertThat(batch.stale()).isEmpty();
        assertThat(centre.points("asesora01")).isLessThanOrEqualTo(50);
    }

    /** How long a chat rings. */
    private int seconds() throws SQLException {
        nobodyIsBusy();
        ContactId chat = centre.aQueuedChat();
        assertThat(centre.offer(chat, "asesora01")).isPresent();
        return Integer.parseInt(persistence
                .database()
                .value("select cast(extract(epoch from expires_at - made_at) as int) from offer where contact_id = '"
                        + chat + "'"));
    }
}
