package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.CallRecording;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.NotYourContact;
import mx.gob.edomex.catgem.contact.PlaybackNeedsAReason;
import mx.gob.edomex.catgem.contact.PlaybackReason;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.LocalDay;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;
import mx.gob.edomex.catgem.shared.TestPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of recordings when something is in the way, and who may do what with them; on the fake exchange. */
class RecordingsTest {

    @RegisterExtension
    static final TestPersistence persistence = TestPersistence.tryout();

    private FakeAri fake;
    private PhoneCentre centre;

    @BeforeEach
    void open() {
        fake = new FakeAri();
        centre = new PhoneCentre(persistence, fake);
        centre.centre.available("asesora01");
    }

    @AfterEach
    void close() throws SQLException {
        centre.close();
        fake.close();
        persistence
                .database()
                .execute("update phone_call set phase = 'ENDED', ended_at = now(), ended_by = 'UNKNOWN'"
                        + " where ended_at is null");
        persistence
                .database()
                .execute("update contact set state = 'FAILED', closed_at = now() where closed_at is null");
        persistence.database().execute("update alert set ended_at = now() where ended_at is null");
        persistence.database().execute("update advisor set presence = 'OFFLINE', points = 0, misses = 0");
    }

    @Test
    void whatCannotBeFetchedIsAskedForAgainAndAfterAFewTimesSomebodyIsTold() throws IOException {
        ContactId call = over();
        fake.refuse("/file", 500);
        for (int i = 0; i < RecordingService.TRIES; i++) {
            centre.collect();
            centre.collect(); // not at once again
            centre.centre.time.pass(Duration.ofSeconds(6));
        }
        assertThat(of(call, "reason || ' ' || tries")).isEqualTo("NOT_FETCHED 5");
        assertThat(alerts("RECORDING_MISSING")).isEqualTo(1);
        assertThat(centre.exchange().recordings()).contains(new AdvisorChannel(call, 1));
        fake.obey();
        centre.centre.time.pass(Duration.ofMinutes(11));
        centre.collect();
        assertThat(of(call, "bytes > 44 and reason is null")).isEqualTo("true");
        assertThat(alerts("RECORDING_MISSING")).isZero();
        assertThat(centre.exchange().recordings()).isEmpty();
    }

    @Test
    void aFileThatIsDeletedAgainIsNotFetchedTwice() throws IOException {
        ContactId call = over();
        fake.refuse("stored/" + new AdvisorChannel(call, 1).recording() + "/file", 500);
        centre.collect();
        fake.obey();
        centre.centre.time.pass(Duration.ofSeconds(6));
        centre.collect();
        String stored = of(call, "stored_at");
        fake.keeps(new AdvisorChannel(call, 1).recording());
        centre.centre.time.pass(Duration.ofSeconds(6));
        centre.collect();
        assertThat(of(call, "stored_at")).isEqualTo(stored);
        assertThat(centre.exchange().recordings()).isEmpty();
    }

    @Test
    void whatTheExchangeHasLostIsAnAlertAndTheReasonOfTheLeg() throws IOException {
        ContactId call = over();
        centre.exchange().forget(new AdvisorChannel(call, 1));
        centre.collect();
        assertThat(of(call, "coalesce(reason, '-')")).isEqualTo("-");
        centre.centre.time.pass(Duration.ofMinutes(3));
        centre.collect();
        assertThat(of(call, "reason")).isEqualTo("LOST_AT_EXCHANGE");
        assertThat(alerts("RECORDING_MISSING")).isEqualTo(1);
    }

    @Test
    void whatAnErasedCitizenSaidIsNotTakenOver() throws IOException {
        ContactId call = over();
        SubjectId subject = centre.does(() -> subject(call));
        centre.centre.run(() -> centre.centre.personalData.erase(subject));
        centre.collect();
        assertThat(of(call, "reason")).isEqualTo("ERASED");
        assertThat(centre.count("select count(*) as n from call_recording_part where contact_id = '" + call + "'"))
                .isZero();
        assertThat(centre.exchange().recordings()).isEmpty();
    }

