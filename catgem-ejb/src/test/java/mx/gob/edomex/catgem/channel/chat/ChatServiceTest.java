package mx.gob.edomex.catgem.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mx.gob.edomex.catgem.channel.ArrivalRecorded;
import mx.gob.edomex.catgem.channel.Author;
import mx.gob.edomex.catgem.channel.CitizenLeft;
import mx.gob.edomex.catgem.channel.EntryPointUnknown;
import mx.gob.edomex.catgem.channel.FilePolicy;
import mx.gob.edomex.catgem.channel.FileTooLarge;
import mx.gob.edomex.catgem.channel.FileTypeNotAllowed;
import mx.gob.edomex.catgem.channel.TooManyFiles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.SignalRaised;
import mx.gob.edomex.catgem.shared.TestDatabase;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChatServiceTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.production();

    private final TestDatabase database = persistence.database();
    private final ChatFixture chat = new ChatFixture(persistence);

    @BeforeEach
    void clean() throws SQLException {
        database.execute("insert into installation (mode) values ('PRODUCTION') on conflict do nothing");
        database.execute("delete from chat_transcript_request; delete from chat_session");
    }

    @Test
    void aChatDoesNotBeginWithoutTheNotice() {
        for (String version : new String[] {null, "", "1999-9"}) {
            assertThatThrownBy(() -> persistence.inTransaction(
                            () -> chat.service.start(new StartChat(Language.ES, null, null, version, null))))
                    .isInstanceOf(NoticeNotAccepted.class);
        }
    }

    @Test
    void theTokenIsNowhereInTheDatabase() throws SQLException {
        ChatToken token = chat.aChat();
        assertThat(database.value(
                        "select count(*) from chat_session s where s::text like ?", "%" + token.value() + "%"))
                .isEqualTo("0");
        assertThat(database.value(
                        "select count(*) from chat_session where token_sha256 = sha256(convert_to(?, 'UTF8'))",
                        token.value()))
                .isEqualTo("1");
    }

    @Test
    void anotherTokenOpensNothing() {
        chat.aChat();
        assertThatThrownBy(() -> chat.seenFrom(ChatToken.next(), 0)).isInstanceOf(ChatUnknown.class);
        assertThatThrownBy(() -> new ChatToken("' or 1=1")).isInstanceOf(ChatUnknown.class);
    }

    @Test
    void theContactBeginsWithTheFirstMessage() throws SQLException {
        ChatToken token = chat.aChat();
        assertThat(chat.seenFrom(token, 0).phase()).isEqualTo(ChatView.Phase.NEW);
        assertThat(arrivals(token)).isEqualTo("0");
        chat.sends(token, "m1", "¿Qué necesito para un acta?");
        assertThat(arrivals(token)).isEqualTo("1");
        assertThat(chat.seenFrom(token, 0).phase()).isEqualTo(ChatView.Phase.WAITING);
        assertThat(chat.events).contains(new ArrivalRecorded(chat.contactOf(token)));
        assertThat(database.value(
                        "select notice_version from arrival where contact_id = ?",
                        chat.contactOf(token).value()))
                .isEqualTo(ChatFixture.NOTICE);
    }

    @Test
    void fiftyParallelFirstMessagesMakeOneContactWithFiftyMessagesInOrder() throws Exception {
        ChatToken token = chat.aChat();
        CyclicBarrier start = new CyclicBarrier(50);
        List<Callable<ChatReceipt>> writers = IntStream.range(0, 50)
                .<Callable<ChatReceipt>>mapToObj(n -> () -> {
                    start.await();
                    return chat.sends(token, "m" + n, "mensaje " + n);
                })
                .toList();
        List<ChatReceipt> receipts = allOf(writers);
        assertThat(arrivals(token)).isEqualTo("1");
        List<ChatMessage> messages = chat.seenFrom(token, 0).messages();
        assertThat(messages)
                .extracting(ChatMessage::seq)
                .isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
        assertThat(messages).extracting(ChatMessage::at).isSorted();
        assertThat(messages).extracting(ChatMessage::clientId).doesNotHaveDuplicates();
        assertThat(receipts).allSatisfy(receipt -> {
            ChatMessage message = messages.get(receipt.seq() - 1);
            assertThat(message.clientId()).isEqualTo(receipt.clientId());
            assertThat(message.text()).isEqualTo("mensaje " + receipt.clientId().substring(1));
        });
    }

    @Test
    void aRepeatAddsNothingAndGetsTheSameReceipt() throws Exception {
        ChatToken token = chat.aChat();
        ChatReceipt first = chat.sends(token, "m1", "hola");
        List<Callable<ChatReceipt>> repeats = IntStream.range(0, 8)
                .<Callable<ChatReceipt>>mapToObj(n -> () -> chat.sends(token, "m1", "hola"))
                .toList();
        assertThat(allOf(repeats))
                .allSatisfy(receipt -> assertThat(receipt.seq()).isEqualTo(first.seq()));
        assertThat(chat.seenFrom(token, 0).messages()).hasSize(1);
    }

    @Test
    void theRepeatOfAMessageIsAcknowledgedEvenAfterTheEnd() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "hola");
        chat.opened(token);
        chat.closed(token);
        assertThat(chat.sends(token, "m1", "hola").seq()).isEqualTo(1);
        assertThatThrownBy(() -> chat.sends(token, "m2", "¿sigue ahí?")).isInstanceOf(ChatHasEnded.class);
    }

    @Test
    void afterALostNetworkOnlyWhatIsMissingComes() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "uno");
        chat.opened(token);
        chat.attendedBy(token, "María del Mar Ruiz Ortega");
        ContactId contact = chat.contactOf(token);
        chat.persistence.inTransaction(() -> chat.gateway.askIfThere(contact, Duration.ofMinutes(2), "1"));
        chat.sends(token, "m2", "dos");
        ChatView view = chat.seenFrom(token, 1);
        assertThat(view.messages()).extracting(ChatMessage::seq).containsExactly(2, 3);
        assertThat(view.messages().get(0).author()).isEqualTo(Author.SYSTEM);
        assertThat(view.messages().get(0).text()).contains("2 minutos");
        assertThat(view.messages().get(0).clientId()).isNull();
        assertThat(view.lastSeq(1)).isEqualTo(3);
        assertThat(chat.seenFrom(token, 3).messages()).isEmpty();
        assertThat(chat.seenFrom(token, 3).lastSeq(3)).isEqualTo(3);
    }

    @Test
    void theCitizenSeesWhoAttendsByFirstNameAndTheFolio() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "hola");
        String folio = chat.opened(token).value();
        assertThat(chat.seenFrom(token, 0).band()).isNotNull();
        chat.attendedBy(token, "Ana Laura Pérez Soto");
        ChatView view = chat.seenFrom(token, 0);
        assertThat(view.phase()).isEqualTo(ChatView.Phase.ATTENDED);
        assertThat(view.advisor()).isEqualTo("Ana");
        assertThat(view.folio()).isEqualTo(folio);
        assertThat(view.band()).isNull();
        ContactId contact = chat.contactOf(token);
        chat.persistence.inTransaction(() -> chat.gateway.attended(contact, "Ana Laura", false));
        assertThat(chat.seenFrom(token, 0).phase()).isEqualTo(ChatView.Phase.WAITING);
    }

    @Test
    void whoLeavesIsGoneOnce() {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "hola");
        for (int i = 0; i < 3; i++) {
            chat.persistence.inTransaction(() -> chat.service.end(token));
        }
        assertThat(chat.events.stream().filter(CitizenLeft.class::isInstance)).hasSize(1);
        assertThat(chat.seenFrom(token, 0).phase()).isEqualTo(ChatView.Phase.ENDED);
        assertThat(chat.seenFrom(token, 0).endedBy()).isEqualTo(EndedBy.CITIZEN);
    }

    @Test
    void whoLeavesBeforeSayingAnythingWasNeverThere() throws SQLException {
        ChatToken token = chat.aChat();
        chat.persistence.inTransaction(() -> chat.service.end(token));
        assertThat(chat.events).noneMatch(CitizenLeft.class::isInstance);
        assertThat(arrivals(token)).isEqualTo("0");
        assertThatThrownBy(() -> chat.sends(token, "m1", "hola")).isInstanceOf(ChatHasEnded.class);
    }

    @Test
    void aNewChatAfterTheEndIsOfTheSamePersonAndMatter() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "hola");
        chat.opened(token);
        chat.closed(token);
        ChatToken next = chat.persistence.inTransaction(
                () -> chat.service.start(new StartChat(Language.EN, null, null, ChatFixture.NOTICE, token.value())));
        chat.sends(next, "m1", "una cosa más");
        String matter = database.value(
                "select matter_id from contact where id = ?",
                chat.contactOf(token).value());
        assertThat(database.value(
                        "select matter_id from arrival where contact_id = ?",
                        chat.contactOf(next).value()))
                .isEqualTo(matter);
        assertThat(chat.contactOf(next)).isNotEqualTo(chat.contactOf(token));
        assertThat(chat.seenFrom(next, 0).messages()).hasSize(1);
    }

    @Test
    void textIsTakenAsWrittenWithoutTricks() {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "  <script>alert(1)</script>\r\nlínea\u0000 dos \u202Egpj.exe  ");
        assertThat(chat.seenFrom(token, 0).messages().get(0).text())
                .isEqualTo("<script>alert(1)</script>\nlínea dos gpj.exe");
        assertThatThrownBy(() -> chat.sends(token, "m2", " \n\u0007 ")).isInstanceOf(MessageEmpty.class);
        assertThatThrownBy(() -> chat.sends(token, "m3", "x".repeat(ChatPolicy.MAX_TEXT + 1)))
                .isInstanceOf(MessageTooLong.class);
        assertThatThrownBy(() -> chat.sends(token, "", "hola")).isInstanceOf(ClientIdNotValid.class);
    }

    @Test
    void nothingTheCitizenWroteIsReadableInTheDatabase() throws SQLException {
        ChatToken token = chat.persistence.inTransaction(() ->
                chat.service.start(new StartChat(Language.ES, null, "Canarita Amarilla", ChatFixture.NOTICE, null)));
        chat.sends(token, "m1", "canario-visible");
        chat.persistence.inTransaction(() -> chat.service.askTranscript(token, "canario@example.mx"));
        for (String table :
                List.of("message", "arrival", "chat_session", "chat_transcript_request", "personal_field")) {
            assertThat(database.value("select count(*) from " + table + " t where t::text ilike '%canari%'"))
                    .as(table)
                    .isEqualTo("0");
        }
    }

    @Test
    void anUnknownTopicIsLeftOutRatherThanRefused() {
        ChatToken token = chat.persistence.inTransaction(
                () -> chat.service.start(new StartChat(Language.ES, "NO_SUCH", null, ChatFixture.NOTICE, null)));
        try {
            assertThat(chat.sends(token, "m1", "hola").seq()).isEqualTo(1);
        } catch (EntryPointUnknown e) {
            throw new AssertionError("the citizen must not pay for our catalogue", e);
        }
    }

    @Test
    void typingIsASignalAndNothingElse() {
        ChatToken token = chat.aChat();
        chat.persistence.inTransaction(() -> chat.service.typing(token));
        assertThat(chat.events).isEmpty();
        chat.sends(token, "m1", "hola");
        chat.events.clear();
        chat.persistence.inTransaction(() -> chat.service.typing(token));
        assertThat(chat.events)
                .containsExactly(new SignalRaised(new DeskSignal(
                        null, DeskSignal.Kind.TYPING, chat.contactOf(token).toString())));
    }

    @Test
    void theTranscriptIsMailedOnceWhenTheChatEnds() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "¿Dónde pago la tenencia?");
        String folio = chat.opened(token).value();
        assertThatThrownBy(() -> chat.persistence.inTransaction(
                        () -> chat.service.askTranscript(token, "a@b.mx\r\nBcc: otra@b.mx")))
                .isInstanceOf(AddressNotValid.class);
        chat.persistence.inTransaction(() -> chat.service.askTranscript(token, "equivocada@example.mx"));
        chat.persistence.inTransaction(() -> chat.service.askTranscript(token, " persona@example.mx "));
        assertThat(chat.mailed).isEmpty();
        assertThat(chat.seenFrom(token, 0).transcriptAsked()).isTrue();
        chat.closed(token);
        chat.persistence.inTransaction(() -> chat.service.askTranscript(token, "otra@example.mx"));
        assertThat(chat.mailed).hasSize(1);
        assertThat(chat.mailed.get(0))
                .startsWith("persona@example.mx\n")
                .contains(folio)
                .contains("Usted: ¿Dónde pago la tenencia?");
    }

    @Test
    void aTranscriptAskedForAfterTheEndIsMailedAtOnce() {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "hola");
        chat.persistence.inTransaction(() -> chat.service.end(token));
        chat.persistence.inTransaction(() -> chat.service.askTranscript(token, "persona@example.mx"));
        assertThat(chat.mailed).hasSize(1);
    }

    @Test
    void aCitizenNotHeardOfForLongHasLeft() throws SQLException {
        ChatToken gone = chat.aChat();
        ChatToken here = chat.aChat();
        ChatToken unsaid = chat.aChat();
        chat.sends(gone, "m1", "hola");
        chat.sends(here, "m1", "hola");
        database.execute("update chat_session set seen_at = now() - interval '21 minutes'");
        chat.persistence.inTransaction(() -> chat.service.seen(here));
        Instant before = Instant.now().minus(ChatPolicy.SILENCE);
        List<ContactId> silent = chat.persistence.inTransaction(() -> chat.silentChats.since(before));
        assertThat(silent).containsExactly(chat.contactOf(gone));
        for (ChatToken token : List.of(gone, here)) {
            ContactId contact = chat.contactOf(token);
            chat.persistence.inTransaction(() -> chat.silentChats.end(contact, before));
        }
        assertThat(chat.seenFrom(gone, 0).endedBy()).isEqualTo(EndedBy.SYSTEM);
        assertThat(chat.seenFrom(here, 0).phase()).isEqualTo(ChatView.Phase.WAITING);
        assertThat(chat.seenFrom(unsaid, 0).phase()).isEqualTo(ChatView.Phase.NEW);
        assertThat(chat.events).contains(new CitizenLeft(chat.contactOf(gone)));
    }

    @Test
    void whoLeftBeforeIntakeIsReportedAgainOnceTheContactIsOpen() throws SQLException {
        ChatToken token = chat.aChat();
        chat.sends(token, "m1", "hola");
        chat.persistence.inTransaction(() -> chat.service.end(token));
        chat.events.clear();
        remind();
        assertThat(chat.events).isEmpty();
        chat.opened(token);
        remind();
        assertThat(chat.events).containsExactly(new CitizenLeft(chat.contactOf(token)));
    }

    private void remind() {
        for (ContactId contact : chat.persistence.inTransaction(() -> chat.silentChats.leftOpen())) {
            chat.persistence.inTransaction(() -> chat.silentChats.remind(contact));
        }
    }

    @Test
    void aFileIsKnownByItsContent() {
        ChatToken token = chat.aChat();
        byte[] pdf = "%PDF-1.7 recibo".getBytes(StandardCharsets.US_ASCII);
        chat.persistence.inTransaction(() -> chat.service.attach(token, "f1", "..\\..\\mi recibo.exe", pdf));
        ChatMessage.File file =
                chat.seenFrom(token, 0).messages().get(0).files().get(0);
        assertThat(file.name()).isEqualTo("mi recibo.pdf");
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(chat.persistence
                        .inTransaction(() -> chat.service.file(token, file.id()))
                        .bytes())
                .isEqualTo(pdf);
        ChatToken stranger = chat.aChat();
        assertThatThrownBy(() -> chat.persistence.inTransaction(() -> chat.service.file(stranger, file.id())))
                .isInstanceOf(ChatUnknown.class);
    }

    @Test
    void filesThatAreTooLargeTooManyOrOfAnotherKindAreRefused() {
        ChatToken token = chat.aChat();
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> attach(token, "f0", html)).isInstanceOf(FileTypeNotAllowed.class);
        byte[] large = new byte[FilePolicy.MAX_BYTES + 1];
        assertThatThrownBy(() -> attach(token, "f0", large)).isInstanceOf(FileTooLarge.class);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
        for (int i = 0; i < ChatPolicy.MAX_FILES; i++) {
            attach(token, "f" + i, png);
        }
        attach(token, "f0", png);
        assertThatThrownBy(() -> attach(token, "f99", png)).isInstanceOf(TooManyFiles.class);
        assertThat(chat.seenFrom(token, 0).messages()).hasSize(ChatPolicy.MAX_FILES);
    }

    private ChatReceipt attach(ChatToken token, String clientId, byte[] content) {
        return chat.persistence.inTransaction(() -> chat.service.attach(token, clientId, "archivo", content));
    }

    private String arrivals(ChatToken token) throws SQLException {
        return database.value(
                "select count(*) from arrival where contact_id = ?",
                chat.contactOf(token).value());
    }

    private static <T> List<T> allOf(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
