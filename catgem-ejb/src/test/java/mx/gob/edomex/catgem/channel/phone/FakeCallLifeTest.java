package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.channel.WaitBand;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Entered;
import mx.gob.edomex.catgem.channel.phone.flow.DropOffs;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import org.junit.jupiter.api.Test;

class FakeCallLifeTest extends CallLifeContract {

    private FakeAri fake;

    @Override
    Town town() {
        fake = new FakeAri();
        return fake;
    }

    @Test
    void theCallIsMarkedBeforeItIsAnswered() {
        String citizen = phones("070");
        ContactId call = centre.arrives();
        String channel = "POST /channels/" + citizen + "/";
        assertThat(fake.mark(citizen)).isEqualTo(call.toString());
        assertThat(fake.commands.stream().filter(one -> one.startsWith(channel)))
                .containsSubsequence(channel + "variable", channel + "answer");
    }

    @Test
    void whoHangsUpDuringTheGreetingNeverWasInTheLine() {
        fake.holdPrompts();
        String citizen = phones("070");
        centre.until(() -> fake.commands.stream().anyMatch(one -> one.contains("/play/")));
        town.hangsUp(citizen);
        centre.until(() -> centre.count("select count(*) as n from phone_call where ended_at is null") == 0);
        assertThat(centre.centre.text("select count(*) from arrival where external_id = '" + citizen
                        + "' and received_at >= '" + centre.centre.time.instant() + "'"))
                .isEqualTo("0");
    }

    @Test
    void aPromptThatCannotBePlayedKeepsNobodyFromTheLine() {
        fake.refuse("/play/", 500);
        assertThat(centre.state(waits("070"))).isEqualTo(ContactState.QUEUED);
    }

    @Test
    void whatCollidedWithAnotherTransactionIsAttendedToAgain() {
        centre.collides();
        assertThat(centre.state(waits("070"))).isEqualTo(ContactState.QUEUED);
    }

    @Test
    void whatAnotherNodeHeardIsNoGapOfThisOne() {
        centre.keep();
        centre.ownsAnew();
        centre.keep();
        assertThat(centre.count(
                        "select count(*) as n from phone_gap where began_at is null and epoch = " + centre.epoch()))
                .isEqualTo(1);
    }

