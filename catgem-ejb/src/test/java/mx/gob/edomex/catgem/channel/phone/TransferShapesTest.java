package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.shared.ContactId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Calls that are given on in many ways on a real Asterisk: the citizen is in each talk, and each leg has its recording. A letter is a step: T to a topic, A to an advisor, W to one who was asked in, B asked in and taken back, L
 * asked in and left by themselves, P first to a telephone that nobody picks up and then to a topic's next.
 */
class TransferShapesTest extends CallWorld {

    private static final List<String> SHAPES = List.of(
            "", "T", "A", "W", "B", "L", "P", "TT", "TA", "TW", "AT", "AA", "AW", "WT", "WA", "WW", "BW", "LT", "TAW",
            "WBA");

    /** Each with what there is of it. */
    private final List<String> expected = new ArrayList<>();

    private final List<String> attended = new ArrayList<>();

    @BeforeAll
    static void needsAnExchange() {
        RealExchange.running();
    }

    @Override
    Town town() {
        return RealExchange.running();
    }

    /** All phone at once, for each is greeted first; then one after the other is attended. */
    @Test
    void theCitizenStaysAndEachLegHasItsRecording() throws IOException {
        List<ContactId> waiting = new ArrayList<>();
        SHAPES.forEach(shape -> phones("070"));
        while (waiting.size() < SHAPES.size()) {
            ContactId call = centre.waits();
            centre.noticed(call);
            waiting.add(call);
        }
        for (int i = 0; i < SHAPES.size(); i++) {
            attended.clear();
            expected.clear();
            isGivenOn(waiting.get(i), SHAPES.get(i));
        }
    }

    private void isGivenOn(ContactId call, String shape) throws IOException {
        centre.centre.available("asesora01");
        centre.centre.time.pass(Duration.ofSeconds(1));
        talk(call, "asesora01");
        attends("asesora01");
        for (int i = 0; i < shape.length(); i++) {
            ExchangeContract.pause(300);
            step(call, shape.charAt(i));
        }
        ExchangeContract.pause(300);
        town.deskHangsUp(attends());
        centre.until(() -> centre.state(call) == ContactState.AFTER_CALL_WORK);
        centre.centre.as(attends());
        centre.centre.run(() -> centre.centre.desk.close(call, "INFORMATION_GIVEN"));
        collected(call, attended.size());
        for (int leg = 1; leg <= expected.size(); leg++) {
            if (expected.get(leg - 1).endsWith(" here")) {
                assertThat(Wav.read(heard(call, leg)).seconds())
                        .as("leg " + leg)
                        .isGreaterThan(0.2);
            }
        }
        assertThat(legs(call)).as("shape " + shape).isEqualTo(String.join(", ", expected));
    }

    private void step(ContactId call, char step) {
        String next = "asesora0" + (attended.size() + 1);
        centre.centre.available(next);
        centre.centre.time.pass(Duration.ofSeconds(1));
        centre.centre.as(attends());
        switch (step) {
            case 'T' -> {
                toTopic(call);
                talk(call, next);
            }
            case 'P' -> {
                toTopic(call);
                town.desk("asesora03", Town.Desk.BUSY);
                centre.accepts(call, "asesora03");
                centre.until(() -> centre.state(call) == ContactState.QUEUED);
                town.desk("asesora03", Town.Desk.PICKS_UP);
                expected.add((expected.size() + 1) + " asesora03 NOT_CONNECTED");
                talk(call, next);
            }
            case 'A' -> {
                centre.centre.run(() -> centre.centre.transfers.toAdvisor(call, next, "Usted conoce el caso"));
                centre.takes(call, next);
                talks(call, next);
            }
            case 'W' -> {
                asksIn(call, attends(), next);
                centre.centre.as(attends());
                centre.centre.run(() -> centre.centre.transfers.complete(call));
                talks(call, next);
            }
            case 'B' -> {
                asksIn(call, attends(), next);
                centre.centre.as(attends());
                centre.centre.run(() -> centre.centre.transfers.takeBack(call));
                talks(call, attends());
                return;
            }
            default -> {
                asksIn(call, attends(), next);
                town.deskHangsUp(next);
                centre.until(() -> outcome(call).equals("COLLEAGUE_LEFT"));
                talks(call, attends());
                return;
            }
        }
        attends(next);
    }

    private void attends(String advisor) {
        attended.add(advisor);
        expected.add((expected.size() + 1) + " " + advisor + " here");
    }

    private void toTopic(ContactId call) {
        String giver = attends();
        centre.centre.run(() -> centre.centre.transfers.toTopic(call, "GENERAL", "Pregunta por su acta"));
        centre.until(() -> centre.phase(call) == CallPhase.WAITING && !town.isTalking(giver));
    }

    private String attends() {
        return attended.get(attended.size() - 1);
    }
}
