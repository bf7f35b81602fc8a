package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault.Code;
import mx.gob.edomex.catgem.shared.Language;

/**
 * Looks at a menu before anybody hears it. What is sound here keeps what {@link FlowMachine} relies on: every name leads
 * somewhere, and every call comes to the line or to an end.
 */
public final class FlowCheck {

    /** Seconds; the short notice has to leave patience for the rest. */
    private static final int LONGEST_NOTICE = 20;

    private static final int LONGEST_PROMPT = 30;
    private static final int LONGEST_WAY = 60;
    private static final int MOST_KEYS = 9;
    private static final int MOST_NODES = 60;
    private static final Pattern KEY = Pattern.compile("[0-9*#]");
    private static final Pattern SOUNDS = Pattern.compile("[a-z0-9_/-]+(,[a-z0-9_/-]+)*", Pattern.CASE_INSENSITIVE);

    private final CallFlow flow;
    private final List<FlowFault> faults = new ArrayList<>();

    private FlowCheck(CallFlow flow) {
        this.flow = flow;
    }

    /**
     * What is wrong with it, errors first; empty when nothing is.
     *
     * @param topics codes of the active topics
     * @param served topics that somebody attends by telephone
     * @param questions codes of what the satisfaction survey asks
     */
    public static List<FlowFault> of(CallFlow flow, Set<String> topics, Set<String> served, Set<String> questions) {
        FlowCheck check = new FlowCheck(flow);
        check.edges();
        check.keys();
        check.prompts();
        check.topics(topics, served);
        check.questions(questions);
        check.size();
        if (check.faults.stream().allMatch(FlowFault::warning)) {
            check.ways(); // only where every name leads somewhere
        }
        return check.faults.stream()
                .sorted(Comparator.comparing(FlowFault::warning))
                .toList();
    }

    private void fault(Code code, String where, Object detail) {
        faults.add(new FlowFault(code, where, detail.toString()));
    }

    private void edges() {
        if (!flow.nodes().containsKey(flow.start())) {
            fault(Code.START_MISSING, "", flow.start());
        }
        flow.nodes().forEach((name, node) -> node.exits().stream()
                .distinct()
                .filter(exit -> !flow.nodes().containsKey(exit))
                .forEach(exit -> fault(Code.NODE_MISSING, name, exit)));
    }

    private void size() {
        if (flow.nodes().size() > MOST_NODES) {
            fault(Code.TOO_MANY_NODES, "", flow.nodes().size());
        }
    }

    private void keys() {
        flow.nodes().forEach((name, node) -> {
            Set<String> seen = new HashSet<>();
            for (String key : node.keys()) {
                if (!KEY.matcher(key).matches()) {
                    fault(Code.KEY_NOT_ON_A_TELEPHONE, name, key);
                }
                if (!seen.add(key)) {
                    fault(Code.KEY_TWICE, name, key);
                }
            }
            boolean chooses = node instanceof FlowNode.Menu || node instanceof FlowNode.LanguageChoice;
            if (chooses && seen.isEmpty()) {
                fault(Code.MENU_WITHOUT_KEYS, name, "");
            }
            if (seen.size() > MOST_KEYS) {
                fault(Code.MENU_TOO_WIDE, name, seen.size());
            }
        });
    }

    private void prompts() {
        Set<String> used = new HashSet<>();
        flow.nodes().forEach((name, node) -> {
            used.addAll(node.prompts());
            node.prompts().stream()
                    .distinct()
                    .filter(prompt -> !flow.prompts().containsKey(prompt))
                    .forEach(prompt -> fault(Code.PROMPT_MISSING, name, prompt));
            if (node instanceof FlowNode.Wait wait) {
                for (Band band : Band.values()) {
                    if (!wait.bands().containsKey(band)) {
                        fault(Code.WAIT_NOT_SAID, name, band);
                    }
                }
            }
            FlowPrompt notice =
                    node instanceof FlowNode.Notice one ? flow.prompts().get(one.prompt()) : null;
            if (notice != null && notice.seconds() > LONGEST_NOTICE) {
                fault(Code.NOTICE_TOO_LONG, name, notice.seconds());
            }
        });
        flow.prompts().forEach((name, prompt) -> {
            if (!used.contains(name)) {
                fault(Code.PROMPT_UNUSED, name, "");
            }
            if (prompt.seconds() > LONGEST_PROMPT) {
                fault(Code.PROMPT_TOO_LONG, name, prompt.seconds());
            }
            for (Language language : Language.values()) {
                if (prompt.words().getOrDefault(language, "").isBlank()) {
                    fault(Code.PROMPT_WITHOUT_WORDS, name, language);
                }
                if (!prompt.isRecorded(language)) {
                    fault(Code.PROMPT_NOT_RECORDED, name, language);
                }
                String sounds = String.join(",", prompt.sounds(language));
                if (!SOUNDS.matcher(sounds).matches()) {
                    fault(Code.SOUND_NOT_VALID, name, sounds);
                }
            }
        });
    }