    @Test
    void anExchangeThatCannotRecordIsAnAlertAndTheCallGoesOn() {
        fake.refuse("/record", 500);
        ContactId call = talks();
        assertThat(of(call, "reason")).isEqualTo("NOT_STARTED");
        assertThat(alerts("RECORDING_MISSING")).isEqualTo(1);
        assertThat(fake.isTalking("asesora01")).isTrue();
    }

    @Test
    void onlyWhoAttendsTheCallPausesItsRecordingAndTheLedgerHasBoth() {
        ContactId call = talks();
        CallRecording recording = centre.recording;
        centre.centre.as("asesora02");
        assertThatThrownBy(() -> centre.centre.run(() -> recording.pause(call))).isInstanceOf(NotYourContact.class);
        centre.centre.as("asesora01");
        centre.centre.run(() -> recording.pause(call));
        centre.centre.run(() -> recording.pause(call));
        carriedOut();
        assertThat(now(call)).contains(new RecordingNow(true, null));
        centre.centre.run(() -> recording.resume(call));
        assertThat(now(call)).contains(new RecordingNow(false, null));
        carriedOut();
        assertThat(fake.commands.stream().filter(one -> one.endsWith("/pause")))
                .containsExactly(
                        "POST /recordings/live/" + new AdvisorChannel(call, 1).recording() + "/pause",
                        "DELETE /recordings/live/" + new AdvisorChannel(call, 1).recording() + "/pause");
        assertThat(centre.centre.text("select string_agg(code || ' ' || staff, ', ' order by id) from event"
                        + " where code like 'RECORDING%' and contact_id = '" + call + "'"))
                .isEqualTo("RECORDING_PAUSED asesora01, RECORDING_RESUMED asesora01");
    }

