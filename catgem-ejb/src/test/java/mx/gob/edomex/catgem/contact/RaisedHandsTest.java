package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import mx.gob.edomex.catgem.channel.ConversationMessage;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.CentreNotices;
import mx.gob.edomex.catgem.workforce.NoticeNotSound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What advisors and coordinators tell each other, and nobody else hears. */
class RaisedHandsTest {

    private static final AtomicInteger NEXT = new AtomicInteger(11);

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final String advisor = "asesora%02d".formatted(NEXT.getAndIncrement());
    private CentreFixture centre;
    private ContactId contact;
    private Folio folio;

    @BeforeEach
    void aChatInHand() {
        centre = new CentreFixture(persistence);
        centre.available(advisor);
        contact = centre.aQueuedChat();
        var offer = centre.offer(contact, advisor).orElseThrow();
        centre.as(advisor);
        centre.run(() -> centre.offers.accept(offer));
        folio = new Folio(centre.text("select folio from contact where id = '" + contact + "'"));
    }

    @Test
    void aQuestionIsAnsweredInsideTheContactAndNeverInTheConversation() {
        int said = centre.does(() -> centre.conversations.all(contact)).size();
        as(advisor, () -> centre.hands.raise(contact, "¿Procede sin acta?"));
        assertThat(openAlerts()).isEqualTo(1);

        UUID hand = centre.does(() -> centre.hands.open()).stream()
                .filter(one -> one.contact().equals(contact))
                .findFirst()
                .orElseThrow()
                .id();
        as("coordinadora1", () -> centre.hands.answer(hand, "Sí, con copia simple."));

        centre.as(advisor);
        RaisedHands.Hand seen = centre.does(() -> centre.hands.of(contact)).get(0);
        assertThat(seen.question()).isEqualTo("¿Procede sin acta?");
        assertThat(seen.answer()).isEqualTo("Sí, con copia simple.");
        assertThat(openAlerts()).isZero();
        assertThat(centre.does(() -> centre.conversations.all(contact))).hasSize(said);
        assertThat(centre.isFound(contact, "copia")).isFalse();
    }

    @Test
    void whatWasAskedIsSealedAndTheLedgerHasNoWordOfIt() {
        as(advisor, () -> centre.hands.raise(contact, "Llamó Prudencia Inventada"));

        String stored = centre.text(
                "select encode(question_sealed, 'hex') from raised_hand where contact_id = '" + contact + "'");
        assertThat(stored).doesNotContain(hex("Prudencia"));
        assertThat(centre.integer("select count(*) from event where cast(event as text) like '%Prudencia%'"))
                .isZero();
        as(advisor, () -> centre.hands.lower(contact));
    }

    @Test
    void oneQuestionAtATimeAndOneAnswerAQuestion() {
        as(advisor, () -> centre.hands.raise(contact, "¿Y ahora?"));
        assertThatThrownBy(() -> as(advisor, () -> centre.hands.raise(contact, "¿Y ahora?")))
                .isInstanceOf(HandAlreadyUp.class);
        UUID hand = centre.does(() -> centre.hands.open()).get(0).id();
        as("coordinadora1", () -> centre.hands.answer(hand, "Espere."));
        assertThatThrownBy(() -> as("coordinadora2", () -> centre.hands.answer(hand, "No espere.")))
                .isInstanceOf(HandGone.class);
        as(advisor, () -> centre.hands.raise(contact, "¿Cuánto?"));
        as(advisor, () -> centre.hands.lower(contact));
        assertThat(centre.does(() -> centre.hands.open())).isEmpty();
    }

    @Test
    void nobodyElsesContactAndNoEmptyQuestion() {
        assertThatThrownBy(() -> as("asesora04", () -> centre.hands.raise(contact, "Quiero ver")))
                .isInstanceOf(NotYourContact.class);
        assertThatThrownBy(() -> as(advisor, () -> centre.hands.raise(contact, "  ")))
                .isInstanceOf(NothingToSend.class);
        as(advisor, () -> centre.hands.raise(contact, "Sólo mía"));
        centre.as("asesora04");
        assertThat(centre.does(() -> centre.hands.of(contact))).isEmpty();
        as(advisor, () -> centre.hands.lower(contact));
    }

    @Test
    void aCoordinatorSpeaksFirstAndAWaitingQuestionIsAnsweredByIt() {
        as("coordinadora1", () -> centre.hands.coach(folio, "Confirme primero su municipio."));
        as(advisor, () -> centre.hands.raise(contact, "¿Y después?"));
        as("coordinadora1", () -> centre.hands.coach(folio, "Después, la ficha."));

        centre.as(advisor);
        assertThat(centre.does(() -> centre.hands.of(contact)))
                .extracting(RaisedHands.Hand::question, RaisedHands.Hand::answer)
                .containsExactly(
                        tuple("", "Confirme primero su municipio."), tuple("¿Y después?", "Después, la ficha."));
        assertThat(openAlerts()).isZero();
        assertThat(centre.text("select staff from event where code = 'COACHED' and contact_id = '" + contact + "'"))
                .isEqualTo("coordinadora1");

        as(advisor, () -> centre.steering.closeStuck(folio, "SILENCE", StuckReason.TEST));
        assertThatThrownBy(() -> as("coordinadora1", () -> centre.hands.coach(folio, "Tarde.")))
                .isInstanceOf(ContactNotInState.class);
    }

