package mx.gob.edomex.catgem.web.audit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.audit.AuditCard;
import mx.gob.edomex.catgem.audit.AuditItemCard;
import mx.gob.edomex.catgem.audit.AuditQueries;
import mx.gob.edomex.catgem.audit.AuditState;
import mx.gob.edomex.catgem.audit.AuditUnknown;
import mx.gob.edomex.catgem.audit.AuditWork;
import mx.gob.edomex.catgem.audit.NoMarkToTakeBack;
import mx.gob.edomex.catgem.audit.Verdict;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** One folio of a sample: what the record has of its steps, and what the auditor says of it. */
@Named
@RequestScoped
public class AuditFolioView {

    private static final List<String> DONE = List.of("conforms", "marked", "takenBack", "assigned");

    @Inject
    HttpServletRequest request;

    @Inject
    AuditQueries queries;

    @Inject
    AuditWork work;

    @Inject
    Refusals refusals;

    private AuditItemCard card;
    private AuditCard audit;
    private String refused;

    @PostConstruct
    void read() {
        try {
            card = queries.item(id("id"), AuditWords.language());
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

    private UUID id(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            throw new AuditUnknown();
        }
    }

    /** Null when there is none. */
    public AuditItemCard getCard() {
        return card;
    }

    private AuditCard audit() {
        if (audit == null) {
            audit = queries.card(card.audit(), AuditWords.language());
        }
        return audit;
    }

    /** Whether the lead may give it to somebody else. */
    public boolean isAssignable() {
        return request.isUserInRole("auditor")
                && card.current().isEmpty()
                && audit().state() == AuditState.RUNNING
                && audit().leading()
                && !getColleagues().isEmpty();
    }

    /** The others of the audit. */
    public List<AuditCard.Person> getColleagues() {
        return audit().team().stream()
                .filter(one -> !one.username().equals(card.auditor()))
                .toList();
    }

    public List<Verdict> getVerdicts() {
        return List.of(Verdict.FINDING, Verdict.OBSERVATION);
    }

    public String getVerdict() {
        return text("verdict").equals("OBSERVATION") ? "OBSERVATION" : "FINDING";
    }

    public String typed(String name) {
        return refused == null ? "" : text(name);
    }

    /** On to the next folio: to conform needs no second look. */
    public String conforms() {
        String back = attempt("conforms", () -> work.mark(card.id(), Verdict.CONFORMS, null, text("remark")));
        return back == null || card.next() == null
                ? back
                : "/auditfolio.xhtml?faces-redirect=true&done=conforms&id=" + card.next() + "&before=" + card.id();
    }

    public String mark() {
        return attempt("marked", () -> work.mark(card.id(), Verdict.valueOf(getVerdict()), text("step"), text("note")));
    }

    public String takeBack() {
        return attempt("takenBack", () -> work.takeBack(card.id(), mark(text("mark"))));
    }

    private static UUID mark(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NoMarkToTakeBack();
        }
    }

    public String assign() {
        return attempt("assigned", () -> work.assign(card.id(), text("auditor")));
    }

    private String attempt(String done, Runnable command) {
        refused = refusals.of(command);
        return refused == null ? "/auditfolio.xhtml?faces-redirect=true&id=" + card.id() + "&done=" + done : null;
    }

    public String getRefused() {
        return refused;
    }

    public String getDone() {
        return DONE.contains(text("done")) && refused == null ? text("done") : "";
    }

    /** The folio before, where it was said of that one that it conforms: there it can be taken back. */
    public String getBefore() {
        return Stream.of(text("before"))
                .filter(typed -> typed.matches("[0-9a-f-]{36}"))
                .findFirst()
                .orElse(null);
    }
}
