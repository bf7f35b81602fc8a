package mx.gob.edomex.catgem.web.folio;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.contact.ContactQueries;
import mx.gob.edomex.catgem.contact.FolioCard;
import mx.gob.edomex.catgem.contact.UnmaskReason;
import mx.gob.edomex.catgem.evidence.TimelineEntry;
import mx.gob.edomex.catgem.quality.DeviationCard;
import mx.gob.edomex.catgem.quality.QualityLists;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.web.shell.Times;

/** One contact with everything on record about it. */
@Named
@ViewScoped
public class FolioView implements Serializable {

    @Inject
    transient ContactQueries contacts;

    @Inject
    transient QualityLists quality;

    @Inject
    transient Times times;

    private String typed;
    private UnmaskReason reason;
    private transient FolioCard card;
    private transient boolean missing;
    private transient List<DeviationCard> deviations;

    /** The folio, or null when there is none that the reader may know of. */
    public FolioCard getCard() {
        if (card == null && !missing) {
            try {
                card = contacts.card(Folio.parse(typed), FolioWords.language());
            } catch (IllegalArgumentException | ContactUnknown e) {
                missing = true;
                ((HttpServletResponse) FacesContext.getCurrentInstance()
                                .getExternalContext()
                                .getResponse())
                        .setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
        return card;
    }

    /** Shows the personal data in this answer only; the next look is masked again. */
    public void unmask() {
        if (reason != null) {
            card = contacts.unmasked(Folio.parse(typed), reason, FolioWords.language());
        }
    }

    /** A folio of nine characters that does not add up was mistyped. */
    public boolean isWellFormed() {
        try {
            return Folio.parse(typed) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public List<UnmaskReason> getReasons() {
        return List.of(UnmaskReason.values());
    }

    /** References of a ledger row that say something to a reader; ids stay in the tooltip. */
    public String refs(TimelineEntry entry) {
        Map<String, String> refs = entry.refs();
        return refs.isEmpty() ? "" : refs.toString().replaceAll("[{}]", "");
    }

    public List<DeviationCard> getDeviations() {
        if (deviations == null) {
            deviations = quality.ofContact(getCard().contact().id(), FolioWords.language());
        }
        return deviations;
    }

    /** Whether the contact has been read for deviations since it ended. */
    public boolean isRead() {
        return quality.isRead(getCard().contact().id());
    }

    /** Ended by an authorised exit that owes fewer steps. */
    public boolean isEarlyExit() {
        String outcome = getCard().contact().outcome();
        return outcome != null && !"RESOLVED".equals(outcome) && !"REFERRED".equals(outcome);
    }

    /** Time from the procedure step before this one, in words; empty for the first and for what is no step. */
    public String since(TimelineEntry entry) {
        if (!entry.step() || entry.k() == 1) {
            return "";
        }
        return getCard().timeline().stream()
                .filter(other -> other.step() && other.k() == entry.k() - 1)
                .findFirst()
                .map(before -> times.between(before.at(), entry.at()))
                .orElse("");
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public UnmaskReason getReason() {
        return reason;
    }

    public void setReason(UnmaskReason reason) {
        this.reason = reason;
    }
}
