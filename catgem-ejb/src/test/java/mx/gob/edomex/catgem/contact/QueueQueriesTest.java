package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.ReadingFixture.Given;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueueQueriesTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final ReadingFixture reading = new ReadingFixture(persistence);

    @BeforeEach
    void nobodyWaits() throws SQLException {
        persistence
                .database()
                .execute("delete from leg; delete from message; delete from contact_search;"
                        + " delete from contact; delete from arrival; delete from advisor; delete from alert");
        reading.advisor("asesora01");
        reading.advisor("asesora02");
    }

    @Test
    void theBoardCountsForEveryPageAndItsOutlineHasNobodyInIt() {
        waits(contact -> contact.created = ReadingFixture.NOW.minusSeconds(30));
        waits(contact -> contact.created = ReadingFixture.NOW.minusSeconds(90));
        waits(contact -> {
            contact.channel = Channel.EMAIL;
            contact.created = ReadingFixture.NOW.minusSeconds(7200);
        });

        QueueBoard board = persistence.inTransaction(() -> reading.queue.board(Language.ES, 2));
        assertThat(board.beyondTarget()).isEqualTo(1);
        assertThat(board.longestWait()).isEqualTo(Duration.ofHours(2));
        assertThat(board.notShown()).isEqualTo(1);
        assertThat(board.advisorsIn("AVAILABLE")).isEqualTo(2);
        assertThat(board.advisorsIn("AUXILIARY")).isZero();

        QueueBoard outline = persistence.inTransaction(() -> reading.queue.outline(Language.ES));
        assertThat(outline.depth()).isEqualTo(board.depth());
        assertThat(outline.longestWait()).isEqualTo(board.longestWait());
        assertThat(outline.waiting()).isEmpty();
        assertThat(outline.advisors()).isEmpty();
    }

    @Test
    void eachClassTellsDepthOldestWaitAndPartOfItsTarget() {
        waits(contact -> contact.created = ReadingFixture.NOW.minusSeconds(30));
        waits(contact -> contact.created = ReadingFixture.NOW.minusSeconds(90));
        waits(contact -> {
            contact.channel = Channel.EMAIL;
            contact.created = ReadingFixture.NOW.minusSeconds(7200);
        });
        waits(contact -> contact.state = "IN_PROGRESS");

        List<QueueClass> classes = board().classes();

        assertThat(classes).hasSize(2);
        assertThat(classes.get(0).key()).isEqualTo("ES.LICENCIAS.CHAT.NORMAL");
        assertThat(classes.get(0).depth()).isEqualTo(2);
        assertThat(classes.get(0).oldestWait()).isEqualTo(Duration.ofSeconds(90));
        assertThat(classes.get(0).usedPercent()).isEqualTo(150);
        assertThat(classes.get(1).usedPercent()).isEqualTo(50);
        assertThat(board().depth()).isEqualTo(3);
        assertThat(board().inHand()).isEqualTo(1);
    }

    @Test
    void theWaitingAreListedInRoutingOrder() {
        Folio halfChat = waits(contact -> contact.created = ReadingFixture.NOW.minusSeconds(30));
        Folio nearlyDueMail = waits(contact -> {
            contact.channel = Channel.EMAIL;
            contact.created = ReadingFixture.NOW.minusSeconds((long) (14_400 * 0.98));
        });
        Folio overdueChat = waits(contact -> contact.created = ReadingFixture.NOW.minusSeconds(75));
        Folio urgent = waits(contact -> {
            contact.priority = "URGENT";
            contact.created = ReadingFixture.NOW.minusSeconds(1);
        });
        Folio high = waits(contact -> {
            contact.priority = "HIGH";
            contact.created = ReadingFixture.NOW.minusSeconds(30);
        });

        assertThat(board().waiting())
                .extracting(QueueBoard.Waiting::folio)
                .containsExactly(
                        urgent.value(), overdueChat.value(), nearlyDueMail.value(), high.value(), halfChat.value());
    }

    @Test
    void anAdvisorIsShownByWhatTheyDoAndNotOnlyByPresence() throws SQLException {
        waits(contact -> {
            contact.state = "IN_PROGRESS";
            contact.advisor = "asesora01";
            contact.connected = ReadingFixture.NOW.minusSeconds(20);
        });
        waits(contact -> {
            contact.state = "AFTER_CALL_WORK";
            contact.advisor = "asesora02";
            contact.connected = ReadingFixture.NOW.minusSeconds(20);
        });
        reading.advisor("asesora03");
        persistence.database().execute("update advisor set presence = 'OFFLINE' where username = 'asesora03'");

        QueueBoard board = board();

        assertThat(board.advisors())
                .extracting(QueueBoard.AdvisorLine::state)
                .containsExactly("ON_CONTACT", "AFTER_CALL_WORK");
        assertThat(board.byState())
                .containsEntry("ON_CONTACT", 1)
                .containsEntry("AFTER_CALL_WORK", 1)
                .containsEntry("OFFLINE", 1)
                .hasSize(3);
    }

    @Test
    void onlyOpenAlertsAreListedTheGravestFirst() throws SQLException {
        persistence
                .database()
                .execute(
                        """
                        insert into alert (kind, severity, staff, ended_at) values
                          ('ADVISOR_LOST', 'WARNING', 'asesora01', null), ('MAILBOX_DOWN', 'CRITICAL', null, null),
                          ('DECLINED_BY_ALL', 'WARNING', null, now())
                        """);

        assertThat(board().alerts())
                .extracting(QueueBoard.AlertLine::kind)
                .containsExactly("MAILBOX_DOWN", "ADVISOR_LOST");
        assertThat(board().alerts().get(1).staffName()).isEqualTo("Persona asesora01");
    }

    @Test
    void anEmptyQueueIsABoardToo() {
        assertThat(board().classes()).isEmpty();
        assertThat(board().waiting()).isEmpty();
        assertThat(board().depth()).isZero();
    }

    @Test
    void theDepthIsCountedInTheIndexHoweverManyContactsHaveEnded() throws SQLException {
        waits(contact -> {});
        persistence
                .database()
                .execute(
                        """
                        insert into arrival (contact_id, channel, entry_point, language, topic, priority, subject_id, received_at)
                        select gen_random_uuid(), 'CHAT', 'API', 'ES', 'SALUD', 'NORMAL', a.subject_id, now()
                        from arrival a, generate_series(1, 20000);
                        insert into contact (id, folio, channel, direction, entry_point, language, topic, priority, subject_id,
                                             matter_id, state, first_queued_at, closed_at, created_at)
                        select a.contact_id, 'F' || row_number() over (), 'CHAT', 'INBOUND', 'API', 'ES', 'SALUD', 'NORMAL',
                               a.subject_id, (select id from matter limit 1),
                               case when row_number() over () <= 2000 then 'QUEUED' else 'CLOSED' end, now(),
                               case when row_number() over () <= 2000 then null else now() end, now()
                        from arrival a where not exists (select 1 from contact c where c.id = a.contact_id);
                        analyze contact
                        """);

        String plan = String.join(
                "\n",
                persistence
                        .database()
                        .column(
                                """
                                explain (analyze, costs off, timing off)
                                select language, topic, channel, priority, count(*),
                                       min(first_queued_at + paused_seconds * interval '1 second')
                                from contact where state = 'QUEUED' and closed_at is null
                                group by language, topic, channel, priority
                                """));

        assertThat(plan).contains("Index Only Scan using contact_waiting_by_class");
        assertThat(board().depth()).isEqualTo(2001);
    }

    private Folio waits(Consumer<Given> described) {
        Given contact = new Given();
        described.accept(contact);
        return reading.contact(contact);
    }

    private QueueBoard board() {
        return persistence.inTransaction(() -> reading.queue.board(Language.ES, 50));
    }
}
