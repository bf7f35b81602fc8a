package mx.gob.edomex.catgem.web.callmenu;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.channel.phone.flow.PromptRecordings;
import mx.gob.edomex.catgem.channel.phone.flow.PromptRecordings.Recording;
import mx.gob.edomex.catgem.channel.phone.flow.RecordingMissing;
import mx.gob.edomex.catgem.channel.phone.flow.RecordingTooLarge;
import mx.gob.edomex.catgem.rules.FlowDrafts;
import mx.gob.edomex.catgem.shared.Language;

/** What a draft says, in each language, and the recordings of it. */
@Named
@RequestScoped
public class MenuPromptView {

    private static final FlowPrompt NOTHING = new FlowPrompt(Map.of(), Map.of(), "", 0);

    @Inject
    MenuDraftView view;

    @Inject
    FlowDrafts drafts;

    @Inject
    PromptRecordings recordings;

    private List<Recording> newest;
    private Part file;

    /**
     * A prompt in one language.
     *
     * @param state {@code current, outdated} when it says other words, or {@code none}
     * @param recording null when there is none
     */
    public record Spoken(Language language, String words, String state, Recording recording) {}

    /**
     * A prompt.
     *
     * @param saidBy nodes that say it
     */
    public record Row(
            String name, FlowPrompt prompt, List<Spoken> spoken, List<String> saidBy, List<FlowFault> faults) {}

    public List<Row> getRows() {
        CallFlow flow = view.getDraft().flow();
        return flow.prompts().entrySet().stream()
                .map(one -> row(flow, one.getKey(), one.getValue()))
                .toList();
    }

    private Row row(CallFlow flow, String name, FlowPrompt prompt) {
        return new Row(
                name,
                prompt,
                Arrays.stream(Language.values())
                        .map(language -> spoken(name, prompt, language))
                        .toList(),
                flow.nodes().entrySet().stream()
                        .filter(node -> node.getValue().prompts().contains(name))
                        .map(Map.Entry::getKey)
                        .toList(),
                view.getFaults().stream()
                        .filter(fault -> fault.ofPrompt()
                                && fault.where().equals(name)
                                && fault.code() != FlowFault.Code.PROMPT_NOT_RECORDED)
                        .toList());
    }

    private Spoken spoken(String name, FlowPrompt prompt, Language language) {
        if (newest == null) {
            newest = recordings.newest();
        }
        Recording recording = newest.stream()
                .filter(one -> one.prompt().equals(name) && one.language() == language)
                .findFirst()
                .orElse(null);
        String state = recording == null ? "none" : recording.says(prompt) ? "current" : "outdated";
        return new Spoken(language, prompt.words().getOrDefault(language, ""), state, recording);
    }

    /** The one that is open for change, also when somebody else took it away meanwhile; null when none is. */
    public Row getOpen() {
        CallFlow flow = view.getDraft().flow();
        FlowPrompt prompt = flow.prompts().get(getName());
        if (prompt != null) {
            return row(flow, getName(), prompt);
        }
        return view.form().has("standIn") ? row(flow, getName(), NOTHING) : null;
    }

    public String getName() {
        return view.form().text("prompt");
    }

    /** What was typed and not kept, or what is stored. */
    public String words(Spoken spoken) {
        return isTyped()
                ? typed("words-" + spoken.language(), prompt -> prompt.words().getOrDefault(spoken.language(), ""))
                : spoken.words();
    }

    public String getStandIn() {
        return isTyped()
                ? typed("standIn", FlowPrompt::standIn)
                : getOpen().prompt().standIn();
    }

    public String getSeconds() {
        return isTyped()
                ? typed("seconds", prompt -> Integer.toString(prompt.seconds()))
                : Integer.toString(getOpen().prompt().seconds());
    }

    private String typed(String name, Function<FlowPrompt, String> field) {
        return view.merged(view.form().text(name), flow -> {
            FlowPrompt prompt = flow.prompts().get(getName());
            return prompt == null ? null : field.apply(prompt);
        });
    }

    private boolean isTyped() {
        return view.getRefused() != null && view.form().has("standIn");
    }

    public String save() {
        CallFlow flow = view.getDraft().flow();
        FlowPrompt was = flow.prompts().getOrDefault(getName(), NOTHING);
        return view.attempt(() -> view.store(flow.saying(getName(), view.form().prompt(was))), () -> here("saved"));
    }

    public String add() {
        CallFlow flow = view.getDraft().flow();
        String added = NewNode.name(
                view.form().text("new-name"), "mensaje", flow.prompts().keySet());
        return view.attempt(
                () -> view.store(NewNode.withPrompt(flow, added)),
                () -> view.to("prompts", "added") + "&prompt=" + added);
    }

    /** Offered only where nobody says it; where somebody does by now, the check says so. */
    public String remove() {
        CallFlow silent = view.getDraft().flow().silent(getName());
        return view.attempt(() -> view.store(silent), () -> view.to("prompts", "removed"));
    }

    public String upload() {
        return view.attempt(
                () -> drafts.keepRecording(
                        view.getDraft().id(),
                        view.form().number("seen"),
                        getName(),
                        view.form().language(),
                        content()),
                () -> here("recorded"));
    }

    private byte[] content() {
        if (file == null || file.getSize() == 0) {
            throw new RecordingMissing();
        } else if (file.getSize() > PromptRecordings.LARGEST) {
            throw new RecordingTooLarge();
        }
        try (InputStream content = file.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String here(String done) {
        return view.to("prompts", done) + "&prompt=" + getName();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
