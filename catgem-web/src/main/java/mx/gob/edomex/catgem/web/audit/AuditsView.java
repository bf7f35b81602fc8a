package mx.gob.edomex.catgem.web.audit;

import static mx.gob.edomex.catgem.web.audit.AuditWords.columns;
import static mx.gob.edomex.catgem.web.audit.AuditWords.said;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.audit.AuditCard;
import mx.gob.edomex.catgem.audit.AuditId;
import mx.gob.edomex.catgem.audit.AuditLine;
import mx.gob.edomex.catgem.audit.AuditProgramme;
import mx.gob.edomex.catgem.audit.AuditQueries;
import mx.gob.edomex.catgem.audit.AuditState;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The audits of a year, and the plan of another. */
@Named
@RequestScoped
public class AuditsView {

    @Inject
    HttpServletRequest request;

    @Inject
    AuditQueries queries;

    @Inject
    AuditProgramme programme;

    @Inject
    Exports exports;

    @Inject
    Installation installation;

    @Inject
    Person person;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    private List<AuditLine> found;
    private List<Integer> years;
    private String refused;

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.timeZone());
    }

    public List<Integer> getYears() {
        if (years == null) {
            years = queries.years();
        }
        return years;
    }

    /** What was asked for if there is something; else this one. */
    public int getYear() {
        return getYears().stream()
                .filter(year -> year.toString().equals(Parameters.text(request, "year")))
                .findFirst()
                .orElse(today().getYear());
    }

    public List<AuditLine> getFound() {
        if (found == null) {
            found = queries.programme(getYear());
        }
        return found;
    }

    public long count(String state) {
        return getFound().stream()
                .filter(line -> line.state() == AuditState.valueOf(state))
                .count();
    }

    public long getLate() {
        return getFound().stream().filter(AuditLine::late).count();
    }

    public PlanForm getForm() {
        return refused == null ? PlanForm.proposed(today(), person.getUsername()) : PlanForm.of(request);
    }

    public List<String> getProcedures() {
        return AuditProgramme.procedures();
    }

    public List<AuditCard.Person> getAuditors() {
        return queries.auditors();
    }

    public String plan() {
        AuditId[] id = new AuditId[1];
        refused = refusals.of(() -> id[0] = programme.plan(PlanForm.of(request).plan()), violation -> {
            String words = AuditWords.refusal(violation);
            return words == null ? refusals.words(violation.code()) : words;
        });
        return refused == null ? "/audit.xhtml?faces-redirect=true&done=planned&id=" + id[0] : null;
    }

    public String getRefused() {
        return refused;
    }

    public void export(String format) throws IOException {
        Downloads.send(exports.write(
                new Export(
                        "AUDIT_PROGRAMME",
                        said("title") + " " + getYear(),
                        AuditWords.language(),
                        List.of(new Fact(said("year"), getYear())),
                        Map.of("year", Integer.toString(getYear())),
                        List.of(Table.of(
                                said("title"),
                                columns(
                                        "col.number",
                                        "col.title",
                                        "col.state",
                                        "col.procedures",
                                        "scope.from",
                                        "scope.to",
                                        "planned.from",
                                        "planned.to",
                                        "col.lead",
                                        "col.folios",
                                        "col.examined",
                                        "col.findings",
                                        "col.undecided"),
                                getFound().stream().map(AuditsView::cells).toList()))),
                ExportFormat.valueOf(format),
                person.getRole()));
    }

    private static List<Object> cells(AuditLine line) {
        return Arrays.asList(
                line.number(),
                line.title(),
                said("state." + line.state()),
                line.procedures(),
                line.from().toString(),
                line.to().toString(),
                line.plannedFrom().toString(),
                line.plannedTo().toString(),
                line.leadName(),
                line.folios(),
                line.examined(),
                line.findings(),
                line.undecided());
    }
}
