package mx.gob.edomex.catgem.web.callmenu;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.LanguageKey;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import mx.gob.edomex.catgem.shared.Language;

/** A node as the fields of a form, and back: {@code prompt, next, key-1, to-1…}. */
final class NodeFields {

    /** More keys than a telephone has, so that one that is there twice can be mended. */
    static final int MOST_KEYS = 14;

    private NodeFields() {}

    static Map<String, String> of(FlowNode node) {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", FlowKind.of(node).name());
        node.byItself().forEach(next -> fields.put("next", next));
        if (node instanceof FlowNode.Wait wait) {
            wait.bands().forEach((band, prompt) -> fields.put("band-" + band, prompt));
        } else if (!node.prompts().isEmpty()) {
            fields.put("prompt", node.prompts().get(0));
        }
        if (node instanceof FlowNode.Notice notice) {
            fields.put("refuse", notice.refuse());
        } else if (node instanceof FlowNode.LanguageChoice choice) {
            each(choice.languages(), (key, place) -> {
                fields.put("key-" + place, key.key());
                fields.put("language-" + place, key.language().name());
            });
        } else if (node instanceof FlowNode.Menu menu) {
            each(menu.choices(), (key, place) -> {
                fields.put("key-" + place, key.key());
                fields.put("to-" + place, key.next());
            });
        } else if (node instanceof FlowNode.Topic topic) {
            fields.put("topic", topic.code());
        } else if (node instanceof FlowNode.CallbackOffer offer) {
            fields.put("from", offer.from().name());
            fields.put("accept", offer.accept());
            fields.put("confirmed", offer.confirmed());
        } else if (node instanceof FlowNode.Emergency emergency) {
            fields.put("topic", emergency.topic());
        } else if (node instanceof FlowNode.Line line && line.leadsOn()) {
            fields.put("next", line.after());
        } else if (node instanceof FlowNode.Question question) {
            fields.put("question", question.question());
            fields.put("next", question.next());
            fields.put("otherwise", question.otherwise());
        }
        return fields;
    }

    private interface Placed<T> {
        void put(T one, int place);
    }

    private static <T> void each(List<T> list, Placed<T> placed) {
        for (int i = 0; i < list.size(); i++) {
            placed.put(list.get(i), i + 1);
        }
    }

    /** @param field what a field holds; empty when it was not sent */
    static FlowNode node(FlowKind kind, UnaryOperator<String> field) {
        String prompt = field.apply("prompt");
        String next = field.apply("next");
        return switch (kind) {
            case SAY -> new FlowNode.Say(prompt, next);
            case NOTICE -> new FlowNode.Notice(prompt, field.apply("refuse"), next);
            case LANGUAGE ->
                new FlowNode.LanguageChoice(
                        prompt,
                        keys(
                                field,
                                "language-",
                                place -> new LanguageKey(
                                        field.apply("key-" + place),
                                        constant(Language.class, field.apply("language-" + place), Language.EN))),
                        next);
            case MENU ->
                new FlowNode.Menu(
                        prompt,
                        keys(
                                field,
                                "to-",
                                place -> new MenuKey(field.apply("key-" + place), field.apply("to-" + place))),
                        next);
            case TOPIC -> new FlowNode.Topic(field.apply("topic"), next);
            case WAIT -> new FlowNode.Wait(bands(field), next);
            case CALLBACK ->
                new FlowNode.CallbackOffer(
                        prompt,
                        constant(Band.class, field.apply("from"), Band.FROM_5_TO_10),
                        field.apply("accept"),
                        field.apply("confirmed"),
                        next);
            case EMERGENCY -> new FlowNode.Emergency(prompt, field.apply("topic"));
            case LINE -> new FlowNode.Line(next);
            case QUESTION -> new FlowNode.Question(prompt, field.apply("question"), next, field.apply("otherwise"));
            case END -> new FlowNode.End(prompt);
        };
    }

    /** A row without a key and without anything behind it is an empty one. */
    private static <T> List<T> keys(UnaryOperator<String> field, String other, Function<Integer, T> key) {
        List<T> keys = new ArrayList<>();
        for (int place = 1; place <= MOST_KEYS; place++) {
            if (!(field.apply("key-" + place) + field.apply(other + place)).isEmpty()) {
                keys.add(key.apply(place));
            }
        }
        return keys;
    }

    private static Map<Band, String> bands(UnaryOperator<String> field) {
        Map<Band, String> bands = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            String prompt = field.apply("band-" + band);
            if (!prompt.isEmpty()) {
                bands.put(band, prompt);
            }
        }
        return bands;
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return otherwise;
    }
}
