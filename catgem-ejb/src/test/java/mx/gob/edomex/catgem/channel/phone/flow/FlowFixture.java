package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.LanguageKey;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import mx.gob.edomex.catgem.shared.Language;

/** Menus for tests: one with a node of every kind, to be changed node by node. */
public final class FlowFixture {

    public static final Set<String> TOPICS = Set.of("GENERAL", "AGUA");

    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, FlowPrompt> prompts = new LinkedHashMap<>();
    private String start = "greeting";

    public static FlowFixture aMenu() {
        FlowFixture menu = new FlowFixture();
        menu.with("greeting", new FlowNode.Say("greeting", "notice"))
                .with("notice", new FlowNode.Notice("notice", "9", "language"))
                .with(
                        "language",
                        new FlowNode.LanguageChoice("language", List.of(new LanguageKey("2", Language.EN)), "topics"))
                .with(
                        "topics",
                        new FlowNode.Menu(
                                "topics",
                                List.of(
                                        new MenuKey("1", "agua"),
                                        new MenuKey("*", "topics"),
                                        new MenuKey("8", "bye"),
                                        new MenuKey("9", "emergency")),
                                "general"))
                .with("agua", new FlowNode.Topic("AGUA", "wait"))
                .with("general", new FlowNode.Topic("", "wait"))
                .with(
                        "wait",
                        new FlowNode.Wait(
                                Map.of(
                                        Band.UNDER_2, "soon",
                                        Band.FROM_2_TO_5, "soon",
                                        Band.FROM_5_TO_10, "late",
                                        Band.OVER_10, "late"),
                                "callback"))
                .with("callback", new FlowNode.CallbackOffer("callback", Band.FROM_5_TO_10, "1", "noted", "line"))
                .with("emergency", new FlowNode.Emergency("emergency", "GENERAL"))
                .with("line", new FlowNode.Line())
                .with("bye", new FlowNode.End("bye"));
        for (String prompt : List.of(
                "greeting", "notice", "language", "topics", "soon", "late", "callback", "noted", "emergency", "bye")) {
            menu.saying(prompt, 5);
        }
        return menu;
    }

    /** The same, with two questions after the talk. */
    public static FlowFixture aMenuThatAsks() {
        return aMenu().with("line", new FlowNode.Line("asked"))
                .with("asked", new FlowNode.Question("asked", "SATISFACTION", "solved", "farewell"))
                .with("solved", new FlowNode.Question("solved", "SOLVED", "farewell", "farewell"))
                .with("farewell", new FlowNode.End("bye"))
                .saying("asked", 5)
                .saying("solved", 5);
    }

    public FlowFixture with(String name, FlowNode node) {
        nodes.put(name, node);
        return this;
    }

    public FlowFixture without(String name) {
        nodes.remove(name);
        return this;
    }

    public FlowFixture saying(String name, int seconds) {
        return saying(
                name,
                new FlowPrompt(
                        Map.of(Language.ES, "Palabras", Language.EN, "Words"),
                        Map.of(Language.ES, "catgem/" + name + "-es", Language.EN, "catgem/" + name + "-en"),
                        "beep",
                        seconds));
    }

    public FlowFixture saying(String name, FlowPrompt prompt) {
        prompts.put(name, prompt);
        return this;
    }

    public FlowFixture silent(String prompt) {
        prompts.remove(prompt);
        return this;
    }

    public FlowFixture startingAt(String node) {
        start = node;
        return this;
    }

    public CallFlow flow() {
        return new CallFlow(0, start, nodes, prompts);
    }
}
