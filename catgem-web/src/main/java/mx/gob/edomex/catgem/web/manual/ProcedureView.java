package mx.gob.edomex.catgem.web.manual;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.manual.EffectiveMomentInvalid;
import mx.gob.edomex.catgem.manual.ProcedureApproval;
import mx.gob.edomex.catgem.manual.ProcedureDrafts;
import mx.gob.edomex.catgem.manual.ProcedureManual;
import mx.gob.edomex.catgem.manual.ProcedureText;
import mx.gob.edomex.catgem.manual.TextDifference;
import mx.gob.edomex.catgem.manual.VersionCard;
import mx.gob.edomex.catgem.manual.VersionState;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** One version of a procedure: what it says, who signed it, what it changed, and what can be done with it. */
@Named
@RequestScoped
public class ProcedureView {

    private static final List<VersionState> PATH = List.of(
            VersionState.DRAFT,
            VersionState.IN_REVIEW,
            VersionState.AUTHORISED,
            VersionState.IN_FORCE,
            VersionState.OBSOLETE);

    @Inject
    HttpServletRequest request;

    @Inject
    ProcedureManual manual;

    @Inject
    ProcedureDrafts drafts;

    @Inject
    ProcedureApproval approval;

    @Inject
    Installation installation;

    @Inject
    Person person;

    @Inject
    Refusals refusals;

    private List<VersionCard> versions = List.of();
    private VersionCard version;
    private VersionCard other;
    private ProcedureText text;
    private TextDifference difference;
    private String hash;
    private String refused;

    @PostConstruct
    void read() {
        List<VersionCard> all = manual.all();
        version = chosen(all, "id").orElse(null);
        if (version != null) {
            versions = all.stream()
                    .filter(one -> one.procedure().equals(version.procedure()))
                    .toList();
            other = chosen(versions, "with").orElseGet(this::before);
        }
    }

    private Optional<VersionCard> chosen(List<VersionCard> from, String name) {
        return from.stream()
                .filter(one -> one.id().toString().equals(Parameters.text(request, name)))
                .findFirst();
    }

    /** What it began from, or the one with the number before it; null for the first. */
    private VersionCard before() {
        return versions.stream()
                .filter(one -> version.base() == null
                        ? one.number() == version.number() - 1
                        : one.id().equals(version.base()))
                .findFirst()
                .orElse(null);
    }

    /** Null when there is none. */
    public VersionCard getVersion() {
        return version;
    }

    /** All of the procedure, the newest first. */
    public List<VersionCard> getVersions() {
        return versions;
    }

    /** The one it is compared with, or null. */
    public VersionCard getOther() {
        return other;
    }

    public ProcedureText getText() {
        if (text == null) {
            text = manual.text(version);
        }
        return text;
    }

    public List<String> getSections() {
        return ProcedureText.SECTIONS;
    }

    public List<Map.Entry<String, List<String>>> getExits() {
        return List.copyOf(getText().earlyExits().entrySet());
    }

    /** From the lower number to the higher, whichever was chosen. */
    public TextDifference getDifference() {
        if (difference == null) {
            difference = manual.difference(manual.text(getEarlier()), manual.text(getLater()));
        }
        return difference;
    }

    public VersionCard getEarlier() {
        return other.number() < version.number() ? other : version;
    }

    public VersionCard getLater() {
        return other.number() < version.number() ? version : other;
    }

    public String getHash() {
        if (hash == null) {
            hash = manual.hash(version);
        }
        return hash;
    }

    public String getCanonical() {
        return manual.canonical(version);
    }

    public List<VersionState> getPath() {
        return PATH;
    }

    /** {@code past, now} or empty, of a state on the way. */
    public String passed(VersionState state) {
        if (version.state() == VersionState.ABANDONED) {
            return "";
        }
        return state == version.state() ? "now" : PATH.indexOf(state) < PATH.indexOf(version.state()) ? "past" : "";
    }

    private boolean in(VersionState state) {
        return version.state() == state;
    }

    public boolean isEditable() {
        return in(VersionState.DRAFT) && person.isPreparing();
    }

    public boolean isAuthor() {
        return version.authors().contains(person.getUsername());
    }

    /** Whether the reader may be the second person. */
    public boolean isReviewable() {
        return in(VersionState.IN_REVIEW) && version.reviewed() == null && person.isSteering() && !isAuthor();
    }

    /** Whether the reader may be the third. */
    public boolean isAuthorisable() {
        return in(VersionState.IN_REVIEW)
                && version.reviewed() != null
                && person.isSupervising()
                && !isAuthor()
                && !version.reviewed().staff().equals(person.getUsername());
    }

    public boolean isReturnable() {
        return in(VersionState.IN_REVIEW) && person.isSteering();
    }

    public boolean isAbandonable() {
        boolean unsigned = in(VersionState.DRAFT) || in(VersionState.IN_REVIEW);
        return (unsigned && person.isPreparing()) || (in(VersionState.AUTHORISED) && person.isSupervising());
    }

    /** What it waits for, as a key. */
    public String getNext() {
        if (in(VersionState.IN_REVIEW)) {
            return version.reviewed() == null ? "next.review" : "next.authorise";
        }
        return "next." + version.state();
    }

    public String review() {
        return attempt("reviewed", () -> approval.review(version.id(), revision()));
    }

    public String authorise() {
        return attempt("authorised", () -> approval.authorise(version.id(), revision(), effective()));
    }

    public String sendBack() {
        return attempt("sentBack", () -> approval.sendBack(version.id(), Parameters.text(request, "note")));
    }

    public String abandon() {
        return attempt("abandoned", () -> drafts.abandon(version.id()));
    }

    private String attempt(String done, Runnable command) {
        UUID id = version.id();
        refused = refusals.of(command);
        return refused == null ? "/procedure.xhtml?faces-redirect=true&id=" + id + "&done=" + done : null;
    }

    private int revision() {
        return ProcedureForm.number(Parameters.text(request, "seen"));
    }

    /** Null: at once. @throws EffectiveMomentInvalid when it is no time */
    private Instant effective() {
        String typed = Parameters.text(request, "effective");
        try {
            return typed.isEmpty()
                    ? null
                    : LocalDateTime.parse(typed).atZone(installation.timeZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new EffectiveMomentInvalid();
        }
    }

    public String getRefused() {
        return refused;
    }

    public String getDone() {
        String done = Parameters.text(request, "done");
        return refused == null
                        && Arrays.asList("submitted", "reviewed", "authorised", "sentBack", "abandoned")
                                .contains(done)
                ? done
                : "";
    }
}
