package mx.gob.edomex.catgem.web.callmenu;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowBook;
import mx.gob.edomex.catgem.channel.phone.flow.FlowDifference.Change;
import mx.gob.edomex.catgem.channel.phone.flow.FlowPrompt;
import mx.gob.edomex.catgem.rules.FlowPublication;
import mx.gob.edomex.catgem.rules.RuleVersion;
import mx.gob.edomex.catgem.web.shell.Parameters;

/** One version of the telephone's menu, as it is or was heard. */
@Named
@RequestScoped
public class MenuVersionView {

    @Inject
    HttpServletRequest request;

    @Inject
    FlowBook book;

    @Inject
    FlowPublication publication;

    @Inject
    MenuWords words;

    private CallFlow flow;
    private RuleVersion version;
    private List<MenuReading.Line> lines;
    private MenuDiagram diagram;
    private List<Change> changes;

    @PostConstruct
    void read() {
        int number = MenuForm.parsed(Parameters.text(request, "version"));
        version = publication.versions().stream()
                .filter(one -> one.version() == number || (number < 0 && one.inForce()))
                .findFirst()
                .orElse(null);
        if (version != null) {
            flow = book.version(version.version()).orElseThrow();
            lines = MenuReading.of(flow, List.of());
        }
    }

    /** The one in force when none is named; null when there is none of that number. */
    public RuleVersion getVersion() {
        return version;
    }

    public CallFlow getFlow() {
        return flow;
    }

    public List<MenuReading.Line> getLines() {
        return lines;
    }

    public MenuDiagram getDiagram() {
        if (diagram == null) {
            diagram = words.diagram(flow, lines);
        }
        return diagram;
    }

    public List<Map.Entry<String, FlowPrompt>> getPrompts() {
        return List.copyOf(flow.prompts().entrySet());
    }

    public List<Change> getChanges() {
        if (changes == null) {
            changes = publication.changes(version.version());
        }
        return changes;
    }
}
