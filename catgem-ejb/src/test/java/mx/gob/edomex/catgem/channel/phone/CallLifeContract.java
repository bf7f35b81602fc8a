package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Entered;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.SubjectId;
import org.junit.jupiter.api.Test;

/**
 * The life of a call in the universal queue, by the services of every other contact, on a real database: on the fake
 * exchange and on the real one.
 */
abstract class CallLifeContract extends CallWorld {

    @Test
    void aCallWaitsIsAcceptedTalksAndIsClosedByTheAdvisor() {
        String citizen = phones("8006969696");
        ContactId call = centre.waits();
        assertThat(centre.state(call)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.centre.text("select channel || ' ' || entry_point from contact where id = '" + call + "'"))
                .isEqualTo("PHONE TEL_800");
        assertThat(phoneOf(call)).isEqualTo("+52" + NUMBER);
        centre.until(() -> hearsMusic(call));

        talk(call, "asesora01");
        assertThat(events(call, "ANSWERED")).isEqualTo(1);
        assertThat(town.isOnTheLine(citizen)).isTrue();
        assertThat(isInCall("asesora01")).isTrue();

        town.deskHangsUp("asesora01");
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK);
        assertThat(isInCall("asesora01")).isFalse();
        centre.until(() -> !town.isOnTheLine(citizen));
        assertThat(centre.centre.points("asesora01")).isEqualTo(100);

        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.desk.close(call, "INFORMATION_GIVEN"));
        assertThat(centre.state(call)).isEqualTo(ContactState.CLOSED);
        assertThat(centre.centre.points("asesora01")).isZero();
    }

    @Test
    void whoHangsUpWhileWaitingHasAbandonedTheQueue() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        town.hangsUp(citizen);
        centre.until(() -> centre.state(call) == ContactState.ABANDONED_IN_QUEUE);
        assertThat(centre.centre.text("select ended_by from phone_call where contact_id = '" + call + "'"))
                .isEqualTo("CITIZEN");
    }

    @Test
    void whoHangsUpWhileItRingsAtADeskCostsTheAdvisorNothing() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        assertThat(centre.centre.offer(call, "asesora01")).isPresent();
        town.hangsUp(citizen);
        centre.until(() -> centre.state(call) == ContactState.ABANDONED_WHILE_ALERTING);
        assertThat(centre.centre.points("asesora01")).isZero();
        assertThat(presence("asesora01")).isEqualTo("AVAILABLE");
    }

    @Test
    void whoHangsUpBeforeIntakeHasOpenedTheContactIsNotOfferedToAnybody() {
        String citizen = phones("070");
        ContactId call = centre.arrives();
        town.hangsUp(citizen);
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
        centre.centre.does(() -> centre.centre.intake.open(call));
        assertThat(centre.state(call)).isEqualTo(ContactState.QUEUED);
        centre.until(() -> centre.state(call) == ContactState.ABANDONED_IN_QUEUE);
    }

    @Test
    void whenTheCitizenHangsUpTheAdvisorIsFreeToClassify() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        talk(call, "asesora01");
        town.hangsUp(citizen);
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK);
        centre.until(() -> !town.isTalking("asesora01"));
    }

    @Test
    void theDeskEndsTheCallAsTheReceiverDoes() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        talk(call, "asesora01");
        centre.centre.run(() -> centre.centre.desk.end(call));
        assertThat(centre.state(call)).isEqualTo(ContactState.AFTER_CALL_WORK);
        centre.until(() -> !town.isOnTheLine(citizen) && !town.isTalking("asesora01"));
    }

    @Test
    void anAdvisorWhoseTelephoneIsBusyIsNotRespondingAndTheCallGoesToAnother() {
        town.desk("asesora02", Town.Desk.BUSY);
        String citizen = phones("070");
        ContactId call = centre.waits();
        centre.accepts(call, "asesora02");
        centre.until(() -> centre.state(call) == ContactState.QUEUED);
        assertThat(presence("asesora02")).isEqualTo("NOT_RESPONDING");
        assertThat(centre.centre.points("asesora02")).isZero();
        assertThat(centre.centre.text("select reason from event where code = 'MISSED' and contact_id = '" + call + "'"))
                .isEqualTo("PHONE_BUSY");
        assertThat(town.isOnTheLine(citizen)).isTrue();
        assertThat(centre.phase(call)).isEqualTo(CallPhase.WAITING);

        talk(call, "asesora03");
        town.deskHangsUp("asesora03");
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK);
    }

    @Test
    void aCallThatIsGivenBackToTheLineGoesToTheNextAdvisorWithTheSameCitizen() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        talk(call, "asesora01");
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.transfers.toTopic(call, "GENERAL", "Pregunta por su acta"));
        centre.until(() -> centre.phase(call) == CallPhase.WAITING && !town.isTalking("asesora01"));
        assertThat(centre.state(call)).isEqualTo(ContactState.QUEUED);
        assertThat(town.isOnTheLine(citizen)).isTrue();
        centre.until(() -> hearsMusic(call));
        talk(call, "asesora03");
    }

    @Test
    void afterAGapConversationsGoOnTheNewAreAdoptedAndWhatEndedIsSaidToHaveFailed() {
        String talking = phones("070");
        ContactId conversation = centre.waits();
        talk(conversation, "asesora01");
        phones("070");
        ContactId patient = centre.waits();
        String leaving = phones("070");
        ContactId gone = centre.waits();

        centre.dies();
        town.hangsUp(leaving);
        phones("8006969696");
        ExchangeContract.until(() -> !town.isOnTheLine(leaving));
        assertThat(town.isTalking("asesora01")).isTrue();
        centre.nextNode();

        ContactId adopted = centre.waits();
        centre.until(() -> centre.state(gone) == ContactState.FAILED);
        assertThat(centre.centre.text("select reason from event where code = 'FAILED' and contact_id = '" + gone + "'"))
                .isEqualTo("UNKNOWN_DURING_OUTAGE");
        assertThat(centre.phase(conversation)).isEqualTo(CallPhase.TALKING);
        assertThat(centre.state(conversation)).isEqualTo(ContactState.IN_PROGRESS);
        assertThat(centre.state(patient)).isEqualTo(ContactState.QUEUED);
        assertThat(hearsMusic(patient)).isTrue();
        assertThat(centre.centre.text("select entry_point from contact where id = '" + adopted + "'"))
                .isEqualTo("TEL_800");
        assertThat(centre.centre.text("select kept || ' ' || lost from phone_gap where epoch = " + centre.epoch()))
                .isEqualTo("2 1");

        // And what is heard from now on is attended to.
        town.hangsUp(talking);
        centre.until(() -> centre.state(conversation) == ContactState.AFTER_CALL_WORK);
        talk(patient, "asesora03");
    }

    @Test
    void whoOwnsTheExchangeNoMoreChangesNothingOnRecord() {
        long old = centre.epoch();
        centre.keep();
        centre.dies();
        centre.nextNode();
        int before = centre.count("select count(*) as n from phone_call");
        assertThatThrownBy(() -> centre.service.entered(new Entered("from-before", "070", NUMBER), old))
                .isInstanceOf(ExchangeNotOurs.class);
        assertThat(centre.count("select count(*) as n from phone_call")).isEqualTo(before);

        ContactId call = waits("070");
        assertThat(centre.centre.offer(call, "asesora01")).isPresent();
        assertThatThrownBy(() -> centre.service.citizenGone(call, old)).isInstanceOf(ExchangeNotOurs.class);
        assertThatThrownBy(() -> centre.service.take(call, old)).isInstanceOf(ExchangeNotOurs.class);
        assertThat(centre.state(call)).isEqualTo(ContactState.OFFERED);
    }

    @Test
    void whatWasSaidIsKeptSealedByLegAndTheExchangeKeepsNothing() throws IOException {
        ContactId call = noticed("070");
        talk(call, "asesora01");
        ExchangeContract.pause(1000);
        centre.collect();
        assertThat(legs(call)).isEqualTo("1 asesora01 -");
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.transfers.toTopic(call, "GENERAL", "Pregunta por su acta"));
        centre.until(() -> centre.phase(call) == CallPhase.WAITING && !town.isTalking("asesora01"));
        talk(call, "asesora03");
        town.deskHangsUp("asesora03");
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK);
        collected(call, 2);

        assertThat(legs(call)).isEqualTo("1 asesora01 here, 2 asesora03 here");
        byte[] first = heard(call, 1);
        assertThat(Wav.read(first).loudest()).isGreaterThan(1000);
        assertThat(Wav.read(first).seconds()).isBetween(0.8, 10.0);
        assertThat(centre.count("select count(*) as n from call_recording where content_sha256 = decode('"
                        + HexFormat.of().formatHex(Sha256.of(first)) + "', 'hex') and bytes = " + first.length))
                .isEqualTo(1);
        assertThat(centre.count("select count(*) as n from call_recording_part where contact_id = '" + call
                        + "' and position('RIFF'::bytea in content_sealed) > 0"))
                .isZero();
        assertThat(centre.exchange().recordings())
                .doesNotContain(new AdvisorChannel(call, 1), new AdvisorChannel(call, 2));

        SubjectId subject = centre.does(() -> caller(call));
        centre.centre.run(() -> centre.centre.personalData.erase(subject));
        assertThatThrownBy(() -> heard(call, 1)).isInstanceOf(RuntimeException.class);
        assertThat(centre.count("select count(*) as n from call_recording_part where contact_id = '" + call
                        + "' and length(content_sealed) > 0"))
                .isZero();
        assertThat(centre.does(() -> centre.playback.of(call)))
                .allMatch(one -> one.bytes() == null && one.reason() == RecordingReason.ERASED);
    }

    @Test
    void aColleagueWhoIsAskedInHearsBothAndGoesOnWithTheCitizen() throws IOException {
        ContactId call = noticed("070");
        talk(call, "asesora01");
        asksIn(call, "asesora01", "asesora02");
        assertThat(isInCall("asesora01") && isInCall("asesora02")).isTrue();
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.transfers.complete(call));
        centre.until(() -> !town.isTalking("asesora01") && hearEachOther(call));
        assertThat(isInCall("asesora01")).isFalse();
        assertThat(town.isTalking("asesora02")).isTrue();
        assertThat(centre.centre.text("select advisor from phone_call where contact_id = '" + call + "'"))
                .isEqualTo("asesora02");
        assertThat(centre.exchange().isRecording(new AdvisorChannel(call, 2))).isTrue();
        ExchangeContract.pause(300);
        town.deskHangsUp("asesora02");
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK);
        collected(call, 2);
        assertThat(legs(call)).isEqualTo("1 asesora01 here, 2 asesora02 here");
    }

    @Test
    void aColleagueWhoIsTakenBackOrHangsUpIsOutOfItAndTheTalkGoesOn() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        talk(call, "asesora01");
        asksIn(call, "asesora01", "asesora02");
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.transfers.takeBack(call));
        centre.until(() -> !town.isTalking("asesora02") && hearEachOther(call));
        assertThat(town.isTalking("asesora01")).isTrue();

        asksIn(call, "asesora01", "asesora02");
        town.deskHangsUp("asesora02");
        centre.until(() -> outcome(call).equals("COLLEAGUE_LEFT") && hearEachOther(call));
        assertThat(centre.state(call)).isEqualTo(ContactState.IN_PROGRESS);

        asksIn(call, "asesora01", "asesora02");
        town.hangsUp(citizen);
        centre.until(() -> !town.isTalking("asesora01") && !town.isTalking("asesora02"));
        assertThat(outcome(call)).isEqualTo("CONTACT_LEFT");
    }

    @Test
    void whoIsAskedInStaysInItThroughAGap() {
        ContactId call = waits("070");
        talk(call, "asesora01");
        asksIn(call, "asesora01", "asesora02");
        centre.dies();
        centre.nextNode();
        centre.keep();
        assertThat(town.isTalking("asesora02")).isTrue();
        centre.dies();
        town.deskHangsUp("asesora02");
        centre.nextNode();
        centre.until(() -> outcome(call).equals("COLLEAGUE_LEFT"));
        assertThat(centre.phase(call)).isEqualTo(CallPhase.TALKING);
    }

    @Test
    void whoLeadsTheCentreHearsTheCallSpeaksInItAndLeavesAndTheTalkGoesOn() {
        ContactId call = waits("070");
        talk(call, "asesora01");
        listens(call, ListenMode.HEAR);
        centre.until(() -> hears(call) && hearEachOther(call));
        assertThat(town.isTalking("coordinadora1") && isInCall("coordinadora1")).isTrue();
        String first = earOf(call);
        listens(call, ListenMode.WHISPER);
        centre.until(() -> hears(call) && hearEachOther(call));
        assertThat(earOf(call)).isNotEqualTo(first);
        listens(call, ListenMode.SPEAK);
        centre.until(() -> talking(call).size() == 3);
        assertThat(town.bridged(listener(call).bridge())).isEmpty();
        listens(call, ListenMode.HEAR);
        centre.until(() -> hears(call) && hearEachOther(call));

        String bridge = listener(call).bridge();
        Folio folio = folio(call);
        centre.centre.as("coordinadora1");
        centre.centre.run(() -> centre.listening.leave(folio));
        centre.until(
                () -> !town.isTalking("coordinadora1") && town.bridged(bridge).isEmpty());
        assertThat(isInCall("coordinadora1")).isFalse();
        assertThat(hearEachOther(call)).isTrue();
        assertThat(centre.centre.text("select string_agg(code || ' ' || staff, ', ' order by id) from event"
                        + " where left(code, 5) = 'CALL_' and contact_id = '" + call + "'"))
                .isEqualTo("CALL_HEAR coordinadora1, CALL_WHISPER coordinadora1, CALL_SPEAK coordinadora1,"
                        + " CALL_HEAR coordinadora1, CALL_LEFT coordinadora1");
    }

    @Test
    void whoListensIsOutOfTheCallWhenTheyHangUpWhenItEndsAndWhenTheirTelephoneIsBusy() {
        ContactId call = waits("070");
        talk(call, "asesora01");
        listens(call, ListenMode.HEAR);
        centre.until(() -> hears(call));
        town.deskHangsUp("coordinadora1");
        centre.until(() -> present(call).isEmpty());
        assertThat(events(call, "CALL_LEFT")).isEqualTo(1);
        assertThat(hearEachOther(call)).isTrue();

        town.desk("coordinadora1", Town.Desk.BUSY);
        listens(call, ListenMode.HEAR);
        centre.until(() -> present(call).isEmpty());
        town.desk("coordinadora1", Town.Desk.PICKS_UP);

        listens(call, ListenMode.SPEAK);
        centre.until(() -> talking(call).size() == 3);
        town.deskHangsUp("asesora01");
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK && !town.isTalking("coordinadora1"));
        assertThat(present(call)).isEmpty();
    }

    @Test
    void whoListensGoesOnListeningThroughAGapAndWhenAColleagueTakesTheCall() {
        ContactId call = waits("070");
        talk(call, "asesora01");
        listens(call, ListenMode.HEAR);
        centre.until(() -> hears(call));
        centre.dies();
        centre.nextNode();
        centre.keep();
        assertThat(hears(call)).isTrue();

        asksIn(call, "asesora01", "asesora02");
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.transfers.complete(call));
        centre.until(() -> !town.isTalking("asesora01") && hearEachOther(call) && hears(call));
        assertThat(town.isTalking("asesora02")).isTrue();
    }

    @Test
    void whoWasPresentedNoNoticeIsNotRecordedAndTheLegSaysSo() throws IOException {
        ContactId call = waits("070");
        talk(call, "asesora01");
        assertThat(centre.exchange().isRecording(new AdvisorChannel(call, 1))).isFalse();
        assertThat(legs(call)).isEqualTo("1 asesora01 NO_NOTICE");
    }

    @Test
    void whatIsRecordedWhileNoNodeIsThereIsFetchedByTheNext() throws IOException {
        ContactId call = noticed("070");
        talk(call, "asesora01");
        centre.dies();
        assertThat(centre.exchange().isRecording(new AdvisorChannel(call, 1))).isTrue();
        town.deskHangsUp("asesora01");
        ExchangeContract.pause(200);
        centre.nextNode();
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
        assertThat(centre.exchange().recordings()).contains(new AdvisorChannel(call, 1));
        centre.dies();
        centre.nextNode();
        collected(call, 1);
        assertThat(Wav.read(heard(call, 1)).seconds()).isPositive();
    }
}
