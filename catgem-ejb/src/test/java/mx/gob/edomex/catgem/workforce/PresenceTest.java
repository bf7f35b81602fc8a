package mx.gob.edomex.catgem.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.SignalRaised;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told of an advisor's presence, and in which order. */
class PresenceTest {

    private static final SignalRaised DESK = new SignalRaised(new DeskSignal("asesora01", DeskSignal.Kind.STATE, null));
    private static final SignalRaised LISTS = new SignalRaised(new DeskSignal(null, DeskSignal.Kind.QUEUE, null));

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @BeforeEach
    void aDeskOnABreak() throws SQLException {
        persistence
                .database()
                .execute("update advisor set presence = 'AUXILIARY', points = 0, next_presence = null"
                        + " where username = 'asesora01'");
        centre.as("asesora01");
    }

    @Test
    void theMatcherIsToldFirstAndEveryoneOnce() {
        assertThat(become(Presence.AVAILABLE, null)).containsExactly(new AdvisorAvailable("asesora01"), DESK, LISTS);
        assertThat(become(Presence.AUXILIARY, "MEAL")).containsExactly(DESK, LISTS);
    }

    @Test
    void whatIsToComeAndThatItIsNotToComeIsTold() throws SQLException {
        become(Presence.AVAILABLE, null);
        persistence.database().execute("update advisor set points = 33 where username = 'asesora01'");
        assertThat(become(Presence.AUXILIARY, "MEAL")).containsExactly(DESK, LISTS);
        assertThat(become(Presence.AVAILABLE, null)).containsExactly(DESK, LISTS);
    }

    private List<Object> become(Presence presence, String reason) {
        centre.events.clear();
        centre.run(() -> centre.presence.become(presence, reason));
        return List.copyOf(centre.events);
    }
}
