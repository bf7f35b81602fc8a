package mx.gob.edomex.catgem.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Entered;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.Gone;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.PickedUp;
import mx.gob.edomex.catgem.channel.phone.ExchangeEvent.PromptOver;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Kind;
import mx.gob.edomex.catgem.channel.phone.PhoneCommand.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the application relies on, whatever exchange it is: run on the real one and on the fake of the other tests. */
abstract class ExchangeContract {

    private static final String NUMBER = "7221234567";

    private Town town;
    private AriExchange exchange;
    private EventStream stream;
    private final List<ExchangeEvent> heard = new CopyOnWriteArrayList<>();
    private final List<String> citizens = new CopyOnWriteArrayList<>();

    abstract Town town();

    @BeforeEach
    void listen() throws IOException {
        town = town();
        exchange = new AriExchange(town.settings());
        stream = exchange.listen(heard::add);
    }

    @AfterEach
    void silence() {
        citizens.forEach(town::hangsUp);
        stream.close();
    }

    @Test
    void aCallIsGivenWithTheNumbersOfBothSides() {
        Entered call = aCall("8006969696");
        assertThat(call.dialled()).isEqualTo("8006969696");
        assertThat(call.caller()).isEqualTo(NUMBER);
    }

    @Test
    void aCommandGivenTwiceIsDoneOnce() throws IOException {
        Entered call = aCall("070");
        town.desk("asesora01", Town.Desk.PICKS_UP);
        String phone = new AdvisorChannel(call.contact(), 1).id();
        assertThat(carry(call, Kind.CALL, phone, "asesora01")).isEqualTo(Outcome.DONE);
        await(PickedUp.class, event -> event.contact().equals(call.contact()));
        assertThat(carry(call, Kind.CALL, phone, "asesora01")).isEqualTo(Outcome.DONE);
        for (int i = 0; i < 2; i++) {
            assertThat(carry(call, Kind.ANSWER, call.channel(), null)).isEqualTo(Outcome.DONE);
            assertThat(carry(call, Kind.WAIT, call.channel(), null)).isEqualTo(Outcome.DONE);
        }
        assertThat(snapshot().channels().stream().filter(channel -> channel.id().equals(phone)))
                .hasSize(1);
        assertThat(heard.stream().filter(PickedUp.class::isInstance)).hasSize(1);
        carry(call, Kind.HANGUP, phone, null);
    }

    @Test
    void whatIsNotThereAnyMoreIsSaidToBeGone() throws IOException {
        Entered call = aCall("070");
        assertThat(carry(call, Kind.HANGUP, call.channel(), null)).isEqualTo(Outcome.DONE);
        await(Gone.class, event -> event.channel().equals(call.channel()));
        assertThat(carry(call, Kind.HANGUP, call.channel(), null)).isEqualTo(Outcome.GONE);
        assertThat(carry(call, Kind.PLAY, call.channel(), "GREETING")).isEqualTo(Outcome.GONE);
        assertThat(carry(call, Kind.UNBRIDGE, new AdvisorChannel(call.contact(), 9).bridge(), null))
                .isEqualTo(Outcome.GONE);
    }

    @Test
    void aPromptEndsAndSaysSo() throws IOException {
        Entered call = aCall("070");
        carry(call, Kind.ANSWER, call.channel(), null);
        assertThat(carry(call, Kind.PLAY, call.channel(), "GREETING")).isEqualTo(Outcome.DONE);
        PromptOver over = await(PromptOver.class, event -> event.contact().equals(call.contact()));
        assertThat(over.prompt()).isEqualTo(Prompt.GREETING);
    }

    @Test
    void theCitizensEndIsHeard() throws IOException {
        Entered call = aCall("070");
        carry(call, Kind.SUBSCRIBE, call.channel(), null);
        carry(call, Kind.ANSWER, call.channel(), null);
        town.hangsUp(citizens.get(0));
        await(Gone.class, event -> event.channel().equals(call.channel()) && event.cause() != null);
    }

    @Test
    void aBusyTelephoneSaysThatItIsBusy() throws IOException {
        Entered call = aCall("070");
        town.desk("asesora02", Town.Desk.BUSY);
        String phone = new AdvisorChannel(call.contact(), 1).id();
        carry(call, Kind.CALL, phone, "asesora02");
        Gone gone = await(Gone.class, event -> event.channel().equals(phone) && event.cause() != null);
        assertThat(NotReached.of(gone.cause())).isEqualTo(NotReached.PHONE_BUSY);
        town.desk("asesora02", Town.Desk.PICKS_UP);
    }

    @Test
    void twoWhoAreBridgedAreThereUntilEitherHangsUp() throws IOException {
        Entered call = aCall("070");
        carry(call, Kind.ANSWER, call.channel(), null);
        carry(call, Kind.WAIT, call.channel(), null);
        until(() -> town.bridged(AriExchange.WAITING).contains(call.channel()));
        AdvisorChannel phone = new AdvisorChannel(call.contact(), 1);
        carry(call, Kind.CALL, phone.id(), "asesora03");
        await(PickedUp.class, event -> event.advisor().equals(phone));
        assertThat(carry(call, Kind.BRIDGE, phone.bridge(), call.channel() + "," + phone.id()))
                .isEqualTo(Outcome.DONE);
        assertThat(snapshot().bridges()).contains(phone.bridge());
        until(() -> town.bridged(phone.bridge()).equals(Set.of(call.channel(), phone.id())));
        town.deskHangsUp("asesora03");
        await(Gone.class, event -> event.channel().equals(phone.id()));
        assertThat(town.isOnTheLine(citizens.get(0))).isTrue();
        assertThat(carry(call, Kind.UNBRIDGE, phone.bridge(), null)).isEqualTo(Outcome.DONE);
        assertThat(carry(call, Kind.HANGUP, call.channel(), null)).isEqualTo(Outcome.DONE);
        until(() -> !town.isOnTheLine(citizens.get(0)));
    }

