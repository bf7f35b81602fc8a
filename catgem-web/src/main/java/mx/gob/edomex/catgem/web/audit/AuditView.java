package mx.gob.edomex.catgem.web.audit;

import static mx.gob.edomex.catgem.web.audit.AuditWords.columns;
import static mx.gob.edomex.catgem.web.audit.AuditWords.said;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.audit.AuditCard;
import mx.gob.edomex.catgem.audit.AuditId;
import mx.gob.edomex.catgem.audit.AuditProgramme;
import mx.gob.edomex.catgem.audit.AuditQueries;
import mx.gob.edomex.catgem.audit.AuditSampling;
import mx.gob.edomex.catgem.audit.AuditState;
import mx.gob.edomex.catgem.audit.AuditUnknown;
import mx.gob.edomex.catgem.audit.AuditWork;
import mx.gob.edomex.catgem.audit.Recount;
import mx.gob.edomex.catgem.audit.SamplePlan;
import mx.gob.edomex.catgem.audit.SampleSize;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.web.correction.CorrectionWords;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** One audit with its sample and what was found, and what can be done with it now by who reads it. */
@Named
@RequestScoped
public class AuditView {

    private static final List<AuditState> PATH =
            List.of(AuditState.PLANNED, AuditState.RUNNING, AuditState.REPORTED, AuditState.CLOSED);
    private static final List<String> DONE =
            List.of("planned", "replanned", "recorded", "drawn", "reported", "closed", "cancelled");
    private static final int SHARE = 5;

    @Inject
    HttpServletRequest request;

    @Inject
    AuditQueries queries;

    @Inject
    AuditProgramme programme;

    @Inject
    AuditSampling sampling;

    @Inject
    AuditWork work;

    @Inject
    Exports exports;

    @Inject
    Person person;

    @Inject
    CorrectionWords caseWords;

    @Inject
    Refusals refusals;

    private AuditCard card;
    private Recount recount;
    private String refused;

    /** A stage of the way: {@code past, now} or {@code ahead}. */
    public record Step(AuditState state, String when) {}

    @PostConstruct
    void read() {
        try {
            card = queries.card(AuditId.of(text("id")), AuditWords.language());
        } catch (AuditUnknown e) {
            card = null;
        } catch (EJBException e) {
            if (!(e.getCause() instanceof AuditUnknown)) {
                throw e;
            }
        }
    }

    private String text(String name) {
        return Parameters.text(request, name);
    }

    /** Null when there is none. */
    public AuditCard getCard() {
        return card;
    }

    private boolean in(AuditState... states) {
        return List.of(states).contains(card.state());
    }

    private boolean isAuditing() {
        return request.isUserInRole("auditor");
    }

    public boolean isPlannable() {
        return isAuditing() && in(AuditState.PLANNED);
    }

    public boolean isCancellable() {
        return isAuditing() && in(AuditState.PLANNED, AuditState.RUNNING);
    }

    public boolean isRecordable() {
        return isAuditing() && card.leading() && in(AuditState.PLANNED);
    }

    public boolean isDrawable() {
        return isAuditing()
                && card.leading()
                && in(AuditState.RUNNING)
                && card.items().isEmpty();
    }

    public boolean isReportable() {
        return isAuditing()
                && card.leading()
                && in(AuditState.RUNNING)
                && !card.items().isEmpty()
                && card.examined() == card.items().size();
    }

    public boolean isClosable() {
        return isAuditing() && card.leading() && in(AuditState.REPORTED) && card.undecided() == 0;
    }

    /** What is to be done next, as a text of the page. */
    public String getNext() {
        return "next."
                + switch (card.state()) {
                    case RUNNING ->
                        card.items().isEmpty()
                                ? "DRAW"
                                : card.examined() < card.items().size() ? "EXAMINE" : "REPORT";
                    case REPORTED -> card.undecided() > 0 ? "DECIDE" : "CLOSE";
                    default -> card.state().name();
                };
    }

