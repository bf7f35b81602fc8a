package mx.gob.edomex.catgem.web.correction;

import static mx.gob.edomex.catgem.web.correction.CorrectionWords.columns;
import static mx.gob.edomex.catgem.web.correction.CorrectionWords.said;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.correction.FindingFilter;
import mx.gob.edomex.catgem.correction.FindingFilter.Stage;
import mx.gob.edomex.catgem.correction.FindingLine;
import mx.gob.edomex.catgem.correction.FindingQueries;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.quality.ConformityReports;
import mx.gob.edomex.catgem.quality.DeviationCode;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;

/** The findings and nonconformities, what is due first comes first. */
@Named
@RequestScoped
public class FindingsView {

    @Inject
    HttpServletRequest request;

    @Inject
    FindingQueries queries;

    @Inject
    ConformityReports reports;

    @Inject
    Exports exports;

    @Inject
    Person person;

    @Inject
    CorrectionWords words;

    private List<FindingLine> found;
    private Map<Stage, Integer> counts;

    private String text(String name) {
        return Parameters.text(request, name);
    }

    /** {@code ALL} or the name of a stage; what is open when nothing is asked for. */
    public String getStage() {
        return text("stage").equals("ALL") ? "ALL" : stage() == null ? Stage.OPEN.name() : stage().name();
    }

    private Stage stage() {
        return Stream.of(Stage.values())
                .filter(one -> one.name().equals(text("stage")))
                .findFirst()
                .orElse(null);
    }

    public List<String> getStages() {
        return Stream.concat(Stream.of(Stage.values()).map(Stage::name), Stream.of("ALL"))
                .toList();
    }

    public String getRule() {
        return getRules().contains(text("rule")) ? text("rule") : null;
    }

    public List<String> getRules() {
        return Stream.of(DeviationCode.values()).map(Enum::name).toList();
    }

    public String getProcedure() {
        return getProcedures().contains(text("procedure")) ? text("procedure") : null;
    }

    public List<String> getProcedures() {
        return reports.procedures();
    }

    public List<FindingLine> getFound() {
        if (found == null) {
            found = queries.findings(new FindingFilter(
                    getStage().equals("ALL") ? null : Stage.valueOf(getStage()), getRule(), getProcedure()));
        }
        return found;
    }

    /** How many stand where, whatever the filters say. */
    public int count(String stage) {
        if (counts == null) {
            counts = new TreeMap<>();
        }
        return counts.computeIfAbsent(Stage.valueOf(stage), queries::count);
    }

    public void export(String format) throws IOException {
        Map<String, String> refs = new TreeMap<>(Map.of("stage", getStage()));
        if (getRule() != null) {
            refs.put("rule", getRule());
        }
        if (getProcedure() != null) {
            refs.put("procedure", getProcedure());
        }
        Downloads.send(exports.write(
                new Export(
                        "FINDINGS",
                        said("Correction", "findings.title"),
                        CorrectionWords.language(),
                        List.of(
                                new Fact(said("Correction", "filter.stage"), words.of("stage", getStage())),
                                new Fact(said("Quality", "export.n"), getFound().size())),
                        refs,
                        List.of(Table.of(
                                said("Correction", "findings.title"),
                                columns(
                                        "col.number",
                                        "col.title",
                                        "col.state",
                                        "col.round",
                                        "col.kind",
                                        "col.rule",
                                        "col.procedure",
                                        "col.step",
                                        "col.candidates",
                                        "col.actions",
                                        "col.open",
                                        "col.overdue",
                                        "col.next",
                                        "col.opened",
                                        "col.closed"),
                                getFound().stream().map(this::cells).toList()))),
                ExportFormat.valueOf(format),
                person.getRole()));
    }

    private List<Object> cells(FindingLine line) {
        return Arrays.asList(
                line.number(),
                line.title(),
                words.of("state", line.state()),
                line.round(),
                words.of("kind", line.kind()),
                line.rule(),
                line.procedure(),
                line.step(),
                line.candidates(),
                line.actions(),
                line.open(),
                line.overdue(),
                line.next() == null ? null : line.next().toString(),
                line.openedAt(),
                line.closedAt());
    }
}
