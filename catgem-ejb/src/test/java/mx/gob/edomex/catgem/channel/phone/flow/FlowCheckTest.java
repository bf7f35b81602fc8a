package mx.gob.edomex.catgem.channel.phone.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault.Code;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.LanguageChoice;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Line;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Menu;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Question;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Say;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Topic;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.Wait;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlowCheckTest {

    @Test
    void aSoundMenuHasNothingWrong() {
        assertThat(check(FlowFixture.aMenu())).isEmpty();
        assertThat(check(FlowFixture.aMenuThatAsks())).isEmpty();
    }

    static Stream<Arguments> faults() {
        Map<Language, String> words = Map.of(Language.ES, "Palabras", Language.EN, "Words");
        Map<Language, String> recorded = Map.of(Language.ES, "a", Language.EN, "b");
        return Stream.of(
                fault(Code.START_MISSING, "", "nowhere", menu().startingAt("nowhere")),
                fault(
                        Code.NODE_MISSING,
                        "greeting",
                        "nowhere",
                        menu().with("greeting", new Say("greeting", "nowhere"))),
                fault(Code.UNREACHABLE, "island", "", menu().with("island", new Say("bye", "line"))),
                fault(Code.DEAD_END, "bye", "", menu().with("bye", new Say("bye", "bye"))),
                fault(
                        Code.LOOP_WITHOUT_KEY,
                        "bye",
                        "",
                        menu().with("bye", new Say("bye", "topics"))
                                .with("topics", new Menu("topics", keys("1", "agua", "9", "emergency"), "bye"))
                                .with("general", new Topic("", "line"))),
                fault(Code.NO_WAY_TO_A_PERSON, "", "", menu().with("line", new FlowNode.End("bye"))),
                fault(Code.TOO_MANY_NODES, "", "61", many(50)),
                fault(Code.KEY_TWICE, "topics", "1", topics("1", "agua", "1", "bye", "9", "emergency")),
                fault(Code.KEY_NOT_ON_A_TELEPHONE, "topics", "10", topics("10", "agua", "8", "bye", "9", "emergency")),
                fault(
                        Code.MENU_WITHOUT_KEYS,
                        "language",
                        "",
                        menu().with("language", new LanguageChoice("language", List.of(), "topics"))),
                fault(Code.MENU_TOO_WIDE, "topics", "10", wide()),
                fault(Code.PROMPT_MISSING, "greeting", "greeting", menu().silent("greeting")),
                fault(
                        Code.PROMPT_WITHOUT_WORDS,
                        "bye",
                        "EN",
                        menu().saying("bye", new FlowPrompt(Map.of(Language.ES, "Adiós"), recorded, "beep", 1))),
                fault(
                        Code.PROMPT_NOT_RECORDED,
                        "bye",
                        "EN",
                        menu().saying("bye", new FlowPrompt(words, Map.of(Language.ES, "a"), "beep", 1))),
                fault(Code.PROMPT_TOO_LONG, "bye", "31", menu().saying("bye", 31)),
                fault(Code.PROMPT_UNUSED, "never", "", menu().saying("never", 1)),
                fault(
                        Code.SOUND_NOT_VALID,
                        "bye",
                        "a&media=x",
                        menu().saying(
                                        "bye",
                                        new FlowPrompt(
                                                words, Map.of(Language.ES, "a&media=x", Language.EN, "b"), "beep", 1))),
                fault(Code.SOUND_NOT_VALID, "bye", "", menu().saying("bye", new FlowPrompt(words, Map.of(), "", 1))),
                fault(
                        Code.WAIT_NOT_SAID,
                        "wait",
                        "OVER_10",
                        menu().with(
                                        "wait",
                                        new Wait(
                                                Map.of(
                                                        Band.UNDER_2,
                                                        "soon",
                                                        Band.FROM_2_TO_5,
                                                        "soon",
                                                        Band.FROM_5_TO_10,
                                                        "late"),
                                                "callback"))),
                fault(Code.NOTICE_TOO_LONG, "notice", "21", menu().saying("notice", 21)),
                fault(Code.NOTICE_PASSED_BY, "line", "", menu().with("notice", new Say("notice", "language"))),
                fault(Code.TOPIC_UNKNOWN, "agua", "AGUAS", menu().with("agua", new Topic("AGUAS", "wait"))),
                fault(Code.TOPIC_UNSERVED, "agua", "PREDIAL", menu().with("agua", new Topic("PREDIAL", "wait"))),
                fault(
                        Code.EMERGENCY_MISSING,
                        "",
                        "",
                        topics("1", "agua", "*", "topics", "8", "bye")
                                .without("emergency")
                                .silent("emergency")),
                fault(
                        Code.QUESTION_UNKNOWN,
                        "asked",
                        "WEATHER",
                        asking().with("asked", new Question("asked", "WEATHER", "solved", "farewell"))),
                fault(
                        Code.QUESTION_BEFORE_THE_TALK,
                        "greeting",
                        "",
                        asking().with("greeting", new Question("greeting", "SOLVED", "notice", "notice"))),
                fault(
                        Code.NOT_AFTER_THE_TALK,
                        "again",
                        "",
                        asking().with("solved", new Question("solved", "SOLVED", "again", "farewell"))
                                .with("again", new FlowNode.Line())),
                fault(
                        Code.ASKED_IN_A_CIRCLE,
                        "asked",
                        "",
                        asking().with("solved", new Question("solved", "SOLVED", "asked", "farewell"))),
                fault(Code.TOO_LONG_TO_A_PERSON, "", "97", menu().saying("topics", 24)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultIsFoundWhereItIs(Code code, FlowFault expected, FlowFixture menu) {
        assertThat(check(menu)).contains(expected);
        assertThat(code).isEqualTo(expected.code());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultTellsWhetherItIsOfAPromptOrOfANode(Code code, FlowFault expected, FlowFixture menu) {
        CallFlow flow = menu.flow();
        Set<String> names =
                expected.ofPrompt() ? flow.prompts().keySet() : flow.nodes().keySet();
        assertThat(expected.where().isEmpty() || names.contains(expected.where()))
                .as("%s is of %s", code, expected.where())
                .isTrue();
    }

    @Test
    void everyFaultThereCanBeIsTriedHere() {
        assertThat(faults().map(one -> one.get()[0]).distinct()).containsExactlyInAnyOrder((Object[]) Code.values());
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyFaultIsASentenceInBothLanguages(Code code) {
        FlowFault fault = new FlowFault(code, "donde", "cual");
        assertThat(fault.words(Language.ES)).endsWith(".").doesNotContain("{");
        assertThat(fault.words(Language.EN)).endsWith(".").doesNotContain("{").isNotEqualTo(fault.words(Language.ES));
    }

    @Test
    void errorsComeBeforeWarnings() {
        List<FlowFault> found = check(menu().saying("never", 1).saying("notice", 25));
        assertThat(found).extracting(FlowFault::code).containsExactly(Code.NOTICE_TOO_LONG, Code.PROMPT_UNUSED);
    }

    @Test
    void aMenuIsTheSameAfterTheDatabaseHadIt() {
        CallFlow flow = FlowFixture.aMenu().flow();
        assertThat(FlowJson.read(0, FlowJson.write(flow))).isEqualTo(flow);
    }

    private static Arguments fault(Code code, String where, String detail, FlowFixture menu) {
        return Arguments.of(code, new FlowFault(code, where, detail), menu);
    }

    private static FlowFixture menu() {
        return FlowFixture.aMenu();
    }

    private static FlowFixture topics(String... keysAndNodes) {
        return menu().with("topics", new Menu("topics", keys(keysAndNodes), "general"));
    }

    private static List<MenuKey> keys(String... keysAndNodes) {
        return IntStream.range(0, keysAndNodes.length / 2)
                .mapToObj(i -> new MenuKey(keysAndNodes[2 * i], keysAndNodes[2 * i + 1]))
                .toList();
    }

    private static FlowFixture asking() {
        return FlowFixture.aMenuThatAsks();
    }

    private static FlowFixture many(int more) {
        FlowFixture menu = menu();
        IntStream.range(0, more).forEach(i -> menu.with("more" + i, new Line()));
        return menu;
    }

    private static FlowFixture wide() {
        return menu().with(
                        "topics",
                        new Menu(
                                "topics",
                                IntStream.range(0, 10)
                                        .mapToObj(i -> new MenuKey(
                                                Integer.toString(i), i == 9 ? "emergency" : i == 8 ? "bye" : "agua"))
                                        .toList(),
                                "general"));
    }

    private static List<FlowFault> check(FlowFixture menu) {
        return FlowCheck.of(
                menu.flow(),
                Set.of("GENERAL", "AGUA", "PREDIAL"),
                FlowFixture.TOPICS,
                Set.of("SATISFACTION", "SOLVED"));
    }
}