    public List<Step> getPath() {
        int now = PATH.indexOf(card.state());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < PATH.size(); i++) {
            steps.add(new Step(PATH.get(i), i < now || in(AuditState.CLOSED) ? "past" : i == now ? "now" : "ahead"));
        }
        return steps;
    }

    /** How many folios discovery asks for, at five percent; 0 when there is nothing. */
    public int getProposed() {
        return card.population() == 0 ? 0 : SampleSize.discovery(card.population(), SHARE);
    }

    public String getShare() {
        return refused != null && !text("share").isEmpty() ? text("share") : Integer.toString(SHARE);
    }

    public String getBasis() {
        return text("basis").equals("DECLARED") ? "DECLARED" : "DISCOVERY";
    }

    public String typed(String name) {
        return refused == null ? "" : text(name);
    }

    public PlanForm getForm() {
        return refused != null && !text("title").isEmpty() ? PlanForm.of(request) : PlanForm.of(card);
    }

    public List<String> getProcedures() {
        return AuditProgramme.procedures();
    }

    public List<AuditCard.Person> getAuditors() {
        return queries.auditors();
    }

    /** What the evidence of the sample takes at most: a paper of each folio, and the seal of the newest records. */
    public int getEvidenceSeconds() {
        return 5 + card.items().size() / 5;
    }

    public String replan() {
        return attempt(
                "replanned",
                () -> programme.replan(card.id(), PlanForm.of(request).plan()));
    }

    public String cancel() {
        return attempt("cancelled", () -> programme.cancel(card.id(), text("reason")));
    }

    public String begin() {
        boolean declared = getBasis().equals("DECLARED");
        String figure = text(declared ? "size" : "share");
        SamplePlan plan = new SamplePlan(
                SamplePlan.Basis.valueOf(getBasis()),
                figure.matches("\\d{1,4}") ? Integer.parseInt(figure) : 0,
                text("grounds"));
        return attempt("recorded", () -> sampling.record(card.id(), plan));
    }

    public String draw() {
        return attempt("drawn", () -> sampling.draw(card.id()));
    }

    public String report() {
        return attempt("reported", () -> work.report(card.id(), text("conclusion")));
    }

    public String close() {
        return attempt("closed", () -> work.close(card.id()));
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command, violation -> {
            String words = AuditWords.refusal(violation);
            return words == null ? refusals.words(violation.code()) : words;
        });
        return refused == null ? "/audit.xhtml?faces-redirect=true&id=" + card.id() + "&done=" + done : null;
    }

    /** Draws again and says what came out; it changes nothing, so that it stays on the page. */
    public String again() {
        refused = refusals.of(() -> recount = queries.recount(card.id()));
        return null;
    }

    /** Null until it was asked for. */
    public Recount getRecount() {
        return recount;
    }

    public String getRefused() {
        return refused;
    }

    public String getDone() {
        return DONE.contains(text("done")) && refused == null && recount == null ? text("done") : "";
    }

    /** The folios from which the sample is drawn, as the algorithm reads them. */
    public void population() throws IOException {
        List<List<String>> folios =
                queries.population(card.id()).stream().map(List::of).toList();
        Downloads.send(exports.write(
                new Export(
                        "AUDIT_POPULATION",
                        card.number() + " " + said("population"),
                        AuditWords.language(),
                        facts(),
                        Map.of("audit", card.number()),
                        List.of(Table.of(said("population"), columns("col.folio"), folios))),
                ExportFormat.CSV,
                person.getRole()));
    }

    public void export(String format) throws IOException {
        List<Fact> facts = new ArrayList<>(facts());
        if (!card.items().isEmpty()) {
            facts.add(new Fact(said("col.examined"), card.examined()));
            facts.add(new Fact(said("figure.conforming"), card.conforming()));
        }
        if (card.conclusion() != null) {
            facts.add(new Fact(said("conclusion"), card.conclusion()));
        }
        Downloads.send(exports.write(
                new Export(
                        "AUDIT_REPORT",
                        card.number() + " " + card.title(),
                        AuditWords.language(),
                        facts,
                        Map.of("audit", card.number()),
                        List.of(
                                Table.of(
                                        said("sample"),
                                        columns(
                                                "col.ordinal",
                                                "col.folio",
                                                "col.procedure",
                                                "col.closed",
                                                "col.auditor",
                                                "col.verdict"),
                                        card.items().stream()
                                                .map(AuditView::cells)
                                                .toList()),
                                Table.of(
                                        said("tallies"),
                                        columns(
                                                "col.procedure",
                                                "col.step",
                                                "col.name",
                                                "col.findings",
                                                "col.observations"),
                                        card.tallies().stream()
                                                .map(one -> Arrays.asList(
                                                        one.procedure(),
                                                        one.step(),
                                                        one.stepName(),
                                                        one.findings(),
                                                        one.observations()))
                                                .toList()),
                                Table.of(
                                        said("marks"),
                                        columns(
                                                "col.ordinal",
                                                "col.folio",
                                                "col.verdict",
                                                "col.step",
                                                "col.note",
                                                "col.by",
                                                "col.at",
                                                "col.followup"),
                                        card.marks().stream().map(this::cells).toList()))),
                ExportFormat.valueOf(format),
                person.getRole()));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(said("col.state"), said("state." + card.state())),
                new Fact(said("col.procedures"), String.join(", ", card.scope().procedures())),
                new Fact(said("scope.from"), card.scope().from().toString()),
                new Fact(said("scope.to"), card.scope().to().toString()),
                new Fact(said("col.lead"), card.team().get(0).name())));
        if (card.sample() != null) {
            facts.addAll(List.of(
                    new Fact(said("algorithm"), card.sample().algorithm()),
                    new Fact(said("population"), card.sample().population()),
                    new Fact(said("hash"), card.sample().hash()),
                    new Fact(said("seed"), card.sample().seed()),
                    new Fact(said("size"), card.sample().size())));
        }
        return facts;
    }

    private static List<Object> cells(AuditCard.Item item) {
        return Arrays.asList(
                item.ordinal(),
                item.folio(),
                item.procedure(),
                item.closedAt(),
                item.auditorName(),
                item.verdict() == null ? null : said("verdict." + item.verdict()));
    }

    private List<Object> cells(AuditCard.Mark mark) {
        return Arrays.asList(
                mark.ordinal(),
                mark.folio(),
                said("verdict." + mark.verdict()),
                mark.step(),
                mark.note(),
                mark.by(),
                mark.at(),
                followUp(mark));
    }

    /** What became of a finding, in words; null where nothing is to become of it. */
    private String followUp(AuditCard.Mark mark) {
        if (mark.candidate() == null) {
            return null;
        }
        return mark.findingNumber() == null
                ? said("candidate." + mark.candidate())
                : mark.findingNumber() + " " + caseWords.of("state", mark.findingState());
    }
}
