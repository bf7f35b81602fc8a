package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mx.gob.edomex.catgem.contact.HandOverService.Order;
import mx.gob.edomex.catgem.report.ReadModel;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import mx.gob.edomex.catgem.workforce.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandOverTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);

    @BeforeEach
    void nobodyIsThere() throws Exception {
        persistence.database().execute("update advisor set presence = 'OFFLINE' where points = 0");
    }

    @Test
    void aColleagueGoesOnWithDraftNoteAndAge() {
        centre.available("asesora01", "asesora02");
        ContactId contact = centre.aChatWith("asesora01");
        String age = age(contact);
        centre.run(() -> centre.papers.saveDraft(contact, "Para la copia necesita"));
        centre.time.pass(Duration.ofMinutes(3));
        leave("asesora01", new Order(contact, "asesora02", "Espera el costo de la copia"));

        assertThat(centre.text("select advisor from contact where id = '" + contact + "'"))
                .isEqualTo("asesora02");
        assertThat(presence("asesora01")).isEqualTo("OFFLINE");
        assertThat(centre.points("asesora01")).isZero();
        assertThat(centre.points("asesora02")).isEqualTo(33);
        assertThat(age(contact)).isEqualTo(age);
        centre.as("asesora02");
        assertThat(centre.does(() -> centre.handOver.unseen(Language.ES)))
                .singleElement()
                .satisfies(handed -> {
                    assertThat(handed.draft()).isEqualTo("Para la copia necesita");
                    assertThat(handed.note()).isEqualTo("Espera el costo de la copia");
                    assertThat(handed.fromName()).isEqualTo("Edith Almazán Cisneros");
                    assertThat(handed.firstQueuedAt()).isBefore(handed.at().minus(Duration.ofMinutes(2)));
                });
        centre.run(() -> centre.handOver.seen(contact));
        assertThat(centre.does(() -> centre.handOver.unseen(Language.ES))).isEmpty();
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        assertThat(centre.text("select string_agg(advisor || ' ' || end_reason, ', ' order by number) from leg"
                        + " where contact_id = '" + contact + "'"))
                .isEqualTo("asesora01 HANDED_OVER, asesora02 CLOSED");
    }

    @Test
    void whatGoesBackToTheLineKeepsItsAgeAndTellsTheNextOneAtTheOffer() {
        centre.available("asesora03", "asesora04");
        ContactId contact = centre.aChatWith("asesora03");
        String age = age(contact);
        leave("asesora03", new Order(contact, null, "Pide acta de 1950"));
        assertThat(centre.state(contact)).isEqualTo(ContactState.QUEUED);
        assertThat(age(contact)).isEqualTo(age);
        assertThat(centre.returned())
                .filteredOn(waiting -> waiting.contact().equals(contact))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.excluded()).containsExactly("asesora03"));

        OfferId offer = centre.offer(contact, "asesora04").orElseThrow();
        centre.as("asesora04");
        assertThat(centre.does(() -> centre.handOver.offered(contact, Language.EN)))
                .hasValueSatisfying(handed -> assertThat(handed.note()).isEqualTo("Pide acta de 1950"));
        centre.as("asesora05");
        assertThat(centre.does(() -> centre.handOver.offered(contact, Language.EN)))
                .isEmpty();
        centre.as("asesora04");
        centre.run(() -> centre.offers.accept(offer));
        assertThat(centre.does(() -> centre.handOver.unseen(Language.ES))).hasSize(1);
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
    }

    @Test
    void aColleagueWhoCannotTakeItChangesNothing() {
        centre.available("asesora06", "asesora07");
        ContactId first = centre.aChatWith("asesora06");
        ContactId second = centre.aChatWith("asesora06");
        centre.as("asesora07");
        centre.run(() -> centre.presence.become(Presence.AUXILIARY, "MEAL"));
        centre.as("asesora06");
        assertThatThrownBy(
                        () -> leave("asesora06", new Order(first, null, null), new Order(second, "asesora07", "nota")))
                .isInstanceOf(ReceiverNotAvailable.class);
        assertThat(centre.state(first)).isEqualTo(ContactState.IN_PROGRESS);
        assertThat(presence("asesora06")).isEqualTo("AVAILABLE");
        assertThat(centre.points("asesora06")).isEqualTo(66);
        assertThatThrownBy(() -> leave("asesora07", new Order(first, null, null)))
                .isInstanceOf(NotYourContact.class);
        centre.as("asesora06");
        for (ContactId contact : List.of(first, second)) {
            centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        }
    }

    @Test
    void theLastPlaceOfAColleagueIsTakenOnce() throws Exception {
        centre.available("asesora08", "asesora09", "asesora10");
        ContactId one = centre.aChatWith("asesora08");
        ContactId other = centre.aChatWith("asesora09");
        List<ContactId> held = List.of(centre.aChatWith("asesora10"), centre.aChatWith("asesora10"));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            int given = 0;
            for (var done : pool.invokeAll(
                    List.of(giving("asesora08", one, "asesora10"), giving("asesora09", other, "asesora10")))) {
                given += done.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(centre.points("asesora10")).isEqualTo(99);
        assertThat(held).hasSize(2);
    }

    private Callable<Boolean> giving(String from, ContactId contact, String to) {
        return () -> {
            centre.as(from);
            try {
                centre.run(() -> centre.handOver.handOver(List.of(new Order(contact, to, null))));
                return true;
            } catch (ReceiverNotAvailable e) {
                return false;
            }
        };
    }

    @Test
    void nobodySignsOutOfAContactAndWhoHasNoneIsOffline() {
        centre.available("asesora32");
        ContactId contact = centre.aChatWith("asesora32");
        assertThat(centre.does(centre.handOver::signOff)).isFalse();
        assertThat(presence("asesora32")).isEqualTo("AVAILABLE");
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        OfferId offer = centre.offer(centre.aQueuedChat(), "asesora32").orElseThrow();
        centre.as("asesora32");
        assertThat(centre.does(centre.handOver::signOff)).isTrue();
        assertThat(presence("asesora32")).isEqualTo("OFFLINE");
        assertThat(centre.text("select outcome || ' ' || reason from offer where id = '" + offer + "'"))
                .isEqualTo("REJECTED SHIFT_END");
        assertThat(centre.points("asesora32")).isZero();
    }

    @Test
    void theLedgerTellsAHandOverInTheOneTransitionTable() {
        centre.available("asesora30", "asesora31");
        ContactId contact = centre.aChatWith("asesora30");
        leave("asesora30", new Order(contact, "asesora31", null));
        assertThat(centre.text("select string_agg(code || ' ' || leg || ' ' || coalesce(staff, '-'), ', ' order by id)"
                        + " from event where kind = 'STATE' and contact_id = '" + contact + "'"))
                .endsWith("ACCEPTED 1 asesora30, HANDED_OVER 1 asesora30, OFFERED 1 asesora30, ACCEPTED 2 asesora31");
        assertThat(centre.integer(
                        "select count(*) from (select state_from, lag(state_to, 1, 'CREATED') over (order by id)"
                                + " as before from event where kind = 'STATE' and contact_id = '" + contact
                                + "') e where state_from <> before"))
                .isZero();
        centre.as("asesora31");
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
    }

    /** The figures come from the ledger alone: each leg is its own advisor's, and the times add up. */
    @Test
    void theReadModelGivesEachAdvisorTheirOwnStretch() {
        centre.available("asesora33", "asesora34");
        ContactId contact = centre.aChatWith("asesora33");
        centre.time.pass(Duration.ofSeconds(100));
        leave("asesora33", new Order(contact, "asesora34", null));
        centre.time.pass(Duration.ofSeconds(40));
        centre.as("asesora34");
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
        ReadModel figures = persistence.wire(new ReadModel());
        centre.does(figures::catchUp);
        assertThat(centre.text(
                        "select string_agg(advisor || ' ' || cast(date_part('epoch', ended_at - connected_at) as int),"
                                + " ', ' order by leg) from leg_fact where contact_id = '" + contact + "'"))
                .isEqualTo("asesora33 100, asesora34 40");
        assertThat(centre.text(
                        "select advisor || ' ' || cast(handled_seconds as int) from contact_fact where contact_id = '"
                                + contact + "'"))
                .isEqualTo("asesora34 140");
    }

    /** Ten go at 00:00 with three chats each: four hand over by name, four to the line, two finish first. */
    @Test
    void atMidnightThirtyOpenContactsAreAllFinishedOrHandedOver() {
        LocalDay today = LocalDay.of(centre.time.instant(), MEXICO);
        centre.time.pass(Duration.between(centre.time.instant(), today.end()));
        Map<ContactId, String> ages = new HashMap<>();
        Map<String, List<ContactId>> hands = new HashMap<>();
        for (int i = 11; i <= 20; i++) {
            String leaver = "asesora" + i;
            centre.available(leaver);
            for (int k = 0; k < 3; k++) {
                ContactId contact = centre.aChatWith(leaver);
                ages.put(contact, age(contact));
                hands.computeIfAbsent(leaver, key -> new ArrayList<>()).add(contact);
            }
        }
        centre.available("asesora21", "asesora22", "asesora23", "asesora24", "asesora25", "asesora26", "asesora27");
        assertThat(ages).hasSize(30);

        for (int i = 11; i <= 14; i++) {
            String to = "asesora" + (i + 10);
            leave("asesora" + i, orders(hands.get("asesora" + i), to));
        }
        for (int i = 15; i <= 18; i++) {
            leave("asesora" + i, orders(hands.get("asesora" + i), null));
        }
        for (int i = 19; i <= 20; i++) {
            leave("asesora" + i);
            assertThat(presence("asesora" + i)).as("nobody is sent away").isEqualTo("AVAILABLE");
            for (ContactId contact : hands.get("asesora" + i)) {
                centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
            }
        }
        takeWhatWaits(ages.keySet());

        for (int i = 11; i <= 20; i++) {
            assertThat(presence("asesora" + i)).isEqualTo("OFFLINE");
            assertThat(centre.points("asesora" + i)).isZero();
        }
        ages.forEach((contact, age) -> assertThat(age(contact)).isEqualTo(age));
        assertThat(centre.integer("select count(*) from contact where state = 'IN_PROGRESS' and advisor between"
                        + " 'asesora21' and 'asesora28' and id in (" + list(ages.keySet()) + ")"))
                .isEqualTo(24);
        assertThat(centre.integer(
                        "select count(*) from contact where state = 'CLOSED' and id in (" + list(ages.keySet()) + ")"))
                .isEqualTo(6);
        assertThat(centre.integer("select count(*) from contact c where id in (" + list(ages.keySet())
                        + ") and closed_at is null and (select count(*) from leg l where l.contact_id = c.id"
                        + " and l.ended_at is null and l.advisor = c.advisor and l.number = c.leg) <> 1"))
                .isZero();
        assertThat(centre.integer("select count(*) from handover where taken_at is not null and contact_id in ("
                        + list(ages.keySet()) + ")"))
                .isEqualTo(24);
    }

    private void takeWhatWaits(Iterable<ContactId> contacts) {
        int next = 0;
        centre.available("asesora28");
        for (ContactId contact : contacts) {
            if (centre.state(contact) == ContactState.QUEUED) {
                String taker = "asesora" + (25 + next++ / 3);
                OfferId offer = centre.offer(contact, taker).orElseThrow();
                centre.as(taker);
                centre.run(() -> centre.offers.accept(offer));
            }
        }
    }

    private static Order[] orders(List<ContactId> contacts, String to) {
        return contacts.stream()
                .map(contact -> new Order(contact, to, "sigue en curso"))
                .toArray(Order[]::new);
    }

    private void leave(String advisor, Order... orders) {
        centre.as(advisor);
        centre.run(() -> centre.handOver.leave(List.of(orders)));
    }

    private String age(ContactId contact) {
        return centre.text("select first_queued_at from contact where id = '" + contact + "'");
    }

    private String presence(String advisor) {
        return centre.text("select presence from advisor where username = '" + advisor + "'");
    }

    private static String list(Iterable<ContactId> contacts) {
        List<String> ids = new ArrayList<>();
        contacts.forEach(contact -> ids.add("'" + contact + "'"));
        return String.join(", ", ids);
    }
}
