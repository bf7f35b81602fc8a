package mx.gob.edomex.catgem.web.callmenu;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;

/** Puts a node into a menu in such a way that as little as possible has to be mended by hand. */
final class NewNode {

    /** Keys in the order in which they are found on a telephone; the ones of two common habits come last. */
    static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#");

    /** A sound every exchange has, until words are recorded. */
    private static final String STAND_IN = "beep";

    private static final int LONGEST_NAME = 40;
    private static final int SECONDS = 5;

    private NewNode() {}

    /** What a person typed as a name: small letters, digits and hyphens; another one where it is taken or empty. */
    static String name(String typed, String otherwise, Set<String> taken) {
        String name = slug(typed);
        name = name.isEmpty() ? slug(otherwise) : name;
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    static String slug(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    /**
     * The menu with the node.
     *
     * @param after the node it comes after, and whose way on it takes over: a menu gets a key for it; empty: nobody leads
     *     to it yet
     */
    static CallFlow in(CallFlow flow, String name, FlowKind kind, String after) {
        FlowNode before = flow.nodes().get(after);
        String end = first(flow, FlowNode.End.class);
        String next = wayOn(before, end).orElseGet(() -> switch (kind) {
            case LINE -> "";
            case QUESTION -> end;
            default -> first(flow, FlowNode.Line.class);
        });
        FlowNode node = NodeFields.node(kind, field -> defaults(field, kind, name, next, end));
        CallFlow changed = flow.with(name, node);
        if (before != null) {
            changed = changed.with(after, leading(before, name));
        }
        for (String prompt : node.prompts()) {
            changed = withPrompt(changed, prompt);
        }
        return changed;
    }

    private static String first(CallFlow flow, Class<? extends FlowNode> kind) {
        return flow.nodes().entrySet().stream()
                .filter(one -> kind.isInstance(one.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** What a new node takes over from the one it comes after; empty where that leads on by keys, or nowhere. */
    private static Optional<String> wayOn(FlowNode before, String end) {
        if (before instanceof FlowNode.Line line) {
            return Optional.of(line.leadsOn() ? line.after() : end);
        } else if (before instanceof FlowNode.Question question) {
            return Optional.of(question.next());
        }
        return before == null || before instanceof FlowNode.Menu
                ? Optional.empty()
                : before.byItself().stream().findFirst();
    }

    private static FlowNode leading(FlowNode before, String to) {
        if (before instanceof FlowNode.Menu menu) {
            return withKey(menu, to);
        } else if (before instanceof FlowNode.Line) {
            return new FlowNode.Line(to);
        } else if (before instanceof FlowNode.Question question) {
            return new FlowNode.Question(question.prompt(), question.question(), to, question.otherwise());
        }
        return before.leadingTo(old -> to);
    }

    private static String defaults(String field, FlowKind kind, String name, String next, String end) {
        return switch (field) {
            case "prompt" -> name;
            case "next" -> next;
            case "refuse" -> "8";
            case "otherwise" -> end;
            case "accept" -> "1";
            case "confirmed" -> name + "-si";
            case "key-1" -> kind == FlowKind.LANGUAGE ? "2" : "";
            default -> "";
        };
    }

    private static FlowNode.Menu withKey(FlowNode.Menu menu, String to) {
        List<MenuKey> choices = new ArrayList<>(menu.choices());
        KEYS.stream()
                .filter(key -> !menu.keys().contains(key))
                .findFirst()
                .ifPresent(key -> choices.add(new MenuKey(key, to)));
        return new FlowNode.Menu(menu.prompt(), choices, menu.otherwise());
    }

    /** With a prompt of that name, without words yet where there is none. */
    static CallFlow withPrompt(CallFlow flow, String name) {
        return flow.prompts().containsKey(name)
                ? flow
                : flow.saying(name, new FlowPrompt(Map.of(), Map.of(), STAND_IN, SECONDS));
    }
}
