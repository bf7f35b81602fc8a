package mx.gob.edomex.catgem.web.routing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.routing.Decisions;
import mx.gob.edomex.catgem.routing.Explanation;
import mx.gob.edomex.catgem.routing.Explanation.Candidate;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.OfferId;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Times;

/** Why an offer was made: on the desk to whom it was made, on the folio to those who lead and audit. */
@Named
@RequestScoped
public class DecisionView {

    @Inject
    Decisions decisions;

    @Inject
    Person person;

    @Inject
    Times times;

    private Map<Integer, Explanation> ofContact;
    private Map<String, String> names;

    /** One who could have been asked, by name. */
    public record Asked(String name, String terms) {}

    /** Sentences for the advisor whose desk it rings on; none when nobody but a person decided. */
    public List<String> own(OfferId offer) {
        return decisions.ofOwnOffer(offer).map(why -> words().of(why, "you")).orElse(List.of());
    }

    /** Sentences for a reader of the folio; none when there is nothing to tell them. */
    public List<String> of(UUID contact, int offerNumber) {
        Explanation why = explanation(contact, offerNumber);
        return why == null ? List.of() : words().of(why, "who");
    }

    /** The first candidates, the winner first. */
    public List<Asked> candidates(UUID contact, int offerNumber) {
        Explanation why = explanation(contact, offerNumber);
        return why == null
                ? List.of()
                : why.first().stream()
                        .map(one -> new Asked(name(one), words().candidate(one)))
                        .toList();
    }

    public int eligible(UUID contact, int offerNumber) {
        Explanation why = explanation(contact, offerNumber);
        return why == null ? 0 : why.eligible();
    }

    public int version(UUID contact, int offerNumber) {
        Explanation why = explanation(contact, offerNumber);
        return why == null ? 0 : why.ruleVersion();
    }

    private Explanation explanation(UUID contact, int offerNumber) {
        if (ofContact == null) {
            ofContact = person.isReadingContacts() ? decisions.ofContact(new ContactId(contact)) : Map.of();
        }
        return ofContact.get(offerNumber);
    }

    private String name(Candidate one) {
        if (names == null) {
            names = decisions.names(ofContact.values().stream()
                    .flatMap(why -> why.first().stream())
                    .map(Candidate::advisor)
                    .distinct()
                    .toList());
        }
        return names.getOrDefault(one.advisor(), one.advisor());
    }

    private DecisionWords words() {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return new DecisionWords(locale, times::span);
    }
}
