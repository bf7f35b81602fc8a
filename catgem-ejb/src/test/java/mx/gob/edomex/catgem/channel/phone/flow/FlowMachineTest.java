package mx.gob.edomex.catgem.channel.phone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.channel.phone.flow.FlowCommand.Answered;
import mx.gob.edomex.catgem.channel.phone.flow.FlowCommand.CallBack;
import mx.gob.edomex.catgem.channel.phone.flow.FlowCommand.Enqueue;
import mx.gob.edomex.catgem.channel.phone.flow.FlowCommand.Farewell;
import mx.gob.edomex.catgem.channel.phone.flow.FlowCommand.Hush;
import mx.gob.edomex.catgem.channel.phone.flow.FlowCommand.Say;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEvent.HungUp;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEvent.Pressed;
import mx.gob.edomex.catgem.channel.phone.flow.FlowEvent.Spoken;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FlowMachineTest {

    private static final String KEYS = "0123456789*#";

    private Band band = Band.UNDER_2;
    private boolean known = true;
    private final Map<String, Integer> asked = new HashMap<>(Map.of("SATISFACTION", 5, "SOLVED", 3));
    private CallFlow flow = FlowFixture.aMenu().flow();
    private FlowMachine machine = new FlowMachine(flow, facts());
    private FlowTurn turn;
    private final List<FlowCommand> commands = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    @Test
    void whoPressesNothingHearsTheMenuThriceAndStandsInTheGeneralLine() {
        begins();
        listensOn(3); // greeting, notice, language
        assertThat(turn.state().node()).isEqualTo("topics");
        listensOn(2);
        assertThat(turn.state().node()).isEqualTo("topics");
        listensOn(2); // the last time, and the wait
        assertThat(last()).isEqualTo(new Enqueue(false));
        assertThat(turn.state().topic()).isEmpty();
        assertThat(turn.state().end()).isEqualTo(FlowEnd.QUEUED);
        assertThat(said()).containsExactly("greeting", "notice", "language", "topics", "topics", "topics", "soon");
        assertThat(path)
                .containsExactly(
                        "greeting START",
                        "notice NEXT",
                        "language NEXT",
                        "topics SILENCE",
                        "topics SILENCE",
                        "topics SILENCE",
                        "general SILENCE",
                        "wait NEXT",
                        "callback NEXT",
                        "line NEXT");
    }

    @Test
    void keysThatMeanNothingAreAsGoodAsSilence() {
        inTheMenu();
        press("5");
        assertThat(turn.commands()).containsExactly(new Hush(4), new Say(5, "topics", 5));
        press("#");
        press("0");
        assertThat(turn.state().node()).isEqualTo("wait");
        assertThat(path).contains("topics WRONG_KEY 5", "topics WRONG_KEY #", "general WRONG_KEY 0");
    }

    @Test
    void aKeyInterruptsWhatIsSaidAndLeadsWhereItSays() {
        inTheMenu();
        press("1");
        assertThat(turn.commands()).containsExactly(new Hush(4), new Say(5, "soon", 0));
        assertThat(turn.state().topic()).isEqualTo("AGUA");
        listensOn(1);
        assertThat(last()).isEqualTo(new Enqueue(false));
    }

    @Test
    void theLanguageChosenStays() {
        begins();
        listensOn(2);
        press("2");
        assertThat(turn.state().language()).isEqualTo(Language.EN);
        press("1");
        assertThat(turn.state().language()).isEqualTo(Language.EN);
    }

    @Test
    void recordingIsRefusedByTheKeyOfTheNoticeWhichIsHeardToItsEnd() {
        begins();
        press("9");
        assertThat(turn.state().refused()).isFalse(); // the greeting hears no key
        listensOn(1);
        press("9");
        assertThat(turn.commands()).isEmpty();
        assertThat(turn.state().refused()).isTrue();
        assertThat(turn.state().noticed()).isFalse();
        press("3");
        listensOn(1);
        assertThat(turn.state().noticed()).isTrue();
        assertThat(turn.state().refused()).isTrue();
        assertThat(turn.state().node()).isEqualTo("language");
    }

    @Test
    void anEmergencyIsToldTheNumberAndGoesBeforeAllOthers() {
        inTheMenu();
        press("9");
        assertThat(last()).isEqualTo(new Say(5, "emergency", 0));
        press("1");
        assertThat(turn.commands()).isEmpty();
        listensOn(1);
        assertThat(last()).isEqualTo(new Enqueue(true));
        assertThat(turn.state().topic()).isEqualTo("GENERAL");
        assertThat(turn.state().end()).isEqualTo(FlowEnd.EMERGENCY);
    }

    @Test
    void aCallbackIsOfferedWhenTheWaitIsLongAndTheNumberKnown() {
        band = Band.FROM_5_TO_10;
        inTheMenu();
        press("1");
        assertThat(last()).isEqualTo(new Say(5, "late", 0));
        listensOn(1);
        assertThat(last()).isEqualTo(new Say(6, "callback", 5));
        press("1");
        assertThat(turn.commands()).containsExactly(new Hush(6), new CallBack(), new Farewell(7, "noted"));
        assertThat(turn.state().end()).isEqualTo(FlowEnd.CALLBACK);
    }

    @Test
    void whoDoesNotAcceptTheCallbackWaits() {
        band = Band.OVER_10;
        inTheMenu();
        press("1");
        listensOn(2);
        assertThat(last()).isEqualTo(new Enqueue(false));
    }

    @Test
    void whoHidesTheirNumberIsOfferedNoCallback() {
        band = Band.OVER_10;
        known = false;
        inTheMenu();
        press("1");
        listensOn(1);
        assertThat(last()).isEqualTo(new Enqueue(false));
    }

    @Test
    void aCallbackThatHasBecomeImpossibleIsNotPromised() {
        band = Band.OVER_10;
        inTheMenu();
        press("1");
        listensOn(1);
        known = false;
        press("1");
        assertThat(last()).isEqualTo(new Enqueue(false));
    }

    @Test
    void aFarewellEndsTheCall() {
        inTheMenu();
        press("8");
        assertThat(last()).isEqualTo(new Farewell(5, "bye"));
        assertThat(turn.state().end()).isEqualTo(FlowEnd.ENDED);
    }

    @Test
    void theEndOfWhatWasInterruptedIsOldNews() {
        inTheMenu();
        press("5");
        FlowState before = turn.state();
        on(new Spoken(4));
        assertThat(turn.state()).isEqualTo(before);
        assertThat(turn.commands()).isEmpty();
    }

    @Test
    void whoHangsUpHasLeftFromWhereTheyStood() {
        inTheMenu();
        on(new HungUp());
        assertThat(turn.state().end()).isEqualTo(FlowEnd.LEFT);
        assertThat(turn.state().node()).isEqualTo("topics");
        assertThat(turn.commands()).isEmpty();
    }

    @Test
    void whoPlaysWithTheKeysStandsInTheLineInTheEnd() {
        inTheMenu();
        int keys = 0;
        while (!turn.state().isOver()) {
            press("*");
            keys++;
        }
        assertThat(keys).isLessThanOrEqualTo(FlowMachine.LONGEST);
        assertThat(last()).isEqualTo(new Enqueue(false));
        assertThat(path.get(path.size() - 1)).isEqualTo("topics TOO_LONG");
    }

    /** Menus of all shapes, as long as they are sound; whatever happens in whatever order. */
    @RepeatedTest(300)
    void whateverHappensACallHasAStateAndASoundUntilItIsOver(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        flow = random(random);
        band = List.of(Band.values()).get(random.nextInt(4));
        known = random.nextBoolean();
        machine = new FlowMachine(flow, facts());
        begins();
        int playing = sounding(-1);
        for (int i = 0; i < 2000 && !turn.state().isOver(); i++) {
            FlowEvent event =
                    switch (random.nextInt(6)) {
                        case 0 -> new Spoken(random.nextInt(playing + 1));
                        case 1, 2, 3 -> new Pressed(KEYS.substring(i % 12, i % 12 + 1));
                        default -> new Spoken(playing);
                    };
            on(event);
            playing = sounding(event.equals(new Spoken(playing)) ? -1 : playing);
            if (!turn.state().isOver()) {
                assertThat(flow.nodes()).containsKey(turn.state().node());
                assertThat(playing).isEqualTo(turn.state().step());
            }
        }
        assertThat(turn.state().isOver()).isTrue();
        assertThat(commands.stream().filter(command -> command instanceof Enqueue || command instanceof Farewell))
                .hasSize(1);
        assertThat(said()).allMatch(flow.prompts()::containsKey);
        FlowTurn after = machine.on(turn.state(), new Pressed("1"));
        assertThat(after.state()).isEqualTo(turn.state());
        assertThat(after.commands()).isEmpty();
    }

    /** The step that sounds after the turn; before it one does, or none (-1). */
    private int sounding(int before) {
        int playing = before;
        for (FlowCommand command : turn.commands()) {
            if (command instanceof Hush hush) {
                assertThat(hush.step()).isEqualTo(playing);
                playing = -1;
            } else if (command instanceof Say say) {
                assertThat(playing).as("sounds while the next is said").isEqualTo(-1);
                playing = say.step();
            }
        }
        return playing;
    }

    /** Tries shapes until one is sound. */
    private static CallFlow random(Random random) {
        while (true) {
            CallFlow flow = shape(random);
            if (FlowCheck.of(flow, FlowFixture.TOPICS, FlowFixture.TOPICS, Set.of("SATISFACTION", "SOLVED")).stream()
                    .allMatch(FlowFault::warning)) {
                return flow;
            }
        }
    }

    private static CallFlow shape(Random random) {
        FlowFixture fixture = FlowFixture.aMenu();
        Map<String, FlowNode> nodes = new LinkedHashMap<>(fixture.flow().nodes());
        List<String> names = List.copyOf(nodes.keySet());
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            String some = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            String third = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> fixture.with("x" + i, new FlowNode.Say("bye", other));
                case 1 ->
                    fixture.with(
                            "x" + i,
                            new FlowNode.Menu(
                                    "topics",
                                    List.of(new FlowNode.MenuKey("1", some), new FlowNode.MenuKey("#", other)),
                                    third));
                default -> fixture.with("x" + i, new FlowNode.Topic("AGUA", other));
            }
            fixture.with(
                    "topics",
                    new FlowNode.Menu(
                            "topics",
                            List.of(
                                    new FlowNode.MenuKey("1", "agua"),
                                    new FlowNode.MenuKey("2", "x" + i),
                                    new FlowNode.MenuKey("8", "bye"),
                                    new FlowNode.MenuKey("9", "emergency")),
                            random.nextBoolean() ? "general" : some));
        }
        return fixture.flow();
    }

    @Test
    void whoTalkedIsAskedAndAnswersByKeys() {
        talked();
        assertThat(turn.commands()).containsExactly(new Say(turn.state().step(), "asked", 5));
        press("4");
        press("9"); // three answers only
        press("3");
        assertThat(turn.commands())
                .containsExactly(
                        new Hush(turn.state().step() - 1),
                        new Answered(Map.of("SATISFACTION", 4, "SOLVED", 3)),
                        new Farewell(turn.state().step(), "bye"));
        assertThat(turn.state().end()).as("how it left the menu stays").isEqualTo(FlowEnd.QUEUED);
        assertThat(turn.state().survey().end()).isEqualTo(FlowEnd.ENDED);
        assertThat(path)
                .endsWith("line NEXT", "asked TALK_OVER", "solved KEY 4", "solved WRONG_KEY 9", "farewell KEY 3");
        assertThat(machine.leadsOn(turn.state())).as("once only").isFalse();
        press("1");
        assertThat(turn.commands()).isEmpty();
    }

    @Test
    void whoHangsUpInTheSurveyHasAnsweredWhatTheyAnswered() {
        talked();
        press("2");
        on(new HungUp());
        assertThat(turn.commands()).containsExactly(new Answered(Map.of("SATISFACTION", 2)));
        assertThat(turn.state().survey().end()).isEqualTo(FlowEnd.LEFT);
    }

    @Test
    void whoDoesNotAnswerIsAskedThriceAndLetGo() {
        talked();
        listensOn(3);
        assertThat(said()).endsWith("asked", "asked", "asked", "bye");
        assertThat(turn.commands()).containsExactly(new Farewell(turn.state().step(), "bye"));
    }

    @Test
    void aQuestionThatTheSurveyDoesNotAskIsPassedOver() {
        asked.remove("SATISFACTION");
        talked();
        assertThat(turn.commands()).containsExactly(new Say(turn.state().step(), "solved", 5));
    }

    @Test
    void whoNeverStoodInTheUsualLineIsNotAsked() {
        asking();
        inTheMenu();
        assertThat(machine.leadsOn(turn.state())).as("in the menu still").isFalse();
        press("9");
        listensOn(1);
        assertThat(turn.state().end()).isEqualTo(FlowEnd.EMERGENCY);
        assertThat(machine.leadsOn(turn.state())).isFalse();
    }

    @Test
    void aMenuThatDoesNotLeadOnEndsWithTheTalk() {
        inTheMenu();
        press("1");
        listensOn(1);
        assertThat(turn.state().end()).isEqualTo(FlowEnd.QUEUED);
        assertThat(machine.leadsOn(turn.state())).isFalse();
    }

    private void asking() {
        flow = FlowFixture.aMenuThatAsks().flow();
        machine = new FlowMachine(flow, facts());
    }

    /** To the end of the menu, and of the talk. */
    private void talked() {
        asking();
        inTheMenu();
        press("1");
        listensOn(1);
        assertThat(machine.leadsOn(turn.state())).isTrue();
        turn = machine.afterTheTalk(turn.state());
        note();
    }

    private FlowFacts facts() {
        return new FlowFacts() {
            @Override
            public Band wait(Language language, String topic) {
                return band;
            }

            @Override
            public boolean canCallBack() {
                return known;
            }

            @Override
            public int answers(String question) {
                return asked.getOrDefault(question, 0);
            }
        };
    }

    private void begins() {
        turn = machine.begin(Language.ES);
        note();
    }

    private void inTheMenu() {
        begins();
        listensOn(3);
    }

    private void listensOn(int times) {
        for (int i = 0; i < times; i++) {
            on(new Spoken(turn.state().step()));
        }
    }

    private void press(String key) {
        on(new Pressed(key));
    }

    private void on(FlowEvent event) {
        turn = machine.on(turn.state(), event);
        note();
    }

    private void note() {
        commands.addAll(turn.commands());
        turn.visits().forEach(visit -> path.add(visit.node() + " " + visit.by()));
    }

    private FlowCommand last() {
        return commands.get(commands.size() - 1);
    }

    private List<String> said() {
        return commands.stream()
                .map(command -> command instanceof Say say
                        ? say.prompt()
                        : command instanceof Farewell farewell ? farewell.prompt() : "")
                .filter(prompt -> !prompt.isEmpty())
                .toList();
    }
}
