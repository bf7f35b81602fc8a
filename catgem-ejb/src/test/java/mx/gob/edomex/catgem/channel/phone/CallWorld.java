package mx.gob.edomex.catgem.channel.phone;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.contact.CallListening;
import mx.gob.edomex.catgem.contact.PlaybackReason;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A centre with calls on an exchange, fake or real, for tests of what becomes of them. */
abstract class CallWorld {

    static final String NUMBER = "7221234567";

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    Town town;
    PhoneCentre centre;
    final List<String> citizens = new ArrayList<>();

    abstract Town town();

    @BeforeEach
    void open() {
        town = town();
        centre = new PhoneCentre(persistence, town);
        town.desk("coordinadora1", Town.Desk.PICKS_UP);
        for (String advisor : List.of("asesora01", "asesora02", "asesora03")) {
            town.desk(advisor, Town.Desk.PICKS_UP);
            centre.centre.available(advisor);
        }
    }

    @AfterEach
    void close() throws SQLException {
        citizens.forEach(town::hangsUp);
        centre.until(() -> centre.count("select count(*) as n from phone_call where ended_at is null") == 0);
        centre.close();
        // Nobody waits and nobody has anything in hand, whatever the test left open.
        persistence
                .database()
                .execute("update contact set state = 'FAILED', closed_at = now() where closed_at is null");
        persistence
                .database()
                .execute("update offer set outcome = 'WITHDRAWN', ended_at = now() where outcome is null");
        persistence.database().execute("update advisor set presence = 'OFFLINE', points = 0, misses = 0");
    }

    void listens(ContactId call, ListenMode mode) {
        Folio folio = folio(call);
        centre.centre.as("coordinadora1");
        centre.centre.run(() -> centre.listening.listen(folio, mode));
        centre.board().ring(call);
    }

    Folio folio(ContactId call) {
        return new Folio(centre.centre.text("select folio from contact where id = '" + call + "'"));
    }

    Optional<CallListening.Present> present(ContactId call) {
        Folio folio = folio(call);
        centre.centre.as("coordinadora1");
        return centre.does(() -> centre.listening.of(folio));
    }

    /** The telephone of who listens and the ear that was wanted last, and nothing else. */
    boolean hears(ContactId call) {
        AdvisorChannel phone = listener(call);
        return town.bridged(phone.bridge()).equals(Set.of(phone.id(), earOf(call)));
    }

    AdvisorChannel listener(ContactId call) {
        return new AdvisorChannel(
                call, centre.count("select attempt as n from call_listener where contact_id = '" + call + "'"));
    }

    String earOf(ContactId call) {
        return new Ear(
                        call,
                        centre.count(
                                "select coalesce(ear, 0) as n from call_listener where contact_id = '" + call + "'"))
                .id();
    }

    Set<String> talking(ContactId call) {
        return town.bridged(new AdvisorChannel(call, attempt(call)).bridge());
    }

    String outcome(ContactId call) {
        return centre.centre.text("select coalesce(outcome, '-') from warm_transfer where contact_id = '" + call
                + "' order by asked_at desc, id limit 1");
    }

    /** All three hear each other. */
    void asksIn(ContactId call, String advisor, String colleague) {
        centre.centre.available(colleague);
        centre.centre.time.pass(Duration.ofSeconds(1));
        centre.centre.as(advisor);
        centre.centre.run(() -> centre.centre.transfers.ask(call, colleague, "¿Lo toma usted?"));
        String asked = centre.centre.text(
                "select id from warm_transfer where ended_at is null and contact_id = '" + call + "'");
        centre.centre.as(colleague);
        centre.centre.run(() -> centre.centre.offers.accept(OfferId.of(asked)));
        centre.until(() -> town.isTalking(colleague)
                && town.bridged(new AdvisorChannel(call, attempt(call)).bridge())
                                .size()
                        == 3);
    }

    int attempt(ContactId call) {
        return centre.count("select attempt as n from phone_call where contact_id = '" + call + "'");
    }

    /** A call that waits, to whom the privacy notice was presented. */
    ContactId noticed(String dialled) {
        ContactId call = waits(dialled);
        centre.noticed(call);
        return call;
    }

    void collected(ContactId call, int recordings) {
        centre.until(() -> {
            centre.collect();
            return centre.count(
                            "select count(*) as n from call_recording where stored_at is not null and contact_id = '"
                                    + call + "'")
                    == recordings;
        });
    }

    /** Number, advisor, and the reason or whether it is here, of each leg. */
    String legs(ContactId call) {
        return centre.does(() -> centre.playback.of(call)).stream()
                .map(one -> one.leg() + " " + one.advisor() + " "
                        + (one.reason() != null ? one.reason() : one.bytes() == null ? "-" : "here"))
                .collect(Collectors.joining(", "));
    }

    byte[] heard(ContactId call, int leg) {
        return centre.does(() -> {
            long id = centre.playback.of(call).get(leg - 1).id();
            centre.playback.play(call, id, PlaybackReason.QUALITY);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int number = 0; ; number++) {
                Optional<byte[]> part = centre.playback.part(call, id, number);
                if (part.isEmpty()) {
                    return whole.toByteArray();
                }
                whole.writeBytes(part.get());
            }
        });
    }

    String phones(String dialled) {
        String citizen = town.phones(dialled, NUMBER);
        citizens.add(citizen);
        return citizen;
    }

    ContactId waits(String dialled) {
        phones(dialled);
        return centre.waits();
    }

    void talk(ContactId call, String advisor) {
        centre.accepts(call, advisor);
        talks(call, advisor);
    }

    void talks(ContactId call, String advisor) {
        centre.until(() -> centre.phase(call) == CallPhase.TALKING && town.isTalking(advisor) && hearEachOther(call));
    }

    boolean isInCall(String staff) {
        return centre.does(() -> centre.softphones.isInCall(staff));
    }

    boolean hearEachOther(ContactId call) {
        AdvisorChannel advisor = new AdvisorChannel(call, attempt(call));
        return town.bridged(advisor.bridge()).equals(Set.of(channel(call), advisor.id()));
    }

    boolean hearsMusic(ContactId call) {
        return town.bridged(AriExchange.WAITING).contains(channel(call));
    }

    String channel(ContactId call) {
        return centre.centre.text("select channel from phone_call where contact_id = '" + call + "'");
    }

    int events(ContactId call, String code) {
        return centre.count(
                "select count(*) as n from event where code = '" + code + "' and contact_id = '" + call + "'");
    }

    String presence(String advisor) {
        return centre.centre.text("select presence from advisor where username = '" + advisor + "'");
    }

    String phoneOf(ContactId call) {
        return centre.does(
                () -> centre.centre.personalData.get(caller(call), "phone").orElse(null));
    }

    SubjectId caller(ContactId call) {
        return Sql.on(
                        persistence.entityManager(),
                        "select subject_id from phone_call where contact_id = '" + call + "'")
                .first(row -> row.subject("subject_id"))
                .orElseThrow();
    }
}
