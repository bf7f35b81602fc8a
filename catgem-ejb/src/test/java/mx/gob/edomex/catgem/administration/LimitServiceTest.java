package mx.gob.edomex.catgem.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.QueueLimit;
import mx.gob.edomex.catgem.contact.QueueLimit.Action;
import mx.gob.edomex.catgem.contact.QueueLimit.Line;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitServiceTest {

    private static final Line AGUA = Line.topic("AGUA");
    private static final Line PREDIAL = Line.topic("PREDIAL");
    private static final Line SALUD = Line.topic("SALUD");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final AdministrationFixture administration = new AdministrationFixture(persistence, centre);
    private final LimitService service = administration.limits;

    @BeforeEach
    void withoutLimits() throws SQLException {
        administration.is("supervisora", "supervisor");
        persistence
                .database()
                .execute("delete from queue_limit; update contact set state = 'FAILED', closed_at = now()"
                        + " where closed_at is null");
    }

    @Test
    void onlyASupervisorSetsLimits() {
        assertThat(LimitService.class.getAnnotation(RolesAllowed.class).value()).containsExactly(Roles.SUPERVISOR);
    }

    @Test
    void aLimitIsSetReplacedShownAndRemoved() {
        set(new QueueLimit(AGUA, 50, null, Action.REFUSE, null));
        set(new QueueLimit(AGUA, 1, null, Action.OVERFLOW, PREDIAL));
        assertThat(administration.lastEvent())
                .startsWith("ADMIN_LIMIT_SET supervisora")
                .contains("TOPIC:AGUA", "TOPIC:PREDIAL");
        assertThat(cards()).singleElement().satisfies(card -> {
            assertThat(card.limit()).isEqualTo(new QueueLimit(AGUA, 1, null, Action.OVERFLOW, PREDIAL));
            assertThat(card.over()).isFalse();
        });
        centre.aQueued(Channel.CHAT, Priority.NORMAL, "AGUA", centre.time.instant());
        assertThat(cards().get(0).waiting()).isOne();
        assertThat(cards().get(0).over()).isTrue();
        centre.run(() -> service.remove(AGUA));
        assertThat(cards()).isEmpty();
        assertThat(administration.lastEvent()).startsWith("ADMIN_LIMIT_REMOVED");
    }

    static Stream<QueueLimit> unsound() {
        return Stream.of(
                new QueueLimit(AGUA, null, null, Action.REFUSE, null),
                new QueueLimit(AGUA, 0, null, Action.REFUSE, null),
                new QueueLimit(AGUA, 10_001, null, Action.REFUSE, null),
                new QueueLimit(AGUA, 5, -1, Action.REFUSE, null),
                new QueueLimit(AGUA, 5, null, Action.OVERFLOW, null),
                new QueueLimit(AGUA, 5, null, Action.REFUSE, PREDIAL),
                new QueueLimit(AGUA, 5, null, Action.OVERFLOW, Line.topic("LUNA")),
                new QueueLimit(Line.topic("LUNA"), 5, null, Action.REFUSE, null),
                new QueueLimit(Line.entryPoint("AGUA"), 5, null, Action.REFUSE, null));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void aLimitThatIsNoneIsRefused(QueueLimit limit) {
        String before = administration.count();
        assertThatThrownBy(() -> set(limit)).isInstanceOf(LimitRefused.class);
        assertThat(cards()).isEmpty();
        assertThat(administration.count()).isEqualTo(before);
    }

    @Test
    void anOverflowThatComesBackIsRefused() {
        assertThatThrownBy(() -> set(overflow(AGUA, AGUA))).isInstanceOf(OverflowCircular.class);
        set(overflow(AGUA, PREDIAL));
        assertThatThrownBy(() -> set(overflow(PREDIAL, AGUA))).isInstanceOf(OverflowCircular.class);
        set(overflow(PREDIAL, SALUD));
        assertThatThrownBy(() -> set(overflow(SALUD, AGUA))).isInstanceOf(OverflowCircular.class);
        assertThat(cards()).extracting(card -> card.limit().line()).containsExactly(AGUA, PREDIAL);
    }

    @Test
    void anOverflowThatComesBackThroughTheTopicOfAnEntryPointIsRefused() {
        Line migrants = Line.topic("MIGRANTES");
        assertThatThrownBy(() -> set(overflow(migrants, Line.entryPoint("TEL_877"))))
                .isInstanceOf(OverflowCircular.class);
    }

    @Test
    void aCircleIsBrokenByWhatReplacesItsLink() {
        set(overflow(AGUA, PREDIAL));
        set(overflow(AGUA, SALUD));
        set(overflow(PREDIAL, AGUA));
        assertThat(cards()).hasSize(2);
    }

    private void set(QueueLimit limit) {
        centre.run(() -> service.set(limit));
    }

    private List<LimitService.Card> cards() {
        return centre.does(() -> service.list(Language.ES));
    }

    private static QueueLimit overflow(Line from, Line to) {
        return new QueueLimit(from, 5, null, Action.OVERFLOW, to);
    }
}