    @Test
    void whoListensReadsAllButWhatIsSensitiveAndEachStretchIsOnRecordOnce() {
        centre.says(contact, "Necesito mi acta");
        centre.as("coordinadora1");
        Listening.Heard heard = centre.does(() -> centre.listening.look(folio, Language.ES));
        assertThat(heard.goesOn()).isTrue();
        assertThat(heard.conversation()).extracting(ConversationMessage::text).contains("Necesito mi acta");

        centre.time.pass(Duration.ofSeconds(50));
        centre.run(() -> centre.listening.look(folio, Language.ES));
        assertThat(looks()).isEqualTo("1 coordinadora1");
        centre.time.pass(Duration.ofSeconds(61));
        centre.run(() -> centre.listening.look(folio, Language.ES));
        assertThat(looks()).isEqualTo("2 coordinadora1");
        assertThat(centre.text(
                        "select sum(looked_at - begun_at) from listening" + " where contact_id = '" + contact + "'"))
                .isEqualTo("00:00:50");

        as(advisor, () -> centre.steering.closeStuck(folio, "SILENCE", StuckReason.TEST));
        centre.as("coordinadora1");
        Listening.Heard over = centre.does(() -> centre.listening.look(folio, Language.ES));
        assertThat(over.goesOn()).isFalse();
        assertThat(over.conversation()).isEmpty();
        assertThat(looks()).isEqualTo("2 coordinadora1");
    }

    private String looks() {
        return centre.text(
                "select count(*) || ' ' || min(staff) from event where code = 'LISTENED_TO' and contact_id = '"
                        + contact + "'");
    }

    @Test
    void aNoticeIsOnTheDesksFromItsTimeUntilReadOrOver() {
        centre.as("supervisora");
        UUID notice = centre.does(() -> centre.notices.publish(
                "Simulacro a las 11",
                centre.time.instant().plusSeconds(60),
                centre.time.instant().plusSeconds(600)));
        centre.as(advisor);
        assertThat(centre.does(() -> centre.notices.unread())).isEmpty();

        centre.time.pass(Duration.ofSeconds(61));
        assertThat(centre.does(() -> centre.notices.unread()))
                .extracting(CentreNotices.Notice::text)
                .containsExactly("Simulacro a las 11");
        centre.run(() -> centre.notices.confirm(notice));
        centre.run(() -> centre.notices.confirm(notice));
        assertThat(centre.does(() -> centre.notices.unread())).isEmpty();
        assertThat(centre.does(() -> centre.notices.latest()).get(0).read()).isEqualTo(1);
        assertThat(centre.does(() -> centre.notices.readers(notice)))
                .hasSizeGreaterThan(47)
                .filteredOn(reader -> reader.readAt() != null)
                .hasSize(1);

        centre.as("asesora05");
        assertThat(centre.does(() -> centre.notices.unread())).hasSize(1);
        centre.time.pass(Duration.ofMinutes(10));
        assertThat(centre.does(() -> centre.notices.unread())).isEmpty();
    }

    @Test
    void aNoticeWithoutTextOrThatIsOverIsRefusedAndAWithdrawnOneIsGone() {
        centre.as("supervisora");
        var now = centre.time.instant();
        for (String text : new String[] {" ", "x".repeat(1001)}) {
            assertThatThrownBy(() -> centre.does(() -> centre.notices.publish(text, now, now.plusSeconds(60))))
                    .isInstanceOf(NoticeNotSound.class);
        }
        assertThatThrownBy(() -> centre.does(() -> centre.notices.publish("x", now.minusSeconds(60), now)))
                .isInstanceOf(NoticeNotSound.class);
        UUID notice = centre.does(() -> centre.notices.publish("Retírese", now, now.plusSeconds(60)));
        centre.run(() -> centre.notices.withdraw(notice));
        centre.as("asesora06");
        assertThat(centre.does(() -> centre.notices.unread())).isEmpty();
    }

    private int openAlerts() {
        return centre.integer("select count(*) from alert where kind = 'HAND_RAISED' and ended_at is null"
                + " and contact_id = '" + contact + "'");
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hex.append(String.format("%02x", one));
        }
        return hex.toString();
    }

    private void as(String username, Runnable work) {
        centre.as(username);
        centre.run(work);
    }
}
