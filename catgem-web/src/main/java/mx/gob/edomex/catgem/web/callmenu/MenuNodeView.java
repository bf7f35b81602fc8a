package mx.gob.edomex.catgem.web.callmenu;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.shared.Language;

/** The node of a draft that is open for change; nearly everything of it is chosen from what there is. */
@Named
@RequestScoped
public class MenuNodeView {

    /** Chosen in the place of a prompt: a new one, named as the node. */
    static final String NEW = "+";

    private static final int SPARE_KEYS = 2;
    private static final String ROW = "(key|to|language)-\\d+";

    @Inject
    MenuDraftView view;

    @Inject
    MenuWords words;

    private String name;
    private Map<String, String> stored = Map.of();

    @PostConstruct
    void read() {
        name = view.form().text("node");
        FlowNode node =
                view.getDraft() == null ? null : view.getDraft().flow().nodes().get(name);
        if (node != null) {
            stored = NodeFields.of(node);
        }
    }

    /** Also one that somebody else took away while it was being typed. */
    public boolean isOpen() {
        return !stored.isEmpty() || view.form().has("name");
    }

    /** Whether the page shows what was typed and not kept, in the place of what is stored. */
    private boolean isTyped() {
        return view.getRefused() != null && view.form().has("name");
    }

    public String getName() {
        return name;
    }

    /** What it is to be called. */
    public String getNewName() {
        return isTyped() ? view.form().text("name") : name;
    }

    public String getKind() {
        return isTyped() ? view.form().kind().name() : stored.getOrDefault("kind", "");
    }

    /** What a field holds; empty for nothing. */
    public String value(String field) {
        return isTyped() ? typedOrMerged(field) : stored.getOrDefault(field, "");
    }

    /** Rows of keys move when one goes: they are taken from what others saved all together, or not at all. */
    private String typedOrMerged(String field) {
        String typed = view.form().text(field);
        return field.matches(ROW) && !isRowsAsTheyWere()
                ? typed
                : view.merged(typed, flow -> flow.nodes().containsKey(name) ? in(flow, field) : null);
    }

    private boolean isRowsAsTheyWere() {
        CallFlow before =
                view.getMeanwhile() == null ? null : view.getMeanwhile().before();
        return before != null
                && IntStream.rangeClosed(1, NodeFields.MOST_KEYS)
                        .mapToObj(place -> Stream.of("key-" + place, "to-" + place, "language-" + place))
                        .flatMap(row -> row)
                        .allMatch(field -> view.form().text(field).equals(in(before, field)));
    }

    private String in(CallFlow flow, String field) {
        FlowNode node = flow.nodes().get(name);
        return node == null ? "" : NodeFields.of(node).getOrDefault(field, "");
    }

    public boolean isSaying() {
        return !List.of("TOPIC", "WAIT", "LINE").contains(getKind());
    }

    public boolean isLeadingOn() {
        return !List.of("EMERGENCY", "END").contains(getKind());
    }

    /** Name of the way by which the call goes on. */
    public String getWayOn() {
        return switch (getKind()) {
            case "MENU" -> "property.otherwise";
            case "LINE" -> "property.after";
            case "QUESTION" -> "property.answered";
            default -> "property.next";
        };
    }

    /** What the satisfaction survey asks. {@code current} is offered too, even when it is not asked any more */
    public List<Option> questions(String current) {
        return with(
                words.questions().entrySet().stream().map(one -> new Option(one.getKey(), one.getValue())), current);
    }

    /** Rows for keys: those there are and two more. */
    public List<Integer> getPlaces() {
        int used = (int) IntStream.rangeClosed(1, NodeFields.MOST_KEYS)
                .filter(place -> !(value("key-" + place) + value("to-" + place)).isEmpty())
                .count();
        return IntStream.rangeClosed(1, Math.min(NodeFields.MOST_KEYS, used + SPARE_KEYS))
                .boxed()
                .toList();
    }

    /** @param current is offered too, whatever it is */
    public List<Option> keys(String current) {
        return with(NewNode.KEYS.stream().map(key -> new Option(key, key)), current);
    }

