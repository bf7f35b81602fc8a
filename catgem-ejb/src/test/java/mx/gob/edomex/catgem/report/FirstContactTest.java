package mx.gob.edomex.catgem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.CentreFixture;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** First-contact resolution from the services' own events: who comes back, who still may, and what a link changes. */
class FirstContactTest {

    private static final String ADVISOR = "asesora22";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final ReadModel readModel = persistence.wire(new ReadModel());
    private Instant begun;

    @BeforeEach
    void anAdvisorIsThere() {
        // Each test in a time of its own.
        centre.time.pass(Duration.ofDays(100L * (1 + centre.integer("select count(*) from contact"))));
        begun = centre.time.instant();
        centre.available(ADVISOR);
    }

    @Test
    void nothingIsSaidOfAContactBeforeSevenDaysHaveGoneBy() {
        served(SubjectId.random(), null);
        centre.time.pass(Duration.ofDays(7).minusMinutes(1));
        assertThat(figure(Measure.FIRST_CONTACT_PENDING).n()).isEqualTo(1);
        assertThat(figure(Measure.FIRST_CONTACT_RESOLUTION).n()).isZero();
        centre.time.pass(Duration.ofMinutes(2));
        assertThat(figure(Measure.FIRST_CONTACT_PENDING).n()).isZero();
        assertThat(rate()).isEqualTo("1/1");
    }

    @Test
    void whoComesBackOnTheSameMatterInSevenDaysWasNotHelpedAtOnceAndIsNotAFirstContact() {
        SubjectId person = SubjectId.random();
        ContactId first = served(person, null);
        centre.time.pass(Duration.ofDays(3));
        served(person, matter(first));
        served(SubjectId.random(), null);
        centre.time.pass(Duration.ofDays(8));
        assertThat(rate()).isEqualTo("1/2");
        served(person, matter(first));
        centre.time.pass(Duration.ofDays(8));
        assertThat(rate()).as("more than seven days later it is a new occasion").isEqualTo("2/3");
    }

    @Test
    void aLinkJoinsTwoContactsAndItsUndoingPartsThemAgain() {
        SubjectId person = SubjectId.random();
        ContactId first = served(person, null);
        centre.time.pass(Duration.ofDays(1));
        ContactId second = inHand(person, null);
        MatterId before = matter(first);
        centre.run(() -> centre.papers.link(second, before));
        close(second);
        centre.time.pass(Duration.ofDays(8));
        assertThat(rate()).isEqualTo("0/1");

        ContactId third = served(person, null);
        centre.time.pass(Duration.ofDays(1));
        ContactId fourth = inHand(person, null);
        MatterId other = matter(third);
        centre.run(() -> centre.papers.link(fourth, other));
        assertThat(known()).isEmpty();
        centre.run(() -> centre.papers.undoLink(fourth));
        close(fourth);
        centre.time.pass(Duration.ofDays(8));
        assertThat(rate()).isEqualTo("2/3");
    }

    /** The recount agrees before a figure is believed. */
    private Figure figure(Measure measure) {
        assertThat(known()).isEmpty();
        return centre.does(() -> new Counting(persistence.entityManager(), ZoneOffset.UTC, centre.time.instant())
                        .table(window(), Cut.ALL, Grouping.NONE))
                .lines()
                .get(0)
                .get(measure);
    }

    private List<Recount.Difference> known() {
        centre.does(readModel::catchUp);
        Recount recount =
                persistence.wire(new Recount(), persistence.wire(new Installation()), centre.alerts, centre.time);
        return centre.does(() -> recount.differences(window(), centre.time.instant()));
    }

    private String rate() {
        Figure figure = figure(Measure.FIRST_CONTACT_RESOLUTION);
        return figure.hits() + "/" + figure.n();
    }

    private Window window() {
        return new Window(begun.minusSeconds(1), begun.plus(Duration.ofDays(90)));
    }

    private MatterId matter(ContactId contact) {
        return MatterId.of(centre.text("select matter_id from contact where id = '" + contact + "'"));
    }

    private ContactId served(SubjectId person, MatterId matter) {
        ContactId contact = inHand(person, matter);
        close(contact);
        return contact;
    }

    private ContactId inHand(SubjectId person, MatterId matter) {
        ContactId contact = ContactId.random();
        centre.run(() -> centre.arrivals.record(new NewArrival(
                contact,
                Channel.CHAT,
                "CHAT_WEB",
                Language.ES,
                "GENERAL",
                Priority.NORMAL,
                person,
                matter,
                "Predial",
                null,
                centre.time.instant(),
                "2026-01")));
        centre.does(() -> centre.intake.open(contact));
        OfferId offer = centre.offer(contact, ADVISOR).orElseThrow();
        centre.as(ADVISOR);
        centre.run(() -> centre.offers.accept(offer));
        centre.run(() -> centre.desk.send(contact, "r-" + contact, "Se paga en línea.", List.of()));
        return contact;
    }

    private void close(ContactId contact) {
        centre.run(() -> centre.desk.end(contact));
        centre.run(() -> centre.desk.close(contact, "INFORMATION_GIVEN"));
    }
}