    @Test
    void whatIsSaidInABridgeIsRecordedButForWhatIsLeftOut() throws IOException {
        Entered call = aCall("070");
        carry(call, Kind.ANSWER, call.channel(), null);
        AdvisorChannel leg = new AdvisorChannel(call.contact(), 1);
        carry(call, Kind.CALL, leg.id(), "asesora03");
        await(PickedUp.class, event -> event.advisor().equals(leg));
        carry(call, Kind.BRIDGE, leg.bridge(), call.channel() + "," + leg.id());
        for (int i = 0; i < 2; i++) {
            assertThat(carry(call, Kind.RECORD, leg.bridge(), leg.recording())).isEqualTo(Outcome.DONE);
        }
        pause(1500);
        for (int i = 0; i < 2; i++) {
            assertThat(carry(call, Kind.PAUSE, leg.recording(), null)).isEqualTo(Outcome.DONE);
        }
        pause(3000);
        for (int i = 0; i < 2; i++) {
            assertThat(carry(call, Kind.RESUME, leg.recording(), null)).isEqualTo(Outcome.DONE);
        }
        pause(1000);
        assertThat(exchange.isRecording(leg)).isTrue();
        assertThat(town.bridged(leg.bridge())).isEqualTo(Set.of(call.channel(), leg.id()));
        carry(call, Kind.UNBRIDGE, leg.bridge(), null);
        carry(call, Kind.HANGUP, leg.id(), null);
        until(() -> !is(() -> exchange.isRecording(leg)));
        assertThat(exchange.hasRecorded(leg)).isTrue();
        assertThat(exchange.recordings()).contains(leg);
        assertThat(carry(call, Kind.RECORD, leg.bridge(), leg.recording())).isNotEqualTo(Outcome.REFUSED);
        Wav wav;
        try (InputStream sound = exchange.recording(leg)) {
            wav = Wav.read(sound.readAllBytes());
        }
        assertThat(wav.seconds()).isBetween(1.8, 3.8);
        assertThat(wav.loudest()).isGreaterThan(1000);
        assertThat(exchange.forget(leg)).isTrue();
        assertThat(exchange.forget(leg)).isTrue();
        assertThat(exchange.hasRecorded(leg)).isFalse();
        assertThatThrownBy(() -> exchange.recording(leg)).isInstanceOf(IOException.class);
        assertThat(carry(call, Kind.PAUSE, leg.recording(), null)).isEqualTo(Outcome.GONE);
    }

    private interface Asked {
        boolean ask() throws IOException;
    }

    private static boolean is(Asked asked) {
        try {
            return asked.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoListensSecondHearsEverythingAndTheFirstIsTold() throws IOException {
        List<ExchangeEvent> second = new CopyOnWriteArrayList<>();
        EventStream other = new AriExchange(town.settings()).listen(second::add);
        until(() -> !stream.isAlive());
        assertThat(stream.isReplaced()).isTrue();
        citizens.add(town.phones("070", NUMBER));
        until(() -> second.stream().anyMatch(Entered.class::isInstance));
        assertThat(heard).as("the first hears nothing of it").noneMatch(Entered.class::isInstance);
        other.close();
    }

    @Test
    void aCallStaysWhileNobodyListensAndIsFoundAgain() throws IOException {
        Entered call = aCall("070");
        carry(call, Kind.SUBSCRIBE, call.channel(), null);
        carry(call, Kind.MARK, call.channel(), null);
        carry(call, Kind.ANSWER, call.channel(), null);
        carry(call, Kind.WAIT, call.channel(), null);
        stream.close();
        assertThat(town.isOnTheLine(citizens.get(0))).isTrue();
        stream = exchange.listen(heard::add);
        Snapshot there = snapshot();
        assertThat(there.channels().stream()
                        .filter(channel -> channel.id().equals(call.channel()))
                        .map(Snapshot.Channel::entered))
                .containsExactly(call);
        exchange.subscribe(call.channel());
        town.hangsUp(citizens.get(0));
        await(Gone.class, event -> event.channel().equals(call.channel()) && event.cause() != null);
    }

    /** Given anew by the dialplan; or, given to a line that was dead already, there to be found. */
    @Test
    void whoPhonesWhileNobodyListensIsNotLost() throws IOException {
        stream.close();
        citizens.add(town.phones("070", NUMBER));
        stream = exchange.listen(heard::add);
        until(() -> heard.stream().anyMatch(Entered.class::isInstance)
                || snapshot().channels().stream().anyMatch(channel -> channel.entered() != null));
    }

    private Entered aCall(String dialled) {
        citizens.add(town.phones(dialled, NUMBER));
        return await(Entered.class, event -> true);
    }

    private Outcome carry(Entered call, Kind kind, String target, String detail) throws IOException {
        return exchange.carry(new PhoneCommand(1, call.contact(), kind, target, detail));
    }

    private Snapshot snapshot() {
        try {
            return exchange.snapshot(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <E extends ExchangeEvent> E await(Class<E> type, Predicate<E> which) {
        until(() -> heard.stream().filter(type::isInstance).map(type::cast).anyMatch(which));
        return heard.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    static void until(BooleanSupplier done) {
        boolean is = done.getAsBoolean();
        for (int i = 0; i < 1500 && !is; i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            is = done.getAsBoolean();
        }
        assertThat(is).isTrue();
    }
}
