package mx.gob.edomex.catgem.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.NewArrival;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.contact.WaitingContact.Preferred;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LastAdvisorsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private final CentreFixture centre = new CentreFixture(persistence);
    private final Instant now = wholeSecond();

    @Test
    void whoAttendedTheCitizenIsAskedFirstForFifteenSecondsAndTheContactLeavesItsLine() {
        centre.available("asesora21");
        ContactId before = centre.aChatWith("asesora21");
        ContactId again = heardAgain(before, Channel.CHAT, false);
        assertThat(waiting(again).preferred()).isEqualTo(new Preferred("asesora21", now.plusSeconds(15)));
    }

    @Test
    void aMailOnTheSameMatterWaitsUntilTheEndOfTheShift() {
        centre.available("asesora22");
        ContactId before = centre.aChatWith("asesora22");
        centre.run(() -> persistence
                .entityManager()
                .createNativeQuery("delete from duty where username = 'asesora22'")
                .executeUpdate());
        assertThat(waiting(heardAgain(before, Channel.EMAIL, true)).preferred().until())
                .as("outside of any shift")
                .isEqualTo(now.plusSeconds(15));
        centre.run(() -> persistence
                .entityManager()
                .createNativeQuery(
                        """
                        insert into duty (username, day, shift)
                        select 'asesora22', cast(now() at time zone 'America/Mexico_City' as date) - d, code
                        from shift, generate_series(0, 1) as d where code in ('MORNING', 'EVENING', 'NIGHT')
                        """)
                .executeUpdate());
        assertThat(waiting(heardAgain(before, Channel.EMAIL, true)).preferred().until())
                .isBetween(now.plusSeconds(15), now.plus(Duration.ofHours(8)))
                .isEqualTo(centre.does(() -> centre.staffing.shiftEnd("asesora22", now))
                        .orElseThrow());
    }

    @Test
    void whoeverIsNewWaitsInTheLine() {
        ContactId contact = centre.aQueuedChat();
        assertThat(centre.text("select returned from contact where id = '" + contact + "'"))
                .isEqualTo("false");
        assertThat(centre.text("select preferred_advisor from contact where id = '" + contact + "'"))
                .isNull();
    }

    @Test
    void whoGaveItBackIsNotPreferredAnyMore() {
        centre.available("asesora23");
        ContactId again = heardAgain(centre.aChatWith("asesora23"), Channel.CHAT, true);
        var offer = centre.offer(again, "asesora23").orElseThrow();
        centre.as("asesora23");
        centre.run(() -> centre.offers.reject(offer, "BUSY"));
        assertThat(waiting(again).preferred()).isNull();
        assertThat(waiting(again).excluded()).containsExactly("asesora23");
    }

    /** The database keeps less of a second than the clock gives. */
    private Instant wholeSecond() {
        Instant started = centre.time.instant();
        centre.time.pass(Duration.between(
                started, started.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)));
        return centre.time.instant();
    }

    private WaitingContact waiting(ContactId id) {
        List<WaitingContact> returned = centre.returned();
        return returned.stream()
                .filter(contact -> contact.contact().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ContactId heardAgain(ContactId before, Channel channel, boolean sameMatter) {
        ContactId id = ContactId.random();
        SubjectId subject = SubjectId.of(centre.text("select subject_id from contact where id = '" + before + "'"));
        MatterId matter = MatterId.of(centre.text("select matter_id from contact where id = '" + before + "'"));
        centre.run(() -> centre.arrivals.record(new NewArrival(
                id,
                channel,
                channel == Channel.EMAIL ? "MAIL_CATGEM" : "CHAT_WEB",
                Language.ES,
                "GENERAL",
                Priority.NORMAL,
                subject,
                sameMatter ? matter : null,
                "Acta de nacimiento",
                null,
                now,
                "2026-01")));
        centre.does(() -> centre.intake.open(id));
        return id;
    }
}