    private void topics(Set<String> topics, Set<String> served) {
        flow.nodes().forEach((name, node) -> {
            String topic = node instanceof FlowNode.Topic one
                    ? one.code()
                    : node instanceof FlowNode.Emergency emergency ? emergency.topic() : "";
            if (!topic.isEmpty() && !topics.contains(topic)) {
                fault(Code.TOPIC_UNKNOWN, name, topic);
            } else if (!topic.isEmpty() && !served.contains(topic)) {
                fault(Code.TOPIC_UNSERVED, name, topic);
            }
        });
    }

    private void questions(Set<String> questions) {
        flow.nodes().forEach((name, node) -> {
            if (node instanceof FlowNode.Question question && !questions.contains(question.question())) {
                fault(Code.QUESTION_UNKNOWN, name, question.question());
            }
        });
    }

    /** What is said after the talk cannot lead back to it, nor round in a circle; before it nothing is asked. */
    private void afterTheTalk() {
        Set<String> before = from(flow.start(), FlowNode.Line.class::isInstance);
        before.stream()
                .filter(name -> flow.node(name) instanceof FlowNode.Question)
                .forEach(name -> fault(Code.QUESTION_BEFORE_THE_TALK, name, ""));
        Set<String> after = new LinkedHashSet<>();
        flow.nodes().values().stream()
                .filter(node -> node instanceof FlowNode.Line line && line.leadsOn())
                .forEach(node -> after.addAll(from(((FlowNode.Line) node).after(), other -> false)));
        for (String name : after) {
            FlowNode node = flow.node(name);
            if (!(node instanceof FlowNode.Say || node instanceof FlowNode.Question || node instanceof FlowNode.End)) {
                fault(Code.NOT_AFTER_THE_TALK, name, "");
            } else if (node.exits().stream()
                    .anyMatch(exit -> from(exit, other -> false).contains(name))) {
                fault(Code.ASKED_IN_A_CIRCLE, name, "");
            }
        }
    }

    private void ways() {
        Set<String> reached = from(flow.start(), node -> false);
        flow.nodes().forEach((name, node) -> {
            if (!reached.contains(name)) {
                fault(Code.UNREACHABLE, name, "");
            }
            if (from(name, other -> false).stream().map(flow::node).noneMatch(FlowCheck::isLast)) {
                fault(Code.DEAD_END, name, "");
            }
            if (comesBackByItself(name)) {
                fault(Code.LOOP_WITHOUT_KEY, name, "");
            }
        });
        if (reached.stream().map(flow::node).noneMatch(FlowNode.Line.class::isInstance)) {
            fault(Code.NO_WAY_TO_A_PERSON, "", "");
        }
        if (reached.stream().map(flow::node).noneMatch(FlowNode.Emergency.class::isInstance)) {
            fault(Code.EMERGENCY_MISSING, "", "");
        }
        afterTheTalk();
        from(flow.start(), FlowNode.Notice.class::isInstance).stream()
                .filter(name -> flow.node(name) instanceof FlowNode.Line)
                .forEach(name -> fault(Code.NOTICE_PASSED_BY, name, ""));
        if (faults.stream().allMatch(FlowFault::warning)) {
            patience();
        }
    }

    private static boolean isLast(FlowNode node) {
        return node.exits().isEmpty();
    }

    /** Every node on some way from this one, itself too; not beyond where one stops. */
    private Set<String> from(String start, Predicate<FlowNode> stops) {
        Set<String> found = new LinkedHashSet<>(List.of(start));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            FlowNode node = flow.node(open.remove());
            if (!stops.test(node)) {
                node.exits().stream().filter(found::add).forEach(open::add);
            }
        }
        return found;
    }

    private boolean comesBackByItself(String name) {
        Set<String> seen = new HashSet<>();
        List<String> next = flow.node(name).byItself();
        while (!next.isEmpty() && seen.add(next.get(0))) {
            if (next.get(0).equals(name)) {
                return true;
            }
            next = flow.node(next.get(0)).byItself();
        }
        return false;
    }

    /** What is heard by who presses nothing; menus repeat themselves to them. */
    private void patience() {
        int seconds = 0;
        List<String> at = List.of(flow.start());
        while (!at.isEmpty()) {
            FlowNode node = flow.node(at.get(0));
            int longest = node.prompts().stream()
                    .map(flow.prompts()::get)
                    .mapToInt(FlowPrompt::seconds)
                    .max()
                    .orElse(0);
            seconds += node instanceof FlowNode.Menu ? longest * (1 + FlowMachine.REPEATS) : longest;
            at = node.byItself();
        }
        if (seconds > LONGEST_WAY) {
            fault(Code.TOO_LONG_TO_A_PERSON, "", seconds);
        }
    }
}
