package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WarmTransfersTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @BeforeEach
    void three() throws Exception {
        TransferBooks.clear(persistence);
        centre.available("asesora41", "asesora42", "asesora43");
    }

    @AfterEach
    void nobodyHoldsWhatTheyDoNotHave() {
        assertThat(TransferBooks.wrong(centre)).isNull();
    }

    @Test
    void theGiverKeepsItUntilBothAgree() {
        ContactId contact = centre.aChatWith("asesora41");
        String age = centre.text("select first_queued_at from contact where id = '" + contact + "'");
        OfferId asked = ask(contact, "asesora42");
        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS);
        assertThat(centre.points("asesora41")).isEqualTo(33);
        assertThat(centre.points("asesora42")).isEqualTo(33);
        centre.as("asesora42");
        assertThat(centre.does(() -> centre.handOver.offered(contact, Language.ES)))
                .hasValueSatisfying(what -> assertThat(what.note()).isEqualTo("¿Lo toma usted?"));
        assertThat(centre.does(() -> centre.joined.joined(Language.ES)))
                .as("nothing is seen before it is accepted")
                .isEmpty();

        centre.says(contact, "Es por el predial de mi casa");
        centre.run(() -> centre.offers.accept(asked));
        assertThat(centre.does(() -> centre.joined.joined(Language.ES))).hasValueSatisfying(joined -> {
            assertThat(joined.messages()).isNotEmpty();
            assertThat(joined.notes()).extracting(DeskCards.Note::text).containsExactly("¿Lo toma usted?");
        });
        centre.run(() -> centre.joined.say(contact, "Sí, páselo"));
        assertThatThrownBy(() -> centre.run(() -> centre.desk.send(contact, "x", "hola", List.of())))
                .as("who was asked in does not speak to the citizen")
                .isInstanceOf(NotYourContact.class);

        CarryingGateway chat = new CarryingGateway(Channel.CHAT);
        centre.gateways.add(chat);
        centre.as("asesora41");
        assertThat(centre.does(() -> centre.joined.asked(contact)))
                .hasValueSatisfying(one -> assertThat(one.joined()).isTrue());
        centre.run(() -> centre.transfers.complete(contact));
        assertThat(centre.text(
                        "select state || ' ' || advisor || ' ' || leg from contact where id = '" + contact + "'"))
                .isEqualTo("IN_PROGRESS asesora42 2");
        assertThat(centre.points("asesora41")).isZero();
        assertThat(centre.points("asesora42")).isEqualTo(33);
        assertThat(centre.text("select first_queued_at from contact where id = '" + contact + "'"))
                .isEqualTo(age);
        assertThat(chat.said).contains("passed on").doesNotContain("left");
        assertThat(centre.text("select string_agg(code || ' ' || leg, ', ' order by id) from event where kind = 'STATE'"
                        + " and contact_id = '" + contact + "'"))
                .endsWith("ACCEPTED 1, TRANSFERRED 1, OFFERED 1, ACCEPTED 2");
        assertThat(centre.text("select string_agg(code, ', ' order by id) from event where code like 'TRANSFER\\_%'"
                        + " and contact_id = '" + contact + "'"))
                .isEqualTo("TRANSFER_ASKED, TRANSFER_JOINED");
        assertThat(centre.text("select reason from event where code = 'REFER' and contact_id = '" + contact + "'"))
                .isEqualTo("TRANSFER");
        centre.as("asesora42");
        assertThat(centre.does(() -> centre.handOver.unseen(Language.ES))).hasSize(1);
    }

    @Test
    void whoCameAndWhatBecameOfItIsToldToThoseInTheContactOnly() {
        ContactId contact = centre.aChatWith("asesora41");
        OfferId declined = ask(contact, "asesora43");
        as("asesora43", () -> centre.offers.reject(declined, "FINISHING_OTHER"));
        centre.time.pass(Duration.ofSeconds(5));
        join(contact);

        for (String inside : List.of("asesora41", "asesora42")) {
            centre.as(inside);
            assertThat(centre.does(() -> centre.joined.movements(contact)))
                    .extracting(JoinedDesk.Movement::what)
                    .containsExactly("REJECTED", "JOINED");
        }
        centre.as("asesora43");
        assertThat(centre.does(() -> centre.joined.movements(contact))).isEmpty();

        as("asesora42", () -> centre.joined.leave(contact));
        assertThat(centre.does(() -> centre.joined.movements(contact)))
                .as("who has left sees it no more")
                .isEmpty();
    }

    @Test
    void whateverFailsItStaysWithTheGiver() throws Exception {
        ContactId contact = centre.aChatWith("asesora41");
        OfferId first = ask(contact, "asesora42");
        centre.as("asesora42");
        centre.run(() -> centre.offers.reject(first, "FINISHING_OTHER"));
        assertStays(contact, "REJECTED");

        OfferId second = ask(contact, "asesora42");
        centre.time.pass(Duration.ofSeconds(31));
        assertThatThrownBy(() -> as("asesora42", () -> centre.offers.accept(second)))
                .as("after its time, though the sweep has not come yet")
                .isInstanceOf(OfferGone.class);
        assertThat(centre.does(centre.lapses::lapsed)).contains(contact);
        centre.run(() -> centre.lapses.lapse(contact));
        centre.run(() -> centre.lapses.lapse(contact)); // on another node
        assertStays(contact, "MISSED");

        join(contact);
        as("asesora41", () -> centre.transfers.takeBack(contact));
        assertStays(contact, "TAKEN_BACK");

        join(contact);
        as("asesora42", () -> centre.joined.leave(contact));
        assertStays(contact, "COLLEAGUE_LEFT");

        join(contact);
        as("asesora42", () -> centre.handOver.leave(List.of()));
        assertStays(contact, "COLLEAGUE_LEFT");
        assertThat(centre.text("select presence from advisor where username = 'asesora42'"))
                .isEqualTo("OFFLINE");

        centre.available("asesora42");
        join(contact);
        persistence.database().execute("update advisor set presence = 'OFFLINE' where username = 'asesora42'");
        assertThatThrownBy(() -> as("asesora41", () -> centre.transfers.complete(contact)))
                .isInstanceOf(ColleagueNotThere.class);
        centre.run(() -> centre.lapses.lapse(contact));
        assertStays(contact, "COLLEAGUE_LOST");
    }

    @Test
    void whenTheContactLeavesTheGiverTheColleagueIsFree() {
        for (String how : List.of("lost", "closed", "citizen", "handed")) {
            centre.available("asesora41", "asesora42");
            ContactId contact = centre.aChatWith("asesora41");
            join(contact);
            centre.as("asesora41");
            switch (how) {
                case "lost" -> centre.run(() -> centre.endings.advisorLost(contact));
                case "closed" -> centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
                case "citizen" -> centre.run(() -> centre.endings.citizenLeft(contact, Actor.SYSTEM));
                default ->
                    centre.run(() -> centre.handOver.handOver(
                            List.of(new HandOverService.Order(contact, "asesora43", "sigue"))));
            }
            assertThat(outcome(contact)).as(how).isEqualTo("CONTACT_LEFT");
            assertThat(centre.points("asesora42")).as(how).isZero();
            centre.as("asesora42");
            assertThat(centre.does(() -> centre.joined.joined(Language.ES))).isEmpty();
            assertThatThrownBy(() -> centre.run(() -> centre.joined.say(contact, "hola")))
                    .isInstanceOf(NoTransferUnderWay.class);
        }
    }

    @Test
    void oneAtATime() {
        ContactId contact = centre.aChatWith("asesora41");
        ask(contact, "asesora42");
        centre.as("asesora41");
        assertThatThrownBy(() -> ask(contact, "asesora43")).isInstanceOf(TransferUnderWay.class);
        assertThatThrownBy(() -> as("asesora41", () -> centre.transfers.toTopic(contact, "AGUA", null)))
                .isInstanceOf(TransferUnderWay.class);
        assertThatThrownBy(() -> as("asesora41", () -> centre.transfers.complete(contact)))
                .as("not joined yet")
                .isInstanceOf(ColleagueNotThere.class);
        ContactId other = centre.aChatWith("asesora43");
        assertThatThrownBy(() -> as("asesora43", () -> centre.transfers.ask(other, "asesora42", "nota")))
                .isInstanceOf(ReceiverNotAvailable.class);
        assertThat(centre.offer(centre.aQueuedChat(), "asesora42"))
                .as("one thing rings at a desk")
                .isEmpty();
        assertThatThrownBy(() -> as("asesora43", () -> centre.transfers.takeBack(contact)))
                .isInstanceOf(NotYourContact.class);
        as("asesora41", () -> centre.transfers.takeBack(contact));
        assertThatThrownBy(() -> as("asesora41", () -> centre.transfers.takeBack(contact)))
                .isInstanceOf(NoTransferUnderWay.class);
    }

    @Test
    void theLastPlaceOfAColleagueIsTakenOnce() throws Exception {
        ContactId one = centre.aChatWith("asesora41");
        ContactId other = centre.aChatWith("asesora43");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            int asked = 0;
            for (var done : pool.invokeAll(List.of(asks("asesora41", one), asks("asesora43", other)))) {
                asked += done.get() ? 1 : 0;
            }
            assertThat(asked).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(centre.points("asesora42")).isEqualTo(33);
    }

    /** Acceptance and the giver's change of mind at the same moment: one of them wins, and the books are right. */
    @Test
    void acceptedAndTakenBackAtOnce() throws Exception {
        ContactId contact = centre.aChatWith("asesora41");
        OfferId asked = ask(contact, "asesora42");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> accept = () -> does("asesora42", () -> centre.offers.accept(asked));
            Callable<Boolean> back = () -> does("asesora41", () -> centre.transfers.takeBack(contact));
            for (var done : pool.invokeAll(List.of(accept, back))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(outcome(contact)).isEqualTo("TAKEN_BACK");
        assertThat(centre.points("asesora42")).isZero();
        assertThat(centre.state(contact)).isEqualTo(ContactState.IN_PROGRESS);
    }

    /** Handed to a third person while a colleague is asked in: of the three, the first by name is locked first. */
    @Test
    void threeAdvisorsAreLockedInTheOrderOfTheirNames() throws Exception {
        ContactId contact = centre.aChatWith("asesora43");
        as("asesora43", () -> centre.transfers.ask(contact, "asesora42", "¿Lo toma usted?"));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection first = persistence.database().connection()) {
            first.setAutoCommit(false);
            lock(first, "asesora41");
            Future<Boolean> given = pool.submit(() -> does(
                    "asesora43",
                    () -> centre.handOver.handOver(List.of(new HandOverService.Order(contact, "asesora41", "sigue")))));
            while (persistence
                    .database()
                    .value("select count(*) from pg_locks where not granted")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            assertThatCode(() -> {
                        lock(first, "asesora42");
                        lock(first, "asesora43");
                    })
                    .as("who waits for the first has not locked the others")
                    .doesNotThrowAnyException();
            first.rollback();
            assertThat(given.get()).isTrue();
        } finally {
            pool.shutdownNow();
        }
        assertThat(centre.points("asesora41")).isEqualTo(33);
    }

    private static void lock(Connection connection, String advisor) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1 from advisor where username = '" + advisor + "' for no key update nowait");
        }
    }

    private Callable<Boolean> asks(String advisor, ContactId contact) {
        return () -> does(advisor, () -> centre.transfers.ask(contact, "asesora42", "nota"));
    }

    private boolean does(String advisor, Runnable command) {
        centre.as(advisor);
        try {
            centre.run(command);
            return true;
        } catch (ReceiverNotAvailable | OfferGone e) {
            return false;
        }
    }

    private void assertStays(ContactId contact, String how) {
        centre.time.pass(Duration.ofSeconds(1));
        assertThat(outcome(contact)).isEqualTo(how);
        assertThat(centre.text(
                        "select state || ' ' || advisor || ' ' || leg from contact where id = '" + contact + "'"))
                .isEqualTo("IN_PROGRESS asesora41 1");
        assertThat(centre.points("asesora41")).isEqualTo(33);
        assertThat(centre.points("asesora42")).isZero();
        assertThat(centre.integer("select count(*) from event where code = 'TRANSFER_" + how + "' and contact_id = '"
                        + contact + "'"))
                .isPositive();
    }

    private String outcome(ContactId contact) {
        return centre.text("select outcome from warm_transfer where contact_id = '" + contact
                + "' order by asked_at desc, ended_at desc nulls first limit 1");
    }

    private void join(ContactId contact) {
        OfferId asked = ask(contact, "asesora42");
        as("asesora42", () -> centre.offers.accept(asked));
    }

    private OfferId ask(ContactId contact, String to) {
        as("asesora41", () -> centre.transfers.ask(contact, to, "¿Lo toma usted?"));
        return new OfferId(UUID.fromString(
                centre.text("select id from warm_transfer where ended_at is null and contact_id = '" + contact + "'")));
    }

    private void as(String advisor, Runnable command) {
        centre.as(advisor);
        centre.run(command);
    }
}
