package mx.gob.edomex.catgem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.contact.DeskCards.OwnFigures;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.StuckReason;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Concurrent chats share their advisor's time, and the parts add up to the time there was. */
class SharedHandlingTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private static final ZoneId CENTRE = ZoneId.of("America/Mexico_City");

    private final CentreFixture centre = new CentreFixture(persistence);
    private final ReadModel readModel = persistence.wire(new ReadModel());

    @Test
    void twoChatsShareTheSecondsInWhichBothAreLiveAndASilentOneHasNone() {
        centre.available("asesora21");
        Instant begun = centre.time.instant();
        ContactId first = centre.aChatWith("asesora21");
        centre.time.pass(Duration.ofSeconds(60));
        ContactId second = centre.aChatWith("asesora21");
        centre.time.pass(Duration.ofSeconds(60));
        quiet(first);
        // What is known while they go on must not stand in the way of what is known later.
        centre.does(readModel::catchUp);
        centre.time.pass(Duration.ofSeconds(60));
        close(second);
        centre.does(readModel::catchUp);
        centre.time.pass(Duration.ofSeconds(60));
        close(first);
        centre.does(readModel::catchUp);

        assertThat(handled(first)).as("alone, and half of the time of both").isEqualTo("90");
        assertThat(handled(second)).as("half, then whole beside a silent one").isEqualTo("90");
        Window all = new Window(begun.minusSeconds(1), begun.plusSeconds(3600));
        AdvisorTime time = centre
                .does(() ->
                        new StaffTime(persistence.entityManager(), ZoneOffset.UTC, centre.time.instant()).advisors(all))
                .stream()
                .filter(one -> one.username().equals("asesora21"))
                .findFirst()
                .orElseThrow();
        assertThat(time.handled()).as("the parts of both").isEqualTo(180.0);
        assertThat(time.legs()).isEqualTo(2);
        assertThat(time.staffed()).as("available all the while").isEqualTo(240.0);
        assertThat(time.occupancy()).isEqualTo(0.75);
        Recount recount =
                persistence.wire(new Recount(), persistence.wire(new Installation()), centre.alerts, centre.time);
        Window window = new Window(begun.minusSeconds(1), begun.plusSeconds(3600));
        assertThat(centre.does(() -> recount.differences(window, centre.time.instant())))
                .isEmpty();
        assertThat(centre.does(() -> new Counting(persistence.entityManager(), ZoneOffset.UTC, centre.time.instant())
                        .table(window, Cut.ALL, Grouping.NONE)
                        .lines()
                        .get(0)
                        .get(Measure.AHT)
                        .value()))
                .isEqualTo(90.0);
    }

    @Test
    void anInterruptedMailHasNoSecondsAndTheClockOfItsAnswerStands() {
        String advisor = "asesora22";
        centre.time.pass(Duration.ofHours(2)); // apart from what the other test counts
        if (LocalTime.ofInstant(centre.time.instant(), CENTRE).isAfter(LocalTime.of(23, 50))) {
            centre.time.pass(Duration.ofMinutes(15)); // the desk shows the figures of one day
        }
        centre.available(advisor);
        Instant begun = centre.time.instant();
        List<ContactId> mails = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mails.add(aMailWith(advisor));
        }
        ContactId mail = mails.get(0);
        centre.time.pass(Duration.ofSeconds(90));
        ContactId chat = centre.aQueuedChat();
        long lease = centre.lease();
        OfferId offer = centre.does(() ->
                        centre.dispatch.offer(List.of(new Match(chat, 1, advisor, List.of(mail), null, null)), lease))
                .made()
                .get(0)
                .offer();
        centre.as(advisor);
        centre.time.pass(Duration.ofSeconds(10));
        centre.run(() -> centre.offers.accept(offer));
        centre.does(readModel::catchUp);
        centre.time.pass(Duration.ofSeconds(60));
        close(chat);
        centre.as(advisor);
        centre.time.pass(Duration.ofSeconds(30));
        centre.run(() -> centre.desk.knownByHeart(mail));
        centre.run(() -> centre.desk.send(mail, "m", "Le informo.", List.of()));
        OwnFigures today = centre.does(centre.deskQueries::today);
        mails.forEach(one -> centre.run(() -> centre.desk.close(one, "INFORMATION_GIVEN")));
        centre.does(readModel::catchUp);

        // Alone with its two sisters for 90 s, without it 70 s, then 30 s again: a third of 120 s.
        assertThat(handled(mail)).isEqualTo("40");
        assertThat(handled(mails.get(1))).isEqualTo("65");
        assertThat(handled(chat)).isEqualTo("20");
        assertThat(centre.text("select open_seconds from contact_fact where contact_id = '" + mail + "'"))
                .as("indicator 3")
                .isEqualTo("120");
        assertThat(today.answeredInTwoMinutes()).as("as the desk shows it").isEqualTo(1);
        assertThat(today.averageAnswerSeconds()).isEqualTo(120);
        assertThat(centre.integer("select interrupted_seconds from contact where id = '" + mail + "'"))
                .isEqualTo(70);
        Window window = new Window(begun.minusSeconds(1), begun.plusSeconds(3600));
        double all = centre
                .does(() -> new StaffTime(persistence.entityManager(), ZoneOffset.UTC, centre.time.instant())
                        .advisors(window))
                .stream()
                .filter(one -> one.username().equals(advisor))
                .mapToDouble(AdvisorTime::handled)
                .sum();
        assertThat(all).as("the sum is the logged time").isEqualTo(190.0);
        Recount recount =
                persistence.wire(new Recount(), persistence.wire(new Installation()), centre.alerts, centre.time);
        // The chat came after the second window, so that what is divided is seen and not only its sum.
        for (Window counted : List.of(window, new Window(begun.minusSeconds(1), begun.plusSeconds(1)))) {
            assertThat(centre.does(() -> recount.differences(counted, centre.time.instant())))
                    .isEmpty();
        }
    }

    private ContactId aMailWith(String advisor) {
        ContactId mail = centre.aQueued(Channel.EMAIL, Priority.NORMAL, "GENERAL", centre.time.instant());
        OfferId offer = centre.offer(mail, advisor).orElseThrow();
        centre.as(advisor);
        centre.run(() -> centre.offers.accept(offer));
        return mail;
    }

    @Test
    void theRecountDividesMomentByMoment() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        Instant at = Instant.EPOCH;
        Map<UUID, Double> shares = LiveTime.shares(List.of(
                new LiveTime.Span(one, "a", at, at.plusSeconds(90)),
                new LiveTime.Span(other, "a", at.plusSeconds(30), at.plusSeconds(60)),
                new LiveTime.Span(open, "a", at.plusSeconds(60), Instant.MAX),
                new LiveTime.Span(other, "b", at, at.plusSeconds(10))));
        assertThat(shares)
                .containsEntry(one, 30 + 15 + 15.0)
                .containsEntry(other, 15 + 10.0)
                .containsEntry(open, 15.0);
    }

    private void quiet(ContactId contact) {
        centre.run(() -> persistence
                .entityManager()
                .createNativeQuery("insert into event (kind, code, contact_id, source, at, app_clock)"
                        + " values ('SYSTEM', 'CITIZEN_QUIET', :id, 'SYSTEM', :at, :at)")
                .setParameter("id", contact.value())
                .setParameter("at", centre.time.instant())
                .executeUpdate());
    }

    /** No after-call work: the contact ends in the moment in which it is finished. */
    private void close(ContactId contact) {
        Folio folio = new Folio(centre.text("select folio from contact where id = '" + contact + "'"));
        centre.as("coordinadora1");
        centre.run(() -> centre.steering.closeStuck(folio, "SILENCE", StuckReason.TEST));
    }

    private String handled(ContactId contact) {
        return centre.text("select handled_seconds from contact_fact where contact_id = '" + contact + "'");
    }
}
