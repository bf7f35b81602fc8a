package mx.gob.edomex.catgem.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Occupancies;
import mx.gob.edomex.catgem.workforce.Presence;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is remembered between two looks; that it stays right through the life of contacts, {@link InvariantsTest} shows. */
class StaffMemoryTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final AtomicLong nanos = new AtomicLong();
    private final StaffMemory memory = new StaffMemory(centre.staffing, nanos::get);
    private Occupancies occupancies = Occupancies.NONE;

    @BeforeEach
    void everybodyIsAway() throws SQLException {
        persistence
                .database()
                .execute(
                        """
                update offer set outcome = 'MISSED', ended_at = now() where outcome is null;
                update advisor set presence = 'OFFLINE', points = 0, next_presence = null;
                """);
        look();
    }

    @Test
    void whoComesTakesABreakAndGoesIsSeenAtTheNextLook() {
        centre.available("asesora01", "asesora02");
        assertThat(look().everyone()).hasSize(2);
        assertThat(one("asesora01").available()).isTrue();
        centre.as("asesora01");
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        assertThat(one("asesora01").available()).isFalse();
        centre.as("asesora02");
        centre.run(() -> centre.presence.become(Presence.OFFLINE, null));
        assertThat(look().everyone()).extracting(StaffedAdvisor::username).containsExactly("asesora01");
    }

    @Test
    void anOfferAndItsEndAreSeen() {
        centre.available("asesora01");
        look();
        OfferId offer = centre.offer(centre.aQueuedChat(), "asesora01").orElseThrow();
        assertThat(one("asesora01").offered()).isTrue();
        centre.as("asesora01");
        centre.run(() -> centre.offers.accept(offer));
        assertThat(one("asesora01").offered()).isFalse();
    }

    /** The change is older than the look, and can be seen only after it. */
    @Test
    void whatWasUnderWayDuringALookIsSeenAtTheNext() throws SQLException {
        centre.available("asesora01", "asesora02");
        look();
        try (Connection slow = persistence.database().connection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("update advisor set points = 100 where username = 'asesora01'");
            persistence.database().execute("update advisor set points = 33 where username = 'asesora02'");
            assertThat(one("asesora01").freePoints()).isEqualTo(100);
            assertThat(one("asesora02").freePoints()).isEqualTo(67);
            slow.commit();
        }
        assertThat(one("asesora01").freePoints()).isZero();
    }

    @Test
    void aSkillAndThePlaceInTheReserveAreSeenAtTheNextLook() throws SQLException {
        centre.available("asesora01");
        persistence.database().execute("delete from advisor_skill where username = 'asesora01' and code = 'AGUA'");
        assertThat(one("asesora01").skills().has(Kind.TOPIC, "AGUA")).isFalse();
        persistence
                .database()
                .execute("insert into advisor_skill (username, kind, code) values ('asesora01', 'TOPIC', 'AGUA')");
        assertThat(one("asesora01").skills().has(Kind.TOPIC, "AGUA")).isTrue();
        persistence.database().execute("insert into user_role (username, role) values ('asesora01', 'coordinator')");
        assertThat(one("asesora01").reserve()).isTrue();
        persistence.database().execute("delete from user_role where username = 'asesora01' and role = 'coordinator'");
        assertThat(one("asesora01").reserve()).isFalse();
    }

    @Test
    void colleaguesWithTheSameSkillsAreOneGroup() throws SQLException {
        centre.available("asesora01");
        look();
        persistence
                .database()
                .execute(
                        """
                delete from advisor_skill where username = 'asesora02';
                insert into advisor_skill (username, kind, code, level, valid_from, valid_until)
                  select 'asesora02', kind, code, level, valid_from, valid_until from advisor_skill
                  where username = 'asesora01'
                """);
        centre.available("asesora02");
        assertThat(look().groups()).hasSize(1);
    }

    @Test
    void whatWasDecidedAndNotTakenByTheDatabaseIsForgotten() {
        centre.available("asesora01");
        AdvisorPool pool = look();
        pool.put(one("asesora01").offeredFor(33, List.of()));
        memory.doubt(List.of("asesora01"));
        assertThat(one("asesora01").offered()).isFalse();
    }

    @Test
    void anAgreementThatEndsIsSeenAtOnce() throws SQLException {
        centre.available("asesora01");
        look();
        persistence
                .database()
                .execute("update topic set agreement_until = now() - interval '1 hour' where code = 'AGUA'");
        assertThat(one("asesora01").skills().level(Kind.TOPIC, "AGUA", centre.time.instant()))
                .isZero();
        persistence.database().execute("update topic set agreement_until = null where code = 'AGUA'");
    }

    @Test
    void newOccupanciesReachThoseWhoseRowsWereNotWritten() {
        centre.available("asesora01");
        assertThat(one("asesora01").occupancy()).isZero();
        occupancies = new Occupancies(centre.time.instant(), Map.of("asesora01", 0.5));
        assertThat(one("asesora01").occupancy()).isEqualTo(0.5);
    }

    /** A database put back from a copy counts its transactions anew. */
    @Test
    void theNumberOfATransactionThatHasNotBeenIsNoChange() throws SQLException {
        centre.available("asesora01", "asesora02");
        String horizon = centre.does(() -> centre.staffing.since(null, List.of(), new HashMap<>()))
                .snapshot();
        persistence.database().execute("alter table advisor disable trigger advisor_is_written");
        persistence.database().execute("update advisor set written = '9000000000000' where username = 'asesora01'");
        persistence.database().execute("alter table advisor enable trigger advisor_is_written");
        persistence.database().execute("update advisor set points = points where username = 'asesora02'");
        assertThat(centre.does(() -> centre.staffing.since(horizon, List.of(), new HashMap<>()))
                        .present())
                .extracting(StaffedAdvisor::username)
                .containsExactly("asesora02");
    }

    private StaffedAdvisor one(String username) {
        return look().find(username).orElseThrow();
    }

    private AdvisorPool look() {
        return centre.does(() -> memory.atWork(occupancies));
    }
}
