package mx.gob.edomex.catgem.web.quality;

import static mx.gob.edomex.catgem.web.quality.QualityWords.text;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.quality.ExecutionLine;
import mx.gob.edomex.catgem.quality.ExecutionPart;
import mx.gob.edomex.catgem.quality.QualityLists;
import mx.gob.edomex.catgem.quality.QualityPage;
import mx.gob.edomex.catgem.quality.RunningExecution;
import mx.gob.edomex.catgem.web.folio.FolioWords;

/** The folios behind a figure of the conformity report. */
@Named
@ViewScoped
public class ExecutionsView extends ListView<ExecutionLine> {

    @Inject
    transient FolioWords words;

    private String part;
    private transient List<RunningExecution> running;

    public ExecutionPart getChosen() {
        return Stream.of(ExecutionPart.values())
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElse(ExecutionPart.ALL);
    }

    public List<ExecutionPart> getParts() {
        return List.of(ExecutionPart.values());
    }

    /** Updates of entries from their first step on, beside the executions that have ended. */
    public List<RunningExecution> getRunning() {
        if (running == null) {
            running =
                    getChosen() == ExecutionPart.ALL ? lists.running(getFilter(), QualityWords.language()) : List.of();
        }
        return running;
    }

    @Override
    QualityPage<ExecutionLine> read(int page) {
        return lists.executions(choice(), page);
    }

    private QualityLists.Choice choice() {
        return new QualityLists.Choice(getFilter(), known(getStep()), known(getAdvisor()), null, getChosen());
    }

    @Override
    Map<String, Object> asked() {
        Map<String, Object> asked = super.asked();
        asked.put("part", getChosen());
        return asked;
    }

    @Override
    String page() {
        return "executions";
    }

    public void export(ExportFormat format) throws IOException {
        send(
                new Export(
                        "EXECUTIONS",
                        text("executions.title"),
                        QualityWords.language(),
                        facts(text("part." + getChosen())),
                        refs(),
                        tables()),
                format);
    }

    private List<Table> tables() {
        Table ended = new Table(
                text("executions.title"),
                ConformityExport.columns(
                        "col.folio",
                        "col.procedure",
                        "col.version",
                        "col.counted",
                        "col.ended",
                        "col.outcome",
                        "col.advisor",
                        "col.measured",
                        "col.declared",
                        "col.skipped",
                        "col.missing",
                        "col.late",
                        "col.deviations"),
                row -> lists.eachExecution(choice(), line -> row.accept(cells(line))));
        if (getRunning().isEmpty()) {
            return List.of(ended);
        }
        return List.of(
                ended,
                Table.of(
                        text("running.title"),
                        ConformityExport.columns(
                                "col.folio",
                                "col.procedure",
                                "col.version",
                                "running.begun",
                                "running.last",
                                "running.at",
                                "running.by",
                                "list.steps"),
                        getRunning().stream()
                                .map(line -> Arrays.<Object>asList(
                                        line.reference(),
                                        line.procedure(),
                                        line.version(),
                                        line.begunAt(),
                                        line.lastStep(),
                                        line.lastAt(),
                                        line.lastStaff(),
                                        line.steps()))
                                .toList()));
    }

    private List<Object> cells(ExecutionLine line) {
        return Arrays.asList(
                line.folio() == null ? line.reference() : line.folio(),
                line.procedure(),
                line.version(),
                line.countedAt(),
                line.endedAt(),
                words.of("outcome", line.outcome()),
                line.advisorName() == null ? line.advisor() : line.advisorName(),
                line.measured(),
                line.declared(),
                line.skipped(),
                line.missing(),
                line.late(),
                line.codes());
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }
}
