package mx.gob.edomex.catgem.web.correction;

import static mx.gob.edomex.catgem.web.correction.CorrectionWords.columns;
import static mx.gob.edomex.catgem.web.correction.CorrectionWords.said;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.correction.CandidateFilter;
import mx.gob.edomex.catgem.correction.CandidateLine;
import mx.gob.edomex.catgem.correction.FindingId;
import mx.gob.edomex.catgem.correction.FindingKind;
import mx.gob.edomex.catgem.correction.FindingLine;
import mx.gob.edomex.catgem.correction.FindingQueries;
import mx.gob.edomex.catgem.correction.Triage;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.quality.ConformityReports;
import mx.gob.edomex.catgem.quality.DeviationCode;
import mx.gob.edomex.catgem.quality.QualityPage;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** What waits for triage. Everything asked for is in the address; what was refused keeps what was chosen and typed. */
@Named
@RequestScoped
public class CandidatesView {

    private static final List<String> STATES = List.of("OPEN", "DISMISSED", "JOINED", "ALL");
    private static final List<String> ASKED = List.of("state", "kind", "rule", "procedure", "from", "to");

    @Inject
    HttpServletRequest request;

    @Inject
    FindingQueries queries;

    @Inject
    Triage triage;

    @Inject
    ConformityReports reports;

    @Inject
    Exports exports;

    @Inject
    Person person;

    @Inject
    CorrectionWords words;

    @Inject
    Refusals refusals;

    private QualityPage<CandidateLine> found;
    private List<FindingLine> joinable;
    private String refused;

    public String text(String name) {
        return Parameters.text(request, name);
    }

    public String getState() {
        return STATES.contains(text("state")) ? text("state") : "OPEN";
    }

    public List<String> getStates() {
        return STATES;
    }

    public FindingKind[] getKinds() {
        return FindingKind.values();
    }

    public DeviationCode[] getRules() {
        return DeviationCode.values();
    }

    public List<String> getProcedures() {
        return reports.procedures();
    }

    private CandidateFilter filter() {
        return new CandidateFilter(
                getState().equals("ALL") ? null : getState(),
                known(FindingKind.values(), "kind"),
                known(DeviationCode.values(), "rule") == null ? null : text("rule"),
                getProcedures().contains(text("procedure")) ? text("procedure") : null,
                day("from"),
                day("to"));
    }

    private <E extends Enum<E>> E known(E[] values, String name) {
        return Stream.of(values)
                .filter(one -> one.name().equals(text(name)))
                .findFirst()
                .orElse(null);
    }

    private LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int number() {
        return text("page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(text("page")) : 1;
    }

    public QualityPage<CandidateLine> getFound() {
        if (found == null) {
            found = queries.candidates(filter(), number(), CorrectionWords.language());
        }
        return found;
    }

    public List<FindingLine> getJoinable() {
        if (joinable == null) {
            joinable = queries.joinable();
        }
        return joinable;
    }

    /** The filters and the page as they stand in an address, beginning with {@code &}. */
    private String asked(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>();
        ASKED.forEach(name -> all.put(name, text(name)));
        all.putAll(more);
        return all.entrySet().stream()
                .filter(one -> !one.getValue().toString().isEmpty())
                .map(one -> "&" + one.getKey() + "="
                        + URLEncoder.encode(one.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    public String page(int other) {
        return "candidates.xhtml?" + asked(Map.of("page", other)).substring(1);
    }

    private List<Long> chosen() {
        String[] values = request.getParameterValues("pick");
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .filter(value -> value.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList();
    }

    public boolean isChosen(long candidate) {
        return chosen().contains(candidate);
    }

    public String dismiss() {
        return attempt("dismissed", () -> triage.dismiss(chosen(), text("reason")));
    }

    public String reconsider() {
        return attempt("reconsidered", () -> triage.reconsider(chosen()));
    }

    public String join() {
        return attempt("joined", () -> triage.join(chosen(), FindingId.of(text("finding"))));
    }

    /** On to the new finding: what it is about is seen there. */
    public String open() {
        FindingId[] id = new FindingId[1];
        refused = refusals.of(() -> id[0] = triage.open(chosen(), text("title"), text("what")));
        return refused == null ? "/nonconformity.xhtml?faces-redirect=true&done=opened&id=" + id[0] : null;
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        found = null;
        String undo = done.equals("dismissed")
                ? chosen().stream().map(id -> "&undo=" + id).collect(Collectors.joining())
                : "";
        return refused == null ? "/candidates.xhtml?faces-redirect=true&done=" + done + asked(Map.of()) + undo : null;
    }

    public String getRefused() {
        return refused;
    }

    /** {@code dismissed, reconsidered, joined} or empty. */
    public String getDone() {
        String done = text("done");
        return List.of("dismissed", "reconsidered", "joined").contains(done) && refused == null ? done : "";
    }

    /** What was dismissed a moment ago, to be taken back. */
    public List<String> getUndo() {
        String[] values = request.getParameterValues("undo");
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .filter(value -> value.matches("\\d{1,18}"))
                        .toList();
    }

    public void export(String format) throws IOException {
        CandidateFilter filter = filter();
        Map<String, String> refs = ASKED.stream()
                .filter(name -> text(name).matches("[A-Za-z0-9-]{1,40}"))
                .collect(Collectors.toMap(name -> name, this::text));
        Downloads.send(exports.write(
                new Export(
                        "CANDIDATES",
                        said("Correction", "candidates.title"),
                        CorrectionWords.language(),
                        List.of(
                                new Fact(said("Correction", "filter.state"), words.of("candidate", getState())),
                                new Fact(said("Quality", "export.n"), getFound().found()),
                                new Fact(
                                        said("Quality", "export.own"),
                                        getFound().own())),
                        refs,
                        List.of(new Table(
                                said("Correction", "candidates.title"),
                                columns(
                                        "col.kind",
                                        "col.rule",
                                        "col.what",
                                        "col.folio",
                                        "col.procedure",
                                        "col.step",
                                        "col.times",
                                        "col.person",
                                        "col.happened",
                                        "col.state",
                                        "col.decided",
                                        "col.reason",
                                        "col.finding"),
                                row -> queries.eachCandidate(
                                        filter, CorrectionWords.language(), line -> row.accept(cells(line)))))),
                ExportFormat.valueOf(format),
                person.getRole()));
    }

    private List<Object> cells(CandidateLine line) {
        return Arrays.asList(
                words.of("kind", line.kind()),
                line.rule(),
                words.about(line.kind(), line.rule()),
                line.folio() == null ? line.execution().toString() : line.folio(),
                line.procedure(),
                line.step(),
                line.deviations(),
                line.staffName(),
                line.occurredAt(),
                words.of("candidate", line.state()),
                line.decidedBy(),
                line.reason(),
                line.finding());
    }
}