    @Test
    void whatIsHeardTwiceHappensOnce() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        centre.service.entered(new Entered(citizen, "070", "7221234567"), centre.epoch());
        centre.service.promptOver(call, centre.epoch());
        talk(call, "asesora01");
        centre.service.pickedUp(new AdvisorChannel(call, 1), centre.epoch());
        centre.keep();
        assertThat(centre.phase(call)).isEqualTo(CallPhase.TALKING);
        assertThat(centre.count(
                        "select count(*) as n from phone_command where kind = 'CALL' and contact_id = '" + call + "'"))
                .isEqualTo(1);
        assertThat(fake.bridged(new AdvisorChannel(call, 1).bridge()))
                .containsExactlyInAnyOrder(citizen, new AdvisorChannel(call, 1).id());
    }

    @Test
    void aNumberNobodyKnowsIsServedAndSomebodyIsTold() {
        ContactId call = waits("9999");
        assertThat(centre.state(call)).isEqualTo(ContactState.QUEUED);
        assertThat(centre.centre.text(
                        "select detail from alert where kind = 'DIALLED_NUMBER_UNKNOWN' and ended_at is null"))
                .isEqualTo("9999");
    }

    @Test
    void aSilentTelephoneRingsUntilTheCitizenGivesUp() {
        town.desk("asesora02", Town.Desk.SILENT);
        String citizen = phones("070");
        ContactId call = centre.waits();
        centre.accepts(call, "asesora02");
        String phone = new AdvisorChannel(call, 1).id();
        centre.until(() -> fake.channels().contains(phone));
        assertThat(centre.phase(call)).isEqualTo(CallPhase.CALLING);
        town.hangsUp(citizen);
        centre.until(() -> !fake.channels().contains(phone));
        assertThat(centre.state(call)).isEqualTo(ContactState.AFTER_CALL_WORK);
    }

    @Test
    void whatWasWantedWhileTheLineWasCutIsDoneWhenItIsBack() {
        String citizen = phones("070");
        ContactId call = centre.waits();
        fake.down(false);
        fake.cut();
        centre.accepts(call, "asesora01");
        centre.until(() -> centre.phase(call) == CallPhase.TALKING);
        assertThat(town.isOnTheLine(citizen)).isTrue();
    }

    @Test
    void anExchangeThatLosesAllItsCallsIsFoundOutAndTold() {
        ContactId waiting = waits("070");
        fake.down(true);
        centre.until(() -> !centre.board().isConnected());
        fake.down(false);
        centre.until(() -> centre.state(waiting) == ContactState.FAILED);
    }

    @Test
    void whoIsReplacedAsListenerActsNoMoreUntilItOwnsTheExchangeAnew() throws IOException {
        centre.keep();
        EventStream other = new AriExchange(town.settings()).listen(event -> {});
        ExchangeContract.until(() -> isRefused());
        assertThat(centre.board().isConnected()).isFalse();
        other.close();
        centre.nextNode();
        centre.keep();
        assertThat(centre.board().isConnected()).isTrue();
    }

    @Test
    void silenceInTheMenuIsTheGeneralLineAndThePathIsOnRecord() {
        centre.menu(true);
        ContactId call = waits("070");
        assertThat(centre.state(call)).isEqualTo(ContactState.QUEUED);
        assertThat(topic(call)).isEqualTo("ES GENERAL NORMAL");
        assertThat(path(call))
                .isEqualTo("saludo START, aviso NEXT, idioma NEXT, temas SILENCE, temas SILENCE, temas SILENCE,"
                        + " general SILENCE, espera NEXT, devolucion NEXT, fila NEXT");
        talk(call, "asesora01");
    }

    @Test
    void keysLeadToLanguageAndTopicAndWhatWasSaidIsCutShort() {
        String citizen = inTheMenu();
        fake.promptEnds();
        at("aviso");
        fake.promptEnds();
        at("idioma");
        fake.presses(citizen, "2");
        at("temas");
        fake.presses(citizen, "5");
        at("espera");
        fake.promptEnds();
        assertThat(topic(centre.waits())).isEqualTo("EN EDUCACION NORMAL");
        assertThat(fake.commands.stream().filter(one -> one.startsWith("DELETE /playbacks/")))
                .hasSize(2);
    }

    @Test
    void whoRefusedInTheMenuIsNotRecorded() {
        String citizen = inTheMenu();
        fake.promptEnds();
        at("aviso");
        fake.presses(citizen, "8");
        centre.until(
                () -> centre.count("select count(*) as n from phone_path where state ->> 'refused' = 'true'") == 1);
        while (centre.count("select count(*) as n from phone_call where queued_at is null and ended_at is null") > 0) {
            fake.promptEnds();
            centre.keep();
        }
        ContactId call = centre.waits();
        centre.noticed(call);
        talk(call, "asesora01");
        assertThat(legs(call)).isEqualTo("1 asesora01 REFUSED");
        assertThat(fake.commands).noneMatch(one -> one.endsWith("/record"));
    }

    @Test
    void anEmergencyGoesBeforeAllOthers() {
        String citizen = toTheTopics();
        fake.presses(citizen, "9");
        at("emergencia");
        fake.promptEnds();
        assertThat(topic(centre.waits())).isEqualTo("ES JUSTICIA URGENT");
    }

    @Test
    void whoHangsUpInTheMenuHasLeftFromThereAndTheReportSaysSo() {
        Instant before = centre.centre.time.instant();
        String citizen = toTheTopics();
        fake.presses(citizen, "*");
        centre.until(() -> path(ExchangeEvent.contactOf(citizen)).endsWith("WRONG_KEY *"));
        town.hangsUp(citizen);
        centre.until(() -> centre.count("select count(*) as n from phone_call where ended_at is null") == 0);
        assertThat(centre.centre.text("select state ->> 'end' from phone_path where contact_id = '"
                        + ExchangeEvent.contactOf(citizen) + "'"))
                .isEqualTo("LEFT");
        DropOffs reports = persistence.wire(new DropOffs());
        int version = version(ExchangeEvent.contactOf(citizen));
        assertThat(centre.does(() -> reports.of(version, before, before.plusSeconds(3600))))
                .extracting(
                        DropOffs.Line::node,
                        DropOffs.Line::calls,
                        DropOffs.Line::left,
                        DropOffs.Line::silent,
                        DropOffs.Line::wrong)
                .contains(tuple("idioma", 1, 0, 1, 0), tuple("temas", 1, 1, 0, 1));
        assertThat(centre.does(() -> reports.total(version, before, before.plusSeconds(3600))))
                .extracting(DropOffs.Total::calls, DropOffs.Total::left)
                .containsExactly(1, 1);
    }

    @Test
    void whoTalkedIsAskedByKeysAndTheScoreIsOfWhoAttended() {
        ContactId call = asked();
        assertThat(centre.state(call)).as("the advisor classifies meanwhile").isEqualTo(ContactState.AFTER_CALL_WORK);
        fake.presses(citizenOf(call), "4");
        at("resuelta");
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.desk.close(call, "INFORMATION_GIVEN"));
        assertThat(town.isOnTheLine(citizenOf(call)))
                .as("closing does not cut it")
                .isTrue();
        fake.presses(citizenOf(call), "1");
        at("adios");
        fake.promptEnds();
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
        assertThat(town.isOnTheLine(citizenOf(call))).isFalse();
        assertThat(answers(call)).isEqualTo("1 S4, 2 YES");
        assertThat(centre.centre.text(
                        "select advisor || ' ' || channel from survey_invitation where contact_id = '" + call + "'"))
                .isEqualTo("asesora01 PHONE");
        assertThat(centre.centre.text("select string_agg(code || coalesce(' ' || reason, ''), ', ' order by id)"
                        + " from event where code like 'SURVEY%' and kind = 'SYSTEM' and contact_id = '" + call + "'"))
                .isEqualTo("SURVEY_OFFERED, SURVEY_ANSWERED S4");
        assertThat(centre.centre.text("select string_agg(code || ' ' || step_kind, ', ' order by k) from event"
                        + " where execution_id = '" + call + "' and code in ('SURVEY', 'CLOSE')"))
                .isEqualTo("SURVEY END, CLOSE END");
        assertThat(path(call)).endsWith("fila NEXT, encuesta TALK_OVER, resuelta KEY 4, adios KEY 1");
    }

    @Test
    void whoHangsUpInTheSurveyHasSaidWhatTheySaidAndTheContactKnowsNothingOfIt() {
        ContactId call = asked();
        fake.presses(citizenOf(call), "2");
        at("resuelta");
        town.hangsUp(citizenOf(call));
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
        assertThat(answers(call)).isEqualTo("1 S2");
        assertThat(centre.state(call)).isEqualTo(ContactState.AFTER_CALL_WORK);
        assertThat(centre.count("select count(*) as n from alert where kind = 'SURVEY_DISSATISFIED' and contact_id = '"
                        + call + "'"))
                .isEqualTo(1);
        assertThat(centre.centre.text("select (state -> 'survey' ->> 'end') || ' ' || (state ->> 'end') from phone_path"
                        + " where contact_id = '" + call + "'"))
                .isEqualTo("LEFT QUEUED");
    }

    @Test
    void whatIsAnsweredTooLateIsLetGoAndTheCallEndsAsEver() {
        ContactId call = asked();
        centre.centre.time.pass(Duration.ofMinutes(20));
        fake.presses(citizenOf(call), "5");
        at("resuelta");
        fake.presses(citizenOf(call), "1");
        at("adios");
        fake.promptEnds();
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
        assertThat(centre.count("select count(*) as n from survey_answer where contact_id = '" + call + "'"))
                .isZero();
    }

    @Test
    void theSurveyGoesOnWhenAnotherNodeTakesTheExchange() {
        ContactId call = asked();
        centre.dies();
        fake.promptEnds();
        centre.nextNode();
        centre.until(() -> path(call).endsWith("encuesta TALK_OVER, encuesta SILENCE"));
        at("encuesta");
        fake.presses(citizenOf(call), "5");
        at("resuelta");
        assertThat(town.isOnTheLine(citizenOf(call))).isTrue();
    }

    @Test
    void whoEndsOnTheDeskLeavesTheCitizenToTheSurvey() {
        ContactId call = talksAfterTheMenu();
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.desk.end(call));
        at("encuesta");
        centre.until(() -> !town.isTalking("asesora01"));
        assertThat(town.isOnTheLine(citizenOf(call))).isTrue();
        assertThat(town.bridged(new AdvisorChannel(call, 1).bridge())).isEmpty();
    }

    @Test
    void whoHearsOnlyStandInsIsNotAsked() {
        centre.recordedAs();
        ContactId call = waitsAfterTheMenu();
        talk(call, "asesora01");
        town.deskHangsUp("asesora01");
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
        centre.centre.as("asesora01");
        centre.centre.run(() -> centre.centre.desk.close(call, "INFORMATION_GIVEN"));
        assertThat(centre.centre.text(
                        "select reason from event where code = 'SURVEY_NOT_OFFERED' and contact_id = '" + call + "'"))
                .isEqualTo("NO_WAY_BACK");
    }

    @Test
    void whoIsAbusiveIsNotAsked() {
        ContactId abusive = talksAfterTheMenu();
        centre.centre.as("asesora01");
        for (int i = 0; i < 3; i++) {
            centre.centre.does(() -> centre.centre.desk.abuse(abusive));
        }
        centre.until(() -> centre.phase(abusive) == CallPhase.ENDED);
        assertThat(centre.count("select count(*) as n from survey_invitation where contact_id = '" + abusive + "'"))
                .isZero();
    }

    /** What lies between the menu and the survey is no time in the menu. */
    @Test
    void theReportOfTheMenuKnowsWhoLeftInTheSurvey() {
        Instant before = centre.centre.time.instant();
        ContactId call = asked();
        town.hangsUp(citizenOf(call));
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
        int version = version(call);
        DropOffs reports = persistence.wire(new DropOffs());
        assertThat(centre.does(() -> reports.of(version, before, before.plusSeconds(3600))))
                .extracting(DropOffs.Line::node, DropOffs.Line::calls, DropOffs.Line::left, DropOffs.Line::seconds)
                .contains(tuple("fila", 1, 0, 0), tuple("encuesta", 1, 1, 0));
        assertThat(centre.does(() -> reports.total(version, before, before.plusSeconds(3600))))
                .extracting(DropOffs.Total::queued, DropOffs.Total::left)
                .containsExactly(1, 0);
    }

    private ContactId waitsAfterTheMenu() {
        centre.menu(true);
        return waits("070");
    }

    private ContactId talksAfterTheMenu() {
        centre.recordedAs("beep");
        ContactId call = waitsAfterTheMenu();
        talk(call, "asesora01");
        fake.holdPrompts();
        return call;
    }

    /** The advisor has hung up, and the first question is being said. */
    private ContactId asked() {
        ContactId call = talksAfterTheMenu();
        centre.centre.time.pass(Duration.ofMinutes(3));
        town.deskHangsUp("asesora01");
        at("encuesta");
        return call;
    }

    private String citizenOf(ContactId call) {
        return centre.centre.text("select channel from phone_call where contact_id = '" + call + "'");
    }

    private int version(ContactId call) {
        return centre.count("select flow_version as n from phone_path where contact_id = '" + call + "'");
    }

    private String answers(ContactId call) {
        return centre.centre.text("select string_agg(question || ' ' || code, ', ' order by question)"
                + " from survey_answer where contact_id = '" + call + "'");
    }

    @Test
    void whoAcceptsTheCallbackIsPhonedAndNobodyHasLeft() {
        String citizen = acceptsTheCallback();
        town.hangsUp(citizen);
        centre.until(() -> centre.count("select count(*) as n from phone_call where ended_at is null") == 0);
        ContactId call = ExchangeEvent.contactOf(citizen);
        centre.centre.does(() -> centre.centre.intake.open(call));
        centre.keep();
        assertThat(centre.state(call)).isEqualTo(ContactState.CALLBACK_SCHEDULED);
    }

    /** What the person once said is not where they can be reached now. */
    @Test
    void theCallbackGoesToTheNumberThatPhoned() {
        String citizen = inTheMenu();
        ContactId call = ExchangeEvent.contactOf(citizen);
        centre.centre.run(() -> centre.centre.personalData.put(caller(call), "phone", "+527229999999"));
        try {
            acceptsTheCallback(citizen);
            String number = centre.does(() -> Sql.on(
                            persistence.entityManager(),
                            "select subject_id, number_sealed from callback where contact_id = '" + call + "'")
                    .first(row -> centre.centre
                            .personalData
                            .openText(row.subject("subject_id"), row.bytes("number_sealed"))
                            .orElseThrow())
                    .orElseThrow());
            assertThat(number).isEqualTo("+52" + NUMBER);
        } finally {
            centre.centre.run(() -> centre.centre.personalData.put(caller(call), "phone", "+52" + NUMBER));
        }
    }

    @Test
    void aFarewellIsHeardToItsEndWhoeverAttendsTheContactMeanwhile() {
        ContactId call = ExchangeEvent.contactOf(acceptsTheCallback());
        centre.centre.does(() -> centre.centre.intake.open(call));
        int wanted = centre.count("select count(*) as n from phone_command");
        centre.centre.run(() -> centre.gateway.attended(call, "Ana", false));
        assertThat(centre.phase(call)).isEqualTo(CallPhase.LEAVING);
        centre.centre.run(() -> centre.gateway.overflowed(call));
        assertThat(centre.count("select count(*) as n from phone_command"))
                .as("asked of the exchange")
                .isEqualTo(wanted);
        fake.promptEnds();
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
    }

    @Test
    void thatAllLinesAreFullIsHeardToItsEndAlsoAfterTheMenu() {
        String citizen = toTheTopics();
        fake.presses(citizen, "5");
        at("espera");
        fake.promptEnds();
        ContactId call = centre.waits();
        int last = centre.count(
                "select cast(state ->> 'step' as int) as n from phone_path where contact_id = '" + call + "'");
        centre.centre.run(() -> centre.gateway.overflowed(call));
        centre.until(() -> fake.isPlaying(new ExchangeEvent.PromptOver(call, Prompt.FULL)));

        centre.service.spoken(call, last, centre.epoch());
        assertThat(centre.phase(call)).as("a menu heard late").isEqualTo(CallPhase.LEAVING);
        centre.dies();
        centre.nextNode();
        centre.keep();
        centre.keep();
        assertThat(centre.phase(call)).as("the exchange heard again").isEqualTo(CallPhase.LEAVING);
        fake.promptEnds();
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
    }

    private String acceptsTheCallback() {
        return acceptsTheCallback(inTheMenu());
    }

    /** It bids farewell. */
    private String acceptsTheCallback(String citizen) {
        LocalDate day = LocalDate.now(ZoneId.of("America/Mexico_City"));
        centre.centre.time.set(day.plusDays(1)
                .atTime(11, 0)
                .atZone(ZoneId.of("America/Mexico_City"))
                .toInstant());
        centre.expects(WaitBand.Band.OVER_10);
        toTheTopics(citizen);
        fake.presses(citizen, "0");
        at("espera");
        fake.promptEnds();
        at("devolucion");
        fake.presses(citizen, "1");
        centre.until(() -> centre.phase(ExchangeEvent.contactOf(citizen)) == CallPhase.LEAVING);
        return citizen;
    }

    @Test
    void aMenuThatCannotBePlayedKeepsNobodyFromTheLine() {
        centre.menu(true);
        fake.refuse("/play/", 500);
        assertThat(centre.state(waits("070"))).isEqualTo(ContactState.QUEUED);
    }

    @Test
    void aMenuThatNobodyHeardForAWhileGoesOn() {
        String citizen = toTheTopics();
        centre.dies();
        fake.promptEnds();
        centre.nextNode();
        centre.until(() -> path(ExchangeEvent.contactOf(citizen)).endsWith("temas SILENCE, temas SILENCE"));
        at("temas");
    }

    private String inTheMenu() {
        centre.menu(true);
        fake.holdPrompts();
        String citizen = phones("070");
        at("saludo");
        return citizen;
    }

    private String toTheTopics() {
        return toTheTopics(inTheMenu());
    }

    private String toTheTopics(String citizen) {
        for (String next : List.of("aviso", "idioma", "temas")) {
            fake.promptEnds();
            at(next);
        }
        return citizen;
    }

    /** Until the newest call hears what this node says. */
    private void at(String node) {
        centre.until(() -> centre.count("select count(*) as n from phone_path p join phone_call c using (contact_id)"
                                + " where c.ended_at is null and p.state ->> 'node' = '" + node + "'")
                        == 1
                && centre.count("select count(*) as n from phone_command where done_at is null") == 0);
    }

    private String topic(ContactId call) {
        return centre.centre.text(
                "select language || ' ' || topic || ' ' || priority from arrival where contact_id = '" + call + "'");
    }

    private String path(ContactId call) {
        return centre.centre.text("select string_agg(s.node || ' ' || s.by, ', ') from phone_path p"
                + " cross join jsonb_to_recordset(p.path) as s (node text, by text) where p.contact_id = '"
                + call + "'");
    }

    private boolean isRefused() {
        try {
            centre.board().keep(centre.epoch());
            return false;
        } catch (ExchangeNotOurs e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a call on the exchange all is as it was: the advisor dials. */
    @Test
    void aCallbackAsksNothingOfTheExchange() {
        int before = centre.count("select count(*) as n from phone_command");
        ContactId callback =
                centre.centre.aQueued(Channel.PHONE, Priority.NORMAL, "GENERAL", centre.centre.time.instant());
        centre.accepts(callback, "asesora01");
        centre.centre.run(() -> centre.centre.desk.end(callback));
        assertThat(centre.count("select count(*) as n from phone_command")).isEqualTo(before);
    }
}