    public List<Option> getLanguages() {
        return Arrays.stream(Language.values())
                .map(one -> new Option(one.name(), words.of("in", one)))
                .toList();
    }

    public List<Option> getBands() {
        return Arrays.stream(Band.values())
                .map(one -> new Option(one.name(), words.of("band", one)))
                .toList();
    }

    public List<Option> getKinds() {
        return Arrays.stream(FlowKind.values())
                .map(one -> new Option(one.name(), words.of("kind", one)))
                .toList();
    }

    /** Nodes in reading order. {@code current} is offered too, even when it does not exist */
    public List<Option> nodes(String current) {
        return with(view.getLines().stream().map(this::option), current);
    }

    /** All but the one that is open. */
    public List<Option> getOthers() {
        return view.getLines().stream()
                .filter(line -> !line.name().equals(name))
                .map(this::option)
                .toList();
    }

    private Option option(MenuReading.Line line) {
        return new Option(line.name(), line.name() + " · " + words.of("kind", line.kind()));
    }

    /** @param current is offered too, even when it does not exist */
    public List<Option> prompts(String current) {
        return with(
                view.getDraft().flow().prompts().entrySet().stream()
                        .map(one -> new Option(one.getKey(), label(one.getKey(), words.words(one.getValue())))),
                current);
    }

    private static String label(String name, String said) {
        String start = said.length() <= 50 ? said : said.substring(0, 49).strip() + "…";
        return start.isEmpty() ? name : name + ": " + start;
    }

    /** Topics by name. {@code current} is offered too, even when it is not active any more */
    public List<Option> topics(String current) {
        return with(
                words.topics().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(one -> new Option(one.getKey(), one.getValue())),
                current);
    }

    private List<Option> with(Stream<Option> known, String current) {
        List<Option> options = new ArrayList<>(known.toList());
        if (!current.isEmpty()
                && !current.equals(NEW)
                && options.stream().noneMatch(one -> one.code().equals(current))) {
            options.add(new Option(current, words.format("option.missing", current)));
        }
        return options;
    }

    /** Where what leads to it would lead when it goes away. */
    public String getInstead() {
        return stored.getOrDefault("next", "");
    }

    /** Who would be sent there. */
    public List<MenuReading.Way> getArrivals() {
        return view.getLines().stream()
                .filter(line -> line.name().equals(name))
                .flatMap(line -> line.arrivals().stream())
                .toList();
    }

    public String save() {
        CallFlow flow = view.getDraft().flow();
        String slug = NewNode.slug(view.form().text("name"));
        String to = slug.isEmpty() || slug.equals(name)
                ? name
                : NewNode.name(slug, name, flow.nodes().keySet());
        return view.attempt(() -> view.store(changed(flow, to)), () -> view.to("nodes", "saved") + "&node=" + to);
    }

    private CallFlow changed(CallFlow flow, String to) {
        FlowNode typed = NodeFields.node(view.form().kind(), this::typed);
        CallFlow changed = flow.with(name, typed);
        for (String prompt : typed.prompts()) {
            changed = prompt.equals(name) ? NewNode.withPrompt(changed, prompt) : changed;
        }
        return to.equals(name) ? changed : changed.renamed(name, to);
    }

    private String typed(String field) {
        String value = view.form().text(field);
        return value.equals(NEW) ? name : value;
    }

    public String add() {
        CallFlow flow = view.getDraft().flow();
        FlowKind kind = view.form().kind();
        String added = NewNode.name(
                view.form().text("new-name"),
                words.of("kind", kind),
                flow.nodes().keySet());
        return view.attempt(
                () -> view.store(NewNode.in(flow, added, kind, view.form().text("after"))),
                () -> view.to("nodes", "added") + "&node=" + added);
    }

    public String remove() {
        CallFlow without = view.getDraft().flow().without(name, view.form().text("instead"));
        return view.attempt(() -> view.store(without), () -> view.to("nodes", "removed"));
    }
}
