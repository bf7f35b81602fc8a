package mx.gob.edomex.catgem.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import mx.gob.edomex.catgem.channel.CallbackAsked;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.CentreClosed;
import mx.gob.edomex.catgem.channel.LineLimits;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.channel.QueueFull;
import mx.gob.edomex.catgem.channel.WindowWhenClosed;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.TestDatabase;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatCallbacksTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final TestDatabase database = persistence.database();
    private final ChatFixture chat = new ChatFixture(persistence);

    @BeforeEach
    void openAndEmpty() throws SQLException {
        database.execute("insert into installation (mode) values ('PRODUCTION') on conflict do nothing");
        database.execute("delete from chat_transcript_request; delete from chat_session;"
                + " delete from opening_exception; update entry_point set always_open = true");
    }

    @Test
    void whoNeverWroteIsPhonedAndSeesNoMoreThanTheEndOfTheNumber() throws SQLException {
        ChatToken token = begins(soon(), "Perdí\n mi acta");
        ContactId contact = chat.contactOf(token);
        assertThat(database.value("select channel || ' ' || entry_point || ' ' || notice_version from arrival"
                        + " where contact_id = '" + contact + "'"))
                .isEqualTo("PHONE CHAT_WEB " + ChatFixture.NOTICE);
        ChatView view = chat.seenFrom(token, 0);
        assertThat(view.phase()).isEqualTo(ChatView.Phase.ENDED);
        assertThat(view.endedBy()).isEqualTo(EndedBy.CALLBACK);
        assertThat(view.callback().pending()).isTrue();
        assertThat(view.callback().number()).isEqualTo("67");
        assertThat(view.messages()).extracting(ChatMessage::text).contains("Perdí\n mi acta");
        assertThat(database.value(
                        "select encode(number_sealed, 'escape') from callback where contact_id = '" + contact + "'"))
                .doesNotContain("7221234567");
    }

    @Test
    void nobodyIsPhonedWithoutTheNotice() {
        assertThatThrownBy(() -> persistence.inTransaction(() -> chat.callbacks.begin(
                        new StartChat(Language.ES, null, null, "1999-9", null), wish(soon()), null)))
                .isInstanceOf(NoticeNotAccepted.class);
    }

    @Test
    void whoWaitsKeepsTheContactAndAskingTwiceIsOnce() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "1", "Hola");
        chat.opened(token);
        ContactId contact = chat.contactOf(token);
        asks(token, soon());
        asks(token, soon());
        assertThat(chat.events).filteredOn(CallbackAsked.class::isInstance).containsExactly(new CallbackAsked(contact));
        assertThat(database.value("select cast(count(*) as text) from callback where contact_id = '" + contact + "'"))
                .isEqualTo("1");
        assertThat(chat.seenFrom(token, 0).messages())
                .filteredOn(message -> message.text().contains("llamemos"))
                .hasSize(1);
    }

    @Test
    void aConversationThatIsOverIsNotPhoned() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "1", "Hola");
        chat.opened(token);
        chat.closed(token);
        assertThatThrownBy(() -> asks(token, soon())).isInstanceOf(ChatHasEnded.class);
    }

    @Test
    void whoWasTurnedAwayIsPhonedOnTheSameMatterByAnotherContact() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "1", "Hola");
        chat.opened(token);
        ContactId refused = chat.contactOf(token);
        database.execute("update contact set state = 'OVERFLOWED', closed_at = now() where id = '" + refused + "'");
        persistence.inTransaction(() -> chat.gateway.overflowed(refused));
        asks(token, soon());
        asks(token, soon());
        assertThat(database.value(
                        "select string_agg(a.channel || ' ' || (a.matter_id = c.matter_id), ',') from arrival a"
                                + " join contact c on c.id = '" + refused
                                + "' where a.channel = 'PHONE' and a.subject_id = c.subject_id"))
                .isEqualTo("PHONE true");
        assertThat(chat.seenFrom(token, 0).callback().pending()).isTrue();
    }

    @Test
    void whileTheChatIsClosedNobodyIsPhonedButAfterwards() throws SQLException {
        database.execute("insert into opening_exception (entry_point, day, note)"
                + " select 'CHAT_WEB', day, 'Cerrado' from unnest(array[(now() at time zone 'America/Mexico_City')::date - 1,"
                + " (now() at time zone 'America/Mexico_City')::date,"
                + " (now() at time zone 'America/Mexico_City')::date + 1]) as day");
        assertThatThrownBy(chat::aChat).isInstanceOf(CentreClosed.class);
        assertThatThrownBy(() -> begins(soon(), null)).isInstanceOf(WindowWhenClosed.class);
        assertThat(database.value("select cast(count(*) as text) from chat_session"))
                .isEqualTo("0");
        CallbackWindow later = new CallbackWindow(
                soon().from().plus(Duration.ofDays(3)), soon().to().plus(Duration.ofDays(3)), morning());
        assertThat(chat.seenFrom(begins(later, null), 0).callback().window().from())
                .isEqualTo(later.from());
    }

    @Test
    void whoMeetsAFullLineIsPhonedAllTheSame() {
        chat.verdict = LineLimits.Verdict.FULL;
        assertThatThrownBy(chat::aChat).isInstanceOf(QueueFull.class);
        assertThat(chat.seenFrom(begins(soon(), null), 0).callback().pending()).isTrue();
    }

    private ChatToken begins(CallbackWindow window, String reason) {
        return persistence.inTransaction(() -> chat.callbacks.begin(
                new StartChat(Language.ES, null, null, ChatFixture.NOTICE, null), wish(window), reason));
    }

    private void asks(ChatToken token, CallbackWindow window) {
        persistence.inTransaction(() -> chat.callbacks.ask(token, wish(window), null));
    }

    private static CallbackWish wish(CallbackWindow window) {
        return new CallbackWish(new PhoneNumber("+527221234567"), window);
    }

    private static CallbackWindow soon() {
        Instant from = Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.MINUTES);
        return new CallbackWindow(from, from.plus(Duration.ofHours(1)), morning());
    }

    /** Where it is ten or eleven now. */
    private static ZoneId morning() {
        int ahead = (10 - Instant.now().atOffset(ZoneOffset.UTC).getHour() + 36) % 24 - 12;
        return ZoneId.of("Etc/GMT" + (ahead < 0 ? "+" + -ahead : "-" + ahead));
    }
}
