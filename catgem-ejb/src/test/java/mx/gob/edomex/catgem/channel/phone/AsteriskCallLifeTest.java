package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.edomex.catgem.channel.phone.flow.WavFixture;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.shared.ContactId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real Asterisk 22, with real SIP telephones. */
class AsteriskCallLifeTest extends CallLifeContract {

    /** Where there is none no test begins, so that none fails for want of it either. */
    @BeforeAll
    static void needsAnExchange() {
        RealExchange.running();
    }

    @Override
    Town town() {
        return RealExchange.running();
    }

    /** Keys as tones of the telephone (RFC 4733), prompts as the exchange has them. */
    @Test
    void aCallWalksThroughTheMenuByItsKeys() {
        centre.menu(true);
        String citizen = RealExchange.running().phonesWithKeys("8006969696", "7221234567");
        citizens.add(citizen);
        hears("idioma");
        town.presses(citizen, "2");
        hears("temas");
        town.presses(citizen, "#");
        centre.until(() -> centre.centre
                .text("select path ->> -1 from phone_path where contact_id = " + newest())
                .contains("WRONG_KEY #"));
        town.presses(citizen, "5");
        hears("espera");
        ContactId call = centre.waits();
        assertThat(centre.centre.text(
                        "select language || ' ' || topic || ' ' || priority from contact where id = '" + call + "'"))
                .isEqualTo("EN EDUCACION NORMAL");
        talk(call, "asesora01");
        town.deskHangsUp("asesora01");
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK);
    }

    /** What the exchange brings along is quiet before a menu of words; a tone is as loud as it was recorded. */
    @Test
    void whatWasRecordedForTheMenuIsHeardAndWithTheNoticeTheTalkIsRecorded() {
        centre.menu(true);
        centre.record(WavFixture.tone(44_100, 2, 1000, 1000, 0.9));
        String citizen = RealExchange.running().phonesAndListens("070", "7221234567");
        citizens.add(citizen);
        hears("temas");
        for (int times = 2; times <= 3; times++) {
            pressesNothing(times);
        }
        ContactId call = centre.waits();
        talk(call, "asesora01");
        assertThat(centre.centre.text(
                        "select notice_version is not null from arrival where contact_id = '" + call + "'"))
                .isEqualTo("true");
        centre.until(() -> centre.centre
                .text("select begun_at is not null from call_recording where contact_id = '" + call + "'")
                .equals("true"));
        town.hangsUp(citizen);
        centre.until(() -> !town.isOnTheLine(citizen));
        Wav heard = RealExchange.running().heard(citizen);
        assertThat(heard.loudest()).as("the tone of 0.9").isBetween(25_000, 32_767);
        assertThat(heard.loudSeconds())
                .as("greeting, notice, language and, three times, topics: a second each")
                .isGreaterThan(5);
    }

    @Test
    void whoTalkedIsAskedByTheExchangeAndAnswersOnTheirTelephone() {
        centre.menu(true);
        centre.record(WavFixture.tone(44_100, 2, 1000, 1000, 0.9));
        String citizen = RealExchange.running().phonesWithKeys("070", "7221234567");
        citizens.add(citizen);
        hears("temas");
        town.presses(citizen, "0");
        ContactId call = centre.waits();
        talk(call, "asesora01");
        town.deskHangsUp("asesora01");
        hears("encuesta");
        assertThat(town.isOnTheLine(citizen)).isTrue();
        town.presses(citizen, "5");
        hears("resuelta");
        town.presses(citizen, "3");
        centre.until(() -> centre.phase(call) == CallPhase.ENDED);
        centre.until(() -> !town.isOnTheLine(citizen));
        assertThat(centre.centre.text("select string_agg(question || ' ' || code, ', ' order by question)"
                        + " from survey_answer where contact_id = '" + call + "'"))
                .isEqualTo("1 S5, 2 NO");
    }

    /** A tone says whether who listens is heard: two seconds of each way of listening, on a line that is never quite still. */
    @Test
    void theCitizenHearsWhoSpeaksInTheCallAndNobodyWhoOnlyHearsOrWhispers() {
        town.desk("asesora01", Town.Desk.HUMS);
        String citizen = RealExchange.running().phonesAndListens("070", NUMBER);
        listensInEachWay(citizen);
        Wav heard = RealExchange.running().heard(citizen);
        System.out.println("the citizen heard " + heard);
        assertThat(heard.seconds()).as("greeting, and the line all the while").isGreaterThan(6);
        assertThat(heard.loudSeconds()).isBetween(1.0, 3.0);
    }

    @Test
    void theAdvisorHearsWhoWhispersOrSpeaksInTheCallAndNobodyWhoOnlyHears() {
        town.desk("asesora01", Town.Desk.LISTENS);
        listensInEachWay(RealExchange.running().phonesAndHums("070", NUMBER));
        Wav heard = RealExchange.running().heardAtDesk("asesora01");
        System.out.println("the advisor heard " + heard);
        assertThat(heard.seconds()).as("the line all the while").isGreaterThan(6);
        assertThat(heard.loudSeconds()).isBetween(3.0, 5.0);
    }

    private void listensInEachWay(String citizen) {
        citizens.add(citizen);
        town.desk("coordinadora1", Town.Desk.SPEAKS);
        ContactId call = centre.waits();
        talk(call, "asesora01");
        for (ListenMode mode : ListenMode.values()) {
            listens(call, mode);
            centre.until(() -> present(call).orElseThrow().mode() == mode
                    && (mode == ListenMode.SPEAK ? talking(call).size() == 3 : hears(call)));
            ExchangeContract.pause(2000);
        }
        town.hangsUp(citizen);
        centre.until(() -> !town.isTalking("asesora01") && !town.isOnTheLine(citizen));
    }

    private void hears(String node) {
        centre.until(() -> node.equals(
                centre.centre.text("select state ->> 'node' from phone_path where contact_id = " + newest())));
    }

    /** Asked for a key so many times; each time what was said is said again, or the call goes on. */
    private void pressesNothing(int times) {
        centre.until(() -> centre.centre
                        .text("select cast(path as text) from phone_path where contact_id = " + newest())
                        .split("SILENCE")
                        .length
                > times);
    }

    private static String newest() {
        return "(select contact_id from phone_path order by began_at desc limit 1)";
    }

    @Test
    void anExchangeThatIsKilledTakesItsCallsWithItAndIsUsedAgainWhenItIsBack() {
        ContactId waiting = waits("070");
        ContactId talking = waits("070");
        talk(talking, "asesora01");
        RealExchange exchange = RealExchange.running();
        exchange.kill();
        centre.until(() -> !centre.board().isConnected());
        town.deskHangsUp("asesora01"); // nobody tells that telephone
        exchange.start();
        centre.until(() -> centre.state(waiting) == ContactState.FAILED);
        centre.until(() -> centre.state(talking) == ContactState.AFTER_CALL_WORK);
        ContactId next = waits("070");
        talk(next, "asesora03");
    }
}
