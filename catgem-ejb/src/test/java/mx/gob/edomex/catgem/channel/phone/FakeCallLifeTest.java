package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        assertThat(centre.does(() -> reports.of(1, before, before.plusSeconds(3600))))
                .extracting(
                        DropOffs.Line::node,
                        DropOffs.Line::calls,
                        DropOffs.Line::left,
                        DropOffs.Line::silent,
                        DropOffs.Line::wrong)
                .contains(tuple("idioma", 1, 0, 1, 0), tuple("temas", 1, 1, 0, 1));
        assertThat(centre.does(() -> reports.total(1, before, before.plusSeconds(3600))))
                .extracting(DropOffs.Total::calls, DropOffs.Total::left)
                .containsExactly(1, 1);
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
