package mx.gob.edomex.catgem.web.callmenu;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference.Change;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.rules.FlowDrafts;
import mx.gob.edomex.catgem.rules.RuleReview;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.callmenu.MenuReading.Line;
import mx.gob.edomex.catgem.web.callmenu.MenuReading.Way;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/** What a menu says and does, in the reader's language. */
@Named
@RequestScoped
public class MenuWords {

    private static final int MOST_ARRIVALS = 3;

    @Inject
    PageLanguage language;

    @Inject
    RuleReview review;

    @Inject
    FlowDrafts drafts;

    private Map<String, String> topics;
    private Map<String, String> questions;

    /** The text {@code <kind>.<code>}; a code nobody has named yet shows as itself. */
    public String of(String kind, Object code) {
        ResourceBundle texts = texts();
        String key = kind + "." + code;
        return texts.containsKey(key) ? texts.getString(key) : String.valueOf(code);
    }

    public String format(String key, Object... values) {
        return new MessageFormat(texts().getString(key), language.getLocale()).format(values);
    }

    /** Names of the active topics, by code. */
    Map<String, String> topics() {
        if (topics == null) {
            topics = review.topics(reader() == Language.EN);
        }
        return topics;
    }

    /** What the satisfaction survey asks, by code. */
    Map<String, String> questions() {
        if (questions == null) {
            questions = drafts.questions(reader() == Language.EN);
        }
        return questions;
    }

    /** An empty one is the one of the number that was dialled. */
    public String topic(String code) {
        return code.isEmpty() ? of("topic", "own") : topics().getOrDefault(code, code);
    }

    /** The sentence, with words in the place of codes. */
    public String fault(FlowFault fault) {
        String detail =
                switch (fault.code()) {
                    case PROMPT_WITHOUT_WORDS, PROMPT_NOT_RECORDED -> of("in", fault.detail());
                    case WAIT_NOT_SAID -> of("band", fault.detail());
                    case TOPIC_UNSERVED -> topic(fault.detail());
                    default -> fault.detail().isEmpty() ? of("option", "none") : fault.detail();
                };
        return new FlowFault(fault.code(), fault.where(), detail).words(reader());
    }

    /** What is heard at the node, in the reader's language; of the wait the first band; empty where nothing is said. */
    public String says(CallFlow flow, FlowNode node) {
        return node instanceof FlowNode.Wait || node.prompts().isEmpty()
                ? ""
                : words(flow.prompts().get(node.prompts().get(0)));
    }

    /** Empty for a prompt that does not exist. */
    public String words(FlowPrompt prompt) {
        return prompt == null ? "" : prompt.words().getOrDefault(reader(), "");
    }

    /** @param code of a language */
    public String in(FlowPrompt prompt, String code) {
        return prompt.words().getOrDefault(Language.valueOf(code), "");
    }

    public String list(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    /** What else the node does, besides leading on. */
    public List<String> facts(CallFlow flow, FlowNode node) {
        List<String> facts = new ArrayList<>();
        if (node instanceof FlowNode.Notice notice) {
            facts.add(format("fact.refuse", notice.refuse()));
        } else if (node instanceof FlowNode.LanguageChoice choice) {
            choice.languages().forEach(key -> facts.add(format("fact.language", key.key(), of("in", key.language()))));
        } else if (node instanceof FlowNode.Topic topic) {
            facts.add(format("fact.topic", topic(topic.code())));
        } else if (node instanceof FlowNode.Wait wait) {
            wait.bands().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> facts.add(format(
                            "fact.band",
                            of("band", one.getKey()),
                            words(flow.prompts().get(one.getValue())))));
        } else if (node instanceof FlowNode.CallbackOffer offer) {
            facts.add(format("fact.callback", of("band", offer.from()), offer.accept()));
        } else if (node instanceof FlowNode.Emergency emergency) {
            facts.add(format("fact.emergency", topic(emergency.topic())));
        } else if (node instanceof FlowNode.Question question) {
            facts.add(format("fact.question", questions().getOrDefault(question.question(), question.question())));
        } else if (node instanceof FlowNode.Line line && line.leadsOn()) {
            facts.add(of("fact", "after"));
        }
        return facts;
    }

    /** {@code 0 o sin oprimir nada → general}. */
    public String way(Way way) {
        return both(
                "way",
                way,
                way.there()
                        ? way.other()
                        : way.other().isEmpty() ? of("option", "none") : format("way.missing", way.other()));
    }

    public String arrival(Way way) {
        return both("from", way, way.other());
    }

    /** What leads to a node; where that is a lot, only how much. */
    public List<String> arrivals(Line line) {
        List<Way> all = line.arrivals();
        return all.size() > MOST_ARRIVALS
                ? List.of(format("from.many", all.size()))
                : all.stream().map(this::arrival).toList();
    }

    private String both(String kind, Way way, String other) {
        String how = way.keys().isEmpty() ? "itself" : way.byItself() ? "both" : "keys";
        return format(kind + "." + how, other, String.join(", ", way.keys()));
    }

    MenuDiagram diagram(CallFlow flow, List<Line> lines) {
        return MenuDiagram.of(lines, line -> {
            String says = says(flow, line.node());
            List<String> facts = facts(flow, line.node());
            String detail = says.isEmpty() && !facts.isEmpty() ? facts.get(0) : says;
            String kind = of("kind", line.kind());
            return new MenuDiagram.Words(line.name().equals(kind) ? kind : line.name() + " · " + kind, detail);
        });
    }

    /** Where something is different: {@code Nodo «temas» · Tecla 3}. */
    public String where(Change change) {
        if (change.name().isEmpty()) {
            return of("property", change.property());
        }
        String thing = format(change.prompt() ? "change.prompt" : "change.node", change.name());
        return change.property().isEmpty() ? thing : thing + " · " + property(change.property());
    }

    private String property(String property) {
        String[] parts = property.split("\\.", 2);
        String name = of("property", parts[0]);
        if (parts.length == 1) {
            return name;
        }
        return name + " "
                + switch (parts[0]) {
                    case "prompts" -> of("band", parts[1]);
                    case "words", "recorded" -> of("in", parts[1]);
                    default -> parts[1];
                };
    }

    public String value(Change change, String value) {
        if (value.isEmpty()) {
            return change.property().equals("topic") ? topic("") : "–";
        }
        return switch (change.property()) {
            case "" -> change.prompt() ? value : of("kind", value);
            case "kind" -> of("kind", value);
            case "topic" -> topic(value);
            case "question" -> questions().getOrDefault(value, value);
            case "from" -> of("band", value);
            case "seconds" -> value + " s";
            default -> value;
        };
    }

    Language reader() {
        return Language.of(language.getLocale());
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("i18n.CallMenu", language.getLocale());
    }
}