    @Test
    void aPauseThatTheExchangeRefusesIsAnAlertAndNobodyIsToldThatItIsPaused() {
        ContactId call = talks();
        fake.refuse("/pause", 500);
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.recording.pause(call));
        centre.until(() -> alerts("RECORDING_NOT_PAUSED") == 1);
        assertThat(now(call)).contains(new RecordingNow(false, null));
        fake.obey();
        centre.centre.run(() -> centre.recording.pause(call));
        carriedOut();
        fake.refuse("/pause", 500);
        centre.centre.run(() -> centre.recording.resume(call));
        centre.until(() -> alerts("RECORDING_NOT_RESUMED") == 1);
        assertThat(now(call)).contains(new RecordingNow(true, null));
    }

    @Test
    void theDeskIsToldWhyACallIsNotRecordedAndNothingOnceItIsOver() {
        fake.phones("070", CallLifeContract.NUMBER);
        ContactId call = centre.waits();
        centre.accepts(call, "asesora01");
        centre.until(() -> centre.phase(call) == CallPhase.TALKING);
        centre.centre.as("asesora01");
        assertThat(now(call)).contains(new RecordingNow(false, RecordingReason.NO_NOTICE));
        centre.centre.as("asesora02");
        assertThatThrownBy(() -> now(call)).isInstanceOf(NotYourContact.class);
        centre.centre.as("asesora01");
        fake.deskHangsUp("asesora01");
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK);
        assertThat(now(call)).isEmpty();
    }

    @Test
    void nobodyHearsACallWithoutAReasonAndEachTimeIsOnRecord() {
        ContactId call = over();
        centre.collect();
        long id = centre.does(() -> centre.playback.of(call)).get(0).id();
        assertThatThrownBy(() -> centre.does(() -> centre.playback.play(call, id, null)))
                .isInstanceOf(PlaybackNeedsAReason.class);
        centre.centre.as("coordinadora01");
        centre.does(() -> centre.playback.play(call, id, PlaybackReason.COMPLAINT));
        assertThat(centre.centre.text("select staff || ' ' || reason from event where code = 'RECORDING_PLAYED'"
                        + " and contact_id = '" + call + "'"))
                .isEqualTo("coordinadora01 COMPLAINT");
    }

    @Test
    void theSoundIsHandedOnlyToWhoGaveAReasonAndNotForEver() {
        ContactId call = over();
        centre.collect();
        centre.centre.as("coordinadora01");
        long id = centre.does(() -> centre.playback.of(call)).get(0).id();
        assertThat(centre.does(() -> centre.playback.part(call, id, 0))).isEmpty();
        centre.does(() -> centre.playback.play(call, id, PlaybackReason.QUALITY));
        assertThat(centre.does(() -> centre.playback.part(call, id, 0))).isPresent();
        assertThat(centre.does(() -> centre.playback.part(ContactId.random(), id, 0)))
                .isEmpty();
        centre.centre.as("supervisora");
        assertThat(centre.does(() -> centre.playback.part(call, id, 0))).isEmpty();
        centre.centre.as("coordinadora01");
        centre.centre.time.pass(Duration.ofHours(9));
        assertThat(centre.does(() -> centre.playback.part(call, id, 0))).isEmpty();
        assertThat(centre.does(() -> centre.playback.play(call, id, PlaybackReason.QUALITY))
                        .length())
                .isBetween(Duration.ofMillis(1), Duration.ofMinutes(1));
    }

    @Test
    void aNightFindsTheLegsThatHaveNeitherRecordingNorReason() throws SQLException {
        centre.centre.time.pass(Duration.ofDays(10));
        ContactId call = over();
        centre.collect();
        LocalDay day = LocalDay.of(centre.centre.time.instant(), ZoneId.of("America/Mexico_City"));
        assertThat(checked(day)).isEqualTo("1 0");
        assertThat(alerts("RECORDINGS_INCOMPLETE")).isZero();

        persistence.database().execute("delete from recording_check");
        persistence
                .database()
                .execute("update call_recording set stored_at = null, bytes = null,"
                        + " content_sha256 = null where contact_id = '" + call + "'");
        assertThat(checked(day)).isEqualTo("1 1");
        assertThat(alerts("RECORDINGS_INCOMPLETE")).isEqualTo(1);

        // Spoken on another telephone, as far as the exchange knows.
        persistence.database().execute("delete from recording_check");
        persistence.database().execute("delete from call_recording_part where contact_id = '" + call + "'");
        persistence.database().execute("delete from call_recording where contact_id = '" + call + "'");
        persistence
                .database()
                .execute("update phone_call set ended_at = timestamp '2020-01-01' where contact_id = '" + call + "'");
        assertThat(checked(day)).isEqualTo("1 0");
        assertThat(of(call, "reason")).isEqualTo("OUTSIDE_EXCHANGE");
    }

    private Optional<RecordingNow> now(ContactId call) {
        return centre.does(() -> centre.recording.now(call));
    }

    private String checked(LocalDay day) {
        RecordingDays days = persistence.wire(new RecordingDays(), centre.centre.alerts, centre.centre.time);
        centre.centre.run(() -> days.check(day));
        centre.centre.run(() -> days.check(day));
        return centre.centre.text(
                "select legs || ' ' || missing from recording_check where day = '" + day.date() + "'");
    }

    /** A conversation that is recorded. */
    private ContactId talks() {
        centre.centre.available("asesora01");
        fake.phones("070", CallLifeContract.NUMBER);
        ContactId call = centre.waits();
        centre.noticed(call);
        centre.accepts(call, "asesora01");
        centre.until(() -> centre.phase(call) == CallPhase.TALKING && toDo() == 0);
        return call;
    }

    /** One that is over, whose recording is still at the exchange. */
    private ContactId over() {
        ContactId call = talks();
        ExchangeContract.pause(50);
        fake.deskHangsUp("asesora01");
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK && toDo() == 0);
        return call;
    }

    private void carriedOut() {
        centre.until(() -> toDo() == 0);
    }

    /** What the exchange has not done yet. */
    private int toDo() {
        return centre.count("select count(*) as n from phone_command where done_at is null");
    }

    private SubjectId subject(ContactId call) {
        return Sql.on(
                        persistence.entityManager(),
                        "select subject_id from phone_call where contact_id = '" + call + "'")
                .first(row -> row.subject("subject_id"))
                .orElseThrow();
    }

    private String of(ContactId call, String what) {
        return centre.centre.text("select " + what + " from call_recording where contact_id = '" + call + "'");
    }

    private int alerts(String kind) {
        return centre.count("select count(*) as n from alert where ended_at is null and kind = '" + kind + "'");
    }
}
